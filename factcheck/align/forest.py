"""Forest: boosted regression trees over named features (Friedman 2001, "Greedy function approximation").

`trees.json` holds those of the second model of likeness, by kind. It is written by tools/fit_weights.py, no figure
by hand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.model import Kind

Node = Any  # a leaf's number, or a list: place of a feature, threshold, the node where at most it, the one above it
TREES = Path(__file__).parent / "trees.json"


@dataclass(frozen=True, slots=True)
class Table:
    """What a forest is grown to: the names of its features, the log-odds it starts from, its trees."""

    features: tuple[str, ...]
    start: float
    trees: tuple[Node, ...]


class Forest:
    """Tells how likely something is by the sum of its trees."""

    def __init__(self, table: Table) -> None:
        self._places = {name: place for place, name in enumerate(table.features)}
        self._start, self._trees = table.start, table.trees

    def probability(self, features: Mapping[str, float]) -> float:
        """The logistic of the trees' sum; a feature that isn't named is 0."""
        values = [0.0] * len(self._places)
        for name, value in features.items():
            place = self._places.get(name)
            if place is not None:
                values[place] = value
        total = self._start
        for tree in self._trees:
            node = tree
            while type(node) is list:
                at, threshold, low, high = node
                node = low if values[at] <= threshold else high
            total += node
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def grown() -> Mapping[Kind, Table]:
    """The tables of the second model, for the kinds that have one."""
    return {
        Kind(kind): Table(tuple(table["features"]), table["start"], tuple(table["trees"]))
        for kind, table in json.loads(TREES.read_text("utf-8")).items()
    }
