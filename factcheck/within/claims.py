"""A headline that says more than the article's opening, or sends somebody elsewhere.

"Will send" over "may send", "to Russia" over "to Ukraine": only where the same named subject does the same deed
with the same thing, and nothing further down bears the headline out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.kinds.name import Name, NameType, is_inside
from factcheck.kinds.stance import Standing, Standpoint
from factcheck.languages import Hit, Language, Phrases, Token
from factcheck.model import Kind, Mention, Position, Span, Stance, Statement, Told, Zone
from factcheck.verdicts import Verdict
from factcheck.within.story import Finding, Story

_ACT = 8  # words in which deed and thing are named
_VERB = 2  # words at most between what leaves it open and the deed
_SUBJECT = 5  # words at most between the subject and the deed
_SHARED = 2  # concepts that make it the same deed with the same thing
_BREAKS = frozenset(",;—–")
_STOPS = frozenset(",;:—–?!()")


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The words of headline.toml."""

    open: tuple[str, ...]  # leaves open whether it is so: "may"
    hedged: tuple[str, ...]  # somebody else says so, or the headline only asks
    toward: tuple[str, ...]  # a place right after it is where something goes: "to"


@cache
def _phrases(language: Language) -> tuple[Phrases, Phrases, Phrases]:
    words = language.words("headline", HeadlineWords)
    return Phrases({"open": words.open}), Phrases({"hedged": words.hedged}), Phrases({"toward": words.toward})


class _Line:
    """A sentence as words, with the names and concepts where they stand."""

    def __init__(self, story: Story, statement: Statement, words: list[Token]) -> None:
        self.story, self.statement, self.words = story, statement, words
        self.language = story.language(statement)
        found, self.hedged, self.toward = (list(p.find(words)) for p in _phrases(self.language))
        self.open = [hit for hit in found if not self._is_date(hit)]
        self._hits = self.language.concepts(words)
        self.names = [(self._at(m.span.start), m) for m in statement.mentions if isinstance(m.value, Name)]

    def _at(self, start: int) -> int:
        return sum(word.start < start for word in self.words)

    def _is_date(self, hit: Hit) -> bool:
        """Whether a word that may leave something open stands in a date: "on May 12"."""
        start = self.words[hit.first].start
        times = [m.span for m in self.statement.mentions if m.kind is Kind.TIME]
        return any(span.start <= start < span.end for span in times)

    def firm(self) -> Iterator[Hit]:
        """Where a plan is told as settled."""
        for mention in self.statement.mentions:
            if isinstance(mention.value, Standpoint) and mention.value.standing is Standing.PLANNED:
                first, last = self._at(mention.span.start), self._at(mention.span.end)
                if last <= len(self.words):
                    yield Hit(first, last, "firm")

    def settled(self, act: frozenset[str]) -> Iterator[tuple[Hit, Standing]]:
        """Where a plan is told as settled or, if there is none, an act as done."""
        plans = [(hit, Standing.PLANNED) for hit in self.firm()]
        done = [hit for hit in self._hits if hit.meaning in act]
        if done and not plans and self.statement.stance is Stance.ASSERTED:
            plans = [(Hit(done[0].first, done[-1].last, "done"), Standing.CONFIRMED)]
        yield from plans

    def act(self, first: int, last: int) -> frozenset[str]:
        """The concepts between two places, no further than the clause goes."""
        stop = next(
            (i for i in range(first, min(last, len(self.words))) if self.words[i].text in _STOPS), last
        )
        return frozenset(hit.meaning for hit in self._hits if first <= hit.first < min(stop, last))

    def act_before(self, last: int) -> frozenset[str]:
        """The concepts of the clause before a place, as far as a deed and its thing reach."""
        first = max(0, last - _ACT)
        start = max((i + 1 for i in range(first, last) if self.words[i].text in _STOPS), default=first)
        return self.act(start, last)

    def subject(self, place: int) -> str | None:
        """The name of who does what is told at a place: the nearest before it."""
        before = [(at, m.value) for at, m in self.names if place - _SUBJECT <= at < place]
        value = before[-1][1] if before else None
        return value.id if isinstance(value, Name) else None

    def bound(self) -> Iterator[tuple[int, Mention, str]]:
        """Each place that follows a word such as "to": where the word stands, the name and its id."""
        for hit in self.toward:
            for at, mention in self.names:
                value = mention.value
                if at == hit.last and isinstance(value, Name) and value.type is NameType.PLACE:
                    yield hit.first, mention, value.id

    def told(self, hit: Hit, standing: Standing) -> Told:
        """The words of a hit as a standing."""
        span = Span(self.words[hit.first].start, self.words[hit.last - 1].end)
        cue = span.of(self.story.article.text)
        return self.story.told(
            Mention(Kind.STANCE, span, Standpoint(standing, cue), self.statement.index), self.statement
        )


def claims(story: Story) -> Iterator[Finding]:
    """What the headline says more firmly, or of another place, than the opening."""
    title = _title(story)
    opening = _opening(story) if title else None
    if title is not None and opening is not None:
        yield from _firmer(title, opening)
        yield from _elsewhere(title, opening)


def _rest(opening: _Line) -> Iterator[_Line]:
    """The other sentences of the body."""
    for statement in opening.story.statements:
        if statement.sentence.zone is Zone.BODY and statement.index != opening.statement.index:
            yield _Line(opening.story, statement, opening.story.words(statement))


def _title(story: Story) -> _Line | None:
    """The first clause of the headline, unless it only asks or quotes."""
    titles = [s for s in story.statements if s.sentence.zone is Zone.TITLE]
    if not titles:
        return None
    words = story.words(titles[0])
    stop = next((i for i, word in enumerate(words) if word.text in _BREAKS), len(words))
    line = _Line(story, titles[0], words[:stop])
    asks = any(word.text == "?" for word in words)
    return None if asks or line.hedged or line.open or titles[0].stance is Stance.DENIED else line


def _opening(story: Story) -> _Line | None:
    first = next((s for s in story.statements if s.sentence.zone is Zone.BODY), None)
    return _Line(story, first, story.words(first)) if first is not None else None


def _firmer(title: _Line, opening: _Line) -> Iterator[Finding]:
    """What the headline tells as settled or done, the opening as possible."""
    for left in opening.open:
        for settled, standing in title.settled(opening.act(left.last, left.last + _ACT)):
            shared = _shared(title.act(settled.first, settled.last + _ACT), opening, left)
            if len(shared) < _SHARED or not _same_subject(title, settled.first, opening, left.first):
                continue
            if not any(_tells(line, shared) and not line.open for line in _rest(opening)):
                yield _firmer_finding(title.told(settled, standing), opening.told(left, Standing.POSSIBLE))
                return


def _shared(act: frozenset[str], opening: _Line, left: Hit) -> frozenset[str]:
    """The concepts of the headline's act that follow what leaves it open, the deed right after it."""
    if not act & opening.act(left.last, left.last + _VERB):
        return frozenset()
    return act & opening.act(left.last, left.last + _ACT)


def _same_subject(a: _Line, at: int, b: _Line, other: int) -> bool:
    subject = a.subject(at)
    return subject is not None and subject == b.subject(other)


def _tells(line: _Line, shared: frozenset[str]) -> bool:
    return shared <= {key[2:] for key in line.statement.words if key.startswith("c:")}


def _firmer_finding(settled: Told, left: Told) -> Finding:
    cues = [told.mention.value.cue for told in (settled, left) if isinstance(told.mention.value, Standpoint)]
    return Finding(
        Kind.STANCE,
        "headline",
        f"the headline says “{cues[0]}”, the opening only “{cues[1]}”",
        (Position(cues[0], (settled,)), Position(cues[1], (left,))),
        0.6,
        Verdict.COMPATIBLE,
    )


def _elsewhere(title: _Line, opening: _Line) -> Iterator[Finding]:
    """A destination in the headline that is another country's in the opening."""
    for at, place, id in title.bound():
        act = title.act_before(at)
        others = [found for found in opening.bound() if _is_same_way(title, at, act, opening, found[0])]
        if not others or not all(_are_apart(id, other) for _, _, other in others):
            continue
        if not any(_goes(line, act, id) for line in _rest(opening)):
            yield _elsewhere_finding(
                title.story.told(place, title.statement), title.story.told(others[0][1], opening.statement)
            )


def _is_same_way(title: _Line, at: int, act: frozenset[str], opening: _Line, other: int) -> bool:
    shared = act & opening.act_before(other)
    if len(shared) < _SHARED:
        return False
    subjects = {m.value.id for place, m in title.names if place < at and isinstance(m.value, Name)}
    return bool(
        subjects & {m.value.id for place, m in opening.names if place < other and isinstance(m.value, Name)}
    )


def _are_apart(a: str, b: str) -> bool:
    """Whether two places lie in two countries."""
    countries = {id.split("/", maxsplit=1)[0] for id in (a, b) if ":" in id}
    return len(countries) > 1 and not is_inside(a, b) and not is_inside(b, a)


def _goes(line: _Line, act: frozenset[str], id: str) -> bool:
    """Whether a sentence tells of the headline's journey to the headline's place."""
    return any(
        not _are_apart(id, other) and len(act & line.act_before(at)) >= _SHARED
        for at, _, other in line.bound()
    )


def _elsewhere_finding(title: Told, opening: Told) -> Finding:
    shown = [told.mention.value.show() for told in (title, opening)]
    return Finding(
        Kind.NAME,
        "headline",
        f"the headline has it go to {shown[0]}, the opening to {shown[1]}",
        (Position(shown[0], (title,)), Position(shown[1], (opening,))),
        0.6,
    )
