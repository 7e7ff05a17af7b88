"""Parts that don't make their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.kinds.quantity import Measure
from factcheck.languages import Token
from factcheck.model import Kind, Position, Statement, Zone
from factcheck.within.alike import in_one_unit, label_of, people_of
from factcheck.within.story import Figure, Finding, Story, left, lists, right_before

_NEAR = 8  # words at most between a figure and what is said of it
_SLACK = 2  # parts beyond this many times their total, or less than that part of it, count something else


def sums(story: Story) -> Iterator[Finding]:
    """Each total whose parts, told as all there is of it, make another number."""
    for statement in story.statements:
        figures = story.row(statement.index)
        if len(figures) > 2 and statement.sentence.zone in (Zone.BODY, Zone.TITLE):
            row = _Row(story, statement, figures)
            found = [row.sum_at(at) for at in range(len(figures) - 2)]
            yield from (each for each in (*found, row.rest()) if each)


class _Row:
    """The figures of one sentence, and what stands between them."""

    def __init__(self, story: Story, statement: Statement, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._words = story.words(statement)
        self._language = story.language(statement)
        self._lists, self._left = lists(self._language), left(self._language)
        self._relations = story.relations

    def sum_at(self, at: int) -> Finding | None:
        """What is wrong with the total that is the figure at a place; None where nothing surely is."""
        return self._slip(self.figures[at], self._parts(at))

    def rest(self) -> Finding | None:
        """What is wrong with the first figure, where the last is all that is left of it."""
        last = len(self.figures) - 1
        if not self._is_left(self.figures[last]) or self._tells_of_others(last):
            return None
        parts = [self.figures[at] for at in range(1, last) if not self._is_among(at)]
        return self._slip(self.figures[0], [*parts, self.figures[last]])

    def _is_left(self, figure: Figure) -> bool:
        """Whether words such as "the remaining" stand right before a figure."""
        return right_before(self._left, self._words, figure) is not None

    def _tells_of_others(self, at: int) -> bool:
        """Whether other people than the counted are named before a figure: "and of the crew the other three"."""
        named = frozenset(hit.meaning for hit in self._language.concepts(self._between(at - 1)))
        return bool(people_of(named, self._relations) - self.figures[0].role.things)

    def _is_among(self, at: int) -> bool:
        """Whether a figure is a part of the one before it: "12, including four children"."""
        return any(meaning == "partly" for _, meaning in self._meanings(self._between(at - 1)))

    def _slip(self, total: Figure, parts: Sequence[Figure]) -> Finding | None:
        if len(parts) < 2 or not all(self._fits(total, part) for part in parts):
            return None
        whole, numbers = total.exact, [part.exact for part in parts if part.exact is not None]
        if whole is None or len(numbers) < len(parts) or sum(numbers) == whole:
            return None
        if not whole / _SLACK <= sum(numbers) <= whole * _SLACK:
            return None
        return _finding(total, parts, Decimal(sum(numbers)))

    def _parts(self, at: int) -> list[Figure]:
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

    def _fits(self, total: Figure, part: Figure) -> bool:
        """Whether a figure may be a part of a total."""
        measure = total.value.measure
        if part.exact is None or not in_one_unit(total.value, part.value):
            return False
        if measure is not Measure.COUNT:
            return measure is Measure.MONEY
        whole, some = total.role.things, part.role.things
        if not any(self._relations.groups(thing) for thing in whole) or not some:
            return True
        related = any(self._relations.related(a, b) for a in whole for b in some)
        return related or bool(people_of(whole, self._relations) and people_of(some, self._relations))


def _finding(total: Figure, parts: Sequence[Figure], made: Decimal) -> Finding:
    shown = [part.value.show() for part in parts]
    listed = f"{', '.join(shown[:-1])} and {shown[-1]}"
    whole, result = total.value.show(), replace(total.value, stated=(made,)).show()
    return Finding(
        Kind.QUANTITY,
        label_of(total.role, total.role),
        f"{listed} make {result}, not {whole}",
        (
            Position(whole, (total.told,)),
            Position(f"{result} ({' + '.join(shown)})", tuple(part.told for part in parts)),
        ),
        0.85,
    )
