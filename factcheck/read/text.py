"""Reads plain text: a line is a line, a blank line ends a block."""

from __future__ import annotations

from factcheck.read.lines import Line, Make, line

_BULLETS = "*•·▪‣●○-"


def lines(text: str) -> list[Line]:
    """The lines of a plain text in order. Without any blank line each line is a block of its own."""
    spaced = any(not part.strip() for part in text.strip().split("\n"))
    found: list[Line] = []
    block, at = 0, 0
    for part in text.split("\n"):
        end = at + len(part)
        start = after_bullet(text, at, end)
        made = line(text, start, end, block, Make.PLAIN if start == at else Make.ITEM)
        if made:
            found.append(made)
        if not spaced or not part.strip():
            block += 1
        at = end + 1
    return found


def after_bullet(text: str, start: int, end: int) -> int:
    """Where the words of a list item begin; the start itself where there is no bullet."""
    place = start
    while place < end and text[place].isspace():
        place += 1
    bullet = place + 1 < end and text[place] in _BULLETS and text[place + 1].isspace()
    return place + 1 if bullet else start
