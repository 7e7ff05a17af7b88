"""What was made of word tables, kept between runs, so that the next one need not make it again.

An optimisation and nothing else: every entry carries the digest of all it was made from (the words, the
package, the Python, the code that checked them), and whatever is missing, outdated, damaged or can't be
written is made anew in silence. Entries hold basic types only. FACTCHECK_CACHE names another folder for
them; empty, it turns keeping off. Text of articles never gets here.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from factcheck import __version__

T = TypeVar("T")
_DIGEST = 20  # bytes
_HERE = Path(__file__).parent


class NotBasicError(TypeError):
    """A value that basic types can't stand for."""


class Store:
    """The entries of one folder of languages."""

    def __init__(self, home: Path) -> None:
        self._folder = _folder(home)

    def kept(self, name: str, sources: Iterable[bytes], make: Callable[[], T]) -> T:
        """What `make` makes of the sources, from an earlier run where there is one; basic types only."""
        if self._folder is None:
            return make()
        key = _digest(_engine(), *sources)
        entry = self._read(name, key)
        if entry is not None:
            return entry[0]  # type: ignore[no-any-return]  # the key holds all that tells its type
        made = make()
        self._write(name, key, [made])
        return made

    def shaped(self, name: str, sources: Iterable[bytes], shape: type[T], make: Callable[[], T]) -> T:
        """As `kept`, for a dataclass of basic types, Decimals and other such dataclasses."""
        if self._folder is None:
            return make()
        key = _digest(_engine(), *sources)
        name = f"{name}.{shape.__module__.rsplit('.', 1)[-1]}.{shape.__qualname__}"
        entry = self._read(name, key)
        if entry is not None and all(_code(module) == code for module, code in entry[1]):
            return _unpacked(entry[0])  # type: ignore[no-any-return]  # as above
        made = make()
        modules: dict[str, tuple[int, int]] = {}
        with suppress(NotBasicError):
            basic = _packed(made, modules)
            self._write(name, key, [basic, tuple(modules.items())])
        return made

    def _read(self, name: str, key: bytes) -> list[Any] | None:
        """An entry, where it is there, made from the same sources, and whole."""
        if self._folder is None:
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        if data[:_DIGEST] != key or data[_DIGEST : 2 * _DIGEST] != _digest(data[2 * _DIGEST :]):
            return None
        try:
            entry = marshal.loads(data[2 * _DIGEST :])
        except (ValueError, EOFError, TypeError):
            return None
        return entry if isinstance(entry, list) else None

    def _write(self, name: str, key: bytes, entry: list[Any]) -> None:
        """Put an entry in place in one step; where that fails, nothing is kept from now on."""
        import tempfile

        try:
            data = marshal.dumps(entry)
        except ValueError:
            return
        folder, temporary = self._folder, None
        if folder is None:
            return
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as stream:
                temporary = Path(stream.name)
                stream.write(key + _digest(data) + data)
            temporary.replace(folder / name)
        except OSError:
            self._folder = None
            if temporary is not None:
                with suppress(OSError):
                    temporary.unlink()


def _folder(home: Path) -> Path | None:
    """Where the entries of a folder of languages are kept; None where there is no such place."""
    root = os.environ.get("FACTCHECK_CACHE")
    if root is None:
        try:
            caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        except RuntimeError:  # nobody's home
            return None
        root = str(caches / "factcheck") if caches.is_absolute() else ""
    name = blake2b(os.fsencode(home), digest_size=4).hexdigest()
    return Path(root) / f"{sys.implementation.cache_tag}-{name}" if root else None


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


@cache
def _engine() -> bytes:
    """The package, the Python and the code that reads words."""
    code = [_stamp(str(_HERE / f"{name}.py")) for name in ("__init__", "compiled", "concepts", "morphology")]
    code += [_stamp(str(_HERE / f"{name}.py")) for name in ("schema", "tokens")]
    return repr((__version__, sys.version, marshal.version, code)).encode()


def _stamp(file: str) -> tuple[int, int]:
    """Size and time of a file of code, by which Python itself tells whether it was edited."""
    try:
        found = Path(file).stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


@cache
def _code(module: str) -> tuple[int, int] | None:
    """The stamp of a module's file; None for one that isn't loaded."""
    found = sys.modules.get(module)
    file = getattr(found, "__file__", None)
    return _stamp(file) if file else None


def stamp_of(package: str) -> bytes:
    """What tells one release of an installed package from another, without importing it."""
    from importlib.util import find_spec

    spec = find_spec(package)
    file = (spec.origin if spec else None) or ""
    return repr((file, _stamp(file))).encode()


_PLAIN = frozenset({str, int, bool, float, type(None)})


def _packed(value: Any, modules: dict[str, tuple[int, int]]) -> Any:
    """A value as basic types; a list marks what has to be rebuilt: [kind, ...]."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is Decimal:
        return ["decimal", str(value)]
    if kind is tuple:
        items = tuple(_packed(item, modules) for item in value)
        return ["tuple", items] if any(type(item) is list for item in items) else items
    if kind is dict:
        table = {_text(key): _packed(item, modules) for key, item in value.items()}
        return ["table", table] if any(type(item) is list for item in table.values()) else table
    if is_dataclass(kind):
        code = _code(kind.__module__)
        if code is None or sys.modules[kind.__module__].__dict__.get(kind.__name__) is not kind:
            raise NotBasicError(kind.__qualname__)
        modules[kind.__module__] = code
        values = {field.name: _packed(getattr(value, field.name), modules) for field in fields(kind)}
        return ["shape", kind.__module__, kind.__name__, values]
    raise NotBasicError(kind.__qualname__)


def _text(key: Any) -> str:
    if type(key) is not str:
        raise NotBasicError(type(key).__qualname__)
    return key


def _unpacked(value: Any) -> Any:
    """The value that `_packed` made basic."""
    if type(value) is not list:
        return value
    kind = value[0]
    if kind == "shape":
        shape = getattr(sys.modules[value[1]], value[2])
        return shape(**{name: _unpacked(item) for name, item in value[3].items()})
    if kind == "table":
        return {key: _unpacked(item) for key, item in value[1].items()}
    if kind == "tuple":
        return tuple([_unpacked(item) for item in value[1]])
    return Decimal(value[1])


class Packed:
    """A read-only table of texts, packed into few strings: it loads in no time, however long it is."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        """`parts` as `packed` made them."""
        self._parts = parts

    def get(self, key: str) -> str | None:
        """The text under a key."""
        part = self._parts[_place(key, len(self._parts))]
        at = part.find(f"{_ENTRY}{key}{_IS}")
        if at < 0:
            return None
        start = at + len(key) + 2
        return part[start : part.index(_ENTRY, start)]


# Neither a word nor a name can hold these: both are free of space and control characters.
_ENTRY, _IS = "\x1e", "\x1f"


def packed(table: Mapping[str, str]) -> tuple[str, ...]:
    """A table as `Packed` reads it."""
    parts = [[""] for _ in range(1 + len(table) // 8)]
    for key, text in table.items():
        parts[_place(key, len(parts))].append(f"{key}{_IS}{text}")
    return tuple(_ENTRY.join([*part, ""]) for part in parts)


def _place(key: str, parts: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % parts
