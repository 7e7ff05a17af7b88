"""Languages: a folder of TOML each, loaded on first use and checked when loaded.

Code never names a language. It asks a `Language` for the words of a step ("quantity", "time",
"attribution"…) in the shape of a frozen dataclass, and gets a LanguageError with file and line for a slip.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from factcheck.errors import LanguageError
from factcheck.languages.compiled import Store, stamp_of
from factcheck.languages.concepts import (
    ConceptRelations,
    ConceptWords,
    Lexicon,
    Relations,
    Tables,
    concept_files,
    lexicon_tables,
    merged,
)
from factcheck.languages.morphology import Morphology, Stemmer, dictionary_forms
from factcheck.languages.schema import words_from
from factcheck.languages.tokens import Hit, Phrases, Token, plain, tokens

__all__ = ["Hit", "Language", "Languages", "Phrases", "Relations", "Token", "plain", "tokens"]

T = TypeVar("T")
_HOME = Path(__file__).parent


def _bytes(file: Path) -> bytes:
    """A file's bytes; none where there is no such file: a language may leave a step out."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _parsed(file: Path, data: bytes) -> dict[str, Any]:
    import tomllib  # dear: most runs find their tables compiled

    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageError(f"{'/'.join(file.parts[-3:])}: {error}") from None


class _Folder:
    """A folder of word tables: read and checked once, or found compiled by an earlier run."""

    def __init__(self, folder: Path, name: str, store: Store) -> None:
        self.path = folder
        self._name = name
        self._store = store
        self._words: dict[tuple[str, type], Any] = {}

    def file(self, step: str) -> Path:
        return self.path / f"{step}.toml"

    def words(self, step: str, shape: type[T]) -> T:
        known = self._words.get((step, shape))
        if known is None:
            file = self.file(step)
            data = _bytes(file)

            def make() -> T:
                table = {key: value for key, value in _parsed(file, data).items() if key != "examples"}
                return words_from(table, shape, file)

            name = f"{self._name}.{step.replace('/', '.')}"
            known = self._words[step, shape] = self._store.shaped(name, [data], shape, make)
        return known

    def concepts(self, shape: type[T]) -> list[T]:
        """All the concept files."""
        return [self.words(step, shape) for step in concept_files(self.path)]

    def sources(self, *steps: str) -> list[bytes]:
        """The names and bytes of steps, the concept files' after them."""
        every = (*steps, *concept_files(self.path))
        return [part for step in every for part in (step.encode(), _bytes(self.file(step)))]


class Language:
    """One language's words. Tables are read once, when first asked for."""

    def __init__(self, code: str, folder: Path, store: Store | None = None) -> None:
        self.code = code
        self.folder = folder
        self._store = store or Store(folder.parent)
        self._tables = _Folder(folder, code, self._store)

    def words(self, step: str, shape: type[T]) -> T:
        """The words of `<step>.toml` in the given shape, without its [[examples]]."""
        return self._tables.words(step, shape)

    @cached_property
    def _morphology(self) -> Morphology:
        return self.words("morphology", Morphology)

    @cached_property
    def _dictionary(self) -> bytes:
        """What tells the dictionaries behind the stems from others."""
        return stamp_of("simplemma") if self._morphology.dictionaries else b""

    @cached_property
    def stem(self) -> Stemmer:
        """Finds the stem of a plain word."""
        names = self._morphology.dictionaries
        sources = ["\n".join(names).encode(), self._dictionary]
        forms = self._store.kept(f"{self.code}.stems", sources, lambda: dictionary_forms(names))
        return Stemmer(self._morphology, forms)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that carry no content, plain."""
        return frozenset(plain(word) for word in self._morphology.function_words)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The concepts of the language's words."""
        sources = [*self._tables.sources("morphology"), self._dictionary]
        tables = self._store.kept(f"{self.code}.lexicon", sources, self._lexicon_tables)
        return Lexicon(tables, self.stem, self.function_words)

    def _lexicon_tables(self) -> Tables:
        files = self._tables.concepts(ConceptWords)
        return lexicon_tables(
            ((name, word) for file in files for name, words in file.concepts.items() for word in words),
            self.stem,
        )

    def concepts(self, words: list[Token]) -> list[Hit]:
        """The concepts named by the tokens, left to right."""
        return list(self.lexicon.find(words))

    def examples(self, step: str) -> list[Mapping[str, Any]]:
        """The [[examples]] of `<step>.toml`: the rule's own tests."""
        file = self._tables.file(step)
        return list(_parsed(file, _bytes(file)).get("examples", []))


class Languages:
    """All languages there are, by code."""

    def __init__(self, home: Path = _HOME) -> None:
        self._home = home
        self._store = Store(home)
        self._known: dict[str, Language] = {}
        self._tables = _Folder(home, "shared", self._store)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages there are, in alphabetical order."""
        return tuple(sorted(file.parent.name for file in self._home.glob("*/morphology.toml")))

    def __getitem__(self, code: str) -> Language:
        """A language by its code. Raises LanguageError for an unknown one."""
        if code not in self._known:
            folder = self._home / code
            if not folder.is_dir():
                raise LanguageError(f"unknown language '{code}'; known: {', '.join(self.codes)}")
            self._known[code] = Language(code, folder, self._store)
        return self._known[code]

    def shared(self, step: str, shape: type[T]) -> T:
        """The language-neutral table `<step>.toml` beside the language folders."""
        return self._tables.words(step, shape)

    @cached_property
    def relations(self) -> Relations:
        """What contains and what excludes what among concepts."""
        whole = self._store.shaped(
            "relations",
            self._tables.sources(),
            ConceptRelations,
            lambda: merged(self._tables.concepts(ConceptRelations)),
        )
        return Relations([whole])
