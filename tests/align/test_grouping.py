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
Pairs = frozenset[Numbers]
NONE: Pairs = frozenset()


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
differences = st.frozensets(st.sampled_from(PAIRS), max_size=12)


def pair(a: Item, b: Item) -> Numbers:
    x, y = sorted((NUMBER[place(a)], NUMBER[place(b)]))
    return x, y


def links(picked: list[Numbers], likeness: Mapping[Numbers, float]) -> list[Link]:
    return [Link(ITEMS[a], ITEMS[b], JUDGED, likeness[a, b]) for a, b in picked]


def of(table: Mapping[Numbers, float], differing: Pairs) -> Callable[[Item, Item], tuple[float, bool]]:
    return lambda a, b: (table[pair(a, b)], pair(a, b) in differing)


def grouped(
    picked: list[Numbers],
    likeness: Mapping[Numbers, float],
    banned: Pairs = NONE,
    differing: Pairs = NONE,
) -> list[list[int]]:
    found = groups(links(picked, likeness), lambda a, b: pair(a, b) in banned, of(likeness, differing), 0.25)
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
    likeness = ALIKE | {(3, 6): 0.45, (0, 6): 0.0}
    assert grouped([(0, 3), (3, 6)], likeness) == [[0, 3]]


def test_one_weak_pair_among_strong_ones_does_not_part_a_group() -> None:
    likeness = ALIKE | {(0, 6): 0.1}
    assert grouped([(0, 3), (3, 6)], likeness) == [[0, 3, 6]]


def test_values_that_differ_are_not_chained_by_weak_likeness() -> None:
    """A third value in another article joins two that tell alike only where it is likely one of them."""
    likeness = ALIKE | {(3, 6): 0.45, (0, 6): 0.45}
    differing = frozenset({(3, 6), (0, 6)})
    assert grouped([(0, 3), (3, 6)], likeness) == [[0, 3, 6]]
    assert grouped([(0, 3), (3, 6)], likeness, differing=differing) == [[0, 3]]


def test_values_that_differ_meet_where_one_pair_is_alike() -> None:
    likeness = ALIKE | {(3, 6): 0.6, (0, 6): 0.45}
    differing = frozenset({(3, 6), (0, 6)})
    assert grouped([(0, 3), (3, 6)], likeness, differing=differing) == [[0, 3, 6]]


@given(picks, likenesses, bans, differences)
def test_a_cannot_link_is_never_violated(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: Pairs, differing: Pairs
) -> None:
    for members in grouped(picked, likeness, banned, differing):
        assert not banned & set(combinations(members, 2))


@given(picks, likenesses, bans, differences, st.randoms(use_true_random=False))
def test_the_order_of_links_changes_nothing(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: Pairs, differing: Pairs, random: Random
) -> None:
    shuffled = list(picked)
    random.shuffle(shuffled)
    assert grouped(shuffled, likeness, banned, differing) == grouped(picked, likeness, banned, differing)


@given(picks, likenesses, bans, differences)
def test_groups_are_apart_in_order_and_linked(
    picked: list[Numbers], likeness: dict[Numbers, float], banned: Pairs, differing: Pairs
) -> None:
    """An item is in one group at most, groups have two members or more, all in reading order."""
    found = grouped(picked, likeness, banned, differing)
    every = [number for members in found for number in members]
    assert len(every) == len(set(every))
    assert set(every) <= {number for each in picked for number in each}
    assert found == sorted(sorted(members) for members in found)
    assert all(len(members) > 1 for members in found)


@given(picks, likenesses, differences)
def test_a_pair_alone_is_likely_itself(
    picked: list[Numbers], likeness: dict[Numbers, float], differing: Pairs
) -> None:
    """Two items of two articles are never joined by what is unlikely, those that differ less readily."""
    for a, b, *more in grouped(picked, likeness, differing=differing):
        if not more and ITEMS[a].number != ITEMS[b].number:
            assert likeness[a, b] >= (0.5 if (a, b) in differing else 0.25)
