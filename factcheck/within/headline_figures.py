"""A headline's figure that the body contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.kinds.name import is_inside
from factcheck.kinds.quantity import Bound, Quantity, judge
from factcheck.kinds.time import Time
from factcheck.model import Kind, Role, Stance, Statement, Zone
from factcheck.verdicts import Verdict
from factcheck.within.alike import are_one_thing, conflict, is_whole, label_of, states_of, told_as
from factcheck.within.story import UNLIKE, Figure, Finding, Mark, Story

_SUMMED = 12  # figures of which sums are tried
_FAR = Decimal("1.5")  # a slip in a headline is near: from this many times on, two counts count two things


def headline_figures(story: Story) -> Iterator[Finding]:
    """Each exact figure of the headline that the opening contradicts and nothing in the body bears out."""
    body = story.zone(Zone.BODY)
    for title in story.zone(Zone.TITLE):
        if title.exact is None or not is_whole(title) or story.says(title, UNLIKE):
            continue
        others = [f for f in body if f.value.measure is title.value.measure]
        against = [f for f in others if story.leads(f) and _contradicts(story, title, f)]
        if against and not _borne_out(story, title, others, against):
            yield _finding(title, against)


def _finding(title: Figure, against: Sequence[Figure]) -> Finding:
    shown, body = told_as([title]), told_as(against)
    return Finding(
        Kind.QUANTITY,
        label_of(title.role, against[0].role),
        f"the headline says {shown.value}, the body {body.value}",
        (shown, body),
        0.8,
    )


def _contradicts(story: Story, title: Figure, body: Figure) -> bool:
    """Whether a figure of the body is of what the headline counts, and can't stand beside it."""
    if body.exact is None or not is_whole(body) or body.told.statement.stance is not Stance.ASSERTED:
        return False
    if title.exact is None or not _is_near(title.exact, body.exact):
        return False
    if not are_one_thing(title, body, story.relations):
        return False
    if not story.opens(body) and not _in_place(title.role, body.role):
        return False
    if story.says(body, UNLIKE) or not _is_now(story, body.told.statement):
        return False
    return conflict(title.value, body.value) is not None


def _borne_out(story: Story, title: Figure, body: Sequence[Figure], against: Sequence[Figure]) -> bool:
    """Whether the body has the headline's figure, or what it may be made of."""
    if any(_agrees(title.value, figure.value) for figure in body):
        return True
    states = states_of(title.role, story.relations)
    if story.shares_out(states, frozenset(figure.sentence for figure in against)):
        return True
    numbers = _addends(story, states, body)
    number = title.exact or Decimal(0)
    if any(one + 1 == number for one in numbers):  # "killed four people, then himself" is five dead
        return True
    return any(sum(group) == number for size in (2, 3) for group in combinations(numbers, size))


def _addends(story: Story, states: frozenset[str], body: Sequence[Figure]) -> list[Decimal]:
    """Figures that may make up the headline's: in the same state, or told beside one, in no other state."""
    alike = [f for f in body if states & states_of(f.role, story.relations)]
    sentences = {f.sentence for f in alike}
    beside = [f for f in body if f.sentence in sentences and not states_of(f.role, story.relations)]
    counted = [f for f in (*alike, *beside) if not story.says(f, frozenset({Mark.AMONG}))]
    return [f.exact for f in counted if f.exact is not None][:_SUMMED]


def _is_near(a: Decimal, b: Decimal) -> bool:
    """Whether one number may be a slip for the other: not far from it, or its digits in another order."""
    return max(a, b) < min(a, b) * _FAR or sorted(f"{a:f}") == sorted(f"{b:f}")


def _agrees(title: Quantity, body: Quantity) -> bool:
    """Whether a figure of the body bears a headline's out: vague words bear out nothing they don't say."""
    found = judge(title, body)
    if found is None or found.verdict is Verdict.CONFLICT:
        return False
    return found.verdict is Verdict.AGREE or body.bound is not Bound.VAGUE


def _is_now(story: Story, statement: Statement) -> bool:
    """Whether a sentence names no day far from the article's own."""
    day = story.article.day
    values = [m.value for m in statement.mentions]
    days = [v.end for v in values if isinstance(v, Time) and v.end is not None]
    return day is None or all(abs((day - one).days) <= 31 for one in days)


def _in_place(title: Role, body: Role) -> bool:
    """Whether the body's figure is told of no narrower place than the headline's."""
    return all(any(is_inside(t, p) for t in title.places) for p in body.places)
