"""A change whose two ends and size don't fit together: "from 45, rose 30 to 70".

>>> from factcheck.annotate import annotate
>>> from factcheck.languages import Languages
>>> from factcheck.read import read_text
>>> from factcheck.within.story import Story
>>> text = "Sales of the paper rose 12% to 140,000 copies from 131,000 a year before."
>>> known = Languages()
>>> story = Story(annotate(read_text(text, "a.txt", "a", known), known), known)
>>> [finding.reason for finding in changes(story)]
['from 131,000 to 140,000 is a change of 6.9 percent, not 12 percent']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise, product

from factcheck.kinds.quantity import Measure, Quantity
from factcheck.languages import Language, Phrases, Token
from factcheck.model import Kind, Position, Statement, Zone
from factcheck.within.alike import in_one_unit, label_of
from factcheck.within.story import Figure, Finding, Story, SumWords, right_before

_NEAR = 8  # words at most between two figures of one change
_STOPS = frozenset(".;:?!()—–")
_AMOUNTS = (Measure.COUNT, Measure.MONEY, Measure.PERCENT)
_SIZES = (Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.POINTS)


def changes(story: Story) -> Iterator[Finding]:
    """Each change told by both its ends and its size, where the three don't fit."""
    for statement in story.statements:
        figures = story.row(statement.index)
        if len(figures) > 2 and statement.sentence.zone in (Zone.BODY, Zone.TITLE):
            for at in range(len(figures) - 2):
                found = _slip(story, statement, figures[at : at + 3])
                if found is not None:
                    yield found


def _slip(story: Story, statement: Statement, three: Sequence[Figure]) -> Finding | None:
    words = story.words(statement)
    if not all(_adjoin(words, a, b) for a, b in pairwise(three)):
        return None
    parts = [_part(words, figure, story.language(statement)) for figure in three]
    if sorted(parts) != ["new", "old", "size"]:
        return None
    old, new, size = (three[parts.index(part)] for part in ("old", "new", "size"))
    if (
        any(figure.exact is None for figure in three)
        or _names_another(old, new)
        or not _can_be_held(old.value, new.value, size.value)
    ):
        return None
    return None if _fits(old.value, new.value, size.value) else _finding(old, new, size)


def _adjoin(words: Sequence[Token], a: Figure, b: Figure) -> bool:
    """Whether two figures stand in one clause, near each other."""
    between = [w for w in words if a.told.mention.span.end <= w.start < b.told.mention.span.start]
    return len(between) <= _NEAR and not any(w.text in _STOPS for w in between)


def _part(words: list[Token], figure: Figure, language: Language) -> str:
    """Which part of a change a figure is, by the word right before it; "" for none."""
    if figure.role.before:
        return "old"
    return right_before(_phrases(language), words, figure) or ""


def _names_another(old: Figure, new: Figure) -> bool:
    """Whether the later end names what it counts though the first does not: "to 140,000 from 131 towns"."""
    first, later = sorted((old, new), key=lambda figure: figure.told.mention.span)
    return not later.role.nouns <= first.role.nouns


@cache
def _phrases(language: Language) -> Phrases:
    words = language.words("sums", SumWords)
    return Phrases({"size": words.moved, "new": words.became})


def _can_be_held(old: Quantity, new: Quantity, size: Quantity) -> bool:
    """Whether size and ends are measured so that they can be reckoned together."""
    if old.measure not in _AMOUNTS or size.measure not in _SIZES or not in_one_unit(old, new):
        return False
    if old.measure is Measure.PERCENT:
        return size.measure is Measure.POINTS
    return size.measure is Measure.PERCENT or in_one_unit(old, size)


def _fits(old: Quantity, new: Quantity, size: Quantity) -> bool:
    """Whether the size is that of the change, or was before they all were rounded."""
    made = [_size(a, b, size) for a, b in product(_ends(old), _ends(new))]
    low, high = min(_ends(size)), max(_ends(size))
    rising = [number for number in made if number is not None]
    return not rising or (min(rising) <= high and low <= max(rising))


def _ends(value: Quantity) -> tuple[Decimal, Decimal]:
    """How far the written number may stand from what was rounded."""
    point = value.amount.low or Decimal(0)
    return point - value.step / 2, point + value.step / 2


def _size(old: Decimal, new: Decimal, size: Quantity) -> Decimal | None:
    if size.measure is not Measure.PERCENT:
        return abs(new - old)
    return abs(new - old) / old * 100 if old > 0 else None


def _finding(old: Figure, new: Figure, size: Figure) -> Finding:
    shown = size.value.show()
    ends = f"from {old.value.show()} to {new.value.show()}"
    return Finding(
        Kind.QUANTITY,
        label_of(old.role, new.role),
        f"{ends} is a change of {_reckoned(old.value, new.value, size.value)}, not {shown}",
        (Position(shown, (size.told,)), Position(ends, (old.told, new.told))),
        0.8,
    )


def _reckoned(old: Quantity, new: Quantity, size: Quantity) -> str:
    """The size the ends make, shown in the unit in which it is told."""
    made = _size(old.amount.low or Decimal(0), new.amount.low or Decimal(0), size)
    return replace(size, stated=(round((made or Decimal(0)) / size.factor, 1).normalize(),)).show()
