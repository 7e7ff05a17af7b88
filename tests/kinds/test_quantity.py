"""What is found as a quantity, and how two quantities stand to each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from factcheck.kinds.quantity import Bound, Measure, Quantity, find, judge
from factcheck.languages import Languages
from factcheck.model import Article, Mention, Sentence, Span, Zone

LANGUAGES = Languages()
EXAMPLES = [
    (code, example) for code in ("en", "id", "ms") for example in LANGUAGES[code].examples("quantity")
]


def article(text: str, language: str) -> Article:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    return Article("a", "a.txt", text, "", language, (sentence,))


def found(text: str, language: str, taken: tuple[Span, ...] = ()) -> list[Mention]:
    return find(article(text, language), LANGUAGES, taken)


def one(text: str, language: str) -> Quantity:
    (mention,) = found(text, language)
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{c}: {e['text']}" for c, e in EXAMPLES])
def test_examples(code: str, example: dict[str, Any]) -> None:
    """Every rule's examples and near misses hold."""
    mentions = found(example["text"], code)
    assert [m.span.of(example["text"]) for m in mentions] == example["find"], example["why"]
    assert [m.value.show() for m in mentions] == example["show"], example["why"]


JUDGED = [
    ("agree", "id", "Dua belas ribu buruh hadir.", "en", "12,000 workers came."),
    ("agree", "en", "The ship carries 3.5 tonnes of rice.", "ms", "Beras seberat 3,500 kilogram dibawa."),
    ("agree", "id", "Status itu berlaku 21 hari.", "id", "Status itu berlaku tiga pekan."),
    ("agree", "en", "He was jailed for 30 months.", "ms", "Dia dipenjara dua tahun setengah."),
    ("agree", "en", "He was jailed for 42 months.", "id", "Ia divonis 3 tahun 6 bulan penjara."),
    ("conflict", "en", "The match took 2 hours 51 minutes.", "en", "The match took 2 h 15 min."),
    ("conflict", "en", "The term is at least 24 years.", "en", "The term is at least 26 years."),
    ("conflict", "en", "At least eight people were held.", "id", "Sepuluh orang ditahan."),
    ("compatible", "en", "At least 31 people were held.", "id", "Sebanyak 33 orang ditahan."),
    ("conflict", "en", "More than 200 people were hurt.", "en", "More than 300 people were hurt."),
    ("compatible", "en", "More than 150 fans came.", "en", "About 200 fans came."),
    ("conflict", "en", "More than 150 fans came.", "en", "About 300 fans came."),
    ("compatible", "en", "More than 640 people were hurt.", "en", "More than 660 people were hurt."),
    ("conflict", "id", "Puluhan ribu orang hadir.", "en", "Thousands of people came."),
    ("compatible", "id", "Ribuan orang hadir.", "en", "Up to 12,000 people came."),
    ("compatible", "id", "Penerimanya 20,65 juta orang.", "id", "Penerimanya 20,6 juta orang."),
    ("agree", "en", "At least nine people died.", "en", "Nine people died."),
    ("agree", "en", "Eight of the board's eleven members agreed.", "en", "The board voted 8-3."),
    ("agree", "en", "It cost 120 million shillings.", "en", "It cost Ksh120 million."),
    ("agree", "en", "Rovers won 3-1.", "id", "Tamunya kalah 1-3."),
    ("agree", "en", "Half of voters agreed.", "id", "Ada 50 persen pemilih setuju."),
    ("compatible", "id", "Ribuan prajurit dikerahkan.", "en", "The army sent 12,000 troops."),
    ("compatible", "en", "Up to 12,000 troops came.", "en", "10,000 troops came."),
    ("compatible", "en", "About 300 wells are dry.", "en", "Inspectors listed 317 wells."),
    ("compatible", "en", "The army sent 12,000 troops.", "en", "The army sent 11,950 troops."),
    ("compatible", "en", "At least 33 people died.", "en", "35 people died."),
    ("compatible", "en", "The wreck lies 31 miles away.", "ms", "Bangkai itu 50 kilometer dari pantai."),
    ("compatible", "en", "More than 3,000 came.", "en", "About 3,000 came."),
    ("compatible", "en", "A third of voters agreed.", "en", "Some 33.6% agreed."),
    ("compatible", "en", "It cost $5 million or nearly RM22 million.", "ms", "Kosnya RM21.8 juta."),
    ("agree", "en", "Damage was put at $85 million.", "en", "Damage was put at C$85 million."),
    ("conflict", "en", "Damage was put at US$85 million.", "en", "Damage was put at C$85 million."),
    ("compatible", "en", "They walked for 12 days.", "id", "Mereka berjalan dua minggu."),
    ("conflict", "en", "He was jailed for ten months.", "en", "He was jailed for one year."),
    ("compatible", "en", "About 60 wells are dry.", "en", "Inspectors listed 65 wells."),
    ("compatible", "en", "About 2,400 people work there.", "en", "It employs 2,460 people."),
    ("conflict", "en", "About 2,400 people work there.", "en", "It employs 2,590 people."),
    ("conflict", "id", "Partisipasi sekitar 71 persen.", "id", "Partisipasi 74,1 persen."),
    ("conflict", "en", "He was given seven years.", "en", "He was given seven and a half years."),
    ("compatible", "en", "More than 1,000 came.", "en", "Some 1,400 came."),
    ("conflict", "en", "It lost more than $12 million.", "en", "It lost $16.2 million."),
    ("conflict", "id", "Puluhan ribu prajurit dikerahkan.", "en", "The army sent up to 12,000 troops."),
    ("conflict", "en", "Up to 12,000 troops came.", "en", "Up to 15,000 troops came."),
    ("conflict", "en", "At least five people died.", "en", "38 people died."),
    ("conflict", "en", "More than 60 shops closed.", "en", "51 shops closed."),
    ("conflict", "en", "It cost $47 million.", "en", "It cost $74 million."),
    ("conflict", "en", "It cost €27 million.", "en", "It cost $27 million."),
    ("conflict", "en", "The levy fell by three percentage points.", "en", "The levy fell by 3%."),
    ("conflict", "en", "The balloon drifted 50 miles.", "en", "The balloon drifted 50 kilometres."),
    ("conflict", "en", "Nobody was hurt.", "en", "Five people were hurt."),
    ("conflict", "id", "Sutarmi (37) hadir.", "id", "Sutarmi (73) hadir."),
    ("none", "en", "It cost $38 million.", "en", "38 people came."),
    ("none", "en", "It cost $38 million.", "en", "It cost €35 million."),
    ("none", "id", "Sebanyak 480 kepala keluarga mengungsi.", "id", "Sebanyak 1.905 orang mengungsi."),
]


@pytest.mark.parametrize(("expect", "lang_a", "a", "lang_b", "b"), JUDGED)
def test_ladder(expect: str, lang_a: str, a: str, lang_b: str, b: str) -> None:
    """The ladder finds the verdict, whichever comes first."""
    x, y = found(a, lang_a)[0].value, found(b, lang_b)[0].value
    assert isinstance(x, Quantity)
    assert isinstance(y, Quantity)
    for judgement in (judge(x, y), judge(y, x)):
        assert (judgement.verdict if judgement else "none") == expect


def test_json_of_an_upper_bound() -> None:
    """The contract's own example."""
    quantity = one("Korea mengirim hingga 12.000 tentara ke sana.", "id")
    assert quantity.to_json() == {
        "stated": [12000],
        "low": None,
        "high": 12000,
        "unit": "person",
        "of": "tentara",
        "approximate": False,
    }


def test_json_is_in_the_written_unit() -> None:
    """Forty kilometres are forty, not forty thousand."""
    written = one("The town lies 40 kilometres away.", "en").to_json()
    assert (written["stated"], written["low"], written["unit"]) == ([40], 40, "kilometre")


def test_step_tells_what_the_writing_resolves() -> None:
    """12,000 is rounded, 12,037 is not, and 40 is not "some tens"."""
    assert one("12.000 orang datang.", "id").step == 1000
    assert one("12.037 orang datang.", "id").step == 1
    assert one("Dua belas ribu orang datang.", "id").step == 1000
    assert one("Ada 1,5 juta orang.", "id").step == 100000
    assert one("40 orang datang.", "id").step == 1


def test_foreign_thousands_before_a_noun() -> None:
    """A dot before three digits groups thousands in an English text too, where a noun is counted."""
    assert one("Some 12.000 people came.", "en").stated == (Decimal(12000),)


def test_counted_noun() -> None:
    """Classifiers and modifiers are passed over."""
    assert one("Lima ekor gajah liar masuk kampung.", "ms").of == "gajah"
    assert one("Two Dutch tourists were saved.", "en").of == "Dutch tourists"
    assert one("Some 3,000 of the soldiers have arrived.", "en").of == "soldiers"


def test_of_span_is_the_nouns_place() -> None:
    """The noun's words can be traced to the text."""
    text = "Police held 12 fishermen on Monday."
    quantity = one(text, "en")
    assert quantity.of_span is not None
    assert quantity.of_span.of(text) == quantity.of == "fishermen"


def test_taken_spans_are_left_alone() -> None:
    """What is a time or a name already is not read again."""
    text = "On 12 November 15 people came."
    taken = (Span(3, 14),)
    assert [m.span.of(text) for m in found(text, "en", taken)] == ["15"]


def test_part_knows_its_total() -> None:
    """ "Six of the nine" is six, and nine is a count of its own."""
    part, whole = (m.value for m in found("Six of the nine members agreed.", "en"))
    assert isinstance(part, Quantity)
    assert (part.measure, part.stated, part.total) == (Measure.COUNT, (Decimal(6),), Decimal(9))
    assert whole.show() == "9"


def test_vague_has_no_number() -> None:
    """Nothing vague becomes exact."""
    quantity = one("Ratusan hektare sawah terendam.", "id")
    assert (quantity.bound, quantity.stated, quantity.show()) == (Bound.VAGUE, (), "100–999 hectares")
