"""Languages: a folder of TOML each, loaded on first use and checked when loaded.

Code never names a language. It asks a `Language` for the words of a step ("quantity", "time",
"attribution"…) in the shape of a frozen dataclass, and gets a LanguageError with file and line for a slip.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from factcheck.errors import LanguageError
from factcheck.languages.concepts import ConceptRelations, ConceptWords, Lexicon, Relations, concept_files
from factcheck.languages.morphology import Morphology, Stemmer
from factcheck.languages.schema import words_from
from factcheck.languages.tokens import Hit, Phrases, Token, plain, tokens

__all__ = ["Hit", "Language", "Languages", "Phrases", "Relations", "Token", "plain", "tokens"]

T = TypeVar("T")
_HOME = Path(__file__).parent


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{'/'.join(file.parts[-3:])}: {error}") from None


class Language:
    """One language's words. Tables are read once, when first asked for."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.folder = folder
        self._words: dict[tuple[str, type], Any] = {}

    def words(self, step: str, shape: type[T]) -> T:
        """The words of `<step>.toml` in the given shape, without its [[examples]]."""
        known = self._words.get((step, shape))
        if known is None:
            file = self.folder / f"{step}.toml"
            table = {key: value for key, value in _read(file).items() if key != "examples"}
            known = self._words[step, shape] = words_from(table, shape, file)
        return known

    @cached_property
    def stem(self) -> Stemmer:
        """Finds the stem of a plain word."""
        return Stemmer(self.words("morphology", Morphology))

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that carry no content, plain."""
        return frozenset(plain(word) for word in self.words("morphology", Morphology).function_words)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The concepts of the language's words."""
        files = [self.words(step, ConceptWords) for step in concept_files(self.folder)]
        pairs = [(n, w) for file in files for n, words in file.concepts.items() for w in words]
        return Lexicon(pairs, self.stem)

    def concepts(self, words: list[Token]) -> list[Hit]:
        """The concepts named by the tokens, left to right."""
        return list(self.lexicon.find(words))

    def examples(self, step: str) -> list[Mapping[str, Any]]:
        """The [[examples]] of `<step>.toml`: the rule's own tests."""
        found = _read(self.folder / f"{step}.toml").get("examples", [])
        return list(found)


class Languages:
    """All languages there are, by code."""

    def __init__(self, home: Path = _HOME) -> None:
        self._home = home
        self._known: dict[str, Language] = {}
        self._shared: dict[tuple[str, type], Any] = {}

    @property
    def codes(self) -> list[str]:
        """The codes of the languages there are, in alphabetical order."""
        return sorted(file.parent.name for file in self._home.glob("*/morphology.toml"))

    def __getitem__(self, code: str) -> Language:
        """A language by its code. Raises LanguageError for an unknown one."""
        if code not in self._known:
            folder = self._home / code
            if not folder.is_dir():
                raise LanguageError(f"unknown language '{code}'; known: {', '.join(self.codes)}")
            self._known[code] = Language(code, folder)
        return self._known[code]

    def shared(self, step: str, shape: type[T]) -> T:
        """The language-neutral table `<step>.toml` beside the language folders."""
        known = self._shared.get((step, shape))
        if known is None:
            file = self._home / f"{step}.toml"
            table = {key: value for key, value in _read(file).items() if key != "examples"}
            known = self._shared[step, shape] = words_from(table, shape, file)
        return known

    @cached_property
    def relations(self) -> Relations:
        """What contains and what excludes what among concepts."""
        return Relations(self.shared(step, ConceptRelations) for step in concept_files(self._home))
