"""Verdicts and the ladder that finds them: ordered rungs, the first that holds decides.

The idea of ordered, explained comparison levels is splink's (https://moj-analytical-services.github.io/splink/).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

V = TypeVar("V")


class Verdict(StrEnum):
    """How two values of one thing stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason in plain words."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Rung(Generic[V]):
    """One level of a ladder: what it says where it holds. The reason may name {a} and {b}."""

    verdict: Verdict
    reason: str
    holds: Callable[[V, V], bool]


def climb(ladder: Sequence[Rung[V]], a: V, b: V, show: Callable[[V], str] = str) -> Judgement | None:
    """The judgement of the first rung that holds; None where none does: not comparable."""
    for rung in ladder:
        if rung.holds(a, b):
            named = "{" in rung.reason
            return Judgement(rung.verdict, rung.reason.format(a=show(a), b=show(b)) if named else rung.reason)
    return None
