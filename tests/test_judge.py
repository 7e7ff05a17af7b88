"""Judging: from a topic to facts with positions, a verdict and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from factcheck.annotate import annotate
from factcheck.judge import judge
from factcheck.languages import Languages
from factcheck.model import Fact, Kind, Origin, Told, Topic
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
SEVERITY = [Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE]


def tellings(*texts: str, kind: Kind = Kind.QUANTITY) -> list[Told]:
    """The first mention of a kind in each text, told by articles a, b, c…"""
    found = []
    for id, text in zip("abcdef", texts, strict=False):
        for statement in annotate(read_text(f"{text}\n", f"{id}.txt", id, LANGUAGES), LANGUAGES).statements:
            mentions = (*statement.mentions, *([statement.gist] if statement.gist else ()))
            found += [Told(id, m, statement) for m in mentions if m.kind is kind][:1]
    return found


def counts(*amounts: str) -> list[Told]:
    """Counts of one thing, an article each."""
    return tellings(*(f"The festival drew {amount} visitors." for amount in amounts))


def topic(told: Sequence[Told], likeness: float = 0.9) -> Topic:
    return Topic(told[0].mention.kind, tuple(told), likeness, "visitors")


def judged(*amounts: str, origins: Sequence[Origin] = ()) -> list[Fact]:
    return judge([topic(counts(*amounts))], origins)


def positions(fact: Fact) -> list[tuple[str, str]]:
    """Each position's value with the articles that tell it."""
    return [(p.value, "".join(t.article for t in p.told)) for p in fact.positions]


def test_all_alike_is_one_position() -> None:
    (fact,) = judged("4,300", "4300", "4,300")
    assert fact.verdict is Verdict.AGREE
    assert positions(fact) == [("4,300", "abc")]
    assert fact.reason == "the same amount"


def test_two_values_are_two_positions() -> None:
    (fact,) = judged("4,300", "3,400")
    assert fact.verdict is Verdict.CONFLICT
    assert positions(fact) == [("4,300", "a"), ("3,400", "b")]
    assert fact.reason == "4,300 is not 3,400"


def test_a_vaguer_telling_is_compatible() -> None:
    (fact,) = judged("thousands of", "4,300")
    assert fact.verdict is Verdict.COMPATIBLE
    assert len(fact.positions) == 2


def test_the_worst_pair_gives_the_verdict() -> None:
    """Two agree, a third leaves room for both, a fourth contradicts: a conflict with every position in it."""
    (fact,) = judged("4,300", "4,300", "thousands of", "9,100")
    assert fact.verdict is Verdict.CONFLICT
    assert {articles for _, articles in positions(fact)} == {"ab", "c", "d"}
    assert "9,100" in fact.reason


def test_an_hour_of_no_day_hides_no_other_day() -> None:
    """What tells less stands with the fuller telling, and doesn't speak for it."""
    told = tellings(
        "The fire broke out at 7.30 p.m.",
        "The fire broke out on 4 May 2024 at 7.30 p.m.",
        "The fire broke out on 5 May 2024 at 7.30 p.m.",
        kind=Kind.TIME,
    )
    (fact,) = judge([topic(told)], ())
    assert fact.verdict is Verdict.CONFLICT


def test_agreement_beside_a_vaguer_telling_stays_an_agreement() -> None:
    """That a third article is vaguer takes nothing from what two tell alike."""
    facts = judged("4,300", "thousands of", "4,300")
    assert [f.verdict for f in facts] == [Verdict.COMPATIBLE, Verdict.AGREE]
    assert positions(facts[1]) == [("4,300", "ac")]


def test_one_article_never_contradicts_itself_here() -> None:
    """Two values of one article are no conflict between articles."""
    told = counts("4,300", "3,400")
    own = [Told("a", each.mention, each.statement) for each in told]
    assert [f.verdict for f in judge([topic(own)], ())] in ([], [Verdict.AGREE])


def test_origins_are_counted_not_articles() -> None:
    """Three copies and one report of its own are two origins."""
    shared = [Origin("o1", ("a", "b", "c"), 0.9), Origin("o2", ("d",), 1.0)]
    (fact,) = judged("4,300", "4,300", "4,300", "4,300", origins=shared)
    assert fact.origins == 2


def test_every_telling_is_kept() -> None:
    """No mention of a topic is lost on the way to the fact."""
    told = counts("4,300", "3,400", "thousands of", "4,300")
    facts = judge([topic(told)], ())
    assert {t.article for p in facts[0].positions for t in p.told} == {"a", "b", "c", "d"}
    assert facts[0].label == "visitors"
    assert facts[0].confidence == 0.9


def test_facts_stand_with_conflicts_first_and_are_numbered() -> None:
    topics = [
        topic(counts("4,300", "4,300")),
        topic(counts("4,300", "thousands of")),
        topic(counts("4,300", "3,400"), 0.7),
        topic(counts("51", "15"), 0.95),
    ]
    facts = judge(topics, ())
    assert [f.id for f in facts] == ["f1", "f2", "f3", "f4"]
    assert [f.confidence for f in facts[:2]] == [0.95, 0.7]
    assert all(SEVERITY.index(a.verdict) <= SEVERITY.index(b.verdict) for a, b in pairwise(facts))


def test_no_topics_no_facts() -> None:
    assert judge([], ()) == []


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"),
    [
        (Kind.TIME, "The fair opened on 3 May 2024.", "The fair opened on 4 May 2024.", Verdict.CONFLICT),
        (Kind.TIME, "The fair opened in May 2024.", "The fair opened on 4 May 2024.", Verdict.COMPATIBLE),
        (Kind.STANCE, "The mayor confirmed it.", "The mayor denied it.", Verdict.CONFLICT),
        (Kind.STATEMENT, "The fair opened.", "The fair did not open.", Verdict.CONFLICT),
        (Kind.NAME, "Mayor Rosa Lind spoke.", "Mayor Tomas Okoro spoke.", Verdict.CONFLICT),
        (Kind.NAME, "Mayor Rosa Lind spoke.", "Rosa Lind spoke as the mayor.", Verdict.AGREE),
    ],
)
def test_each_kind_climbs_its_own_ladder(kind: Kind, a: str, b: str, verdict: Verdict) -> None:
    (fact,) = judge([topic(tellings(a, b, kind=kind))], ())
    assert (fact.kind, fact.verdict) == (kind, verdict)
    assert fact.reason


def test_what_can_not_be_compared_is_no_fact() -> None:
    """Sender and receiver exchanged: neither agreement nor conflict."""
    told = tellings("Peru sent wheat to Kenya.", "Kenya sent wheat to Peru.", kind=Kind.STATEMENT)
    assert [f for f in judge([topic(told)], ()) if len(f.positions) == 1] == []
