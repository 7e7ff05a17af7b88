"""Sentences: where they begin and end, exactly.

One pass over the marks that may end a sentence. What stands before the mark (an abbreviation, an initial,
a number) and after it (a small letter) decides; brackets hold a sentence together, quotation marks do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.languages import Language
from factcheck.model import Span

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([¿¡*_"
_WIDE = "。！？"  # end a sentence without a blank after them
_BRACKETED = 600  # characters beyond which an opening bracket counts as a slip
_LONGEST = 1500  # characters of a sentence: what goes on is no sentence, and is cut at a blank
_VOWELS = frozenset("aeiouyAEIOUY")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SentenceWords:
    """`sentences.toml`: words before a full stop that ends nothing. Written without that stop."""

    titles: tuple[str, ...]  # never the end
    counted: tuple[str, ...]  # not before a number
    perhaps: tuple[str, ...]  # the end before a word that opens sentences
    closing: tuple[str, ...]  # the end before any other capital
    continuing: tuple[str, ...]  # capitals that go on after these
    openers: tuple[str, ...]  # words that open sentences


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Rules:
    titles: frozenset[str]
    counted: frozenset[str]
    perhaps: frozenset[str]
    closing: frozenset[str]
    continuing: frozenset[str]
    openers: frozenset[str]


@cache
def _rules(language: Language) -> _Rules:
    words = language.words("sentences", SentenceWords)
    return _Rules(
        frozenset(words.titles),
        frozenset(words.counted),
        frozenset(words.perhaps),
        frozenset(words.closing),
        frozenset(words.continuing),
        frozenset(words.openers),
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[.!?…]+|[。！？]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def sentences(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of one paragraph, in order, without outer blanks; none is blank, and none endless."""
    rules = _rules(language)
    brackets = _brackets(text, span)
    found: list[Span] = []
    start, closing = span.start, 0
    for match in _ends().finditer(text, span.start, span.end):
        while closing < len(brackets) and brackets[closing].end <= match.start():
            closing += 1
        inside = closing < len(brackets) and brackets[closing].start < match.start()
        end = _end(text, match, span, rules) if not inside else None
        if end is not None and end > start:
            found += _trimmed(text, start, end)
            start = end
    return found + _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The stretch without outer blanks, in pieces where it is too long; none without a letter or digit."""
    found: list[Span] = []
    while end - start > _LONGEST:
        cut = start + _LONGEST
        blank = max(text.rfind(" ", start, cut), text.rfind("\t", start, cut))
        cut = blank if blank > start else cut
        found += _bare(text, start, cut)
        start = cut
    return found + _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> list[Span]:
    """The stretch without outer blanks; nothing where no letter or digit stands in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if any(c.isalnum() for c in text[start:end]) else []


def _brackets(text: str, span: Span) -> Sequence[Span]:
    """The outermost pairs of brackets that aren't too far apart, in order."""
    pairs: list[Span] = []
    opened: list[int] = []
    for match in re.finditer(r"[()]", text[span.start : span.end]):
        place = span.start + match.start()
        if match[0] == "(":
            opened.append(place)
        elif opened:
            start = opened.pop()
            if place - start <= _BRACKETED:
                while pairs and pairs[-1].start > start:
                    pairs.pop()
                pairs.append(Span(start, place + 1))
    return pairs


def _end(text: str, match: re.Match[str], span: Span, rules: _Rules) -> int | None:
    """Where the sentence ends that a mark may close; None where it goes on."""
    end = match.end()
    while end < span.end and text[end] in _CLOSERS:
        end += 1
    following = _following(text, end, span.end)
    if following is None or match[0] in _WIDE:
        return end
    if not text[end].isspace():
        return None
    first = text[following]
    if first.islower() or not (first.isalnum() or first in _OPENERS):
        return None
    if match[0] == "." and end == match.end() and not _closes(text, match.start(), following, span, rules):
        return None
    return end


def _following(text: str, place: int, end: int) -> int | None:
    """The place of the next letter, digit or mark after blanks and opening quotes; None at the end."""
    for index in range(place, end):
        if not text[index].isspace() and text[index] not in _OPENERS:
            return index
    return None


def _closes(text: str, stop: int, following: int, span: Span, rules: _Rules) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the one after it."""
    before = _before(text, stop, span.start)
    match = _word().match(text, following, min(span.end, following + 40))
    after = match[0] if match else ""
    if before in rules.titles or (before in rules.counted and after[:1].isdigit()):
        return False
    if before.isdigit() and stop - span.start < 8 and text[span.start : stop].strip(" *-(") == before:
        return False  # "1. Foo" opens a list item
    if before in rules.closing:
        return after not in rules.continuing and not after[:1].isdigit()
    if before in rules.perhaps or _is_shortened(before):
        return after in rules.openers
    return True


def _before(text: str, stop: int, start: int) -> str:
    """The word before a full stop, inner stops included: "U.S", "M.Si", "katanya"."""
    place = stop
    low = max(start, stop - 24)
    while place > low and (text[place - 1].isalnum() or text[place - 1] in ".$'’"):
        place -= 1
    return text[place:stop].lstrip(".'’")


def _is_shortened(word: str) -> bool:
    """Whether a word looks cut short: an initial, letters between stops, a capital without any vowel."""
    if len(word) <= 1:
        return word.isalpha() and word.isupper()
    if "." in word:
        parts = word.split(".")
        return all(part.isalpha() and len(part) <= 4 for part in parts) and any(p[0].isupper() for p in parts)
    capital = word[0].isupper() and word[1:].islower() and len(word) <= 4
    return capital and not _VOWELS.intersection(word)
