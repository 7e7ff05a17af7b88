"""A deed that is done once and dated twice: a pact signed "in June" and "this week".

The two sentences must tell much else alike, name the same people and places, and lie on one side of the
article's own day, so that a plan is not held against what came of it. Where one of them tells of another deed
besides, as that a pact was signed and ratified, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.kinds.name import Name, NameType
from factcheck.kinds.time import Time, judge
from factcheck.model import Kind, Position, Told, Zone
from factcheck.verdicts import Verdict
from factcheck.within.deeds import Deed, named
from factcheck.within.story import MANY, Finding, Story

_SHARED = 4  # further keys both clauses share, where the deed is told in one word
_RETOLD = 8  # the same where it is told in two
_SLIP = 3  # days


def dates(story: Story) -> Iterator[Finding]:
    """Each deed told at two times that can't both be right."""
    told = [
        story.told(mention, statement)
        for statement in story.statements
        if statement.sentence.zone is Zone.BODY
        for mention in statement.mentions
        if _is_usable(mention.value) and named(mention.role.words, story.retold.once)
    ]
    if len(told) > MANY:
        return
    for a, b in combinations(told, 2):
        if a.mention.sentence != b.mention.sentence and _is_slip(story, a, b):
            yield _finding(story, a, b)


def _is_usable(value: object) -> bool:
    return isinstance(value, Time) and value.resolved and value.bound is None and not value.mismatch


def _is_slip(story: Story, a: Told, b: Told) -> bool:
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Time) or not isinstance(y, Time) or not _on_one_side(story, x, y):
        return False
    found = judge(x, y)
    return found is not None and found.verdict is Verdict.CONFLICT and _is_one_deed(story, a, b)


def _on_one_side(story: Story, a: Time, b: Time) -> bool:
    day = story.article.day
    if day is None or not (a.start and a.end and b.start and b.end):
        return False
    return max(a.start, b.start) <= day or min(a.end, b.end) > day


def _is_one_deed(story: Story, a: Told, b: Told) -> bool:
    """Whether two clauses tell one deed of the same people, and no other besides."""
    x, y = a.mention.role, b.mention.role
    same, shared = _deeds(story, a), x.words & y.words
    if same != _deeds(story, b) or x.background or y.background:
        return False
    if _others(a, b) or not any(key.startswith("n:") for key in shared):
        return False
    if not same <= frozenset(story.retold.deeds) and not _are_near(a, b):
        return False
    if any(f"c:{name}" in shared for deed in same for name in deed):
        return len(shared) > _SHARED
    return len(shared) >= _RETOLD and any(f"c:{name}" in shared for name in story.retold.objects)


def _others(a: Told, b: Told) -> bool:
    """Whether the sentences name other people, or others than places at any rate."""
    first, second = (_people(told) for told in (a, b))
    return bool(first and second) and first != second


def _people(told: Told) -> frozenset[str]:
    names = [m.value for m in told.statement.mentions if isinstance(m.value, Name)]
    return frozenset(name.id for name in names if name.type in (NameType.PERSON, NameType.OTHER))


def _deeds(story: Story, told: Told) -> frozenset[Deed]:
    return named(told.mention.role.words, story.retold.once)


def _are_near(a: Told, b: Told) -> bool:
    """Whether two days are near enough for a slip: what is dated further off is another mishap."""
    days = [told.mention.value.single for told in (a, b) if isinstance(told.mention.value, Time)]
    first, second = days
    return first is not None and second is not None and abs((first - second).days) <= _SLIP


def _finding(story: Story, a: Told, b: Told) -> Finding:
    shown = [told.mention.value.show() for told in (a, b)]
    return Finding(
        Kind.TIME,
        min(_deeds(story, a))[0].replace("_", " "),
        f"told of {shown[0]}, then of {shown[1]}",
        (Position(shown[0], (a,)), Position(shown[1], (b,))),
        0.5,
    )
