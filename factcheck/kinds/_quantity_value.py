"""What a quantity is: the amount a phrase states, and all it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.model import Span
from factcheck.ranges import Range


class Measure(StrEnum):
    """What is measured. Two quantities of different measures say nothing of each other."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    DURATION = "duration"
    AGE = "age"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    MAGNITUDE = "magnitude"
    POWER = "power"
    ENERGY = "energy"
    RANK = "rank"
    SCORE = "score"
    FREQUENCY = "frequency"
    MARKER = "marker"  # a place on a road: "KM 279"


class Bound(StrEnum):
    """How firmly the number stands: as it is, or as an end of what is allowed."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    BETWEEN = "between"
    VAGUE = "vague"

    @property
    def is_lower(self) -> bool:
        """Whether the number is the low end."""
        return self in (Bound.AT_LEAST, Bound.ABOVE)

    @property
    def is_upper(self) -> bool:
        """Whether the number is the high end."""
        return self in (Bound.AT_MOST, Bound.BELOW)


_SHOWN = {
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.AT_LEAST: "at least ",
    Bound.ABOVE: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.BELOW: "less than ",
}
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)


def digits(number: Decimal) -> str:
    """The digits of a number as they stand: "126" for 12.6."""
    return format(abs(number), "f").replace(".", "")


def significant(number: Decimal) -> int:
    """How many digits of a number tell something: two of 1,200, one of 0.05."""
    return len(digits(number).strip("0"))


def _plain(number: Decimal) -> str:
    """Digits with grouped thousands, without idle zeros: 12,000 and 6.25."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scaled(number: Decimal) -> str:
    """A large amount in words where that is shorter: "1.2 billion"."""
    for scale, name in _SCALES:
        if abs(number) >= scale and (number / scale * 1000) % 1 == 0:
            return f"{_plain(number / scale)} {name}"
    return _plain(number)


def _json_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else round(float(number), 6)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated amount. `amount`, `step` and `soft` are in the measure's base unit: metres, seconds…"""

    measure: Measure
    amount: Range
    stated: tuple[Decimal, ...]  # as written, scaled by "million", in the written unit; empty where vague
    step: Decimal  # what the writing resolves: 1000 for "12,000", 1 for "12,037"
    bound: Bound = Bound.EXACT
    unit: str = ""
    of: str = ""
    of_span: Span | None = None
    approximate: bool = False
    factor: Decimal = Decimal(1)  # base units in one written unit
    offset: Decimal = Decimal(0)  # added after scaling: Fahrenheit
    soft: Range | None = None  # how far a vague word may stretch
    total: Decimal | None = None  # "six of the nine": 9
    many: str = ""  # the unit's plural
    kin: tuple[str, ...] = ()  # currency codes a shared name ("shilling") may stand for
    sign: str = ""  # how money of this currency is shown: "$"
    also: tuple[Quantity, ...] = ()  # the same amount as the text gives it in another unit
    parts: tuple[Quantity, ...] = ()  # what it is put together of: "two hours and 51 minutes"
    fraction: bool = False  # said as a fraction: "a third"

    def show(self) -> str:
        """The amount in plain English: "up to 12,000", "$1.2 billion", "20,000–99,999"."""
        if self.measure is Measure.SCORE:
            return "–".join(_plain(n) for n in self.stated)
        if self.measure is Measure.RANK:
            total = f" of {_plain(self.total)}" if self.total is not None else ""
            return f"no. {_plain(self.stated[0])}{total}"
        if self.measure is Measure.MARKER:
            return f"km {_plain(self.stated[0])}"
        if self.parts:
            return _SHOWN.get(self.bound, "") + " ".join(part.show() for part in self.parts)
        numbers = self.stated or tuple(self._written(end) for end in _ends(self.amount))
        shown = "–".join(self._shown(n) for n in numbers)
        return f"{_SHOWN.get(self.bound, '')}{shown}{self._unit_shown(numbers)}"

    def to_json(self) -> dict[str, object]:
        """The contract's `value`: numbers in the written unit, null for an open end."""
        low, high = self.amount.low, self.amount.high
        return {
            "stated": [_json_number(n) for n in self.stated],
            "low": None if low is None else _json_number(self._written(low)),
            "high": None if high is None else _json_number(self._written(high)),
            "unit": self.unit,
            "of": self.of,
            "approximate": self.approximate,
        }

    def _written(self, base: Decimal) -> Decimal:
        return (base - self.offset) / self.factor

    def _shown(self, number: Decimal) -> str:
        if self.fraction:
            number = round(number, 1)
        return self.sign + (_scaled(number) if self.measure is Measure.MONEY else _plain(number))

    def _unit_shown(self, numbers: tuple[Decimal, ...]) -> str:
        if self.measure is Measure.COUNT or self.sign or not self.unit:
            return ""
        return f" {self.unit if numbers == (Decimal(1),) else self.many or self.unit}"


def _ends(amount: Range) -> tuple[Decimal, ...]:
    return tuple(end for end in (amount.low, amount.high) if end is not None)
