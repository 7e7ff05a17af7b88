"""Grouping: links become topics, the surest first, and never against a cannot-link.

Agglomerative, with the constraint check of constrained clustering (Wagstaff and Cardie 2000, "Clustering with
instance-level constraints"): two groups join only where no pair of their members is forbidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.align.items import Item
from factcheck.align.likeness import Link

Forbidden = Callable[[Item, Item], bool]
Likeness = Callable[[Item, Item], tuple[float, bool]]

_DIFFERING = 0.5
_CERTAIN = 0.94


def groups(
    links: Iterable[Link], forbidden: Forbidden, likeness: Likeness, average: float
) -> list[list[Item]]:
    """Groups of items, each in reading order, the groups by their first item.

    `forbidden` is asked for each pair of members of two groups about to be joined. `likeness` gives how alike two
    items are, and whether they differ: an average below `average` keeps unlike things from being chained, and two
    values that differ come into one group only where some such pair is itself alike enough.
    """
    group: dict[int, list[Item]] = {}
    # two groups as they stood, each by its first item and its size
    refused: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for link in sorted(links, key=_order):
        a = group.setdefault(id(link.a), [link.a])
        b = group.setdefault(id(link.b), [link.b])
        sides = (id(a[0]), len(a)), (id(b[0]), len(b))
        if a is b or sides in refused:
            continue
        if not _may_join(a, b, forbidden, likeness, average):
            refused |= {sides, sides[::-1]}
            continue
        a.extend(b)
        for item in b:
            group[id(item)] = a
    unique = {id(members): members for members in group.values() if len(members) > 1}
    for members in unique.values():
        members.sort(key=place)
    return sorted(unique.values(), key=lambda members: place(members[0]))


def left_apart(
    links: Iterable[Link],
    alike: Iterable[list[Item]],
    contested: Iterable[list[Item]],
    likeness: Likeness,
) -> list[list[Item]]:
    """Further groups: two values that differ and are all but certain to be told of one thing.

    What keeps their groups apart is then a doubt about a third mention; an article that tells both values takes
    no side. A value whose difference a group, or a surer pair, shows already is left alone: `alike` are the groups
    in which nothing differs, `contested` those in which something does.
    """
    of = {id(item): members for members in alike for item in members}
    shown = {id(item) for members in contested for item in members}
    between: dict[frozenset[int], list[Link]] = {}
    for link in sorted(links, key=_order):
        if link.a.number != link.b.number and likeness(link.a, link.b)[1]:
            sides = frozenset(id(of.get(id(item), item)) for item in (link.a, link.b))
            between.setdefault(sides, []).append(link)
    result = []
    for certain, best in sorted(
        ((_certainty(each), each[0]) for each in between.values()), key=_certain_first
    ):
        a, b = best.a, best.b
        if certain < _CERTAIN or {id(a), id(b)} & shown:
            continue
        one = _without(of.get(id(a), [a]), {b.number})
        other = _without(of.get(id(b), [b]), {a.number})
        both = {item.number for item in one} & {item.number for item in other}
        members = _without([*one, *other], both)
        shown.update(map(id, members))
        result.append(sorted(members, key=place))
    return result


def _certainty(links: Iterable[Link]) -> float:
    """How likely one of several links holds, those that share no mention being evidence apart."""
    seen: set[int] = set()
    doubt = 1.0
    for link in links:
        if not {id(link.a), id(link.b)} & seen:
            seen |= {id(link.a), id(link.b)}
            doubt *= 1 - link.likeness
    return 1 - doubt


def _certain_first(found: tuple[float, Link]) -> tuple[object, ...]:
    return -round(found[0], 6), _order(found[1])


def differ(members: list[Item], likeness: Likeness) -> bool:
    """Whether two articles tell different values in a group."""
    pairs = ((a, b) for i, a in enumerate(members) for b in members[i + 1 :] if a.number != b.number)
    return any(likeness(a, b)[1] for a, b in pairs)


def _without(members: Iterable[Item], articles: set[int]) -> list[Item]:
    return [item for item in members if item.number not in articles]


def _may_join(a: list[Item], b: list[Item], forbidden: Forbidden, likeness: Likeness, average: float) -> bool:
    if any(forbidden(x, y) for x in a for y in b):
        return False
    pairs = [likeness(x, y) for x in a for y in b if x.number != y.number]
    if pairs and sum(value for value, _ in pairs) / len(pairs) < average:
        return False
    return max((value for value, apart in pairs if apart), default=1.0) >= _DIFFERING


def place(item: Item) -> tuple[int, int]:
    """Where an item stands: article, offset."""
    return item.number, item.mention.span.start


def _order(link: Link) -> tuple[object, ...]:
    """The surest first; among equals by what they say, so that the order of the articles decides last."""
    shown = sorted(item.shown for item in (link.a, link.b))
    return -round(link.likeness, 6), link.judgement.verdict.value, shown, place(link.a), place(link.b)
