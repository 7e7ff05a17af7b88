"""What was not compared, and why: silence is told openly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from factcheck.model import Annotated, Comparison, Kind, Mention, Span
from factcheck.report import places
from factcheck.report.sources import all_told

_LINES = 40  # line numbers that a note names
_KINDS = {Kind.QUANTITY: ("amount", "amounts"), Kind.TIME: ("time", "times")}


def notes(comparison: Comparison) -> list[str]:
    """One line a reason, the comparison's own first."""
    found = list(comparison.notes)
    compared = {
        (told.article, told.mention.span)
        for fact in (*comparison.facts, *comparison.within)
        for told in all_told(fact)
    }
    for annotated in comparison.articles:
        found += _of_article(annotated, compared, alone=len(comparison.articles) == 1)
    return found


def _of_article(annotated: Annotated, compared: Set[tuple[str, Span]], *, alone: bool) -> Iterator[str]:
    article = annotated.article
    if article.day is None:
        yield f"{article.id}: no date of publication found; “yesterday” and weekdays were left open"
    floating: list[Mention] = []
    left: list[Mention] = []
    for mention in (m for s in annotated.statements for m in s.mentions if m.kind in _KINDS):
        if mention.kind is Kind.TIME and _is_floating(mention):
            floating.append(mention)
        elif (article.id, mention.span) not in compared:
            left.append(mention)
    if floating:
        yield f"{article.id}: {_counted(floating)} not tied to a day ({_lines(annotated, floating)})"
    if left and not alone:
        yield f"{article.id}: {_counted(left)} without a counterpart elsewhere ({_lines(annotated, left)})"


def _is_floating(mention: Mention) -> bool:
    return mention.value.to_json().get("start") is None


def _counted(mentions: Sequence[Mention]) -> str:
    parts = []
    for kind, (one, many) in _KINDS.items():
        count = sum(mention.kind is kind for mention in mentions)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return " and ".join(parts)


def _lines(annotated: Annotated, mentions: Sequence[Mention]) -> str:
    numbers = sorted({places.line(annotated.article, mention.span.start) for mention in mentions})
    shown = ", ".join(map(str, numbers[:_LINES]))
    more = f" and {len(numbers) - _LINES} more" if len(numbers) > _LINES else ""
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more}"
