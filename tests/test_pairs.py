"""Pairs of short articles with what a careful reader says of them, as `pairs/*.toml` tells.

A pair has `why`, `kind`, the texts `a` and `b`, and `expect`: agree, compatible, conflict, or unrelated where no
fact of the kind may hold both. `values` names the words compared in each, where the kind has values; `days` the
articles' own dates. `never` stands in place of `expect` where only one answer would be wrong. What the program
is known to get wrong has a `known_failure` with the reason: it must be taken out when the answer gets right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from factcheck.compare import compare
from factcheck.languages import Languages
from factcheck.model import Comparison, Fact, Kind, Span, Told
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
HOME = Path(__file__).parent / "pairs"
FILES = sorted(HOME.glob("*.toml"))
VALUED = {Kind.QUANTITY, Kind.TIME, Kind.NAME}
ANSWERS = {*(verdict.value for verdict in Verdict), "unrelated"}
SEVERITY = {Verdict.AGREE: 1, Verdict.COMPATIBLE: 2, Verdict.CONFLICT: 3}


@dataclass(frozen=True, slots=True)
class Pair:
    """One [[pairs]] table."""

    why: str
    kind: str
    a: str
    b: str
    expect: str = ""
    never: str = ""
    values: tuple[str, ...] = ()
    days: tuple[str, ...] = ("2025-03-12", "2025-03-12")
    known_failure: str = ""

    @property
    def texts(self) -> tuple[str, str]:
        return self.a, self.b


def pairs_in(file: Path) -> list[Pair]:
    return [Pair(**table) for table in tomllib.loads(file.read_text("utf-8"))["pairs"]]


def params() -> Sequence[object]:
    found = []
    for file in FILES:
        for number, pair in enumerate(pairs_in(file), 1):
            marks = pytest.mark.xfail(reason=pair.known_failure, strict=True) if pair.known_failure else ()
            found.append(pytest.param(pair, id=f"{file.stem} {number}: {pair.why}", marks=marks))
    return found


def compared(folder: Path, pair: Pair, *, swapped: bool = False) -> Comparison:
    """The two texts, each in a file under its date, laid side by side."""
    paths = []
    for name, text, day in zip("ab", pair.texts, pair.days, strict=True):
        path = folder / f"{name}.txt"
        path.write_text(f"{day}\n\n{text}\n", "utf-8")
        paths.append(str(path))
    return compare(paths[::-1] if swapped else paths, LANGUAGES)


def answer(comparison: Comparison, pair: Pair) -> str:
    """The gravest verdict of the facts that hold what the pair compares, or "unrelated"."""
    held = [fact for fact in comparison.facts if fact.kind == pair.kind and _holds(fact, comparison, pair)]
    return max((fact.verdict for fact in held), key=SEVERITY.__getitem__, default="unrelated")


def _holds(fact: Fact, comparison: Comparison, pair: Pair) -> bool:
    texts = {each.article.id: each.article.text for each in comparison.articles}
    told = [one for position in fact.positions for one in position.told]
    return {one.article for one in told if _is_meant(one, texts[one.article], pair)} == {"a", "b"}


def _is_meant(told: Told, text: str, pair: Pair) -> bool:
    """Whether a mention stands where the pair's value does."""
    if not pair.values:
        return True
    words = pair.values["ab".index(told.article)]
    start = text.index(words, text.index("\n\n"))
    return told.mention.span.meets(Span(start, start + len(words)))


@pytest.mark.parametrize("pair", params())
def test_pairs(pair: Pair, tmp_path: Path) -> None:
    """What a careful reader says, the program says."""
    found = answer(compared(tmp_path, pair), pair)
    if pair.never:
        assert found != pair.never, pair.why
    else:
        assert found == pair.expect, pair.why


@pytest.mark.parametrize("pair", params())
def test_pairs_the_other_way_round(pair: Pair, tmp_path: Path) -> None:
    """The answer is the same whichever article comes first."""
    found = answer(compared(tmp_path, pair, swapped=True), pair)
    if pair.never:
        assert found != pair.never, pair.why
    else:
        assert found == pair.expect, pair.why


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pairs_are_well_formed(file: Path) -> None:
    """Every pair says why, what is compared, and one thing to expect."""
    for pair in pairs_in(file):
        assert pair.why
        assert bool(pair.expect) != bool(pair.never), pair.why
        assert (pair.expect or pair.never) in ANSWERS, pair.why
        assert (Kind(pair.kind) in VALUED) == bool(pair.values), pair.why
        for words, text in zip(pair.values, pair.texts, strict=False):
            assert text.count(words) == 1, (pair.why, words)


DIFFERENCES = pairs_in(HOME / "differences.toml")


@pytest.mark.parametrize("pair", DIFFERENCES, ids=lambda pair: pair.why)
def test_each_side_agrees_with_itself(pair: Pair, tmp_path: Path) -> None:
    """That two sentences are not called agreeing says something only where each agrees with its own copy."""
    for text, words in zip(pair.texts, pair.values or ("", ""), strict=True):
        values = (words, words) if words else ()
        twice = replace(pair, a=text, b=text, values=values)
        assert answer(compared(tmp_path, twice), twice) == "agree"
