"""Concepts: language-neutral names for what words mean, so that languages and paraphrases meet.

A language's words stand in `<language>/concepts/*.toml`; what contains what, and what excludes what,
in the language-neutral `concepts/*.toml` beside the language folders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.languages.compiled import Packed, packed
from factcheck.languages.tokens import Hit, Token, keys

Stem = Callable[[str], str]
Tables = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_NEXT, _PART = "\n", "\t"  # no key holds these
_GRAMMAR = "grammar_word"  # words listed so that they mean nothing else


@dataclass(frozen=True, slots=True)
class ConceptWords:
    """One file of a language's concepts: name = its words and phrases."""

    concepts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ConceptRelations:
    """One language-neutral file."""

    broader: Mapping[str, tuple[str, ...]]
    exclusive: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that name a concept together."""

    name: str
    keys: tuple[str, ...]
    stems: tuple[str, ...]


def lexicon_tables(words: Iterable[tuple[str, str]], stem: Stem) -> Tables:
    """What a Lexicon looks up, from pairs of a concept's name and one of its words or phrases."""
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrase in words:
        listed = keys(phrase)
        if len(listed) > 1:
            phrases.setdefault(stem(listed[0]), []).append((listed, name))
        elif listed:
            exact.setdefault(listed[0], []).append(name)
            stems.setdefault(stem(listed[0]), []).append(name)
    for entries in phrases.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    shown = {
        first: _NEXT.join(_PART.join((name, *listed, *map(stem, listed))) for listed, name in entries)
        for first, entries in phrases.items()
    }
    return packed(_joined(exact)), packed(_joined(stems)), packed(shown)


def _joined(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {key: _NEXT.join(dict.fromkeys(names)) for key, names in table.items()}


class Lexicon:
    """Finds concepts in a language's tokens."""

    def __init__(self, tables: Tables, stem: Stem, function_words: frozenset[str] = frozenset()) -> None:
        """`tables` as `lexicon_tables` makes them; a function word counts in phrases only."""
        self._exact, self._stems, self._phrases = map(Packed, tables)
        self._stem = stem
        self._function_words = function_words
        self._known: dict[str, list[str]] = {}
        self._starts: dict[str, list[Phrase]] = {}

    def find(self, words: list[Token]) -> Iterator[Hit]:
        """All concepts, left to right; the longest phrase at a place, and every meaning it has."""
        index = 0
        while index < len(words):
            last, names = self._at(words, index)
            for name in names:
                if name != _GRAMMAR:
                    yield Hit(index, last, name)
            index = last

    def _at(self, words: list[Token], index: int) -> tuple[int, list[str]]:
        key = words[index].key
        found: list[str] = []
        length = 0
        for phrase in self._phrases_from(self._stem(key)):
            if len(phrase.keys) < length:
                break
            if self._matches(words, index, phrase):
                length = len(phrase.keys)
                if phrase.name not in found:
                    found.append(phrase.name)
        if found:
            return index + length, found
        return index + 1, [] if key in self._function_words else self.names(key)

    def _phrases_from(self, stem: str) -> list[Phrase]:
        """The phrases whose first word has a stem, the longest first."""
        known = self._starts.get(stem)
        if known is None:
            listed = self._phrases.get(stem)
            known = self._starts[stem] = [_phrase(line) for line in listed.split(_NEXT)] if listed else []
        return known

    def _matches(self, words: list[Token], index: int, phrase: Phrase) -> bool:
        if index + len(phrase.keys) > len(words):
            return False
        for place, (key, stem) in enumerate(zip(phrase.keys, phrase.stems, strict=True), index):
            word = words[place].key
            if word != key and self._stem(word) != stem:
                return False
        return True

    def names(self, key: str) -> list[str]:
        """The concepts of a single word: as listed, else by its root, else by a form with the same root.

        A function word has those it is listed under, no more: "terhadap" faces nobody.
        """
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._names(key)
        return known

    def _names(self, key: str) -> list[str]:
        listed = self._exact.get(key)
        if listed is None and key not in self._function_words:
            root = self._stem(key)
            listed = self._exact.get(root) or self._stems.get(root)
        return listed.split(_NEXT) if listed else []


def _phrase(line: str) -> Phrase:
    name, *both = line.split(_PART)
    half = len(both) // 2
    return Phrase(name, tuple(both[:half]), tuple(both[half:]))


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
        self._all_groups: dict[str, frozenset[str]] = {}

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
        known = self._all_groups.get(name)
        if known is None:
            wider = self.broader(name)
            known = frozenset(group for concept in wider for group in self._groups.get(concept, ()))
            self._all_groups[name] = known
        return known

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


def merged(files: Iterable[ConceptRelations]) -> ConceptRelations:
    """The relations of several files as those of one."""
    broader: dict[str, tuple[str, ...]] = {}
    exclusive: dict[str, tuple[str, ...]] = {}
    for file in files:
        for name, wider in file.broader.items():
            broader[name] = (*broader.get(name, ()), *wider)
        for group, names in file.exclusive.items():
            exclusive[group] = (*exclusive.get(group, ()), *names)
    return ConceptRelations(broader, exclusive)


@cache
def concept_files(folder: Path) -> tuple[str, ...]:
    """The steps ("concepts/disaster") of a folder's concept files, in alphabetical order."""
    return tuple(f"concepts/{file.stem}" for file in sorted((folder / "concepts").glob("*.toml")))
