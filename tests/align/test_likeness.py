"""Likeness: what can't be about one thing is kept apart, whatever the words share."""

from __future__ import annotations

import pytest

from factcheck.align import items_of
from factcheck.align.forest import grown
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Link, probability
from factcheck.align.links import Links
from factcheck.align.weights import WEIGHTS
from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Kind
from factcheck.read import read_text

LANGUAGES = Languages()


def laid(a: str, b: str, kind: Kind) -> tuple[Item, Item, Links]:
    """The first mention of a kind in each of two texts, and the links of all."""
    articles = [
        annotate(read_text(f"12 March 2025\n\n{text}\n", f"{id}.txt", id, LANGUAGES), LANGUAGES)
        for id, text in zip("ab", (a, b), strict=True)
    ]
    corpus = Corpus(articles, LANGUAGES)
    items = items_of(articles, corpus, kind)
    first, second = (next(item for item in items if item.number == number) for number in (0, 1))
    return first, second, Links(items, kind, corpus)


def linked(a: str, b: str, kind: Kind = Kind.QUANTITY) -> Link | None:
    first, second, links = laid(a, b, kind)
    return links(first, second)


def likeness(a: str, b: str, kind: Kind = Kind.QUANTITY) -> float:
    found = linked(a, b, kind)
    return found.likeness if found else 0.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The fire killed 7 people.", "The fire injured 7 people."),
        ("Kebakaran itu menewaskan 7 orang.", "Kebakaran itu melukai 7 orang."),
        (
            "Seramai 7 pekerja maut selepas kilang itu terbakar.",
            "Seramai 7 pekerja cedera selepas kilang itu terbakar.",
        ),
        ("Kebakaran itu menewaskan 7 orang.", "The fire injured 7 people."),
        ("The ferry carried 90 passengers.", "The ferry carried 12 crew members."),
        ("The bank cut its rate to 4 percent.", "The bank cut its rate from 6 percent."),
        ("In 2019 the mine yielded 80 tonnes.", "In 2023 the mine yielded 95 tonnes."),
        ("Rosa Lind, 61, was rescued.", "Tomas Okoro, 34, was rescued."),
        ("The fire killed 9 people.", "The dead include 3 children."),
        ("The road is 12 kilometres long.", "The road cost $12 million."),
    ],
)
def test_what_is_of_another_thing_is_most_unlikely(a: str, b: str) -> None:
    """No shared word outweighs another event, thing, person, year or measure."""
    assert likeness(a, b) < 0.1
    assert likeness(b, a) < 0.1


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (Kind.QUANTITY, "The fire killed 7 people.", "Seven people died in the fire."),
        (Kind.QUANTITY, "Kebakaran itu menewaskan 7 orang.", "The fire killed 7 people."),
        (Kind.QUANTITY, "The fire killed 7 people.", "The fire killed 9 people."),
        (Kind.QUANTITY, "Rosa Lind, 61, was rescued.", "Rosa Lind, 64, was rescued."),
        (Kind.TIME, "The ferry sank on Monday.", "The ferry sank on Tuesday."),
        (Kind.STANCE, "The owners confirmed the sale.", "The owners denied the sale."),
    ],
)
def test_what_may_be_one_thing_is_linked(kind: Kind, a: str, b: str) -> None:
    assert likeness(a, b, kind) > 0.5
    assert likeness(a, b, kind) == likeness(b, a, kind)


def test_what_shares_more_is_likelier() -> None:
    """The same figure in the same clause is surer than beside other words."""
    told = "The storm destroyed 40 houses on the island."
    near = likeness(told, "On the island 40 houses were destroyed by the storm.")
    far = likeness(told, "A builder sold 40 houses last year.")
    assert near > far


def test_a_probability_lies_between_none_and_one() -> None:
    weights = {"bias": -2.0, "shared": 3.0}
    assert probability({}, weights) < 0.5 < probability({"shared": 1.0}, weights) < 1
    assert 0 <= probability({"shared": -(10.0**9)}, weights) < 0.01
    assert probability({"unknown to the weights": 5.0}, weights) == probability({}, weights)


@pytest.mark.parametrize("kind", list(Kind))
def test_no_weight_names_a_story(kind: Kind) -> None:
    """Features are of the house, never a word of an article: names of fields, kinds, verdicts and measures."""
    assert WEIGHTS[kind]
    weighed = {name for table in WEIGHTS[kind].values() for name in table}
    seen = grown()[kind].features if kind in grown() else ()
    for feature in weighed.union(seen):
        assert feature.replace("_", "").replace("gate: ", "").replace(" ", "").isascii()
        assert feature.replace("_", "").replace("gate: ", "").replace(" ", "").isalpha()
        assert feature == feature.casefold()


def test_likeness_is_mutual() -> None:
    """A day beside an hour is as likely as the hour beside the day."""
    day, hour = "The ferry sank on Tuesday.", "The ferry sank at 7 a.m. on 11 March 2025."
    assert likeness(day, hour, Kind.TIME) == likeness(hour, day, Kind.TIME)
