"""Detail: what else two mentions and their surroundings have in common, as evidence for the trees.

Nothing here decides by itself; the forest (tools/fit_weights.py) learns what is worth how much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from factcheck.align.items import Corpus, Item, sort
from factcheck.kinds import name, quantity, time
from factcheck.model import Zone

_MOST_DAYS = 4000
_MOST_TENFOLDS = 4.0
_MOST_DAYS_APART = 60
_OFTEN = 5
_FLAGS = ("part", "planned", "background", "old", "before", "target")
Features = dict[str, float]


def detail(a: Item, b: Item, corpus: Corpus) -> Features:
    """The named evidence that a line of two articles gives beyond the likeness of the roles."""
    found = {
        **_values(a, b),
        **_places(a, b),
        **_sources(a, b),
        **_shared(a, b, corpus),
        **_told(a, b, corpus),
        **_frames(a, b),
    }
    for flag in _FLAGS:
        found[f"{flag}_count"] = float(getattr(a.mention.role, flag)) + float(getattr(b.mention.role, flag))
    return found


def _frames(a: Item, b: Item) -> Features:
    """Whether the small words right before the two say the same of them."""
    x, y = a.mention.role.frame, b.mention.role.frame
    told = bool(x and y)
    return {"frame_same": float(told and x == y), "frame_differ": float(told and x != y)}


def _values(a: Item, b: Item) -> Mapping[str, float]:
    x, y = a.mention.value, b.mention.value
    if isinstance(x, quantity.Quantity) and isinstance(y, quantity.Quantity):
        return _sizes(x, y) | _digits(x, y) | _readings(x, y)
    if isinstance(x, time.Time) and isinstance(y, time.Time):
        return _days(x, y) | _ages(x, y, a, b) | _clocks(x, y)
    return {}


def _told(a: Item, b: Item, corpus: Corpus) -> Features:
    """How often each value is told, in its own article and in the other; who else bears a name's parts."""
    x, y = a.mention.value, b.mention.value
    own = sorted((corpus.times_told(a, a.number), corpus.times_told(b, b.number)))
    there = sorted((corpus.times_told(a, b.number), corpus.times_told(b, a.number)))
    crowd = sorted(
        sum(sort(m.value) == sort(of.mention.value) for m in of.statement.mentions) for of in (a, b)
    )
    found: Features = {
        "told_least": min(own[0], _OFTEN),
        "told_most": min(own[1], _OFTEN),
        "told_there_least": min(there[0], _OFTEN),
        "told_there_most": min(there[1], _OFTEN),
        "sort_least": crowd[0],
        "sort_most": crowd[1],
    }
    if isinstance(x, name.Name) and isinstance(y, name.Name):
        shared = [part for part in x.parts if part in y.parts]
        bearers = [corpus.bearers(part, number) for part in shared for number in (a.number, b.number)]
        found["bearers"] = min(max(bearers, default=0), _OFTEN)
        found["parts_least"] = min(len(x.parts), len(y.parts))
        found["parts_most"] = max(len(x.parts), len(y.parts))
    return found


def _sizes(x: quantity.Quantity, y: quantity.Quantity) -> Features:
    p, q = x.amount.middle, y.amount.middle
    if p is None or q is None:
        return {}
    least, most = sorted((abs(float(p)), abs(float(q))))
    found = {"size": math.log10(1 + least), "zero": float(least == 0)}
    if most:
        found["gap"] = abs(float(p - q)) / most
    if least:
        found["tenfolds"] = min(math.log10(most / least), _MOST_TENFOLDS)
    return found


def _digits(x: quantity.Quantity, y: quantity.Quantity) -> Features:
    """How alike two figures look: 12.6 and 16.2, 318 and 381, 250 and 205 are slips of a hand."""
    p, q = _written(x), _written(y)
    if not p or not q:
        return {}
    telling = sorted((len(p.strip("0")), len(q.strip("0"))))
    found: Features = {"digits_least": telling[0], "digits_most": telling[1]}
    if p != q:
        found["digits_moved"] = float(sorted(p) == sorted(q))
        found["digit_changed"] = float(len(p) == len(q) > 1 and sum(map(str.__ne__, p, q)) == 1)
        found["digit_first"] = float(p[0] == q[0])
    return found


def _written(value: quantity.Quantity) -> str:
    return quantity.digits(value.stated[0].normalize()) if value.stated else ""


def _readings(x: quantity.Quantity, y: quantity.Quantity) -> Features:
    return {
        "bounded": float(x.bound is not quantity.Bound.EXACT) + float(y.bound is not quantity.Bound.EXACT),
        "unit_same": float(x.unit == y.unit),
        "fraction_differ": float(x.fraction != y.fraction),
        "total_differ": float((x.total is None) != (y.total is None)),
    }


def _days(x: time.Time, y: time.Time) -> Features:
    found = {
        "relative": float(x.relative) + float(y.relative),
        "weekday_differ": float(None not in (x.weekday, y.weekday) and x.weekday != y.weekday),
        "bounds": float(x.bound is not None) + float(y.bound is not None),
        "granularity_same": float(x.granularity is y.granularity),
    }
    if x.start and y.start and x.end and y.end:
        found["days_start"] = min(abs((x.start - y.start).days), _MOST_DAYS)
        found["days_end"] = min(abs((x.end - y.end).days), _MOST_DAYS)
        found["year_same"] = float(x.start.year == y.start.year)
        found["month_same"] = float(x.start.month == y.start.month)
        found["day_same"] = float(x.start.day == y.start.day)
    return found


def _ages(x: time.Time, y: time.Time, a: Item, b: Item) -> Features:
    """How long before each article's day the times lie."""
    if not (x.end and y.end and a.day and b.day):
        return {}
    ages = sorted(
        max(-_MOST_DAYS, min((day - end).days, _MOST_DAYS)) for day, end in ((a.day, x.end), (b.day, y.end))
    )
    return {"age_least": ages[0], "age_most": ages[1]}


def _clocks(x: time.Time, y: time.Time) -> Features:
    found = {"clocks": float(x.clock is not None) + float(y.clock is not None)}
    if x.clock and y.clock:
        found["clock_gap"] = abs(x.clock[0] - y.clock[0])
    return found


def _places(a: Item, b: Item) -> Features:
    """Where the two stand: in the headline, far down, among many figures."""
    found = {
        "titles": float(_is_title(a)) + float(_is_title(b)),
        "place_least": min(a.place, b.place),
        "place_most": max(a.place, b.place),
        "place_gap": abs(a.place - b.place),
        "crowd_least": min(a.crowd, b.crowd),
        "crowd_most": max(a.crowd, b.crowd),
        "order_gap": abs(a.mention.role.order - b.mention.role.order),
    }
    if a.day and b.day:
        found["published_apart"] = min(abs((a.day - b.day).days), _MOST_DAYS_APART)
    return found


def _is_title(item: Item) -> bool:
    return item.statement.sentence.zone is Zone.TITLE


def _sources(a: Item, b: Item) -> Features:
    return {
        "source_shared": float(bool(a.sources & b.sources)),
        "source_differ": float(bool(a.sources and b.sources and not a.sources & b.sources)),
        "source_open": float(not a.sources) + float(not b.sources),
        "stance_same": float(a.statement.stance is b.statement.stance),
    }


def _shared(a: Item, b: Item, corpus: Corpus) -> Features:
    one = a.language == b.language
    clause, near, sentence = a.clause & b.clause, a.near & b.near, a.sentence & b.sentence
    names = sum(key.startswith("n:") for key in clause)
    concepts = sum(key.startswith("c:") for key in clause)
    return {
        "window": corpus.overlap(a.window, b.window, one),
        "clause_window": max(
            corpus.overlap(a.clause, b.window, one), corpus.overlap(b.clause, a.window, one)
        ),
        "clause_names": names,
        "clause_concepts": concepts,
        "clause_stems": len(clause) - names - concepts,
        "clause_least": min(len(a.clause), len(b.clause)),
        "sentence_names": sum(key.startswith("n:") for key in sentence),
        "sentence_least": min(len(a.sentence), len(b.sentence)),
        "near_shared": len(near),
        "beside_shared": len(a.beside & b.beside),
        "beside_near": len(a.beside & b.near) + len(b.beside & a.near),
        "opening_same": float(bool(a.opening & b.opening)),
        "opening_told": float(a.opening <= b.clause) + float(b.opening <= a.clause),
        "near_weight": sum(map(corpus.weight, near)),
        "rarest_clause": max(map(corpus.weight, clause), default=0.0),
        "rarest_near": max(map(corpus.weight, near), default=0.0),
        "rarest": max(map(corpus.weight, sentence), default=0.0),
    }
