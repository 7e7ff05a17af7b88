"""A weekday that isn't that of its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.kinds.time import Time, weekday_slips
from factcheck.languages.calendar import calendar
from factcheck.model import Kind, Position, Span, Told
from factcheck.within.story import Finding, Story


def weekdays(story: Story) -> Iterator[Finding]:
    """Every weekday that isn't that of its date, each pair of them once."""
    found: dict[tuple[date, int], list[Told]] = {}
    for statement in story.statements:
        for mention in weekday_slips(story.article, statement.mentions):
            value = mention.value
            if isinstance(value, Time) and value.single is not None and value.weekday is not None:
                found.setdefault((value.single, value.weekday), []).append(story.told(mention, statement))
    for (day, weekday), told in found.items():
        yield _weekday_slip(story, day, weekday, told)


def _weekday_slip(story: Story, day: date, weekday: int, told: Sequence[Told]) -> Finding:
    named, right = Time(weekday=weekday).show(), Time(weekday=day.weekday()).show()
    verb = "is" if story.article.day is not None and day > story.article.day else "was"
    shown = Time(day, day).show()
    return Finding(
        Kind.TIME,
        "weekday",
        f"{shown} {verb} a {right}, not a {named}",
        (
            Position(named, tuple(_weekday_told(story, one, weekday) for one in told)),
            Position(f"{shown} (a {right})", tuple(told)),
        ),
        0.99,
    )


def _weekday_told(story: Story, told: Told, weekday: int) -> Told:
    """The same telling, narrowed to the weekday's own word."""
    known = calendar(story.language(told.statement))
    span = told.mention.span
    for word in known.split(story.article.text, span.start, span.end):
        if known.weekday(word) == weekday:
            mention = replace(told.mention, span=Span(word.start, word.end), value=Time(weekday=weekday))
            return replace(told, mention=mention)
    return told
