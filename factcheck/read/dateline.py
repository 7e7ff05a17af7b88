"""Datelines and credits: what stands before a story's first words and after its last.

"OSTRAND, Oct 17 (Newswire) - ", "KUALA LUMPUR: ", "Jakarta (ANTARA) - "; "(rus/ali)", "- Bernama".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.languages import Language, Token, tokens
from factcheck.languages.calendar import CalendarDate, calendar, dates
from factcheck.model import Span
from factcheck.read.page import Page

_LOOK = 110  # characters in which a dateline must end
_DASHES = "-–—"
_MARKS = frozenset(",./()&-–'’")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, with the separator and blanks after it: text[span] is all that isn't story."""

    span: Span
    names: tuple[str, ...]  # comma by comma
    bracket: str | None  # "(Antara)"
    date: CalendarDate | None
    firm: bool  # a dash, and not a colon


def dateline(text: str, span: Span, languages: Sequence[Language]) -> Dateline | None:
    """The dateline a paragraph opens with, if any."""
    found = _separator(text, span)
    if found is None:
        return None
    stop, after = found
    head = Span(span.start, stop)
    words = tokens(text, head.start, head.end)
    colon = text[stop] == ":"
    if not _is_head(text, head, words, languages, colon) or not _goes_on(text, after, span.end):
        return None
    return _parsed(text, head, after, languages, not colon)


def _separator(text: str, span: Span) -> tuple[int, int] | None:
    """Where the dateline's separator begins, and where the story does."""
    limit = min(span.end, span.start + _LOOK)
    depth = 0
    for place in range(span.start, limit):
        mark = text[place]
        depth += (mark == "(") - (mark == ")")
        if depth or place == span.start:
            continue
        if mark in _DASHES and _is_apart(text, place):
            return place, _after(text, place, span.end)
        if mark == ":" and text[place + 1 : place + 2].isspace():
            return place, _after(text, place, span.end)
        if mark in ".?!" and text[place + 1 : place + 2].isspace() and place - span.start > 40:
            return None
    return None


def _is_apart(text: str, place: int) -> bool:
    """Whether a dash stands between blanks, as a long dash need not."""
    before = text[place - 1].isspace() or text[place - 1] == ")"
    behind = text[place + 1 : place + 2]
    return (text[place] == "—" or before) and (behind.isspace() or behind in _DASHES or text[place] == "—")


def _after(text: str, place: int, end: int) -> int:
    while place < end and (text[place].isspace() or text[place] in _DASHES or text[place] == ":"):
        place += 1
    return place


def _goes_on(text: str, after: int, end: int) -> bool:
    """Whether a sentence starts after the separator."""
    first = text[after : after + 1].lstrip()
    opens = bool(first) and (not first.isalpha() or not first.islower())
    return opens and len(text[after : min(end, after + 200)].split()) >= 4


def _is_head(text: str, head: Span, words: list[Token], languages: Sequence[Language], colon: bool) -> bool:
    """Whether the words before a separator are places, outlets and dates, and nothing else."""
    bare = head.of(text).strip()
    if not words or not (words[0].is_capital or words[0].text == "(") or len(words) > 22:
        return False
    if colon:
        names = [w for w in words if w.is_word]
        return len(words) == len(names) <= 3 and (bare.isupper() or all(w.is_capital for w in names))
    dated = _date_spans(text, head, languages)
    for word in words:
        inside = any(s.start <= word.start < s.end for s in dated) or _in_bracket(text, head, word)
        inside = inside or text[word.start - 1] == "."  # the ending of an address
        if not (inside or word.is_capital or word.is_number or word.text in _MARKS):
            return "." in bare and " " not in bare  # an address as a name, in small letters
    marked = any(mark in bare for mark in ",(/.") or bare.isupper() or bool(dated)
    return marked or sum(w.is_word for w in words) <= 3


def _in_bracket(text: str, head: Span, word: Token) -> bool:
    return "(" in text[head.start : word.start] and ")" not in text[head.start : word.start]


def _date_spans(text: str, head: Span, languages: Sequence[Language]) -> list[Span]:
    spans = []
    for language in languages:
        spans += [Span(d.start, d.end) for d in dates(text, head.start, head.end, language)]
        known = calendar(language)
        spans += [Span(w.start, w.end) for w in tokens(text, head.start, head.end) if known.months.get(w.key)]
    return spans


def _parsed(text: str, head: Span, after: int, languages: Sequence[Language], firm: bool) -> Dateline:
    bare = head.of(text)
    bracket = None
    opening, closing = bare.find("("), bare.rfind(")")
    if 0 <= opening < closing:
        bracket = bare[opening + 1 : closing].strip() or None
        bare = bare[:opening] + " " * (closing + 1 - opening) + bare[closing + 1 :]
    date = _date(text, head, languages)
    if date:
        low, high = date.start - head.start, date.end - head.start
        bare = bare[:low] + "," * (high - low) + bare[high:]
    names = [part.strip(" \t\xa0.-–—") if part.count(".") != 1 else part.strip() for part in bare.split(",")]
    weekdays = {name for language in languages for name in calendar(language).weekdays}
    kept = tuple(n for n in names if any(c.isalpha() for c in n) and n.casefold() not in weekdays)
    return Dateline(Span(head.start, after), kept, bracket, date, firm)


def _date(text: str, head: Span, languages: Sequence[Language]) -> CalendarDate | None:
    for language in languages:
        found = dates(text, head.start, head.end, language)
        if found:
            return found[0]
    return None


@dataclass(frozen=True, slots=True)
class Credit:
    """The credits at a paragraph's end: their place, and the names in them."""

    span: Span
    names: tuple[str, ...]


def credit(text: str, span: Span, page: Page) -> Credit | None:
    """The credits a paragraph ends with: "(AFP/ysf)", "(Reporting by …)", "– Bernama"."""
    return _in_brackets(text, span, page) or _after_dash(text, span, page)


def _in_brackets(text: str, span: Span, page: Page) -> Credit | None:
    if text[span.end - 1] not in ")]":
        return None
    opening = max(text.rfind("(", span.start, span.end), text.rfind("[", span.start, span.end))
    before = text[span.start : max(opening, span.start)].rstrip()
    if opening < 0 or span.end - opening > 300 or (before and before[-1] not in ".?!\"'”’…"):
        return None
    inner = text[opening + 1 : span.end - 1].strip()
    whole = Span(opening, span.end)
    words = tokens(inner)
    if words and (page.credit.at(words, 0) or page.byline.at(words, 0)):
        return Credit(whole, ())
    parts = [part.strip() for part in inner.split("/")]
    if _are_credits(parts, page):
        return Credit(whole, tuple(parts))
    return None


def _are_credits(parts: list[str], page: Page) -> bool:
    """Whether all parts are agencies, outlets, names or initials, and one at least isn't just a word."""
    if any(not part or len(part.split()) > 4 or not part[0].isalpha() for part in parts):
        return False
    if len(parts) == 1:
        part = parts[0]
        known = part.casefold() in page.agencies or part.casefold() in page.unnamed
        return known or (part.isalpha() and part.islower() and 2 <= len(part) <= 4) or _is_address(part)
    return not any(any(c.isdigit() for c in part) for part in parts)


def _is_address(part: str) -> bool:
    stem, dot, ending = part.rpartition(".")
    return bool(dot) and stem.isalnum() and ending.isalpha() and 2 <= len(ending) <= 4


def _after_dash(text: str, span: Span, page: Page) -> Credit | None:
    """ "– Bernama" after the last full stop, or alone in its line."""
    low = max(span.start, span.end - 60)
    dash = max(text.rfind(mark, low, span.end) for mark in _DASHES)
    if dash < 0:
        return None
    name = text[dash + 1 : span.end].strip().rstrip(".")
    start = dash
    while start > span.start and (text[start - 1] in _DASHES or text[start - 1].isspace()):
        start -= 1
    ends = start == span.start or text[start - 1] in ".?!\"'”’"
    if not (ends and name and all(w[0].isupper() for w in name.split())):
        return None
    known = name.casefold() in page.agencies or name.casefold() in page.unnamed
    short = name.isupper() and name.isalpha() and 2 <= len(name) <= 6
    listed = ("/" in name or "," in name) and len(name) < 40
    return Credit(Span(start, span.end), _names(name)) if known or short or listed else None


def _names(name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in name.replace(",", "/").split("/") if part.strip())
