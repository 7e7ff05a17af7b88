"""Which language a paragraph is in, by words that one language has and its neighbours have not.

Indonesian and Malay share most of their words, so the lists name what sets each apart; the article's vote
decides where a sentence has too little to go by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.languages import Languages, plain, tokens
from factcheck.model import Span

_LOOK = 4000  # characters of a paragraph that its language is told from
_SURE = 4  # points by which a paragraph must differ from its article to be in another language


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DetectionWords:
    """`detection.toml`: single words that tell the language."""

    own: tuple[str, ...]  # hardly ever in the neighbour language: 3 points
    usual: tuple[str, ...]  # much more frequent here: 1 point
    thousands: str  # the mark between them: 1 point for a number with it
    family: tuple[str, ...] = ()  # shared with a neighbour and foreign to all others: 1 point


@cache
def _points(languages: Languages) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Word key to the points it gives to languages."""
    points: dict[str, dict[str, int]] = {}
    for code in languages.codes:
        words = languages[code].words("detection", DetectionWords)
        for weight, listed in ((1, words.family), (1, words.usual), (3, words.own)):
            for word in listed:
                points.setdefault(plain(word), {})[code] = weight
    return {key: tuple(codes.items()) for key, codes in points.items()}


@cache
def _marks(languages: Languages) -> Mapping[str, tuple[str, ...]]:
    """The mark between thousands to the languages that use it."""
    marks: dict[str, list[str]] = {}
    for code in languages.codes:
        marks.setdefault(languages[code].words("detection", DetectionWords).thousands, []).append(code)
    return {mark: tuple(codes) for mark, codes in marks.items()}


def _grouped(number: str) -> str:
    """The mark by which a number's thousands are parted; empty where they aren't."""
    for mark in ".,":
        groups = number.split(mark)
        if len(groups) > 1 and len(groups[0]) <= 3 and all(len(g) == 3 and g.isdigit() for g in groups[1:]):
            return mark
    return ""


def scores(text: str, span: Span, languages: Languages) -> Counter[str]:
    """The points of each language in a stretch of text."""
    known, marks = _points(languages), _marks(languages)
    found: Counter[str] = Counter()
    for word in tokens(text, span.start, min(span.end, span.start + _LOOK)):
        for code, weight in known.get(word.key, ()):
            found[code] += weight
        for code in marks.get(_grouped(word.key), ()) if word.is_number else ():
            found[code] += 1
    return found


def majority(parts: Iterable[tuple[Counter[str], int]], languages: Languages) -> str:
    """The language that most of a text is in, the first of all languages where nothing tells.

    Each part comes with its length and votes by it: a language rich in small words has no louder voice.
    """
    total: dict[str, float] = dict.fromkeys(languages.codes, 0.0)
    for part, length in parts:
        points = sum(part.values())
        for code, given in part.items():
            total[code] += length * given / points
    return max(total, key=lambda code: total[code])


def language_of(part: Counter[str], usual: str) -> str:
    """A part's own language where it clearly differs from the usual one of its article, else that."""
    best = max(sorted(part), key=lambda code: part[code], default=usual)
    clear = part[best] >= part[usual] + _SURE and part[best] >= 2 * part[usual]
    return best if clear else usual
