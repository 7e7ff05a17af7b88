"""The shapes of the machine-readable reports: what scripts rely on within a schema version.

`as_json` fills them, `schema` writes their JSON Schema, a type checker holds the two together.
A field's note is its description in the schema.
"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from factcheck.model import Kind, Stance, Zone
from factcheck.verdicts import Verdict

Start = Annotated[int, "offset of the first character in the article's text, in Unicode code points"]
End = Annotated[int, "offset behind the last character"]
Line = Annotated[int, "line in the article's text, from 1"]
Column = Annotated[int, "column in that line, from 1"]
Words = Annotated[str, "the words as they stand in the article: text[start:end]"]
Published = Annotated[str | None, "ISO date, with a time where the article gives one"]
ArticleId = Annotated[str, "the id of an entry in articles"]


class Attribution(TypedDict):
    """Who is credited with a statement."""

    source: Annotated[str | None, "the fullest name the article gives the source"]
    via: Annotated[str | None, "who passed it on"]
    cue: Annotated[str, "the words that credit"]
    quoted: Annotated[bool, "whether words of the source are quoted"]
    named: Annotated[bool, "false for a source the article does not name"]
    cue_start: Start
    cue_end: End


class QuantityValue(TypedDict):
    """An amount: the numbers as written, scaled, and the range they allow."""

    stated: Annotated[list[float], "the numbers as written, scaled; empty for a vague amount"]
    low: Annotated[float | None, "the least amount allowed; null where open"]
    high: Annotated[float | None, "the greatest amount allowed; null where open"]
    unit: Annotated[str | None, "the unit's name"]
    of: Annotated[str | None, "the words for what is counted"]
    approximate: bool


class TimeValue(TypedDict):
    """A time: the days it spans, and how finely it is told."""

    start: Annotated[str | None, "ISO day; null where the time can't be anchored"]
    end: Annotated[str | None, "ISO day, included"]
    granularity: str
    hour: NotRequired[Annotated[str, "time of day, or a range of them"]]
    daypart: NotRequired[str]
    zone: NotRequired[Annotated[str, "offset from UTC"]]
    weekday: NotRequired[str]
    edge: NotRequired[str]
    bound: NotRequired[str]
    mismatch: NotRequired[Annotated[bool, "true where the weekday is not that of the date"]]
    other: NotRequired[Annotated[str, "the other day a date of two small numbers can mean"]]


class NameValue(TypedDict):
    """A name: the id its forms share, and what it names."""

    id: str
    type: str


class Value(TypedDict):
    """A value where it stands in a statement."""

    kind: Kind
    start: Start
    end: End
    text: Words
    value: QuantityValue | TimeValue | NameValue


class Statement(TypedDict):
    """A sentence of an article's story."""

    start: Start
    end: End
    line: Line
    column: Column
    text: Words
    zone: Zone
    language: str
    stance: Stance
    attribution: Annotated[list[Attribution], "empty where the outlet itself speaks"]
    values: list[Value]


class Boilerplate(TypedDict):
    """A stretch of the text that is not the story."""

    start: Start
    end: End
    reason: str


class ReadArticle(TypedDict):
    """An article with all that was read out of it."""

    id: str
    path: str
    language: str
    title: str | None
    publisher: str | None
    authors: list[str]
    published: Published
    place: str | None
    sha256: Annotated[str, "of the file's bytes"]
    boilerplate: list[Boilerplate]
    statements: list[Statement]
    notes: Annotated[list[str], "what was not read, and why"]


class Extract(TypedDict):
    """The report of `factcheck extract --format json`."""

    schema_version: int
    articles: list[ReadArticle]


class Article(TypedDict):
    """An article of a comparison."""

    id: str
    path: str
    language: str
    title: str | None
    publisher: str | None
    published: Published
    origin: Annotated[str, "the id of an entry in origins"]


class Origin(TypedDict):
    """Articles that come from the same text."""

    id: str
    articles: list[ArticleId]
    shared: Annotated[float, "part of the shortest article's text found in another; 1 for a single article"]


class Mention(TypedDict):
    """A value of a fact where one article tells it."""

    article: ArticleId
    text: Words
    start: Start
    end: End
    line: Line
    column: Column
    sentence: str
    sentence_start: Start
    sentence_end: End
    zone: Zone
    attribution: Annotated[list[Attribution], "empty where the outlet itself speaks"]
    stance: Stance


class Position(TypedDict):
    """One value of a fact, and everywhere it is told."""

    value: str
    mentions: list[Mention]


class Fact(TypedDict):
    """One thing with every position the articles take on it."""

    id: str
    kind: Kind
    verdict: Verdict
    label: str
    reason: Annotated[str, "the verdict's reason in plain words"]
    explanation: Annotated[str | None, "what may explain a conflict, where the texts show it"]
    origins: Annotated[int, "how many origins stand behind it"]
    confidence: Annotated[float, "how surely the positions are about one thing, 0 to 1"]
    positions: list[Position]


class Source(TypedDict):
    """A source as one article credits it."""

    article: ArticleId
    source: str
    via: str | None
    named: Annotated[bool, "false for a source the article does not name"]
    lines: Annotated[list[int], "where it is credited"]
    facts: Annotated[list[str], "ids of the facts that rest on it"]


class Summary(TypedDict):
    """How many facts each verdict has."""

    agree: int
    compatible: int
    conflict: int


class Report(TypedDict):
    """The report of `factcheck compare --format json` and `factcheck review --format json`."""

    schema_version: int
    articles: list[Article]
    origins: list[Origin]
    facts: Annotated[list[Fact], "conflicts first"]
    within: Annotated[list[Fact], "discrepancies inside one article"]
    sources: Annotated[list[Source], "who is credited in which article"]
    unnamed: Annotated[list[Mention], "statements that rest on unnamed sources alone"]
    credited_differently: Annotated[list[Fact], "the same told by different people"]
    notes: Annotated[list[str], "what was not checked, and why"]
    summary: Summary
