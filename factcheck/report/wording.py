"""The words a report is made of, the same in every format for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Attribution, Comparison, Fact, Position, Told
from factcheck.verdicts import Verdict

_AROUND = 48  # characters of the sentence on each side of a value


@dataclass(frozen=True, slots=True)
class Credit:
    """One source in one article: the lines where it is credited and the facts that rest on it."""

    source: str
    via: str | None
    named: bool
    article: str
    lines: tuple[int, ...]
    facts: tuple[str, ...]


def snippet(told: Told, article: Article, around: int = _AROUND) -> str:
    """The value's words with what stands around them in its sentence, cut at blanks and marked by an ellipsis."""
    sentence, span = told.statement.sentence.span, told.mention.span
    text = article.text
    start, end = span.start - around, span.end + around
    if start <= sentence.start + 12:
        left, before = sentence.start, ""
    else:
        blank = text.find(" ", start, span.start)
        left, before = (blank + 1 if blank >= 0 else span.start), "… "
    if end >= sentence.end - 12:
        right, after = sentence.end, ""
    else:
        blank = text.rfind(" ", span.end, end)
        right, after = (blank if blank >= 0 else span.end), " …"
    return f"{before}{text[left:right]}{after}"


def where(told: Told, article: Article) -> str:
    """Article and line, as an editor finds it: "tempo:20"."""
    return f"{article.id}:{article.position(told.mention.span.start)[0]}"


def credited(attributions: Sequence[Attribution]) -> str:
    """The sources of a statement with their chain; "the outlet itself" where there is none."""
    names = dict.fromkeys(filter(None, (_chain(a) for a in attributions)))
    return "; ".join(names) or "the outlet itself"


def _chain(attribution: Attribution) -> str:
    source = attribution.source or ""
    if attribution.via and attribution.via != attribution.source:
        return f"{source}, via {attribution.via}" if source else attribution.via
    return source


def tellings(position: Position) -> list[Told]:
    """One telling an article, the body before headlines, in reading order."""
    first: dict[str, Told] = {}
    for told in sorted(position.told, key=lambda t: t.statement.sentence.zone.value != "body"):
        first.setdefault(told.article, told)
    order = dict.fromkeys(told.article for told in position.told)
    return [first[article] for article in order]


def support(fact: Fact) -> str:
    """How many articles and origins stand behind a fact."""
    articles = len({told.article for position in fact.positions for told in position.told})
    if fact.origins == 1:
        return f"{articles} articles, one origin"
    return f"{articles} articles, {fact.origins} origins"


def headline(comparison: Comparison) -> str:
    """The outcome in one line."""
    counts = {v: sum(f.verdict is v for f in comparison.facts) for v in Verdict}
    articles = len(comparison.articles)
    return (
        f"{articles} articles, {_plural(len(comparison.origins), 'origin')}: "
        f"{_plural(counts[Verdict.CONFLICT], 'discrepancy', 'discrepancies')}, "
        f"{counts[Verdict.COMPATIBLE]} compatible, {_plural(counts[Verdict.AGREE], 'agreement')}"
    )


def _plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def credits(comparison: Comparison) -> list[Credit]:
    """Who is credited in which article, the most used first within each article."""
    facts = _facts_by_statement(comparison)
    found: list[Credit] = []
    for annotated in comparison.articles:
        lines: dict[tuple[str, str | None, bool], list[int]] = {}
        rests: dict[tuple[str, str | None, bool], dict[str, None]] = {}
        for statement in annotated.statements:
            for a in statement.attribution:
                key = (a.source or a.via or "", a.via if a.source else None, a.named)
                lines.setdefault(key, []).append(annotated.article.position(statement.sentence.span.start)[0])
                rests.setdefault(key, {}).update(facts.get((annotated.article.id, statement.index), {}))
        for key in sorted(lines, key=lambda k: (-len(lines[k]), lines[k][0])):
            unique = tuple(dict.fromkeys(lines[key]))
            found.append(Credit(*key, annotated.article.id, unique, tuple(rests[key])))
    return found


def _facts_by_statement(comparison: Comparison) -> Mapping[tuple[str, int], dict[str, None]]:
    found: dict[tuple[str, int], dict[str, None]] = {}
    for fact in comparison.facts:
        for position in fact.positions:
            for told in position.told:
                found.setdefault((told.article, told.statement.index), {})[fact.id] = None
    return found
