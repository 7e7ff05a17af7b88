"""Quotations: which are found, and how two renderings of one are judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.kinds.quote import Quote, judge, likeness
from factcheck.languages import Languages
from factcheck.model import Annotated, Kind
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
FILLER = {
    "en": "The valley lies two hours from the coast, behind a range of low hills.",
    "id": "Lembah itu terletak dua jam dari pesisir, di balik deretan bukit yang rendah.",
    "ms": "Lembah itu terletak dua jam dari pantai, di sebalik banjaran bukit yang rendah.",
}
VERBS = {"en": "said", "id": "kata", "ms": "kata"}


def annotated(text: str, language: str = "en") -> Annotated:
    return annotate(read_text(f"{text}\n\n{FILLER[language]}\n", "a.txt", "a", LANGUAGES), LANGUAGES)


def quotes(text: str, language: str = "en") -> list[Quote]:
    article = annotated(text, language)
    return [m.value for s in article.statements for m in s.mentions if isinstance(m.value, Quote)]


def said(words: str, language: str = "en") -> Quote:
    (quote,) = quotes(f"“{words},” {VERBS[language]} Rosa Lind.", language)
    return quote


def verdict(a: Quote, b: Quote) -> Verdict | None:
    found = judge(a, b)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "en",
            "“The bees came back this spring,” said Rosa Lind.",
            "The bees came back this spring",
            "Rosa Lind",
        ),
        (
            "en",
            'Rosa Lind said: "The bees came back this spring."',
            "The bees came back this spring",
            "Rosa Lind",
        ),
        (
            "id",
            "“Lebah kembali pada musim ini,” kata Rosa Lind.",
            "Lebah kembali pada musim ini",
            "Rosa Lind",
        ),
        (
            "ms",
            "“Lebah kembali pada musim ini,” kata Rosa Lind.",
            "Lebah kembali pada musim ini",
            "Rosa Lind",
        ),
    ],
)
def test_a_credited_quotation_is_found(language: str, text: str, words: str, speaker: str) -> None:
    (quote,) = quotes(text, language)
    assert quote.text.strip(" ,.") == words
    assert quote.speaker is not None
    assert speaker in quote.speaker
    assert quote.show().strip("“”").strip(" ,.") == words


@pytest.mark.parametrize(
    "text",
    [
        "The café sells “honey cake” to tourists.",
        "“Never again,” said Rosa Lind.",
        "The film “The Bees Came Back This Spring” opens on Friday.",
    ],
)
def test_set_off_words_are_no_quotation(text: str) -> None:
    """A name in quotation marks and a phrase of two words are not compared."""
    assert quotes(text) == []


def test_the_span_is_the_quoted_words() -> None:
    article = annotated("“The bees came back this spring,” said Rosa Lind.")
    mentions = [m for s in article.statements for m in s.mentions if m.kind is Kind.QUOTE]
    assert [m.span.of(article.article.text) for m in mentions] == [
        m.value.text for m in mentions if isinstance(m.value, Quote)
    ]
    assert mentions


@pytest.mark.parametrize(
    ("language", "a", "b", "expect"),
    [
        ("en", "We will plant the hill again", "We will plant the hill again", Verdict.AGREE),
        ("en", "We will plant the hill again next spring", "We will plant the hill again", Verdict.AGREE),
        ("en", "We will plant the hill again", "We will not plant the hill again", Verdict.CONFLICT),
        ("en", "We will plant the hill again", "We won't plant the hill again", Verdict.CONFLICT),
        ("en", "We lost 40 hives in the frost", "We lost 14 hives in the frost", Verdict.CONFLICT),
        ("en", "We lost 40 hives in the frost", "We lost forty hives to the frost", Verdict.COMPATIBLE),
        ("en", "The frost destroyed our hives", "Our hives were destroyed by frost", Verdict.COMPATIBLE),
        ("id", "Kami menanam bukit itu lagi", "Kami tidak menanam bukit itu lagi", Verdict.CONFLICT),
        ("id", "Kami kehilangan 40 sarang lebah", "Kami kehilangan 14 sarang lebah", Verdict.CONFLICT),
        ("id", "Kami kehilangan 12.000 lebah ratu", "Kami kehilangan 1.200 lebah ratu", Verdict.CONFLICT),
        ("ms", "Kami menanam bukit itu semula", "Kami tidak menanam bukit itu semula", Verdict.CONFLICT),
        ("ms", "Kami kehilangan 40 sarang lebah", "Kami kehilangan 14 sarang lebah", Verdict.CONFLICT),
    ],
)
def test_how_two_renderings_stand(language: str, a: str, b: str, expect: Verdict) -> None:
    assert verdict(said(a, language), said(b, language)) is expect
    assert verdict(said(b, language), said(a, language)) is expect


SUBJECTS = st.sampled_from(["We", "The farmers", "My neighbours", "They"])
VERB_PHRASES = st.sampled_from(
    ["will plant", "will not plant", "never planted", "planted 40 acres of", "planted 14 acres of"]
)
OBJECTS = st.sampled_from(["the hill again", "the northern field", "every terrace in the valley"])
sentences = st.tuples(SUBJECTS, VERB_PHRASES, OBJECTS).map(" ".join)


@given(sentences, sentences)
def test_judging_is_mutual(a: str, b: str) -> None:
    x, y = said(a), said(b)
    assert verdict(x, y) is verdict(y, x)
    assert likeness(x, y) == likeness(y, x)
    assert 0 <= likeness(x, y) <= 1


@given(sentences)
def test_a_quotation_agrees_with_itself(text: str) -> None:
    assert verdict(said(text), said(text)) is Verdict.AGREE
    assert likeness(said(text), said(text)) == 1
