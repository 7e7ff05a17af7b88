"""The words a report is made of, the same in every format for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Attribution, Comparison, Fact, Kind, Told, Zone
from factcheck.report import places
from factcheck.report.sources import all_told
from factcheck.verdicts import Verdict

_AROUND = 60  # characters of the sentence on each side of a value
_SPARED = 16  # a cut that would spare fewer characters is not made
_LONGEST = 1200  # characters of one quotation
OUTLET = "the outlet itself"


@dataclass(frozen=True, slots=True)
class Telling:
    """One row of a fact: the places that tell it in the same words on the same word."""

    places: tuple[str, ...]
    words: str
    source: str


def snippet(told: Told, article: Article, around: int = _AROUND) -> str:
    """The value's words with what stands around them in its sentence; cuts are marked by an ellipsis."""
    sentence, span = told.statement.sentence.span, told.mention.span
    left, before = sentence.start, ""
    if span.start - around > sentence.start + _SPARED:
        blank = article.text.find(" ", span.start - around, span.start)
        left, before = (blank + 1 if blank >= 0 else span.start), "… "
    right, after = sentence.end, ""
    if span.end + around < sentence.end - _SPARED:
        blank = article.text.rfind(" ", span.end, span.end + around)
        right, after = (blank if blank >= 0 else span.end), " …"
    return f"{before}{_shortened(article.text[left:right])}{after}"


def _shortened(words: str) -> str:
    """The words, the middle of very long ones left out: a text without full stops is one sentence."""
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half].rsplit(' ', 1)[0]} […] {words[-half:].split(' ', 1)[-1]}"


def where(told: Told, article: Article) -> str:
    """Article and line, as an editor finds it: "tempo:20"."""
    return f"{article.id}:{places.line(article, told.mention.span.start)}"


def credited(attributions: Sequence[Attribution]) -> str:
    """The sources of a statement with their chain; "the outlet itself" where there is none."""
    names = dict.fromkeys(filter(None, (chain(a.source, a.via, named=a.named) for a in attributions)))
    return "; ".join(names) or OUTLET


def chain(source: str | None, via: str | None, *, named: bool) -> str:
    """A source and who passed it on: "police, via Antara"."""
    words = source or via or ""
    if words and not named:
        words += " (unnamed)"
    return f"{words}, via {via}" if via and source and via != source else words


def tellings(told: Iterable[Told]) -> list[Told]:
    """One telling an article, the body before headlines, in reading order."""
    first: dict[str, Told] = {}
    known = list(told)
    for one in sorted(known, key=lambda t: t.statement.sentence.zone is not Zone.BODY):
        first.setdefault(one.article, one)
    return [first[article] for article in dict.fromkeys(one.article for one in known)]


def rows(told: Iterable[Told], articles: dict[str, Article], around: int = _AROUND) -> list[Telling]:
    """The tellings as rows; copies share one."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in told:
        article = articles[one.article]
        key = (snippet(one, article, around), credited(one.statement.attribution))
        places.setdefault(key, []).append(where(one, article))
    return [Telling(tuple(found), words, source) for (words, source), found in places.items()]


def support(fact: Fact) -> str:
    """How many articles and origins stand behind a fact."""
    articles = len({told.article for told in all_told(fact)})
    if articles == 1:
        return "one article"
    return f"{articles} articles, {'one origin' if fact.origins == 1 else f'{fact.origins} origins'}"


def conflicts(comparison: Comparison) -> list[Fact]:
    """The discrepancies, those among the articles first."""
    return [f for f in (*comparison.facts, *comparison.within) if f.verdict is Verdict.CONFLICT]


def headline(comparison: Comparison) -> str:
    """The outcome in one line."""
    counts = {v: sum(f.verdict is v for f in comparison.facts) for v in Verdict}
    return (
        f"{_plural(len(comparison.articles), 'article')}, {_plural(len(comparison.origins), 'origin')}: "
        f"{_plural(counts[Verdict.CONFLICT], 'discrepancy', 'discrepancies')}, "
        f"{counts[Verdict.COMPATIBLE]} compatible, {_plural(counts[Verdict.AGREE], 'agreement')}"
    )


def copies(comparison: Comparison) -> list[str]:
    """Which articles share their text, a line an origin."""
    return [
        f"{origin.id}: {', '.join(origin.articles)} share {origin.shared:.0%} of their text: one origin"
        for origin in comparison.origins
        if len(origin.articles) > 1
    ]


def _plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def told_already(facts: Iterable[Fact], shown: Iterable[Fact]) -> set[str]:
    """The ids of whole-sentence facts that add nothing, as the sentences are quoted already.

    For a discrepancy one shown fact of the same verdict must quote them all, for an agreement any will do.
    """
    values = [(f.verdict, _sentences(f)) for f in shown if f.kind is not Kind.STATEMENT]
    quoted = set().union(*(sentences for _, sentences in values))

    def adds_nothing(fact: Fact) -> bool:
        sentences = _sentences(fact)
        if fact.verdict is Verdict.AGREE:
            return sentences <= quoted
        return any(fact.verdict is verdict and sentences <= other for verdict, other in values)

    return {fact.id for fact in facts if fact.kind is Kind.STATEMENT and adds_nothing(fact)}


def _sentences(fact: Fact) -> set[tuple[str, int]]:
    return {(told.article, told.statement.index) for told in all_told(fact)}
