"""What holds for all times, whatever they are."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.time import Granularity, Time, find, judge
from factcheck.languages import Languages
from factcheck.model import Article, Sentence, Span, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@st.composite
def some_times(draw: st.DrawFn) -> Time:
    """Any time: resolved or not, a day or more, with or without hour and zone."""
    start = draw(st.none() | DAYS)
    length = draw(st.sampled_from([0, 0, 1, 6, 30]))
    end = start + timedelta(days=length) if start else None
    hour = draw(st.none() | st.integers(0, 1439))
    return Time(
        start=start,
        end=end,
        granularity=draw(st.sampled_from(Granularity)),
        clock=None if hour is None else (hour, hour),
        zone=draw(st.none() | st.sampled_from([0, 420, 480, -300])) if hour is not None else None,
        weekday=draw(st.none() | st.integers(0, 6)) if length == 0 else None,
        ambiguous=False,
    )


@given(some_times())
def test_a_resolved_time_agrees_with_itself(time: Time) -> None:
    found = judge(time, time)
    if time.resolved:
        assert found is not None
        assert found.verdict is Verdict.AGREE


@given(some_times(), some_times())
def test_judging_is_mutual(a: Time, b: Time) -> None:
    left, right = judge(a, b), judge(b, a)
    assert (left and left.verdict) == (right and right.verdict)


@given(some_times())
def test_every_time_can_be_shown_and_written(time: Time) -> None:
    assert time.show()
    assert set(time.to_json()) >= {"start", "end", "granularity"}


WORDS = st.sampled_from(
    [
        *(
            "Selasa",
            "malam",
            "(12/11)",
            "12/11/2024",
            "Juni",
            "June",
            "19",
            "2024",
            "-",
            ",",
            "(",
            ")",
            "May",
        ),
        *(
            "pukul",
            "08.00",
            "WIB",
            "jam",
            "7",
            "pagi",
            "lalu",
            "last",
            "week",
            "pekan",
            "early",
            "awal",
            "akhir",
        ),
        *(
            "of",
            "the",
            "tahun",
            "31",
            "Februari",
            "February",
            "99",
            "until",
            "hingga",
            "dan",
            "and",
            "at",
            "5",
        ),
        *("p.m.", "GMT", "+7", "noon", "yesterday", "kemarin", "dua", "minggu", "Minggu", "0000", "9999"),
        *(
            "1990s",
            "-an",
            "Q3",
            "quarter",
            "second",
            "that",
            "year",
            "abad",
            "ke-19",
            "29",
            "1900",
            "ago",
            "1",
        ),
    ]
)


@given(
    st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60), st.sampled_from(LANGUAGES.codes), DAYS
)
def test_finding_never_fails_and_spans_are_in_order(text: str, language: str, day: date) -> None:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    spans = [
        m.span for m in find(Article("a", "a", text, "", language, (sentence,), published=day), LANGUAGES)
    ]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(DAYS, DAYS)
def test_a_date_written_out_is_found_as_written(day: date, published: date) -> None:
    text = f"Rapat digelar {day.day}/{day.month}/{day.year} di kota."
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, "id")
    article = Article("a", "a", text, "", "id", (sentence,), published=published)
    (mention,) = find(article, LANGUAGES)
    assert isinstance(mention.value, Time)
    assert (mention.value.start, mention.value.end) == (day, day)
