"""Stance: the standing an article gives to what it tells, and how two standings are judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.stance import Standing, Standpoint, find, judge, stance_of
from factcheck.languages import Languages
from factcheck.model import Article, Mention, Sentence, Span, Stance, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
standpoints = st.builds(Standpoint, st.sampled_from(Standing), st.text(max_size=9))
C, D, U = Standing.CONFIRMED, Standing.DENIED, Standing.UNCONFIRMED
PLANNED, REFUSED, UNDECIDED = Standing.PLANNED, Standing.REFUSED, Standing.UNDECIDED


def cues(text: str, language: str) -> list[Mention]:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    return find(Article("a", "a.txt", text, "", language, (sentence,)), LANGUAGES)


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("en", "The ministry confirmed the outbreak.", Stance.ASSERTED),
        ("en", "The ministry has not confirmed the outbreak.", Stance.UNCONFIRMED),
        ("en", "The ministry denied the outbreak.", Stance.DENIED),
        ("en", "The club will not sell the stadium.", Stance.DENIED),
        ("en", "The club has not decided whether to sell.", Stance.UNCONFIRMED),
        ("en", "The virus may have come from a farm.", Stance.POSSIBLE),
        ("en", "The club plans to sell the stadium.", Stance.PLANNED),
        ("en", "The club sold the stadium.", Stance.ASSERTED),
        ("id", "Kementerian belum mengonfirmasi wabah itu.", Stance.UNCONFIRMED),
        ("id", "Kementerian membantah adanya wabah.", Stance.DENIED),
        ("id", "Klub itu tidak akan menjual stadion.", Stance.DENIED),
        ("id", "Klub itu akan menjual stadion.", Stance.PLANNED),
        ("id", "Klub itu menjual stadion.", Stance.ASSERTED),
        ("ms", "Kementerian mengesahkan wabak itu.", Stance.ASSERTED),
        ("ms", "Kementerian belum mengesahkan wabak itu.", Stance.UNCONFIRMED),
        ("ms", "Kementerian menafikan wabak itu.", Stance.DENIED),
        ("ms", "Kelab itu tidak akan menjual stadium.", Stance.DENIED),
        ("ms", "Kelab itu menjual stadium.", Stance.ASSERTED),
    ],
)
def test_the_stance_of_a_sentence(language: str, text: str, stance: Stance) -> None:
    assert stance_of(cues(text, language)) is stance


def test_the_weightiest_cue_gives_the_stance() -> None:
    """A plan that is not confirmed is unconfirmed first."""
    assert stance_of(cues("The club could not confirm that it will sell.", "en")) is Stance.UNCONFIRMED


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_a_cue_is_quoted_as_written(language: str) -> None:
    """Every cue of a language is found as written, whatever its case, and its span is its words."""
    for example in LANGUAGES[language].examples("stance"):
        text = str(example["text"]).upper()
        found = cues(text, language)
        assert len(found) == len(example["find"])
        for mention in found:
            assert isinstance(mention.value, Standpoint)
            assert mention.span.of(text) == mention.value.cue


def test_a_cue_is_whole_words() -> None:
    """ "might" in "mightily" tells no standing."""
    assert cues("The crowd cheered mightily.", "en") == []


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (C, C, Verdict.AGREE),
        (C, D, Verdict.CONFLICT),
        (C, U, Verdict.CONFLICT),
        (D, U, Verdict.CONFLICT),
        (PLANNED, REFUSED, Verdict.CONFLICT),
        (PLANNED, UNDECIDED, Verdict.CONFLICT),
        (PLANNED, C, Verdict.COMPATIBLE),
        (Standing.POSSIBLE, C, Verdict.COMPATIBLE),
        (Standing.POSSIBLE, U, Verdict.COMPATIBLE),
    ],
)
def test_how_two_standings_stand(a: Standing, b: Standing, verdict: Verdict) -> None:
    found = judge(Standpoint(a, "x"), Standpoint(b, "y"))
    assert found is not None
    assert found.verdict is verdict


@given(standpoints, standpoints)
def test_judging_is_mutual(a: Standpoint, b: Standpoint) -> None:
    one, other = judge(a, b), judge(b, a)
    assert one is not None
    assert other is not None
    assert one.verdict is other.verdict


@given(standpoints, st.text(max_size=9))
def test_the_cue_changes_no_verdict(a: Standpoint, cue: str) -> None:
    """What counts is the standing, not the word for it."""
    found = judge(a, Standpoint(a.standing, cue))
    assert found is not None
    assert found.verdict is Verdict.AGREE


def test_a_standpoint_shows_its_words() -> None:
    assert Standpoint(D, "membantah").show() == "denied (membantah)"
    assert Standpoint(D, "membantah").to_json() == {"standing": "denied"}
