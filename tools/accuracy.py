"""Measures factcheck on stories with gold annotation: precision and recall by verdict, kind and language.

    python tools/accuracy.py tests/stories/tuned/* tests/stories/later/*
    python tools/accuracy.py --floor tests/stories/floor.toml --write docs/accuracy.md STORY...
    python tools/accuracy.py --same docs/accuracy.md STORY...

Exit status 1 where a figure lies below the floor, or where the written report is not what this run
prints. The gold format is described in tests/stories/FORMAT.md.
A reported fact counts for a gold fact where it holds the gold's mentions: the same article, the same sentence,
a word of the value in common; statements, stances and quotations match by sentence.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from factcheck.compare import compare
from factcheck.languages import Languages
from factcheck.model import Comparison

_HEAD = (
    "# Accuracy",
    "",
    "Written by `python tools/accuracy.py --write docs/accuracy.md tests/stories/*/*`; no figure by hand.",
    "",
    "The stories in `tuned` were used to write the rules and to fit the weights; those in `later` were written after",
    "the rules and are only measured: they tell what to expect of a story the tool has not seen.",
    "Precision of a verdict: right of said. Recall: found of what careful readers wrote down. For agreements a wrong",
    "one is one that holds two values the gold has as conflicting.",
    "",
    "Known limits: a discrepancy told in quite other words is missed more often than found, above all where it lies",
    "in a standing (planned, confirmed, denied), in a name or across languages; two opposite verbs (resigned, sacked)",
    "are not laid against each other; names that stand only at the head of a sentence are not found; a year that a",
    "dateline leaves out is not guessed, so the times of such an article stay open.",
    "",
)
_BY_SENTENCE = ("statement", "stance", "quote")
_VALUES = ("quantity", "time", "name")


def words(text: str) -> list[str]:
    """The plain words and numbers of a text."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return re.findall(r"\d+(?:[.,:]\d+)*|[^\W\d]+|\d+", folded)


def inside(a: str, b: str) -> bool:
    """Whether the shorter one's words stand unbroken in the longer one."""
    x, y = f" {' '.join(words(a))} ", f" {' '.join(words(b))} "
    return bool(x.strip() and y.strip()) and (x in y or y in x)


def overlap(a: str, b: str) -> float:
    """The part of the smaller set of words that stands in the other."""
    x, y = set(words(a)), set(words(b))
    return len(x & y) / max(1, min(len(x), len(y)))


@dataclass(frozen=True)
class Said:
    """A mention, reported or annotated."""

    article: str
    sentence: str
    text: str

    def matches(self, gold: Said, kind: str) -> bool:
        """Whether this reported mention is the annotated one."""
        if self.article != gold.article:
            return False
        if not (inside(self.sentence, gold.sentence) or overlap(self.sentence, gold.sentence) >= 0.8):
            return False
        return kind in _BY_SENTENCE or bool(set(words(self.text)) & set(words(gold.text)))


Positions = list[list[Said]]


@dataclass
class Tally:
    """Found and missed, right and wrong."""

    gold: int = 0
    found: int = 0
    said: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        """Found of gold."""
        return self.found / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """Right of said."""
        return self.right / self.said if self.said else None


@dataclass
class Score:
    """All tallies, by what they are counted for, and the errors."""

    tallies: dict[tuple[str, str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def add(self, verdict: str, kind: str, group: str, **counts: int) -> None:
        """Count in the total, the kind and the language group."""
        for key in ((verdict, "all", ""), (verdict, "kind", kind), (verdict, "languages", group)):
            for name, count in counts.items():
                setattr(self.tallies[key], name, getattr(self.tallies[key], name) + count)


def said(mentions: Iterable[dict[str, Any]]) -> list[Said]:
    """The gold mentions of a position or trap."""
    return [Said(m["article"], m["sentence"], m["text"]) for m in mentions]


def reported(comparison: Comparison) -> list[tuple[Any, Positions]]:
    """Each reported fact with its positions as mentions."""
    texts = {a.article.id: a.article for a in comparison.articles}
    found = []
    for fact in comparison.facts:
        positions = []
        for position in fact.positions:
            mentions = []
            for told in position.told:
                article = texts[told.article]
                name = Path(article.path).name
                sentence = told.statement.sentence.span.of(article.text)
                mentions.append(Said(name, sentence, told.mention.span.of(article.text)))
            positions.append(mentions)
        found.append((fact, positions))
    return found


def _hits(positions: Positions, gold: Sequence[Said], kind: str) -> set[tuple[int, str]]:
    return {(i, g.article) for i, p in enumerate(positions) for m in p for g in gold if m.matches(g, kind)}


def covers_apart(positions: Positions, fact: dict[str, Any]) -> bool:
    """Two gold positions of two articles stand in two reported positions."""
    found = [_hits(positions, said(p["mentions"]), fact["kind"]) for p in fact["positions"]]
    weaker = {frozenset(e[:2]) for e in fact.get("except", [])}
    values = [p["value"] for p in fact["positions"]]
    for (n, x), (k, y) in combinations(zip(values, found, strict=True), 2):
        if frozenset((n, k)) not in weaker and any(i != j and a != b for i, a in x for j, b in y):
            return True
    return False


def covers_together(positions: Positions, fact: dict[str, Any]) -> bool:
    """Gold mentions of two articles stand in one reported position."""
    gold = [m for p in fact["positions"] for m in said(p["mentions"])]
    for position in positions:
        if len({g.article for g in gold for m in position if m.matches(g, fact["kind"])}) > 1:
            return True
    if fact["kind"] in _BY_SENTENCE:
        return len({g.article for g in gold for p in positions for m in p if m.matches(g, fact["kind"])}) > 1
    return False


def _covers(verdict: str, positions: Positions, fact: dict[str, Any]) -> bool:
    return (covers_together if verdict == "agree" else covers_apart)(positions, fact)


def score_story(folder: Path, languages: Languages, total: Score) -> Comparison:
    """Add one story's tallies and errors to the total."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    comparison = compare([str(folder / name) for name in gold["articles"]], languages)
    facts = reported(comparison)
    group = "-".join(sorted(gold["languages"]))
    by = {v: [(f, p) for f, p in facts if f.verdict.value == v] for v in ("agree", "compatible", "conflict")}
    for verdict in by:
        _recall(gold, verdict, by, total, folder.name, group)
    _precision(gold, by, total, folder.name, group)
    _traps(gold, facts, total, folder.name, group)
    _sources(gold, comparison, total, folder.name, group)
    return comparison


def _recall(
    gold: dict[str, Any], verdict: str, by: dict[str, list[Any]], total: Score, story: str, group: str
) -> None:
    larger = [p for f, p in by["conflict"] if len(p) > 2]
    for fact in (f for f in gold["facts"] if f["relation"] == verdict):
        found = any(_covers(verdict, p, fact) for _, p in by[verdict])
        excused = any(_covers(v, p, fact) for v in fact.get("also_acceptable", []) for _, p in by[v])
        if verdict == "compatible":
            excused = excused or any(covers_apart(p, fact) for p in larger)
        if found or not excused:
            total.add(verdict, fact["kind"], group, gold=1, found=int(found))
        if not found and not excused:
            values = " <> ".join(p["value"] for p in fact["positions"])
            total.errors.append(f"{story}: missed {verdict}: {fact['kind']} {fact['id']}: {values}")


def _precision(gold: dict[str, Any], by: dict[str, list[Any]], total: Score, story: str, group: str) -> None:
    conflicts = [f for f in gold["facts"] if f["relation"] == "conflict"]
    lenient = [f for f in gold["facts"] if "conflict" in f.get("also_acceptable", [])]
    for fact, positions in by["conflict"]:
        right = any(covers_apart(positions, g) for g in conflicts)
        if not right and any(covers_apart(positions, g) for g in lenient):
            continue
        if right or "conflict" in gold.get("exhaustive", []):
            total.add("conflict", fact.kind.value, group, said=1, right=int(right))
        if not right:
            values = " <> ".join(p.value for p in fact.positions)
            total.errors.append(f"{story}: false conflict: {fact.kind.value} {fact.label}: {values}")
    for fact, positions in by["agree"]:
        wrong = any(_mixes(positions, g) for g in conflicts if g["kind"] == fact.kind.value)
        total.add("agree", fact.kind.value, group, said=1, right=int(not wrong))
        if wrong:
            total.errors.append(f"{story}: wrong agreement: {fact.kind.value} {fact.label}")


def _mixes(positions: Positions, fact: dict[str, Any]) -> bool:
    """Whether one reported position holds two conflicting gold positions."""
    if fact["kind"] not in _VALUES:
        return False
    for position in positions:
        held = [p for p in fact["positions"] if _hits([position], said(p["mentions"]), fact["kind"])]
        if len(held) > 1:
            return True
    return False


def _traps(gold: dict[str, Any], facts: list[Any], total: Score, story: str, group: str) -> None:
    for trap in gold.get("traps", []):
        mentions = said(trap["mentions"])
        fallen = any(
            all(any(m.matches(g, "value") for p in positions for m in p) for g in mentions)
            for fact, positions in facts
            if fact.kind.value in _VALUES
        )
        total.add("trap avoided", "all", group, gold=1, found=int(not fallen))
        if fallen:
            total.errors.append(f"{story}: fell into trap: {trap['why']}")


def _sources(gold: dict[str, Any], comparison: Comparison, total: Score, story: str, group: str) -> None:
    statements = {Path(a.article.path).name: a for a in comparison.articles}
    for want in gold.get("attributions", []):
        annotated = statements[want["article"]]
        text = annotated.article.text
        near = [s for s in annotated.statements if inside(s.sentence.span.of(text), want["sentence"])]
        named = [x for s in near for a in s.attribution for x in (a.source, a.via) if x]
        names = [want["source"], *want.get("aliases", [])]
        right = any(inside(x, n) or overlap(x, n) >= 0.6 for x in named for n in names)
        total.add("source", "all", group, gold=1, found=int(right), said=int(bool(named)), right=int(right))
        if not right:
            shown = ", ".join(named) or "nobody"
            total.errors.append(
                f"{story}: source: {want['source']}, reported {shown}: {want['sentence'][:60]}"
            )


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def table(score: Score) -> list[str]:
    """The tallies as a Markdown table."""
    rows = ["| what | for | precision | recall | right of said | found of gold |", "|-|-|-|-|-|-|"]
    order = {"conflict": 0, "compatible": 1, "agree": 2, "trap avoided": 3, "source": 4}
    dims = {"all": 0, "kind": 1, "languages": 2}
    for (verdict, dim, value), t in sorted(
        score.tallies.items(), key=lambda kv: (order[kv[0][0]], dims[kv[0][1]], kv[0][2])
    ):
        if dim == "kind" and value == "all":
            continue
        rows.append(
            f"| {verdict} | {value or 'all'} | {_shown(t.precision)} | {_shown(t.recall)} "
            f"| {t.right}/{t.said} | {t.found}/{t.gold} |"
        )
    return rows


def below(score: Score, floor: dict[str, dict[str, float]]) -> list[str]:
    """The figures that lie below the floor."""
    found = []
    for verdict, figures in floor.items():
        tally = score.tallies[verdict.replace("_", " "), "all", ""]
        for name, least in figures.items():
            value = getattr(tally, name)
            if value is None or value < least:
                found.append(f"{verdict} {name} {_shown(value)} is below {least:.2f}")
    return found


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--floor", type=Path, help="a TOML file of least figures")
    parser.add_argument("--write", type=Path, help="write the report to this Markdown file")
    parser.add_argument("--same", type=Path, help="fail where this report is not the one of this run")
    parser.add_argument("--quiet", action="store_true", help="leave the errors out")
    options = parser.parse_args(arguments)
    languages = Languages()
    groups: dict[str, Score] = defaultdict(Score)
    overall = Score()
    for folder in sorted(p for p in options.stories if (p / "gold.json").exists()):
        score_story(folder, languages, groups[folder.parent.name])
        score_story(folder, languages, overall)
    written = "\n".join(report(overall, groups, quiet=False)) + "\n"
    shown = "\n".join(report(overall, groups, quiet=True)) + "\n" if options.quiet else written
    sys.stdout.write(shown)
    if options.write:
        options.write.write_text(written, "utf-8")
    faults = below(overall, tomllib.loads(options.floor.read_text("utf-8"))) if options.floor else []
    if options.same and options.same.read_text("utf-8") != written:
        faults.append(f"{options.same} is not what this run prints: write it anew with --write")
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


def report(overall: Score, groups: dict[str, Score], *, quiet: bool) -> list[str]:
    """The whole report as Markdown."""
    lines = [*_HEAD, "## All stories", "", *table(overall)]
    for name, score in groups.items():
        if len(groups) > 1:
            lines += ["", f"## Stories in `{name}`", "", *table(score)]
    if not quiet:
        lines += ["", "## Errors", "", *(f"- {error}" for error in overall.errors)]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
