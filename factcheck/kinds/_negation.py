"""Which words of a passage say "not"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.languages import Language, Phrases, Token, plain


@dataclass(frozen=True, slots=True)
class NegationWords:
    """The words of negation.toml."""

    negations: tuple[str, ...]
    endings: tuple[str, ...]  # of words that deny: "wasN'T"
    idle: tuple[str, ...]  # phrases that hold such a word and deny nothing


def denials(words: list[Token], language: Language) -> list[int]:
    """The places of the words that deny."""
    known, idle = _negations(language)
    endings = language.words("negation", NegationWords).endings
    quiet = {i for hit in idle.find(words) for i in range(hit.first, hit.last)}
    return [
        i
        for i, word in enumerate(words)
        if i not in quiet and (word.key in known or (endings and word.key.endswith(endings)))
    ]


@cache
def _negations(language: Language) -> tuple[frozenset[str], Phrases]:
    words = language.words("negation", NegationWords)
    return frozenset(plain(word) for word in words.negations), Phrases({"idle": words.idle})
