"""Concepts of disasters, accidents, crime, health and people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import factcheck.languages
from factcheck.languages import Languages, plain, tokens
from factcheck.languages.concepts import ConceptRelations, ConceptWords, concept_files

BEATS = ("disaster", "accident", "crime", "health", "people")
CODES = ("en", "id", "ms")
HOME = Path(factcheck.languages.__file__).parent
LANGUAGES = Languages()


def words(code: str, beat: str) -> Mapping[str, tuple[str, ...]]:
    """A beat's concepts in one language."""
    return LANGUAGES[code].words(f"concepts/{beat}", ConceptWords).concepts


def relations(beat: str) -> ConceptRelations:
    """A beat's relations."""
    return LANGUAGES.shared(f"concepts/{beat}", ConceptRelations)


def named() -> set[str]:
    """Every concept of the tree."""
    found: set[str] = set()
    for code in CODES:
        for step in concept_files(HOME / code):
            found.update(LANGUAGES[code].words(step, ConceptWords).concepts)
    return found


def examples() -> Iterator[Any]:
    """The examples beside the words."""
    for code in CODES:
        for beat in BEATS:
            for example in LANGUAGES[code].examples(f"concepts/{beat}"):
                yield pytest.param(code, example, id=f"{code}-{beat}-{example['text'][:30]}")


@pytest.mark.parametrize("beat", BEATS)
def test_languages_share_their_names(beat: str) -> None:
    """A concept has words in every language."""
    names = {code: set(words(code, beat)) for code in CODES}
    assert names["id"] == names["ms"] == names["en"]
    for code in CODES:
        for name, listed in words(code, beat).items():
            assert listed, f"{code} {name} has no words"
            assert len({plain(word) for word in listed}) == len(listed), f"{code} {name} lists a word twice"
            assert all(word == word.strip() and tokens(word) for word in listed)


@pytest.mark.parametrize("beat", BEATS)
def test_relations_speak_of_concepts_there_are(beat: str) -> None:
    """Every name in broader and exclusive is defined somewhere."""
    known = named()
    for name, wider in relations(beat).broader.items():
        assert {name, *wider} <= known, name
        assert name not in wider
    for group, names in relations(beat).exclusive.items():
        assert set(names) <= known, group
        assert len(set(names)) == len(names) > 1, group


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("beat", BEATS)
def test_no_word_means_two_things_that_exclude_each_other(beat: str, code: str) -> None:
    """A word under two concepts of one group would clash with itself, unless one contains the other."""
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for step in concept_files(HOME / code):
        for name, listed in LANGUAGES[code].words(step, ConceptWords).concepts.items():
            for word in listed:
                meanings[plain(word)].add(name)
    for group, names in relations(beat).exclusive.items():
        for word, found in meanings.items():
            both = sorted(found & set(names))
            unrelated = [
                (a, b) for a in both for b in both if a < b and not LANGUAGES.relations.related(a, b)
            ]
            assert not unrelated, f"{code}: '{word}' in group '{group}' is {unrelated}"


def test_no_concept_contains_itself() -> None:
    """Broader is a hierarchy."""
    for beat in BEATS:
        for name, wider in relations(beat).broader.items():
            assert all(name not in LANGUAGES.relations.broader(w) for w in wider), name


@pytest.mark.parametrize(("code", "example"), list(examples()))
def test_examples(code: str, example: Mapping[str, Any]) -> None:
    """A text names the concepts beside it, and not its near misses."""
    found = {hit.meaning for hit in LANGUAGES[code].concepts(tokens(example["text"]))}
    assert set(example["find"]) <= found, example["why"]
    assert not set(example["absent"]) & found, example["why"]
