"""Lines: what a page looks like before anyone knows what it says.

A reader of a format cuts its text into lines; what a line *is* (menu, headline, story) is told later from its
shape and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from factcheck.languages import Token, tokens
from factcheck.model import Span

_STOPS = ".。"
_CRIES = "!?！？"
_CLOSERS = "\"'”’»)]*_ "
_LOOK = 600  # characters of a line that its kind is told from
_LONG = 45  # words after which a line is prose whatever its end


class Make(Enum):
    """What the format itself says of a line."""

    PLAIN = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    NOTE = auto()  # not text of the page: a comment, front matter, an image


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. The span leaves out outer blanks and the format's marks."""

    span: Span
    block: int  # lines with no blank line between them share a block
    words: tuple[Token, ...]  # of its beginning
    count: int  # words in all, counted between blanks
    text: str  # its beginning
    ending: str  # its last characters
    make: Make = Make.PLAIN

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence of a story does: with a full stop, quotes aside."""
        return self.ending.rstrip(_CLOSERS).endswith(tuple(_STOPS)) and not self.ending.endswith("...")

    @property
    def closes(self) -> bool:
        """Whether it ends with any mark that ends a sentence."""
        bare = self.ending.rstrip(_CLOSERS)
        return bare.endswith(tuple(_STOPS + _CRIES + "…"))

    @property
    def is_prose(self) -> bool:
        """Whether it can only be running text: a full sentence and more than a slogan."""
        if self.count >= _LONG:
            return True
        return self.count >= 8 and (self.stops or (self.closes and self.count >= 20))


def line(text: str, start: int, end: int, block: int, make: Make = Make.PLAIN) -> Line | None:
    """The line between two offsets without its outer blanks; None where nothing readable is left."""
    body = text[start:end]
    left = len(body) - len(body.lstrip())
    start, end = start + left, start + len(body.rstrip())
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    words = tuple(tokens(text, start, min(end, start + _LOOK)))
    look = text[start : min(end, start + _LOOK)]
    count = len(text[start:end].split())
    return Line(Span(start, end), block, words, count, look, text[max(start, end - 40) : end], make)


def is_name_like(line: Line, between: frozenset[str]) -> bool:
    """Whether all its words are capitals or of the small words that stand between names."""
    names = [w for w in line.words if w.is_word and w.key not in between]
    owned = any(w.key.endswith("'s") for w in names)
    return bool(names) and line.count <= 10 and not owned and all(_has_capital(w.text) for w in names)


def _has_capital(word: str) -> bool:
    return any(c.isupper() for c in word)
