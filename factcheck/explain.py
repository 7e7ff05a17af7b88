"""What may explain a conflict, where the texts themselves show it: a later report, another source, an altered
copy, another part. Where they show nothing, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from factcheck.kinds.judging import judgement
from factcheck.kinds.quantity import Measure, Quantity
from factcheck.model import Article, Fact, Kind, Origin, Position
from factcheck.sources import Source, all_differ, sources_of
from factcheck.verdicts import Verdict

__all__ = ["explain"]

_CHANGING = (Kind.QUANTITY, Kind.STANCE, Kind.STATEMENT)  # kinds in which a story moves on
_LASTING = (Measure.AGE, Measure.LENGTH, Measure.AREA, Measure.SCORE)  # measures that don't change overnight
_HOURS = 20  # from here on a later hour is called a day
_SHOWN = 2  # sources and articles named at most

Pair = tuple[Position, Position]


def explain(fact: Fact, articles: Mapping[str, Article], origins: Sequence[Origin]) -> str | None:
    """What may explain a conflict, in words that follow "may be explained by"; None where nothing is shown.

    `articles` are those of the comparison by id.
    """
    if fact.verdict is not Verdict.CONFLICT:
        return None
    pairs = _conflicts(fact)
    found = (
        _altered_copy(fact, pairs, origins),
        _first(_later(a, b, articles) for a, b in pairs) if _may_change(fact) else None,
        _first(_other_source(a, b) for a, b in pairs),
        _first(_other_part(a, b) for a, b in pairs),
    )
    return "; ".join(reason for reason in found if reason) or None


def _first(found: Iterator[str | None]) -> str | None:
    return next((reason for reason in found if reason), None)


def _conflicts(fact: Fact) -> list[Pair]:
    """The pairs of positions that can't both be true."""
    return [
        (a, b)
        for a, b in combinations(fact.positions, 2)
        if (found := judgement(a.told[0].mention.value, b.told[0].mention.value))
        and found.verdict is Verdict.CONFLICT
    ]


def _articles(position: Position) -> list[str]:
    return list(dict.fromkeys(told.article for told in position.told))


def _named(ids: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and 2 more"."""
    shown = list(ids[:_SHOWN])
    if len(ids) > _SHOWN:
        return f"{', '.join(shown)} and {len(ids) - _SHOWN} more"
    return " and ".join(shown)


# A later report


def _may_change(fact: Fact) -> bool:
    value = fact.positions[0].told[0].mention.value
    lasting = isinstance(value, Quantity) and value.measure in _LASTING
    return fact.kind in _CHANGING and not lasting


def _later(a: Position, b: Position, articles: Mapping[str, Article]) -> str | None:
    """ "a later report (X is a day later than Y, with the higher figure)"; None where the times are mixed."""
    for old, new in ((a, b), (b, a)):
        gaps = [
            (_gap(articles[x], articles[y]), x, y)
            for x in _articles(old)
            for y in _articles(new)
            if x in articles and y in articles
        ]
        known = [(gap, x, y) for gap, x, y in gaps if gap is not None]
        if known and len(known) == len(gaps) and all(gap > 0 for gap, _, _ in known):
            gap, x, y = min(known, key=lambda each: each[0])
            return f"a later report ({y} is {_shown_gap(gap)} later than {x}{_compared(old, new)})"
    return None


def _gap(a: Article, b: Article) -> int | None:
    """The hours from one article's publication to the other's, a full day at least where a zone is unknown.

    None where either is undated; 0 where the days are the same and the hours can't be compared.
    """
    x, y = a.published, b.published
    if a.day is None or b.day is None:
        return None
    if isinstance(x, datetime) and isinstance(y, datetime) and x.tzinfo and y.tzinfo:
        return int((y - x).total_seconds() // 3600)
    return 24 * (b.day - a.day).days


def _shown_gap(hours: int) -> str:
    if hours < _HOURS:
        return "an hour" if hours == 1 else f"{hours} hours"
    days = max(1, round(hours / 24))
    return "a day" if days == 1 else f"{days} days"


def _compared(old: Position, new: Position) -> str:
    before, after = (position.told[0].mention.value for position in (old, new))
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return ""
    x, y = before.amount.middle, after.amount.middle
    if x is None or y is None or x == y or before.measure is not after.measure:
        return ""
    return f", with the {'higher' if y > x else 'lower'} figure"


# Another source


def _other_source(a: Position, b: Position) -> str | None:
    """ "another source (X credits P, Y credits Q)"; None where either side may have the other's."""
    x, y = sources_of(a.told), sources_of(b.told)
    if not all_differ(x, y):
        return None
    return f"another source ({_credits(a, x)}, {_credits(b, y)})"


def _credits(position: Position, sources: Sequence[Source]) -> str:
    first = sources[0].text
    article = next(
        told.article
        for told in position.told
        if any(credit.source == first for credit in told.statement.attribution)
    )
    return f"{article} credits {first}"


# An altered copy


def _altered_copy(fact: Fact, pairs: Sequence[Pair], origins: Sequence[Origin]) -> str | None:
    """ "an altered copy (X and Y share their text, yet Y has 42)"; None where no origin takes both sides."""
    for origin in origins:
        members = set(origin.articles)
        for pair in pairs:
            sides = [[id for id in _articles(position) if id in members] for position in pair]
            sides = [
                [id for id in side if id not in other] for side, other in zip(sides, sides[::-1], strict=True)
            ]
            if all(sides):
                return f"an altered copy ({_copied(pair, sides)})"
    return None


def _copied(pair: Pair, sides: Sequence[Sequence[str]]) -> str:
    few, many = sorted((1, 0), key=lambda side: len(sides[side]))
    everyone = _named([*sides[many], *sides[few]])
    if len(sides[few]) == len(sides[many]):
        return f"{everyone} share their text, yet differ here"
    verb = "has" if len(sides[few]) == 1 else "have"
    return f"{everyone} share their text, yet {_named(sides[few])} {verb} {pair[few].value}"


# Another part


def _other_part(a: Position, b: Position) -> str | None:
    """ "another part or scope (X tells it of a part)"; None where both are told of a part, or neither."""
    parts = [all(told.mention.role.part for told in position.told) for position in (a, b)]
    wholes = [not any(told.mention.role.part for told in position.told) for position in (a, b)]
    for part, whole in ((0, 1), (1, 0)):
        if parts[part] and wholes[whole]:
            return f"another part or scope ({_told_of(_articles((a, b)[part]))} of a part only)"
    return None


def _told_of(ids: Sequence[str]) -> str:
    return f"{_named(ids)} {'tells' if len(ids) == 1 else 'tell'}"
