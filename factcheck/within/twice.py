"""One thing told twice with two figures, in much the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.kinds.quantity import Measure
from factcheck.languages import Relations
from factcheck.model import Kind, Stance, Zone
from factcheck.within.alike import are_one_thing, conflict, is_whole, label_of, states_of, told_otherwise
from factcheck.within.story import CHANGING, MANY, Figure, Finding, Story

_OVERLAP = 0.6  # of the words of both clauses, for two of them to tell one thing


def told_twice(story: Story) -> Iterator[Finding]:
    """Two sentences of the body that tell one thing in much the same words with two figures."""
    kinds: dict[tuple[Measure, frozenset[str]], list[Figure]] = {}
    for figure in story.zone(Zone.BODY):
        if figure.exact is not None and is_whole(figure):
            states = states_of(figure.role, story.relations)
            kinds.setdefault((figure.value.measure, states), []).append(figure)
    for alike in kinds.values():
        if len(alike) <= MANY:
            yield from _differing(story, alike)


def _differing(story: Story, alike: Sequence[Figure]) -> Iterator[Finding]:
    for a, b in combinations(alike, 2):
        if a.sentence == b.sentence or not _retold(a, b, story.relations):
            continue
        if _is_sole(story, a) and _is_sole(story, b) and conflict(a.value, b.value):
            yield told_otherwise(a, b, label_of(a.role, b.role), 0.6)


def _is_sole(story: Story, figure: Figure) -> bool:
    """Whether a sentence asserts its figure plainly: no others, no update, no plan."""
    statement = figure.told.statement
    return statement.stance is Stance.ASSERTED and not story.says(figure, CHANGING)


def _retold(a: Figure, b: Figure, relations: Relations) -> bool:
    """Whether two figures are of one thing beyond doubt."""
    x, y = a.role, b.role
    if not are_one_thing(a, b, relations) or (x.places, x.persons, x.years) != (y.places, y.persons, y.years):
        return False
    if _sources(a) != _sources(b) or _days(a) != _days(b):
        return False
    return len(x.words & y.words) >= _OVERLAP * len(x.words | y.words)


def _sources(figure: Figure) -> frozenset[str | None]:
    return frozenset(credit.source for credit in figure.told.statement.attribution)


def _days(figure: Figure) -> frozenset[str]:
    return frozenset(m.value.show() for m in figure.told.statement.mentions if m.kind is Kind.TIME)
