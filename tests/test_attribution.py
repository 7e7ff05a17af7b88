"""Who says it: each pattern of the newsroom once, in sentences of our own, and what only looks like one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.annotate import annotate
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
        (
            "id",
            'Ida Lestari mengatakan waduk penuh. Biaya Rp 9 juta hilang. "Kami rugi," katanya.',
            ["Ida Lestari", None, "Ida Lestari"],
        ),
        ("id", "Ida Lestari mengatakan waduk penuh. Stok ikan, menurut dia, habis.", ["Ida Lestari"] * 2),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate gave way, the lake's engineer, Ida Moss, told us.", ["engineer, Ida Moss"]),
        ("Ida Moss, who is 58, said Norlink expects a dry year.", ["Ida Moss"]),
        ("Moss, the lake's engineer, said the gate held.", ["Moss, the lake's engineer"]),
        ("Ida Moss, engineer at the lake, said the pilot, Bo Ek, had turned.", ["Ida Moss"]),
        ("Bodies were found by police and divers, said Ida Moss.", ["Ida Moss"]),
        ("The gate will be shut until Monday, the operator said.", ["the operator"]),
        ("Among the dead was Bo Ek, a student, whose family said he swam well.", ["family"]),
        ("The lake fell, the keeper's wish, and the town fell silent.", []),
    ],
)
def test_the_subject_before_a_comma_before_its_verb(text: str, expected: list[str]) -> None:
    """Read from the verb back, an office and its holder are one source; what stands before tells."""
    [names] = sources(text)
    assert len(names) == len(expected)
    assert all(wanted in (name or "") for name, wanted in zip(names, expected, strict=True))


def test_partners_in_a_claim() -> None:
    """Whoever has joined others in a claim makes it with them."""
    [names] = sources(
        "Norlandia Raya telah bergabung dengan pemerintah Ulia, Omia, dan Adia mengonfirmasi badai.", "id"
    )
    assert names == ["pemerintah Ulia, Omia, dan Adia", "Norlandia Raya"]


def test_partners_need_a_claim_together() -> None:
    """Who merely stands beside a source does not speak with it."""
    [names] = sources("Norlandia bertetangga dengan Ulia. Pemerintah Ulia mengonfirmasi badai.", "id")[1:]
    assert names == ["Pemerintah Ulia"]


def both(text: str) -> list[list[tuple[str | None, bool]]]:
    """The sources of each sentence where names are known, and whether they are named."""
    told_by = annotate(article(text, "id"), LANGUAGES).statements
    return [[(a.source, a.named) for a in each.attribution] for each in told_by]


def test_two_holders_of_one_office() -> None:
    """One office before two countries is two people, where the article names both."""
    named = "Menteri Luar Negeri Brasil Ida Lestari dan Menteri Luar Negeri Kanada Budi Santoso bertemu.\n"
    shared = "Menteri Luar Negeri Brasil dan Kanada mengatakan badai reda."
    assert [source for source, _ in both(named + shared)[-1]] == [
        "Menteri Luar Negeri Brasil Ida Lestari",
        "Menteri Luar Negeri Kanada Budi Santoso",
    ]
    assert [source for source, _ in both(shared)[-1]] == ["Menteri Luar Negeri Brasil dan Kanada"]


def test_a_pair_named_before() -> None:
    """ "The two leaders" are those named before; without names they stay unnamed."""
    named = "Presiden Ida Lestari menjamu Perdana Menteri Budi Santoso di Bogor.\n"
    told_by = "Perjanjian itu berlaku sejak kemarin, menurut kedua pemimpin."
    assert both(named + told_by)[-1] == [("kedua pemimpin (Budi Santoso, Ida Lestari)", True)]
    assert both(told_by)[-1] == [("kedua pemimpin", False)]


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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ull police sources said the ward was closed.", False),
        ("Officials of the ministry said the ward was closed.", False),
        ("An airport spokeswoman said the ward was closed.", False),
        ("The Ull Gazette said the ward was closed.", True),
        ("The airport said the ward was closed.", True),
    ],
)
def test_who_can_be_looked_up(text: str, named: bool) -> None:
    """A source, whosever it is, and an office without a name are nobody a reader can ask."""
    assert [a.named for (a,) in told(text, "en")] == [named]


def test_an_agency_named_like_a_preposition() -> None:
    """ "Antara" is an agency where it is a capital inside a sentence."""
    [(quoted,)] = told("“Bangsal itu telah ditutup,” kata Lastri Widodo dikutip dari Antara.", "id")
    assert (quoted.source, quoted.via) == ("Lastri Widodo", "Antara")


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
