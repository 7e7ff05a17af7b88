"""From what an expression says to days and hours, by the article's day; without one it stays open."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.kinds._time_read import Draft, Move, Rough, Unit
from factcheck.kinds._time_value import Bound, Edge, Granularity, Time
from factcheck.kinds._time_words import Words
from factcheck.languages.calendar import day_of, offset

_DAY = 24 * 60
_ROUGH = ((60, 20), (15, 15), (1, 10))  # minutes that "about" leaves beside a full hour, a quarter, another
_NEAR = 60  # days within which a weekday that doesn't fit is a slip, not another year
_JUST = 45  # minutes that "shortly after" may reach
_EARLY_HOURS = (0, 9 * 60)
_LATE_HOURS = (18 * 60, 30 * 60)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times hang on: the article's day, and whether what is told lies ahead of it."""

    day: date | None
    future: bool = False
    year: int | None = None  # the one told last in the sentence: "that year"


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of an expression; start and end are None where nothing anchors them."""

    granularity: Granularity
    start: date | None = None
    end: date | None = None
    relative: bool = True


def resolve(draft: Draft, anchor: Anchor, known: Words) -> Time | None:
    """The time an expression tells; None where its parts make no date (31 February)."""
    days = _days(draft, anchor, known)
    if days is None:
        return None
    end = None
    if draft.until is not None:
        end = _range_end(draft.until, days, anchor, known)
        if end is None:
            return None
    time = _time(draft, days, known)
    return _ranged(time, end) if end else time


def _range_end(last: Draft, first: _Days, anchor: Anchor, known: Words) -> _Days | None:
    """The days of a range's end, moved on until they follow its beginning; None where they can't."""
    if first.start is not None and last.year is None and last.month is not None:
        return _next_end(last, first.start)
    end = _days(last, anchor, known)
    if end is None or first.start is None or end.start is None or end.end is None or end.start >= first.start:
        return end
    if last.weekday is None:
        return None
    moved = timedelta(days=7 * -(-(first.start - end.start).days // 7))
    return replace(end, start=end.start + moved, end=end.end + moved)


def _next_end(last: Draft, start: date) -> _Days | None:
    """The first such day or month that doesn't lie before a range's beginning."""
    for year in (start.year, start.year + 1):
        dated = replace(last, year=year)
        days = _written_day(dated, Anchor(start)) or _period_of(dated, year, relative=True)
        if days.end is not None and days.end >= start:
            return days
    return None


def _ranged(time: Time, end: _Days) -> Time:
    if time.start is None or end.end is None:
        return replace(time, start=None, end=None, span=True)
    return replace(time, end=end.end, span=True, mismatch=False, weekday=None)


def _days(draft: Draft, anchor: Anchor, known: Words) -> _Days | None:
    if draft.reference:
        return _Days(Granularity.DAY)
    for read in (_written_day, _nth_day, _offset_day, _weekday, _season, _named_period, _month):
        found = read(draft, anchor, known)
        if found is not None:
            return found
    if draft.unit is not None:
        return _unit(draft, anchor)
    return _Days(Granularity.DAY, relative=False) if draft.is_hour else None


def _written_day(draft: Draft, anchor: Anchor, _: Words | None = None) -> _Days | None:
    if draft.day is None or draft.month is None:
        return None
    year = draft.year if draft.year is not None else _year_of(draft, anchor)
    if year is None:
        return _Days(Granularity.DAY)
    start = day_of(year, draft.month, draft.day)
    end = day_of(year, draft.month, draft.end_day or draft.day)
    if start is None or end is None:
        return None
    return _Days(Granularity.DAY, start, end, relative=draft.year is None)


def _year_of(draft: Draft, anchor: Anchor) -> int | None:
    """The year of a day told without it: the one nearest to the article's day."""
    if anchor.day is None or draft.month is None or draft.day is None:
        return None
    if draft.unit is Unit.YEAR and isinstance(draft.shift, int):
        return None if draft.shift == Move.THAT else anchor.day.year + draft.shift
    near = [day_of(anchor.day.year + step, draft.month, draft.day) for step in (-1, 0, 1)]
    days = [day for day in near if day is not None]
    if draft.move is Move.LAST:
        days = [day for day in days if day <= anchor.day]
    if draft.move is Move.NEXT:
        days = [day for day in days if day >= anchor.day]
    ahead = anchor.future or draft.bound in (Bound.BY, Bound.UNTIL)
    here = anchor.day
    near_first = sorted(days, key=lambda day: _farness(day, here, ahead=ahead))
    return _fitting(near_first, draft.weekday, here)


def _fitting(near_first: list[date], weekday: int | None, here: date) -> int | None:
    """The nearest day's year; one far off gives way to one that has the weekday written."""
    if not near_first:
        return None
    if weekday is not None and abs((near_first[0] - here).days) > _NEAR:
        fitting = [day for day in near_first if day.weekday() == weekday]
        near_first = fitting or near_first
    return near_first[0].year


def _farness(day: date, here: date, *, ahead: bool) -> int:
    """How far off a day is: a day of another year counts as further, or one past where all lies ahead."""
    days = (day - here).days
    likely = days >= 0 if ahead else day.year == here.year
    return abs(days) * (2 if likely else 5)


def _nth_day(draft: Draft, anchor: Anchor, _: Words) -> _Days | None:
    """The 14th: of this month, or of the one before where it hasn't come yet."""
    if draft.day is None:
        return None
    if anchor.day is None:
        return _Days(Granularity.DAY)
    months = [_month_after(anchor.day, step) for step in (-1, 0, 1)]
    days = [day for first in months if (day := day_of(first.year, first.month, draft.day))]
    if draft.unit is Unit.MONTH and draft.shift is not None:
        first = _month_after(anchor.day, int(draft.shift))
        day = day_of(first.year, first.month, draft.day)
        return _Days(Granularity.DAY, day, day)
    chosen = _nearest(days, anchor)
    return _Days(Granularity.DAY, chosen, chosen)


def _nearest(days: list[date], anchor: Anchor) -> date | None:
    """The last day that is past, or where what is told lies ahead the next one; the article's day is both."""
    here = anchor.day
    if here is None:
        return None
    if anchor.future:
        return min((day for day in days if day >= here), default=None)
    return max((day for day in days if day <= here), default=None)


def _offset_day(draft: Draft, anchor: Anchor, _: Words) -> _Days | None:
    if draft.offset is None:
        return None
    day = _moved(anchor.day, draft.offset)
    return _Days(Granularity.DAY, day, day)


def _weekday(draft: Draft, anchor: Anchor, _: Words) -> _Days | None:
    if draft.weekday is None:
        return None
    if draft.unit is Unit.WEEK and draft.shift is not None:
        monday = _monday(anchor.day)
        shift = None if draft.shift == Move.THAT else 7 * int(draft.shift) + draft.weekday
        day = _moved(monday, shift) if shift is not None else None
        return _Days(Granularity.DAY, day, day)
    day = _weekday_near(draft.weekday, draft.move, anchor)
    return _Days(Granularity.DAY, day, day)


def _weekday_near(weekday: int, move: Move | None, anchor: Anchor) -> date | None:
    here = anchor.day
    if here is None or move is Move.THAT:
        return None
    back = (here.weekday() - weekday) % 7
    ahead = (weekday - here.weekday()) % 7
    if move is Move.LAST:
        return _moved(here, -(back or 7))
    if move is Move.NEXT:
        return _moved(here, ahead or 7)
    if move is Move.THIS:
        return _moved(_monday(here), weekday)
    return _moved(here, ahead if anchor.future else -back)


def _monday(day: date | None) -> date | None:
    return _moved(day, -day.weekday()) if day else None


def _moved(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _month_after(day: date, months: int) -> date:
    """The first of the month so many months on."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def _whole_months(first: date, count: int) -> tuple[date, date]:
    last = _month_after(first, count - 1)
    return first, date(last.year, last.month, monthrange(last.year, last.month)[1])


def _named_period(draft: Draft, anchor: Anchor, _: Words) -> _Days | None:
    """A period whose year is written: "June 2024", "2022", "the 1990s", "second quarter of 2026"."""
    if draft.century is not None:
        start, end = date((draft.century - 1) * 100 + 1, 1, 1), date(draft.century * 100, 12, 31)
        return _Days(Granularity.CENTURY, start, end, relative=False)
    if draft.year is not None:
        return _period_of(draft, draft.year, relative=False)
    if draft.unit is Unit.YEAR and draft.shift == Move.THAT and anchor.year is not None:
        return _period_of(draft, anchor.year, relative=False)
    return None


def _period_of(draft: Draft, year: int, *, relative: bool) -> _Days:
    if draft.decade:
        return _Days(Granularity.DECADE, date(year, 1, 1), date(year + 9, 12, 31), relative)
    first, count, granularity = 1, 12, Granularity.YEAR
    if draft.month is not None:
        first, count, granularity = draft.month, 1, Granularity.MONTH
    elif draft.quarter is not None:
        first, count, granularity = draft.quarter * 3 - 2, 3, Granularity.QUARTER
    elif draft.half is not None:
        first, count, granularity = draft.half * 6 - 5, 6, Granularity.SEASON
    start, end = _whole_months(date(year, first, 1), count)
    return _Days(granularity, start, end, relative)


def _month(draft: Draft, anchor: Anchor, _: Words) -> _Days | None:
    """A month, quarter or half of a year that is told from the article's day, or not at all."""
    if draft.month is None and draft.quarter is None and draft.half is None:
        return None
    here = anchor.day
    granularity = Granularity.MONTH if draft.month is not None else Granularity.QUARTER
    if here is None or draft.shift == Move.THAT:
        return _Days(granularity)
    if draft.unit is Unit.YEAR and draft.shift is not None:
        return _period_of(draft, here.year + int(draft.shift), relative=True)
    years = [_period_of(draft, here.year + step, relative=True) for step in (-1, 0, 1)]
    return _period_near(years, draft, anchor)


def _period_near(years: list[_Days], draft: Draft, anchor: Anchor) -> _Days:
    here = anchor.day
    ahead = draft.move is Move.NEXT or (anchor.future and draft.move is None)
    if draft.bound is Bound.BY and draft.move is None and here is not None:
        return min(years, key=lambda days: _distance(days, here))
    for days in years if ahead else reversed(years):
        if days.start is None or days.end is None or here is None:
            continue
        now = days.start <= here <= days.end
        strict = draft.move in (Move.LAST, Move.NEXT)
        if now and not strict:
            return days
        if (days.start > here) if ahead else (days.end < here):
            return days
    return _Days(years[0].granularity)


def _distance(days: _Days, here: date) -> int:
    """Days between a period and a day; 0 where it holds it."""
    if days.start is None or days.end is None:
        return 0
    return max((days.start - here).days, (here - days.end).days, 0)


def _season(draft: Draft, anchor: Anchor, known: Words) -> _Days | None:
    if draft.season is None:
        return None
    months = known.seasons[draft.season].months
    year = draft.year
    if year is None and anchor.day is not None and draft.shift is not None and draft.shift != Move.THAT:
        year = anchor.day.year + int(draft.shift)
        if draft.move is Move.LAST and anchor.day.month > months[1] >= months[0]:
            year += 1  # "last summer", said in October, is this year's
    if year is None:
        return _Days(Granularity.SEASON)
    start, end = _whole_months(date(year, months[0], 1), (months[1] - months[0]) % 12 + 1)
    return _Days(Granularity.SEASON, start, end, relative=draft.year is None)


def _unit(draft: Draft, anchor: Anchor) -> _Days | None:
    here, unit = anchor.day, draft.unit
    granularity = _GRANULARITY.get(unit) if unit else None
    if granularity is None or unit is None:
        return None
    if here is None or draft.shift is None or draft.shift == Move.THAT:
        return _Days(granularity)
    shift = int(draft.shift)
    if unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        return _weeks(unit, shift, here, granularity)
    return _years(unit, shift, here, granularity)


_GRANULARITY = {
    Unit.WEEKEND: Granularity.WEEKEND,
    Unit.WEEK: Granularity.WEEK,
    Unit.FORTNIGHT: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}


def _weeks(unit: Unit, shift: int, here: date, granularity: Granularity) -> _Days:
    weeks = shift * (2 if unit is Unit.FORTNIGHT else 1)
    if unit is Unit.WEEKEND and shift == Move.LAST and here.weekday() == 6:
        weeks = -1
    monday = _moved(_monday(here), 7 * weeks)
    start = _moved(monday, 5) if unit is Unit.WEEKEND else monday
    return _Days(granularity, start, _moved(monday, 6))


def _years(unit: Unit, shift: int, here: date, granularity: Granularity) -> _Days:
    if unit is Unit.MONTH:
        return _Days(granularity, *_whole_months(_month_after(here, shift), 1))
    if unit is Unit.QUARTER:
        first = _month_after(date(here.year, (here.month - 1) // 3 * 3 + 1, 1), 3 * shift)
        return _Days(granularity, *_whole_months(first, 3))
    size = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit, 1)
    year = (here.year + shift * size) // size * size
    if not 1 <= year <= 9999 - size:
        return _Days(granularity)
    return _Days(granularity, date(year, 1, 1), date(year + size - 1, 12, 31))


def _time(draft: Draft, days: _Days, known: Words) -> Time:
    single = days.start if days.start == days.end else None
    clock = _clock(draft)
    written = draft.weekday
    hours = known.calendar.daypart(draft.part) if draft.part else _edge_hours(draft)
    edge = draft.edge if single is None and days.granularity is not Granularity.DAY else None
    return Time(
        start=days.start,
        end=days.end,
        granularity=_granularity(days, clock, hours),
        clock=clock,
        hours=hours,
        daypart=draft.part,
        zone=offset(draft.zone, single),
        local=draft.local,
        weekday=written,
        mismatch=single is not None and written is not None and single.weekday() != written,
        edge=edge,
        bound=draft.bound,
        ambiguous=draft.swapped,
        other=_other(draft, days),
        relative=days.relative,
        rough=draft.rough or draft.loosely is not None,
        span=draft.end_day is not None,
        month=draft.month,
        day=draft.day,
    )


def _other(draft: Draft, days: _Days) -> date | None:
    if not draft.swapped or days.start is None:
        return None
    return day_of(days.start.year, draft.day, draft.month)


def _granularity(days: _Days, clock: object, hours: object) -> Granularity:
    if days.granularity is not Granularity.DAY:
        return days.granularity
    return Granularity.MINUTE if clock else Granularity.DAYPART if hours else Granularity.DAY


def _edge_hours(draft: Draft) -> tuple[int, int] | None:
    """Early Thursday is a part of that day."""
    if draft.edge is None or draft.weekday is None:
        return None
    return {Edge.EARLY: _EARLY_HOURS, Edge.LATE: _LATE_HOURS}.get(draft.edge)


def _clock(draft: Draft) -> tuple[int, int] | None:
    if draft.clock is None:
        return None
    at = draft.clock
    if draft.end_clock is not None:
        return at, draft.end_clock + (_DAY if draft.end_clock < at else 0)
    if draft.loosely is Rough.ABOUT:
        room = next(room for step, room in _ROUGH if at % step == 0)
        return at - room, at + room
    if draft.loosely is Rough.JUST_BEFORE:
        at = at or _DAY  # before midnight lies on the evening before
        return at - _JUST, at
    if draft.loosely is Rough.JUST_AFTER:
        return at, at + _JUST
    return at, at
