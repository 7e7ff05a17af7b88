"""Within one article: what a careful sub-editor would ask about before anybody else has written a word.

A weekday that isn't that of its date, a headline's figure the body contradicts, parts that don't make their
total, one thing told twice with two figures. Each check would rather miss a slip than ask about a text that
is right: a headline's figure is left alone where the body has it anywhere, where it is the sum of several, or
where it is one more than the body's and may count somebody the body tells of without a number.

>>> from factcheck.annotate import annotate
>>> from factcheck.languages import Languages
>>> from factcheck.read import read_text
>>> text = "The bus to Port Alder carried 30 people: 12 men and 15 women, police said."
>>> known = Languages()
>>> [fact.reason for fact in within(annotate(read_text(text, "a.txt", "a", known), known), known)]
['12 and 15 make 27, not 30']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import combinations

from factcheck.kinds.name import is_inside
from factcheck.kinds.quantity import Bound, Measure, Quantity, judge
from factcheck.kinds.time import Time, weekday_slips
from factcheck.languages import Language, Languages, Phrases, Relations, Token, tokens
from factcheck.languages.calendar import calendar
from factcheck.model import (
    Annotated,
    Fact,
    Kind,
    Mention,
    Position,
    Role,
    Span,
    Stance,
    Statement,
    Told,
    Zone,
)
from factcheck.verdicts import Judgement, Verdict

__all__ = ["SumWords", "within"]

_LEAD = 4  # paragraphs that open a story and back its headline
_NEAR = 8  # words at most between a figure and what is said of it
_GENERIC = frozenset({"person", "victim", "resident"})  # words for people that tell nobody apart
_STATES = frozenset(
    {"casualty", "case_person_state", "damage_degree", "damage_kind", "damage_water", "damage_collapse"}
)  # exclusive groups of what becomes of people and things, by which they are counted
_OVERLAP = 0.6  # of the words of both clauses, for two of them to tell one thing
_SUMMED = 12  # figures of which sums are tried
_MANY = 40  # figures of one kind, or in one sentence: beyond that they are a table's
_FAR = Decimal("1.5")  # a slip in a headline is near: from this many times on, two counts count two things
_SLACK = 2  # parts beyond this many times their total, or less than that part of it, count something else


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


@dataclass(frozen=True, slots=True)
class _Finding:
    kind: Kind
    label: str
    reason: str
    positions: tuple[Position, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity where it is told."""

    told: Told
    value: Quantity

    @property
    def role(self) -> Role:
        return self.told.mention.role

    @property
    def sentence(self) -> int:
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


class _Story:
    """One article's figures and the words around them."""

    def __init__(self, annotated: Annotated, languages: Languages) -> None:
        self.article = annotated.article
        self.statements = annotated.statements
        self.relations = languages.relations
        self._languages = languages
        self.figures = [figure for statement in self.statements for figure in self._figures(statement)]
        self._rows: dict[int, list[_Figure]] = {}
        for figure in self.figures:
            self._rows.setdefault(figure.sentence, []).append(figure)
        body = sorted({s.sentence.paragraph for s in self.statements if s.sentence.zone is Zone.BODY})
        self._lead = body[:_LEAD]

    def _figures(self, statement: Statement) -> list[_Figure]:
        """The figures of a sentence; none of one that is a table by itself."""
        found = [
            _Figure(self.told(mention, statement), mention.value)
            for mention in statement.mentions
            if isinstance(mention.value, Quantity)
        ]
        return found if len(found) <= _MANY else []

    def told(self, mention: Mention, statement: Statement) -> Told:
        """A mention of this article."""
        return Told(self.article.id, mention, statement)

    def language(self, statement: Statement) -> Language:
        """The language of a statement."""
        return self._languages[statement.sentence.language]

    def words(self, statement: Statement) -> list[Token]:
        """All tokens of a statement."""
        return tokens(self.article.text, statement.sentence.span.start, statement.sentence.span.end)

    def row(self, sentence: int) -> list[_Figure]:
        """The figures of one sentence, in order."""
        return self._rows.get(sentence, [])

    def zone(self, zone: Zone) -> list[_Figure]:
        """The figures of one zone."""
        return [f for f in self.figures if f.told.statement.sentence.zone is zone]

    def leads(self, figure: _Figure) -> bool:
        """Whether a figure stands in the paragraphs that open the story."""
        return figure.told.statement.sentence.paragraph in self._lead

    def opens(self, figure: _Figure) -> bool:
        """Whether a figure stands in the first paragraph."""
        return figure.told.statement.sentence.paragraph in self._lead[:1]

    def says(self, figure: _Figure, meanings: frozenset[_Mark]) -> bool:
        """Whether a figure's sentence, or for others and parts its own stretch of it, holds such a phrase."""
        words = self.words(figure.told.statement)
        marks = _marks(self.language(figure.told.statement))
        return any(
            next(marks[meaning].find(self._stretch(figure, words) if meaning in _NEARBY else words), None)
            for meaning in meanings
        )

    def _stretch(self, figure: _Figure, words: list[Token]) -> list[Token]:
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
            next(_marks(self.language(s))[_Mark.OTHER].find(self.words(s)), None)
            for s in self.statements
            if s.sentence.zone is Zone.BODY and s.index not in apart_from and s.words & keys
        )


def within(annotated: Annotated, languages: Languages) -> tuple[Fact, ...]:
    """What doesn't fit inside one article: conflicts, numbered w1, w2… in reading order."""
    story = _Story(annotated, languages)
    found = [finding for check in _CHECKS for finding in check(story)]
    found.sort(key=lambda f: min(told.mention.span for p in f.positions for told in p.told))
    return tuple(_fact(finding, f"w{number}") for number, finding in enumerate(found, 1))


def _fact(finding: _Finding, id: str) -> Fact:
    return Fact(
        id=id,
        kind=finding.kind,
        verdict=Verdict.CONFLICT,
        label=finding.label,
        reason=finding.reason,
        positions=finding.positions,
        origins=1,
        confidence=finding.confidence,
    )


class _Mark(StrEnum):
    """What phrases of sums.toml say of the figures beside them."""

    OTHER = "other"
    AMONG = "among"
    EARLIER = "earlier"
    UPDATE = "update"


_NEARBY = frozenset({_Mark.OTHER, _Mark.AMONG})
_UNLIKE = frozenset({_Mark.OTHER, _Mark.AMONG, _Mark.EARLIER})
_CHANGING = frozenset(_Mark)


@cache
def _marks(language: Language) -> Mapping[_Mark, Phrases]:
    """The phrases of each meaning; kept apart, since one word may have several."""
    words = language.words("sums", SumWords)
    listed = {
        _Mark.OTHER: words.others,
        _Mark.AMONG: words.among,
        _Mark.EARLIER: words.earlier,
        _Mark.UPDATE: words.updates,
    }
    return {mark: Phrases({mark: phrases}) for mark, phrases in listed.items()}


@cache
def _lists(language: Language) -> Phrases:
    words = language.words("sums", SumWords)
    return Phrases({"wholly": words.wholly, "join": (*words.joins, "&"), "partly": words.partly})


# A weekday that isn't that of its date


def _weekdays(story: _Story) -> Iterator[_Finding]:
    """Every weekday that isn't that of its date, each pair of them once."""
    found: dict[tuple[date, int], list[Told]] = {}
    for statement in story.statements:
        for mention in weekday_slips(story.article, statement.mentions):
            value = mention.value
            if isinstance(value, Time) and value.single is not None and value.weekday is not None:
                found.setdefault((value.single, value.weekday), []).append(story.told(mention, statement))
    for (day, weekday), told in found.items():
        yield _weekday_slip(story, day, weekday, told)


def _weekday_slip(story: _Story, day: date, weekday: int, told: Sequence[Told]) -> _Finding:
    named, right = Time(weekday=weekday).show(), Time(weekday=day.weekday()).show()
    verb = "is" if story.article.day is not None and day > story.article.day else "was"
    shown = Time(day, day).show()
    return _Finding(
        Kind.TIME,
        "weekday",
        f"{shown} {verb} a {right}, not a {named}",
        (
            Position(named, tuple(_weekday_told(story, one, weekday) for one in told)),
            Position(f"{shown} (a {right})", tuple(told)),
        ),
        0.99,
    )


def _weekday_told(story: _Story, told: Told, weekday: int) -> Told:
    """The same telling, narrowed to the weekday's own word."""
    known = calendar(story.language(told.statement))
    span = told.mention.span
    for word in known.split(story.article.text, span.start, span.end):
        if known.weekday(word) == weekday:
            mention = replace(told.mention, span=Span(word.start, word.end), value=Time(weekday=weekday))
            return replace(told, mention=mention)
    return told


# A headline's figure that the body contradicts


def _headlines(story: _Story) -> Iterator[_Finding]:
    """Each exact figure of the headline that the opening contradicts and nothing in the body bears out."""
    body = story.zone(Zone.BODY)
    for title in story.zone(Zone.TITLE):
        if title.exact is None or not _plain(title) or story.says(title, _UNLIKE):
            continue
        others = [f for f in body if f.value.measure is title.value.measure]
        against = [f for f in others if story.leads(f) and _contradicts(story, title, f)]
        if against and not _borne_out(story, title, others, against):
            yield _headline(title, against)


def _headline(title: _Figure, against: Sequence[_Figure]) -> _Finding:
    shown, first = title.value.show(), against[0].value.show()
    same = [f.told for f in against if f.value.show() == first]
    return _Finding(
        Kind.QUANTITY,
        _label(title.role, against[0].role),
        f"the headline says {shown}, the body {first}",
        (Position(shown, (title.told,)), Position(first, tuple(same))),
        0.8,
    )


def _contradicts(story: _Story, title: _Figure, body: _Figure) -> bool:
    """Whether a figure of the body is of what the headline counts, and can't stand beside it."""
    if body.exact is None or not _plain(body) or body.told.statement.stance is not Stance.ASSERTED:
        return False
    if title.exact is None or not _is_near(title.exact, body.exact):
        return False
    if not _one_thing(title, body, story.relations):
        return False
    if not story.opens(body) and not _in_place(title.role, body.role):
        return False
    if story.says(body, _UNLIKE) or not _is_now(story, body.told.statement):
        return False
    return _conflict(title.value, body.value) is not None


def _borne_out(story: _Story, title: _Figure, body: Sequence[_Figure], against: Sequence[_Figure]) -> bool:
    """Whether the body has the headline's figure, or what it may be made of."""
    if any(_agrees(title.value, figure.value) for figure in body):
        return True
    states = _states(title.role, story.relations)
    if story.shares_out(states, frozenset(figure.sentence for figure in against)):
        return True
    numbers = _addends(story, states, body)
    number = title.exact or Decimal(0)
    if any(one + 1 == number for one in numbers):  # "killed four people, then himself" is five dead
        return True
    return any(sum(group) == number for size in (2, 3) for group in combinations(numbers, size))


def _addends(story: _Story, states: frozenset[str], body: Sequence[_Figure]) -> list[Decimal]:
    """Figures that may make up the headline's: in the same state, or told beside one, in no other state."""
    alike = [f for f in body if states & _states(f.role, story.relations)]
    sentences = {f.sentence for f in alike}
    beside = [f for f in body if f.sentence in sentences and not _states(f.role, story.relations)]
    counted = [f for f in (*alike, *beside) if not story.says(f, frozenset({_Mark.AMONG}))]
    return [f.exact for f in counted if f.exact is not None][:_SUMMED]


def _is_near(a: Decimal, b: Decimal) -> bool:
    """Whether one number may be a slip for the other: not far from it, or its digits in another order."""
    return max(a, b) < min(a, b) * _FAR or sorted(f"{a:f}") == sorted(f"{b:f}")


def _agrees(title: Quantity, body: Quantity) -> bool:
    """Whether a figure of the body bears a headline's out: vague words bear out nothing they don't say."""
    found = judge(title, body)
    if found is None or found.verdict is Verdict.CONFLICT:
        return False
    return found.verdict is Verdict.AGREE or body.bound is not Bound.VAGUE


def _is_now(story: _Story, statement: Statement) -> bool:
    """Whether a sentence names no day far from the article's own."""
    day = story.article.day
    values = [m.value for m in statement.mentions]
    days = [v.end for v in values if isinstance(v, Time) and v.end is not None]
    return day is None or all(abs((day - one).days) <= 31 for one in days)


def _in_place(title: Role, body: Role) -> bool:
    """Whether the body's figure is told of no narrower place than the headline's."""
    return all(any(is_inside(t, p) for t in title.places) for p in body.places)


# Parts that don't make their total


def _sums(story: _Story) -> Iterator[_Finding]:
    """Each total whose parts, told as all there is of it, make another number."""
    for statement in story.statements:
        figures = story.row(statement.index)
        if len(figures) > 2 and statement.sentence.zone in (Zone.BODY, Zone.TITLE):
            row = _Row(story, statement, figures)
            yield from (found for at in range(len(figures) - 2) if (found := row.sum_at(at)))


class _Row:
    """The figures of one sentence, and what stands between them."""

    def __init__(self, story: _Story, statement: Statement, figures: Sequence[_Figure]) -> None:
        self.figures = figures
        self._words = story.words(statement)
        self._lists = _lists(story.language(statement))
        self._relations = story.relations

    def sum_at(self, at: int) -> _Finding | None:
        """What is wrong with the total that is the figure at a place; None where nothing surely is."""
        total, parts = self.figures[at], self._parts(at)
        if len(parts) < 2 or not all(self._fits(total, part) for part in parts):
            return None
        whole, numbers = total.exact, [part.exact for part in parts if part.exact is not None]
        if whole is None or len(numbers) < len(parts) or sum(numbers) == whole:
            return None
        if not whole / _SLACK <= sum(numbers) <= whole * _SLACK:
            return None
        return _sum(total, parts, Decimal(sum(numbers)))

    def _parts(self, at: int) -> list[_Figure]:
        """The figures told as all that a total is made of: an opener, then a list that ends with "and"."""
        if not self._opens(at):
            return []
        parts = [self.figures[at + 1]]
        for place in range(at + 1, len(self.figures) - 1):
            between = self._between(place)
            kind = self._separator(between)
            if kind is None:
                return []
            parts.append(self.figures[place + 1])
            if kind == "join":
                return parts if self._ends(place + 1) else []
        return []

    def _between(self, at: int) -> list[Token]:
        """The tokens between a figure with its noun and the next figure."""
        start, stop = self.figures[at].end, self.figures[at + 1].told.mention.span.start
        return [w for w in self._words if start <= w.start < stop]

    def _meanings(self, words: list[Token]) -> list[tuple[int, str]]:
        """Where each phrase that matters ends, and what it means."""
        return [(hit.last, hit.meaning) for hit in self._lists.find(words)]

    def _opens(self, at: int) -> bool:
        """Whether a colon, or words such as "made up of", stand right before the figure after a total."""
        between = self._between(at)
        if not between or len(between) > _NEAR or any(w.text in ".;?!(" for w in between):
            return False
        found = self._meanings(between)
        if any(meaning != "wholly" for _, meaning in found):
            return False
        return between[-1].text == ":" or (len(between), "wholly") in found

    def _separator(self, between: list[Token]) -> str | None:
        """ "comma" or "join" where nothing but a noun and that stands between two parts."""
        found = self._meanings(between)
        if not between or len(between) > _NEAR or any(w.text in ".;:?!()—–" for w in between):
            return None
        commas = [i for i, w in enumerate(between) if w.text == ","]
        if found == [(len(between), "join")]:
            return "join"
        return "comma" if not found and commas == [len(between) - 1] else None

    def _ends(self, at: int) -> bool:
        """Whether the list surely ends with a part: nothing is joined to it before the clause is over."""
        if at + 1 < len(self.figures):
            return not self._meanings(self._between(at))
        return not self._meanings([w for w in self._words if w.start >= self.figures[at].end])

    def _fits(self, total: _Figure, part: _Figure) -> bool:
        """Whether a figure may be a part of a total."""
        measure = total.value.measure
        if part.exact is None or not _one_unit(total.value, part.value):
            return False
        if measure is not Measure.COUNT:
            return measure is Measure.MONEY
        whole, some = total.role.things, part.role.things
        if not any(self._relations.groups(thing) for thing in whole) or not some:
            return True
        related = any(self._relations.related(a, b) for a in whole for b in some)
        return related or bool(_people(whole, self._relations) and _people(some, self._relations))


def _sum(total: _Figure, parts: Sequence[_Figure], made: Decimal) -> _Finding:
    shown = [part.value.show() for part in parts]
    listed = f"{', '.join(shown[:-1])} and {shown[-1]}"
    whole, result = total.value.show(), replace(total.value, stated=(made,)).show()
    return _Finding(
        Kind.QUANTITY,
        _label(total.role, total.role),
        f"{listed} make {result}, not {whole}",
        (
            Position(whole, (total.told,)),
            Position(f"{result} ({' + '.join(shown)})", tuple(part.told for part in parts)),
        ),
        0.85,
    )


# The same thing told twice differently


def _twice(story: _Story) -> Iterator[_Finding]:
    """Two sentences of the body that tell one thing in much the same words with two figures."""
    kinds: dict[tuple[Measure, frozenset[str]], list[_Figure]] = {}
    for figure in story.zone(Zone.BODY):
        if figure.exact is not None and _plain(figure):
            states = _states(figure.role, story.relations)
            kinds.setdefault((figure.value.measure, states), []).append(figure)
    for alike in kinds.values():
        if len(alike) <= _MANY:
            yield from _differing(story, alike)


def _differing(story: _Story, alike: Sequence[_Figure]) -> Iterator[_Finding]:
    for a, b in combinations(alike, 2):
        if a.sentence == b.sentence or not _retold(a, b, story.relations):
            continue
        if _is_sole(story, a) and _is_sole(story, b) and _conflict(a.value, b.value):
            yield _told_twice(a, b)


def _told_twice(a: _Figure, b: _Figure) -> _Finding:
    x, y = a.value.show(), b.value.show()
    return _Finding(
        Kind.QUANTITY,
        _label(a.role, b.role),
        f"told as {x}, then as {y}",
        (Position(x, (a.told,)), Position(y, (b.told,))),
        0.6,
    )


def _is_sole(story: _Story, figure: _Figure) -> bool:
    """Whether a sentence asserts its figure plainly: no others, no update, no plan."""
    statement = figure.told.statement
    return statement.stance is Stance.ASSERTED and not story.says(figure, _CHANGING)


def _retold(a: _Figure, b: _Figure, relations: Relations) -> bool:
    """Whether two figures are of one thing beyond doubt."""
    x, y = a.role, b.role
    if not _one_thing(a, b, relations) or (x.places, x.persons, x.years) != (y.places, y.persons, y.years):
        return False
    if _sources(a) != _sources(b) or _days(a) != _days(b):
        return False
    return len(x.words & y.words) >= _OVERLAP * len(x.words | y.words)


def _sources(figure: _Figure) -> frozenset[str | None]:
    return frozenset(credit.source for credit in figure.told.statement.attribution)


def _days(figure: _Figure) -> frozenset[str]:
    return frozenset(m.value.show() for m in figure.told.statement.mentions if m.kind is Kind.TIME)


# What the checks share


def _plain(figure: _Figure) -> bool:
    """Whether a figure is of the story's own event and time, and whole."""
    role = figure.role
    return not (role.part or role.background or role.planned or role.before) and figure.value.total is None


def _one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are measured alike; a bare count may be of anything."""
    bare = a.measure is Measure.COUNT and not (a.unit and b.unit)
    return a.measure is b.measure and (bare or a.unit == b.unit)


def _one_thing(a: _Figure, b: _Figure, relations: Relations) -> bool:
    """Whether two figures count the same things in the same state: "18 dead", "killed 16 people"."""
    x, y = a.role, b.role
    if not _one_unit(a.value, b.value):
        return False
    if relations.exclude(x.things, y.things) or relations.exclude(x.events, y.events):
        return False
    if a.value.measure is Measure.MAGNITUDE:
        return not _is_narrower(x.events, y.events, relations)
    states = _states(x, relations)
    if a.value.measure is not Measure.COUNT or not states or states != _states(y, relations):
        return False
    return _same_things(x, y, relations)


def _same_things(x: Role, y: Role, relations: Relations) -> bool:
    """Whether the counted things are the same, or people of no particular sort on both sides."""
    if not (_may_be_people(x, relations) and _may_be_people(y, relations)):
        return bool(x.things) and x.things == y.things
    return _people(x.things, relations) - _GENERIC == _people(y.things, relations) - _GENERIC


def _states(role: Role, relations: Relations) -> frozenset[str]:
    """What has become of the counted: "death", "injury", "flooded"."""
    return frozenset(event for event in role.events if relations.groups(event) & _STATES)


def _people(things: frozenset[str], relations: Relations) -> frozenset[str]:
    return frozenset(thing for thing in things if "person" in relations.broader(thing))


def _may_be_people(role: Role, relations: Relations) -> bool:
    """Whether people are counted, or nothing else is named."""
    if _people(role.things, relations):
        return True
    return not any(relations.groups(thing) for thing in role.things - _states(role, relations))


def _is_narrower(a: frozenset[str], b: frozenset[str], relations: Relations) -> bool:
    """Whether an event of one side is a kind of one of the other: an aftershock beside the earthquake."""
    return any(x != y and relations.related(x, y) for x in a for y in b)


def _conflict(a: Quantity, b: Quantity) -> Judgement | None:
    """The judgement, where no amount is allowed by both."""
    found = judge(a, b)
    if found is None or found.verdict is not Verdict.CONFLICT or a.amount.meets(b.amount):
        return None
    return found


def _label(a: Role, b: Role) -> str:
    """What both figures are of, in a few words."""
    things = a.things & b.things
    names = (*sorted(things), *sorted((a.events & b.events) - things))
    return ", ".join(name.replace("_", " ") for name in names[:4]) or Kind.QUANTITY.value


_CHECKS: Sequence[Callable[[_Story], Iterable[_Finding]]] = (_weekdays, _headlines, _sums, _twice)
