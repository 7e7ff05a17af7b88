"""The values that run through the corridor: frozen, typed, and never without their place in the text.

Every span is into `Article.text`, which is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from factcheck.verdicts import Verdict


class Kind(StrEnum):
    """The kinds of fact."""

    QUANTITY = "quantity"
    TIME = "time"
    NAME = "name"
    STANCE = "stance"
    QUOTE = "quote"
    STATEMENT = "statement"


class Stance(StrEnum):
    """The standing a statement gives to what it tells."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    POSSIBLE = "possible"
    PLANNED = "planned"


class Zone(StrEnum):
    """What part of a page a stretch of text belongs to."""

    TITLE = "title"
    BYLINE = "byline"
    PUBLISHED = "published"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """The same stretch without blanks at its ends."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is not the story, and why: "menu", "teaser", "share"…"""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or headline, caption, dated heading) of an article."""

    span: Span
    zone: Zone
    paragraph: int  # sentences with one number stand in one paragraph; numbers rise down the page
    language: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: its text, what is known of it, and the sentences of its story in order.

    `sentences` holds title, captions and body; bylines, dates and boilerplate are left out.
    """

    id: str
    path: str
    text: str
    sha256: str
    language: str
    sentences: tuple[Sentence, ...]
    boilerplate: tuple[Boilerplate, ...] = ()
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    place: str | None = None
    credits: tuple[str, ...] = ()  # agencies credited for the whole article ("(AFP)", "- Bernama")
    notes: tuple[str, ...] = ()  # what was not read, and why

    @property
    def day(self) -> date | None:
        """The day of publication, on which relative times hang."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset."""
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before


class Value(Protocol):
    """What a mention says, normalised. Each kind of fact has its own class."""

    def show(self) -> str:
        """The value in words a reader understands."""

    def to_json(self) -> dict[str, object]:
        """The value as the contract writes it."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a value is a value of, as far as clause, sentence, paragraph and headline tell.

    All are sets of language-neutral concept names or of name ids; an empty one is open.
    """

    things: frozenset[str] = frozenset()  # what is counted or measured
    nouns: frozenset[str] = frozenset()  # the stems of the counted noun
    events: frozenset[str] = frozenset()  # what happened or is the case, from the nearest clause
    places: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()  # but for those who are credited
    bodies: frozenset[str] = frozenset()  # organisations near the value, but for those who are credited
    years: frozenset[int] = frozenset()  # other years the clause speaks of
    words: frozenset[str] = frozenset()  # all content words of the clause, stemmed or as concepts
    after: frozenset[str] = frozenset()  # the few keys right after the mention
    old: bool = False  # the clause is dated, and long before the article's day
    near: frozenset[str] = frozenset()  # the few of them that stand nearest to the value
    beside: frozenset[str] = frozenset()  # the nearest two
    opening: frozenset[str] = frozenset()  # the first of the clause, where it stands before the value
    context: frozenset[str] = frozenset()  # the same for the sentence
    part: bool = False  # of a total: "of whom three children"
    background: bool = False  # about another time than the story's
    planned: bool = False
    speakers: frozenset[str] = frozenset()  # words of who speaks then, where a time is that of speaking
    target: bool = False  # aimed at or allowed, not reached
    before: bool = False  # the value before a change: "to 5 from 6"
    order: int = 0  # the place among the values of its sentence
    frame: str = ""  # what the small word right before it says: "after", "for", "from"


@dataclass(frozen=True, slots=True)
class Mention:
    """One value where it stands in one article. `sentence` is an index into `Article.sentences`."""

    kind: Kind
    span: Span
    value: Value
    sentence: int
    role: Role = Role()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is credited. `source` is the fullest name the article gives; `via` who passed it on."""

    source: str | None
    via: str | None
    cue: str
    quoted: bool
    span: Span  # the cue's words
    named: bool = True  # False for "a police officer who asked not to be named"
    passages: tuple[Span, ...] = ()  # quotations of this source in the sentence


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with what it says, how firmly, and by whom."""

    index: int  # into Article.sentences
    sentence: Sentence
    stance: Stance = Stance.ASSERTED
    attribution: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    words: frozenset[str] = frozenset()  # content words, stemmed, and concepts
    gist: Mention | None = None  # the sentence as a whole, of kind STATEMENT
    happenings: tuple[Mention, ...] = ()  # what each clause tells of as done or not done, of kind STANCE


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its statements, in order."""

    article: Article
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the article and statement it stands in."""

    article: str  # id
    mention: Mention
    statement: Statement


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing, and all that the articles say of it."""

    kind: Kind
    told: tuple[Told, ...]
    likeness: float  # 0..1: how surely these speak of one thing
    label: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One value of a fact, and everywhere it is told."""

    value: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing with every position the articles take on it."""

    id: str
    kind: Kind
    verdict: Verdict
    label: str
    reason: str
    positions: tuple[Position, ...]
    origins: int
    confidence: float
    explanation: str | None = None  # what may explain a conflict, where the texts show it


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that come from the same text."""

    id: str
    articles: tuple[str, ...]
    shared: float  # of the shortest one's body text, found in another; 1.0 for a single article


def origin_by_article(origins: Iterable[Origin]) -> dict[str, str]:
    """The id of each article's origin, by the article's."""
    return {article: origin.id for origin in origins for article in origin.articles}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What laying the articles side by side has shown."""

    articles: tuple[Annotated, ...]
    origins: tuple[Origin, ...]
    facts: tuple[Fact, ...]
    within: tuple[Fact, ...] = ()  # discrepancies inside one article
    notes: tuple[str, ...] = field(default=())  # what was not checked, and why
