"""Concepts: language-neutral names for what words mean, so that languages and paraphrases meet.

A language's words stand in `<language>/concepts/*.toml`; what contains what, and what excludes what,
in the language-neutral `concepts/*.toml` beside the language folders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.languages.tokens import Hit, Token, tokens

Stem = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ConceptWords:
    """One file of a language's concepts: name = its words and phrases."""

    concepts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ConceptRelations:
    """One language-neutral file."""

    broader: Mapping[str, tuple[str, ...]]
    exclusive: Mapping[str, tuple[str, ...]]


class Lexicon:
    """Finds concepts in a language's tokens."""

    def __init__(self, words: Iterable[tuple[str, str]], stem: Stem) -> None:
        """`words` are pairs of a concept's name and one of its words or phrases."""
        self._stem = stem
        self._exact: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrase in words:
            self._add(name, tuple(token.key for token in tokens(phrase)))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    def _add(self, name: str, keys: tuple[str, ...]) -> None:
        if len(keys) > 1:
            self._phrases.setdefault(self._stem(keys[0]), []).append((keys, name))
        elif keys:
            for table, key in ((self._exact, keys[0]), (self._stems, self._stem(keys[0]))):
                names = table.setdefault(key, [])
                if name not in names:
                    names.append(name)

    def find(self, words: list[Token]) -> Iterator[Hit]:
        """All concepts, left to right; the longest phrase at a place, and every meaning it has."""
        index = 0
        while index < len(words):
            last, names = self._at(words, index)
            yield from (Hit(index, last, name) for name in names)
            index = last

    def _at(self, words: list[Token], index: int) -> tuple[int, list[str]]:
        key = words[index].key
        found: list[str] = []
        length = 0
        for keys, name in self._phrases.get(self._stem(key), ()):
            if len(keys) < length:
                break
            if self._matches(words, index, keys):
                length = len(keys)
                found.append(name)
        if found:
            return index + length, found
        return index + 1, self.names(key)

    def _matches(self, words: list[Token], index: int, keys: tuple[str, ...]) -> bool:
        if index + len(keys) > len(words):
            return False
        pairs = zip(words[index : index + len(keys)], keys, strict=True)
        return all(word.key == key or self._stem(word.key) == self._stem(key) for word, key in pairs)

    def names(self, key: str) -> list[str]:
        """The concepts of a single word: as listed, else by its root, else by a form with the same root."""
        exact = self._exact.get(key)
        if exact:
            return exact
        root = self._stem(key)
        return self._exact.get(root) or self._stems.get(root) or []


class Relations:
    """What contains what among concepts, and what excludes what."""

    def __init__(self, files: Iterable[ConceptRelations]) -> None:
        self._broader: dict[str, set[str]] = {}
        self._groups: dict[str, set[str]] = {}
        for file in files:
            for name, wider in file.broader.items():
                self._broader.setdefault(name, set()).update(wider)
            for group, names in file.exclusive.items():
                for name in names:
                    self._groups.setdefault(name, set()).add(group)
        self._closed: dict[str, frozenset[str]] = {}

    def broader(self, name: str) -> frozenset[str]:
        """The concept and all that contain it."""
        known = self._closed.get(name)
        if known is None:
            found, todo = {name}, [name]
            while todo:
                for wider in self._broader.get(todo.pop(), ()):
                    if wider not in found:
                        found.add(wider)
                        todo.append(wider)
            known = self._closed[name] = frozenset(found)
        return known

    def related(self, a: str, b: str) -> bool:
        """Whether one contains the other."""
        return a in self.broader(b) or b in self.broader(a)

    def groups(self, name: str) -> frozenset[str]:
        """The exclusive groups a concept, or one that contains it, belongs to."""
        return frozenset(g for wider in self.broader(name) for g in self._groups.get(wider, ()))

    def exclude(self, a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
        """The groups in which the two sets name different things and no common one."""
        clashes = set()
        groups_a = self._by_group(a)
        for group, names in self._by_group(b).items():
            others = groups_a.get(group)
            if others and not any(self.related(x, y) for x in names for y in others):
                clashes.add(group)
        return frozenset(clashes)

    def _by_group(self, names: frozenset[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name in names:
            for group in self._groups.get(name, ()):
                found.setdefault(group, set()).add(name)
        return found


@cache
def concept_files(folder: Path) -> tuple[str, ...]:
    """The steps ("concepts/disaster") of a folder's concept files, in alphabetical order."""
    return tuple(f"concepts/{file.stem}" for file in sorted((folder / "concepts").glob("*.toml")))
