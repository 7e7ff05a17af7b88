"""Turns a TOML table into a frozen dataclass and says which line of the file to mend where that fails."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from factcheck.errors import LanguageError

T = TypeVar("T")


def words_from(table: Mapping[str, Any], shape: type[T], file: Path) -> T:
    """The table as an instance of `shape`, a frozen dataclass.

    Field types may be str, int, bool, Decimal, tuple[X, ...], Mapping[str, X], X | None and
    other such dataclasses. TOML arrays become tuples. A missing field takes its default, or an empty
    tuple or mapping. Raises LanguageError with file and line for unknown keys and wrong types.
    """
    return _instance(table, shape, file, "")


def line_of(file: Path, key: str) -> int:
    """The line on which a key first stands, 1 where it can't be found."""
    bare = key.rsplit(".", 1)[-1]
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        left = line.split("=", 1)[0].strip().strip("[]").strip('"')
        if left == bare or left.endswith("." + bare):
            return number
    return 1


def _slip(file: Path, key: str, what: str) -> LanguageError:
    shown = "/".join(file.parts[-3:])
    return LanguageError(f"{shown}:{line_of(file, key)}: {what}")


def _instance(table: Any, shape: type[T], file: Path, at: str) -> T:
    if not isinstance(table, Mapping):
        raise _slip(file, at, f"'{at}' must be a table")
    hints = get_type_hints(shape)
    known = {field.name for field in fields(shape)}  # type: ignore[arg-type]  # shape is a dataclass by contract
    for key in table:
        if key not in known:
            raise _slip(file, key, f"unknown key '{key}'; known: {', '.join(sorted(known))}")
    values = {}
    for field in fields(shape):  # type: ignore[arg-type]  # as above
        if field.name in table:
            values[field.name] = _value(table[field.name], hints[field.name], file, field.name)
        elif field.default is MISSING and field.default_factory is MISSING:
            values[field.name] = _empty(hints[field.name], file, field.name)
    return shape(**values)


def _empty(kind: Any, file: Path, key: str) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return ()
    if origin is not None and issubclass(origin, Mapping):
        return {}
    raise _slip(file, key, f"'{key}' is missing")


def _value(raw: Any, kind: Any, file: Path, key: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _value(raw, next(a for a in get_args(kind) if a is not type(None)), file, key)
    if origin is tuple:
        if not isinstance(raw, list):
            raise _slip(file, key, f"'{key}' must be an array")
        return tuple(_value(item, get_args(kind)[0], file, key) for item in raw)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(raw, Mapping):
            raise _slip(file, key, f"'{key}' must be a table")
        return {name: _value(item, get_args(kind)[1], file, name) for name, item in raw.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return _instance(raw, kind, file, key)
    return _scalar(raw, kind, file, key)


def _scalar(raw: Any, kind: Any, file: Path, key: str) -> Any:
    if kind is Any:
        return raw
    if kind is Decimal and isinstance(raw, (int, str)) and not isinstance(raw, bool):
        try:
            return Decimal(raw)
        except InvalidOperation:
            raise _slip(file, key, f"'{key}' must be a number, as a string") from None
    if isinstance(raw, kind) and not (kind is int and isinstance(raw, bool)):
        return raw
    raise _slip(file, key, f"'{key}' must be of type {kind.__name__}, not {type(raw).__name__}")
