"""How far a reader goes: what is longer than any article is read up to a limit, and the article says so."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Sentence

_LINES = 20_000
_CHARACTERS = 500_000
_SENTENCES = 5_000


def opening(text: str) -> str:
    """The part of a text in which lines are looked for; offsets into it are offsets into the text."""
    end = min(len(text), _CHARACTERS)
    if text.count("\n", 0, end) < _LINES:
        return text[:end]
    at = -1
    for _ in range(_LINES):
        at = text.index("\n", at + 1)
    return text[:at]


def kept(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences that an article keeps."""
    return tuple(found[:_SENTENCES])


def notes(text: str, id: str, read: str, found: Sequence[Sentence]) -> tuple[str, ...]:
    """Where reading stopped, if before the text's end. `read` is its opening, `found` all sentences of that."""
    stop = found[_SENTENCES].span.start if len(found) > _SENTENCES else len(read)
    if not text[stop:].strip():
        return ()
    line = text.count("\n", 0, stop) + 1
    column = stop - text.rfind("\n", 0, stop)
    return (f"{id}: too long for one article; read up to line {line}, column {column}, and no further",)
