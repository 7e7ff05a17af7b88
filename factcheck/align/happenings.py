"""Happenings: which assertions could contradict a denial.

Only what some denial of another article could meet is looked at: assertions of an event it denies, the nearest few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.align.items import Corpus, Item
from factcheck.kinds._happening import Event, Happening, narrowed
from factcheck.model import Annotated, Mention, Statement

_COMMON = 60  # assertions: an event that more of them tell proposes nothing
_NEAREST = 4  # assertions of one other article that are laid beside a denial
_SENTENCE = 0.5  # what a word that the sentences share counts, beside one of the clauses
_OFTEN = 3

Clause = tuple[int, Annotated, Statement, Mention]


@dataclass(frozen=True, slots=True)
class Match:
    """How the event of an assertion stands among those that a denial denies."""

    event: Event  # the denied one
    place: int  # 0 for the nearest
    before: bool  # it stands before the cue
    same: bool  # the same key, not only a concept inside the other


def told(item: Item) -> Happening | None:
    """The happening of an item, if it is one."""
    value = item.mention.value
    return value if isinstance(value, Happening) else None


def denies(item: Item) -> bool:
    """Whether an item is a denial: with nobody to assert it, it is left to the standings and statements."""
    return _denies(item.mention)


def match(denial: Happening, done: Happening, corpus: Corpus) -> Match | None:
    """How an assertion's event meets those of a denial."""
    key = done.events[0].key
    for place, event in enumerate(denial.events):
        if key in corpus.wider(event.key) or event.key in corpus.wider(key):
            before = place >= denial.denied
            return Match(event, place - denial.denied if before else place, before, event.key == key)
    return None


def happenings(corpus: Corpus) -> list[Item]:
    """All denials, and the assertions of events that are denied somewhere, in reading order."""
    clauses = list(_clauses(corpus))
    denials = [corpus.item(*_placed(clause)) for clause in clauses if _of(clause).denies]
    asserted = _asserted([c for c in clauses if not _of(c).denies], denials, corpus)
    return sorted([*denials, *asserted], key=lambda item: (item.number, item.mention.span))


def _asserted(clauses: Sequence[Clause], denials: Iterable[Item], corpus: Corpus) -> Iterator[Item]:
    """The assertions of events that are denied somewhere, of those inside them and around them."""
    denied = {event.key for denial in denials if (of := told(denial)) for event in of.events}
    around = {key for event in denied for key in corpus.wider(event)}
    places: dict[str, list[tuple[Clause, Event]]] = defaultdict(list)
    for clause in clauses:
        for event in _of(clause).events:
            if event.key in around or not denied.isdisjoint(corpus.wider(event.key)):
                places[event.key].append((clause, event))
    for found in places.values():
        if len(found) <= _COMMON:
            yield from (_narrowed(clause, event, corpus) for clause, event in found)


def _narrowed(clause: Clause, event: Event, corpus: Corpus) -> Item:
    number, annotated, statement, mention = clause
    value = narrowed(_of(clause), event, annotated.article.text)
    about = replace(mention, value=value, span=event.span)
    return corpus.item(annotated, number, statement, about)


def _nearest(denial: Item, found: Iterable[Item], corpus: Corpus) -> Iterator[Item]:
    """The nearest few assertions of each other article, by the weight of the words shared; one of each clause."""
    others: dict[int, list[tuple[float, Item]]] = defaultdict(list)
    for item in found:
        if item.number != denial.number:
            others[item.number].append((_nearness(denial, item, corpus), item))
    for number in sorted(others):
        clauses: set[tuple[int, frozenset[str]]] = set()
        for _, item in sorted(others[number], key=lambda pair: (-pair[0], pair[1].mention.span)):
            clause = item.statement.index, item.clause
            if clause not in clauses and len(clauses) < _NEAREST:
                clauses.add(clause)
                yield item


def _nearness(denial: Item, item: Item, corpus: Corpus) -> float:
    of, other = told(denial), told(item)
    found = match(of, other, corpus) if of and other else None
    place = found.place + (found.before and _NEAREST) if found else 0
    shared = corpus.shared(denial.clause, item.clause)
    return shared + _SENTENCE * corpus.shared(denial.sentence, item.sentence) - place / 100


def opposed(items: Sequence[Item], corpus: Corpus) -> Iterator[tuple[Item, Item]]:
    """Each denial with the assertions of other articles that could contradict it, and with other such denials."""
    index: dict[str, list[Item]] = defaultdict(list)
    denials: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        of = told(item)
        if of and of.denies:
            denials[of.events[0].key].append(item)
        elif of:
            for key in corpus.wider(of.events[0].key):
                index[key].append(item)
    for alike in denials.values():
        for denial in alike:
            found = _meeting(denial, index, corpus)
            yield from (_ordered(denial, item) for item in _nearest(denial, found, corpus))
        if len(alike) <= _COMMON:
            yield from ((a, b) for i, a in enumerate(alike) for b in alike[i + 1 :] if a.number != b.number)


def _ordered(a: Item, b: Item) -> tuple[Item, Item]:
    return (a, b) if a.number < b.number else (b, a)


def _meeting(denial: Item, index: dict[str, list[Item]], corpus: Corpus) -> Iterator[Item]:
    """The assertions of an event that a denial denies, of one inside it or around it, each once."""
    of = told(denial)
    seen: set[int] = set()
    for event in of.events if of else ():
        for key in corpus.wider(event.key):
            holders = index.get(key, ())
            for item in holders if len(holders) <= _COMMON else ():
                other = told(item)
                fits = key == event.key or (other is not None and other.events[0].key == key)
                if fits and id(item) not in seen:
                    seen.add(id(item))
                    yield item


def _clauses(corpus: Corpus) -> Iterator[Clause]:
    for number, annotated in enumerate(corpus.articles):
        for statement in annotated.statements:
            for mention in statement.happenings:
                yield number, annotated, statement, mention


def _placed(clause: Clause) -> tuple[Annotated, int, Statement, Mention]:
    number, annotated, statement, mention = clause
    return annotated, number, statement, mention


def _denies(mention: Mention) -> bool:
    return isinstance(mention.value, Happening) and mention.value.denies


def _of(clause: Clause) -> Happening:
    value = clause[3].value
    assert isinstance(value, Happening)
    return value


def other_event(a: Item, b: Item, corpus: Corpus) -> bool:
    """Whether a denial and an assertion, or two assertions, are of events that don't meet."""
    x, y = told(a), told(b)
    if x is None or y is None or (x.denies and y.denies):
        return False
    return match(x, y, corpus) is None if x.denies else match(y, x, corpus) is None


def course(a: Item, b: Item, corpus: Corpus) -> dict[str, float]:
    """What speaks for or against a denial's and an assertion's being about one event."""
    x, y = told(a), told(b)
    if x is None or y is None:
        return {}
    if x.denies == y.denies:
        return {"both_denied": float(x.denies), "both_done": float(not x.denies)}
    denial, done = (a, b) if x.denies else (b, a)
    of, other = (x, y) if x.denies else (y, x)
    found = match(of, other, corpus)
    if found is None:
        return {"event_unmet": 1.0}
    features = {
        "opposed": 1.0,
        f"cue_{of.cue}": 1.0,
        "asserted_plainly": float(other.cue is None),
        "denies_too": float(any(_denies(mention) for mention in done.statement.happenings)),
        "asserts_too": float(any(not _denies(mention) for mention in denial.statement.happenings)),
        f"done_{done.statement.stance.value}": 1.0,
        f"denied_{denial.statement.stance.value}": 1.0,
        "quoted": float(any(c.quoted for c in done.statement.attribution)),
        "denied_quoted": float(any(c.quoted for c in denial.statement.attribution)),
    }
    features |= (
        _met(found, other, corpus) | _sides(denial, done, corpus) | _told_elsewhere(denial, done, corpus)
    )
    return features


def _met(found: Match, done: Happening, corpus: Corpus) -> dict[str, float]:
    key = done.events[0].key
    features = {"event_weight": corpus.weight(key), "event_concept": float(key.startswith("c:"))}
    return features | {
        "event_next": float(found.place == 0 and not found.before),
        "event_place": found.place / 4,
        "event_before": float(found.before),
        "event_same": float(found.same),
        "verb_done": float(done.events[0].verb),
        "verb_denied": float(found.event.verb),
        "verb_both": float(done.events[0].verb and found.event.verb),
        "verb_next": float(
            done.events[0].verb and found.event.verb and found.place == 0 and not found.before
        ),
        "event_person": float("c:person" in corpus.wider(key)),
        "event_thing": float(any(group.startswith("counted_") for group in corpus.relations.groups(key[2:]))),
        "event_state": float(any(not g.startswith("counted_") for g in corpus.relations.groups(key[2:]))),
        "event_last": float(done.keys[-1] == key),
        "event_first": float(done.keys[0] == key),
    }


def _told_elsewhere(denial: Item, done: Item, corpus: Corpus) -> dict[str, float]:
    """Whether the denial's article asserts the event too, or the other one denies it."""
    of = told(done)
    key = of.events[0].key if of else ""
    here, there = corpus.courses(denial.number, key), corpus.courses(done.number, key)
    return {
        "done_here": min(here[0], _OFTEN) / _OFTEN,
        "denied_here": min(here[1], _OFTEN) / _OFTEN,
        "done_there": min(there[0], _OFTEN) / _OFTEN,
        "denied_there": min(there[1], _OFTEN) / _OFTEN,
    }


def _sides(denial: Item, done: Item, corpus: Corpus) -> dict[str, float]:
    """How much of what is denied, and of what stands before the cue, the assertion tells too."""
    of = told(denial)
    events = [event.key for event in of.events] if of else []
    after = frozenset(events[: of.denied] if of else ())
    before = denial.clause - after
    return {
        "after_clause": _part(after, done.clause, corpus),
        "after_sentence": _part(after, done.sentence, corpus),
        "before_clause": _part(before, done.clause, corpus),
        "before_sentence": _part(before, done.sentence, corpus),
        "after_many": len(after) / 5,
        "after_count": min(len(after & done.sentence), 3) / 3,
        "rest_shared": min(corpus.shared(denial.sentence, done.sentence), 8.0) / 8,
        **_besides(denial, done, frozenset(events), corpus),
        "rest_window": _part(denial.clause, done.window, corpus),
        "back_window": _part(done.clause, denial.window, corpus),
    }


def _besides(denial: Item, done: Item, events: frozenset[str], corpus: Corpus) -> dict[str, float]:
    """What the sentences and their neighbours share besides what is denied."""
    left_out = events | frozenset(event.key for of in (told(done),) if of for event in of.events)
    shared = (denial.sentence & done.sentence) - left_out
    around = corpus.overlap(
        denial.window - left_out, done.window - left_out, denial.language == done.language
    )
    return {
        "besides": min(len(shared), 4) / 4,
        "besides_weight": min(sum(map(corpus.weight, shared)), 4.0) / 4,
        "besides_names": min(sum(key.startswith("n:") for key in shared), 2) / 2,
        "around": around,
        "lone": float(not shared),
        "lone_around": around * (not shared),
        "clause_besides": min(len((denial.clause & done.clause) - left_out), 3) / 3,
    }


def _part(of: frozenset[str], other: frozenset[str], corpus: Corpus) -> float:
    """The part of some keys' weight that others share."""
    whole = sum(map(corpus.weight, of))
    return corpus.shared(of, other) / whole if whole else 0.0
