"""Calendar dates and clock times as they are written: no anchor, no guess, only what stands there.

"Selasa (12/11)" is a Tuesday, the 12th of the 11th month, of no known year. Whoever knows the day
of the article may fill in the year; this module refuses to.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from factcheck.languages import Language
from factcheck.languages.tokens import Phrases, Token, plain, tokens

_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class DaypartWords:
    """The words for a part of the day, and the hours it may cover; past 24 lies the next day."""

    words: tuple[str, ...]
    hours: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """`calendar.toml`: the names and small words that dates and hours are made of."""

    months: Mapping[str, tuple[str, ...]]  # "1" to "12"
    weekdays: Mapping[str, tuple[str, ...]]  # "1" (Monday) to "7"
    capital: tuple[str, ...]  # names that mean something else when written small
    month_first: bool = False  # "June 19" is a date without its year, too
    order_sure: bool = True  # 3/4 is the third of April and nothing else
    clitics: tuple[str, ...]  # "'s", cut off before a word is looked up
    ordinals: tuple[str, ...]  # glued to a day: 14th, 3hb
    before_day: tuple[str, ...]  # may stand between weekday and day
    of: tuple[str, ...]  # may stand between day and month, or month and year
    to: tuple[str, ...]
    both: tuple[str, ...]  # "and"
    between: tuple[str, ...]
    counted: tuple[str, ...]  # after "March 14" these make the 14 a count
    day_words: tuple[str, ...]  # name a day without naming it, and may stand before "(12/11)"
    hour: tuple[str, ...]  # announce an hour
    am: tuple[str, ...]
    pm: tuple[str, ...]
    clock_words: Mapping[str, tuple[str, ...]]  # HH:MM to its words
    numbers: Mapping[str, tuple[str, ...]]  # 1 to 12, for hours in words
    half_to: tuple[str, ...]  # "setengah delapan" is 7:30
    half_past: tuple[str, ...]
    hour_sharp: tuple[str, ...]  # "o'clock"
    dayparts: Mapping[str, DaypartWords]
    zones: Mapping[str, tuple[str, ...]]  # "+07:00" or a tz database name to its abbreviations
    zone_places: Mapping[str, tuple[str, ...]]  # tz database name to place names
    zone_before: tuple[str, ...]  # "waktu Jakarta"
    zone_after: tuple[str, ...]  # "Kyiv time"
    zone_local: tuple[str, ...]  # "local time"


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as written.

    `minutes` counts from midnight; `zone` is an offset in minutes or a tz database name.
    """

    first: int  # tokens[first:last]
    last: int
    minutes: int
    zone: int | str | None = None
    local: bool = False  # "local time": a zone that isn't named
    cued: bool = False  # an hour word, am/pm, a part of the day or a zone says that it is an hour


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as written: text[start:end], with None for what isn't there.

    `weekday` counts from Monday = 0. `ambiguous`: day and month may be meant the other way round.
    `end_day` (and `end_month`) close a range of days. `zone` is in minutes east of Greenwich.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: int | None = None
    ambiguous: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The day, where day, month and year are written and there is such a day."""
        return day_of(self.year, self.month, self.day)

    @property
    def last_date(self) -> datetime.date | None:
        """The last day of a range; the day itself where there is no range."""
        return day_of(self.year, self.month, self.end_day or self.day)

    @property
    def swapped(self) -> datetime.date | None:
        """The other reading of an ambiguous date."""
        return day_of(self.year, self.day, self.month) if self.ambiguous else None

    @property
    def fits_weekday(self) -> bool | None:
        """Whether the weekday written is that of the date written; None where one isn't known."""
        day = self.date
        return None if day is None or self.weekday is None else day.weekday() == self.weekday


def day_of(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    """The date, or None where a part is missing or there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


class Calendar:
    """A language's calendar words, ready for look-ups by token."""

    def __init__(self, words: CalendarWords) -> None:
        self.words = words
        self.months = _numbered(words.months)
        self.weekdays = {name: number - 1 for name, number in _numbered(words.weekdays).items()}
        self.numbers = _numbered(words.numbers)
        self.capital = frozenset(map(plain, words.capital))
        self.ordinals = frozenset(map(plain, words.ordinals))
        self.counted = frozenset(map(plain, words.counted))
        self.dayparts = Phrases({name: part.words for name, part in words.dayparts.items()})
        self.small = Phrases({"before_day": words.before_day, "of": words.of})
        self.ranges = Phrases({"to": (*words.to, "-", "–", "—"), "both": words.both})
        self.between = Phrases({"between": words.between})
        self.day_words = Phrases({"day": words.day_words})
        self.hour = Phrases({"hour": words.hour})
        self.meridian = Phrases({"am": words.am, "pm": words.pm})
        self.clock_words = Phrases(words.clock_words)
        self.halves = Phrases({"to": words.half_to, "past": words.half_past})
        self.sharp = Phrases({"sharp": words.hour_sharp})
        self.zones = Phrases(words.zones)
        self.places = Phrases(words.zone_places)
        self.zone_words = Phrases(
            {"before": words.zone_before, "after": words.zone_after, "local": words.zone_local}
        )

    def split(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of a stretch, with "mid-June" and "Senin-Kamis" taken apart."""
        out: list[Token] = []
        for token in tokens(text, start, end):
            whole = self._unclipped(token)
            out.extend(self._parts(whole) if "-" in whole.key[1:] else (whole,))
        return out

    def _unclipped(self, token: Token) -> Token:
        """The token without a clitic: "Thursday's" is Thursday."""
        for clitic in self.words.clitics:
            if token.key.endswith(clitic) and len(token.key) == len(token.text) > len(clitic):
                size = len(clitic)
                return Token(token.start, token.end - size, token.text[:-size], token.key[:-size])
        return token

    def _parts(self, token: Token) -> tuple[Token, ...]:
        names = token.key.split("-")
        if len(names) != len(token.text.replace("‑", "-").split("-")):
            return (token,)
        named = any(name in self.months or name in self.weekdays for name in names)
        return _cut(token) if named else (token,)

    def daypart(self, name: str) -> tuple[int, int]:
        """The minutes a part of the day covers, from midnight on."""
        low, high = self.words.dayparts[name].hours
        return low * 60, high * 60

    def month(self, token: Token) -> int | None:
        """The month a token names."""
        return self._name(token, self.months)

    def weekday(self, token: Token) -> int | None:
        """The weekday a token names, Monday = 0."""
        return self._name(token, self.weekdays)

    def _name(self, token: Token, names: Mapping[str, int]) -> int | None:
        number = names.get(token.key)
        if number is None or (token.key in self.capital and not token.is_capital):
            return None
        return number


def _numbered(table: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {plain(name): int(number) for number, names in table.items() for name in names}


def _cut(token: Token) -> tuple[Token, ...]:
    parts: list[Token] = []
    begin = 0
    for place, mark in enumerate(f"{token.text}-"):
        if mark in "-‑":
            word = token.text[begin:place]
            parts.append(Token(token.start + begin, token.start + place, word, plain(word)))
            if place < len(token.text):
                parts.append(Token(token.start + place, token.start + place + 1, mark, "-"))
            begin = place + 1
    return tuple(parts)


@cache
def calendar(language: Language) -> Calendar:
    """The calendar of a language."""
    return Calendar(language.words("calendar", CalendarWords))


def dates(text: str, start: int, end: int, language: Language) -> list[CalendarDate]:
    """All dates written out in a stretch of text, left to right.

    Each has a day and a month, or a month and a year.
    """
    known = calendar(language)
    return [date for date, _, _ in find_dates(known.split(text, start, end), known)]


def find_dates(words: list[Token], known: Calendar) -> Iterator[tuple[CalendarDate, int, int]]:
    """The dates among tokens, each with its tokens' range [first, last)."""
    scan = Scan(words, known)
    index = 0
    while index < len(words):
        found = scan.date_at(index)
        if found:
            yield found
            index = max(found[2], index + 1)
        else:
            index += 1


@dataclass(frozen=True, slots=True)
class _Bare:
    """Day, month and year before weekday and hour are looked for."""

    last: int
    month: int
    day: int | None = None
    year: int | None = None
    end_day: int | None = None
    ambiguous: bool = False


class Scan:
    """Reads calendar expressions at a place among tokens."""

    def __init__(self, words: list[Token], known: Calendar) -> None:
        self.words = words
        self.known = known

    # small parts

    def hit(self, phrases: Phrases, index: int) -> str | None:
        """The meaning of the phrase at a token."""
        found = phrases.at(self.words, index) if 0 <= index < len(self.words) else None
        return found.meaning if found else None

    def after(self, phrases: Phrases, index: int) -> int:
        """The place after the phrase at a token, or the place itself where there is none."""
        found = phrases.at(self.words, index) if 0 <= index < len(self.words) else None
        return found.last if found else index

    def key(self, index: int) -> str:
        """The key of a token; empty past either end."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < index < len(self.words) and self.words[index - 1].end == self.words[index].start

    def number(self, index: int, low: int, high: int, digits: int = 2) -> int | None:
        """The plain number at a token, where it lies between low and high."""
        text = self.key(index)
        if not text.isascii() or not text.isdigit() or len(text) > digits:
            return None
        return int(text) if low <= int(text) <= high else None

    def day(self, index: int) -> tuple[int, int] | None:
        """A day of the month at a token, and the place after it."""
        number = self.number(index, 1, 31)
        if number is None:
            return None
        after = index + 1
        if self.key(after) in self.known.ordinals and self.glued(after):
            after += 1
        return number, after

    def month(self, index: int) -> tuple[int, int] | None:
        """A month's name at a token, and the place after it and its full stop."""
        if not 0 <= index < len(self.words):
            return None
        number = self.known.month(self.words[index])
        if number is None:
            return None
        short = len(self.key(index)) <= 4
        after = index + 1
        stopped = short and self.key(after) == "." and self.glued(after) and self._goes_on(after)
        return number, after + stopped

    def _goes_on(self, stop: int) -> bool:
        following = self.key(stop + 1)
        return following[:1].isdigit() or following in {",", "-", "–"}

    def year(self, index: int) -> tuple[int, int] | None:
        """A year at a token or after a comma, and the place after it."""
        after = self._over_small(index, "of")
        low, high = 1000, 2999
        if self.key(after) == ",":
            low, high, after = 1900, 2100, after + 1
        number = self.number(after, low, high, 4)
        if number is None or self.zone(after + 1) or len(self.key(after)) != 4:
            return None
        return number, after + 1

    def weekday_before(self, index: int) -> tuple[int, int] | None:
        """The weekday that stands before a date, and its place."""
        place = index - 1
        if self.key(place) in {"("}:
            place -= 1
        place = self._back_over_small(place)
        for _ in range(2):
            if self.key(place) in {",", "."}:
                place -= 1
            number = self.known.weekday(self.words[place]) if place >= 0 else None
            if number is not None:
                return number, place
            place = self._back_over_daypart(place)
        return None

    def _back_over_small(self, place: int) -> int:
        return place - 1 if place >= 0 and self.hit(self.known.small, place) == "before_day" else place

    def _back_over_daypart(self, place: int) -> int:
        for width in (1, 2, 3):
            begin = place - width + 1
            if begin >= 0 and self.after(self.known.dayparts, begin) == place + 1:
                return begin - 1
        return -1

    # dates

    def date_at(self, index: int) -> tuple[CalendarDate, int, int] | None:
        """The date that starts at a token (its weekday may stand before), with its tokens' range."""
        bare = self._numeric(index) or self._day_first(index) or self._month_first(index)
        if bare is None:
            return None
        return self._dressed(bare, index)

    def _dressed(self, bare: _Bare, index: int) -> tuple[CalendarDate, int, int] | None:
        weekday = self.weekday_before(index) if bare.day is not None else None
        if bare.year is None and self._is_fraction(bare, index, weekday is not None):
            return None
        first = weekday[1] if weekday else index
        last = bare.last
        if self.key(index - 1) == "(" and self.key(last) == ")":
            first, last = min(first, index - (first == index)), last + 1
        named = weekday[0] if weekday else None
        if weekday is None and bare.day is not None:
            named, last = self._weekday_after(last)
        found = CalendarDate(
            self.words[first].start,
            self.words[last - 1].end,
            bare.year,
            bare.month,
            bare.day,
            bare.end_day,
            named,
            ambiguous=bare.ambiguous,
        )
        return self._with_clock(_settled(found), first, last)

    def _is_fraction(self, bare: _Bare, index: int, weekday: bool) -> bool:
        if self.key(index + 1) != "/" or weekday:
            return False
        said = any(self.known.day_words.at(self.words, i) for i in range(max(0, index - 3), index))
        parted = any(self.known.dayparts.at(self.words, i) for i in range(max(0, index - 3), index))
        return not (self.key(index - 1) == "(" and self.key(bare.last) == ")" and (said or parted))

    def _weekday_after(self, last: int) -> tuple[int | None, int]:
        if self.key(last) == "(" and self.key(last + 2) == ")":
            number = self.known.weekday(self.words[last + 1])
            if number is not None:
                return number, last + 3
        return None, last

    def _with_clock(self, found: CalendarDate, first: int, last: int) -> tuple[CalendarDate, int, int]:
        clock = self._clock_after(last) or self._clock_before(first)
        if clock is None:
            return found, first, last
        zone = offset(clock.zone, found.date)
        dressed = replace(found, hour=clock.minutes // 60, minute=clock.minutes % 60, zone=zone)
        return dressed, first, last

    def _clock_after(self, last: int) -> Clock | None:
        place = last
        for _ in range(2):
            if self.key(place) in {",", "-", "–", "|", "•", "t", "/", ";"}:
                place += 1
        clock = self.clock_at(place)
        if clock and (clock.cued or ":" in self.key(clock.first) or "." in self.key(clock.first)):
            return clock
        return None

    def _clock_before(self, first: int) -> Clock | None:
        stop = first - 1 if self.key(first - 1) in {",", "|", "-"} else first
        for place in range(max(0, stop - 6), stop):
            clock = self.clock_at(place)
            if clock and clock.last == stop:
                return clock
        return None

    def _day_first(self, index: int) -> _Bare | None:
        days = self._days(index)
        if days is None or self._inside_number(index):
            return None
        day, end_day, place = days
        place = self._over_joint(place)
        month = self.month(place)
        if month is None:
            return None
        last = month[1]
        year = self.year(self._over_joint(last))
        return _Bare(year[1] if year else last, month[0], day, year[0] if year else None, end_day)

    def _inside_number(self, index: int) -> bool:
        return self.glued(index) and self.key(index - 1) in {"$", "/", "+"}

    def _over_joint(self, place: int) -> int:
        if self.key(place) in {"-", "–"}:
            return place + 1
        return self._over_small(place, "of")

    def _days(self, index: int) -> tuple[int, int | None, int] | None:
        first = self.day(index)
        if first is None:
            return None
        joint = self.hit(self.known.ranges, first[1])
        second = self.day(self._over_article(self.after(self.known.ranges, first[1]))) if joint else None
        if second is None or second[0] <= first[0]:
            return first[0], None, first[1]
        if joint == "both" and second[0] != first[0] + 1 and not self._between(index):
            return first[0], None, first[1]
        return first[0], second[0], second[1]

    def _over_article(self, place: int) -> int:
        return self._over_small(place, "before_day")

    def _over_small(self, place: int, meaning: str) -> int:
        known = self.known.small
        return self.after(known, place) if self.hit(known, place) == meaning else place

    def _between(self, index: int) -> bool:
        return any(self.hit(self.known.between, i) for i in range(max(0, index - 3), index))

    def _month_first(self, index: int) -> _Bare | None:
        month = self.month(index)
        if month is None or (self.glued(index) and self.key(index - 1)[0].isalnum()):
            return None
        days = self._days(self._over_article(month[1]))
        if days:
            year = self.year(days[2])
            if year:
                return _Bare(year[1], month[0], days[0], year[0], days[1])
            if self.known.words.month_first and self.key(days[2]) not in self.known.counted | {"%", ":"}:
                return _Bare(days[2], month[0], days[0], None, days[1])
        year = self.year(self._over_joint(month[1]))
        return _Bare(year[1], month[0], None, year[0]) if year else None

    def _numeric(self, index: int) -> _Bare | None:
        if self.glued(index) and self.key(index - 1) in {"/", "-", ".", "$"}:
            return None
        parts, last = self._numbers(index)
        if len(parts) == 3 and len(parts[0]) == 4:
            return _checked(_Bare(last, int(parts[1]), int(parts[2]), int(parts[0])))
        if len(parts) == 3 and len(parts[2]) in (2, 4) and max(len(parts[0]), len(parts[1])) <= 2:
            year = int(parts[2]) if len(parts[2]) == 4 else 2000 + int(parts[2])
            return self._ordered(last, int(parts[0]), int(parts[1]), year)
        if len(parts) == 2 and self.key(index + 1) == "/" and max(map(len, parts)) <= 2:
            return self._ordered(last, int(parts[0]), int(parts[1]), None)
        return None

    def _numbers(self, index: int) -> tuple[list[str], int]:
        text = self.key(index)
        dotted = text.split(".")
        if len(dotted) == 3 and len(dotted[2]) == 4 and all(part.isdigit() for part in dotted):
            return dotted, index + 1
        mark = self.key(index + 1)
        if not text.isdigit() or not text.isascii() or mark not in {"/", "-"}:
            return [], index
        parts, place = [text], index + 1
        while len(parts) < 3 and self.key(place) == mark and self.glued(place) and self._part(place + 1):
            parts.append(self.key(place + 1))
            place += 2
        if mark == "-" and len(parts) == 3 and 4 not in (len(parts[0]), len(parts[2])):
            return [], index
        return parts, place

    def _part(self, index: int) -> bool:
        return self.key(index).isdigit() and self.key(index).isascii() and self.glued(index)

    def _ordered(self, last: int, first: int, second: int, year: int | None) -> _Bare | None:
        if second > 12:
            return _checked(_Bare(last, first, second, year))
        unsure = not self.known.words.order_sure and first <= 12 and first != second
        return _checked(_Bare(last, second, first, year, ambiguous=unsure))

    # hours

    def clock_at(self, index: int) -> Clock | None:
        """The hour that starts at a token."""
        if not 0 <= index < len(self.words):
            return None
        cue = self.after(self.known.hour, index)
        clock = self._in_words(cue, cue > index) or self._in_digits(cue, cue > index)
        if clock is None:
            return None
        zone, local, last = self.zone_at(clock.last)
        cued = clock.cued or cue > index or zone is not None or local
        return Clock(index, last, clock.minutes, zone, local, cued)

    def _in_words(self, index: int, cued: bool) -> Clock | None:
        named = self.hit(self.known.clock_words, index)
        if named:
            hour, minute = named.split(":")
            last = self.after(self.known.clock_words, index)
            return Clock(index, last, int(hour) * 60 + int(minute), cued=True)
        half = self.hit(self.known.halves, index)
        place = self.after(self.known.halves, index)
        number = self.known.numbers.get(self.key(place)) or (self.number(place, 1, 12) if half else None)
        if number is None:
            return None
        minutes = number * 60 + (-30 if half == "to" else 30 if half else 0)
        sharp = self.after(self.known.sharp, place + 1)
        minutes, last, sure = self._in_part_of_day(minutes, sharp)
        sure = sure or cued or sharp > place + 1 or half == "past"
        return Clock(index, last, minutes, cued=True) if sure else None

    def _in_digits(self, index: int, cued: bool) -> Clock | None:
        minutes = self._digits(index, cued)
        if minutes is None or (self.glued(index) and self.key(index - 1) in {"$", "/", ".", ","}):
            return None
        minutes, last, sure = self._in_part_of_day(minutes, self.after(self.known.sharp, index + 1))
        sure = sure or last > index + 1
        bare = not any(mark in self.key(index) for mark in ".:")
        if bare and not (sure or cued or self._is_clocked(index + 1)):
            return None
        if not sure and not cued and self.key(index + 1) in {"%", "°"}:
            return None
        return Clock(index, last, minutes, cued=sure or bare)

    def _digits(self, index: int, cued: bool) -> int | None:
        text = self.key(index)
        if not text.isascii() or not text[:1].isdigit():
            return None
        parts = text.replace(":", ".").split(".")
        if len(parts) == 1 and len(text) == 4 and (cued or self._is_clocked(index + 1)):
            parts = [text[:2], text[2:]]
        if not all(part.isdigit() and len(part) <= 2 for part in parts) or len(parts) > 3:
            return None
        hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
        if (len(parts) > 1 and len(parts[1]) != 2) or hour > 24 or minute > 59:
            return None
        return (hour * 60 + minute) % _DAY

    def _is_clocked(self, place: int) -> bool:
        """Whether what follows four digits makes them an hour: a zone, or the same hour in one ("1353 (1023 GMT)")."""
        if self.zone(place) or self.hit(self.known.zone_words, place) == "local":
            return True
        again = self.key(place + 1)
        return self.key(place) == "(" and len(again) == 4 and again.isdigit() and self.zone(place + 2)

    def _in_part_of_day(self, minutes: int, place: int) -> tuple[int, int, bool]:
        half = self.hit(self.known.meridian, place)
        if half and minutes < 13 * 60:
            shifted = minutes % (12 * 60) + (12 * 60 if half == "pm" else 0)
            return shifted, self.after(self.known.meridian, place), True
        part = self.hit(self.known.dayparts, place)
        if part is None:
            return minutes, place, False
        return _fitted(minutes, self.known.daypart(part)), self.after(self.known.dayparts, place), True

    def zone(self, index: int) -> bool:
        """Whether an abbreviated time zone stands at a token."""
        return bool(self.hit(self.known.zones, index)) and self.words[index].is_capital

    def zone_at(self, index: int) -> tuple[int | str | None, bool, int]:
        """The zone at a token, whether it is "local", and the place after it."""
        if self.zone(index):
            return self._named_zone(index)
        if self.key(index) in {"+", "-"} and self.glued(index) and self.glued(index + 1):
            shift, last = self._shift(index)
            if last > index:
                return shift, False, last
        if self.hit(self.known.zone_words, index) == "local":
            return None, True, self.after(self.known.zone_words, index)
        return self._place_zone(index)

    def _named_zone(self, index: int) -> tuple[int | str | None, bool, int]:
        name = self.hit(self.known.zones, index) or ""
        after = self.after(self.known.zones, index)
        if name[0] not in "+-":
            return name, False, after
        shift, last = self._shift(after)
        return _minutes(name) + shift, False, last

    def _shift(self, index: int) -> tuple[int, int]:
        sign = {"+": 1, "-": -1}.get(self.key(index))
        text = self.key(index + 1).replace(":", "").replace(".", "")
        if sign is None or not text.isdigit() or len(text) > 4 or not self.glued(index + 1):
            return 0, index
        hours, minutes = (int(text), 0) if len(text) <= 2 else (int(text[:-2]), int(text[-2:]))
        return (sign * (hours * 60 + minutes), index + 2) if hours <= 14 else (0, index)

    def _place_zone(self, index: int) -> tuple[int | str | None, bool, int]:
        before = self.after(self.known.zone_words, index)
        if self.hit(self.known.zone_words, index) == "before" and self.hit(self.known.places, before):
            return self.hit(self.known.places, before), False, self.after(self.known.places, before)
        place = self.hit(self.known.places, index)
        stop = self.after(self.known.places, index)
        if place and self.hit(self.known.zone_words, stop) == "after":
            return place, False, self.after(self.known.zone_words, stop)
        return None, False, index


def _checked(bare: _Bare) -> _Bare | None:
    sound = day_of(bare.year or 2000, bare.month, bare.day) is not None  # 2000 has a 29 February
    return bare if sound and 1000 <= (bare.year or 2000) <= 2999 else None


def _settled(found: CalendarDate) -> CalendarDate:
    """The date without its ambiguity, where the weekday decides it."""
    if not found.ambiguous or found.weekday is None or found.date is None or found.swapped is None:
        return found
    if found.date.weekday() == found.weekday:
        return replace(found, ambiguous=False)
    if found.swapped.weekday() == found.weekday:
        return replace(found, day=found.month, month=found.day, ambiguous=False)
    return found


def _fitted(minutes: int, hours: tuple[int, int]) -> int:
    """The minutes moved by half days until they lie in a part of the day."""
    low, high = hours
    shifts = (-720, 0, 720, 1440) if 720 <= minutes < 780 else (0, 720, 1440)
    for shift in shifts:
        if low <= minutes + shift <= high:
            return (minutes + shift) % _DAY
    return minutes


def _minutes(text: str) -> int:
    """Minutes of "+07:00"."""
    hours, minutes = text[1:].split(":")
    return (-1 if text[0] == "-" else 1) * (int(hours) * 60 + int(minutes))


def offset(zone: int | str | None, day: datetime.date | None) -> int | None:
    """A zone's offset in minutes; a place's on a day, or None where the day decides it and isn't known."""
    if not isinstance(zone, str):
        return zone
    from zoneinfo import ZoneInfo  # few articles name a place's time

    known = ZoneInfo(zone)
    days = [day] if day else [datetime.date(2024, 1, 15), datetime.date(2024, 7, 15)]
    shifts = {known.utcoffset(datetime.datetime.combine(d, datetime.time(12))) for d in days}
    shift = shifts.pop()
    return None if shifts or shift is None else int(shift.total_seconds() // 60)
