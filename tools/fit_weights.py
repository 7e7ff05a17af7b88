"""Fits the two models of likeness on annotated stories and pairs; writes weights.py and trees.json in factcheck/align.

    pip install -e '.[fit]'
    python tools/fit_weights.py --stories tests/stories/tuned/* --pairs FILE.jsonl... [--write]

Two mentions are a positive example where a gold fact holds both, a negative one where a trap holds both or where
they differ and the story's conflicts are listed in full; equal values that no gold fact holds count little.

The first model is a logistic regression over each pair by itself (gradient descent with an L2 penalty). The second
one, boosted trees, sees each pair among its rivals; what it learns of the first model's figures comes from models
that haven't seen the story (stacked generalisation, Wolpert 1992). Both are deterministic.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import Said, said, words  # beside this file

from factcheck.align import COMPARED, items_of
from factcheck.align.company import Company
from factcheck.align.forest import TREES, Node, Table
from factcheck.align.happenings import told as is_told
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Draft, draft, probability
from factcheck.align.links import candidates, evidence
from factcheck.compare import extract
from factcheck.languages import Languages
from factcheck.model import Annotated, Kind
from factcheck.verdicts import Verdict

_RATE, _ROUNDS, _PENALTY = 0.05, 400, 0.002
_FOLDS = 5
# the kinds with enough examples for trees: how many trees, and how much each counts. The kinds with the most pairs
# have fewer, as the trees are a good part of the time that a large comparison takes
_GROWN = {
    Kind.QUANTITY: (180, 0.08),
    Kind.TIME: (250, 0.05),
    Kind.NAME: (160, 0.05),
    Kind.STATEMENT: (110, 0.08),
}
_POSITIVE = 3.0  # how much more a positive example counts
_TREES = {
    "max_depth": None,
    "max_leaf_nodes": 20,
    "min_samples_leaf": 25,
    "subsample": 0.5,
    "max_features": 0.2,
    "random_state": 0,
}
# how much a pair counts that no gold fact holds: equal values may well be one thing all the same
_UNLISTED = {Verdict.AGREE: 0.2, Verdict.COMPATIBLE: 0.6, Verdict.CONFLICT: 1.0}
_BIAS = "bias"
_DAY = "2025-03-12"
_SHOWN = 12
_BY_SENTENCE = (Kind.STATEMENT, Kind.STANCE, Kind.QUOTE)
Weights = Mapping[Verdict, Mapping[str, float]]
ALIGN = Path(__file__).parent.parent / "factcheck" / "align"


@dataclass(frozen=True)
class Example:
    """Two mentions, whether they are one thing (1 or 0), and how much the example counts."""

    draft: Draft
    label: float
    weight: float


@dataclass(frozen=True)
class Case:
    """All examples of one kind of one story or pair."""

    name: str
    kind: Kind
    corpus: Corpus
    examples: tuple[Example, ...]


def _said(item: Item, articles: Sequence[Annotated]) -> Said:
    article = articles[item.number].article
    return Said(
        Path(article.path).name,
        item.statement.sentence.span.of(article.text),
        item.mention.span.of(article.text),
    )


def _drafts(articles: Sequence[Annotated], kind: Kind, corpus: Corpus) -> Iterator[Draft]:
    for a, b in candidates(items_of(articles, corpus, kind), corpus):
        if a.number != b.number:
            found = draft(a, b, corpus, {verdict: {} for verdict in Verdict})
            if found and not found.ruled_out:
                yield found


def story_cases(folder: Path, languages: Languages) -> Iterator[Case]:
    """The examples of one annotated story."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = extract([str(folder / name) for name in gold["articles"]], languages)
    corpus = Corpus(articles, languages)
    facts = [(f["kind"], [m for p in f["positions"] for m in said(p["mentions"])]) for f in gold["facts"]]
    traps = [said(t["mentions"]) for t in gold.get("traps", [])]
    for kind in COMPARED:
        told = [mentions for fact, mentions in facts if fact in _told_as(kind)]
        examples = []
        for each in _drafts(articles, kind, corpus):
            x, y = _said(each.a, articles), _said(each.b, articles)
            if is_told(each.a):
                examples += _happened(each, x, y, gold)
                continue
            held = any(_holds_both(mentions, x, y, kind) for mentions in told)
            trapped = any(_holds_both(mentions, x, y, kind) for mentions in traps)
            weight = 1.0 if held or trapped else _UNLISTED[each.judgement.verdict]
            examples.append(Example(each, float(held), weight))
        yield Case(folder.name, kind, corpus, tuple(examples))


def _happened(of: Draft, x: Said, y: Said, gold: Mapping[str, Any]) -> Iterator[Example]:
    """A denial and an assertion: one thing where two positions of a listed conflict hold one each, on its very words.

    Sentences of such a conflict in which other words are laid side by side teach nothing.
    """
    listed = [f for f in gold["facts"] if f["kind"] in _BY_SENTENCE]
    fits = [f for f in listed if "conflict" in (f["relation"], *f.get("also_acceptable", ()))]
    if of.judgement.verdict is not Verdict.CONFLICT:
        agreed = any(
            _holds_both(said(p["mentions"]), x, y, Kind.STANCE) for f in listed for p in f["positions"]
        )
        yield Example(of, float(agreed), 1.0 if agreed else _UNLISTED[of.judgement.verdict])
    elif any(_apart(f, x, y, "value") for f in fits):
        yield Example(of, 1.0, 1.0)
    elif not any(_apart(f, x, y, "stance") for f in fits):
        yield Example(of, 0.0, 1.0)


def _apart(fact: Mapping[str, Any], x: Said, y: Said, kind: str) -> bool:
    """Whether two positions of a fact hold one mention each."""
    places = [
        {i for i, p in enumerate(fact["positions"]) if any(one.matches(m, kind) for m in said(p["mentions"]))}
        for one in (x, y)
    ]
    return any(i != k for i in places[0] for k in places[1])


def _told_as(kind: Kind) -> tuple[str, ...]:
    """The gold kinds that examples of a kind are taken from: statements may tell what a stance is about."""
    return _BY_SENTENCE if kind is Kind.STATEMENT else (kind.value,)


def _holds_both(mentions: Sequence[Said], x: Said, y: Said, kind: Kind) -> bool:
    return any(x.matches(m, kind.value) for m in mentions) and any(y.matches(m, kind.value) for m in mentions)


def _pairs(file: Path) -> Iterator[dict[str, Any]]:
    """The pairs of a file: JSON lines, or the tables of tests/pairs."""
    if file.suffix == ".jsonl":
        yield from map(json.loads, filter(str.strip, file.read_text("utf-8").splitlines()))
        return
    for number, table in enumerate(tomllib.loads(file.read_text("utf-8"))["pairs"], 1):
        days = table.get("days", [_DAY, _DAY])
        values = table.get("values", ["", ""])
        sides = zip("ab", days, values, strict=True)
        texts = {s: {"text": table[s], "published": day, "value": value} for s, day, value in sides}
        # what must never be called agreeing is not one thing told twice
        relation = table.get("expect", "unrelated")
        yield {"id": f"{file.stem}-{number}", "kind": table["kind"], "relation": relation} | texts


def pair_cases(file: Path, languages: Languages) -> Iterator[Case]:
    """The examples of a file of short pairs."""
    for gold in _pairs(file):
        with tempfile.TemporaryDirectory() as folder:
            for side in "ab":
                text = f"{gold[side].get('published') or ''}\n\n{gold[side]['text']}\n"
                Path(folder, f"{side}.txt").write_text(text, "utf-8")
            articles = extract([f"{folder}/a.txt", f"{folder}/b.txt"], languages)
        corpus = Corpus(articles, languages)
        for kind in COMPARED:
            examples = tuple(
                _pair_example(gold, kind, articles, each) for each in _drafts(articles, kind, corpus)
            )
            yield Case(gold["id"], kind, corpus, examples)


def _pair_example(gold: dict[str, Any], kind: Kind, articles: Sequence[Annotated], of: Draft) -> Example:
    x, y = _said(of.a, articles), _said(of.b, articles)
    named = kind.value == gold["kind"] and (
        kind in _BY_SENTENCE or (_alike(x.text, gold["a"]["value"]) and _alike(y.text, gold["b"]["value"]))
    )
    # what the pair does not name has no counterpart as a rule
    weight = 1.0 if named else 0.5 * _UNLISTED[of.judgement.verdict]
    return Example(of, float(named and gold["relation"] != "unrelated"), weight)


def _alike(text: str, value: str) -> bool:
    x, y = set(words(text)), set(words(value))
    return bool(x and y) and (x <= y or y <= x or len(x & y) >= 0.5 * min(len(x), len(y)))


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of the first model (Adam on the penalised log-likelihood), by verdict."""
    open_ones = [e for e in examples if not e.draft.gate]
    told = [_told_twice(e.draft) for e in open_ones]
    names = [*sorted({name for row in told for name in row}), _BIAS]
    rows = _matrix([{**row, _BIAS: 1.0} for row in told], names)
    labels = np.array([e.label for e in open_ones])
    counts = np.array([e.weight for e in open_ones])
    positives, negatives = float(counts @ labels), float(counts @ (1 - labels))
    counts *= np.where(labels > 0, min(4.0, math.sqrt(negatives / max(1.0, positives))), 1.0)
    penalty = np.full(len(names), _PENALTY)
    penalty[-1] = 0.0
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _ROUNDS + 1):
        guess = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = penalty * weights + rows.T @ ((guess - labels) * counts / counts.sum())
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    found = dict(zip(names, map(float, weights), strict=True))
    return {verdict: _for_verdict(found, verdict) for verdict in Verdict}


def _told_twice(of: Draft) -> dict[str, float]:
    """The features of a pair, each once for all verdicts and once for its own.

    The same evidence may weigh otherwise where the values differ (Daumé 2007, "Frustratingly easy domain adaptation").
    """
    verdict = of.judgement.verdict
    if verdict is Verdict.AGREE:
        return dict(of.features)
    return {**of.features, **{_own(name, verdict): value for name, value in of.features.items()}}


def _own(name: str, verdict: Verdict) -> str:
    return f"{name} ({verdict.value})"


def _for_verdict(weights: Mapping[str, float], verdict: Verdict) -> dict[str, float]:
    own = {name: weights.get(_own(name, verdict), 0.0) for name in weights}
    return {
        name: round(weight + own[name], 3)
        for name, weight in sorted(weights.items())
        if not name.endswith(")") and round(weight + own[name], 3)
    }


def _matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Any:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def weighed(case: Case, weights: Weights) -> Case:
    """A case with its drafts weighed by a first model."""
    examples = []
    for e in case.examples:
        bare = probability(e.draft.features, weights[e.draft.judgement.verdict])
        examples.append(replace(e, draft=replace(e.draft, bare=bare)))
    return replace(case, examples=tuple(examples))


def weighed_apart(cases: Sequence[Case]) -> list[Case]:
    """Each case weighed by a first model that hasn't seen it."""
    found: dict[int, Case] = {}
    for fold in range(_FOLDS):
        apart = [i for i in range(len(cases)) if i % _FOLDS == fold]
        rest = [e for i, case in enumerate(cases) if i % _FOLDS != fold for e in case.examples]
        weights = fit(rest)
        found.update({i: weighed(cases[i], weights) for i in apart})
    return [found[i] for i in range(len(cases))]


def grow(cases: Sequence[Case], many: int, rate: float) -> Table:
    """So many trees of the second model, each counting at a rate, from cases weighed apart."""
    rows, labels, counts = [], [], []
    for case in cases:
        company = Company([e.draft for e in case.examples])
        for e in case.examples:
            rows.append(evidence(e.draft, company, case.corpus))
            labels.append(e.label)
            counts.append(e.weight * (_POSITIVE if e.label else 1.0))
    names = sorted({name for row in rows for name in row})
    model = GradientBoostingClassifier(n_estimators=many, learning_rate=rate, **_TREES)
    model.fit(_matrix(rows, names), np.array(labels), sample_weight=np.array(counts))
    trees = tuple(_node(tree.tree_, 0, rate) for tree in model.estimators_[:, 0])
    prior = float(model.init_.class_prior_[1])
    used = sorted({place for tree in trees for place in _splits(tree)})
    places = {old: new for new, old in enumerate(used)}
    return Table(
        tuple(names[place] for place in used),
        round(math.log(prior / (1 - prior)), 4),
        tuple(_renamed(tree, places) for tree in trees),
    )


def _node(tree: Any, at: int, rate: float) -> Node:
    left, right = int(tree.children_left[at]), int(tree.children_right[at])
    if left == right:
        return round(float(tree.value[at][0][0]) * rate, 3)
    threshold = float(f"{tree.threshold[at]:.4g}")
    return [int(tree.feature[at]), threshold, _node(tree, left, rate), _node(tree, right, rate)]


def _splits(node: Node) -> Iterator[int]:
    if isinstance(node, list):
        yield node[0]
        yield from _splits(node[2])
        yield from _splits(node[3])


def _renamed(node: Node, places: Mapping[int, int]) -> Node:
    if not isinstance(node, list):
        return node
    return [places[node[0]], node[1], _renamed(node[2], places), _renamed(node[3], places)]


def written_weights(tables: Mapping[Kind, Weights]) -> str:
    """The module of the first model."""
    lines = [
        '"""The weights of the first model, a table a kind. Written by tools/fit_weights.py; no figure by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "",
        "from factcheck.model import Kind",
        "from factcheck.verdicts import Verdict",
        "",
        "WEIGHTS: Mapping[Kind, Mapping[Verdict, Mapping[str, float]]] = {",
    ]
    for kind, table in tables.items():
        lines.append(f"    Kind.{kind.name}: {{")
        for verdict, weights in table.items():
            lines.append(f"        Verdict.{verdict.name}: {{")
            lines += [f'            "{name}": {value},' for name, value in weights.items()]
            lines.append("        },")
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def written_trees(tables: Mapping[Kind, Table]) -> str:
    """The file of the second model, a tree a line."""
    kinds = []
    for kind, table in tables.items():
        trees = ",\n".join(json.dumps(tree) for tree in table.trees)
        features = json.dumps(table.features)
        kinds.append(
            f'"{kind.value}": {{"features": {features}, "start": {table.start}, "trees": [\n{trees}]}}'
        )
    return "{\n" + ",\n".join(kinds) + "}\n"


def fitted(cases: Mapping[Kind, Sequence[Case]]) -> tuple[dict[Kind, Weights], dict[Kind, Table]]:
    """Both models for all kinds."""
    weights = {kind: fit([e for case in cases[kind] for e in case.examples]) for kind in COMPARED}
    trees = {kind: grow(weighed_apart(cases[kind]), *size) for kind, size in _GROWN.items()}
    return weights, trees


def cases_of(stories: Sequence[Path], pairs: Sequence[Path], languages: Languages) -> dict[Kind, list[Case]]:
    """All examples by kind."""
    found: dict[Kind, list[Case]] = {kind: [] for kind in COMPARED}
    for folder in stories:
        for case in story_cases(folder, languages):
            found[case.kind].append(case)
    for file in pairs:
        for case in pair_cases(file, languages):
            found[case.kind].append(case)
    return found


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", nargs="*", type=Path, default=[])
    parser.add_argument("--pairs", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = cases_of(options.stories, options.pairs, Languages())
    weights, trees = fitted(cases)
    for kind in COMPARED:
        examples = [e for case in cases[kind] for e in case.examples]
        sys.stdout.write(f"{kind.value}: {sum(e.label for e in examples):.0f} of {len(examples)} one thing\n")
        for verdict, table in weights[kind].items():
            strongest = sorted(table.items(), key=lambda kv: (-abs(kv[1]), kv[0]))[:_SHOWN]
            shown = ", ".join(f"{name} {value:+.2f}" for name, value in strongest)
            sys.stdout.write(f"    {verdict.value}: {shown}\n")
    if options.write:
        (ALIGN / "weights.py").write_text(written_weights(weights), "utf-8")
        TREES.write_text(written_trees(trees), "utf-8")


if __name__ == "__main__":
    main()
