"""The concepts of politics, war, economy, business, sport, society and everyday words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import factcheck.languages
from factcheck.languages import Languages, plain, tokens
from factcheck.languages.concepts import ConceptRelations, ConceptWords
from factcheck.languages.schema import words_from

HOME = Path(factcheck.languages.__file__).parent
CODES = ("en", "id", "ms")
BEATS = ("politics", "war", "economy", "business", "sport", "society", "general")
LANGUAGES = Languages()


def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _words(code: str, beat: str) -> Mapping[str, tuple[str, ...]]:
    file = HOME / code / "concepts" / f"{beat}.toml"
    table = {key: value for key, value in _table(file).items() if key != "examples"}
    return words_from(table, ConceptWords, file).concepts


def _relations(beat: str) -> ConceptRelations:
    file = HOME / "concepts" / f"{beat}.toml"
    return words_from(_table(file), ConceptRelations, file)


def _examples() -> Iterator[Any]:
    for code in CODES:
        for beat in BEATS:
            for example in LANGUAGES[code].examples(f"concepts/{beat}"):
                yield pytest.param(code, example, id=f"{code}-{beat}-{example['text'][:40]}")


@pytest.mark.parametrize("beat", BEATS)
def test_languages_meet(beat: str) -> None:
    """Every language has words for the same concepts, each concept at least one."""
    tables = [_words(code, beat) for code in CODES]
    assert set(tables[0]) == set(tables[1]) == set(tables[2])
    for table in tables:
        assert all(words and all(word.strip() for word in words) for words in table.values())


@pytest.mark.parametrize("beat", BEATS)
def test_relations_name_known_concepts(beat: str) -> None:
    """What contains or excludes another is defined in some file."""
    known = {name for file in (HOME / "en" / "concepts").glob("*.toml") for name in _table(file)["concepts"]}
    relations = _relations(beat)
    named = set(relations.broader).union(*relations.broader.values(), *relations.exclusive.values())
    assert named <= known


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("beat", BEATS)
def test_no_word_excludes_itself(beat: str, code: str) -> None:
    """No word stands for two concepts of one exclusive group."""
    homes: dict[str, set[str]] = {}
    for other in BEATS:
        for name, words in _words(code, other).items():
            for word in words:
                homes.setdefault(plain(word), set()).add(name)
    for group, names in _relations(beat).exclusive.items():
        for word, found in homes.items():
            assert len(found.intersection(names)) < 2, f"{word} is twice in {group}"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("beat", BEATS)
def test_words_are_listed_once(beat: str, code: str) -> None:
    """A concept lists each word once."""
    for name, words in _words(code, beat).items():
        assert len(set(map(plain, words))) == len(words), name


@pytest.mark.parametrize("code", CODES)
def test_function_words_exclude_nothing(code: str) -> None:
    """No word of grammar falls, by its root, into an exclusive group of these files."""
    grouped = {name for beat in BEATS for names in _relations(beat).exclusive.values() for name in names}
    for word in LANGUAGES[code].function_words:
        assert not grouped.intersection(LANGUAGES[code].lexicon.names(word)), word


@pytest.mark.parametrize(("code", "example"), list(_examples()))
def test_example(code: str, example: Mapping[str, Any]) -> None:
    """The examples beside the words hold."""
    found = {hit.meaning for hit in LANGUAGES[code].concepts(tokens(example["text"]))}
    assert set(example["find"]) <= found, example.get("why")
    assert not found.intersection(example.get("never", ())), example.get("why")
