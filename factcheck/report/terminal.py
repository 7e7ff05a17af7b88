"""Tables for people: discrepancies first, then what is compatible, what agrees, who is credited, what was not checked.

No word is cut: cells wrap, and a pipe gets a fixed width, so that the same input gives the same bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.model import Article, Comparison, Fact, Kind
from factcheck.report import safe, wording
from factcheck.verdicts import Verdict

_PIPE_WIDTH = 100
_NARROWEST = 40


def compare(comparison: Comparison) -> None:
    """Print a comparison to standard output."""
    Report(comparison, console()).print()


def console() -> Console:
    """A console for standard output: its own width on a terminal, a fixed one in a pipe."""
    width = None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "0") or 0) or _PIPE_WIDTH
    made = Console(markup=False, emoji=False, highlight=False, width=width, legacy_windows=False)
    if made.width < _NARROWEST:
        made.width = _NARROWEST
    return made


def _text(words: str, style: str = "") -> Text:
    return Text(safe.line(words), style=style, overflow="fold")


class Report:
    """One comparison on one console."""

    def __init__(self, comparison: Comparison, console: Console) -> None:
        self._comparison = comparison
        self._console = console
        self._articles: dict[str, Article] = {a.article.id: a.article for a in comparison.articles}

    def print(self) -> None:
        """All sections in order."""
        self._console.print(_text(wording.headline(self._comparison), "bold"))
        self._console.print(self._overview())
        by = {v: [f for f in self._comparison.facts if f.verdict is v] for v in Verdict}
        self._section("Discrepancies", by[Verdict.CONFLICT], "none found")
        self._section("Within one article", self._comparison.within, "")
        self._section("Compatible", by[Verdict.COMPATIBLE], "")
        self._agreements([f for f in by[Verdict.AGREE] if f.kind is not Kind.NAME])
        self._names([f for f in by[Verdict.AGREE] if f.kind is Kind.NAME])
        self._credits()
        self._notes()

    def _heading(self, words: str) -> None:
        self._console.print()
        self._console.print(Text(words, style="bold underline"))

    def _table(self, *headers: str, ratios: Sequence[int]) -> Table:
        table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
        for header, ratio in zip(headers, ratios, strict=True):
            table.add_column(header, ratio=ratio, overflow="fold")
        return table

    def _overview(self) -> Table:
        table = self._table("article", "published", "origin", "title", ratios=(4, 3, 2, 8))
        origin_of = {article: o.id for o in self._comparison.origins for article in o.articles}
        for article in self._articles.values():
            day = article.day.isoformat() if article.day else "not given"
            table.add_row(
                _text(f"{article.id} ({article.language})"),
                day,
                origin_of[article.id],
                _text(article.title or "no headline"),
            )
        return table

    def _section(self, title: str, facts: Sequence[Fact], empty: str) -> None:
        if not facts and not empty:
            return
        self._heading(title)
        if not facts:
            self._console.print(Text(empty))
        for fact in facts:
            self._fact(fact)

    def _fact(self, fact: Fact) -> None:
        self._console.print()
        head = _text(f"{fact.id}  {fact.label}", "bold")
        head.append(safe.line(f"  [{fact.kind.value}; {wording.support(fact)}]"), style="dim")
        self._console.print(head)
        self._console.print(_text(fact.reason, "italic"))
        if fact.explanation:
            self._console.print(_text(f"may be explained by: {fact.explanation}", "italic"))
        table = self._table("value", "told by", "words", ratios=(3, 5, 9))
        for position in fact.positions:
            value = position.value if fact.kind is not Kind.STATEMENT else ""
            for told in wording.tellings(position):
                article = self._articles[told.article]
                source = wording.credited(told.statement.attribution)
                table.add_row(
                    _text(value, "bold"),
                    _text(f"{wording.where(told, article)}  {source}"),
                    _text(f"“{wording.snippet(told, article)}”"),
                )
                value = ""
        self._console.print(table)

    def _agreements(self, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        self._heading("Agreements")
        table = self._table("fact", "value", "told by, in these words", ratios=(3, 3, 10))
        for fact in facts:
            told = [t for position in fact.positions for t in wording.tellings(position)]
            lines = [
                f"{wording.where(t, self._articles[t.article])} “{wording.snippet(t, self._articles[t.article], 24)}”"
                for t in told
            ]
            if fact.origins == 1:
                lines.append("(one origin: no independent confirmation)")
            words = Text("\n").join(_text(line) for line in lines)
            value = "" if fact.kind is Kind.STATEMENT else fact.positions[0].value
            table.add_row(_text(f"{fact.id} {fact.label}"), _text(value), words)
        self._console.print(table)

    def _names(self, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        self._heading("Names told alike")
        table = self._table("name", "as written", ratios=(4, 12))
        for fact in facts:
            told = [t for position in fact.positions for t in wording.tellings(position)]
            forms = "; ".join(
                f"{wording.where(t, self._articles[t.article])} “{t.mention.span.of(self._articles[t.article].text)}”"
                for t in told
            )
            table.add_row(_text(fact.positions[0].value), _text(forms))
        self._console.print(table)

    def _credits(self) -> None:
        credits = wording.credits(self._comparison)
        if not credits:
            return
        self._heading("Who is credited")
        table = self._table("article", "source", "lines", "facts", ratios=(3, 7, 3, 4))
        last = ""
        for credit in credits:
            source = credit.source + (f", via {credit.via}" if credit.via and credit.via != credit.source else "")
            table.add_row(
                _text(credit.article if credit.article != last else ""),
                _text(source if credit.named else f"{source} (not named)"),
                ", ".join(map(str, credit.lines)),
                ", ".join(credit.facts),
            )
            last = credit.article
        self._console.print(table)

    def _notes(self) -> None:
        if self._comparison.notes:
            self._heading("Not checked")
            for note in self._comparison.notes:
                self._console.print(_text(f"- {note}"))
