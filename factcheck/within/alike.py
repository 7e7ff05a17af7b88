"""Whether two figures are of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.kinds.quantity import Measure, Quantity, judge
from factcheck.languages import Relations
from factcheck.model import Kind, Position, Role
from factcheck.verdicts import Judgement, Verdict
from factcheck.within.story import Figure, Finding

_GENERIC = frozenset({"person", "victim", "resident"})  # words for people that tell nobody apart
_STATES = frozenset(
    {"casualty", "case_person_state", "damage_degree", "damage_kind", "damage_water", "damage_collapse"}
)  # exclusive groups of what becomes of people and things, by which they are counted


def is_whole(figure: Figure) -> bool:
    """Whether a figure is of the story's own event and time, and whole."""
    role = figure.role
    return not (role.part or role.background or role.planned or role.before) and figure.value.total is None


def in_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are measured alike; a bare count may be of anything."""
    bare = a.measure is Measure.COUNT and not (a.unit and b.unit)
    return a.measure is b.measure and (bare or a.unit == b.unit)


def are_one_thing(a: Figure, b: Figure, relations: Relations) -> bool:
    """Whether two figures count the same things in the same state: "18 dead", "killed 16 people"."""
    x, y = a.role, b.role
    if not in_one_unit(a.value, b.value):
        return False
    if relations.exclude(x.things, y.things) or relations.exclude(x.events, y.events):
        return False
    if a.value.measure is Measure.MAGNITUDE:
        return not is_narrower(x.events, y.events, relations)
    states = states_of(x, relations)
    if a.value.measure is not Measure.COUNT or not states or states != states_of(y, relations):
        return False
    return same_things(x, y, relations)


def same_things(x: Role, y: Role, relations: Relations) -> bool:
    """Whether the counted things are the same, or people of no particular sort on both sides."""
    if not (may_be_people(x, relations) and may_be_people(y, relations)):
        return bool(x.things) and x.things == y.things
    return people_of(x.things, relations) - _GENERIC == people_of(y.things, relations) - _GENERIC


def states_of(role: Role, relations: Relations) -> frozenset[str]:
    """What has become of the counted: "death", "injury", "flooded"."""
    return frozenset(event for event in role.events if relations.groups(event) & _STATES)


def people_of(things: frozenset[str], relations: Relations) -> frozenset[str]:
    """Those of the things that are people."""
    return frozenset(thing for thing in things if "person" in relations.broader(thing))


def may_be_people(role: Role, relations: Relations) -> bool:
    """Whether people are counted, or nothing else is named."""
    if people_of(role.things, relations):
        return True
    return not any(relations.groups(thing) for thing in role.things - states_of(role, relations))


def is_narrower(a: frozenset[str], b: frozenset[str], relations: Relations) -> bool:
    """Whether an event of one side is a kind of one of the other: an aftershock beside the earthquake."""
    return any(x != y and relations.related(x, y) for x in a for y in b)


def conflict(a: Quantity, b: Quantity) -> Judgement | None:
    """The judgement, where no amount is allowed by both."""
    found = judge(a, b)
    if found is None or found.verdict is not Verdict.CONFLICT or a.amount.meets(b.amount):
        return None
    return found


def told_as(figures: Sequence[Figure]) -> Position:
    """A position with those of the figures that show the same as the first."""
    shown = figures[0].value.show()
    return Position(shown, tuple(figure.told for figure in figures if figure.value.show() == shown))


def told_otherwise(a: Figure, b: Figure, label: str, confidence: float) -> Finding:
    """What two figures are found to be: one thing, told as one and then as the other."""
    x, y = told_as([a]), told_as([b])
    reason = f"told as {x.value}, then as {y.value}"
    return Finding(Kind.QUANTITY, label, reason, (x, y), confidence)


def label_of(a: Role, b: Role) -> str:
    """What both figures are of, in a few words."""
    things = a.things & b.things
    names = (*sorted(things), *sorted((a.events & b.events) - things))
    return ", ".join(name.replace("_", " ") for name in names[:4]) or Kind.QUANTITY.value
