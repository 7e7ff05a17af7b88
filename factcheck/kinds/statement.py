"""Statement: the same event or state told in two articles, with no single value to compare.

Worked example: "Rebels freed the hostages on Monday" and "On Monday the hostages were let go" agree;
"… were not let go" does not: a dropped "not" is never passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.verdicts import Judgement, Rung, Verdict, climb


@dataclass(frozen=True, slots=True)
class Gist:
    """What a sentence tells: its keys, whether it denies, and its names in order."""

    keys: frozenset[str]
    negated: bool
    names: tuple[str, ...]
    text: str

    def show(self) -> str:
        """The sentence."""
        return self.text

    def to_json(self) -> dict[str, object]:
        """The sentence."""
        return {"text": self.text}


def _swapped(a: Gist, b: Gist) -> bool:
    """Whether two shared names stand in the opposite order: sender and receiver may be exchanged."""
    shared = [n for n in a.names if n in b.names]
    other = [n for n in b.names if n in a.names]
    return len(shared) > 1 and sorted(shared) == sorted(other) and shared != other


LADDER: tuple[Rung[Gist], ...] = (
    Rung(
        Verdict.AGREE,
        "both tell it",
        lambda a, b: a.negated == b.negated and not _swapped(a, b),
    ),
    Rung(Verdict.CONFLICT, "one of them says “not”", lambda a, b: a.negated != b.negated),
)


def judge(a: Gist, b: Gist) -> Judgement | None:
    """How two tellings of one event stand to each other; None where who did what is unclear."""
    return climb(LADDER, a, b, Gist.show)
