"""A vague magnitude beside a figure of the same things that it leaves no room for.

"Tens of thousands of soldiers were sent" and, further down, "up to 12,000 soldiers were sent". Only figures of
the same named things are held against each other, told of the same act and of no other place, part or time; and
where any figure of them in the article bears the vague word out, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.quantity import Bound, Measure, judge
from factcheck.kinds.time import Time
from factcheck.languages import Relations
from factcheck.model import Kind, Role, Zone
from factcheck.verdicts import Verdict
from factcheck.within.alike import conflict, is_whole, label_of, told_as
from factcheck.within.story import MANY, UNLIKE, Figure, Finding, Mark, Story

_ACTS = 1  # further concepts both clauses must share, beside the things counted
_LONG_AGO = 300  # days
_LIMITS = frozenset({Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.AT_MOST, Bound.BELOW})


def magnitudes(story: Story) -> Iterator[Finding]:
    """Each vague magnitude of the body that a figure of the same things and act contradicts."""
    counts = [f for f in story.zone(Zone.BODY) if f.value.measure is Measure.COUNT and is_whole(f)]
    if len(counts) > MANY:
        return
    for vague in (f for f in counts if f.value.bound is Bound.VAGUE):
        others = [f for f in counts if f.sentence != vague.sentence and _same_things(vague.role, f.role)]
        against = [f for f in others if _contradicts(story, vague, f)]
        if against and not _borne_out(vague, others):
            yield _finding(vague, against)


def _borne_out(vague: Figure, others: Sequence[Figure]) -> bool:
    for figure in others:
        found = judge(vague.value, figure.value)
        if found is not None and found.verdict is not Verdict.CONFLICT:
            return True
    return False


def _contradicts(story: Story, vague: Figure, figure: Figure) -> bool:
    if figure.value.bound not in _LIMITS or conflict(vague.value, figure.value) is None:
        return False
    if not all(_is_recent(story, each) for each in (vague, figure)):
        return False
    if any(story.says(each, UNLIKE - {Mark.AMONG}) for each in (vague, figure)):
        return False
    return _same_act(vague.role, figure.role, story.relations)


def _is_recent(story: Story, figure: Figure) -> bool:
    """Whether a figure's sentence names no time of long ago."""
    day = story.article.day
    ends = [m.value.end for m in figure.told.statement.mentions if isinstance(m.value, Time) and m.value.end]
    return day is None or all((day - end).days <= _LONG_AGO for end in ends)


def _same_things(x: Role, y: Role) -> bool:
    return bool(x.nouns) and bool(x.things) and x.things == y.things


def _same_act(x: Role, y: Role, relations: Relations) -> bool:
    """Whether two clauses tell the same act of the same things, as far as they say."""
    if relations.exclude(x.events, y.events) or x.persons != y.persons:
        return False
    if x.years and y.years and not x.years & y.years:
        return False
    if not (x.places <= y.places or y.places <= x.places) or not x.places & y.places:
        return False
    acts = (
        {key[2:] for key in (x.near | x.after) & (y.near | y.after) if key.startswith("c:")}
        - x.things
        - y.things
    )
    return len(acts) >= _ACTS


def _finding(vague: Figure, against: Sequence[Figure]) -> Finding:
    positions = told_as([vague]), told_as(against)
    order = positions if vague.sentence < against[0].sentence else positions[::-1]
    return Finding(
        Kind.QUANTITY,
        label_of(vague.role, against[0].role),
        f"told as {order[0].value}, then as {order[1].value}",
        positions,
        0.5,
    )
