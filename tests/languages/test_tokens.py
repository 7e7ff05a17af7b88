"""Words, their places and the phrases made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages.tokens import Hit, Phrases, keys, plain, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 12.000 orang", ["Sebanyak", "12.000", "orang"]),
        ("pukul 19.30, 8/10/2024", ["pukul", "19.30", ",", "8", "/", "10", "/", "2024"]),
        ("negara-negara don’t", ["negara-negara", "don’t"]),
        ("“Ya!”", ["“", "Ya", "!", "”"]),
        ("5kg", ["5", "kg"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(), st.integers(0, 20), st.integers(0, 40))
def test_a_token_is_the_text_at_its_place(text: str, start: int, end: int) -> None:
    """Offsets point into the whole text; no token lies outside the stretch or holds space."""
    for token in tokens(text, start, end):
        assert text[token.start : token.end] == token.text
        assert start <= token.start < token.end <= end
        assert token.text == token.text.strip()
        assert token.key == plain(token.text)


@given(st.text())
def test_keys_are_the_tokens_keys(phrase: str) -> None:
    """The short way to a phrase's keys leads to the same place."""
    assert keys(phrase) == tuple(token.key for token in tokens(phrase))


@given(st.lists(st.sampled_from(["Two", "words", "  ", " ", "a-b", "Jum’at", "É", "12.000", ","])))
def test_keys_of_likely_phrases(parts: list[str]) -> None:
    phrase = " ".join(parts)
    assert keys(phrase) == tuple(token.key for token in tokens(phrase))


@pytest.mark.parametrize(
    ("text", "key"), [("ÉCOLE", "ecole"), ("Jum’at", "jum'at"), ("“x”", '"x"'), ("A‑B", "a-b"), ("İ", "i")]
)
def test_plain(text: str, key: str) -> None:
    assert plain(text) == key


@given(st.text())
def test_plain_is_casefolded(text: str) -> None:
    """The short way for ASCII differs from the long one in nothing."""
    assert plain(plain(text)) == plain(text) or not text.isascii()
    if text.isascii():
        assert plain(text) == text.casefold()


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"short": ["at least"], "long": ["at least half"], "one": ["at"]})
    assert list(phrases.find(tokens("At least half, at least, at"))) == [
        Hit(0, 3, "long"),
        Hit(4, 6, "short"),
        Hit(7, 8, "one"),
    ]


def test_the_first_of_equal_phrases_wins() -> None:
    phrases = Phrases({"a": ["same words", ""], "b": ["same words"]})
    assert [hit.meaning for hit in phrases.find(tokens("the same words"))] == ["a"]


def test_a_phrase_does_not_run_over_the_end() -> None:
    assert Phrases({"a": ["one two three"]}).at(tokens("one two"), 0) is None
