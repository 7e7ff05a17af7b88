"""The words that pages say of themselves: menus, buttons, credits, dates.

A page in one language often has a footer in another, so the words of all languages are known at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from factcheck.languages import Hit, Languages, Phrases, Token, plain, tokens
from factcheck.read.lines import Line


class Reason(StrEnum):
    """Why a stretch is not the story."""

    ADDRESS = "address"
    ADVERTISEMENT = "advertisement"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    DISCLAIMER = "disclaimer"
    LABEL = "label"
    MARKUP = "markup"
    MENU = "menu"
    MORE = "more"
    PAGES = "pages"
    POPULAR = "popular"
    RELATED = "related"
    REPEATED = "repeated"
    SHARE = "share"
    SUBSCRIPTION = "subscription"
    TAGS = "tags"
    TEASER = "teaser"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reasons:
    """Phrases by the reason they give."""

    advertisement: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    copyright: tuple[str, ...] = ()
    disclaimer: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    popular: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    subscription: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BylineWords:
    """Who wrote it, and who else is named around it."""

    author: tuple[str, ...]  # "Oleh", "Penulis:", "By"
    other: tuple[str, ...]  # "Editor:": no author
    report: tuple[str, ...]  # a line or bracket at the end that credits: "Reporting by"
    holding: tuple[str, ...]  # "contributed to this report"
    between: tuple[str, ...]  # small words between names
    place: tuple[str, ...]  # those of them after which a place stands, or an outlet
    desk: tuple[str, ...]  # no name but a room: "staff", "Redaksi"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageWords:
    """`page.toml`: what pages say of themselves."""

    whole: Reasons  # the line holds nothing else, numbers and marks aside
    opening: Reasons  # the line opens with it
    holding: Reasons  # the line holds it anywhere
    menu: tuple[str, ...]  # words of menus: sections and buttons
    ago: tuple[str, ...]  # "jam lalu": a teaser's age
    caption: tuple[str, ...]  # opens a caption or stands in its credit
    sides: tuple[str, ...]  # "(kiri)"
    published: tuple[str, ...]  # labels of a date line
    updated: tuple[str, ...]  # the same for a later date
    agencies: tuple[str, ...]  # wires, as credited
    wires: tuple[str, ...]  # what agencies' names end with
    unnamed: tuple[str, ...]  # credits that name no one: "agencies"
    outlet: tuple[str, ...]  # what outlets' names are made of
    company: tuple[str, ...]  # what follows an outlet's name in a copyright line
    cities: tuple[str, ...]  # places of many datelines
    byline: BylineWords


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Page:
    """The words of all languages, ready for look-ups."""

    whole: Mapping[str, Reason]
    opening: Phrases
    holding: Phrases
    menu: frozenset[str]
    ago: Phrases
    caption: Phrases
    sides: frozenset[str]
    published: Phrases
    agencies: Mapping[str, str]
    wires: frozenset[str]
    unnamed: frozenset[str]
    outlet: frozenset[str]
    company: frozenset[str]
    cities: frozenset[str]
    byline: Phrases
    credit: Phrases
    between: frozenset[str]
    place: frozenset[str]
    desk: frozenset[str]

    def reason(self, line: Line) -> Reason | None:
        """What a line's own words say it is, where that isn't the story."""
        if line.text.startswith(("http://", "https://", "www.")) and line.count == 1:
            return Reason.ADDRESS
        if line.text.startswith("<!--"):
            return Reason.MARKUP
        return self._phrase(line) or self._shape(line)

    def _phrase(self, line: Line) -> Reason | None:
        known = self.whole.get(bare_key(line))
        if known:
            return known
        words = list(line.words)
        hit = self.opening.at(words, first_word(line))
        if hit and line.count <= 40 and (not line.is_prose or _is_plain(hit, words)):
            return Reason(hit.meaning)
        if "©" in line.text[:80] and line.count <= 40:
            return Reason.COPYRIGHT
        held = next(self.holding.find(words), None) if line.count <= 60 else None
        return Reason(held.meaning) if held and not (line.is_prose and _comes_late(held, words)) else None

    def _shape(self, line: Line) -> Reason | None:
        if line.count > 25 or line.stops:
            return None
        marks = sum(line.text.count(mark) for mark in ("|", "»", "›", "⁄", " > ", " / ", "→"))
        keys = [w.key for w in line.words if w.is_word]
        known = sum(key in self.menu for key in keys)
        if keys and (known == len(keys) or (known >= 4 and known * 2 >= len(keys))):
            return Reason.MENU
        if marks >= 2 or (marks and known and len(keys) <= 6):
            return Reason.MENU
        return None

    def is_age(self, line: Line) -> bool:
        """Whether a line only says how long ago a teaser came out."""
        return line.count <= 5 and any(w.is_number for w in line.words) and _any(self.ago, line)


def bare_key(line: Line) -> str:
    """The line's words alone, small and plain."""
    if line.count > 10:
        return ""
    return " ".join(w.key for w in line.words if w.is_word)


def _comes_late(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether a phrase stands after a paragraph's first sentence, which may be the story's."""
    stops = (i for i, word in enumerate(words[:-1]) if word.text == "." and words[i + 1].is_capital)
    return next(stops, hit.last) < hit.first


def _is_plain(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether a phrase opens no sentence: it ends in a colon or is long. "Most read the speech as…" does."""
    return words[hit.last - 1].text == ":" or hit.last - hit.first >= 3


def first_word(line: Line) -> int:
    """The index of the first token that is no mark."""
    return next((i for i, w in enumerate(line.words) if w.is_word or w.is_number), 0)


def _any(phrases: Phrases, line: Line) -> bool:
    return next(phrases.find(list(line.words)), None) is not None


@cache
def page(languages: Languages) -> Page:
    """The page words of all languages together."""
    all_words = [languages[code].words("page", PageWords) for code in languages.codes]

    def every(take: Callable[[PageWords], Iterable[str]]) -> list[str]:
        return [word for words in all_words for word in take(words)]

    def keys(take: Callable[[PageWords], Iterable[str]]) -> frozenset[str]:
        return frozenset(plain(word) for word in every(take))

    return Page(
        whole={_key(p): r for words in all_words for r, p in _pairs(words.whole)},
        opening=_phrases(w.opening for w in all_words),
        holding=_phrases(w.holding for w in all_words),
        menu=keys(lambda w: w.menu),
        ago=Phrases({"ago": every(lambda w: w.ago)}),
        caption=Phrases({"caption": every(lambda w: w.caption)}),
        sides=keys(lambda w: w.sides),
        published=Phrases({"published": every(lambda w: w.published), "updated": every(lambda w: w.updated)}),
        agencies={plain(word): word for word in every(lambda w: w.agencies)},
        wires=keys(lambda w: w.wires),
        unnamed=keys(lambda w: w.unnamed),
        outlet=keys(lambda w: w.outlet),
        company=keys(lambda w: w.company),
        cities=keys(lambda w: w.cities),
        byline=Phrases(
            {"author": every(lambda w: w.byline.author), "other": every(lambda w: w.byline.other)}
        ),
        credit=Phrases(
            {"report": every(lambda w: w.byline.report), "holding": every(lambda w: w.byline.holding)}
        ),
        between=keys(lambda w: w.byline.between),
        place=keys(lambda w: w.byline.place),
        desk=keys(lambda w: w.byline.desk),
    )


def _key(phrase: str) -> str:
    return " ".join(w.key for w in tokens(phrase) if w.is_word)


def _pairs(reasons: Reasons) -> list[tuple[Reason, str]]:
    return [(Reason(f.name), p) for f in fields(reasons) for p in getattr(reasons, f.name)]


def _phrases(several: Iterable[Reasons]) -> Phrases:
    meanings: dict[str, list[str]] = {}
    for reasons in several:
        for reason, phrase in _pairs(reasons):
            meanings.setdefault(reason, []).append(phrase)
    return Phrases(meanings)
