"""Stems: from a dictionary where there is one, else from endings; never worse than the word itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages import Languages
from factcheck.languages.compiled import packed
from factcheck.languages.morphology import Ending, Morphology, Stemmer

LANGUAGES = Languages()


@pytest.mark.parametrize(
    ("code", "word", "stem"),
    [
        ("id", "mengirim", "kirim"),
        ("id", "dievakuasi", "evakuasi"),  # unknown to the dictionary, its rest is known
        ("id", "orasinya", "orasi"),  # unknown, with and without what is sure to be an ending
        ("id", "tentara-tentara", "tentara"),
        ("id", "penandatanganan", "tandatangan"),
        ("id", "andi", "andi"),  # a name: too little is left for "and"
        ("ms", "mengisytiharkan", "isytihar"),
        ("ms", "dihantar", "hantar"),
        ("ms", "jurucakapnya", "jurucakap"),
        ("en", "soldiers", "soldier"),
        ("en", "sent", "send"),
    ],
)
def test_stems(code: str, word: str, stem: str) -> None:
    assert LANGUAGES[code].stem(word) == stem


@pytest.mark.parametrize(
    ("code", "words"),
    [("id", ("menembak", "ditembak", "penembakan")), ("ms", ("menyerang", "diserang"))],
)
def test_forms_of_a_word_meet(code: str, words: tuple[str, ...]) -> None:
    assert len({LANGUAGES[code].stem(word) for word in words}) == 1


def test_affixes_come_off_only_where_the_dictionary_knows_the_rest() -> None:
    """But an ending that is sure comes off anyhow; irregular forms come before all."""
    morphology = Morphology(
        dictionaries=("any",),
        irregular={"went": "go"},
        endings=(Ending("s"), Ending("ly", least=4, sure=True)),
        prefixes=("re", "rere"),
        function_words=(),
    )
    stem = Stemmer(morphology, packed({"open": "open", "seas": "seas"}))
    given = ("went", "reopens", "rereopens", "seas", "weas", "ably", "wearly", "reweas")
    assert [stem(word) for word in given] == ["go", "open", "open", "seas", "weas", "ably", "wear", "reweas"]


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=30), st.sampled_from(["en", "id", "ms"]))
def test_a_stem_is_never_empty_and_always_the_same(word: str, code: str) -> None:
    stem = LANGUAGES[code].stem
    assert stem(word)
    assert stem(word) == stem(word)
