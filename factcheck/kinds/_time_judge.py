"""How two times of one thing stand to each other: days first, hours where the days allow it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from factcheck.kinds._time_value import Bound, Edge, Granularity, Time
from factcheck.verdicts import Judgement, Rung, Verdict, climb

_DAY = 24 * 60
_MORNING = (0, 12 * 60)
_FAR = 14 * 60  # no two zones' clocks are further apart

Days = tuple[date, date]


class _Hours(Enum):
    """How two hours stand to each other."""

    SAME = "same"
    MEET = "meet"
    APART = "apart"
    ELSEWHERE = "elsewhere"  # apart, but perhaps by clocks of two zones
    UNTOLD = "untold"  # by one of them at least


def judge(a: Time, b: Time) -> Judgement | None:
    """The verdict on two times of one thing; None where nothing they tell can be compared."""
    return climb(_LADDER, a, b, Time.show)


# days


def _reach(time: Time) -> list[Days]:
    """The days a time may mean: more than one stretch where it is ambiguous."""
    if time.start is None or time.end is None:
        return []
    days = [_narrowed(time, time.start, time.end)]
    return [*days, (time.other, time.other)] if time.other else days


def _narrowed(time: Time, start: date, end: date) -> Days:
    if time.edge is Edge.LATE and time.bound in (Bound.BY, Bound.UNTIL):
        return end, end
    size = (end - start).days + 1
    if time.edge is Edge.EARLY:
        return start, start + timedelta(days=size * 45 // 100)
    if time.edge is Edge.MID:
        return start + timedelta(days=size // 5), end - timedelta(days=size // 5)
    if time.edge is Edge.LATE:
        return end - timedelta(days=size * 45 // 100), end
    if time.rough and time.granularity is not Granularity.MINUTE and not time.single:
        return start - timedelta(days=size // 2), end + timedelta(days=size // 2)
    return start, end


def _pairs(a: Time, b: Time) -> list[tuple[Days, Days]]:
    return [(x, y) for x in _reach(a) for y in _reach(b)]


def _equal_days(a: Time, b: Time) -> bool:
    return any(x == y for x, y in _pairs(a, b))


def _meeting_days(a: Time, b: Time) -> bool:
    return any(x[0] <= y[1] and y[0] <= x[1] for x, y in _pairs(a, b))


def _both_resolved(a: Time, b: Time) -> bool:
    return a.resolved and b.resolved


# hours


def _window(time: Time) -> tuple[int, int] | None:
    return time.clock or time.hours


def _hours(a: Time, b: Time) -> _Hours:
    left, right = _window(a), _window(b)
    if left is None or right is None:
        return _Hours.UNTOLD
    if a.zone is not None and b.zone is not None:
        left, right = _shifted(left, -a.zone), _shifted(right, -b.zone)
    if a.single and b.single:
        right = _shifted(right, (b.single - a.single).days * _DAY)
        return _stand(left, right, a, b)
    stands = [_stand(left, _shifted(right, turn * _DAY), a, b) for turn in (-1, 0, 1)]
    return min(stands, key=_ORDER.index)


_ORDER = (_Hours.SAME, _Hours.MEET, _Hours.ELSEWHERE, _Hours.APART)


def _stand(left: tuple[int, int], right: tuple[int, int], a: Time, b: Time) -> _Hours:
    if left == right:
        return _Hours.SAME
    apart = max(left[0], right[0]) - min(left[1], right[1])
    if apart < 0 or (apart == 0 and (left[0] == left[1] or right[0] == right[1])):
        return _Hours.MEET
    if _zones_open(a, b) and abs(left[0] - right[0]) <= _FAR and (left[0] - right[0]) % 30 == 0:
        return _Hours.ELSEWHERE
    return _Hours.APART


def _zones_open(a: Time, b: Time) -> bool:
    """Whether one hour is by a neutral zone or one that isn't the other's, and the other's isn't named."""
    return (a.zone == 0 and b.zone is None) or (b.zone == 0 and a.zone is None)


def _shifted(window: tuple[int, int], minutes: int) -> tuple[int, int]:
    return window[0] + minutes, window[1] + minutes


# rungs


def _other_weekday(a: Time, b: Time) -> bool:
    """A weekday that doesn't fit its own date, against another weekday."""
    if not (a.mismatch or b.mismatch):
        return False
    return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _slip(a: Time, b: Time) -> bool:
    """A weekday that doesn't fit its own date, which is the other's."""
    return (a.mismatch or b.mismatch) and a.single is not None and a.single == b.single


def _instants(a: Time, b: Time) -> bool:
    return all(t.single and t.clock and t.zone is not None for t in (a, b))


def _same_instant(a: Time, b: Time) -> bool:
    return _instants(a, b) and _hours(a, b) is _Hours.SAME


def _near_instant(a: Time, b: Time) -> bool:
    return _instants(a, b) and _hours(a, b) is _Hours.MEET


def _other_instant(a: Time, b: Time) -> bool:
    return _instants(a, b)


def _is_deadline(time: Time) -> bool:
    return time.bound in (Bound.BY, Bound.UNTIL)


def _deadlines(a: Time, b: Time) -> bool:
    return _both_resolved(a, b) and _is_deadline(a) and _is_deadline(b)


def _last_day(time: Time) -> date | None:
    reach = _reach(time)
    return reach[0][1] if reach else None


def _same_deadline(a: Time, b: Time) -> bool:
    return _deadlines(a, b) and _last_day(a) == _last_day(b) and _hours(a, b) is not _Hours.APART


def _open_sided(a: Time, b: Time) -> bool:
    """A bound that leaves room for the other time."""
    return _both_resolved(a, b) and (_leaves_room(a, b) or _leaves_room(b, a))


def _leaves_room(bound: Time, plain: Time) -> bool:
    limit, days = _reach(bound)[0], _reach(plain)[0]
    if plain.bound is bound.bound:
        return bound.bound in (Bound.BEFORE, Bound.AFTER)
    if bound.bound in (Bound.BEFORE, Bound.BY) and not _is_deadline(plain):
        return days[0] <= limit[1]
    return bound.bound is Bound.AFTER and days[1] >= limit[0]


def _same(a: Time, b: Time) -> bool:
    if a.ambiguous != b.ambiguous or not _equal_days(a, b):
        return False
    left, right = _window(a), _window(b)
    return (left is None and right is None and not (a.mismatch or b.mismatch)) or _hours(a, b) is _Hours.SAME


def _other_hour(a: Time, b: Time) -> bool:
    return _both_resolved(a, b) and _meeting_days(a, b) and _hours(a, b) is _Hours.APART and _one_day(a, b)


def _one_day(a: Time, b: Time) -> bool:
    return bool(a.single and b.single)


def _zone_untold(a: Time, b: Time) -> bool:
    return (_day_open(a) or _day_open(b) or _adjacent(a, b)) and _hours(a, b) is _Hours.ELSEWHERE


def _adjacent(a: Time, b: Time) -> bool:
    return bool(a.single and b.single and abs((a.single - b.single).days) <= 1)


def _other_range(a: Time, b: Time) -> bool:
    return a.span and b.span and _both_resolved(a, b) and not _equal_days(a, b)


def _night_and_morning(a: Time, b: Time) -> bool:
    """Tuesday night and Wednesday morning: neither gives an hour that might lie in both."""
    untold = a.clock is None and b.clock is None
    return untold and any(t.hours == _MORNING for t in (a, b)) and _hours(a, b) is _Hours.MEET


def _night_over(a: Time, b: Time) -> bool:
    """Tuesday night and Wednesday, two in the morning."""
    return (
        _adjacent(a, b)
        and not _night_and_morning(a, b)
        and not _equal_days(a, b)
        and _hours(a, b) in (_Hours.MEET, _Hours.SAME)
    )


def _within(a: Time, b: Time) -> bool:
    return any(_holds(y, x) and x != y for x, y in _pairs(a, b))


def _holds(whole: Days, part: Days) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]


def _holding(a: Time, b: Time) -> bool:
    return _within(b, a)


def _overlapping(a: Time, b: Time) -> bool:
    return _both_resolved(a, b) and _meeting_days(a, b)


def _other_edge(a: Time, b: Time) -> bool:
    """Another part of one month or year: early and mid."""
    return (
        _both_resolved(a, b) and None not in (a.edge, b.edge) and a.edge is not b.edge and a.start == b.start
    )


def _apart(a: Time, b: Time) -> bool:
    return _both_resolved(a, b)


# what isn't resolved


def _day_open(time: Time) -> bool:
    return not time.resolved


def _bare_hour(time: Time) -> bool:
    """An hour without any day."""
    return _day_open(time) and _window(time) is not None and time.weekday is None and time.month is None


def _one_bare_hour(a: Time, b: Time) -> bool:
    return (_bare_hour(a) or _bare_hour(b)) and _hours(a, b) is not _Hours.UNTOLD


def _same_bare_hour(a: Time, b: Time) -> bool:
    return _one_bare_hour(a, b) and _hours(a, b) is _Hours.SAME


def _near_bare_hour(a: Time, b: Time) -> bool:
    return _one_bare_hour(a, b) and _hours(a, b) in (_Hours.MEET, _Hours.ELSEWHERE)


def _names(time: Time) -> tuple[int | None, int | None, int | None]:
    """Weekday, month and day of the month, as far as they are known."""
    single = time.single
    if single:
        return (single.weekday() if time.weekday is None else time.weekday), single.month, single.day
    if time.start and time.end and (time.start.year, time.start.month) == (time.end.year, time.end.month):
        return None, time.start.month, None
    return time.weekday, time.month, time.day


def _shared_names(a: Time, b: Time) -> list[tuple[int, int]]:
    if _both_resolved(a, b) or a.span or b.span or a.ambiguous or b.ambiguous:
        return []
    return [(x, y) for x, y in zip(_names(a), _names(b), strict=True) if x is not None and y is not None]


def _names_differ(a: Time, b: Time) -> bool:
    return any(x != y for x, y in _shared_names(a, b)) or (
        bool(_shared_names(a, b)) and _hours(a, b) is _Hours.APART
    )


def _edges_differ(a: Time, b: Time) -> bool:
    """Another part of one month, whose year isn't known."""
    edges = a.edge is not None and b.edge is not None and a.edge is not b.edge
    return edges and bool(_shared_names(a, b))


def _names_fit(a: Time, b: Time) -> bool:
    return bool(_shared_names(a, b))


def _same_names(a: Time, b: Time) -> bool:
    both = _day_open(a) and _day_open(b) and _names(a) == _names(b) and _names(a)[1:] != (None, None)
    return both and _names_fit(a, b) and _window(a) == _window(b)


_LADDER: tuple[Rung[Time], ...] = (
    Rung(Verdict.CONFLICT, "{a} names another weekday than {b}", _other_weekday),
    Rung(Verdict.AGREE, "the same moment", _same_instant),
    Rung(Verdict.COMPATIBLE, "{a} and {b} may be one moment", _near_instant),
    Rung(Verdict.CONFLICT, "{a} is another moment than {b}", _other_instant),
    Rung(Verdict.COMPATIBLE, "weekday and date of one don't fit: {a}; {b}", _slip),
    Rung(Verdict.AGREE, "the same last day", _same_deadline),
    Rung(Verdict.CONFLICT, "{a} and {b} are different last days", _deadlines),
    Rung(Verdict.AGREE, "the same time", _same),
    Rung(Verdict.COMPATIBLE, "{a} and {b} may be one hour in two zones", _zone_untold),
    Rung(Verdict.COMPATIBLE, "{a} leaves room for {b}", _open_sided),
    Rung(Verdict.CONFLICT, "{a} is another hour than {b}", _other_hour),
    Rung(Verdict.CONFLICT, "{a} begins or ends on another day than {b}", _other_range),
    Rung(Verdict.COMPATIBLE, "{a} and {b} may be one night", _night_over),
    Rung(Verdict.CONFLICT, "{a} is another part of it than {b}", _other_edge),
    Rung(Verdict.COMPATIBLE, "{a} lies within {b}", _within),
    Rung(Verdict.COMPATIBLE, "{b} lies within {a}", _holding),
    Rung(Verdict.COMPATIBLE, "{a} and {b} overlap", _overlapping),
    Rung(Verdict.CONFLICT, "{a} is another time than {b}", _apart),
    Rung(Verdict.AGREE, "the same hour", _same_bare_hour),
    Rung(Verdict.COMPATIBLE, "{a} and {b} may be one hour", _near_bare_hour),
    Rung(Verdict.CONFLICT, "{a} is another hour than {b}", _one_bare_hour),
    Rung(Verdict.AGREE, "the same date", _same_names),
    Rung(Verdict.CONFLICT, "{a} is another date than {b}", _names_differ),
    Rung(Verdict.CONFLICT, "{a} is another part of it than {b}", _edges_differ),
    Rung(Verdict.COMPATIBLE, "{a} and {b} may be one date", _names_fit),
)
