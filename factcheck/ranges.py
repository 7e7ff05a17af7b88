"""Range: all that a phrase leaves open, for amounts and for times alike.

"12,000" is a point, "up to 12,000" has an open low end, "thousands" spans 1,000 to 9,999.
Nothing vague becomes exact: a Range is only ever narrowed by another phrase, never by a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """The amounts a phrase allows, both ends included; None leaves an end open."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a range runs upwards: {self.low} > {self.high}")

    @classmethod
    def point(cls, amount: Decimal) -> Range:
        """The range of a single amount."""
        return cls(amount, amount)

    @property
    def is_point(self) -> bool:
        """Whether only one amount is allowed."""
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> Decimal | None:
        """Half-way between the ends, or the only end that is closed; None where both are open."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends, Decimal(0)) / len(ends) if ends else None

    def __contains__(self, amount: Decimal) -> bool:
        return (self.low is None or self.low <= amount) and (self.high is None or amount <= self.high)

    def meets(self, other: Range) -> bool:
        """Whether one amount at least is allowed by both."""
        return not (self.lies_below(other) or other.lies_below(self))

    def lies_below(self, other: Range) -> bool:
        """Whether every amount of this range is smaller than every one of the other."""
        return self.high is not None and other.low is not None and self.high < other.low

    def holds(self, other: Range) -> bool:
        """Whether this range allows all that the other allows."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def widened(self, step: Decimal) -> Range:
        """The range with both its closed ends moved outwards by a step."""
        low = None if self.low is None else self.low - step
        high = None if self.high is None else self.high + step
        return Range(low, high)

    def scaled(self, factor: Decimal) -> Range:
        """The range in another unit; the factor is positive."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Range(low, high)
