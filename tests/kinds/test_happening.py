"""Happening: what a clause tells as done or not done, and how two such tellings are judged."""

from __future__ import annotations

import pytest

from factcheck.annotate import annotate
from factcheck.kinds._happening import Happening
from factcheck.kinds.judging import judgement
from factcheck.languages import Languages
from factcheck.model import Article, Sentence, Span, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()


def told(text: str, language: str) -> list[Happening]:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    article = Article("a", "a.txt", text, "", language, (sentence,))
    found = annotate(article, LANGUAGES).statements[0].happenings
    return [m.value for m in found if isinstance(m.value, Happening)]


def denied(text: str, language: str) -> list[str]:
    return [each.show() for each in told(text, language) if each.denies]


def cases() -> list[tuple[str, str, list[str]]]:
    return [
        (code, str(example["text"]), list(example["find"]))
        for code in LANGUAGES.codes
        for example in LANGUAGES[code].examples("happening")
    ]


@pytest.mark.parametrize(("language", "text", "found"), cases())
def test_the_examples_beside_the_words(language: str, text: str, found: list[str]) -> None:
    assert denied(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Has the council not met?"),
        ("en", "The council could not meet."),
        ("en", "The bridge was not closed until Friday."),
        ("en", "The council did not rule out a merger."),
        ("id", "Dewan tidak dapat bersidang."),
        ("id", "Tak lama kemudian jembatan ditutup."),
        ("ms", "Majlis tidak boleh bersidang."),
        ("ms", "Bukan sahaja jambatan ditutup."),
    ],
)
def test_near_misses_deny_nothing(language: str, text: str) -> None:
    assert denied(text, language) == []


def test_the_nearest_event_is_the_first() -> None:
    (only,) = told("The council has not yet approved the budget.", "en")
    assert only.events[0].span.of("The council has not yet approved the budget.") == "approved"


def test_what_stands_after_an_open_word_is_not_told() -> None:
    """Of "signed the deal before the council met" the meeting is left open."""
    (only,) = told("The mayor signed the deal before the council met.", "en")
    assert "met" not in only.text


def test_done_against_not_done_is_a_conflict() -> None:
    (done,), (not_done,) = (
        told("Jambatan itu telah ditutup.", "ms"),
        told("Jambatan itu belum ditutup.", "ms"),
    )
    for a, b in ((done, not_done), (not_done, done)):
        found = judgement(a, b)
        assert found is not None
        assert found.verdict is Verdict.CONFLICT
        assert found.reason == "one says that it has happened, the other that it has not"


def test_a_happening_names_its_course() -> None:
    (only,) = told("Jembatan itu belum ditutup.", "id")
    assert only.show() == "not done (belum ditutup)"
    assert only.to_json() == {"standing": "not done"}
