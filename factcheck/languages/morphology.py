"""Stems: one key for the forms of a word, from a maintained dictionary where a language names one,
else from its own table of irregular forms and endings. A stem is a key for comparing, not a word to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    """Words that end in `ending` and keep `least` letters before it end in `becomes` instead."""

    ending: str
    becomes: str = ""
    least: int = 3


@dataclass(frozen=True, slots=True)
class Morphology:
    """The words of morphology.toml."""

    dictionaries: tuple[str, ...]  # simplemma's languages, asked in this order
    irregular: Mapping[str, str]
    endings: tuple[Ending, ...]
    prefixes: tuple[str, ...]  # tried where the dictionary knows no root
    function_words: tuple[str, ...]


class Stemmer:
    """Stems of one language; remembers what it has found."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self._known: dict[str, str] = dict(morphology.irregular)
        self._endings: dict[str, list[Ending]] = {}
        for rule in morphology.endings:
            self._endings.setdefault(rule.ending[-1], []).append(rule)

    def __call__(self, key: str) -> str:
        """The stem of a plain, casefolded word."""
        stem = self._known.get(key)
        if stem is None:
            stem = self._known[key] = self._stem(key)
        return stem

    def _stem(self, key: str) -> str:
        halves = key.split("-")
        if len(halves) == 2 and halves[0] == halves[1]:  # "tentara-tentara"
            return self(halves[0])
        if self._morphology.dictionaries and key.isalpha():
            from simplemma import lemmatize  # a dictionary is dear: only for languages that name one

            return lemmatize(key, lang=self._morphology.dictionaries).casefold()
        return self._without_ending(key)

    def _without_ending(self, key: str) -> str:
        for rule in self._endings.get(key[-1:], ()):
            if key.endswith(rule.ending) and len(key) - len(rule.ending) >= rule.least:
                return key[: len(key) - len(rule.ending)] + rule.becomes
        return key
