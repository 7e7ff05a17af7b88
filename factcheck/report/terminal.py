"""Tables for people: discrepancies first, then what is compatible, agreements, sources, what was not checked.

No word is cut and no column dropped: where a table can't hold the words, its rows are stacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from factcheck.model import Annotated, Article, Comparison, Fact, Kind, Statement, Told, origin_by_article
from factcheck.report import places, safe, sources, unchecked, wording
from factcheck.report.layout import Columns, Row
from factcheck.verdicts import Verdict

_NARROWEST = 20  # columns: below this a terminal breaks the lines itself
_SENTENCES = (Kind.STATEMENT, Kind.QUOTE)  # kinds whose value is the words themselves
_BRIEF = 30  # characters around a value where many are listed


def compare(comparison: Comparison, width: int, *, colours: bool = False) -> str:
    """A comparison as tables of the given width."""
    return _Report(comparison, width, colours).compared()


def review(comparison: Comparison, width: int, *, colours: bool = False) -> str:
    """What a single article's comparison with itself has shown."""
    return _Report(comparison, width, colours).reviewed()


def extract(articles: Sequence[Annotated], width: int, *, colours: bool = False) -> str:
    """What was read out of each article, a table an article."""
    console = _console(width, colours)
    for annotated in articles:
        _extracted(console, annotated)
    return _printed(console)


def _console(width: int, colours: bool) -> Console:
    return Console(
        file=StringIO(),
        width=max(width, _NARROWEST),
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=colours,
        color_system="auto" if colours else None,
        legacy_windows=False,
    )


def _printed(console: Console) -> str:
    """What was printed, without the blanks that fill lines up."""
    assert isinstance(console.file, StringIO)  # _console makes it so
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines()).lstrip("\n")


def _text(words: str, style: str = "") -> Text:
    return Text(safe.line(words), style=style, overflow="fold")


def _joined(*parts: Text, by: str = "\n") -> Text:
    """Cells of several lines; each part is harmless already."""
    joined = Text(by, overflow="fold").join(part for part in parts if part.plain)
    joined.overflow = "fold"
    return joined


def _quoted(words: str) -> Text:
    """Words in quotation marks, once."""
    clean = safe.line(words)
    return Text(clean if clean[:1] in '“"' and clean[-1:] in '”"' else f"“{clean}”", overflow="fold")


def _source(source: str) -> Text:
    return _text(f"— {source}", "dim")


class _Report:
    """One comparison on its way to a text."""

    def __init__(self, comparison: Comparison, width: int, colours: bool) -> None:
        self._comparison = comparison
        self._console = _console(width, colours)
        self._articles: dict[str, Article] = {a.article.id: a.article for a in comparison.articles}

    def compared(self) -> str:
        by = {v: [f for f in self._comparison.facts if f.verdict is v] for v in Verdict}
        self._line(wording.headline(self._comparison), "bold")
        self._overview()
        self._facts("Discrepancies", by[Verdict.CONFLICT], empty="none found")
        self._facts("Within one article", self._comparison.within)
        self._facts("Compatible", by[Verdict.COMPATIBLE])
        self._agreements([f for f in by[Verdict.AGREE] if f.kind is not Kind.NAME])
        self._names([f for f in by[Verdict.AGREE] if f.kind is Kind.NAME])
        self._sources()
        self._not_checked()
        return _printed(self._console)

    def reviewed(self) -> str:
        self._overview()
        self._facts("Within the article", self._comparison.within, empty="no discrepancy found")
        self._sources()
        self._not_checked()
        return _printed(self._console)

    def _line(self, words: str, style: str = "") -> None:
        self._console.print(_text(words, style))

    def _heading(self, words: str) -> None:
        self._console.print()
        self._console.print(Text(words.upper(), style="bold"))

    def _table(self, headers: Sequence[str], rows: Sequence[Row], shares: Sequence[float]) -> None:
        self._console.print()
        Columns(headers, rows, shares, self._console.width).print(self._console, rows)

    def _overview(self) -> None:
        origin_of = origin_by_article(self._comparison.origins)
        rows = [
            (
                _text(f"{article.id} ({article.language})"),
                Text(_published(article)),
                Text(origin_of.get(article.id, "")),
                _text(article.title or "no headline"),
            )
            for article in self._articles.values()
        ]
        self._table(("article", "published", "origin", "headline"), rows, (0.3, 0.2, 0.1))
        for line in wording.copies(self._comparison):
            self._line(line)

    def _facts(self, title: str, facts: Sequence[Fact], empty: str = "") -> None:
        if not facts and not empty:
            return
        self._heading(title)
        if not facts:
            self._line(empty)
            return
        repeated = wording.told_already(facts, facts)
        shown = [fact for fact in facts if fact.id not in repeated]
        self._blocks([(fact, self._positions(fact)) for fact in shown])
        self._repeats(fact for fact in facts if fact.id in repeated)

    def _blocks(self, blocks: Sequence[tuple[Fact, Sequence[Row]]]) -> None:
        """Facts with their rows, all in the same columns."""
        rows = [row for _, block in blocks for row in block]
        columns = Columns(("value", "told by", "in these words"), rows, (0.24, 0.26), self._console.width - 2)
        for fact, block in blocks:
            self._console.print()
            self._head(fact)
            columns.print(self._console, block, header=False)

    def _head(self, fact: Fact) -> None:
        head = _text(f"{fact.id} {fact.label}", "bold")
        head.append(f"  [{fact.kind.value}; {wording.support(fact)}]", style="not bold dim")
        self._console.print(head)
        self._line(fact.reason, "italic")
        if fact.explanation:
            self._line(f"may be explained by: {fact.explanation}", "italic")

    def _positions(self, fact: Fact) -> list[Row]:
        return [
            row
            for number, position in enumerate(fact.positions)
            for row in self._rows(_value(fact, number), position.told)
        ]

    def _rows(self, value: str, told: Iterable[Told]) -> Iterable[Row]:
        """A row for each way a value is told, the value in the first one only."""
        for telling in wording.rows(wording.tellings(told), self._articles):
            words = _joined(_quoted(telling.words), _source(telling.source), by=" ")
            yield _text(value, "bold"), _joined(*map(_text, telling.places)), words
            value = ""

    def _repeats(self, facts: Iterable[Fact]) -> None:
        ids = [fact.id for fact in facts]
        if ids:
            self._console.print()
            self._line(f"Also {', '.join(ids)}: whole statements, in sentences quoted above.")

    def _agreements(self, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        self._heading("Agreements")
        everything = self._comparison.facts
        repeated = wording.told_already(facts, everything)
        unsure = {fact.id for fact in facts if sources.is_unsure(fact)}
        rows = [self._agreement(fact) for fact in facts if fact.id not in repeated | unsure]
        if rows:
            self._table(("value", "told by, in these words"), rows, (0.3,))
        self._repeats(fact for fact in facts if fact.id in repeated - unsure)
        self._perhaps(fact for fact in facts if fact.id in unsure)

    def _perhaps(self, facts: Iterable[Fact]) -> None:
        """Agreements that are too unsure for a row each: their places alone."""
        named = [f"{fact.id} ({', '.join(self._places(fact))})" for fact in facts]
        if named:
            self._console.print()
            self._line(f"Perhaps told alike, in other words: {'; '.join(named)}.")

    def _places(self, fact: Fact) -> list[str]:
        told = wording.tellings(sources.all_told(fact))
        return [wording.where(one, self._articles[one.article]) for one in told]

    def _agreement(self, fact: Fact) -> Row:
        value = "" if fact.kind in _SENTENCES else fact.positions[0].value
        first = _joined(_text(f"{fact.id} {value}", "bold"), _text(fact.label))
        told = wording.rows(wording.tellings(sources.all_told(fact)), self._articles, _BRIEF)
        lines = [_joined(_text(f"{', '.join(row.places)} "), _quoted(row.words), by=" ") for row in told]
        if fact.origins == 1:
            lines.append(_text("one origin: not confirmed independently", "italic"))
        return first, _joined(*lines)

    def _names(self, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        self._heading("Names told alike")
        rows = [(_text(f"{f.id} {f.positions[0].value}"), _text(self._forms(f))) for f in facts]
        self._table(("name", "as written"), rows, (0.35,))

    def _forms(self, fact: Fact) -> str:
        """The forms of a name, each with the places that write it so."""
        places: dict[str, list[str]] = {}
        for told in wording.tellings(sources.all_told(fact)):
            article = self._articles[told.article]
            places.setdefault(told.mention.span.of(article.text), []).append(wording.where(told, article))
        return "; ".join(f"“{form}” {', '.join(found)}" for form, found in places.items())

    def _sources(self) -> None:
        self._credits()
        self._unnamed()
        differing = sources.credited_differently(self._comparison)
        if differing:
            self._heading("The same on the word of different people")
            self._blocks(
                [(f, [r for p in f.positions for r in self._rows(p.value, p.told)]) for f in differing]
            )

    def _credits(self) -> None:
        credits = sources.credits(self._comparison)
        if not credits:
            return
        self._heading("Who is credited")
        last = ""
        rows: list[Row] = []
        for credit in credits:
            rows.append(
                (
                    _text("" if credit.article == last else credit.article),
                    Text(", ".join(map(str, credit.lines)), overflow="fold"),
                    Text(str(len(credit.facts) or "none")),
                    _text(wording.chain(credit.source, credit.via, named=credit.named)),
                )
            )
            last = credit.article
        self._table(("article", "lines", "facts", "source"), rows, (0.25, 0.25, 0.1))

    def _unnamed(self) -> None:
        told = sources.unnamed(self._comparison)
        if not told:
            return
        self._heading("Rests on unnamed sources alone")
        rows = [
            (_joined(*map(_text, row.places)), _joined(_quoted(row.words), _source(row.source), by=" "))
            for row in wording.rows(told, self._articles)
        ]
        self._table(("told by", "in these words"), rows, (0.3,))

    def _not_checked(self) -> None:
        notes = unchecked.notes(self._comparison)
        if notes:
            self._heading("Not checked")
            for note in notes:
                self._console.print(Padding(_text(note), (0, 0, 0, 2)))


def _value(fact: Fact, number: int) -> str:
    """What stands in the first column: the value, or a letter where the words themselves are the value."""
    if fact.kind in _SENTENCES:
        return "" if len(fact.positions) == 1 else chr(ord("A") + number % 26)
    return fact.positions[number].value


def _published(article: Article) -> str:
    return article.day.isoformat() if article.day else "no date"


def _extracted(console: Console, annotated: Annotated) -> None:
    article = annotated.article
    console.print()
    console.print(_text(f"{article.id} ({article.language}) {article.title or 'no headline'}", "bold"))
    known = [article.publisher or "no publisher", _published(article), *article.authors]
    console.print(_text("; ".join(known)))
    for note in article.notes:
        console.print(_text(note, "italic"))
    rows = [_statement(statement, article) for statement in annotated.statements]
    console.print()
    Columns(("line", "statement", "values"), rows, (0.1, 0.6), console.width).print(console, rows)


def _statement(statement: Statement, article: Article) -> Row:
    stance = "" if statement.stance.value == "asserted" else f"[{statement.stance.value}] "
    values = [
        _joined(
            _text(f"{mention.kind.value}:", "dim"),
            _text(mention.value.show()),
            by=" ",
        )
        for mention in statement.mentions
        if mention.kind in (Kind.QUANTITY, Kind.TIME, Kind.NAME)
    ]
    words = _text(f"{stance}{statement.sentence.span.of(article.text)}")
    said = _source(wording.credited(statement.attribution)) if statement.attribution else Text("")
    return (
        Text(str(places.line(article, statement.sentence.span.start))),
        _joined(words, said, by=" "),
        _joined(*values),
    )
