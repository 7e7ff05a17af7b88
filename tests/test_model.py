"""The values that run through the corridor."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Article, Span

TEXT = "Satu baris.\nDua baris.\n\nTiga “baris”."
ARTICLE = Article("a", "a.txt", TEXT, "", "id", ())


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span of at least one character."""
    start = draw(st.integers(0, 60))
    return Span(start, start + draw(st.integers(1, 30)))


def test_a_span_is_the_words_that_stand_there() -> None:
    start = TEXT.index("“baris”")
    assert Span(start, start + 7).of(TEXT) == "“baris”"


def test_spans_that_touch_do_not_meet() -> None:
    assert not Span(0, 4).meets(Span(4, 8))
    assert Span(0, 5).meets(Span(4, 8))


@given(spans(), spans())
def test_meeting_is_mutual(a: Span, b: Span) -> None:
    assert a.meets(b) == b.meets(a) == bool({*range(a.start, a.end)} & {*range(b.start, b.end)})


@given(spans(), spans())
def test_what_holds_another_meets_it(a: Span, b: Span) -> None:
    assert a.holds(a)
    assert a.meets(b) or not a.holds(b)


@given(spans(), spans())
def test_the_joined_span_holds_both_and_no_more(a: Span, b: Span) -> None:
    joined = a.joined(b)
    assert joined.holds(a)
    assert joined.holds(b)
    assert joined == b.joined(a)
    assert joined.start in (a.start, b.start)
    assert joined.end in (a.end, b.end)


@pytest.mark.parametrize(
    ("words", "position"), [("Satu", (1, 1)), ("baris.\nDua", (1, 6)), ("Dua", (2, 1)), ("“", (4, 6))]
)
def test_lines_and_columns_are_counted_from_one(words: str, position: tuple[int, int]) -> None:
    assert ARTICLE.position(TEXT.index(words)) == position


@given(st.text(alphabet="ab\n", max_size=30), st.integers(0, 30))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = replace(ARTICLE, text=text).position(offset)
    before = text.split("\n")[: line - 1]
    assert sum(len(each) + 1 for each in before) + column - 1 == offset


def test_the_day_of_an_article_is_that_of_its_hour() -> None:
    assert replace(ARTICLE, published=datetime(2025, 3, 12, 23, 59)).day == date(2025, 3, 12)
    assert replace(ARTICLE, published=date(2025, 3, 12)).day == date(2025, 3, 12)
    assert ARTICLE.day is None


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        ARTICLE.text = ""  # type: ignore[misc]  # what is tested
