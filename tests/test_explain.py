"""What may explain a conflict, in articles of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.annotate import annotate
from factcheck.explain import explain
from factcheck.languages import Languages
from factcheck.model import Annotated, Fact, Kind, Origin, Position, Told
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
WIB = timezone(timedelta(hours=7))
EIGHT = "Eight people died when a ferry sank near Port Alder"
NINE = "Nine people died when a ferry sank near Port Alder"


def an_article(id: str, sentence: str, published: date | None = None) -> Annotated:
    text = f"{sentence}.\n\nThe weather had been bad for days, and the sea was rough along the coast.\n"
    article = replace(read_text(text, f"{id}.txt", id, LANGUAGES), published=published)
    return annotate(article, LANGUAGES)


def told(annotated: Annotated, kind: Kind = Kind.QUANTITY) -> Told:
    """The first mention of a kind in the article's first sentence."""
    statement = annotated.statements[0]
    mentions = statement.mentions if kind is not Kind.STATEMENT else (statement.gist,)
    mention = next(m for m in mentions if m is not None and m.kind is kind)
    return Told(annotated.article.id, mention, statement)


def a_fact(
    verdict: Verdict, *positions: Sequence[Annotated], kind: Kind = Kind.QUANTITY, confidence: float = 0.9
) -> Fact:
    tellings = [tuple(told(article, kind) for article in position) for position in positions]
    shown = tuple(Position(each[0].mention.value.show(), each) for each in tellings)
    return Fact("f1", kind, verdict, "death", "told", shown, 2, confidence)


def explained(*positions: Sequence[Annotated], origins: Sequence[Origin] = ()) -> str | None:
    articles = {a.article.id: a.article for position in positions for a in position}
    return explain(a_fact(Verdict.CONFLICT, *positions), articles, origins)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (date(2024, 5, 1), date(2024, 5, 2), "b is a day later than a, with the higher figure"),
        (date(2024, 5, 4), date(2024, 5, 1), "a is 3 days later than b, with the lower figure"),
        (
            datetime(2024, 5, 1, 9, tzinfo=WIB),
            datetime(2024, 5, 1, 9, tzinfo=UTC),
            "b is 7 hours later than a, with the higher figure",
        ),
        (
            datetime(2024, 5, 1, 9, tzinfo=UTC),
            datetime(2024, 5, 1, 10, 20, tzinfo=UTC),
            "b is an hour later than a, with the higher figure",
        ),
    ],
)
def test_a_later_report(first: date, second: date, why: str) -> None:
    found = explained([an_article("a", EIGHT, first)], [an_article("b", NINE, second)])
    assert found == f"a later report ({why})"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (None, date(2024, 5, 2)),
        (date(2024, 5, 1), date(2024, 5, 1)),
        (date(2024, 5, 1), datetime(2024, 5, 1, 20)),
        (datetime(2024, 5, 1, 9), datetime(2024, 5, 1, 20)),  # whose clocks?
        (datetime(2024, 5, 2, 5, tzinfo=WIB), datetime(2024, 5, 1, 22, tzinfo=UTC)),
    ],
)
def test_no_report_is_surely_later(first: date | None, second: date) -> None:
    assert explained([an_article("a", EIGHT, first)], [an_article("b", NINE, second)]) is None


def test_times_that_are_mixed_explain_nothing() -> None:
    """A figure told both before and after the other is no update."""
    around = [an_article("a", EIGHT, date(2024, 5, 1)), an_article("c", EIGHT, date(2024, 5, 3))]
    assert explained(around, [an_article("b", NINE, date(2024, 5, 2))]) is None


def test_what_does_not_change_in_a_day() -> None:
    first = an_article("a", "Rosa Lind, 41, saw the ferry sink near Port Alder", date(2024, 5, 1))
    second = an_article("b", "Rosa Lind, 44, saw the ferry sink near Port Alder", date(2024, 5, 2))
    assert explained([first], [second]) is None


def test_another_source() -> None:
    first = an_article("a", f"{EIGHT}, police chief Rosa Lind said")
    second = an_article("b", f"{NINE}, harbour master Tom Okoro said")
    found = explained([first], [second])
    assert found is not None
    assert found.startswith("another source (a credits ")
    assert "Rosa Lind, b credits " in found
    assert found.endswith("Tom Okoro)")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{EIGHT}, police chief Rosa Lind said", f"{NINE}, Lind said"),
        (f"{EIGHT}, Rosa Lind said", f"{NINE}, officials said"),
        (f"{EIGHT}, Rosa Lind said", NINE),
        (f"{EIGHT}, Rosa Lind said", f"{NINE}, the Port Alder police said"),
    ],
)
def test_sources_that_may_be_one(first: str, second: str) -> None:
    assert explained([an_article("a", first)], [an_article("b", second)]) is None


def test_an_altered_copy() -> None:
    wire, paper, other = an_article("wire", EIGHT), an_article("paper", NINE), an_article("other", EIGHT)
    shared = Origin("o1", ("wire", "paper"), 0.9)
    alone = Origin("o2", ("other",), 1.0)
    assert (
        explained([wire, other], [paper], origins=[shared, alone])
        == "an altered copy (wire and paper share their text, yet differ here)"
    )
    three = Origin("o1", ("wire", "paper", "other"), 0.9)
    assert (
        explained([wire, other], [paper], origins=[three])
        == "an altered copy (wire, other and 1 more share their text, yet paper has 9)"
    )
    assert explained([other], [paper], origins=[shared, alone]) is None


def test_a_part() -> None:
    first, second = an_article("a", EIGHT), an_article("b", NINE)
    fact = a_fact(Verdict.CONFLICT, [first], [second])
    one = fact.positions[1].told[0]
    part = replace(one, mention=replace(one.mention, role=replace(one.mention.role, part=True)))
    fact = replace(fact, positions=(fact.positions[0], Position("9", (part,))))
    found = explain(fact, {"a": first.article, "b": second.article}, ())
    assert found == "another part or scope (b tells of a part only)"


def test_only_conflicts_are_explained() -> None:
    first, second = an_article("a", EIGHT, date(2024, 5, 1)), an_article("b", EIGHT, date(2024, 5, 2))
    articles = {"a": first.article, "b": second.article}
    assert explain(a_fact(Verdict.AGREE, [first, second]), articles, ()) is None
