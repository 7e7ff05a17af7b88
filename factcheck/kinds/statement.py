"""Statement: the same event or state told in two articles, with no single value to compare.

Worked example: "Rebels freed the hostages on Monday" and "On Monday the hostages were let go" agree;
"… were not let go" does not, nor "… freed 40 hostages" with "… freed 14": a dropped "not", another figure,
sender and receiver exchanged are never passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.kinds import quantity, time
from factcheck.model import Value
from factcheck.verdicts import Judgement, Rung, Verdict, climb

_MANY = 200  # pairs of figures and times of two sentences


@dataclass(frozen=True, slots=True)
class Gist:
    """What a sentence tells: its keys, whether it denies, who acts in which order, and its figures and times."""

    keys: frozenset[str]
    negated: bool
    passive: bool
    actors: tuple[str, ...]
    values: tuple[Value, ...]
    text: str

    def show(self) -> str:
        """The sentence."""
        return self.text

    def to_json(self) -> dict[str, object]:
        """The sentence."""
        return {"text": self.text}


def swapped(a: Gist, b: Gist) -> bool:
    """Whether two shared actors may have exchanged their parts: in the other order, or in this one but passive."""
    shared = [actor for actor in a.actors if actor in b.actors]
    other = [actor for actor in b.actors if actor in a.actors]
    return len(shared) > 1 and (shared != other) != (a.passive != b.passive)


def _other_figure(a: Gist, b: Gist) -> bool:
    """Whether a figure or time of one is another in the other, and none of its sort is the same."""
    if len(a.values) * len(b.values) > _MANY:  # lists, which nobody tells in other words
        return a.values != b.values
    return _lacks(a.values, b.values) or _lacks(b.values, a.values)


def _lacks(values: Sequence[Value], others: Sequence[Value]) -> bool:
    for value in values:
        verdicts = {_verdict(value, other) for other in others} - {None}
        if verdicts == {Verdict.CONFLICT}:
            return True
    return False


def _verdict(a: Value, b: Value) -> Verdict | None:
    found = None
    if isinstance(a, quantity.Quantity) and isinstance(b, quantity.Quantity):
        found = quantity.judge(a, b)
    elif isinstance(a, time.Time) and isinstance(b, time.Time):
        found = time.judge(a, b)
    return found.verdict if found else None


LADDER: tuple[Rung[Gist], ...] = (
    Rung(Verdict.CONFLICT, "one of them says “not”", lambda a, b: a.negated != b.negated),
    Rung(Verdict.AGREE, "both tell it", lambda a, b: not swapped(a, b) and not _other_figure(a, b)),
)


def judge(a: Gist, b: Gist) -> Judgement | None:
    """How two tellings of one event stand to each other; None where who did what, or how much, is not the same."""
    return climb(LADDER, a, b, Gist.show)
