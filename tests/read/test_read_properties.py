"""What holds for every text."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ArticleError
from factcheck.languages import Languages
from factcheck.model import Article, Span
from factcheck.read import read_text
from factcheck.read.sentences import sentences
from factcheck.read.source import decoded

LANGUAGES = Languages()

WORDS = st.sampled_from(
    [
        "Baca juga:",
        "(AFP/rus)",
        "- Bernama",
        "Jakarta (ANTARA) -",
        "Minggu, 3 November 2024 08:00 WIB",
        "© 2024",
        "By",
        "Dr.",
        "1.",
        "U.S.",
        "12.000",
        "\n",
        "\n\n",
        "“Tidak,”",
        "katanya.",
        "The",
        "(",
        ")",
        "...",
        "Foto:",
        "# ",
        "---",
        "Share",
        "KYIV:",
        "2 jam lalu",
    ]
)
PAGES = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join))


def read(text: str, path: str) -> Article | None:
    try:
        return read_text(text, path, "a", LANGUAGES)
    except ArticleError:
        return None


@settings(max_examples=300, deadline=None)
@given(PAGES, st.sampled_from(["a.txt", "a.md"]))
def test_spans_are_ordered_and_never_blank(text: str, path: str) -> None:
    found = read(text, path)
    if found is None:
        return
    last = 0
    for sentence in found.sentences:
        span = sentence.span
        assert last <= span.start < span.end <= len(found.text)
        assert span.of(found.text) == span.of(found.text).strip() != ""
        last = span.end
    for one in found.boilerplate:
        assert all(not one.span.meets(s.span) for s in found.sentences)


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_reading_is_deterministic(text: str) -> None:
    assert read(text, "a.txt") == read(text, "a.txt")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab. AB?!\"'()…\n1", max_size=200))
def test_sentences_hold_every_letter(text: str) -> None:
    """Splitting loses nothing but blanks and stray marks."""
    spans = sentences(text, Span(0, len(text)), LANGUAGES["en"])
    kept = "".join(span.of(text) for span in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    with suppress(ArticleError):
        assert "\r" not in decoded(raw, "a")
