"""The ladder: the first rung that holds decides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts import Judgement, Rung, Verdict, climb

LADDER: tuple[Rung[int], ...] = (
    Rung(Verdict.AGREE, "the same number", lambda a, b: a == b),
    Rung(Verdict.COMPATIBLE, "{a} is near {b}", lambda a, b: abs(a - b) < 3),
    Rung(Verdict.CONFLICT, "{a} is not {b}", lambda a, b: (a < 0) == (b < 0)),
)


def test_the_first_rung_that_holds_decides() -> None:
    assert climb(LADDER, 4, 4) == Judgement(Verdict.AGREE, "the same number")


def test_the_reason_names_both_values() -> None:
    assert climb(LADDER, 4, 9) == Judgement(Verdict.CONFLICT, "4 is not 9")


def test_values_are_shown_as_asked() -> None:
    found = climb(LADDER, 4, 5, lambda number: f"no. {number}")
    assert found == Judgement(Verdict.COMPATIBLE, "no. 4 is near no. 5")


def test_values_with_braces_are_no_patterns() -> None:
    """Words of an article stand in a reason as they are."""
    ladder: tuple[Rung[str], ...] = (Rung(Verdict.CONFLICT, "{a} here, {b} there", lambda a, b: True),)
    assert climb(ladder, "{b}", "{0.x}") == Judgement(Verdict.CONFLICT, "{b} here, {0.x} there")


def test_where_no_rung_holds_nothing_is_said() -> None:
    assert climb(LADDER, -4, 9) is None
    assert climb((), 4, 4) is None


@given(st.integers(), st.integers())
def test_a_ladder_of_mutual_rungs_judges_mutually(a: int, b: int) -> None:
    one, other = climb(LADDER, a, b), climb(LADDER, b, a)
    assert (one and one.verdict) == (other and other.verdict)
