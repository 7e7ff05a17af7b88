"""Aligning: which mentions of which articles are about one thing, and what does not hang on the order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from factcheck.align import align, items_of
from factcheck.align.items import Corpus
from factcheck.align.likeness import comparable
from factcheck.annotate import annotate
from factcheck.compare import compare
from factcheck.judge import judge
from factcheck.languages import Languages
from factcheck.model import Annotated, Fact, Kind, Topic
from factcheck.origins import origins
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
SAMPLES = Path(__file__).parent.parent / "samples"
POOL = (
    "The ferry Aurora sank off Bergen on Tuesday, killing at least 12 people, police said.",
    "Twelve people died and 30 were injured when the ferry sank off Bergen.",
    "Rescuers pulled 31 people out of the water, including four children.",
    "The owners denied that the ferry Aurora was overloaded.",
    "The coast guard confirmed that the ferry was overloaded.",
    "“We heard a loud bang below the deck,” said the cook, Rosa Lind, 61.",
    "Rosa Lind, 64, a cook, said: “We did not hear a loud bang below the deck.”",
    "Captain Tomas Okoro will appeal the ban on night sailings.",
    "Captain Tomas Okoro will not appeal the ban on night sailings.",
    "The ferry left Oslo at 7 a.m. on 11 March 2025 with 154 passengers.",
    "Feri Aurora tenggelam di lepas pantai Bergen pada Senin dan menewaskan 14 orang.",
    "Sedikitnya 12 orang tewas dan puluhan lainnya terluka, kata polisi.",
    "Pemilik membantah feri itu kelebihan muatan.",
    "Kapten Tomas Okoro tidak akan mengajukan banding.",
    "Feri itu membawa 145 penumpang dan delapan awak.",
    "Seramai 12 orang maut selepas feri Aurora karam di perairan Bergen pada Selasa.",
    "Pemilik feri menafikan kapal itu terlebih muatan.",
    "Kira-kira 150 penumpang berada di dalam feri itu, kata polis.",
    "Salvage will cost $1.2 million, the insurer said.",
    "The insurer put the cost of the salvage at 1.5 million dollars.",
)
stories = st.lists(
    st.lists(st.sampled_from(POOL), min_size=2, max_size=7, unique=True), min_size=2, max_size=4
)


def article(id: str, sentences: Sequence[str]) -> Annotated:
    text = "\n\n".join(("12 March 2025", *sentences)) + "\n"
    return annotate(read_text(text, f"{id}.txt", id, LANGUAGES), LANGUAGES)


def story(picked: Sequence[Sequence[str]]) -> list[Annotated]:
    return [article(f"a{number}", sentences) for number, sentences in enumerate(picked)]


def topics(*texts: str) -> list[Topic]:
    return align([article(id, [text]) for id, text in zip("abcd", texts, strict=False)], LANGUAGES)


def facts(articles: Sequence[Annotated]) -> list[Fact]:
    return judge(align(articles, LANGUAGES), origins(articles))


def told(topic: Topic, articles: Sequence[Annotated]) -> set[tuple[str, str]]:
    texts = {each.article.id: each.article.text for each in articles}
    return {(t.article, t.mention.span.of(texts[t.article])) for t in topic.told}


def identity(fact: Fact) -> tuple[object, ...]:
    """What a fact says, whatever the order of articles: kind, verdict, and who tells what where."""
    positions = frozenset(frozenset((t.article, t.mention.span) for t in p.told) for p in fact.positions)
    return fact.kind, fact.verdict, positions


def test_a_topic_needs_two_articles() -> None:
    assert topics(POOL[0]) == []
    assert align([], LANGUAGES) == []


def test_the_same_count_meets_across_three_languages() -> None:
    texts = (
        "The fire killed 17 miners.",
        "Kebakaran itu menewaskan 17 penambang.",
        "Seramai 17 pelombong maut dalam kebakaran itu.",
    )
    (topic,) = [t for t in topics(*texts) if t.kind is Kind.QUANTITY]
    assert {t.article for t in topic.told} == {"a", "b", "c"}


def test_two_values_of_one_sentence_are_two_things() -> None:
    """Dead and injured go each to their own, though one sentence tells both."""
    articles = [
        article("a", [POOL[1]]),
        article("b", ["The sinking injured 33 and killed 12 people off Bergen."]),
    ]
    found = [told(t, articles) for t in align(articles, LANGUAGES) if t.kind is Kind.QUANTITY]
    assert {("a", "Twelve"), ("b", "12")} in found
    assert not any(
        {("a", "30"), ("b", "12")} <= each or {("a", "Twelve"), ("b", "33")} <= each for each in found
    )


def test_unlike_stories_share_no_topic_but_names() -> None:
    found = topics(
        "The ferry sank off Bergen, killing 12 people.", "The bakery in Bergen sold 900 loaves on Sunday."
    )
    assert {t.kind for t in found} == {Kind.NAME}


def test_a_topic_names_what_it_is_about() -> None:
    (topic,) = [
        t
        for t in topics("The fire killed 17 miners.", "Seventeen miners died in the fire.")
        if t.kind is Kind.QUANTITY
    ]
    assert "death" in topic.label


@settings(deadline=None, max_examples=40)
@given(stories)
def test_every_topic_spans_articles_and_is_likely(picked: list[list[str]]) -> None:
    articles = story(picked)
    known = {each.article.id for each in articles}
    for topic in align(articles, LANGUAGES):
        ids = {t.article for t in topic.told}
        assert len(ids) > 1
        assert ids <= known
        assert 0 <= topic.likeness <= 1
        assert all(t.mention.kind is topic.kind for t in topic.told)
        assert topic.label


@settings(deadline=None, max_examples=40)
@given(stories)
def test_a_mention_belongs_to_one_topic(picked: list[list[str]]) -> None:
    """No amount and no time is counted twice."""
    for kind in (Kind.QUANTITY, Kind.TIME):
        every = [
            (t.article, t.mention.span)
            for topic in align(story(picked), LANGUAGES)
            if topic.kind is kind
            for t in topic.told
        ]
        assert len(every) == len(set(every))


@settings(deadline=None, max_examples=100, phases=[Phase.explicit, Phase.generate])
@given(stories)
@example([[POOL[1], POOL[0]], [POOL[0], POOL[1], POOL[9]]])
@example([[POOL[7], POOL[0]], [POOL[7], POOL[8]], [POOL[7], POOL[8]]])
def test_the_order_of_articles_changes_no_fact(picked: list[list[str]]) -> None:
    articles = story(picked)
    facts_in_order = {identity(fact) for fact in facts(articles)}
    assert {identity(fact) for fact in facts(articles[::-1])} == facts_in_order


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=8, unique=True))
def test_a_copy_contradicts_nothing(sentences: list[str]) -> None:
    """An article beside its own copy: every fact is agreed on or, said twice in it, compatible."""
    fixed = [s for s in sentences if s not in (POOL[6], POOL[8])]
    articles = [article("a", fixed or POOL[:3]), article("b", fixed or POOL[:3])]
    assert [f for f in facts(articles) if f.verdict is Verdict.CONFLICT] == []


@pytest.mark.parametrize("name", ["deployment", "flood", "takeover"])
def test_samples_in_any_order_tell_the_same(name: str) -> None:
    paths = sorted(str(path) for path in (SAMPLES / name).glob("*.txt"))[:3]
    found = {frozenset(identity(f) for f in compare(order, LANGUAGES).facts) for order in permutations(paths)}
    assert len(found) == 1


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*.txt")), ids=lambda path: path.stem)
def test_an_article_and_its_copy(path: Path, tmp_path: Path) -> None:
    """A copy brings one origin, agreement, and no conflict."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(path.read_bytes())
    found = compare([str(path), str(copy)], LANGUAGES)
    assert [(origin.articles, origin.shared) for origin in found.origins] == [((path.stem, "copy"), 1.0)]
    assert any(fact.verdict is Verdict.AGREE for fact in found.facts)
    assert [f.reason for f in found.facts if f.verdict is Verdict.CONFLICT] == []
    assert {fact.origins for fact in found.facts} == {1}


def test_bodies_that_both_articles_name_are_not_laid_side_by_side() -> None:
    """A shorter and a longer name may be one; a body that only one article knows may stand in another's place."""
    texts = (
        "The Coral Party won. The Amber Party came second. The Jade Party came third.\n",
        "The Coral Party of Ruvenia lost. The Ruvenian Amber Party won. The Opal Party came third.\n",
    )
    articles = [
        annotate(read_text(text, f"{id}.txt", id, LANGUAGES), LANGUAGES)
        for id, text in zip("ab", texts, strict=True)
    ]
    corpus = Corpus(articles, LANGUAGES)
    items = items_of(articles, corpus, Kind.NAME)
    meeting = [
        (a.shown, b.shown) for a in items for b in items if a.number < b.number and comparable(a, b, corpus)
    ]
    assert meeting == [("Jade Party", "Opal Party")]
