"""What counts as a time, what it is worked out to, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from factcheck.kinds.time import Bound, Edge, Granularity, Time, find, judge, weekday_slips
from factcheck.languages import Languages
from factcheck.languages.calendar import dates
from factcheck.model import Article, Kind, Sentence, Span, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
AGREE, COMPATIBLE, CONFLICT = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT


def an_article(text: str, language: str, day: str | None = "2024-11-13") -> Article:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    published = date.fromisoformat(day) if day else None
    return Article("a", "a.txt", text, "", language, (sentence,), published=published)


def times(text: str, language: str = "en", day: str | None = "2024-11-13") -> list[Time]:
    return [m.value for m in find(an_article(text, language, day), LANGUAGES) if isinstance(m.value, Time)]


def a_time(text: str, language: str = "en", day: str | None = "2024-11-13") -> Time:
    (time,) = times(text, language, day)
    return time


def compact(time: Time) -> str:
    """A time as the examples write it."""
    shown = time.to_json()
    start, end = shown["start"], shown["end"]
    days = "?" if start is None else str(start) if start == end else f"{start}/{end}"
    hours = shown.get("hour") or ("-".join(f"{h // 60 % 24:02}:{h % 60:02}" for h in time.hours or ()))
    parts = [
        shown.get("edge"),
        shown.get("bound") if not time.single else None,
        days,
        hours,
        shown.get("zone"),
    ]
    parts += [f"or {time.other}" if time.other else None, "slip" if time.mismatch else None]
    return " ".join(str(part) for part in parts if part)


EXAMPLES = [(code, example) for code in LANGUAGES.codes for example in LANGUAGES[code].examples("time")]
DATES = [(code, example) for code in LANGUAGES.codes for example in LANGUAGES[code].examples("calendar")]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda x: x if isinstance(x, str) else x["text"])
def test_every_example_holds(code: str, example: Mapping[str, Any]) -> None:
    article = an_article(example["text"], code, example.get("day"))
    found = {
        m.span.of(article.text): compact(m.value)
        for m in find(article, LANGUAGES)
        if isinstance(m.value, Time)
    }
    assert found == dict(example["find"]), example["why"]


@pytest.mark.parametrize(("code", "example"), DATES, ids=lambda x: x if isinstance(x, str) else x["text"])
def test_every_calendar_example_holds(code: str, example: Mapping[str, Any]) -> None:
    text = example["text"]
    found = [text[d.start : d.end] for d in dates(text, 0, len(text), LANGUAGES[code])]
    assert found == example["find"], example["why"]


def test_an_hour_belongs_to_the_date_it_stands_beside() -> None:
    text = "Updated 7:15 PM EDT, Thu March 14, 2024"
    (found,) = dates(text, 0, len(text), LANGUAGES["en"])
    assert (found.date, found.hour, found.minute, found.zone) == (date(2024, 3, 14), 19, 15, -240)


def test_spans_that_are_taken_are_left_alone() -> None:
    article = an_article("It rained on Tuesday and on Friday.", "en")
    assert len(find(article, LANGUAGES, [Span(10, 20)])) == 1


def test_a_mention_knows_its_kind_and_sentence() -> None:
    (mention,) = find(an_article("It rained on Tuesday.", "en"), LANGUAGES)
    assert (mention.kind, mention.sentence) == (Kind.TIME, 0)


def test_a_weekday_that_is_not_its_dates_is_a_slip() -> None:
    article = an_article("It rained on Friday, 9 November 2024, and on Monday.", "en")
    (slip,) = weekday_slips(article, find(article, LANGUAGES))
    assert slip.span.of(article.text) == "Friday, 9 November 2024"


@pytest.mark.parametrize("day", ["2024-11-11", "2024-11-12", "2024-11-13", "2024-11-17"])
def test_a_bare_weekday_is_never_more_than_six_days_back(day: str) -> None:
    time = a_time("The council met on Tuesday.", day=day)
    assert time.start is not None
    assert 0 <= (date.fromisoformat(day) - time.start).days <= 6


def test_a_date_without_year_is_the_one_near_the_article() -> None:
    assert a_time("They met on Dec. 6.", day="2025-02-12").start == date(2024, 12, 6)
    assert a_time("The next meeting is due on January 9.", day="2024-12-20").start == date(2025, 1, 9)


def test_that_year_is_the_one_told_before() -> None:
    assert times("It fell in 2025 before rising in the final quarter of that year.")[1].start == date(
        2025, 10, 1
    )


def test_without_the_articles_day_nothing_is_filled_in() -> None:
    for time in times("He left on Tuesday, in June, last week, on 3 May and yesterday.", day=None):
        assert not time.resolved


def test_a_time_is_written_as_the_contract_says() -> None:
    assert a_time("Selasa (12/11)", "id").to_json() == {
        "start": "2024-11-12",
        "end": "2024-11-12",
        "granularity": "day",
        "weekday": "tuesday",
    }


def test_a_time_is_shown_in_words() -> None:
    assert a_time("Senin (11/11) pukul 18.00 WIB", "id").show() == "Monday 11 November 2024, 18:00 (UTC+7)"
    assert a_time("in June 2024").show() == "June 2024"
    assert a_time("18-19 June 2024").show() == "18-19 June 2024"


VERDICTS = [
    (AGREE, "en", "on Tuesday", "id", "Selasa (12/11)", "one day"),
    (AGREE, "ms", "semalam", "en", "on November 12", "yesterday and its date"),
    (AGREE, "id", "pukul 08.38 WIB", "en", "at 0138 GMT", "one moment in two zones"),
    (AGREE, "en", "8 p.m.", "en", "at 20:00", "one hour in two ways"),
    (AGREE, "en", "(1840 GMT Tuesday)", "id", "Rabu (13/11) pukul 01.40 WIB", "the day turns with the zone"),
    (AGREE, "en", "until the end of this month", "en", "by November 30", "one last day"),
    (AGREE, "en", "from 25 April to 13 May", "en", "April 25 through May 13", "one range"),
    (AGREE, "en", "03/04/2025", "en", "03/04/2025", "however it is meant, it is meant alike"),
    (COMPATIBLE, "en", "in June", "id", "pada 19 Juni 2024", "a day of the month"),
    (COMPATIBLE, "id", "pekan lalu", "en", "on November 7", "a day of the week"),
    (COMPATIBLE, "en", "spring of 2024", "en", "April 9, 2024", "a day of the spring"),
    (COMPATIBLE, "en", "early September", "en", "3 and 4 September", "early days"),
    (COMPATIBLE, "id", "Selasa malam", "id", "pukul 21.45", "an hour of the night"),
    (COMPATIBLE, "en", "shortly after noon", "en", "at 12:10", "just after"),
    (COMPATIBLE, "en", "03/04/2025", "en", "3 April 2025", "one reading fits"),
    (COMPATIBLE, "id", "antara 20 dan 24 Juni", "ms", "pada 22 Jun", "inside the range"),
    (COMPATIBLE, "en", "on Tuesday at 5pm", "en", "on Tuesday", "the hour is only told once"),
    (COMPATIBLE, "en", "Tuesday night", "en", "Wednesday at 2 a.m.", "one night"),
    (COMPATIBLE, "en", "before 15 May 2024", "en", "10 May 2024", "the bound leaves room"),
    (CONFLICT, "en", "before 15 May 2024", "en", "16 May 2024", "the bound leaves no room"),
    (CONFLICT, "en", "yesterday", "en", "since Sunday", "another day"),
    (CONFLICT, "en", "in June", "en", "on 4 July", "another month"),
    (CONFLICT, "id", "pukul 14.30 WIB", "id", "pukul 14.30 Wita", "the same digits in two zones"),
    (CONFLICT, "en", "by 15 May", "en", "until 1 June", "two last days"),
    (CONFLICT, "id", "15-18 April", "en", "from April 15 to 17", "the range ends elsewhere"),
    (CONFLICT, "en", "07/08/2016", "en", "9 July 2016", "no reading fits"),
    (CONFLICT, "id", "semalam", "ms", "tengah hari semalam", "night in Indonesian, noon in Malay"),
    (CONFLICT, "ms", "jam 6.15 pagi", "ms", "jam 6.15 petang", "morning and evening"),
    (CONFLICT, "en", "Friday, 9 November 2024", "en", "on Saturday", "the weekday is wrong"),
    (
        CONFLICT,
        "id",
        "Senin (11/11/2024) pukul 01.35 WIB",
        "id",
        "Minggu (11/11) pukul 01.35 WIB",
        "at any hour",
    ),
    (CONFLICT, "ms", "kira-kira jam 12.25 tengah hari", "ms", "jam 12.45 tengah hari", "not about that hour"),
    (CONFLICT, "en", "about 3.15 a.m.", "en", "about 2.45 a.m.", "half an hour apart"),
    (COMPATIBLE, "en", "around 9 p.m.", "en", "about 8.45 p.m.", "a full hour is a round one"),
    (CONFLICT, "id", "Selasa malam", "en", "on Wednesday morning", "the night was over"),
    (COMPATIBLE, "en", "about 7:30 p.m.", "en", "at 7:45 p.m.", "a quarter of an hour is about it"),
    (CONFLICT, "en", "about 7:30 p.m.", "en", "at 8 p.m.", "half an hour is not"),
    (CONFLICT, "id", "awal Mei", "en", "mid-May", "another part of the month"),
    (CONFLICT, "id", "awal November 2022", "id", "pertengahan November", "whatever the year"),
]


@pytest.mark.parametrize(("verdict", "left", "a", "right", "b", "why"), VERDICTS)
def test_verdicts(verdict: Verdict, left: str, a: str, right: str, b: str, why: str) -> None:
    found = judge(a_time(a, left), a_time(b, right))
    assert found is not None
    assert found.verdict is verdict, why


def test_times_that_share_nothing_are_not_compared() -> None:
    assert judge(a_time("the following day"), a_time("on Tuesday")) is None
    assert judge(a_time("on Tuesday", day=None), a_time("at 5pm")) is None


def test_an_open_weekday_is_held_against_a_date() -> None:
    open_tuesday = a_time("on Tuesday", day=None)
    verdicts = [judge(open_tuesday, a_time(text)) for text in ("on 12 November 2024", "on 13 November 2024")]
    assert [v.verdict if v else None for v in verdicts] == [COMPATIBLE, CONFLICT]


def test_enums_are_what_the_contract_names() -> None:
    assert (Granularity.DAY, Edge.EARLY, Bound.UNTIL) == ("day", "early", "until")
