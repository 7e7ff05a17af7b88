"""Date lines: a line that says when the page came out, and hardly anything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from factcheck.languages import Language, Token
from factcheck.languages.calendar import Calendar, CalendarDate, calendar, dates
from factcheck.read.lines import Line
from factcheck.read.page import Page

_SPARE_WORDS = 4  # that may stand beside a date in a date line: a place, a desk


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date of a date line, whether it is of a later update, and the words beside it."""

    found: CalendarDate
    updated: bool
    labelled: bool
    rest: tuple[Token, ...]


def date_line(text: str, line: Line, languages: Sequence[Language], page: Page) -> DateLine | None:
    """What a date line says; None for any other line. The languages are tried in their order."""
    if line.count > 16 or not any(w.is_number for w in line.words):
        return None
    for language in languages:
        for found in dates(text, line.span.start, line.span.end, language):
            if found.month is None:
                continue
            rest = _rest(line, found, calendar(language), page)
            if len(rest) <= _SPARE_WORDS and all(w.is_capital for w in rest):
                label = _label(line, page)
                return DateLine(found, label == "updated", label is not None, rest)
    return None


def _label(line: Line, page: Page) -> str | None:
    labels = {hit.meaning for hit in page.published.find(list(line.words))}
    return "published" if "published" in labels else next(iter(labels), None)


def _rest(line: Line, found: CalendarDate, known: Calendar, page: Page) -> tuple[Token, ...]:
    """The words of a date line that belong neither to the date nor to the hour."""
    words = [w for w in line.words if not (found.start <= w.start < found.end)]
    spent: set[int] = set()
    for phrases in (known.zones, known.meridian, known.hour, known.dayparts, known.small, page.published):
        for hit in phrases.find(words):
            spent.update(range(hit.first, hit.last))
    return tuple(
        w
        for i, w in enumerate(words)
        if i not in spent and w.is_word and w.key not in known.weekdays and w.key not in page.between
    )


def moment(found: CalendarDate) -> datetime | date | None:
    """The date, with its hour and zone where they are written; None where it isn't complete or not sure."""
    day = found.date
    if day is None or found.ambiguous or found.end_day is not None:
        return None
    if found.hour is None:
        return day
    zone = None if found.zone is None else timezone(timedelta(minutes=found.zone))
    return datetime(day.year, day.month, day.day, found.hour, found.minute or 0, tzinfo=zone)
