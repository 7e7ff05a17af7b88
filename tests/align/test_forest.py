"""Forest: boosted trees over named features, and the tables that were grown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.forest import Forest, Node, Table, grown
from factcheck.model import Kind

# height above 2: width above 5 gives 3, else -1; not above 2: -2
TABLE = Table(features=("height", "width"), start=0.5, trees=([0, 2.0, -2.0, [1, 5.0, -1.0, 3.0]], 0.25))


def odds(**features: float) -> float:
    return Forest(TABLE).probability(features)


def test_the_leaves_reached_are_summed() -> None:
    """The logistic of start, leaf and leaf: 0.5 - 2 + 0.25, 0.5 - 1 + 0.25, 0.5 + 3 + 0.25."""
    assert odds(height=2.0, width=9.0) == pytest.approx(0.2227, abs=1e-4)
    assert odds(height=2.1, width=5.0) == pytest.approx(0.4378, abs=1e-4)
    assert odds(height=3.0, width=5.1) == pytest.approx(0.9770, abs=1e-4)


def test_what_is_not_told_is_nought_and_what_is_not_known_is_passed_over() -> None:
    assert odds() == odds(height=0.0, width=0.0)
    assert odds(height=3.0, width=6.0, depth=99.0) == odds(height=3.0, width=6.0)


def places(node: Node) -> set[int]:
    return {node[0]} | places(node[2]) | places(node[3]) if isinstance(node, list) else set()


@pytest.mark.parametrize("kind", list(grown()))
def test_the_grown_trees_use_each_of_their_features(kind: Kind) -> None:
    used = set().union(*map(places, grown()[kind].trees))
    assert used == set(range(len(grown()[kind].features)))
    assert len(set(grown()[kind].features)) == len(grown()[kind].features)


@given(st.dictionaries(st.sampled_from(grown()[Kind.QUANTITY].features), st.floats(-1e6, 1e6)))
def test_a_probability_lies_between_nought_and_one(features: dict[str, float]) -> None:
    assert 0 < Forest(grown()[Kind.QUANTITY]).probability(features) < 1
