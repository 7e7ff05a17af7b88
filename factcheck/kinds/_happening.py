"""Happening: what a clause says has happened, or has not: "charged on Saturday", "no charges had been filed".

A clause with a word of denial tells what has not happened; one without tells what has. A clause that asks,
supposes, plans or commands tells neither and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from factcheck.languages import Hit, Language, Phrases, Token
from factcheck.model import Span
from factcheck.verdicts import Judgement, Rung, Verdict, climb


class Course(StrEnum):
    """Whether something has happened."""

    DONE = "done"
    NOT_DONE = "not done"


class Cue(StrEnum):
    """What a phrase of happening.toml tells of its clause."""

    NOT_YET = "not_yet"
    NEVER = "never"
    NONE = "none"
    NOT = "not"
    LACKING = "lacking"  # "without"
    HABIT = "habit"  # of habits as often as of events
    DENIED = "denied"  # somebody says that it has not happened
    UNTIL = "until"  # ends a denial: what was not done until then has been done
    DONE = "done"
    OPEN = "open"  # neither done nor not done: planned, possible, supposed, asked
    IDLE = "idle"  # holds a word of denial and denies nothing


_AFTER, _BEFORE = 5, 3  # events of a denial: keys after the cue and before it
_SHOWN, _LONGEST = 2, 7  # what is shown of them: keys, tokens
_SHORTEST = 5  # letters of a word without the affixes of a verb
_GAP = 2  # tokens from "has" to its verb
_DENYING = frozenset({Cue.NOT_YET, Cue.NEVER, Cue.NONE, Cue.NOT, Cue.LACKING, Cue.HABIT, Cue.DENIED})


@dataclass(frozen=True, slots=True)
class VerbWords:
    """How a verb that tells what has happened looks."""

    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    words: tuple[str, ...]

    def fit(self, key: str) -> bool:
        """Whether a plain word looks like one."""
        return key in self.words or (len(key) > _SHORTEST and self._affixed(key))

    def _affixed(self, key: str) -> bool:
        return key.startswith(self.prefixes) or key.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class HappeningWords:
    """The words of happening.toml: cue = its phrases, and the looks of verbs."""

    cues: Mapping[str, tuple[str, ...]]
    verbs: VerbWords


@dataclass(frozen=True, slots=True)
class Event:
    """A key that a clause may be about, with its words."""

    key: str
    span: Span
    verb: bool = False  # whether it looks like a verb


@dataclass(frozen=True, slots=True)
class Happening:
    """What a clause tells: done or not, by which cue (None for a plain verb), and the events it may be about."""

    course: Course
    cue: Cue | None
    text: str
    span: Span
    events: tuple[Event, ...]  # of a denial: those denied, the nearest first, then those before the cue
    denied: int = 0  # how many of them stand after the cue
    keys: tuple[str, ...] = ()  # all keys of the clause, in order

    def show(self) -> str:
        """The course with its words."""
        return f"{self.course.value} ({self.text})"

    def to_json(self) -> dict[str, object]:
        """The course by name."""
        return {"standing": self.course.value}

    @property
    def denies(self) -> bool:
        """Whether it has not happened."""
        return self.course is Course.NOT_DONE


@cache
def _verbs(language: Language) -> VerbWords:
    return language.words("happening", HappeningWords).verbs


@cache
def _phrases(language: Language) -> Phrases:
    words = language.words("happening", HappeningWords)
    return Phrases({Cue(name): phrases for name, phrases in words.cues.items()})


def cues(words: list[Token], language: Language) -> list[Hit]:
    """The cues among the tokens, left to right."""
    return list(_phrases(language).find(words))


def denial(found: Iterable[Hit]) -> Hit | None:
    """The first cue that denies, unless another ends the denial."""
    at = [hit for hit in found if hit.meaning in _DENYING or hit.meaning is Cue.UNTIL]
    return None if any(hit.meaning is Cue.UNTIL for hit in at) else next(iter(at), None)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause laid open: its text and words, its cues and the places of its keys."""

    text: str
    words: Sequence[Token]
    cues: Sequence[Hit]
    keys: Sequence[Hit]
    language: Language
    opened: bool = False  # what follows it is left open: "the council | will meet"

    def tell(self) -> Happening | None:
        """What the clause tells; None where it names no event."""
        cue = denial(self.cues)
        return self._denied(cue) if cue else self._done()

    def _denied(self, cue: Hit) -> Happening | None:
        after = [key for key in self._events if key.first >= cue.last][:_AFTER]
        before = [key for key in reversed(self._events) if key.last <= cue.first][:_BEFORE]
        if not after and not before:
            return None
        last = max((key.last for key in after[:_SHOWN] if key.last - cue.first <= _LONGEST), default=cue.last)
        span = self._span(cue.first, last)
        events = tuple(self._event(key) for key in (*after, *before))
        return Happening(
            Course.NOT_DONE, Cue(cue.meaning), span.of(self.text), span, events, len(after), self._meanings
        )

    def _done(self) -> Happening | None:
        cue = next((hit for hit in self.cues if hit.meaning is Cue.DONE), None)
        events = tuple(self._event(key, cue) for key in self._events)
        if not events or (self.opened and not any(event.verb for event in events)):
            return None
        span = self._span(self.keys[0].first, self.keys[-1].last)
        return Happening(
            Course.DONE, Cue.DONE if cue else None, span.of(self.text), span, events, keys=self._meanings
        )

    @property
    def _events(self) -> list[Hit]:
        """The keys that are no names."""
        return [key for key in self.keys if not key.meaning.startswith("n:")]

    @property
    def _meanings(self) -> tuple[str, ...]:
        return tuple(key.meaning for key in self.keys)

    def _event(self, key: Hit, cue: Hit | None = None) -> Event:
        """A key with its words, and with the cue right before them."""
        marked = cue is not None and 0 <= key.first - cue.last < _GAP
        first = cue.first if cue and marked else key.first
        fits = _verbs(self.language).fit
        verb = marked or any(fits(word.key) for word in self.words[key.first : key.last])
        return Event(key.meaning, self._span(first, key.last), verb)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last - 1].end)


def narrowed(of: Happening, event: Event, text: str) -> Happening:
    """An assertion as one about a single event of its clause."""
    return replace(of, events=(event,), span=event.span, text=event.span.of(text))


LADDER: tuple[Rung[Happening], ...] = (
    Rung(
        Verdict.CONFLICT,
        "one says that it has happened, the other that it has not",
        lambda a, b: a.course is not b.course,
    ),
    Rung(Verdict.AGREE, "both say that it has not happened", lambda a, b: a.denies),
    Rung(Verdict.AGREE, "both say that it has happened", lambda a, b: True),
)


def judge(a: Happening, b: Happening) -> Judgement | None:
    """How two happenings stand to each other."""
    return climb(LADDER, a, b, Happening.show)
