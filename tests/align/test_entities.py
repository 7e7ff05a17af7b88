"""Names across articles: one entity for all the forms that mean one person, place or body."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.align.entities import Entities
from factcheck.annotate import annotate
from factcheck.kinds.name import Name
from factcheck.languages import Languages
from factcheck.model import Annotated
from factcheck.read import read_text

LANGUAGES = Languages()


def annotated(id: str, text: str) -> Annotated:
    return annotate(read_text(f"{text}\n", f"{id}.txt", id, LANGUAGES), LANGUAGES)


def first_names(texts: Sequence[str]) -> list[str]:
    """The entity of the first name of each text."""
    articles = [annotated(id, text) for id, text in zip("abc", texts, strict=False)]
    entities = Entities(articles)
    found = []
    for each in articles:
        names = [m.value for s in each.statements for m in s.mentions if isinstance(m.value, Name)]
        found.append(entities(each.article.id, names[0].id))
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mayor Rosa Lindqvist resigned.", "Rosa Lindqvist resigned on Monday."),
        ("Wali Kota Hendra Gunadi mundur.", "Mayor Hendra Gunadi resigned."),
        (
            "Anugerah itu diterima oleh pengetua sekolah, Mohd. Faizal Osman.",
            "Pengetua sekolah, Mohamad Faizal Osman, menerima anugerah itu.",
        ),
        ("Korsel mengirim kapal penelitian ke kutub.", "South Korea sent a ship."),
        ("Laporan tahunan PBB akan terbit pekan depan.", "A report of the United Nations came out."),
        ("Tim voli putri Jerman menang dengan mudah.", "Germany won."),
    ],
)
def test_forms_of_one_name_are_one_entity(a: str, b: str) -> None:
    assert len(set(first_names([a, b]))) == 1
    assert first_names([a, b]) == first_names([b, a])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mayor Rosa Lindqvist resigned.", "Mayor Tomas Okoro resigned."),
        ("Mayor Rosa Lindqvist resigned.", "Mayor Astrid Lindqvist resigned."),
        ("Korsel mengirim kapal penelitian ke kutub.", "North Korea sent a ship."),
        ("Nigeria won.", "Niger won."),
        ("Guinea won.", "Equatorial Guinea won."),
        ("Austria won.", "Australia won."),
    ],
)
def test_names_that_only_look_alike_are_two(a: str, b: str) -> None:
    assert len(set(first_names([a, b]))) == 2


def test_a_short_form_that_fits_two_people_joins_neither_to_the_other() -> None:
    """ "Lindqvist" alone may be either sister; it must not make them one."""
    found = first_names(
        [
            "Mayor Rosa Lindqvist resigned. Lindqvist wept.",
            "Mayor Astrid Lindqvist resigned. Lindqvist smiled.",
            "Mayor Lindqvist resigned.",
        ]
    )
    assert found[0] != found[1]


def test_an_unknown_name_stands_for_itself() -> None:
    assert Entities([])("a", "rosa lindqvist") == "rosa lindqvist"


def test_three_articles_share_one_entity_in_any_order() -> None:
    texts = [
        "Mayor Rosa Lindqvist resigned.",
        "Rosa Lindqvist resigned.",
        "Mayor Rosa M. Lindqvist resigned.",
    ]
    assert len({name for order in (texts, texts[::-1]) for name in first_names(order)}) == 1
