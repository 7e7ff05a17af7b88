"""How concepts are looked up, apart from what any language lists."""

from __future__ import annotations

import pytest

from factcheck.languages.concepts import ConceptRelations, Lexicon, Relations, lexicon_tables, merged
from factcheck.languages.tokens import tokens

WORDS = (
    ("flood", "flood"),
    ("flash_flood", "flash flood"),
    ("flash_flood", "flash floods"),
    ("water", "water"),
    ("lake", "water"),
    ("stay", "put up with"),
    ("grammar_word", "own"),
    ("face", "faces"),
    ("number", "two"),
)


def stem(key: str) -> str:
    return key.removesuffix("s").removesuffix("ing")


LEXICON = Lexicon(lexicon_tables(WORDS, stem), stem, frozenset({"up", "face", "two", "with"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the floods", ["flood"]),
        ("Flash flooding", ["flash_flood"]),  # by its stems, and not a flood besides
        ("water", ["water", "lake"]),  # every meaning
        ("waters", ["water", "lake"]),
        ("we put up with it", ["stay"]),  # a function word inside a phrase
        ("its own", []),  # listed so that it means nothing
        ("face to face", []),  # a function word, though another form of it is listed
        ("faces two", ["face"]),
        ("put up", []),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    assert [hit.meaning for hit in LEXICON.find(tokens(text))] == found


def test_hits_hold_their_tokens() -> None:
    hits = list(LEXICON.find(tokens("A flash flood, then water.")))
    assert [(hit.first, hit.last, hit.meaning) for hit in hits] == [
        (1, 3, "flash_flood"),
        (5, 6, "water"),
        (5, 6, "lake"),
    ]


def test_names_of_a_word() -> None:
    """A function word keeps what it is listed under, and gets nothing from its other forms."""
    assert LEXICON.names("two") == ["number"]
    assert LEXICON.names("face") == []
    assert LEXICON.names("faces") == ["face"]


def relations() -> Relations:
    return Relations(
        [
            ConceptRelations({"spaniel": ("dog",), "dog": ("animal",)}, {"species": ("dog", "cat")}),
            ConceptRelations({"dog": ("pet",)}, {"species": ("horse",), "place": ("sea", "land")}),
        ]
    )


def test_broader_is_closed() -> None:
    assert relations().broader("spaniel") == {"spaniel", "dog", "animal", "pet"}
    assert relations().related("animal", "spaniel")
    assert not relations().related("cat", "dog")


def test_groups_are_inherited() -> None:
    assert relations().groups("spaniel") == {"species"}


def test_exclude() -> None:
    """Two sets clash in a group where they name different things and nothing related."""
    exclude = relations().exclude
    assert exclude(frozenset({"dog"}), frozenset({"cat"})) == {"species"}
    assert not exclude(frozenset({"dog"}), frozenset({"dog", "cat"}))
    assert not exclude(frozenset({"dog"}), frozenset({"sea"}))
    assert not exclude(frozenset(), frozenset({"cat"}))


def test_merged_files_relate_as_several_do() -> None:
    files = [
        ConceptRelations({"a": ("b",)}, {"g": ("a", "c")}),
        ConceptRelations({"a": ("d",)}, {"g": ("e",)}),
    ]
    one, many = Relations([merged(files)]), Relations(files)
    for name in "abcde":
        assert one.broader(name) == many.broader(name)
        assert one.groups(name) == many.groups(name)
