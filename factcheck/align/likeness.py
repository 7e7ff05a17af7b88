"""Likeness: do two mentions speak of the same thing? Roles first, then what clause and sentence share.

A gate says why two mentions can't be about one thing; it is never outvoted. What passes the gates gets a
probability from a logistic model over named features. Its weights are fitted on annotated stories and pairs
(tools/fit_weights.py), and none of them knows a word.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.align.happenings import course, other_event
from factcheck.align.items import Corpus, Item, sort, tied
from factcheck.kinds import name, quantity, quote, stance, statement, time
from factcheck.kinds.judging import judgement
from factcheck.model import Kind, Role, Value
from factcheck.verdicts import Judgement, Verdict

Weights = Mapping[str, float]

_GENERIC = frozenset({"person"})
_PERSONAL = (quantity.Measure.DURATION, quantity.Measure.RANK)
_NEARLY_ALL = 0.95


@dataclass(frozen=True, slots=True)
class Link:
    """Two items that may be about one thing."""

    a: Item
    b: Item
    judgement: Judgement
    likeness: float
    forbidden: bool = False  # no third mention can make them one thing


def probability(features: Mapping[str, float], weights: Weights) -> float:
    """The logistic of the weighted sum of the features."""
    total = weights.get("bias", 0.0) + sum(weights.get(n, 0.0) * v for n, v in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class Pair:
    """Two mentions of one kind laid side by side."""

    def __init__(self, a: Item, b: Item, verdict: Verdict, corpus: Corpus) -> None:
        self.a, self.b, self.verdict = a, b, verdict
        self._corpus = corpus
        self._relations = corpus.relations
        self._x, self._y = a.mention.role, b.mention.role

    def gates(self) -> tuple[str | None, str | None, bool]:
        """Why no third mention can make the two one thing; why they by themselves can't be; whether that is firm."""
        vetoes, doubts = (
            [gate for gate in of[self.a.mention.kind] if gate.holds(self)] for of in (_VETOES, _DOUBTS)
        )
        if self._is_age:
            # whatever happened to them, a person has one age
            vetoes = [_ANOTHER_PERSON] if self.other_person() else []
        veto, doubt = (next((gate.why for gate in found), None) for found in (vetoes, doubts))
        return veto, doubt, any(gate.firm for gate in (*vetoes, *doubts))

    def other_things(self) -> bool:
        """What is counted excludes each other: passengers and crew, lorries and drivers."""
        x, y = self._x.things, self._y.things
        if self._corpus.excluded(x, y):
            return True
        return (self._are_people(x) and self._are_objects(y)) or (
            self._are_objects(x) and self._are_people(y)
        )

    def _are_people(self, things: frozenset[str]) -> bool:
        return bool(things) and all("person" in self._relations.broader(thing) for thing in things)

    def _are_objects(self, things: frozenset[str]) -> bool:
        return bool(things) and all(
            "person" not in self._relations.broader(thing)
            and any(group.startswith("counted_") for group in self._relations.groups(thing))
            for thing in things
        )

    def target_and_result(self) -> bool:
        """One is aimed at or allowed, the other reached, and they differ."""
        return self.verdict is Verdict.CONFLICT and self._x.target != self._y.target

    def other_events(self) -> bool:
        """What is told excludes each other: dead and injured."""
        return bool(self._clashes())

    def _clashes(self) -> frozenset[str]:
        """Groups of events that exclude each other."""
        return self._corpus.excluded(self._x.events, self._y.events)

    def across_a_change(self) -> bool:
        """One is the value before a change, the other the one after it."""
        return self.verdict is not Verdict.AGREE and self._x.before != self._y.before

    def other_years(self) -> bool:
        """The clauses speak of other years."""
        x, y = self._x.years, self._y.years
        return bool(x and y and not x & y)

    def long_ago(self) -> bool:
        """One is dated long before its article, the other is not, and they differ."""
        return self.verdict is not Verdict.AGREE and self._x.old != self._y.old

    def other_background(self) -> bool:
        """One is told of another time or event ("the last quake"), the other is not, and they differ."""
        return self.verdict is not Verdict.AGREE and self._x.background != self._y.background

    def other_places(self) -> bool:
        """The clauses name places of which none lies in another, and the values differ."""
        if self.verdict is Verdict.AGREE:
            return False
        p, q = self._entities(self._x.places, self.a), self._entities(self._y.places, self.b)
        return _are_elsewhere(p, q)

    def other_speech(self) -> bool:
        """Both are times of speaking, and others speak."""
        x, y = self._x.speakers, self._y.speakers
        return self.verdict is Verdict.CONFLICT and bool(x and y) and not x & y

    def other_holder(self) -> bool:
        """What one person has or gets says nothing of another's."""
        value = self.a.mention.value
        if not isinstance(value, quantity.Quantity) or value.measure not in _PERSONAL:
            return False
        p, q = self._entities(self._x.persons, self.a), self._entities(self._y.persons, self.b)
        return self.verdict is not Verdict.AGREE and bool(p and q) and not p & q

    def other_landmarks(self) -> bool:
        """Two distances, each told right beside the place it is measured from, and not from one place."""
        x, y = self.a.mention.value, self.b.mention.value
        if not isinstance(x, quantity.Quantity) or x.measure is not quantity.Measure.LENGTH or y == x:
            return False
        p, q = self._landmarks(self._x, self.a), self._landmarks(self._y, self.b)
        return _are_elsewhere(p, q)

    def _landmarks(self, role: Role, item: Item) -> frozenset[str]:
        return self._entities(frozenset(key[2:] for key in role.beside if key.startswith("n:")), item)

    def other_intent(self) -> bool:
        """Plans are compared only where the planned act is the same."""
        x, y = self.a.mention.value, self.b.mention.value
        if not isinstance(x, stance.Standpoint) or not isinstance(y, stance.Standpoint):
            return False
        if x.standing not in stance.INTENT or y.standing not in stance.INTENT:
            return False
        acts = self._corpus.keys(self.a.told.article, self._x.after)
        return not acts & self._corpus.keys(self.b.told.article, self._y.after)

    def exchanged(self) -> bool:
        """The sentences tell the same but for who does it and to whom: "Ull sent Ode grain", "Ode sent Ull grain"."""
        x, y = self.a.statement.gist, self.b.statement.gist
        if x is None or y is None or self.a.number == self.b.number:
            return False
        p, q = x.value, y.value
        if not (isinstance(p, statement.Gist) and isinstance(q, statement.Gist) and statement.swapped(p, q)):
            return False
        one = self.a.language == self.b.language
        return self._corpus.overlap(self.a.sentence, self.b.sentence, one) >= _NEARLY_ALL

    def other_happening(self) -> bool:
        """What one denies is not what the other asserts."""
        return other_event(self.a, self.b, self._corpus)

    def loosely_alike(self) -> bool:
        """A "not" counts against a statement only where all else is nearly the same."""
        if self.verdict is not Verdict.CONFLICT:
            return False
        return (
            self._corpus.overlap(self.a.clause, self.b.clause, self.a.language == self.b.language)
            < _NEARLY_ALL
        )

    def other_duties(self) -> bool:
        """Two persons in two offices: a police chief and a fire chief are not one man by two names."""
        x, y = self.a.mention.value, self.b.mention.value
        if not isinstance(x, name.Name) or not isinstance(y, name.Name):
            return False
        apart = name.roles_part(x, y) or bool(x.duties and y.duties and not x.duties & y.duties)
        return apart and not set(x.parts) & set(y.parts)

    def part_and_whole(self) -> bool:
        """One is marked as a part of something, the other tells of no such part, and they differ."""
        if self.verdict is not Verdict.CONFLICT or self._x.part == self._y.part:
            return False
        x, y = self._x.things - _GENERIC, self._y.things - _GENERIC
        events = {p for p in self._x.events if any(self._relations.related(p, q) for q in self._y.events)}
        return not (x & y or (x == y and any(map(self._corpus.is_slot, events))))

    @property
    def _is_age(self) -> bool:
        value = self.a.mention.value
        return isinstance(value, quantity.Quantity) and value.measure is quantity.Measure.AGE

    def other_person(self) -> bool:
        """An age needs a person in common."""
        p, q = self._entities(self._x.persons, self.a), self._entities(self._y.persons, self.b)
        return not p & q and (bool(p and q) or self.verdict is not Verdict.AGREE)

    def two_persons(self) -> bool:
        """Two ages, each of a named person, and not of one."""
        p, q = self._entities(self._x.persons, self.a), self._entities(self._y.persons, self.b)
        return self._is_age and bool(p and q) and not p & q

    def _entities(self, names: frozenset[str], item: Item) -> frozenset[str]:
        return frozenset(self._corpus.entities(item.told.article, name) for name in names)

    def features(self) -> dict[str, float]:
        """The named evidence for and against."""
        found = {self.verdict.value: 1.0}
        found.update({f"is_{_finer(item.mention.value)}": 1.0 for item in (self.a, self.b)})
        for part in (self._thing, self._event, self._text, self._names, self._flags):
            found.update(part())
        for part in (self._sole, self._company, self._speaker):
            found.update(part())
        if "slot_shared" in found and not found.keys() & {"things_open", "things_differ"}:
            found["thing_and_slot"] = 1.0
        if self.verdict is Verdict.AGREE:
            found["distinct"] = _distinctness(self.a.mention.value)
        elif self.verdict is Verdict.CONFLICT:
            far = found["far"] = _distance(self.a.mention.value, self.b.mention.value)
            # a toll that has risen tenfold is still a toll
            found["far_slot"] = far * found.get("slot_shared", 0.0)
            found["far_nearest"] = far * found.get("nearest_both", 0.0)
        return found

    def _thing(self) -> dict[str, float]:
        x, y = self._x.things, self._y.things
        near = any(f"c:{thing}" in self.b.near for thing in x) or any(
            f"c:{thing}" in self.a.near for thing in y
        )
        levels = (
            ("same", bool(x & y - _GENERIC)),
            ("generic", bool(x & y)),
            ("related", any(self._relations.related(p, q) for p in x for q in y)),
            ("stem", bool(self._x.nouns & self._y.nouns)),
            ("near", near),
            ("open", not self._x.nouns or not self._y.nouns),
            ("differ", True),
        )
        return {f"things_{next(name for name, holds in levels if holds)}": 1.0}

    def _event(self) -> dict[str, float]:
        x, y = self._x.events, self._y.events
        shared = {p for p in x if any(self._relations.related(p, q) for q in y)}
        if shared:
            slots = sum(self._corpus.is_slot(p) for p in shared)
            found = {"events_shared": 1.0, "events_more": min(len(shared) - 1, 2) / 2}
            return found | ({"slot_shared": 1.0} if slots else {})
        if not x or not y:
            return {"events_open": 1.0}
        return {"events_exclude": 1.0} if self._clashes() else {"events_differ": 1.0}

    def _text(self) -> dict[str, float]:
        one = self.a.language == self.b.language
        return {
            "near": self._corpus.overlap(self.a.near, self.b.near, one),
            "clause": self._corpus.overlap(self.a.clause, self.b.clause, one),
            "clause_sum": min(self._corpus.shared(self.a.clause, self.b.clause), 6.0) / 6,
            "sentence": self._corpus.overlap(self.a.sentence, self.b.sentence, one),
            "sentence_sum": min(self._corpus.shared(self.a.sentence, self.b.sentence), 8.0) / 8,
            "cross": 0.0 if one else 1.0,
        }

    def _names(self) -> dict[str, float]:
        found = {}
        for kind, x, y in (
            ("persons", self._x.persons, self._y.persons),
            ("places", self._x.places, self._y.places),
            ("bodies", self._x.bodies, self._y.bodies),
        ):
            p, q = self._entities(x, self.a), self._entities(y, self.b)
            if p & q:
                found[f"{kind}_shared"] = 1.0
            elif p and q:
                found[f"{kind}_differ"] = 1.0
        return found

    def _flags(self) -> dict[str, float]:
        return {
            f"{flag}_differ": 1.0
            for flag in ("part", "planned", "background", "old", "before")
            if getattr(self._x, flag) != getattr(self._y, flag)
        }

    def _sole(self) -> dict[str, float]:
        """Keys that each article ties to one value alone: the less else they may tell of, the surer the match."""
        keys = self._corpus.keys(self.a.told.article, tied(self._x))
        keys &= self._corpus.keys(self.b.told.article, tied(self._y))
        sole = [
            key for key in keys if self._corpus.is_sole(self.a, key) and self._corpus.is_sole(self.b, key)
        ]
        if not sole:
            return {}
        return {"sole": 1.0, "sole_more": min(len(sole) - 1, 3) / 3, "sole_weight": self._weigh(sole)}

    def _company(self) -> dict[str, float]:
        """What else the two sentences tell: the same other values, and nothing nearer in the other article."""
        corpus = self._corpus
        told = {self.a.shown, self.b.shown}
        values = len((corpus.values(self.a) & corpus.values(self.b)) - told)
        forth = corpus.best(self.a, self.b.number) == self.b.statement.index
        back = corpus.best(self.b, self.a.number) == self.a.statement.index
        return {
            "values_shared": min(values, 2) / 2,
            "nearest": float(forth or back),
            "nearest_both": float(forth and back),
        }

    def _weigh(self, keys: Sequence[str]) -> float:
        return min(sum(map(self._corpus.weight, keys)), 4.0) / 4

    def _description(self, a: name.Name, b: name.Name) -> dict[str, float]:
        """What the articles tell of two persons: one age or two, one office that nobody else holds in either."""
        corpus, found = self._corpus, {}
        x, y = corpus.ages(self.a, a), corpus.ages(self.b, b)
        if x and y:
            found["age_shared" if x & y else "age_differ"] = 1.0
        alone = [
            role
            for role in a.roles & b.roles
            if corpus.holders(role, self.a.number) == corpus.holders(role, self.b.number) == 1
        ]
        if alone:
            found["office_sole"] = 1.0
        if a.duties & b.duties:
            found["duties_shared"] = 1.0
        return found

    def _speaker(self) -> dict[str, float]:
        a, b = self.a.mention.value, self.b.mention.value
        if isinstance(a, quote.Quote) and isinstance(b, quote.Quote):
            return {"quote": quote.likeness(a, b)}
        if isinstance(a, time.Time) and isinstance(b, time.Time):
            return _time_features(a, b)
        if isinstance(a, name.Name) and isinstance(b, name.Name):
            return _name_features(a, b) | self._description(a, b)
        return course(self.a, self.b, self._corpus)


def _are_elsewhere(places: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both are known, and none lies in another."""
    inside = (name.is_inside(p, q) or name.is_inside(q, p) for p in places for q in others)
    return bool(places and others) and not any(inside)


@dataclass(frozen=True, slots=True)
class Gate:
    """Why two mentions can't be about one thing. A firm one not even the trees outvote."""

    holds: Callable[[Pair], bool]
    why: str
    firm: bool = False


_ANOTHER_PERSON = Gate(Pair.other_person, "another person")
_VETOES: Mapping[Kind, tuple[Gate, ...]] = {
    Kind.QUANTITY: (
        Gate(Pair.other_things, "other things", firm=True),
        Gate(Pair.other_events, "another event or state", firm=True),
        Gate(Pair.across_a_change, "before and after a change", firm=True),
        Gate(Pair.part_and_whole, "a part and a whole", firm=True),
        Gate(Pair.target_and_result, "a target and a result", firm=True),
        Gate(Pair.exchanged, "giver and taker exchanged", firm=True),
    ),
    Kind.TIME: (),
    Kind.NAME: (),
    Kind.STANCE: (
        Gate(Pair.other_intent, "another plan"),
        Gate(Pair.other_happening, "another event", firm=True),
    ),
    Kind.QUOTE: (),
    Kind.STATEMENT: (
        Gate(Pair.other_events, "another event or state", firm=True),
        Gate(Pair.loosely_alike, "not the same but for a “not”", firm=True),
    ),
}
_DOUBTS: Mapping[Kind, tuple[Gate, ...]] = {
    Kind.QUANTITY: (
        Gate(Pair.other_years, "other years", firm=True),
        Gate(Pair.long_ago, "long ago"),
        Gate(Pair.other_background, "another time"),
        Gate(Pair.other_places, "other places"),
        Gate(Pair.other_holder, _ANOTHER_PERSON.why),
        Gate(Pair.two_persons, "two persons", firm=True),
        Gate(Pair.other_landmarks, "other landmarks", firm=True),
    ),
    Kind.TIME: (Gate(Pair.other_speech, "the time of speaking", firm=True),),
    Kind.NAME: (
        Gate(Pair.other_events, "another event or state"),
        Gate(Pair.other_duties, "another office", firm=True),
    ),
    Kind.STANCE: (Gate(Pair.other_years, "other years"),),
    Kind.QUOTE: (),
    Kind.STATEMENT: (Gate(Pair.other_years, "other years"),),
}


def _time_features(a: time.Time, b: time.Time) -> dict[str, float]:
    found = {}
    if (a.mismatch or b.mismatch) and a.start is not None and a.start == b.start:
        found["same_date_other_weekday"] = 1.0
    if (a.clock is None) != (b.clock is None):
        found["clock_differ"] = 1.0
    if a.bound is not b.bound:
        found["bound_differ"] = 1.0
    return found


def _name_features(a: name.Name, b: name.Name) -> dict[str, float]:
    found = {"same": name.same(a, b), **_spelling(a, b)}
    if a.roles & b.roles:
        duties = 1.0 if a.duties and b.duties and not a.duties & b.duties else 0.0
        return {"roles_shared": 1.0, "duties_differ": duties, **found}
    return {"roles_open": float(not a.roles or not b.roles), **found}


def _spelling(a: name.Name, b: name.Name) -> dict[str, float]:
    """How alike the parts are in which two names that share a part differ."""
    x = [part for part in a.parts if part not in b.parts]
    y = [part for part in b.parts if part not in a.parts]
    if len(x) == len(a.parts) or not x or not y:
        return {}
    from rapidfuzz.fuzz import ratio  # dear to import: only where two such names meet

    alike = ratio(" ".join(x), " ".join(y)) / 100
    return {"parts_shared": 1.0, "spelt_alike": alike, "first_differs": float(a.parts[0] in x)}


def _finer(value: Value) -> str:
    return value.granularity.value if isinstance(value, time.Time) else sort(value)


def _distinctness(value: Value) -> float:
    """How unlikely it is that two equal figures are equal by chance: by their significant digits."""
    if not isinstance(value, quantity.Quantity):
        return 0.0
    return min(sum(map(quantity.significant, value.stated)), 5) / 5


def _distance(a: Value, b: Value) -> float:
    x, y = _middle(a), _middle(b)
    if x is None or y is None or x <= 0 or y <= 0:
        return 0.0
    return min(abs(math.log10(x / y)), 4.0) / 4


def _middle(value: Value) -> float | None:
    if not isinstance(value, quantity.Quantity):
        return None
    middle = value.amount.middle
    return None if middle is None else float(middle)


def comparable(a: Item, b: Item, corpus: Corpus) -> bool:
    """Whether two items can be laid side by side at all: names only where each article knows just one of the two."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, name.Name) or not isinstance(y, name.Name):
        return True
    if a.number == b.number or not name.types_meet(x, y):
        return False
    if x.holder is not None and y.holder is not None:
        return _entity(x.holder, a, corpus) == _entity(y.holder, b, corpus)
    p, q = _entity(x, a, corpus), _entity(y, b, corpus)
    if p == q or corpus.names(b.number, p) or corpus.names(a.number, q):
        return False
    if name.NameType.PERSON in (x.type, y.type):
        return True
    return not corpus.names_longer(b.number, p) and not corpus.names_longer(a.number, q)


def _entity(value: name.Name, item: Item, corpus: Corpus) -> str:
    return corpus.entities(item.told.article, value.id)


@dataclass(frozen=True, slots=True)
class Draft:
    """Two items weighed by themselves, before anybody has looked at what else each could be about."""

    a: Item
    b: Item
    judgement: Judgement
    features: Mapping[str, float]
    bare: float  # how likely they are one thing, the gates left aside
    veto: str | None  # no likeness of their own can make them one thing, but the trees may
    doubt: str | None  # a third mention may make them one thing
    ruled_out: bool = False  # not even the trees may

    @property
    def gate(self) -> str | None:
        """Why the two can't be about one thing, if a gate says so."""
        return self.veto or self.doubt

    @property
    def chance(self) -> float:
        """How likely they are one thing, by themselves: 0 to 1."""
        return 0.0 if self.gate else self.bare


def draft(a: Item, b: Item, corpus: Corpus, weights: Mapping[Verdict, Weights]) -> Draft | None:
    """Two items of one kind weighed by themselves; None where they can't be compared."""
    found = judgement(a.mention.value, b.mention.value) if comparable(a, b, corpus) else None
    if found is None:
        return None
    pair = Pair(a, b, found.verdict, corpus)
    veto, doubt, firm = pair.gates()
    if firm:
        return Draft(a, b, found, {}, 0.0, veto, doubt, ruled_out=True)
    features = pair.features()
    return Draft(a, b, found, features, probability(features, weights[found.verdict]), veto, doubt)
