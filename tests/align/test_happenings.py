"""Happenings: which assertions are laid beside a denial."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.align.happenings import happenings, opposed, told
from factcheck.align.items import Corpus
from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Article, Sentence, Span, Zone

LANGUAGES = Languages()


def corpus(*texts: str, language: str = "en") -> Corpus:
    found = []
    for number, text in enumerate(texts):
        sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
        found.append(Article(f"a{number}", f"a{number}.txt", text, "", language, (sentence,)))
    return Corpus([annotate(article, LANGUAGES) for article in found], LANGUAGES)


def pairs(of: Corpus) -> list[set[str]]:
    return [{a.mention.value.show(), b.mention.value.show()} for a, b in opposed(happenings(of), of)]


def opposite(texts: Sequence[str], language: str = "en") -> list[set[str]]:
    return pairs(corpus(*texts, language=language))


def test_a_denial_meets_the_assertion_of_its_event() -> None:
    found = opposite(
        ["The council has not approved the budget.", "The council approved the budget on Monday."]
    )
    assert {"not done (has not approved the budget)", "done (approved)"} in found


def test_across_languages_a_concept_is_enough() -> None:
    of = [
        annotate(
            Article("a", "a", text, "", code, (Sentence(Span(0, len(text)), Zone.BODY, 0, code),)), LANGUAGES
        )
        for code, text in (("en", "The suspect was arrested."), ("id", "Tersangka belum ditangkap."))
    ]
    assert {"not done (belum ditangkap)", "done (was arrested)"} in pairs(Corpus(of, LANGUAGES))


@pytest.mark.parametrize(
    "texts",
    [
        ["The council has not approved the budget.", "A whale swam past the pier."],
        ["The council approved the budget.", "The council approved the budget on Monday."],
        ["The council has not approved the budget.", "The council will approve the budget."],
    ],
)
def test_near_misses_meet_nothing(texts: list[str]) -> None:
    assert opposite(texts) == []


def test_a_denial_is_not_laid_beside_its_own_article() -> None:
    of = corpus("The council approved the budget but the senate has not approved the budget.", "It rained.")
    assert pairs(of) == []


def test_an_assertion_nobody_denies_is_no_item() -> None:
    of = corpus("The council approved the budget.", "The senate approved the budget.")
    assert [item for item in happenings(of) if told(item)] == []
