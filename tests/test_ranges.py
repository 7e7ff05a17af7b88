"""Range: all that a phrase leaves open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.ranges import Range

amounts = st.integers(-(10**9), 10**9).map(Decimal)
factors = st.integers(1, 10**6).map(Decimal)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """Any range, with open ends among them."""
    low, high = draw(st.none() | amounts), draw(st.none() | amounts)
    return Range(high, low) if low is not None and high is not None and low > high else Range(low, high)


def test_a_range_runs_upwards() -> None:
    with pytest.raises(ValueError, match="upwards: 2 > 1"):
        Range(Decimal(2), Decimal(1))


def test_a_point_is_one_amount() -> None:
    point = Range.point(Decimal(12_000))
    assert point.is_point
    assert Decimal(12_000) in point
    assert Decimal(12_001) not in point


@pytest.mark.parametrize(
    "range", [Range(), Range(Decimal(1)), Range(None, Decimal(1)), Range(Decimal(1), Decimal(2))]
)
def test_what_leaves_more_open_is_no_point(range: Range) -> None:
    assert not range.is_point


def test_both_ends_are_included() -> None:
    thousands = Range(Decimal(1000), Decimal(9999))
    assert Decimal(1000) in thousands
    assert Decimal(9999) in thousands
    assert Decimal(10_000) not in thousands


def test_touching_ranges_meet_and_parted_ones_lie_below() -> None:
    low, high = Range(Decimal(1), Decimal(5)), Range(Decimal(5), Decimal(9))
    assert low.meets(high)
    assert not low.lies_below(high)
    assert low.lies_below(Range(Decimal(6)))
    assert not Range(Decimal(6)).lies_below(low)


def test_an_open_end_lies_below_nothing() -> None:
    """ "At least 3" allows any large amount, so it is never below another."""
    assert not Range(Decimal(3)).lies_below(Range.point(Decimal(10**9)))


@given(ranges(), ranges())
def test_meeting_is_mutual(a: Range, b: Range) -> None:
    assert a.meets(b) == b.meets(a)


@given(ranges())
def test_every_range_meets_and_holds_itself(a: Range) -> None:
    assert a.meets(a)
    assert a.holds(a)


@given(ranges(), ranges())
def test_what_holds_another_meets_it(a: Range, b: Range) -> None:
    assume(a.holds(b))
    assert a.meets(b)


@given(ranges(), amounts)
def test_holding_a_point_is_holding_its_amount(a: Range, amount: Decimal) -> None:
    point = Range.point(amount)
    assert a.holds(point) == a.meets(point) == (amount in a)


@given(ranges(), ranges())
def test_exactly_one_of_below_above_and_meeting(a: Range, b: Range) -> None:
    assert [a.lies_below(b), b.lies_below(a), a.meets(b)].count(True) == 1


@given(ranges(), ranges())
def test_two_that_hold_each_other_are_equal(a: Range, b: Range) -> None:
    assert (a.holds(b) and b.holds(a)) == (a == b)


@given(ranges(), ranges(), ranges())
def test_holding_is_handed_on(a: Range, b: Range, c: Range) -> None:
    outer, middle, inner = _wider(a, b), a, _narrower(a, c)
    assert outer.holds(middle)
    assert middle.holds(inner)
    assert outer.holds(inner)


def _wider(a: Range, b: Range) -> Range:
    """The shortest range that holds both."""
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    return Range(low, high)


def _narrower(a: Range, b: Range) -> Range:
    """What both allow; the first, where that is nothing."""
    if not a.meets(b):
        return a
    lows, highs = [r.low for r in (a, b) if r.low is not None], [r.high for r in (a, b) if r.high is not None]
    return Range(max(lows, default=None), min(highs, default=None))


@given(ranges(), ranges(), factors)
def test_another_unit_changes_no_relation(a: Range, b: Range, factor: Decimal) -> None:
    x, y = a.scaled(factor), b.scaled(factor)
    assert (x.meets(y), x.holds(y), x.lies_below(y)) == (a.meets(b), a.holds(b), a.lies_below(b))
    assert x.is_point == a.is_point


@given(ranges(), ranges(), factors)
def test_widening_only_ever_adds(a: Range, b: Range, step: Decimal) -> None:
    wide = a.widened(step)
    assert wide.holds(a)
    assert wide.meets(b) or not a.meets(b)
    assert wide.widened(-step) == a


@given(ranges(), factors)
def test_an_open_end_stays_open(a: Range, step: Decimal) -> None:
    for changed in (a.widened(step), a.scaled(step)):
        assert (changed.low is None, changed.high is None) == (a.low is None, a.high is None)
