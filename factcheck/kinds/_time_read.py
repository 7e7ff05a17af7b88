"""Time expressions as a sentence writes them: parts are found, then joined; no date is worked out yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from functools import cached_property

from factcheck.kinds._time_value import Bound, Edge
from factcheck.kinds._time_words import Words
from factcheck.languages.calendar import CalendarDate, Scan
from factcheck.languages.tokens import Phrases, Token

_STYLED = 0.8  # of the words with a capital make a headline
_DAY = 24 * 60  # minutes
_EAST = 14 * 60  # no clock is further ahead of Greenwich
_ZONE_STEP = 15  # zones differ by quarters of an hour
_ZONE_REACH = 6  # tokens between a local hour and its zone: ", which is"


class Move(IntEnum):
    """Where a weekday, month or unit lies, told from the article's day."""

    LAST = -1
    THIS = 0
    NEXT = 1
    THAT = 9  # only the story knows


class Unit(StrEnum):
    """A stretch of the calendar that is counted in."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Rough(StrEnum):
    """How loosely an hour is meant."""

    ABOUT = "about"
    JUST_BEFORE = "just_before"
    JUST_AFTER = "just_after"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Draft:
    """What one expression says; tokens[first:last]. Fields that aren't written are None."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_day: int | None = None
    swapped: bool = False  # day and month may be meant the other way round
    weekday: int | None = None
    move: Move | None = None
    offset: int | None = None  # days from the article's
    unit: Unit | None = None
    shift: Move | int | None = None  # units from the article's
    rough: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: bool = False
    century: int | None = None
    part: str | None = None
    clock: int | None = None
    end_clock: int | None = None
    loosely: Rough | None = None
    zone: int | str | None = None
    local: bool = False
    edge: Edge | None = None
    bound: Bound | None = None
    reference: bool = False
    until: Draft | None = field(default=None)  # the end of a range

    @property
    def is_day(self) -> bool:
        """Whether it tells a day, a month or a longer stretch."""
        told = (self.year, self.month, self.day, self.weekday, self.offset, self.unit)
        return self.reference or any(t is not None for t in (*told, self.quarter, self.season, self.century))

    @property
    def is_range(self) -> bool:
        """Whether it tells a beginning and an end."""
        return self.until is not None or self.end_day is not None or self.end_clock is not None

    @property
    def is_hour(self) -> bool:
        """Whether it tells an hour or a part of the day."""
        return self.clock is not None or self.part is not None


def drafts(words: list[Token], known: Words) -> list[Draft]:
    """The time expressions among a sentence's tokens, left to right, none meeting another."""
    reader = _Reader(words, known)
    parts = reader.zoned(reader.parts())
    whole = reader.joined(parts)
    ranged = reader.ranged(whole)
    return [reader.bounded(draft) for draft in ranged]


class _Reader:
    def __init__(self, words: list[Token], known: Words) -> None:
        self.words = words
        self.known = known
        self.scan = Scan(words, known.calendar)

    # parts

    def parts(self) -> Iterator[Draft]:
        index = 0
        while index < len(self.words):
            if not self.known.may_start(self.words[index]):
                index += 1
                continue
            skipped = self._skipped(index)
            if skipped > index:
                index = skipped
                continue
            part = self._part(index)
            if part:
                yield part
            index = max(part.last, index + 1) if part else index + 1

    def _skipped(self, index: int) -> int:
        """The place after what looks like a time and is none."""
        after = self.scan.after(self.known.not_times, index)
        if after > index:
            return after
        if self.scan.hit(self.known.recurring, index):
            after = self.scan.after(self.known.recurring, index)
            part = self._weekday(after) or self._plain_unit(after)
            return part.last if part else index
        if self.scan.hit(self.known.name_before, index) and self.words[index].is_capital:
            found = self.scan.date_at(self.scan.after(self.known.name_before, index))
            return found[2] if found else index
        return index

    def _part(self, index: int) -> Draft | None:
        for read in self._readers():
            part = read(index)
            if part:
                return part
        return None

    def _readers(self) -> tuple[Callable[[int], Draft | None], ...]:
        return (
            self._date,
            self._reference,
            self._moment,
            self._ago,
            self._clock,
            self._relative_day,
            self._quarter,
            self._century,
            self._weekday,
            self._moved_unit,
            self._season,
            self._moved_month,
            self._year,
            self._nth,
            self._daypart,
        )

    def _date(self, index: int) -> Draft | None:
        found = self._weekday_date(index) or self.scan.date_at(index)
        if found is None:
            return None
        date, first, last = found
        if date.day is None and self._foreign_month(index):
            return None
        draft = _dated(date, min(first, index), last)
        daypart = next(
            (
                self.scan.hit(self.known.calendar.dayparts, i)
                for i in range(first, last)
                if self.scan.hit(self.known.calendar.dayparts, i)
            ),
            None,
        )
        draft = replace(draft, part=daypart)
        return self._moved_date(draft)

    def _foreign_month(self, index: int) -> bool:
        return self.scan.key(index - 1) == "$"

    def _weekday_date(self, index: int) -> tuple[CalendarDate, int, int] | None:
        """A date whose weekday stands here, a few tokens before its day."""
        if self.known.calendar.weekday(self.words[index]) is None:
            return None
        for place in range(index + 1, min(index + 7, len(self.words))):
            found = self.scan.date_at(place)
            if found:
                return found if found[1] <= index else None
        return None

    def _moved_date(self, draft: Draft) -> Draft:
        if draft.year is not None:
            return draft
        move = self._move_after(draft.last)
        if move is None or move[0] in (Move.THAT, Move.THIS):
            return draft
        return replace(draft, move=move[0], last=move[1])

    def _reference(self, index: int) -> Draft | None:
        after = self.scan.after(self.known.reference, index)
        return Draft(index, after, reference=True) if after > index else None

    def _moment(self, index: int) -> Draft | None:
        name = self.scan.hit(self.known.moment, index)
        if name is None:
            return None
        moment = self.known.moments[int(name)]
        after = self.scan.after(self.known.moment, index)
        return Draft(index, after, offset=moment.day, part=moment.part)

    def _relative_day(self, index: int) -> Draft | None:
        days = self.scan.hit(self.known.days, index)
        if days is None:
            return None
        return Draft(index, self.scan.after(self.known.days, index), offset=int(days))

    def _ago(self, index: int) -> Draft | None:
        """Two weeks ago; "several years ago" is read, so that no other rule reads its end, and stays open."""
        vague = self.scan.after(self.known.vague, index)
        if vague > index:
            return self._open_ago(index, vague)
        counted = self._counted(index)
        if counted is None:
            return None
        number, unit, last = counted
        direction = self.scan.hit(self.known.ago, last)
        after = self.scan.after(self.known.ago, last)
        if direction is None or unit is None:
            return self._open_ago(index, index)
        if not 0 < number < 1000:
            return Draft(index, after, reference=True)
        shift = -number if direction == "ago" else number
        if unit is Unit.DAY:
            return Draft(index, after, offset=shift)
        return Draft(index, after, unit=unit, shift=shift, rough=True)

    def _counted(self, index: int) -> tuple[int, Unit | None, int] | None:
        one = self.scan.hit(self.known.one, index)
        if one:
            return 1, Unit(one), self.scan.after(self.known.one, index)
        text = self.scan.key(index)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
        if number is None:
            number = self.known.numbers.get(text)
        if number is None:
            return None
        unit = self.scan.hit(self.known.units, index + 1)
        return (number, Unit(unit), self.scan.after(self.known.units, index + 1)) if unit else None

    def _open_ago(self, index: int, after: int) -> Draft | None:
        place = after if after > index else index + 1
        if not self.scan.hit(self.known.units, place):
            return None
        last = self.scan.after(self.known.units, place)
        end = self.scan.after(self.known.ago, last)
        # a duration ("10 tahun") is claimed without its "ago", too, and dropped: it tells no day
        return Draft(index, end, reference=True, rough=True)

    def _clock(self, index: int) -> Draft | None:
        clock = self.scan.clock_at(index)
        if clock is None or not (clock.cued or self._colon(index)):
            return None
        if self._of_amount(clock.last) or self._goes_on_a_length(index, clock.last):
            return None
        return Draft(index, clock.last, clock=clock.minutes, zone=clock.zone, local=clock.local)

    def _colon(self, index: int) -> bool:
        """Whether digits with a colon stand where an hour stands: 20:00, or 7:15 after a small word."""
        hour, colon, minute = self.scan.key(index).partition(":")
        if not colon or not minute.isdigit() or int(hour or 99) > 23:
            return False
        return (
            len(hour) == 2 or self._follows(self.known.glue, index) or self._follows(self.known.rough, index)
        )

    def _goes_on_a_length(self, index: int, last: int) -> bool:
        """Whether an hour's word is a unit and a bare number follows: "1 jam 20 menit"."""
        before = self.scan.key(index - 1)
        after = self.scan.key(last - 1)
        bare = last == index + 2 and (after.isdigit() or after in self.known.numbers)
        return bare and (before.isdigit() or before in self.known.numbers)

    def _of_amount(self, last: int) -> bool:
        return self.scan.key(last) in {"%", "$", "km", "kg"}

    def _quarter(self, index: int) -> Draft | None:
        return self._short_quarter(index) or self._ordinal_first(index) or self._ordinal_last(index)

    def _short_quarter(self, index: int) -> Draft | None:
        if self.scan.key(index) != "q" or not self.scan.glued(index + 1):
            return None
        number = self.scan.number(index + 1, 1, 4, 1)
        return self._with_year(Draft(index, index + 2, quarter=number)) if number else None

    def _ordinal_first(self, index: int) -> Draft | None:
        number = self.scan.hit(self.known.ordinal, index)
        place = self.scan.after(self.known.ordinal, index)
        return self._quartered(index, number, place, self.scan.after(self.known.quarter, place))

    def _ordinal_last(self, index: int) -> Draft | None:
        place = self.scan.after(self.known.quarter, index)
        number = self.scan.hit(self.known.ordinal, place) if place > index else None
        return self._quartered(index, number, index, self.scan.after(self.known.ordinal, place))

    def _quartered(self, index: int, number: str | None, noun: int, last: int) -> Draft | None:
        kind = self.scan.hit(self.known.quarter, noun)
        if number is None or kind is None or int(number) > (4 if kind == "quarter" else 2):
            return None
        if kind == "half":
            draft = self._with_year(Draft(index, last, half=int(number)))
            return draft if draft.year or draft.unit else None
        return self._with_year(Draft(index, last, quarter=int(number)))

    def _with_year(self, draft: Draft) -> Draft:
        year = self.scan.year(draft.last)
        if year:
            return replace(draft, year=year[0], last=year[1])
        place = draft.last
        for _ in range(2):
            moved = self._moved_unit(place)
            if moved and moved.unit is Unit.YEAR:
                return replace(draft, unit=moved.unit, shift=moved.shift, last=moved.last)
            place = max(
                self.scan.after(self.known.edge_joints, place), self.scan.after(self.known.glue, place)
            )
        return draft

    def _century(self, index: int) -> Draft | None:
        number = self.scan.hit(self.known.ordinal, index)
        after = self.scan.after(self.known.ordinal, index)
        if number and self.scan.hit(self.known.century, after):
            return Draft(index, self.scan.after(self.known.century, after), century=int(number))
        after = self.scan.after(self.known.century, index)
        number = self.scan.hit(self.known.ordinal, after) if after > index else None
        return (
            Draft(index, self.scan.after(self.known.ordinal, after), century=int(number)) if number else None
        )

    def _plain_unit(self, index: int) -> Draft | None:
        unit = self.scan.hit(self.known.units, index)
        return Draft(index, self.scan.after(self.known.units, index), unit=Unit(unit)) if unit else None

    def _moved_unit(self, index: int) -> Draft | None:
        return self._moved_before(index) or self._moved_after(index) or self._edge_unit(index)

    def _moved_before(self, index: int) -> Draft | None:
        move = self._move_before(index)
        if move is None:
            return None
        unit = self.scan.hit(self.known.units, move[1])
        if unit is None or unit == Unit.DAY:
            return None
        if move[0] is Move.LAST and self._definite(index):
            return Draft(index, self.scan.after(self.known.units, move[1]), reference=True, rough=True)
        shift = Move.THAT if self._definite(index) else move[0]
        return Draft(index, self.scan.after(self.known.units, move[1]), unit=Unit(unit), shift=shift)

    def _definite(self, index: int) -> bool:
        return self._follows(self.known.definite, index)

    def _follows(self, phrases: Phrases, index: int) -> bool:
        """Whether a phrase ends right before a token."""
        return next(self._ends(phrases, index), None) is not None

    def _ends(self, phrases: Phrases, stop: int) -> Iterator[int]:
        """Where a phrase that ends at a token begins."""
        for begin in range(max(0, stop - 4), stop):
            if self.scan.after(phrases, begin) == stop:
                yield begin

    def _moved_after(self, index: int) -> Draft | None:
        unit = self.scan.hit(self.known.units, index)
        if unit is None or unit == Unit.DAY:
            return None
        move = self._move_after(self.scan.after(self.known.units, index))
        if move is None or self.scan.key(index - 1) == "-" or self._is_counted(index):
            return None
        return Draft(index, move[1], unit=Unit(unit), shift=move[0])

    def _is_counted(self, index: int) -> bool:
        """Whether a number belongs to a unit: "40-an tahun itu", "tiga puluh tahun itu"."""
        return self.scan.key(index - 1) in self.known.number_ends or any(
            self.scan.glued(begin) for begin in self._ends(self.known.decade, index)
        )

    def _edge_unit(self, index: int) -> Draft | None:
        """The end of the year: an edge makes a bare unit the present one."""
        unit = self.scan.hit(self.known.units, index)
        if unit not in (Unit.WEEK, Unit.MONTH, Unit.YEAR) or not self._edge_before(index)[0]:
            return None
        return Draft(index, self.scan.after(self.known.units, index), unit=Unit(unit), shift=Move.THIS)

    def _move_before(self, index: int) -> tuple[Move, int] | None:
        name = self.scan.hit(self.known.before, index)
        return (Move[name.upper()], self.scan.after(self.known.before, index)) if name else None

    def _moved_name(self, index: int) -> tuple[Move, int] | None:
        """The same before a name, where "that" more often begins a clause: said that Thursday's vote…"""
        before = self._move_before(index)
        return None if before and before[0] is Move.THAT else before

    def _move_after(self, index: int) -> tuple[Move, int] | None:
        name = self.scan.hit(self.known.after, index)
        return (Move[name.upper()], self.scan.after(self.known.after, index)) if name else None

    def _weekday(self, index: int) -> Draft | None:
        before = self._moved_name(index)
        noun = self.scan.after(self.known.day_noun, index)
        place = before[1] if before else noun
        number = self.known.calendar.weekday(self.words[place]) if place < len(self.words) else None
        if number is None or len(self.scan.key(place)) < 4:
            return None
        if noun == index and self._is_week(place):
            return None
        if before is None and noun == index and self._names_person(place):
            return None
        draft = Draft(index, place + 1, weekday=number, move=before[0] if before else None)
        part = self.scan.hit(self.known.calendar.dayparts, place + 1)
        if part:
            last = self.scan.after(self.known.calendar.dayparts, place + 1)
            draft = replace(draft, part=part, last=last)
        return self._weekday_moved(draft)

    def _names_person(self, index: int) -> bool:
        """Whether a weekday opens somebody's name: "Ahad Rosli", but "pada Ahad Rosli"."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if self.scan.key(index) not in self.known.day_names or following is None or self.styled:
            return False
        if not (following.is_word and following.is_capital) or following.text.isupper():
            return False
        calendar = self.known.calendar
        if calendar.month(following) or self.scan.hit(calendar.dayparts, index + 1):
            return False
        cues = (self.known.month_cue, self.known.glue, self.known.bounds, self.known.edges)
        joined = self.scan.hit(calendar.ranges, index - 1) == "both"
        return joined or not any(self._follows(cue, index) for cue in cues)

    @cached_property
    def styled(self) -> bool:
        """Whether nearly every word has a capital, as in a headline: then a capital says nothing."""
        long = [word for word in self.words if word.is_word and len(word.key) > 3]
        return len(long) > 3 and sum(word.is_capital for word in long) > _STYLED * len(long)

    def _is_week(self, index: int) -> bool:
        """Whether a word that is both a weekday and a unit starts the sentence: then the unit is likelier."""
        starts = index == 0 or self.scan.key(index - 1) in {'"', "“", ".", ":"}
        return starts and bool(self.scan.hit(self.known.units, index)) and bool(self._move_after(index + 1))

    def _weekday_moved(self, draft: Draft) -> Draft:
        after = self._move_after(draft.last)
        if after and draft.move is None:
            return replace(draft, move=after[0], last=after[1])
        return draft

    def _season(self, index: int) -> Draft | None:
        before = self._move_before(index)
        place = before[1] if before else index
        name = self.scan.hit(self.known.season, place)
        if name is None:
            return None
        draft = Draft(index, self.scan.after(self.known.season, place), season=name)
        if before:
            return replace(draft, unit=Unit.YEAR, shift=before[0], move=before[0])
        dated = self._with_year(draft)
        moved = self._move_after(dated.last)
        if moved and dated is draft:
            return replace(draft, unit=Unit.YEAR, shift=moved[0], move=moved[0], last=moved[1])
        return dated if dated is not draft else None

    def _moved_month(self, index: int) -> Draft | None:
        before = self._moved_name(index)
        noun = self.scan.after(self.known.month_noun, index)
        place = before[1] if before else noun
        month = self.scan.month(place)
        if month is None or (
            len(self.scan.key(place)) < 4 and self.scan.key(place) not in self.known.short_months
        ):
            return None
        draft = Draft(index, month[1], month=month[0], move=before[0] if before else None)
        after = self._move_after(month[1])
        if after and before is None:
            draft = replace(draft, move=after[0], last=after[1])
        sure = before or after or noun > index or self._month_is_sure(place)
        return draft if sure else None

    def _month_is_sure(self, index: int) -> bool:
        if self._edge_before(index)[0] or self._follows(self.known.month_cue, index):
            following = self.words[index + 1] if index + 1 < len(self.words) else None
            return not (self.scan.key(index) in self.known.month_names and following and following.is_capital)
        return (
            self.scan.key(index) not in self.known.month_names and not self.known.calendar.words.month_first
        )

    def _year(self, index: int) -> Draft | None:
        noun = self.scan.after(self.known.year_noun, index)
        number = self._four_digits(noun)
        if number is None or self._glued_before(noun):
            return None
        decade = self._decade(noun + 1)
        if decade > noun + 1:
            return Draft(index, decade, year=number, decade=True) if number % 10 == 0 else None
        named = noun > index
        cued = named or self._edge_before(index)[0] or self._follows(self.known.year_cue, index)
        if not cued or not (named or 1900 <= number <= 2100) or self._counts(noun + 1):
            return None
        return self._years(Draft(index, noun + 1, year=number))

    def _four_digits(self, index: int) -> int | None:
        return self.scan.number(index, 1000, 2999, 4) if len(self.scan.key(index)) == 4 else None

    def _years(self, draft: Draft) -> Draft | None:
        """A year, or two with a dash between: 2014-2019; no year is part of a longer number."""
        if not self.scan.glued(draft.last) or self.scan.key(draft.last) not in {"-", "–", "/", "%"}:
            return draft
        second = self._four_digits(draft.last + 1)
        if second is None or draft.year is None or second <= draft.year:
            return None
        end = Draft(draft.last + 1, draft.last + 2, year=second)
        return replace(draft, last=end.last, until=end)

    def _glued_before(self, index: int) -> bool:
        """Whether a year's digits belong to what stands before them: an amount, a score, a code."""
        mark = self.scan.key(index - 1)
        if not self.scan.glued(index) or mark not in {"-", "/", "$", "£", "€", "."}:
            return False
        return mark != "-" or self._edge_before(index)[0] is None

    def _decade(self, index: int) -> int:
        return self.scan.after(self.known.decade, index) if self.scan.glued(index) else index

    def _counts(self, index: int) -> bool:
        return self.scan.key(index) in self.known.calendar.counted or bool(
            self.scan.hit(self.known.units, index)
        )

    def _nth(self, index: int) -> Draft | None:
        cue = self.scan.after(self.known.nth_cue, index)
        day = self.scan.day(cue) if cue > index else None
        if day is None:
            return None
        ordinals = self.known.calendar.ordinals
        if self.known.calendar.words.month_first and day[1] == cue + 1:
            return None
        following = self.words[day[1]] if day[1] < len(self.words) else None
        if (
            ordinals
            and following
            and following.is_word
            and self.scan.key(day[1]) not in self.known.small_words
        ):
            return None
        if self.scan.glued(day[1]) and self.scan.key(day[1]) in {"/", "-"}:
            return None
        return Draft(index, day[1], day=day[0])

    def _daypart(self, index: int) -> Draft | None:
        part = self.scan.hit(self.known.calendar.dayparts, index)
        return Draft(index, self.scan.after(self.known.calendar.dayparts, index), part=part) if part else None

    def _edge_before(self, index: int) -> tuple[Edge | None, int]:
        """The edge that stands before a token, small words between, and where it begins."""
        place = index
        for _ in range(3):
            begin = next(self._ends(self.known.edges, place), None)
            if begin is not None:
                name = self.scan.hit(self.known.edges, begin)
                return (Edge(name), begin) if name else (None, index)
            joint = next(self._ends(self.known.edge_joints, place), None)
            if joint is None:
                break
            place = joint
        return None, index

    # joining

    def joined(self, parts: list[Draft]) -> list[Draft]:
        """The parts, those of one expression made one; parts that say nothing by themselves are dropped."""
        out: list[Draft] = []
        for part in parts:
            previous = out[-1] if out else None
            if previous and self._near(previous, part):
                one = _merged(previous, part)
                if one:
                    out[-1] = self._closed(one)
                    continue
            out.append(part)
        return self._all_edged([draft for draft in out if _says(draft)])

    def _all_edged(self, drafts: list[Draft]) -> list[Draft]:
        """The expressions with the words before them that narrow them, none reaching into the one before."""
        out: list[Draft] = []
        for draft in drafts:
            edged = self._edged(draft)
            free = not out or edged.first >= out[-1].last
            out.append(edged if free else draft)
        return out

    def _near(self, left: Draft, right: Draft) -> bool:
        place = left.last
        if right.first - place > 4:
            return False
        while place < right.first:
            after = self.scan.after(self.known.glue, place)
            if right.is_hour:
                after = max(after, self.scan.after(self.known.rough, place))
            if after == place:
                return False
            place = after
        return True

    def _closed(self, draft: Draft) -> Draft:
        inside = any(self.scan.key(i) == "(" for i in range(draft.first, draft.last))
        closed = any(self.scan.key(i) == ")" for i in range(draft.first, draft.last))
        if inside and not closed and self.scan.key(draft.last) == ")":
            return replace(draft, last=draft.last + 1)
        return draft

    def _edged(self, draft: Draft) -> Draft:
        draft = self._loose(draft)
        edge, begin = self._edge_before(draft.first)
        if edge is None or not draft.is_day or draft.day is not None or draft.offset is not None:
            return draft
        return replace(draft, edge=edge, first=begin)

    def _loose(self, draft: Draft) -> Draft:
        """How an hour is told: "about", "shortly before"; the word stands before the hour itself."""
        if draft.clock is None:
            return draft
        for place in range(draft.first, draft.last + 1):
            for begin in self._ends(self.known.rough, place):
                name = self.scan.hit(self.known.rough, begin)
                if name and self._hour_starts(place, draft.last):
                    return replace(draft, loosely=Rough(name), first=min(draft.first, begin))
        return draft

    def _hour_starts(self, place: int, last: int) -> bool:
        return place < last and self.scan.clock_at(place) is not None

    # zones

    def zoned(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The parts, local hours with the zone that the sentence tells of them."""
        out: list[Draft] = []
        for draft in drafts:
            zone = self._shared_zone(out[-1], draft) if out else None
            if zone is None:
                out.append(self._with_zone_told(draft))
                continue
            hour = replace(out.pop(), zone=zone)
            closed = self.scan.key(draft.last) == ")"
            out += [replace(hour, last=draft.last + 1)] if closed else [hour, draft]
        return out

    def _shared_zone(self, hour: Draft, beside: Draft) -> int | None:
        """The first hour's zone where the second is the same by another clock: "9.40pm (1440 GMT)"."""
        opened = self.scan.after(self.known.rough, hour.last + 1)
        if self.scan.key(hour.last) != "(" or beside.first != opened:
            return None
        if hour.clock is None or beside.clock is None or 0 not in (hour.zone, beside.zone):
            return None
        if hour.zone == 0:
            return 0 if _shift_between(beside.clock, hour.clock) is not None else None
        return _shift_between(hour.clock, beside.clock) if hour.zone is None else None

    def _with_zone_told(self, draft: Draft) -> Draft:
        zone = self._zone_in_words(draft) if draft.local and draft.zone is None else None
        return draft if zone is None else replace(draft, zone=zone)

    def _zone_in_words(self, draft: Draft) -> int | None:
        """ "Three hours behind Greenwich", a few words after a local hour."""
        for place in range(draft.last, min(draft.last + _ZONE_REACH, len(self.words))):
            number = self.scan.number(place, 1, 14) or self.known.numbers.get(self.scan.key(place))
            hours = self.scan.after(self.known.zone_hour, place + 1)
            if number is None or hours == place + 1:
                continue
            shift = self.scan.hit(self.known.zone_shift, hours)
            mean = self.scan.after(self.known.zone_shift, hours)
            if shift and self.scan.hit(self.known.zone_mean, mean) and number * 60 <= _EAST:
                return number * 60 * (1 if shift == "ahead" else -1)
        return None

    # ranges and bounds

    def ranged(self, drafts: list[Draft]) -> list[Draft]:
        """The expressions, with "from … to …" made one."""
        out: list[Draft] = []
        for draft in drafts:
            previous = out[-1] if out else None
            one = self._range(previous, draft) if previous and not previous.is_range else None
            if one:
                out[-1] = one
                continue
            if previous:
                out[-1] = self._dated_alike(previous, draft)
            out.append(draft)
        return out

    def _dated_alike(self, left: Draft, right: Draft) -> Draft:
        """2 March and 5 April 2024: the first day lies in the second's year."""
        if left.day is None or left.year is not None or left.unit is not None or right.day is None:
            return left
        joint = (
            self.scan.hit(self.known.calendar.ranges, left.last) == "both" or self.scan.key(left.last) == ","
        )
        return replace(left, year=right.year) if joint and right.first == left.last + 1 else left

    def _range(self, left: Draft, right: Draft) -> Draft | None:
        joint = self.scan.hit(self.known.calendar.ranges, left.last)
        after = self.scan.after(self.known.calendar.ranges, left.last)
        after = self._over_small(after, right.first)
        if joint is None or after != right.first or not _alike(left, right):
            return None
        between = any(self._follows(self.known.calendar.between, i) for i in (left.first, left.first - 1))
        if joint == "both" and not between and not _neighbours(left, right):
            return None
        return _spanned(left, right)

    def _over_small(self, place: int, stop: int) -> int:
        while place < stop:
            after = max(self.scan.after(self.known.glue, place), self.scan.after(self.known.day_noun, place))
            if after == place:
                break
            place = after
        return place

    def bounded(self, draft: Draft) -> Draft:
        """The expression with its "until", "since" or "by"."""
        if draft.is_range or not (draft.is_day or draft.is_hour):
            return draft
        place = draft.first
        for _ in range(3):
            begin = next(self._ends(self.known.bounds, place), None)
            if begin is not None:
                name = self.scan.hit(self.known.bounds, begin)
                return replace(draft, bound=Bound(name)) if name else draft
            small = (*self._ends(self.known.glue, place), *self._ends(self.known.edge_joints, place))
            joint = next(iter(small), None)
            if joint is None:
                return draft
            place = joint
        return draft


def _dated(date: CalendarDate, first: int, last: int) -> Draft:
    return Draft(first, last, date.year, date.month, date.day, date.end_day, date.ambiguous, date.weekday)


def _shift_between(local: int, mean: int) -> int | None:
    """How far a local hour is ahead of the same hour in Greenwich; None where no zone is."""
    shift = (local - mean) % _DAY
    if shift > _EAST:
        shift -= _DAY
    return None if shift % _ZONE_STEP or shift < -_DAY // 2 else shift


def _says(draft: Draft) -> bool:
    """Whether an expression tells a time by itself; "malam" alone and "10 tahun" don't."""
    if draft.reference and draft.rough:
        return False
    return draft.is_day or draft.clock is not None


_FIELDS = (
    "year", "month", "day", "end_day", "weekday", "move", "offset", "unit", "shift", "quarter",
    "half", "season", "century", "clock", "zone",
)  # fmt: skip


def _merged(left: Draft, right: Draft) -> Draft | None:
    """Two parts as one expression, where they tell different things that fit together."""
    if not _fit(left, right):
        return None
    changes: dict[str, object] = {}
    for name in _FIELDS:
        told, also = getattr(left, name), getattr(right, name)
        if told is not None and also is not None:
            return None
        changes[name] = told if told is not None else also
    changes |= {
        "part": left.part or right.part,
        "local": left.local or right.local,
        "reference": left.reference or right.reference,
        "rough": left.rough or right.rough,
        "swapped": left.swapped or right.swapped,
        "last": max(left.last, right.last),
    }
    return replace(left, **changes)  # type: ignore[arg-type]  # the names are Draft's own


def _fit(left: Draft, right: Draft) -> bool:
    if left.is_day and right.is_day:
        return _refines(left, right) or _refines(right, left)
    return left.is_hour or right.is_hour


def _refines(fine: Draft, coarse: Draft) -> bool:
    """Whether one part of a date and another are one date: "Friday" and "last week"."""
    if fine.rough or coarse.rough or fine.reference or coarse.reference:
        return False
    if coarse.unit is not None:
        return _lies_in(fine, coarse.unit)
    if coarse.offset is not None:
        return fine.weekday is not None or fine.day is not None
    if fine.weekday is not None and fine.day is None:
        return coarse.day is not None
    return fine.month is not None and _only_year(coarse)


def _lies_in(fine: Draft, unit: Unit) -> bool:
    if unit is Unit.WEEK:
        return fine.weekday is not None and fine.move is None and fine.day is None
    if unit is Unit.YEAR:
        return (fine.month is not None or fine.quarter is not None) and fine.year is None
    return unit is Unit.MONTH and fine.day is not None and fine.month is None


def _only_year(draft: Draft) -> bool:
    return draft.year is not None and draft.month is None and not draft.decade


def _alike(left: Draft, right: Draft) -> bool:
    """Whether both ends of a range are told in the same way."""
    if left.bound or (right.clock is not None and right.is_day and left.is_day):
        return False
    return _form(left) == _form(right) is not None


def _form(draft: Draft) -> str | None:
    """The finest thing an end of a range is told by."""
    for name in ("day", "weekday", "month", "year", "clock"):
        if getattr(draft, name) is not None:
            return name
    return None


def _neighbours(left: Draft, right: Draft) -> bool:
    if left.weekday is not None and right.weekday is not None and left.day is None:
        return (left.weekday + 1) % 7 == right.weekday and left.move is None
    return False


def _year_before(left: Draft, right: Draft) -> int | None:
    """The year of a range's first day, told by its last: 14 December - 3 January 2025."""
    if right.year is None or left.month is None or right.month is None:
        return right.year
    return right.year - ((left.month, left.day or 0) > (right.month, right.day or 31))


def _spanned(left: Draft, right: Draft) -> Draft:
    """The range; its beginning borrows month and year of its end."""
    if left.clock is not None and not right.is_day:
        return replace(left, end_clock=right.clock, zone=left.zone or right.zone, last=right.last)
    whole = replace(
        left,
        year=left.year if left.year is not None else _year_before(left, right),
        unit=left.unit if left.unit is not None or left.year is not None else right.unit,
        shift=left.shift if left.shift is not None or left.year is not None else right.shift,
        last=right.last,
    )
    return replace(whole, until=right)
