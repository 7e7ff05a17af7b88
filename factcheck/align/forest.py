"""Forest: boosted regression trees over named features (Friedman 2001, "Greedy function approximation")."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Node = float | tuple[int, float, "Node", "Node"]  # a leaf, or feature, threshold, at most it, above it


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
        self._empty: Sequence[float] = [0.0] * len(table.features)

    def probability(self, features: Mapping[str, float]) -> float:
        """The logistic of the trees' sum; a feature that isn't named is 0."""
        values = list(self._empty)
        for name, value in features.items():
            place = self._places.get(name)
            if place is not None:
                values[place] = value
        total = self._start
        for tree in self._trees:
            node = tree
            while isinstance(node, tuple):
                node = node[2] if values[node[0]] <= node[1] else node[3]
            total += node
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
