"""The one place that knows which ladder judges which kind."""

from __future__ import annotations

from factcheck.kinds import name, quantity, quote, stance, statement, time
from factcheck.model import Value
from factcheck.verdicts import Judgement, Verdict


def judgement(a: Value, b: Value) -> Judgement | None:  # noqa: PLR0911  # a return a kind
    """How two values of one kind stand to each other; None where they can't be compared."""
    match a, b:
        case quantity.Quantity(), quantity.Quantity():
            return quantity.judge(a, b)
        case time.Time(), time.Time():
            return time.judge(a, b)
        case name.Name(), name.Name():
            return name.judge(a, b) or _apart(a, b)
        case stance.Standpoint(), stance.Standpoint():
            return stance.judge(a, b)
        case quote.Quote(), quote.Quote():
            return quote.judge(a, b)
        case statement.Gist(), statement.Gist():
            return statement.judge(a, b)
    return None


def _apart(a: name.Name, b: name.Name) -> Judgement | None:
    """Two names that surely mean different things are a conflict where they fill one place in an event."""
    if a.type is not b.type or not name.apart(a, b):
        return None
    return Judgement(Verdict.CONFLICT, f"{a.show()} here, {b.show()} there")
