"""Time: when something is told to have happened, as days, hours and what is left open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Granularity(StrEnum):
    """How finely a time is told."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Edge(StrEnum):
    """The part of a week, month or year that is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class Bound(StrEnum):
    """On which side of the time something lies."""

    BY = "by"
    UNTIL = "until"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Time:
    """When. `start` and `end` are days, both included, and None where nothing anchors them.

    `clock` and `hours` are minutes since midnight by the zone's clocks, past 1440 on the next day:
    `clock` for an hour told, `hours` for a part of the day. `zone` is minutes east of Greenwich,
    None where no zone is named. `month` and `day` hold what is known of a date without its year.
    """

    start: date | None = None
    end: date | None = None
    granularity: Granularity = Granularity.DAY
    clock: tuple[int, int] | None = None
    hours: tuple[int, int] | None = None
    daypart: str | None = None
    zone: int | None = None
    local: bool = False  # by a clock whose zone isn't named: "local time"
    weekday: int | None = None  # as written, Monday = 0
    mismatch: bool = False  # the weekday written isn't that of the date written
    edge: Edge | None = None
    bound: Bound | None = None
    ambiguous: bool = False  # day and month may be meant the other way round
    other: date | None = None  # that other reading
    relative: bool = False  # told from the article's day: "yesterday", "on Tuesday"
    rough: bool = False  # "three months ago", "about eight"
    span: bool = False  # a range of days told as one: "18-19 June"
    month: int | None = None
    day: int | None = None

    @property
    def resolved(self) -> bool:
        """Whether its days are known."""
        return self.start is not None and self.end is not None

    @property
    def single(self) -> date | None:
        """The day, where it is one day and known."""
        return self.start if self.start is not None and self.start == self.end else None

    def show(self) -> str:
        """The time in words: "Tuesday 12 November 2024, 18:00 (UTC+7)"."""
        day = self._show_day()
        hour = self._show_hour()
        edge = f"{self.edge} " if self.edge else ""
        shown = ", ".join(part for part in (edge + day, hour) if part) or "an open date"
        shown = f"{self.bound} {shown}" if self.bound else shown
        return f"{shown} (or {_long(self.other)})" if self.other else shown

    def _show_day(self) -> str:
        if self.start is None or self.end is None:
            return self._show_open()
        if self.start == self.end:
            name = f"{_WEEKDAYS[self.weekday]} " if self.weekday is not None else ""
            slip = f" (a {_WEEKDAYS[self.start.weekday()]})" if self.mismatch else ""
            return f"{name}{_long(self.start)}{slip}"
        return self._show_period(self.start, self.end)

    def _show_period(self, start: date, end: date) -> str:
        if self.span:
            return _from_to(start, end)
        if self.granularity is Granularity.MONTH:
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if self.granularity is Granularity.QUARTER:
            return f"quarter {start.month // 3 + 1} of {start.year}"
        if self.granularity is Granularity.YEAR:
            return str(start.year)
        if self.granularity is Granularity.DECADE:
            return f"{start.year}s"
        return _from_to(start, end)

    def _show_open(self) -> str:
        parts = [
            _WEEKDAYS[self.weekday] if self.weekday is not None else "",
            str(self.day) if self.day else "",
            _MONTHS[self.month - 1] if self.month else "",
        ]
        return " ".join(part for part in parts if part)

    def _show_hour(self) -> str:
        if self.clock is None:
            return f"{_clock(self.hours[0])}-{_clock(self.hours[1])}" if self.hours else ""
        low, high = self.clock
        shown = _clock(low) if low == high else f"{_clock(low)}-{_clock(high)}"
        return shown if self.zone is None else f"{shown} ({zone_name(self.zone)})"

    def to_json(self) -> dict[str, object]:
        """The time as the contract writes it: ISO days or nulls, and what else is known."""
        out: dict[str, object] = {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "granularity": self.granularity.value,
        }
        if self.clock:
            out["hour"] = "-".join(dict.fromkeys(_clock(minutes) for minutes in self.clock))
        told = {"daypart": self.daypart, "zone": zone_name(self.zone) if self.zone is not None else None}
        told |= {"weekday": _WEEKDAYS[self.weekday].lower() if self.weekday is not None else None}
        told |= {"edge": self.edge and self.edge.value, "bound": self.bound and self.bound.value}
        out |= {key: value for key, value in told.items() if value is not None}
        if self.mismatch:
            out["mismatch"] = True
        if self.other:
            out["other"] = self.other.isoformat()
        return out


def zone_name(minutes: int) -> str:
    """An offset as "UTC+7" or "UTC-3:30"."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _long(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _from_to(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{_long(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} - {_long(end)}"
    return f"{_long(start)} - {_long(end)}"
