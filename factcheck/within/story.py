"""One article's figures and the words around them: what all checks look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from factcheck.kinds.quantity import Bound, Quantity
from factcheck.languages import Language, Languages, Phrases, Token, tokens
from factcheck.model import Annotated, Kind, Mention, Position, Role, Statement, Told, Zone
from factcheck.verdicts import Verdict
from factcheck.within.deeds import retold

_LEAD = 4  # paragraphs that open a story and back its headline
MANY = 40  # figures of one kind, or in one sentence: beyond that they are a table's


@dataclass(frozen=True, slots=True)
class SumWords:
    """The words of sums.toml."""

    wholly: tuple[str, ...]  # what follows is all of it: "made up of"
    joins: tuple[str, ...]  # before the last part: "and"
    partly: tuple[str, ...]  # what follows is not all of it: "including"
    others: tuple[str, ...]  # the figure is of others than those told of before: "another"
    among: tuple[str, ...]  # the figure is some of those told of before: "the last two"
    earlier: tuple[str, ...]  # the figure no longer holds, or not yet: "initially", "feared"
    updates: tuple[str, ...]  # the figure holds for its hour, in a count that goes on: "so far"
    moved: tuple[str, ...]  # by how much something has changed follows: "rose", "by"
    left: tuple[str, ...]  # all that is left of a total follows: "the remaining"
    became: tuple[str, ...]  # what something has become follows: "to"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found, before it is numbered."""

    kind: Kind
    label: str
    reason: str
    positions: tuple[Position, ...]
    confidence: float
    verdict: Verdict = Verdict.CONFLICT


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity where it is told."""

    told: Told
    value: Quantity

    @property
    def role(self) -> Role:
        """What it is a figure of."""
        return self.told.mention.role

    @property
    def sentence(self) -> int:
        """The index of its sentence."""
        return self.told.statement.index

    @property
    def exact(self) -> Decimal | None:
        """The number, where it is one and stands as it is."""
        plain = self.value.bound is Bound.EXACT and not self.value.approximate and len(self.value.stated) == 1
        return self.value.stated[0] if plain and self.value.amount.is_point else None

    @property
    def end(self) -> int:
        """Where number and counted noun end."""
        noun = self.value.of_span
        return max(self.told.mention.span.end, noun.end if noun else 0)


class Mark(StrEnum):
    """What phrases of sums.toml say of the figures beside them."""

    OTHER = "other"
    AMONG = "among"
    EARLIER = "earlier"
    UPDATE = "update"


NEARBY = frozenset({Mark.OTHER, Mark.AMONG})
UNLIKE = frozenset({Mark.OTHER, Mark.AMONG, Mark.EARLIER})
CHANGING = frozenset(Mark)


@cache
def marks(language: Language) -> Mapping[Mark, Phrases]:
    """The phrases of each meaning; kept apart, since one word may have several."""
    words = language.words("sums", SumWords)
    listed = {
        Mark.OTHER: words.others,
        Mark.AMONG: words.among,
        Mark.EARLIER: words.earlier,
        Mark.UPDATE: words.updates,
    }
    return {mark: Phrases({mark: phrases}) for mark, phrases in listed.items()}


@cache
def lists(language: Language) -> Phrases:
    """The phrases that open, join and break off a list of parts."""
    words = language.words("sums", SumWords)
    return Phrases({"wholly": words.wholly, "join": (*words.joins, "&"), "partly": words.partly})


def right_before(phrases: Phrases, words: list[Token], figure: Figure) -> str | None:
    """What the phrase right before a figure means, one of two words at most."""
    before = [w for w in words if w.start < figure.told.mention.span.start][-2:]
    return next((hit.meaning for hit in phrases.find(before) if hit.last == len(before)), None)


@cache
def left(language: Language) -> Phrases:
    """What stands before all that is left of a total."""
    return Phrases({"left": language.words("sums", SumWords).left})


class Story:
    """One article's figures and the words around them."""

    def __init__(self, annotated: Annotated, languages: Languages) -> None:
        self.article = annotated.article
        self.statements = annotated.statements
        self.relations = languages.relations
        self.retold = retold(languages)
        self._languages = languages
        self.figures = [figure for statement in self.statements for figure in self._figures(statement)]
        self._rows: dict[int, list[Figure]] = {}
        for figure in self.figures:
            self._rows.setdefault(figure.sentence, []).append(figure)
        body = sorted({s.sentence.paragraph for s in self.statements if s.sentence.zone is Zone.BODY})
        self._lead = body[:_LEAD]

    def _figures(self, statement: Statement) -> list[Figure]:
        """The figures of a sentence; none of one that is a table by itself."""
        found = [
            Figure(self.told(mention, statement), mention.value)
            for mention in statement.mentions
            if isinstance(mention.value, Quantity)
        ]
        return found if len(found) <= MANY else []

    def told(self, mention: Mention, statement: Statement) -> Told:
        """A mention of this article."""
        return Told(self.article.id, mention, statement)

    def language(self, statement: Statement) -> Language:
        """The language of a statement."""
        return self._languages[statement.sentence.language]

    def words(self, statement: Statement) -> list[Token]:
        """All tokens of a statement."""
        return tokens(self.article.text, statement.sentence.span.start, statement.sentence.span.end)

    def row(self, sentence: int) -> list[Figure]:
        """The figures of one sentence, in order."""
        return self._rows.get(sentence, [])

    def zone(self, zone: Zone) -> list[Figure]:
        """The figures of one zone."""
        return [f for f in self.figures if f.told.statement.sentence.zone is zone]

    def leads(self, figure: Figure) -> bool:
        """Whether a figure stands in the paragraphs that open the story."""
        return figure.told.statement.sentence.paragraph in self._lead

    def opens(self, figure: Figure) -> bool:
        """Whether a figure stands in the first paragraph."""
        return figure.told.statement.sentence.paragraph in self._lead[:1]

    def says(self, figure: Figure, meanings: frozenset[Mark]) -> bool:
        """Whether a figure's sentence, or for others and parts its own stretch of it, holds such a phrase."""
        words = self.words(figure.told.statement)
        known = marks(self.language(figure.told.statement))
        return any(
            next(known[meaning].find(self._stretch(figure, words) if meaning in NEARBY else words), None)
            for meaning in meanings
        )

    def _stretch(self, figure: Figure, words: list[Token]) -> list[Token]:
        """The tokens from the figure before to the figure after."""
        row = self.row(figure.sentence)
        at = row.index(figure)
        start = row[at - 1].told.mention.span.end if at else 0
        stop = row[at + 1].told.mention.span.start if at + 1 < len(row) else len(self.article.text)
        return [word for word in words if start <= word.start < stop]

    def shares_out(self, states: frozenset[str], apart_from: frozenset[int]) -> bool:
        """Whether another sentence of the body tells of others in one of the states."""
        keys = {f"c:{state}" for state in states}
        return any(
            next(marks(self.language(s))[Mark.OTHER].find(self.words(s)), None)
            for s in self.statements
            if s.sentence.zone is Zone.BODY and s.index not in apart_from and s.words & keys
        )
