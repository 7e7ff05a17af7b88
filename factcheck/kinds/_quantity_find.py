"""Finds the quantities of a sentence in one scan over its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.kinds._numbers import Number
from factcheck.kinds._quantity_core import Core, Cores
from factcheck.kinds._quantity_value import Bound, Measure, Quantity, significant
from factcheck.kinds._quantity_words import Lexicon, pieces
from factcheck.languages import Hit
from factcheck.model import Span
from factcheck.ranges import Range

_TENTH = Decimal("0.1")
_SLIGHTLY = Decimal("0.03")
_OLDEST = 115
_LAST = 1000  # no rank is told beyond it
_NOUN_WORDS = 4
_YEARS = range(1500, 2101)
_PUT_TOGETHER = (Measure.DURATION, Measure.LENGTH)
_PARTY = 2  # words that may stand in "six of the council's nine"


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and its words, bounds included, the counted noun left out."""

    span: Span
    value: Quantity


@dataclass(frozen=True, slots=True)
class _Reading:
    """A quantity before its bounds are known. `noun`: where the counted noun is looked for; None: nowhere."""

    first: int
    last: int
    value: Quantity
    noun: int | None = None
    bare: bool = False


def find_in(text: str, span: Span, lexicon: Lexicon, taken: Sequence[Span]) -> list[Found]:
    """The quantities of one sentence, in order; `taken` are sorted spans not to be read again."""
    words = pieces(text, span.start, span.end)
    return _Scan(words, lexicon, taken).run(text)


class _Scan(Cores):
    """Reads a sentence from left to right."""

    def run(self, text: str) -> list[Found]:
        """All quantities, none inside another."""
        found: list[Found] = []
        joints: list[tuple[int, int]] = []
        at = 0
        while at < len(self.words):
            if (end := self._chain(at)) - at > 4:  # three numbers and more: "4-3-3", a telephone number
                at = end
                continue
            if (end := self._dialled(at)) > at:
                at = end
                continue
            reading = None if self.blocked[at] else self._read(at)
            if reading is None:
                at = max(at + 1, self._chain(at))
                continue
            done = self._bounded(reading, joints[-1][1] if joints else 0, text)
            if done is not None:
                first, last, value = done
                span = Span(self.words[first].start, self.words[last - 1].end)
                found.append(Found(span, value))
                joints.append((first, last))
                at = last
            else:
                at = reading.last
        return self._equalled(found, joints)

    def _read(self, at: int) -> _Reading | None:
        if not self.lexicon.starts(self.words[at]):
            return None
        if not self.words[at].is_number and self._is_word_end(at):
            return None
        number = self._score(at) or self._share(at) or self._twice(at) or self._amount(at)
        return self._marker(at) or self._nothing(at) or self._lone(at) or self._ordinal(at) or number

    def _is_word_end(self, at: int) -> bool:
        """Whether a word is the rest of a hyphenated one: "kedua-DUA"."""
        if at < 2 or self._key(at - 1) not in ("-", "‑") or not (self._touch(at) and self._touch(at - 1)):
            return False
        return self.words[at - 2].is_word and self._key(at - 2) not in self.lexicon.cardinals

    # --- amounts

    def _amount(self, at: int) -> _Reading | None:
        core = self._core(at)
        if core is None or not self._means_amount(core):
            return None
        second = self._second(core)
        if second is not None:
            return self._between(*second)
        measure, unit = self._measure(core)
        if measure in _PUT_TOGETHER and len(row := self._row(core)) > 1:
            return self._together(row, measure)
        noun = core.last if measure is Measure.COUNT else None
        return _Reading(
            core.first, self._age_end(core, measure), self._quantity(core, measure, unit), noun, core.bare
        )

    def _means_amount(self, core: Core) -> bool:
        number = core.number
        if number.article:
            return bool(core.unit) and self._lasting(core)
        if core.bare and number.one:
            befell = self._in(core.last, self.rules.nothing.states)
            return (self._person_at(core.last) or befell) and not self._singled(core)
        if core.bare and number.fraction:
            return not self._in(core.last, self.rules.numerals.fraction_not_before) and (
                not number.loose or self._is_share(core)
            )
        if number.value == 0 and core.unit and self.lexicon.measure(core.unit) is Measure.DURATION:
            return False  # "zero-day"
        return not (core.bare and self._is_year(core))

    def _singled(self, core: Core) -> bool:
        """Whether "one" picks somebody out: "salah satu korban", "one of the victims"."""
        return self._singled_out(core.first) or self._in(core.last, self.rules.numerals.ones_not_before)

    def _singled_out(self, at: int) -> bool:
        return self._in(at - 1, self.rules.numerals.ones_not_after)

    def _is_share(self, core: Core) -> bool:
        numerals = self.rules.numerals
        follows = self._in(core.last, numerals.fraction_after)
        return follows and not self._in(core.first - 1, numerals.fraction_not_after)

    def _lasting(self, core: Core) -> bool:
        """Whether "a year" is a duration: after "for", "nearly"…; else it is mostly a rate."""
        if core.number.step != 1:
            return True
        return self._in(core.first - 1, self.rules.one_after) or core.first in self.bounds

    def _is_year(self, core: Core) -> bool:
        token = self.words[core.first]
        if len(token.text) != 4 or not token.text.isdecimal() or int(token.text) not in _YEARS:
            return False
        return not (self._counts_persons(core.last) or core.first in self.bounds)

    def _counts_persons(self, at: int) -> bool:
        """Whether persons stand right here: "2,014 people", not "in 2014 rebel fighters"."""
        unit, start = self._classified(at)
        return bool(unit) or self.lexicon.is_person(self._key(start))

    def _measure(self, core: Core) -> tuple[Measure, str]:
        """What the number measures, and in which unit."""
        if core.currency:
            return Measure.MONEY, core.currency
        if self._is_age(core):
            return Measure.AGE, core.unit or "year"
        if core.unit:
            return self.lexicon.measure(core.unit), core.unit
        if core.number.fraction:
            return Measure.PERCENT, "percent"
        if self._before(core.first, self.quakes) and core.number.value <= 10:
            return Measure.MAGNITUDE, "magnitude"
        return Measure.COUNT, ""

    def _before(self, at: int, ends: dict[int, int]) -> bool:
        """Whether a phrase of the given ends stands before, bounds and fillers aside."""
        while at not in ends and (at in self.bounds or at in self.fillers):
            at = self.bounds[at].first if at in self.bounds else self.fillers[at]
        return at in ends

    def _is_age(self, core: Core) -> bool:
        whole = core.number.value % 1 == 0 and 0 < core.number.value <= _OLDEST
        if core.unit and self.lexicon.measure(core.unit) is not Measure.DURATION:
            return False
        if not whole or core.number.vague:
            return False
        if self._at(self.rules.ages.after, core.last) and core.unit:
            return True
        if self._before(core.first, self.ages):
            return not core.unit or core.unit in ("year", "month", "week", "day")
        return self._told(core) if not core.unit else self._held(core) or self._apposed(core)

    def _told(self, core: Core) -> bool:
        """ "She was 11 when he left", and ages told without a unit beside a name."""
        if core.first in self.maybe_ages:
            after = self.words[core.last] if core.last < len(self.words) else None
            return after is None or not after.is_word or self._in(core.last, self.rules.ages.closing)
        return (core.number.digits or core.number.value > 1) and self._apposed(core)

    def _held(self, core: Core) -> bool:
        """ "Wanita 33 tahun itu", not "pelajar 10 tahun lalu" or "remaja lima tahun penjara"."""
        ages = self.rules.ages
        if core.unit not in ("year", "month") or not self._in(core.first - 1, ages.holders):
            return False
        return not (self._at(self.rules.past, core.last) or self._in(core.last, ages.not_before))

    def _apposed(self, core: Core) -> bool:
        """ "Nurhayati (42)", "Kilonzi, 61, stood", "Aisyah, empat tahun, kini"."""
        place, before, after = core.first - 2, self._key(core.first - 1), self._after_age(core)
        if core.unit not in ("", "year", "month") or place < 0 or not self.words[place].is_word:
            return False
        if self._key(place) in self.lexicon.cardinals or self.blocked[place]:
            return False
        if before == "(":
            return after in (")", ",") and self._capital(place)
        return before == "," and after in (",", ".", ")", "") and self._has_holder(core, place, after)

    def _has_holder(self, core: Core, place: int, after: str) -> bool:
        """Whether what stands before an apposition can have an age."""
        firm = after == "," or bool(core.unit)
        if self._capital(place):
            return firm or core.number.digits
        if self._in(place, self.rules.ages.holders):
            return firm
        return core.number.digits and after == "," and not core.unit and core.number.value > 5

    def _after_age(self, core: Core) -> str:
        """What closes an apposition; a dash or the next person's name counts as a comma."""
        after = self._key(core.last)
        if after in ("-", "–", "—") and not self._touch(core.last):
            return ","
        joined = self._in(core.last, self.rules.ages.joints) and self._capital(core.last + 1)
        return "," if joined else after

    def _age_end(self, core: Core, measure: Measure) -> int:
        hit = self._at(self.rules.ages.after, core.last) if measure is Measure.AGE else None
        return hit.last if hit else core.last

    def _quantity(self, core: Core, measure: Measure, unit: str) -> Quantity:
        number = core.number
        factor, offset = self._factor(measure, unit)
        value = number.value * (100 if measure is Measure.PERCENT and core.bare else 1)
        step = number.step * (100 if measure is Measure.PERCENT and core.bare else 1) * factor
        many = "" if measure is Measure.MONEY else self._many(unit)
        blank = Quantity(measure, Range(), (value,), step, unit=unit, factor=factor, offset=offset, many=many)
        if measure is Measure.MONEY:
            currency = self.lexicon.table.currencies[unit]
            blank = replace(blank, unit=currency.code or unit, sign=currency.sign, kin=currency.kin)
        if number.vague:
            low, high = number.vague.low * value * factor, ((number.vague.high + 1) * value - 1) * factor
            soft = Range(number.vague.soft_low * value * factor, number.vague.soft_high * value * factor)
            return replace(
                blank, amount=Range(low, high), stated=(), bound=Bound.VAGUE, soft=soft, approximate=True
            )
        fraction = number.fraction and core.bare
        return replace(blank, amount=Range.point(value * factor + offset), fraction=fraction)

    def _many(self, unit: str) -> str:
        return unit and (self.lexicon.unit(unit).many or f"{unit}s")

    def _factor(self, measure: Measure, unit: str) -> tuple[Decimal, Decimal]:
        if measure is Measure.MONEY or not unit:
            return Decimal(1), Decimal(0)
        known = self.lexicon.unit(unit)
        year = self.lexicon.unit("year").factor
        return (known.factor / year if measure is Measure.AGE else known.factor), known.offset

    # --- two numbers, one amount

    def _second(self, core: Core) -> tuple[Core, Core] | None:
        """The two ends of a range, in one unit."""
        if core.number.fraction or core.number.vague or core.number.article or core.last >= len(self.words):
            return None
        link, tight = self._link(core)
        if link is None:
            return None
        second = self._core(link.last, money=core.currency)
        if second is None or second.number.fraction or second.number.vague or second.number.article:
            return None
        core, second = _matched(core, second)
        if (core.unit, core.currency) != (second.unit, second.currency):
            return None
        if not core.number.value < second.number.value or (
            tight and second.number.value > core.number.value + 2
        ):
            return None
        return core, second

    def _link(self, core: Core) -> tuple[Hit | None, bool]:
        """The words that make a range of two numbers, and whether the numbers must be neighbours."""
        links = self.rules.links
        dash = self._key(core.last) in ("-", "–", "—", "‑")
        if dash and core.last + 1 < len(self.words) and self.words[core.last + 1].is_number:
            return Hit(core.last, core.last + 1, ""), False
        if core.first in self.openers:
            return self._at(links.opened, core.last), False
        if self._in(core.first - 1, links.start):
            return None, False
        if hit := self._at(links.strong, core.last):
            return hit, False
        if core.bare and (hit := self._at(links.weak, core.last)):
            return hit, False
        return (self._at(links.alternative, core.last) if core.bare else None), True

    def _between(self, a: Core, b: Core) -> _Reading:
        first = self.openers.get(a.first, a.first)
        measure, unit = self._measure(b)
        low, high = self._quantity(a, measure, unit), self._quantity(b, measure, unit)
        amount = Range(low.amount.low, high.amount.high)
        value = replace(low, amount=amount, stated=low.stated + high.stated, bound=Bound.BETWEEN)
        value = replace(value, step=min(low.step, high.step))
        return _Reading(first, self._age_end(b, measure), value, b.last if measure is Measure.COUNT else None)

    def _row(self, core: Core) -> list[Core]:
        """An amount that goes on in ever smaller units: "two hours, 51 minutes and 20 seconds"."""
        row = [core]
        while following := self._rest(row[-1]):
            row.append(following)
        return row

    def _rest(self, core: Core) -> Core | None:
        """The rest of an amount in a smaller unit, less than one of the larger."""
        from_one = core.first not in self.bounds and self._in(core.first - 1, self.rules.links.start)
        if not _is_whole(core.number) or from_one:
            return None
        link = self._at(self.rules.links.more, core.last)
        at = link.last if link else core.last
        number = None if at >= len(self.words) or self.blocked[at] else self._number(at)
        rest = self._with_unit(Core(at, number.last, number)) if number and _is_plain(number) else None
        if rest is None or not rest.unit:
            return None
        large, small = self.lexicon.unit(core.unit), self.lexicon.unit(rest.unit)
        fits = large.measure == small.measure and rest.number.value * small.factor < large.factor
        return rest if fits and small.factor < large.factor else None

    def _together(self, row: Sequence[Core], measure: Measure) -> _Reading:
        parts = tuple(self._quantity(core, measure, core.unit) for core in row)
        least = parts[-1]
        total = sum((part.stated[0] * part.factor for part in parts), Decimal(0))
        stated = (total / least.factor,)
        value = replace(least, amount=Range.point(total), stated=stated, parts=parts)
        return _Reading(row[0].first, row[-1].last, value)

    def _score(self, at: int) -> _Reading | None:
        """ "3-1", "three goals to one"."""
        a = self._number(at)
        if a is None or not _small(a) or (a.digits and self._is_label(at, a)):
            return None
        noun = a.last + 1 if self._in(a.last, self.rules.links.score_nouns) else a.last
        link = self._at(self.rules.links.score, noun)
        if link is None or link.last >= len(self.words) or self.blocked[link.last]:
            return None
        b = self._number(link.last)
        if b is None or not _small(b) or self._chain(link.last) > link.last + 1:
            return None
        if self._chain(at) > at + 3 or not self._is_contest(a, b, noun, link):
            return None
        parts = (a.value, b.value)
        value = Quantity(Measure.SCORE, Range(), parts, Decimal(1))
        return _Reading(at, b.last, value)

    def _is_contest(self, a: Number, b: Number, noun: int, link: Hit) -> bool:
        bare = b.last >= len(self.words) or not self._unit_at(b.last)
        if noun > a.last:
            return bare
        if self._in(a.first - 1, self.rules.links.start) or a.first in self.openers or not bare:
            return False
        if not self.words[link.first].is_word and (a.value >= b.value or a.value == 0):
            return a.digits and b.digits
        after_noun = b.last < len(self.words) and self.words[b.last].is_word and not self._stops(b.last)
        return self.contest and (a.value > b.value or not after_noun)

    def _unit_at(self, at: int) -> bool:
        at = self._hyphen(at)
        return at < len(self.words) and bool(
            self.lexicon.units.at(self.words, at)
            or self._currency_after(at)
            or self._key(at) in ("-", "–", "/")
        )

    def _share(self, at: int) -> _Reading | None:
        """ "one in three" is a share; "six of the council's nine" is six, and the total is known."""
        a = self._number(at)
        if a is None or a.fraction or a.vague or a.article or a.value % 1 or a.last >= len(self.words):
            return None
        if a.digits and self._is_label(at, a):
            return None
        link = self._at(self.rules.links.one_in, a.last)
        if link and (b := self._whole(link.last)) and a.value < b.value and b.value <= 100 and a.value <= 10:
            return self._rate(at, a, b)
        return self._part_of(at, a)

    def _whole(self, at: int) -> Number | None:
        if at >= len(self.words) or self.blocked[at]:
            return None
        found = self._number(at)
        plain = found and not (found.fraction or found.vague or found.article or found.value % 1)
        return found if found and plain and not self._unit_at(found.last) else None

    def _rate(self, at: int, a: Number, b: Number) -> _Reading:
        value = a.value / b.value * 100
        point = Range.point(value)
        return _Reading(
            at,
            b.last,
            Quantity(
                Measure.PERCENT, point, (value,), Decimal(5), unit="percent", many="percent", fraction=True
            ),
        )

    def _part_of(self, at: int, a: Number) -> _Reading | None:
        link = self._at(self.rules.links.of_total, a.last)
        if link is None:
            return None
        for start in range(link.last, min(link.last + _PARTY + 1, len(self.words))):
            b = self._whole(start)
            if b and a.value < b.value and not b.one:
                if a.value == 1:
                    return None  # one of several is somebody, no share
                value = Quantity(Measure.COUNT, Range.point(a.value), (a.value,), a.step, total=b.value)
                return _Reading(at, a.last, value, b.last)  # the total is a count of its own
            if not self.words[start].is_word:
                return None
        return None

    def _twice(self, at: int) -> _Reading | None:
        hit = self.lexicon.times.at(self.words, at)
        if hit is None:
            return None
        value = Decimal(hit.meaning)
        return _Reading(
            at,
            hit.last,
            Quantity(Measure.FREQUENCY, Range.point(value), (value,), Decimal(1), unit="time", many="times"),
        )

    # --- places in an order, and nothing

    def _ordinal(self, at: int) -> _Reading | None:
        found = self._ordinal_digits(at) or self._ordinal_word(at) or self._ranked(at)
        if found is None or found[1] <= 0:
            return None
        last, value, total = found[0], found[1], None
        if link := self._at(self.rules.links.of_total, last):
            whole = self._whole(link.last)
            if whole and whole.value >= value:
                last, total = whole.last, whole.value
        return _Reading(
            at, last, Quantity(Measure.RANK, Range.point(value), (value,), Decimal(1), total=total)
        )

    def _ordinal_digits(self, at: int) -> tuple[int, Decimal] | None:
        """ "121st", "ke-6"."""
        rules = self.rules.ordinals
        if self._key(at) in self.lexicon.ordinal_prefixes and self._hyphen(at + 1) > at + 1:
            number = self.words[at + 2]
            is_rank = number.text.isdecimal() and len(number.text) < 4 and not self.blocked[at + 2]
            named = self._capital(at - 1) and at >= 2 and not self._in(at - 1, rules.heads)
            return (
                (at + 3, Decimal(number.text))
                if is_rank and not named and not self._ordinal_not(at + 3)
                else None
            )
        token = self.words[at]
        if (
            token.text.isdecimal()
            and len(token.text) < 5
            and self._touch(at + 1)
            and self._in(at + 1, rules.suffixes)
        ):
            return None if self._ordinal_not(at + 2) else (at + 2, Decimal(token.text))
        return None

    def _ordinal_not(self, at: int) -> bool:
        return self._at(self.rules.ordinals.not_before, self._hyphen(at)) is not None

    def _ordinal_word(self, at: int) -> tuple[int, Decimal] | None:
        value = self.lexicon.ordinals.get(self._key(at))
        if value is None or self._ordinal_not(at + 1) or self._is_kind(at) or self._is_idle(at):
            return None
        if self._capital(at) and at > 0 and self._capital(at + 1):  # "the Second World War"
            return None
        if self._in(at, self.rules.ordinals.both) and not self._orders(at):
            return None
        return at + 1, value

    def _is_idle(self, at: int) -> bool:
        """ "First, he left", "for the first time": no place in an order."""
        opens = self._capital(at) and self._key(at + 1) == ","
        return opens or self._at(self.rules.ordinals.idle, at) is not None

    def _is_kind(self, at: int) -> bool:
        """Whether an ordinal belongs to what stands before: "pihak ketiga", not "negara ketiga terbesar"."""
        rules = self.rules.ordinals
        return self._in(at - 1, rules.not_after) and not self._at(rules.sure, at + 1)

    def _orders(self, at: int) -> bool:
        """Whether "kedua" says "second": after a noun of order, or closing its phrase."""
        rules = self.rules.ordinals
        if self._in(at - 1, rules.heads) or self._at(rules.sure, at + 1):
            return True
        if at == 0 or not self.words[at - 1].is_word or self._stops(at - 1):
            return False
        return at + 1 >= len(self.words) or not self.words[at + 1].is_word or self._stops(at + 1)

    def _ranked(self, at: int) -> tuple[int, Decimal] | None:
        """ "peringkat 3", "No. 2"."""
        hit = self._at(self.rules.ordinals.before, at)
        if hit is None or hit.last >= len(self.words) or self.blocked[hit.last]:
            return None
        number = self._number(hit.last)
        if number is None or not _is_plain(number) or number.last > hit.last + 1:
            return None
        is_rank = number.value % 1 == 0 and 0 < number.value < _LAST and not self._capital(number.last)
        if not is_rank or self._in(number.last, self.rules.ordinals.suffixes):
            return None
        return number.last, number.value

    def _nothing(self, at: int) -> _Reading | None:
        """ "tidak ada korban jiwa", "nobody was hurt", "korban jiwa nihil"."""
        rules = self.rules.nothing
        hit = self._at(rules.persons, at)
        if hit and self._has_state(hit.last) and not self._in(hit.last, rules.others):
            return self._zero(hit, "person")
        if (hit := self._at(rules.words, at)) and (noun := self._at(rules.nouns, hit.last)):
            return None if self._in(noun.last, rules.others) else self._zero(hit, "", noun.first)
        if (hit := self._at(rules.trailing, at)) and at in self.casualties:
            return self._zero(hit, "")
        return None

    def _lone(self, at: int) -> _Reading | None:
        """ "seorang tewas": one person, right before what befell them."""
        hit = self._at(self.rules.counted.single, at)
        if hit is None or self._singled_out(at) or not self._in(hit.last, self.rules.nothing.states):
            return None
        one = Decimal(1)
        return _Reading(
            hit.first, hit.last, Quantity(Measure.COUNT, Range.point(one), (one,), one, unit="person")
        )

    def _marker(self, at: int) -> _Reading | None:
        """ "KM 297+400": the stone at 297.4 kilometres."""
        hit = self._at(self.rules.markers, at)
        first = hit.last + (self._key(hit.last) == ".") if hit else at
        number = self._digits(first) if hit and at and not self.words[at - 1].is_number else None
        if number is None or self._unit_at(first + 1):
            return None
        last, value, step = first + 1, number, Decimal(1)
        if self._key(last) == "+" and (metres := self._digits(last + 1)) is not None:
            last, value, step = last + 2, number + metres / 1000, Decimal("0.1")
        unit = "kilometre marker"
        return _Reading(at, last, Quantity(Measure.MARKER, Range.point(value), (value,), step, unit=unit))

    def _digits(self, at: int) -> Decimal | None:
        """A plain number in digits."""
        number = self._number(at) if at < len(self.words) and not self.blocked[at] else None
        return number.value if number and number.digits and _is_plain(number) and number.scale == 1 else None

    def _has_state(self, at: int) -> bool:
        states = self.lexicon.keys(self.rules.nothing.states)
        return any(word.key in states for word in self.words[at : self._clause_end(at)])

    def _clause_end(self, at: int) -> int:
        end = at
        while end < min(at + 10, len(self.words)) and self._key(end) not in (",", ";", ".", "?", "!", '"'):
            end += 1
        return end

    def _zero(self, hit: Hit, unit: str, noun: int | None = None) -> _Reading:
        nil = Decimal(0)
        value = Quantity(Measure.COUNT, Range.point(nil), (nil,), Decimal(1), unit=unit)
        return _Reading(hit.first, hit.last, value, noun)

    # --- what stands around

    def _bounded(self, reading: _Reading, floor: int, text: str) -> tuple[int, int, Quantity] | None:
        """The reading with its bounds and its counted noun; None where it turns out to be no quantity."""
        value, first, last = reading.value, reading.first, reading.last
        if value.measure in (Measure.DURATION, Measure.RANK) and self._at(self.rules.past, last):
            return None if value.measure is Measure.DURATION else (first, last, value)
        if value.measure in (Measure.RANK, Measure.SCORE, Measure.MARKER):
            return first, last, value
        bounds, first = self._bounds_before(first, floor, value.measure)
        noun = reading.noun
        if after := self._bound_after(last):
            bounds.append(Bound(after.meaning))
            noun = after.last if noun == last else noun
            last = after.last
        value = _bent(value, bounds)
        return first, last, self._counting(value, noun, text)

    def _bounds_before(self, first: int, floor: int, measure: Measure) -> tuple[list[Bound], int]:
        bounds: list[Bound] = []
        at = first
        while at > floor and (at in self.bounds or at in self.fillers):
            start = self.bounds[at].first if at in self.bounds else self.fillers[at]
            if start < floor:
                break
            if at in self.bounds:
                if self.bounds[at].meaning == Bound.EXACT:
                    break
                if start == at - 1 and (self._is_during(start, measure) or self._is_spatial(start)):
                    break
                bounds.append(Bound(self.bounds[at].meaning))
                first = start
            at = start
        return bounds, first

    def _is_during(self, at: int, measure: Measure) -> bool:
        return measure is Measure.DURATION and self._in(at, self.rules.during)

    def _is_spatial(self, at: int) -> bool:
        """Whether a bound is a preposition of what stands before it: "poured water over 38 whales"."""
        if not self._in(at, self.rules.spatial):
            return False
        return any(self._in(place, self.rules.spatial_after) for place in (at - 1, at - 2))

    def _bound_after(self, last: int) -> Hit | None:
        return self.lexicon.bounds_after.at(self.words, last) if last < len(self.words) else None

    def _counting(self, value: Quantity, noun: int | None, text: str) -> Quantity:
        """The quantity with its counted noun and, where that is a person, the unit "person"."""
        if noun is None or value.measure is not Measure.COUNT:
            return value
        unit, start = self._classified(noun)
        end = self._noun_end(start)
        if end == start and start > self._hyphen(noun):  # the classifier is all there is: "19 orang"
            end, start = start, self._classifier_start(noun)
        if end == start:
            return replace(value, unit=value.unit or unit)
        span = Span(self.words[start].start, self.words[end - 1].end)
        if not unit and any(self.lexicon.is_person(word.key) for word in self.words[start:end]):
            unit = "person"
        return replace(value, unit=value.unit or unit, of=span.of(text), of_span=span)

    def _classifier_start(self, at: int) -> int:
        link = self._at(self.rules.counted.links, at)
        return link.last if link else at

    def _classified(self, at: int) -> tuple[str, int]:
        """The unit that a classifier tells, and where the noun may begin."""
        counted = self.rules.counted
        at = self._hyphen(at)
        if link := self._at(counted.links, at):
            at = link.last
        while self._in(at, counted.skip):
            at += 1
        for listed, unit in (
            (counted.family_classifiers, "family"),
            (counted.person_classifiers, "person"),
            (counted.classifiers, ""),
        ):
            if hit := self._at(listed, at):
                return unit, hit.last
        return "", at

    def _noun_end(self, start: int) -> int:
        """Where the counted noun ends: at its first word, or at the first that looks like a plural."""
        endings = self.rules.counted.plural_endings
        end = start
        while end < min(start + _NOUN_WORDS, len(self.words)):
            if not self.words[end].is_word or self._stops(end):
                break
            end += 1
            while (joined := self._hyphen(end)) > end:
                end = joined + 1
            key = self.words[end - 1].key
            if not endings or key.endswith(endings) or self.lexicon.is_person(key):
                return end
        return start

    def _person_at(self, at: int) -> bool:
        unit, start = self._classified(at)
        if unit:
            return True
        end = self._noun_end(start)
        return any(self.lexicon.is_person(word.key) for word in self.words[start:end])

    def _equalled(self, found: list[Found], joints: list[tuple[int, int]]) -> list[Found]:
        """Amounts told twice, "US$2 million or nearly RM9 million", know of each other."""
        equals = self.lexicon.phrases(self.rules.links.equals)
        done = list(found)
        for i in range(len(found) - 1):
            a, b = found[i].value, found[i + 1].value
            if a.measure is not b.measure or a.unit == b.unit or a.measure in (Measure.COUNT, Measure.RANK):
                continue
            start, end = joints[i][1], joints[i + 1][0]
            hit = equals.at(self.words, start) if start < end else None
            if hit and hit.last == end:
                done[i] = replace(done[i], value=replace(done[i].value, also=(b,)))
                done[i + 1] = replace(done[i + 1], value=replace(done[i + 1].value, also=(a,)))
        return done


def _small(number: Number) -> bool:
    whole = number.value % 1 == 0 and 0 <= number.value < 100
    return whole and _is_plain(number)


def _is_plain(number: Number) -> bool:
    return not (number.fraction or number.vague or number.article)


def _is_whole(number: Number) -> bool:
    return number.value % 1 == 0 and not (number.fraction or number.vague)


def _matched(a: Core, b: Core) -> tuple[Core, Core]:
    """Lets "2 to 3 million" and "15 to 20 metres" share what only one of the two says."""
    if a.number.scale == 1 and b.number.scale != 1 and a.number.value < b.number.value / b.number.scale:
        scale = b.number.scale
        a = replace(a, number=replace(a.number, value=a.number.value * scale, step=a.number.step * scale))
    if a.bare:
        a = replace(a, unit=b.unit, currency=b.currency)
    return a, b


def _room(value: Quantity, point: Decimal) -> Decimal:
    """How far off "about" may be: a tenth for a round number, hardly more than its last digit for a finer one."""
    tenth = point * _TENTH
    is_round = value.fraction or significant(value.stated[0]) == 1
    return tenth if is_round else min(tenth, max(value.step, point * _SLIGHTLY))


def _bent(value: Quantity, bounds: list[Bound]) -> Quantity:
    """The quantity under its bounds: "up to about 12,000" is an upper bound and approximate."""
    rough = value.approximate or any(bound in (Bound.ABOUT, Bound.NEARLY) for bound in bounds)
    firm = next((bound for bound in bounds if bound.is_lower or bound.is_upper), None)
    if value.bound in (Bound.VAGUE, Bound.BETWEEN):
        return replace(value, approximate=rough)
    point = value.amount.low
    if point is None or not bounds:
        return value
    room = _room(value, abs(point))
    if firm and firm.is_lower:
        return replace(value, bound=firm, amount=Range(point, None), approximate=rough)
    if firm:
        return replace(value, bound=firm, amount=Range(None, point), approximate=rough)
    if Bound.NEARLY in bounds:
        return replace(value, bound=Bound.NEARLY, amount=Range(point - room, point), approximate=True)
    return replace(value, bound=Bound.ABOUT, amount=Range(point - room, point + room), approximate=True)
