"""Whatever the text, attribution answers for each sentence and never points outside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.attribution import attribute
from factcheck.languages import Languages
from tests.test_attribution import article

LANGUAGES = Languages()
WORDS = [
    *(
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        ",",
        ".",
        ":",
        "(",
        ")",
        "–",
        "\n",
        "?",
        "40",
        "data",
        "Ida",
        "Moss",
        "Moss's",
    ),
    *(
        "said",
        "says",
        "told",
        "told reporters",
        "he",
        "it",
        "they",
        "the",
        "mayor",
        "according to",
        "per",
        "and",
    ),
    *(
        "who",
        "show",
        "put",
        "at",
        "kata",
        "katanya",
        "menurut",
        "dia",
        "yang",
        "dan",
        "dikutip dari",
        "dikatakan",
    ),
    *("oleh", "berkata", "Kepala Dinas", "beliau", "hal itu", "bahwa"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS | st.text(max_size=80), language=st.sampled_from(["en", "id", "ms"]))
def test_one_answer_a_sentence_and_spans_that_hold(text: str, language: str) -> None:
    """A tuple a sentence; cues stand in the text as written; passages lie inside their sentence."""
    story = article(text, language)
    found = attribute(story, LANGUAGES)
    assert len(found) == len(story.sentences)
    for sentence, attributions in zip(story.sentences, found, strict=True):
        for attribution in attributions:
            assert attribution.span.of(text) == attribution.cue
            assert attribution.source
            assert all(sentence.span.holds(passage) for passage in attribution.passages)


@settings(max_examples=50, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["en", "id", "ms"]))
def test_the_same_text_gives_the_same_answer(text: str, language: str) -> None:
    story = article(text, language)
    assert attribute(story, LANGUAGES) == attribute(story, Languages())
