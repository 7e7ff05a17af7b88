"""Names: the examples of the language files, and what same() and judge() make of two articles' names."""

from __future__ import annotations

import re

import pytest

from factcheck.kinds._name_words import PlaceNames, paths
from factcheck.kinds.name import Name, NameType, apart, find, judge, same
from factcheck.languages import Languages
from factcheck.model import Article, Mention, Sentence, Span, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
EXAMPLES = [(code, example) for code in LANGUAGES.codes for example in LANGUAGES[code].examples("name")]


def article(text: str, language: str, zone: Zone = Zone.BODY) -> Article:
    """An article of one paragraph; sentences end at a full stop after a small letter or bracket."""
    sentences = []
    start = 0
    for stop in [*(m.end() for m in re.finditer(r"[a-z)\d](?<!Lt)(?<!Mohd)[.!?]\s", text)), len(text)]:
        sentences.append(Sentence(Span(start, stop), zone, 0, language))
        start = stop
    return Article("a", "a.txt", text, "", language, tuple(s for s in sentences if s.span.start < s.span.end))


def names(text: str, language: str) -> list[tuple[str, Name]]:
    found = find(article(text, language), LANGUAGES)
    return [(m.span.of(text), m.value) for m in found if isinstance(m.value, Name)]


def name(text: str, language: str, words: str) -> Name:
    return next(value for shown, value in names(text, language) if shown == words)


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_examples(code: str, example: dict[str, object]) -> None:
    found = [f"{shown}={value.id}" for shown, value in names(str(example["text"]), code)]
    assert found == example["find"], example["why"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Presiden Bulgaria Andriy Holub berpidato.", "id", "Andriy Holub"),
         ("The speech of Andrii Holub was long.", "en", "Andrii Holub")),
        (("President Sadik Dzhaparov resigned.", "en", "Sadik Dzhaparov"),
         ("President Sadik Japarov resigned.", "en", "Sadik Japarov")),
        (("Korban bernama M. Ridwan Fadhil.", "id", "M. Ridwan Fadhil"),
         ("Korban bernama Muhammad Ridwan Fadhil.", "id", "Muhammad Ridwan Fadhil")),
        (("Mangsa ialah Mohd. Zaki Rahman, 20.", "ms", "Mohd. Zaki Rahman"),
         ("Mangsa ialah Mohamad Zaki Rahman, 20.", "ms", "Mohamad Zaki Rahman")),
        (("Mangsa ialah Nur Sabrina Halim, 20.", "ms", "Nur Sabrina Halim"),
         ("Mangsa ialah Nursabrina Halim, 20.", "ms", "Nursabrina Halim")),
        (("Rapat dipimpin PBB.", "id", "PBB"), ("Talks led by the UN failed.", "en", "UN")),
        (("Laporan BPSN terbit.", "id", "BPSN"),
         ("Laporan Badan Pengelola Sawit Nusantara terbit.", "id", "Badan Pengelola Sawit Nusantara")),
        (("Tentara Korut maju.", "id", "Korut"), ("North Korean soldiers advanced.", "en", "North Korean")),
        (("Warga Desa Tanjungsari mengungsi.", "id", "Desa Tanjungsari"),
         ("Warga mengungsi dari Tanjungsari.", "id", "Tanjungsari")),
        (("\"No,\" said Colonel Pavel Sorin.", "en", "Colonel"),
         ("Kolonel Pavel Sorin menolak.", "id", "Kolonel")),
    ],
)  # fmt: skip
def test_variants_agree(a: tuple[str, str, str], b: tuple[str, str, str]) -> None:
    """One name in two spellings, forms or languages is one name."""
    assert same(name(*a), name(*b)) >= 0.75
    judgement = judge(name(*a), name(*b))
    assert judgement is not None and judgement.verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Leader Han Jong Il spoke.", "en", "Han Jong Il"),
         ("Leader Han Jong Un spoke.", "en", "Han Jong Un")),
        (("Police named Jonas Keller, 40.", "en", "Jonas Keller"),
         ("Police named Peter Keller, 40.", "en", "Peter Keller")),
        (("Shares of Corvex Bank fell.", "en", "Corvex Bank"),
         ("Shares of Corvex Foods fell.", "en", "Corvex Foods")),
        (("They live in Australia.", "en", "Australia"), ("They live in Austria.", "en", "Austria")),
        (("Environment minister Aminah Salleh came.", "en", "Aminah Salleh"),
         ("Pegawai penyiasat Aminah Salleh hadir.", "ms", "Aminah Salleh")),
    ],
)  # fmt: skip
def test_different_names_are_not_compared(a: tuple[str, str, str], b: tuple[str, str, str]) -> None:
    """Two persons, bodies or places that share a word or a look stay two."""
    assert same(name(*a), name(*b)) < 0.5
    assert judge(name(*a), name(*b)) is None


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (("Longsor terjadi di Garut.", "id", "Garut"),
         ("A landslide hit West Java.", "en", "West Java"), Verdict.COMPATIBLE),
        (("Sikap Moskow jelas.", "id", "Moskow"), ("Russia was clear.", "en", "Russia"), Verdict.COMPATIBLE),
        (("Kepala Desa Mekarjaya, Tono Hartawan, hadir.", "id", "Tono Hartawan"),
         ("Kepala Desa Mekarjaya, Tono Hartanto, hadir.", "id", "Tono Hartanto"), Verdict.CONFLICT),
        (("A deal with Bluestone Dredging.", "en", "Bluestone Dredging"),
         ("A deal with Blackstone Dredging.", "en", "Blackstone Dredging"), Verdict.CONFLICT),
        (("Letkol Bagas Prihandono hadir.", "id", "Letkol"),
         ("Kolonel Bagas Prihandono hadir.", "id", "Kolonel"), Verdict.CONFLICT),
        (("Gabenor Rasidah Ghaffar hadir.", "ms", "Rasidah Ghaffar"),
         ("Gabenor Rashidah Ghafur hadir.", "ms", "Rashidah Ghafur"), Verdict.CONFLICT),
        (("Police named Marisol Quintana, 16.", "en", "Marisol Quintana"),
         ("Police named Marisela Quintana, 16.", "en", "Marisela Quintana"), Verdict.CONFLICT),
        (("Sopir bus, Suparjo (51), selamat.", "id", "Suparjo"),
         ("Pria bernama Suparno (51) selamat.", "id", "Suparno"), Verdict.CONFLICT),
        (("Gubernur Siti Nurjanah hadir.", "id", "Siti Nurjanah"),
         ("Gubernur Siti Nurjannah hadir.", "id", "Siti Nurjannah"), Verdict.AGREE),
    ],
)  # fmt: skip
def test_verdicts(a: tuple[str, str, str], b: tuple[str, str, str], verdict: Verdict) -> None:
    """A place lies in a place, a capital speaks for its country, a near miss in one office conflicts."""
    judgement = judge(name(*a), name(*b))
    assert judgement is not None and judgement.verdict is verdict


def test_the_office_tells_two_of_one_surname() -> None:
    """A title picks the one it belongs to; without one, the short form stays open."""
    text = (
        "Presiden Kim Sang-ho bertemu Menteri Pertahanan Kim Dae-won di Busan. "
        "Menteri Pertahanan Kim menolak. Menurut Kim, rapat berlanjut."
    )
    found = [value.id for shown, value in names(text, "id") if shown == "Kim"]
    assert found == ["kim dae won", "kim"]


def test_roles_are_told_before_and_after() -> None:
    """An office is the same before the name, after it, and in another language."""
    before = name("Menteri Luar Negeri Norwegia Lena Vost tiba.", "id", "Lena Vost")
    after = name("It was Lena Vost, the foreign minister, who came.", "en", "Lena Vost")
    assert before.roles == after.roles == {"foreign minister"}
    assert before.title == "Menteri Luar Negeri Norwegia"


def test_headlines_in_capitals_name_only_the_known() -> None:
    """In a headline whose every word has a capital, only names of the body and of the tables are names."""
    title, body = (
        "Banjir Besar Terjang Sukamulya, Wardana Minta Bantuan Jepang\n",
        "Camat Sukamulya Edi Wardana meminta bantuan.",
    )
    text = title + body
    sentences = (
        Sentence(Span(0, len(title)), Zone.TITLE, 0, "id"),
        Sentence(Span(len(title), len(text)), Zone.BODY, 1, "id"),
    )
    found = find(Article("a", "a.txt", text, "", "id", sentences), LANGUAGES)
    shown = [m.span.of(text) for m in found if m.sentence == 0]
    assert "Banjir" not in shown and "Jepang" in shown
    assert all(isinstance(m, Mention) and m.span.of(text) == text[m.span.start : m.span.end] for m in found)


def test_taken_words_are_no_names() -> None:
    """A date or an amount found before is left alone."""
    text = "The Orient Star 9 sank."
    found = find(article(text, "en"), LANGUAGES, [Span(16, 17)])
    assert [m.span.of(text) for m in found] == ["Orient Star"]


def test_apart_needs_one_type() -> None:
    """Only names of one type are surely different."""
    a, b = name("They live in Norway.", "en", "Norway"), name("They live in Sweden.", "en", "Sweden")
    assert apart(a, b) and a.type is NameType.PLACE
    assert not apart(a, name("The army said so, said Mr Olaf Bruun.", "en", "Olaf Bruun"))


def test_a_capital_city_knows_its_country() -> None:
    """A capital's path begins with its country's."""
    city = name("Envoys met in Nairobi.", "en", "Nairobi")
    assert city.capital and city.id == "country:KE/nairobi"
    assert city.to_json() == {"id": "country:KE/nairobi", "type": "place"}


def test_long_lines_are_read_in_one_pass() -> None:
    """A line of ten thousand capitals is no trap."""
    text = "Alpha Beta " * 5000 + "(" * 500 + "X" * 500
    assert find(article(text, "en"), LANGUAGES) is not None


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_every_place_is_on_the_map(code: str) -> None:
    """A place's other names hang on a name the map knows, so that a slip can't lose them."""
    known = paths(LANGUAGES)
    assert [key for key in LANGUAGES[code].words("places", PlaceNames).places if key not in known] == []


def test_places_lie_where_the_text_says() -> None:
    """The form "X, Y" says that X lies in Y; a row of countries says nothing."""
    assert name("Fire hit Ardoch, Scotland.", "en", "Scotland").id == "country:GB/scotland"
    town = name("A fire in Ardoch Village, Scotland, went out.", "en", "Ardoch Village")
    assert town.within == {"country:GB/scotland"}
    assert not name("Delegasi Iran, Irak, dan Suriah datang.", "id", "Iran").within
