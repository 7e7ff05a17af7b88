"""Which words say "not", and which only look so."""

from __future__ import annotations

import pytest

from factcheck.kinds._negation import denials
from factcheck.languages import Languages, tokens

LANGUAGES = Languages()


@pytest.mark.parametrize(
    ("code", "text", "denying"),
    [
        ("en", "He would not say.", ["not"]),
        ("en", "He hadn't said.", ["hadn't"]),
        ("en", "The money is fine no matter where he goes.", []),
        ("en", "He is not only fast, he is not slow.", ["not"]),
        ("id", "Ia tidak hanya kaya, ia tak sombong.", ["tak"]),
        ("ms", "Beliau bukan sahaja kaya, beliau tidak sombong.", ["tidak"]),
    ],
)
def test_denials(code: str, text: str, denying: list[str]) -> None:
    words = tokens(text, 0, len(text))
    assert [words[i].text for i in denials(words, LANGUAGES[code])] == denying
