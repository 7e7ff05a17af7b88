"""Bytes of a file or of standard input, decoded once and for all.

Promises a text with `\\n` newlines in which nothing else was changed; refuses what no reader could take for
an article, with one line that names the file and says what to do.
"""

from __future__ import annotations

import codecs
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factcheck.errors import ArticleError

LARGEST = 20 * 1024 * 1024  # bytes
STDIN = "-"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LAYOUT = "\t\n\r\f\v"


@dataclass(frozen=True, slots=True)
class Source:
    """What was handed in: where from, its text, and the hash of its bytes."""

    path: str
    text: str
    sha256: str


def source(path: str | Path) -> Source:
    """The decoded content of a file, or of standard input for "-".

    Raises ArticleError for what is missing, empty, too large, not text or not readable.
    """
    name = str(path)
    raw = _stdin() if name == STDIN else _bytes(Path(path))
    if len(raw) > LARGEST:
        raise ArticleError(f"{name}: larger than {LARGEST // 2**20} MB; split it")
    text = decoded(raw, name)
    if not text.strip():
        raise ArticleError(f"{name}: empty; give a file with an article")
    return Source(name, text, sha256(raw).hexdigest())


def _stdin() -> bytes:
    return sys.stdin.buffer.read(LARGEST + 1)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise ArticleError(f"{path}: is a folder; name the files in it") from None
    except PermissionError:
        raise ArticleError(f"{path}: not readable; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a usable file name"
        raise ArticleError(f"{path}: not readable: {reason}") from None


def decoded(raw: bytes, name: str) -> str:
    """UTF-8, UTF-16 with a byte order mark, else Windows-1252; newlines made `\\n`.

    Raises ArticleError where the bytes are no text.
    """
    text = _characters(raw)
    if _is_binary(text):
        raise ArticleError(f"{name}: not a text file; save the article as text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _characters(raw: bytes) -> str:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _is_binary(text: str) -> bool:
    """Whether it holds NUL or hardly anything but control characters."""
    if "\0" in text:
        return True
    control = sum(1 for c in text[:4096] if c < " " and c not in _LAYOUT)
    return control * 10 > len(text[:4096])
