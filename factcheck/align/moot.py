"""Agreements that a difference makes moot.

"Six of the nine" against "seven of the nine" is a difference; that both say nine is no news beside it. And a value
that another article contradicts is not confirmed by one that calls it the old one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.grouping import place
from factcheck.align.items import Item
from factcheck.kinds.quantity import Quantity


def settled(found: Sequence[list[Item]], contested: Sequence[list[Item]]) -> list[list[Item]]:
    """The groups in which nothing differs, without what the contested ones make moot."""
    disputed = {place(item) for members in contested for item in members}
    kept = []
    for members in found:
        current = any(place(item) in disputed and not item.mention.role.before for item in members)
        rest = [item for item in members if not (current and item.mention.role.before)]
        if not all(_is_total(item, disputed) for item in rest):
            kept.append(rest)
    return kept


def _is_total(item: Item, disputed: set[tuple[int, int]]) -> bool:
    """Whether an amount is the whole of which a disputed one of its sentence is told to be a share."""
    value = item.mention.value
    return isinstance(value, Quantity) and any(
        isinstance(other.value, Quantity)
        and other.value.total is not None
        and (other.value.total,) == value.stated
        and (item.number, other.span.start) in disputed
        for other in item.statement.mentions
    )
