"""Quantities: counts, money, shares, measures, ages, ranks and scores.

"dua belas ribu tentara", "up to 12,000 soldiers" and "ribuan prajurit" are found as amounts with all
they leave open, and judged by a ladder: "up to 12,000" leaves room for 10,000, not for 15,000.
Years, hours, dates, telephone numbers and numbered names ("Liga 1", "Article 5") are no quantities.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.kinds._quantity_find import find_in
from factcheck.kinds._quantity_value import Bound, Measure, Quantity, digits, significant
from factcheck.kinds._quantity_words import lexicon
from factcheck.languages import Languages
from factcheck.model import Article, Kind, Mention, Span
from factcheck.ranges import Range
from factcheck.verdicts import Judgement, Rung, Verdict, climb

__all__ = ["LADDER", "Bound", "Measure", "Quantity", "digits", "find", "judge", "significant"]

_APART = Decimal("1.5")  # a bound passed by more than half again is far
_OVER = Decimal("1.3")  # "more than 12 million" has counted the millions
_COUNTED = Decimal("1.2")  # "at least 27 dead" has counted the dead
_BOTH_OVER = Decimal("1.15")
_BELOW = Decimal(2)  # an upper bound is far above what is less than half of it
_SMALL = Decimal(2)  # among small numbers less than this is never far
_TRIFLE = Decimal("0.01")
_ROUNDING = Decimal("0.1")  # no rounding moves a number by more than a tenth
_OTHER_UNIT = Decimal("0.15")  # what a length of time may lose on its way to a longer unit
_POINTED = (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
_ALIKE = (
    {Bound.EXACT, Bound.ABOUT},
    {Bound.EXACT, Bound.AT_LEAST},
    {Bound.AT_LEAST, Bound.ABOVE},
    {Bound.AT_MOST, Bound.BELOW},
)
_ORDERED = (Measure.RANK, Measure.AGE)


def find(article: Article, languages: Languages, taken: Sequence[Span]) -> list[Mention]:
    """All quantities of the article's sentences, in order, save those that meet a span already taken.

    A mention's span covers bound, number and unit; the counted noun stands in the value's `of_span`.
    """
    spans = _merged(taken)
    found: list[Mention] = []
    for index, sentence in enumerate(article.sentences):
        words = lexicon(languages, sentence.language)
        inside = _meeting(spans, sentence.span)
        for quantity in find_in(article.text, sentence.span, words, inside):
            found.append(Mention(Kind.QUANTITY, quantity.span, quantity.value, index))
    return found


def _merged(taken: Sequence[Span]) -> list[Span]:
    """The taken stretches in order, none overlapping."""
    merged: list[Span] = []
    for span in sorted(taken):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].joined(span)
        else:
            merged.append(span)
    return merged


def _meeting(spans: Sequence[Span], place: Span) -> Sequence[Span]:
    first = bisect_right(spans, place.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, place.end, key=lambda span: span.start)]


def judge(a: Quantity, b: Quantity) -> Judgement | None:
    """How two quantities of one thing stand to each other; None where they say nothing of each other."""
    pair = _comparable(a, b)
    return climb(LADDER, *pair, show=Quantity.show) if pair else None


def _comparable(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two in one measure and currency; as they are where the mismatch itself is the news."""
    if {a.measure, b.measure} == {Measure.SCORE, Measure.COUNT}:
        a, b = _as_score(a), _as_score(b)
    if {a.measure, b.measure} == {Measure.AGE, Measure.DURATION} and a.unit == b.unit:
        a, b = replace(a, measure=Measure.AGE), replace(b, measure=Measure.AGE)  # "a girl of five years"
    if a.measure is not b.measure:
        return (a, b) if _points_for_percent(a, b) else None
    if a.measure is Measure.MONEY and not _same_currency(a, b):
        return _stated_alike(a, b) or ((a, b) if _other_currency(a, b) else None)
    if a.measure is Measure.COUNT and a.unit and b.unit and a.unit != b.unit:
        return None
    return a, b


def _as_score(q: Quantity) -> Quantity:
    """ "Six of the nine" as a vote of 6–3."""
    if q.measure is Measure.SCORE or q.total is None or not q.stated:
        return q
    return replace(q, measure=Measure.SCORE, stated=(q.stated[0], q.total - q.stated[0]))


def _same_currency(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit or b.unit in a.kin or a.unit in b.kin


def _stated_alike(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """The pair in one currency, where a text itself gives the amount in both."""
    pairs = [(x, y) for x in (a, *a.also) for y in (b, *b.also) if _same_currency(x, y)]
    return pairs[0] if pairs else None


def _other_currency(a: Quantity, b: Quantity) -> bool:
    """The same number in two currencies."""
    return a.measure is b.measure is Measure.MONEY and not _same_currency(a, b) and _same_numbers(a, b)


def _points_for_percent(a: Quantity, b: Quantity) -> bool:
    """The same number, once as percent and once as percentage points."""
    return {a.measure, b.measure} == {Measure.PERCENT, Measure.POINTS} and _same_numbers(a, b)


def _same_numbers(a: Quantity, b: Quantity) -> bool:
    return bool(a.stated) and a.stated == b.stated


def _other_unit(a: Quantity, b: Quantity) -> bool:
    return _other_currency(a, b) or _points_for_percent(a, b)


def _is_score(a: Quantity, b: Quantity) -> bool:
    return a.measure is b.measure is Measure.SCORE


def _same_score(a: Quantity, b: Quantity) -> bool:
    return _is_score(a, b) and sorted(a.stated) == sorted(b.stated)


def _main(q: Quantity) -> Decimal | None:
    """The one number a quantity is built on, in base units; None for ranges and vague words."""
    if q.bound in (Bound.BETWEEN, Bound.VAGUE) or not q.stated:
        return None
    return q.stated[0] * q.factor + q.offset


def _same_amount(a: Quantity, b: Quantity) -> bool:
    if a.bound in (Bound.BETWEEN, Bound.VAGUE) or b.bound in (Bound.BETWEEN, Bound.VAGUE):
        return a.bound is b.bound and a.amount == b.amount
    if not _equal(_main(a), _main(b)):
        return False
    return a.bound is b.bound or {a.bound, b.bound} in _ALIKE


def _equal(a: Decimal | None, b: Decimal | None) -> bool:
    """Equal but for the last digits of a unit's factor."""
    return a is not None and b is not None and abs(a - b) <= abs(a) * Decimal("1e-9")


def _same_number_as_bound(a: Quantity, b: Quantity) -> bool:
    return _equal(_main(a), _main(b))


def _ranked_apart(a: Quantity, b: Quantity) -> bool:
    return a.measure in _ORDERED and a.bound is b.bound is Bound.EXACT and a.unit == b.unit


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """Whether the coarser of two plain numbers leaves room for the finer: 12,000 for 11,950."""
    x, y = _main(a), _main(b)
    if x is None or y is None or not _same_kind(a, b):
        return False
    coarse, fine, step = (x, y, a.step) if a.step >= b.step else (y, x, b.step)
    if a.measure is Measure.DURATION and a.unit != b.unit and abs(x - y) <= coarse * _OTHER_UNIT:
        return True  # "12 days" and "two weeks"
    if fine - coarse == step / 2 and a.step != b.step and step > abs(coarse) * _TRIFLE:
        return False  # seven and a half is rounded up, not down
    return abs(x - y) <= min(step / 2, abs(coarse) * _ROUNDING)


def _same_kind(a: Quantity, b: Quantity) -> bool:
    return (
        (a.bound in _POINTED and b.bound in _POINTED)
        or (a.bound.is_lower and b.bound.is_lower)
        or (a.bound.is_upper and b.bound.is_upper)
    )


def _two_upper_bounds(a: Quantity, b: Quantity) -> bool:
    return a.bound.is_upper and b.bound.is_upper


def _two_counts(a: Quantity, b: Quantity) -> bool:
    """Two counts so far: "at least 24 years", "at least 26 years"."""
    return a.bound is b.bound is Bound.AT_LEAST


def _allowed(q: Quantity) -> Range:
    """All that a quantity allows, with its soft ends."""
    if q.soft is not None:
        return q.soft
    if q.approximate and q.amount.low is not None and q.amount.high is not None and q.bound is Bound.BETWEEN:
        return Range(q.amount.low * (1 - _ROUNDING), q.amount.high * (1 + _ROUNDING))
    return q.amount


def _meet(a: Quantity, b: Quantity) -> bool:
    if a.bound is b.bound is Bound.VAGUE:
        return a.amount.meets(b.amount)  # "thousands" may stretch to 12,000, not to "tens of thousands"
    return _allowed(a).meets(_allowed(b))


def _far(a: Quantity, b: Quantity) -> bool:
    """Whether a bound is so far from the other value that an editor would want to see it."""
    return _bound_far(a, b) or _bound_far(b, a)


def _bound_far(bound: Quantity, other: Quantity) -> bool:
    limit = _main(bound)
    if limit is None or bound.measure in (Measure.PERCENT, Measure.TEMPERATURE, Measure.MAGNITUDE):
        return False
    if bound.bound.is_lower and (reached := _lowest(other)) is not None:
        return reached > limit * _reach(bound, other) and reached - limit >= _SMALL * bound.factor
    if bound.bound.is_upper and (reached := _highest(other)) is not None:
        return reached * _BELOW < limit and limit - reached >= _SMALL * bound.factor
    return False


def _reach(bound: Quantity, other: Quantity) -> Decimal:
    """How many times a lower bound another value may be, and still be what was meant."""
    if bound.bound is Bound.AT_LEAST:
        return _COUNTED
    if bound.bound is other.bound is Bound.ABOVE:
        return _BOTH_OVER
    return _OVER if significant(bound.stated[0]) > 1 else _APART


def _lowest(q: Quantity) -> Decimal | None:
    """The number to hold against a lower bound: of "about 200" what it may mean at least."""
    main = _main(q) if not q.bound.is_upper and q.bound is not Bound.ABOUT else None
    return main if main is not None else _allowed(q).low


def _highest(q: Quantity) -> Decimal | None:
    """The number to hold against an upper bound: of "about 200" what it may mean at most."""
    main = _main(q) if not q.bound.is_lower and q.bound is not Bound.ABOUT else None
    return main if main is not None else _allowed(q).high


def _is_open(q: Quantity) -> bool:
    return q.bound not in (Bound.EXACT,)


def _always(a: Quantity, b: Quantity) -> bool:
    return True


LADDER: tuple[Rung[Quantity], ...] = (
    Rung(Verdict.CONFLICT, "the same number in different units: {a}, {b}", _other_unit),
    Rung(Verdict.AGREE, "the same result", _same_score),
    Rung(Verdict.CONFLICT, "{a} is not {b}", _is_score),
    Rung(Verdict.AGREE, "the same amount", _same_amount),
    Rung(Verdict.COMPATIBLE, "the same number, once as a bound", _same_number_as_bound),
    Rung(Verdict.CONFLICT, "{a} is not {b}", _ranked_apart),
    Rung(Verdict.COMPATIBLE, "{a} and {b} are one number, rounded differently", _is_rounding),
    Rung(Verdict.CONFLICT, "two different upper bounds: {a}, {b}", _two_upper_bounds),
    Rung(Verdict.CONFLICT, "two different lower bounds: {a}, {b}", _two_counts),
    Rung(Verdict.CONFLICT, "{a} is far from {b}", lambda a, b: _meet(a, b) and _far(a, b)),
    Rung(Verdict.COMPATIBLE, "{a} leaves room for {b}", lambda a, b: _meet(a, b) and _is_open(a)),
    Rung(Verdict.COMPATIBLE, "{b} leaves room for {a}", _meet),
    Rung(Verdict.CONFLICT, "{a} lies outside {b}", lambda a, b: b.bound in (Bound.BETWEEN, Bound.VAGUE)),
    Rung(Verdict.CONFLICT, "{b} lies outside {a}", lambda a, b: a.bound in (Bound.BETWEEN, Bound.VAGUE)),
    Rung(Verdict.CONFLICT, "{a} is not {b}", _always),
)
"""From the surest to the least sure; the first rung that holds decides."""
