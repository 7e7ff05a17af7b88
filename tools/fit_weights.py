"""Fits the weights of the likeness model on annotated stories and pairs, and writes factcheck/align/weights.py.

    python tools/fit_weights.py --stories tests/stories/tuned/* --pairs FILE.jsonl... [--write]

Two mentions are a positive example where a gold fact holds both, a negative one where a trap holds both or where
they differ and the story's conflicts are listed in full; equal values that no gold fact holds count little.
Logistic regression by gradient descent with an L2 penalty; deterministic.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import Said, said, words  # beside this file

from factcheck.align import COMPARED, items_of
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Pair, comparable
from factcheck.compare import extract
from factcheck.kinds.judging import judgement
from factcheck.languages import Languages
from factcheck.model import Annotated, Kind
from factcheck.verdicts import Verdict

_RATE, _ROUNDS, _PENALTY = 0.05, 400, 0.002
# how much a pair counts that no gold fact holds: equal values may well be one thing all the same
_UNLISTED = {Verdict.AGREE: 0.2, Verdict.COMPATIBLE: 0.6, Verdict.CONFLICT: 1.0}
TARGET = Path(__file__).parent.parent / "factcheck" / "align" / "weights.py"


@dataclass
class Example:
    """The features of two mentions, whether they are one thing, and how much the example counts."""

    features: dict[str, float]
    label: float
    weight: float
    about: str


def pairs_of(
    articles: Sequence[Annotated], kind: Kind, languages: Languages
) -> Iterator[tuple[Item, Item, Pair]]:
    """All pairs of items of two articles that can be compared."""
    corpus = Corpus(articles, languages)
    items = items_of(articles, corpus, kind)
    for i, a in enumerate(items):
        for b in items[i + 1 :]:
            if a.number != b.number:
                found = judgement(a.mention.value, b.mention.value) if comparable(a, b, corpus) else None
                if found:
                    yield a, b, Pair(a, b, found.verdict, corpus)


def _said(item: Item, articles: Sequence[Annotated]) -> Said:
    article = articles[item.number].article
    return Said(
        Path(article.path).name,
        item.statement.sentence.span.of(article.text),
        item.mention.span.of(article.text),
    )


def _about(story: str, kind: Kind, pair: Pair, x: Said, y: Said) -> str:
    return f"{story} {kind.value} {pair.verdict.value}: {x.text} | {y.text} | {x.sentence} | {y.sentence}"


def story_examples(folder: Path, languages: Languages) -> Iterator[tuple[Kind, Example]]:
    """The examples of one annotated story."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = extract([str(folder / name) for name in gold["articles"]], languages)
    facts = [(f["kind"], [m for p in f["positions"] for m in said(p["mentions"])]) for f in gold["facts"]]
    traps = [said(t["mentions"]) for t in gold.get("traps", [])]
    for kind in COMPARED:
        for a, b, pair in pairs_of(articles, kind, languages):
            x, y = _said(a, articles), _said(b, articles)
            held = any(
                k == kind.value and any(x.matches(m, k) for m in ms) and any(y.matches(m, k) for m in ms)
                for k, ms in facts
            )
            trapped = any(
                any(x.matches(m, kind.value) for m in ms) and any(y.matches(m, kind.value) for m in ms)
                for ms in traps
            )
            about = _about(folder.name, kind, pair, x, y)
            if held:
                gate = pair.gate()
                if gate:
                    sys.stderr.write(f"gate closes a true pair ({gate}): {about}\n")
                else:
                    yield kind, Example(pair.features(), 1.0, 1.0, about)
            elif not pair.gate():
                weight = 1.0 if trapped else _UNLISTED[pair.verdict]
                yield kind, Example(pair.features(), 0.0, weight, about)


def pair_examples(file: Path, languages: Languages) -> Iterator[tuple[Kind, Example]]:
    """The examples of a file of short pairs."""
    for line in filter(str.strip, file.read_text("utf-8").splitlines()):
        gold = json.loads(line)
        with tempfile.TemporaryDirectory() as folder:
            for side in "ab":
                text = f"{gold[side].get('published') or ''}\n\n{gold[side]['text']}\n"
                Path(folder, f"{side}.txt").write_text(text, "utf-8")
            articles = extract([f"{folder}/a.txt", f"{folder}/b.txt"], languages)
        for kind in COMPARED:
            for a, b, pair in pairs_of(articles, kind, languages):
                yield from _pair_example(gold, kind, articles, a, b, pair)


def _pair_example(
    gold: dict[str, Any], kind: Kind, articles: Sequence[Annotated], a: Item, b: Item, pair: Pair
) -> Iterator[tuple[Kind, Example]]:
    x, y = _said(a, articles), _said(b, articles)
    by_sentence = kind in (Kind.STATEMENT, Kind.STANCE, Kind.QUOTE)
    named = kind.value == gold["kind"] and (
        by_sentence or (_holds(x.text, gold["a"]["value"]) and _holds(y.text, gold["b"]["value"]))
    )
    about = (
        f"{gold['id']} {kind.value} {pair.verdict.value}: {x.text} | {y.text} | {x.sentence} | {y.sentence}"
    )
    positive = named and gold["relation"] != "unrelated"
    gate = pair.gate()
    if positive and gate:
        sys.stderr.write(f"gate closes a true pair ({gate}): {about}\n")
    if not gate:
        # what the pair does not name has no counterpart as a rule
        weight = 1.0 if named else 0.5 * _UNLISTED[pair.verdict]
        yield kind, Example(pair.features(), float(positive), weight, about)


def _holds(text: str, value: str) -> bool:
    x, y = set(words(text)), set(words(value))
    return bool(x and y) and (x <= y or y <= x or len(x & y) >= 0.5 * min(len(x), len(y)))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that explain the examples best (Adam on the penalised log-likelihood)."""
    names = [*sorted({name for e in examples for name in e.features}), "bias"]
    place = {name: i for i, name in enumerate(names)}
    rows = [
        ([(place[n], v) for n, v in e.features.items() if v] + [(place["bias"], 1.0)], e.label, e.weight)
        for e in examples
    ]
    positives = sum(w for _, label, w in rows if label)
    negatives = sum(w for _, label, w in rows if not label)
    balance = min(4.0, math.sqrt(negatives / max(1.0, positives)))
    weights, first, second = [0.0] * len(names), [0.0] * len(names), [0.0] * len(names)
    total = positives * balance + negatives
    for step in range(1, _ROUNDS + 1):
        slope = [_PENALTY * w for w in weights]
        slope[place["bias"]] = 0.0
        for row, label, count in rows:
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[i] * v for i, v in row)))))
            push = (guess - label) * count * (balance if label else 1.0) / total
            for i, v in row:
                slope[i] += push * v
        for i, s in enumerate(slope):
            first[i] = 0.9 * first[i] + 0.1 * s
            second[i] = 0.999 * second[i] + 0.001 * s * s
            weights[i] -= (
                _RATE * (first[i] / (1 - 0.9**step)) / (math.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
            )
    return {name: round(weights[place[name]], 3) for name in names}


def written(tables: dict[Kind, dict[str, float]]) -> str:
    """The module that holds the weights."""
    lines = [
        '"""The weights of the likeness model, a table a kind. Written by tools/fit_weights.py; no figure by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "",
        "from factcheck.model import Kind",
        "",
        "WEIGHTS: Mapping[Kind, Mapping[str, float]] = {",
    ]
    for kind, table in tables.items():
        lines.append(f"    Kind.{kind.name}: {{")
        lines += [f'        "{name}": {value},' for name, value in sorted(table.items())]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", nargs="*", type=Path, default=[])
    parser.add_argument("--pairs", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--worst", type=int, default=0, help="show so many of the worst explained examples a kind"
    )
    options = parser.parse_args()
    languages = Languages()
    found: dict[Kind, list[Example]] = defaultdict(list)
    for folder in options.stories:
        for kind, example in story_examples(folder, languages):
            found[kind].append(example)
    for file in options.pairs:
        for kind, example in pair_examples(file, languages):
            found[kind].append(example)
    tables = {}
    for kind in COMPARED:
        examples = found[kind]
        tables[kind] = fit(examples) if examples else {"bias": -5.0}
        _tell(kind, examples, tables[kind], options.worst)
    if options.write:
        TARGET.write_text(written(tables), "utf-8")


def _tell(kind: Kind, examples: Sequence[Example], weights: dict[str, float], worst: int) -> None:
    def chance(example: Example) -> float:
        total = weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in example.features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    counts = Counter((e.label > 0.5, chance(e) >= 0.5) for e in examples)
    sys.stdout.write(
        f"{kind.value}: positives {counts[True, True]} of {counts[True, True] + counts[True, False]} above one half, "
        f"negatives {counts[False, True]} of {counts[False, True] + counts[False, False]}\n"
    )
    for name, value in sorted(weights.items(), key=lambda kv: -abs(kv[1])):
        sys.stdout.write(f"    {name:18} {value:+.2f}\n")
    for e in sorted(examples, key=lambda e: -abs(e.label - chance(e)))[:worst]:
        sys.stdout.write(f"  {chance(e):.2f} should be {e.label:.0f}: {e.about}\n")


if __name__ == "__main__":
    main()
