"""Reads Markdown: the text stays as it is, its marks say which line is a heading, an item or no text."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.read.lines import Line, Make, line
from factcheck.read.text import after_bullet

_FENCES = ("```", "~~~")
_EMPHASIS = "*_"


@dataclass(slots=True)
class _Place:
    """Where in the page the reader is."""

    block: int = 0
    fence: str = ""
    front: bool = False


def lines(text: str) -> list[Line]:
    """The lines of a Markdown text in order; front matter, code and images are notes."""
    found: list[Line] = []
    place = _Place(front=has_front_matter(text))
    at = 0
    for number, part in enumerate(text.split("\n")):
        end = at + len(part)
        make = _make(part.strip(), number, place)
        start, stop = _bare(text, at, end, make)
        made = line(text, start, stop, place.block, make)
        if made:
            found.append(made)
        if not part.strip() or make in (Make.TITLE, Make.HEADING):
            place.block += 1
        at = end + 1
    return found


def has_front_matter(text: str) -> bool:
    """Whether the text opens with a closed block between `---` lines."""
    return text.startswith("---\n") and "\n---" in text[3:]


def front_matter(text: str) -> dict[str, str]:
    """The plain `key: value` pairs of the front matter, keys casefolded."""
    if not has_front_matter(text):
        return {}
    pairs: dict[str, str] = {}
    for part in text[4 : text.index("\n---", 3)].split("\n"):
        key, colon, value = part.partition(":")
        if colon and value.strip() and not key.startswith((" ", "-", "#")):
            pairs[key.strip().casefold()] = value.strip().strip("\"'")
    return pairs


def _make(part: str, number: int, place: _Place) -> Make:
    if place.front:
        place.front = number == 0 or not part.startswith("---")
        return Make.NOTE
    if part.startswith(_FENCES) or place.fence:
        return _in_fence(part, place)
    if part.startswith("#"):
        return Make.TITLE if part.startswith("# ") else Make.HEADING
    if part.startswith(("![", "[![", "<!--")):
        return Make.NOTE
    if part.startswith("**") and part.endswith("**") and len(part) > 4:
        return Make.HEADING
    return Make.PLAIN if after_bullet(part, 0, len(part)) == 0 else Make.ITEM


def _in_fence(part: str, place: _Place) -> Make:
    if not place.fence:
        place.fence = part[:3]
    elif part.startswith(place.fence):
        place.fence = ""
    return Make.NOTE


def _bare(text: str, start: int, end: int, make: Make) -> tuple[int, int]:
    """The offsets of a line without the marks around it."""
    if make is Make.NOTE:
        return start, end
    start = after_bullet(text, start, end)
    while start < end and text[start] in "#> \t":
        start += 1
    if make is Make.PLAIN or make is Make.ITEM:
        return start, end
    while end > start and text[end - 1] in "# \t" + _EMPHASIS:
        end -= 1
    while start < end and text[start] in _EMPHASIS:
        start += 1
    return start, end
