"""Who says it: each pattern of the newsroom once, in sentences of our own, and what only looks like one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.attribution import attribute
from factcheck.languages import Languages
from factcheck.model import Article, Attribution, Sentence, Span, Zone

LANGUAGES = Languages()
EXAMPLES = [
    pytest.param(code, example, id=f"{code}: {example['text'][:40]}")
    for code in ("en", "id", "ms")
    for example in LANGUAGES[code].examples("attribution")
]


def article(text: str, language: str) -> Article:
    """A line a paragraph; sentences end at a mark before a space and a capital or a quotation mark."""
    sentences = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        begin = line.start()
        for end in re.finditer(r"[.?!][\"”’]?(?=\s+[\"“‘A-Z]|$)", line[0]):
            stop = line.start() + end.end()
            span = Span(begin + (text[begin] == " "), stop)
            sentences.append(Sentence(span, Zone.BODY, number, language))
            begin = stop
        if begin < line.end():
            sentences.append(Sentence(Span(begin, line.end()), Zone.BODY, number, language))
    return Article("a", "a.txt", text, "", language, tuple(sentences))


def told(text: str, language: str) -> list[tuple[Attribution, ...]]:
    return attribute(article(text, language), LANGUAGES)


def sources(text: str, language: str = "en") -> list[list[str | None]]:
    return [[a.source for a in found] for found in told(text, language)]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_examples_beside_the_words(code: str, example: dict[str, Any]) -> None:
    found = [name for names in sources(example["text"], code) for name in names]
    assert len(found) == len(example["find"]), example["why"]
    for name, wanted in zip(found, example["find"], strict=True):
        assert name is not None and wanted in name, example["why"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", '"The lake is full," Ida Moss said. "We opened two gates."', ["Ida Moss", "Ida Moss"]),
        ("en", "Ida Moss, the dam's keeper, opened a gate.\nShe said the lake was full.", [None, "Ida Moss"]),
        ("en", "The ferry, which Norlink owns, sank. No cause was given.", [None, None]),
        ("id", '"Waduk sudah penuh," kata Ida Lestari. "Dua pintu kami buka."', ["Ida Lestari"] * 2),
        ("id", "Ida Lestari mengatakan waduk penuh. Ia menambahkan dua pintu dibuka.", ["Ida Lestari"] * 2),
        ("id", "Waduk meluap pada Kamis. Hal itu dikatakan oleh Ida Lestari, Jumat.", ["Ida Lestari"] * 2),
        ("id", "Empat rumah rusak, katanya.", [None]),
        ("ms", "Ida Salleh berkata empangan penuh. Beliau menambah dua pintu dibuka.", ["Ida Salleh"] * 2),
        ("ms", '"Empangan penuh," kata Ida Salleh. "Dua pintu dibuka," katanya lagi.', ["Ida Salleh"] * 2),
    ],
)
def test_carry_over(language: str, text: str, expected: list[str | None]) -> None:
    """Pronouns and quotations that run on belong to whoever spoke before."""
    found = sources(text, language)
    assert len(found) == len(expected)
    for names, wanted in zip(found, expected, strict=True):
        assert (wanted in (names[0] or "")) if wanted else not names


def test_chain() -> None:
    """The outlet that passes a source on is the via; alone it is the source."""
    [(chained,), (alone,)] = told(
        "Panen gagal di tiga desa, kata Ida Lestari, dikutip dari Kantor Warta.\n"
        "Panen gagal di tiga desa, dilansir dari Kantor Warta.",
        "id",
    )
    assert chained.source is not None and "Ida Lestari" in chained.source
    assert chained.via == "Kantor Warta"
    assert (alone.source, alone.via) == ("Kantor Warta", None)


@pytest.mark.parametrize(
    ("language", "text", "via"),
    [
        (
            "id",
            "Panen gagal, kata Ida Lestari, dikutip dari kantor berita Rusia, TASS.",
            "kantor berita Rusia, TASS",
        ),
        ("en", "The crop failed, Ida Moss said, quoted by the news agency, TASS.", "the news agency, TASS"),
        (
            "id",
            "Panen gagal, kata Ida Lestari, dikutip dari kantor berita Rusia, Jumat.",
            "kantor berita Rusia",
        ),
    ],
)
def test_the_name_after_a_body_belongs_to_it(language: str, text: str, via: str) -> None:
    [(chained,)] = told(text, language)
    assert chained.via == via


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('Ida Lestari mendukung Prancis, menyalahkan "cuaca buruk".', "Ida Lestari"),
        (
            "Kepala dinas perikanan, Ida Lestari, mengatakan panen gagal.",
            "Kepala dinas perikanan, Ida Lestari",
        ),
    ],
)
def test_what_a_name_does_is_no_part_of_it(text: str, source: str) -> None:
    """The words between a name and a comma tell something; those after an office belong to it."""
    assert sources(text, "id") == [[source]]


def test_several_sources_at_once() -> None:
    """A list of sources stays whole."""
    [names] = sources("Badan cuaca Norwegia, Swedia, dan Denmark memperkirakan badai tiba Jumat.", "id")
    assert names == ["Badan cuaca Norwegia, Swedia, dan Denmark"]


def test_unnamed() -> None:
    """A source nobody names is marked so; one with a name is not."""
    [(nurse,), (named,)] = told(
        'A nurse who asked not to be named said the ward was closed.\n"It is closed," said Ida Moss.', "en"
    )
    assert (nurse.named, named.named) == (False, True)


def test_passages() -> None:
    """Passages are the quoted words, marks excluded, inside the sentence."""
    text = 'The clinic is "full to the roof", Ida Moss told reporters.'
    [(found,)] = told(text, "en")
    assert [passage.of(text) for passage in found.passages] == ["full to the roof"]
    assert found.quoted
    assert found.span.of(text) == found.cue == "told"


def test_one_quotation_over_paragraphs() -> None:
    """Curly marks are set anew at each paragraph of a quotation and close it once."""
    text = "“The roof went first.\n“Then the stairs,” said Ida Moss.\nRain fell."
    assert sources(text) == [["Ida Moss"], ["Ida Moss"], []]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After the mayor announced the plan, two shops closed."),
        ("en", "The ministry did not say how many had left."),
        ("en", "What does the bank think?"),
        ("en", "The man accused of the theft has left the United States."),
        ("en", "Ten people were reported missing."),
        ("id", "Polisi mencari warga yang mengaku melihat api."),
        ("id", "Gubernur akan mengumumkan hasilnya Senin."),
        ("id", "Lima orang dilaporkan hilang."),
        ("ms", "Polis mencari lelaki yang mengaku melihat kebakaran."),
        ("ms", "Lima orang dilaporkan hilang."),
    ],
)
def test_the_outlet_speaks(language: str, text: str) -> None:
    """Words of speech that credit nobody with the statement."""
    assert sources(text, language) == [[]]
