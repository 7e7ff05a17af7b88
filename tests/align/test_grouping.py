"""Grouping: links become topics, the surest first, never against a cannot-link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from factcheck.align import items_of
from factcheck.align.grouping import groups, place
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Link
from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Kind
from factcheck.read import read_text
from factcheck.verdicts import Judgement, Verdict

LANGUAGES = Languages()
TEXT = "The farm has 41 cows, 52 goats and 63 hens.\n"
JUDGED = Judgement(Verdict.AGREE, "told alike")
Numbers = tuple[int, int]


def some_items() -> list[Item]:
    """Nine amounts: three in each of three articles."""
    articles = [annotate(read_text(TEXT, f"{id}.txt", id, LANGUAGES), LANGUAGES) for id in "abc"]
    return items_of(articles, Corpus(articles, LANGUAGES), Kind.QUANTITY)


ITEMS = some_items()
NUMBER = {place(item): number for number, item in enumerate(ITEMS)}
PAIRS = list(combinations(range(len(ITEMS)), 2))
likenesses = st.fixed_dictionaries({pair: st.integers(0, 100).map(lambda n: n / 100) for pair in PAIRS})
picks = st.lists(st.sampled_from(PAIRS), unique=True, max_size=20)
bans = st.frozensets(st.sampled_from(PAIRS), max_size=12)


def pair(a: Item, b: Item) -> Numbers:
    x, y = sorted((NUMBER[place(a)], NUMBER[place(b)]))
    return x, y


def links(picked: list[Numbers], likeness: Mapping[Numbers, float]) -> list[Link]:
    return [Link(ITEMS[a], ITEMS[b], JUDGED, likeness[a, b]) for a, b in picked]


def of(table: Mapping[Numbers, float]) -> Callable[[Item, Item], float]:
    return lambda a, b: table[pair(a, b)]


def grouped(
    picked: list[Numbers], likeness: Mapping[Numbers, float], banned: frozenset[Numbers] = frozenset()
) -> list[list[int]]:
    found = groups(links(picked, likeness), lambda a, b: pair(a, b) in banned, of(likeness))
    return [[NUMBER[place(item)] for item in members] for members in found]


ALIKE = dict.fromkeys(PAIRS, 0.9)


def test_there_are_nine_items_in_three_articles() -> None:
    assert [item.number for item in ITEMS] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_linked_items_are_one_group() -> None:
    assert grouped([(0, 3), (3, 6), (1, 4)], ALIKE) == [[0, 3, 6], [1, 4]]


def test_without_links_there_are_no_groups() -> None:
    assert grouped([], ALIKE) == []


def test_a_cannot_link_parts_what_a_third_would_join() -> None:
    """The surer link is kept, the other is given up."""
    likeness = ALIKE | {(3, 6): 0.8}
    assert grouped([(0, 3), (3, 6)], likeness, frozenset({(0, 6)})) == [[0, 3]]


def test_unlike_things_are_not_chained() -> None:
    """A is like B and B like C, but A is nothing like C: on average too little for one group."""
    likeness = ALIKE | {(3, 6): 0.6, (0, 6): 0.0}
    assert grouped([(0, 3), (3, 6)], likeness) == [[0, 3]]


def test_one_weak_pair_among_strong_ones_does_not_part_a_group() -> None:
    likeness = ALIKE | {(0, 6): 0.1}
    assert grouped([(0, 3), (3, 6)], likeness) == [[0, 3, 6]]


@given(picks, likenesses, bans)
def test_a_cannot_link_is_never_violated(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: frozenset[Numbers]
) -> None:
    for members in grouped(picked, likeness, banned):
        assert not banned & set(combinations(members, 2))


@given(picks, likenesses, bans, st.randoms(use_true_random=False))
def test_the_order_of_links_changes_nothing(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: frozenset[Numbers], random: Random
) -> None:
    shuffled = list(picked)
    random.shuffle(shuffled)
    assert grouped(shuffled, likeness, banned) == grouped(picked, likeness, banned)


@given(picks, likenesses, bans)
def test_groups_are_apart_in_order_and_linked(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: frozenset[Numbers]
) -> None:
    """An item is in one group at most, groups have two members or more, all in reading order."""
    found = grouped(picked, likeness, banned)
    every = [number for members in found for number in members]
    assert len(every) == len(set(every))
    assert set(every) <= {number for each in picked for number in each}
    assert found == sorted(sorted(members) for members in found)
    assert all(len(members) > 1 for members in found)


@given(picks, likenesses)
def test_a_pair_alone_is_likely_itself(picked: list[Numbers], likeness: dict[Numbers, float]) -> None:
    """Two items of two articles are never joined by what is unlikely."""
    for members in grouped(picked, likeness):
        if len(members) == 2 and ITEMS[members[0]].number != ITEMS[members[1]].number:
            assert likeness[members[0], members[1]] >= 0.4
