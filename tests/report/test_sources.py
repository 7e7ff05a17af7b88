"""Who is credited, and what rests on nobody's name, in articles of our own."""

from __future__ import annotations

import pytest

from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Annotated, Comparison, Fact, Kind, Position, Told
from factcheck.read import read_text
from factcheck.report.sources import credited_differently, credits, unnamed
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
EIGHT = "Eight people died when a ferry sank near Port Alder"
NINE = "Nine people died when a ferry sank near Port Alder"


def an_article(id: str, sentence: str) -> Annotated:
    text = f"{sentence}.\n\nThe weather had been bad for days, and the sea was rough along the coast.\n"
    return annotate(read_text(text, f"{id}.txt", id, LANGUAGES), LANGUAGES)


def compared(verdict: Verdict, *positions: list[Annotated]) -> Comparison:
    """The articles with one fact: the first amount of each."""
    shown = []
    for position in positions:
        told = []
        for annotated in position:
            statement = annotated.statements[0]
            mention = next(m for m in statement.mentions if m.kind is Kind.QUANTITY)
            told.append(Told(annotated.article.id, mention, statement))
        shown.append(Position(told[0].mention.value.show(), tuple(told)))
    fact = Fact("f1", Kind.QUANTITY, verdict, "death", "told", tuple(shown), 2, 0.99)
    return Comparison(tuple(a for position in positions for a in position), (), (fact,))


def test_one_thing_on_the_word_of_two_people() -> None:
    first = an_article("a", f"{EIGHT}, police chief Rosa Lind said")
    second = an_article("b", f"{EIGHT}, harbour master Tom Okoro said")
    (found,) = credited_differently(compared(Verdict.AGREE, [first, second]))
    assert found.id == "f1"
    assert [position.told[0].article for position in found.positions] == ["a", "b"]
    assert "Rosa Lind" in found.positions[0].value
    assert "Tom Okoro" in found.positions[1].value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{EIGHT}, police chief Rosa Lind said", f"{EIGHT}, Lind said"),
        (f"{EIGHT}, police chief Rosa Lind said", f"{EIGHT}, officials said"),
        (f"{EIGHT}, police chief Rosa Lind said", EIGHT),
    ],
)
def test_what_may_be_one_voice_is_no_finding(first: str, second: str) -> None:
    assert (
        credited_differently(compared(Verdict.AGREE, [an_article("a", first), an_article("b", second)])) == []
    )


def test_a_conflict_has_its_own_explanation() -> None:
    first = an_article("a", f"{EIGHT}, police chief Rosa Lind said")
    second = an_article("b", f"{NINE}, harbour master Tom Okoro said")
    assert credited_differently(compared(Verdict.CONFLICT, [first], [second])) == []


def test_a_claim_nobody_stands_behind() -> None:
    """Another article's other figure is no backing."""
    first = an_article("a", f"{EIGHT}, officials said")
    second = an_article("b", f"{NINE}, police chief Rosa Lind said")
    (found,) = unnamed(compared(Verdict.CONFLICT, [first], [second]))
    assert (found.article, found.statement.index) == ("a", 0)


@pytest.mark.parametrize("other", [EIGHT, f"{EIGHT}, police chief Rosa Lind said"])
def test_a_claim_somebody_stands_behind(other: str) -> None:
    """A named source, or the outlet itself, in one article is enough."""
    first, second = an_article("a", f"{EIGHT}, officials said"), an_article("b", other)
    assert unnamed(compared(Verdict.AGREE, [first, second])) == []


def test_credits_name_the_facts_that_rest_on_them() -> None:
    first = an_article("a", f"{EIGHT}, police chief Rosa Lind said")
    (credit,) = credits(compared(Verdict.AGREE, [first, an_article("b", EIGHT)]))
    assert (credit.article, credit.named, credit.lines, credit.facts) == ("a", True, (1,), ("f1",))
    assert "Rosa Lind" in credit.source
