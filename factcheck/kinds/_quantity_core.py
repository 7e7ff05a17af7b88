"""Numbers with the unit or currency beside them, and digits that are only labels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.kinds._numbers import Number, read_number
from factcheck.kinds._quantity_sentence import Look
from factcheck.kinds._quantity_value import Measure
from factcheck.languages import Hit

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Core:
    """A number with its unit: tokens[first:last]."""

    first: int
    last: int
    number: Number
    unit: str = ""
    currency: str = ""

    @property
    def bare(self) -> bool:
        return not self.unit and not self.currency


class Cores(Look):
    """Reads a number with its unit at a given word."""

    def _core(self, at: int, money: str = "") -> Core | None:
        """A number with the unit or currency beside it."""
        if at >= len(self.words) or (self.blocked[at] and not self._sign(at)):
            return None
        sign = self._sign(at)
        start, currency = (sign.last, sign.meaning) if sign else (at, money)
        if start >= len(self.words) or self.blocked[start]:
            return None
        number = read_number(self.words, start, self.lexicon, money=True) if currency else self._number(start)
        if number is None:
            return None if sign else self._one_unit(at)
        if not sign and (at in self.labels or self._labels(at, number)):
            return None
        if currency and not number.article:
            return self._named(Core(at, number.last, number, currency=currency))
        return self._with_unit(Core(at, number.last, number))

    def _named(self, core: Core) -> Core:
        """Takes in a currency named again after the number: "$2 million US dollars"."""
        hit = self._currency_after(core.last)
        if hit and self._code(hit.meaning) == self._code(core.currency):
            return replace(core, last=hit.last, currency=hit.meaning)
        return core

    def _code(self, currency: str) -> str:
        return self.lexicon.table.currencies[currency].code or currency

    def _sign(self, at: int) -> Hit | None:
        hit = self.lexicon.currency_before.at(self.words, at)
        if hit is None or hit.last >= len(self.words):
            return None
        first = self.words[at]
        if first.is_word and hit.last == at + 1 and first.text not in self.lexicon.symbols:
            return None  # "Try 3 times" is no lira
        lone = len(first.text) == 1 and first.is_word
        return None if lone and not self._touch(at + 1) else hit

    def _currency_after(self, at: int) -> Hit | None:
        """A currency named after the number; a symbol there may belong to the next number instead."""
        hit = self.lexicon.currency_after.at(self.words, at) if at < len(self.words) else None
        if hit is None or (self._touch(hit.last) and self.words[hit.last].is_number):
            return None
        token = self.words[at]
        if hit.last > at + 1 or not token.is_word or token.key in self.lexicon.named:
            return hit
        return hit if len(token.text) == 3 and token.text.isupper() else None

    def _with_unit(self, core: Core) -> Core | None:
        at = core.last
        if core.number.fraction and (link := self._at(self.rules.numerals.fraction_units, at)):
            at = link.last
        at = self._hyphen(at)
        if at < len(self.words):
            hit = self.lexicon.units.at(self.words, at)
            if hit is None and self._touch(at):
                hit = self._glued(at)
            if hit and self._unit_fits(core, hit):
                return self._half_more(replace(core, last=hit.last, unit=hit.meaning))
            money = self._currency_after(at) or self._large_currency(core, at)
            if money and not core.number.article:
                return replace(core, last=money.last, currency=money.meaning)
        return core

    def _large_currency(self, core: Core, at: int) -> Hit | None:
        """A currency whose name means something else beside small numbers: "142 million pounds"."""
        return self.lexicon.large_currencies.at(self.words, at) if core.number.scale >= _MILLION else None

    def _glued(self, at: int) -> Hit | None:
        hit = self.lexicon.glued.at(self.words, at)
        return hit if hit and self.words[at].text in self.lexicon.unit(hit.meaning).glued else None

    def _unit_fits(self, core: Core, hit: Hit) -> bool:
        """A point is a unit only of a fraction; a symbol of one letter belongs to digits."""
        if self.lexicon.measure(hit.meaning) is Measure.POINTS and hit.last == hit.first + 1:
            return core.number.fraction or self._key(hit.first) in ("bps", "bp")
        return len(self.words[hit.first].text) > 1 or core.number.digits or not self.words[hit.first].is_word

    def _half_more(self, core: Core) -> Core:
        """ "an hour and a half", "setahun setengah"."""
        hit = self.lexicon.halves.at(self.words, core.last) if core.last < len(self.words) else None
        if hit is None or core.number.value > 12 or core.number.fraction:
            return core
        more = replace(
            core.number, value=core.number.value + Decimal(hit.meaning), step=Decimal("0.5"), article=False
        )
        return replace(core, last=hit.last, number=more)

    def _one_unit(self, at: int) -> Core | None:
        hit = self.lexicon.one_unit.at(self.words, at)
        if hit is None:
            return None
        return self._half_more(
            Core(at, hit.last, Number(at, hit.last, Decimal(1), article=True), unit=hit.meaning)
        )

    def _labels(self, at: int, number: Number) -> bool:
        """Whether a number names a thing: digits in many ways, words only by what follows."""
        if number.digits:
            return self._is_label(at, number)
        return self._at(self.rules.counted.not_before, number.last) is not None

    def _is_label(self, at: int, number: Number) -> bool:
        """Whether digits name a thing rather than count: "Pasal 5", "G20", "Boeing 737", "8/10"."""
        if at in self.labels or self._at(self.rules.counted.not_before, number.last):
            return True
        before, after = self._key(at - 1), self._key(number.last)
        if self._touch(at) and (
            self.words[at - 1].is_word or before in ("/", "_", "=", "#", "&", "@", ".", ":")
        ):
            return True
        if self._touch(at) and before in ("-", "‑") and self._touch(at - 1) and not self._joined_words(at):
            return True
        if after in ("/", ":", "_") and self._touch(number.last) and self._touch(number.last + 1):
            return after != "/" or not self.words[number.last + 1].is_word
        return self._is_name_part(at, number) or self._is_list_mark(at, number)

    def _joined_words(self, at: int) -> bool:
        """Whether what stands before the hyphen is itself a number: "10-12"."""
        return at >= 2 and (
            self.words[at - 2].is_number or self.words[at - 2].key in self.lexicon.ordinal_prefixes
        )

    def _is_name_part(self, at: int, number: Number) -> bool:
        """ "Liga 1", "Apollo 11": a capitalised word right before, and nothing countable after."""
        if (
            at < 2
            or not self._capital(at - 1)
            or self._touch(at)
            or number.scale != 1
            or "," in self.words[at].text
        ):
            return False
        if at in self.bounds or at in self.fillers or at in self.ages or at in self.quakes:
            return False
        after = self.words[number.last] if number.last < len(self.words) else None
        link = self._at(self.rules.links.strong, number.last)
        if link and link.last < len(self.words) and self.words[link.last].is_number:
            return False
        if after is None or self._is_model(at, number):
            return True
        counts = after.is_word and after.text[0].islower() and not self._stops(number.last)
        return not counts and after.key not in ("%", "-", "–", "°")

    def _is_model(self, at: int, number: Number) -> bool:
        """ "ATR 72-600": a hyphen right between the numbers after letters in capitals."""
        letters, last = self.words[at - 1].text, number.last
        glued = self._key(last) in ("-", "‑") and self._touch(last) and self._touch(last + 1)
        return glued and len(letters) > 1 and letters.isupper()

    def _is_list_mark(self, at: int, number: Number) -> bool:
        """ "1. Banjir", and the hour before an entry of a live page: "19.30 Women at the table"."""
        if at:
            return False
        hour = "." in self.words[at].text and self._capital(number.last)
        return hour or (self._key(number.last) in (".", ")") and self._capital(number.last + 1))

    def _stops(self, at: int) -> bool:
        return self._in(at, self.rules.counted.stops)
