"""A length of time that doesn't fit the two times it lies between: "at four, three hours after the blast" at ten.

The event it is counted from is looked for in the whole article; where several times of it are told, one that
fits is enough. Hours are reckoned with all that "afternoon" and "about" leave open, days with one to spare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from factcheck.kinds.quantity import Measure
from factcheck.kinds.time import Time
from factcheck.languages import Language, Phrases, Token
from factcheck.model import Kind, Mention, Position, Stance, Statement, Told, Zone
from factcheck.within.deeds import Deed, named
from factcheck.within.story import MANY, Figure, Finding, Story

_DAY = 24 * 60
_NEAR = 3  # words at most between a time and the length that follows it
_EVENT = 4  # words in which the event is named
_STOPS = frozenset(".,;:?!()—–")
_MOST = 60  # days: what lies further back is told in round numbers

Window = tuple[int, int]  # minutes


@dataclass(frozen=True, slots=True)
class ElapsedWords:
    """The words of elapsed.toml."""

    after: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time told between a moment and an event: "Thursday afternoon, some 11 hours after the sinking"."""

    figure: Figure
    moment: Told
    events: frozenset[Deed]
    sign: int  # 1 where the moment is the later one

    @property
    def least(self) -> Decimal:
        """The unit, in seconds."""
        return self.figure.value.factor

    def minutes(self) -> Window | None:
        """How long it is, with one unit to spare on both sides; None where it has no end."""
        amount = self.figure.value.amount
        if amount.low is None or amount.high is None:
            return None
        return int((amount.low - self.least) / 60), int((amount.high + self.least) / 60)


def elapsed(story: Story) -> Iterator[Finding]:
    """Each length of time that fits none of the times its event is told at."""
    lengths = [length for figure in story.figures if (length := _length(story, figure))]
    if not lengths or len(lengths) > MANY:
        return
    known = _all_times(story)
    for length in lengths:
        found = _slip(length, [told for told, events in known if _is_of(length, told, events)])
        if found is not None:
            yield found


def _length(story: Story, figure: Figure) -> _Length | None:
    statement = figure.told.statement
    if figure.value.measure is not Measure.DURATION or statement.sentence.zone is not Zone.BODY:
        return None
    words = story.words(statement)
    moment = _moment(words, figure, statement)
    counted = _counted(words, figure, story.language(statement))
    if moment is None or counted is None:
        return None
    first, sign = counted
    hits = story.language(statement).concepts(_noun_phrase(words, first))
    events = named((f"c:{hit.meaning}" for hit in hits), story.retold.every)
    return _Length(figure, story.told(moment, statement), events, sign) if events else None


def _moment(words: Sequence[Token], figure: Figure, statement: Statement) -> Mention | None:
    """The time right before a length."""
    times = [
        m for m in statement.mentions if m.kind is Kind.TIME and m.span.end <= figure.told.mention.span.start
    ]
    if not times:
        return None
    last = times[-1]
    between = [w for w in words if last.span.end <= w.start < figure.told.mention.span.start]
    near = len(between) <= _NEAR and not any(w.text in _STOPS and w.text != "," for w in between)
    return last if near and _is_plain(last.value) else None


def _counted(words: list[Token], figure: Figure, language: Language) -> tuple[int, int] | None:
    """Where the event begins that a length is counted from, and on which side of it the moment lies."""
    at = next((i for i, w in enumerate(words) if w.start >= figure.told.mention.span.end), None)
    hit = _phrases(language).at(words, at) if at is not None else None
    return (hit.last, 1 if hit.meaning == "after" else -1) if hit else None


@cache
def _phrases(language: Language) -> Phrases:
    words = language.words("elapsed", ElapsedWords)
    return Phrases({"after": words.after, "before": words.before})


def _noun_phrase(words: list[Token], first: int) -> list[Token]:
    found: list[Token] = []
    for word in words[first : first + _EVENT]:
        if word.text in _STOPS:
            break
        found.append(word)
    return found


def _is_plain(value: object) -> bool:
    """Whether a time is one day, told without a bound."""
    return isinstance(value, Time) and bool(value.single) and value.bound is None and not value.ambiguous


def _all_times(story: Story) -> list[tuple[Told, frozenset[Deed]]]:
    """Every day at which something is told to have happened, and what."""
    found = [
        (story.told(mention, statement), named(mention.role.near, story.retold.every))
        for statement in story.statements
        if statement.stance is Stance.ASSERTED
        for mention in statement.mentions
        if _is_plain(mention.value)
    ]
    return [(told, events) for told, events in found if events]


def _is_of(length: _Length, told: Told, events: frozenset[Deed]) -> bool:
    """Whether a time is one of the event, and doesn't stand before the length in its sentence."""
    figure, mention = length.figure, told.mention
    leads = mention.sentence == figure.sentence and mention.span.start < figure.told.mention.span.end
    return not leads and bool(length.events & events)


def _slip(length: _Length, times: Sequence[Told]) -> Finding | None:
    """What is wrong, where the length reaches none of the times."""
    if not times:
        return None
    stands = [_stand(length, told) for told in times]
    if any(stand is None for stand in stands):
        return None
    return _finding(length, times)


def _stand(length: _Length, told: Told) -> bool | None:
    """True where a length can't reach a time; None where it can, or nobody can say."""
    moment, time, span = length.moment.mention.value, told.mention.value, length.minutes()
    if not isinstance(moment, Time) or not isinstance(time, Time) or span is None or moment.mismatch:
        return None
    if moment.zone != time.zone or span[1] > _MOST * _DAY:
        return None
    windows = [_window(each, length.least) for each in (moment, _as_weekday(time))]
    if windows[0] is None or windows[1] is None:
        return None
    later, earlier = windows if length.sign > 0 else reversed(windows)
    assert later and earlier
    return True if later[1] - earlier[0] < span[0] or later[0] - earlier[1] > span[1] else None


def _window(time: Time, unit: Decimal) -> Window | None:
    """The minutes a time may mean; None where it is told more roughly than the unit."""
    if time.single is None:
        return None
    start = time.single.toordinal() * _DAY
    hours = time.clock or time.hours
    if hours is None:
        return (start, start + _DAY) if unit >= _DAY * 60 else None
    return start + hours[0], start + hours[1]


def _as_weekday(time: Time) -> Time:
    """A time whose weekday isn't that of its date, by its weekday: the date is held against that elsewhere."""
    if not time.mismatch or time.single is None or time.weekday is None:
        return time
    day = _nearest(time.single, time.weekday)
    return replace(time, start=day, end=day, mismatch=False)


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead < 4 else ahead - 7)


def _finding(length: _Length, times: Sequence[Told]) -> Finding:
    moment, first = length.moment.mention.value.show(), times[0].mention.value
    shown = _as_weekday(first).show() if isinstance(first, Time) else first.show()
    same = [told for told in times if told.mention.value == first]
    side = "after" if length.sign > 0 else "before"
    value = length.figure.value.show()
    event = sorted(length.events)[0][0].replace("_", " ")
    return Finding(
        Kind.TIME,
        event,
        f"{moment} is not {value} {side} {shown}",
        (
            Position(f"{value} {side}, {moment}", (length.figure.told, length.moment)),
            Position(shown, tuple(same)),
        ),
        0.7,
    )
