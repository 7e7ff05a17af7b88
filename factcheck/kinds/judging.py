"""The one place that knows which ladder judges which kind."""

from __future__ import annotations

from factcheck.kinds import _happening, name, quantity, quote, stance, statement, time
from factcheck.model import Value
from factcheck.verdicts import Judgement, Verdict

_SHORT = 0.75  # of the length of the full word
_ENDING = 5  # letters that two words must end in to be one with a prefix: "polres", "mapolres"
_LONG = 9  # letters of a word that is not mistaken for its like in another language: "stadion", "stadium"


def judgement(a: Value, b: Value) -> Judgement | None:  # noqa: PLR0911  # a return a kind
    """How two values of one kind stand to each other; None where they can't be compared."""
    match a, b:
        case quantity.Quantity(), quantity.Quantity():
            return quantity.judge(a, b)
        case time.Time(), time.Time():
            return time.judge(a, b)
        case name.Name(), name.Name():
            return _one_spelling(a, b) or name.judge(a, b) or _apart(a, b)
        case stance.Standpoint(), stance.Standpoint():
            return stance.judge(a, b)
        case _happening.Happening(), _happening.Happening():
            return _happening.judge(a, b)
        case quote.Quote(), quote.Quote():
            return quote.judge(a, b)
        case statement.Gist(), statement.Gist():
            return statement.judge(a, b)
    return None


def says_less(a: Value, b: Value) -> bool:
    """Whether a value leaves open what another, with which it agrees, tells: an hour of no day."""
    return isinstance(a, time.Time) and isinstance(b, time.Time) and b.resolved and not a.resolved


def letters(of: name.Name) -> str:
    """The letters of a name, one way where two spellings of a language differ: organisation, organization."""
    joined = "".join(of.parts) or of.id
    return joined.replace("z", "s").replace("ce", "se").replace("our", "or").replace("programme", "program")


def _one_spelling(a: name.Name, b: name.Name) -> Judgement | None:
    if a.type is b.type is not name.NameType.RANK and letters(a) == letters(b) and a.id != b.id:
        return Judgement(Verdict.AGREE, "the same name, spelt two ways")
    return None


def _apart(a: name.Name, b: name.Name) -> Judgement | None:
    """Two names that surely mean different things are a conflict where they fill one place in an event."""
    if not name.types_meet(a, b) or _is_short_form(a, b):
        return None
    if not _is_half_alike(a, b) and (a.type is not b.type or not name.apart(a, b)):
        return None
    return Judgement(Verdict.CONFLICT, f"{a.show()} here, {b.show()} there")


def _is_half_alike(a: name.Name, b: name.Name) -> bool:
    """Whether two names are the same but for one part: "Gilbert Chanda", "Gilbert Chama"."""
    apart = name.part_apart(a.parts, b.parts)
    return apart is not None and all(part.isalpha() for part in apart)


def _is_short_form(a: name.Name, b: name.Name) -> bool:
    """Whether two names that share a part may be one, long and short: "Northeast Philly", "Northeast Philadelphia"."""
    x, y = set(a.parts), set(b.parts)
    if a.type is name.NameType.PERSON or not x & y:
        return False
    if x <= y or y <= x:
        return True  # "Relief Agency", "UN Relief Agency"
    return any(_shortens(p, q) or _shortens(q, p) for p in x - y for q in y - x)


def _shortens(short: str, full: str) -> bool:
    """Whether a word looks like a short form of another: "Philly" does, "Independent" of "Independence" doesn't."""
    if full.startswith(short) or (len(short) >= _ENDING and full.endswith(short)):
        return True
    return short[:4] == full[:4] and (len(short) <= _SHORT * len(full) or len(full) < _LONG)
