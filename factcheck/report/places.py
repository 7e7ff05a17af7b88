"""Line and column of many offsets in one text, without counting its newlines each time."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from factcheck.model import Article


def position(article: Article, offset: int) -> tuple[int, int]:
    """1-based line and column of an offset."""
    breaks = _breaks(article.text)
    line = bisect_left(breaks, offset)
    return line + 1, offset - (breaks[line - 1] if line else -1)


def line(article: Article, offset: int) -> int:
    """1-based line of an offset."""
    return position(article, offset)[0]


@lru_cache(maxsize=64)  # texts; a report looks at a few articles many times
def _breaks(text: str) -> tuple[int, ...]:
    found, at = [], text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return tuple(found)
