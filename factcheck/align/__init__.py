"""Align: which mentions in which articles are about one thing. Proposes candidates by shared keys, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.align.grouping import differ, groups, left_apart, place
from factcheck.align.happenings import denies, happenings
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Link
from factcheck.align.links import Links
from factcheck.align.moot import settled
from factcheck.kinds.name import Name
from factcheck.kinds.quantity import Bound, Quantity
from factcheck.languages import Languages
from factcheck.model import Annotated, Kind, Mention, Statement, Told, Topic
from factcheck.verdicts import Verdict

_LEAST = {
    Kind.QUANTITY: {Verdict.AGREE: 0.8, Verdict.COMPATIBLE: 0.4, Verdict.CONFLICT: 0.75},
    Kind.TIME: {Verdict.AGREE: 0.6, Verdict.COMPATIBLE: 0.4, Verdict.CONFLICT: 0.8},
    Kind.NAME: {Verdict.AGREE: 0.9, Verdict.COMPATIBLE: 0.5, Verdict.CONFLICT: 0.7},
    Kind.STANCE: {Verdict.AGREE: 0.5, Verdict.COMPATIBLE: 0.5, Verdict.CONFLICT: 0.83},
    Kind.QUOTE: {Verdict.AGREE: 0.5, Verdict.COMPATIBLE: 0.5, Verdict.CONFLICT: 0.4},
    Kind.STATEMENT: {Verdict.AGREE: 0.45, Verdict.COMPATIBLE: 0.5, Verdict.CONFLICT: 0.9},
}
_AVERAGE = 0.25
_CHAINING = {Kind.STANCE: 0.4, Kind.STATEMENT: 0.4}  # the average asked of kinds without a value of their own
_SURELY = 0.25  # with the vaguer amount tied to the article by what others tell
COMPARED = (Kind.QUANTITY, Kind.TIME, Kind.NAME, Kind.STANCE, Kind.QUOTE, Kind.STATEMENT)


def align(articles: Sequence[Annotated], languages: Languages) -> list[Topic]:
    """The topics of a comparison, by kind and then in reading order."""
    corpus = Corpus(articles, languages)
    topics = list(_entities(articles, corpus))
    for kind in COMPARED:
        items = items_of(articles, corpus, kind)
        topics += _topics(kind, items, corpus)
    return topics


def items_of(articles: Sequence[Annotated], corpus: Corpus, kind: Kind) -> list[Item]:
    """All mentions of one kind, in reading order."""
    found = []
    for number, annotated in enumerate(articles):
        for statement in annotated.statements:
            for mention in _mentions(annotated, statement, kind):
                found.append(corpus.item(annotated, number, statement, mention))
    if kind is Kind.STANCE:
        found += happenings(corpus)
    return found


def _mentions(annotated: Annotated, statement: Statement, kind: Kind) -> Iterable[Mention]:
    if kind is Kind.STATEMENT:
        return (statement.gist,) if statement.gist is not None else ()
    return (m for m in statement.mentions if m.kind is kind)


def _topics(kind: Kind, items: list[Item], corpus: Corpus) -> Iterator[Topic]:
    known = Links(items, kind, corpus)
    links = [
        found
        for found in known.proposed
        if found.likeness >= _LEAST[kind][found.judgement.verdict] and _joins(found)
    ]

    def forbidden(a: Item, b: Item) -> bool:
        found = known(a, b)
        return found is None or found.forbidden or (a.number == b.number and not _told_again(found))

    def measured(a: Item, b: Item) -> tuple[float, bool]:
        found = known(a, b)
        return (found.likeness, found.judgement.verdict is Verdict.CONFLICT) if found else (0.0, False)

    together = groups(links, forbidden, measured, _CHAINING.get(kind, _AVERAGE))
    alike: list[list[Item]] = []
    contested: list[list[Item]] = []
    for members in together:
        (contested if differ(members, measured) else alike).append(members)
    contested += left_apart(links, alike, contested, measured)
    found_groups = sorted(contested + settled(alike, contested), key=lambda members: place(members[0]))
    if kind is Kind.NAME:
        found_groups = _by_entities(found_groups, corpus)
    for members in found_groups:
        if len({item.number for item in members}) > 1 and not all(map(denies, members)):
            pairs = [
                measured(a, b)[0]
                for i, a in enumerate(members)
                for b in members[i + 1 :]
                if a.number != b.number
            ]
            yield Topic(kind, tuple(i.told for i in members), max(pairs), _label(members, corpus))


def _by_entities(found: Iterable[list[Item]], corpus: Corpus) -> list[list[Item]]:
    """Groups of names that contest one thing, those of the same entities as one."""
    merged: dict[frozenset[str], dict[int, Item]] = {}
    for members in found:
        entities = frozenset(
            corpus.entities(item.told.article, item.mention.value.id)
            for item in members
            if isinstance(item.mention.value, Name)
        )
        merged.setdefault(entities, {}).update((id(item), item) for item in members)
    return [sorted(members.values(), key=place) for members in merged.values()]


def _told_again(found: Link) -> bool:
    """Whether one article tells one thing twice: with the same value, or in another sentence more vaguely."""
    verdict = found.judgement.verdict
    if verdict is Verdict.AGREE or found.a.statement.index == found.b.statement.index:
        return verdict is Verdict.AGREE
    values = (found.a.mention.value, found.b.mention.value)
    if verdict is Verdict.COMPATIBLE:
        return not all(isinstance(v, Quantity) and v.amount.is_point for v in values)
    vague = any(isinstance(v, Quantity) and v.bound is Bound.VAGUE for v in values)
    return vague and found.likeness >= _SURELY


def _joins(found: Link) -> bool:
    """Within one article only the same value told again is one thing."""
    return found.a.number != found.b.number or found.judgement.verdict is Verdict.AGREE


def _label(members: Sequence[Item], corpus: Corpus) -> str:
    """What the members share, in a few words: what is counted, what happened, and a name."""
    roles = [item.mention.role for item in members]
    things = _most([role.things for role in roles]) or roles[0].things
    events = _most([role.events for role in roles]) - things
    words = [word.replace("_", " ") for word in (*sorted(things)[:2], *sorted(events)[:3])]
    shared = _most([item.clause for item in members])
    if not words:
        shared = _most([item.sentence for item in members])
        words = [key[2:].replace("_", " ") for key in sorted(shared) if key.startswith("c:")][:2]
    names = [corpus.entities.shown(key[2:]) for key in sorted(shared) if key.startswith("n:")][:2]
    label = ", ".join(words)
    if names:
        label = f"{label} ({', '.join(names)})" if label else ", ".join(names)
    return label or members[0].mention.value.show()


def _most(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """What all of the sets hold; where that is nothing, what more than half of them do."""
    counts = Counter(key for keys in sets for key in keys)
    return frozenset.intersection(*sets) or frozenset(k for k, n in counts.items() if 2 * n > len(sets))


def _entities(articles: Sequence[Annotated], corpus: Corpus) -> Iterator[Topic]:
    """Each person, place and body that two articles name."""
    found: dict[str, list[Told]] = defaultdict(list)
    for annotated in articles:
        for statement in annotated.statements:
            for mention in statement.mentions:
                if mention.kind is Kind.NAME and isinstance(mention.value, Name):
                    entity = corpus.entities(annotated.article.id, mention.value.id)
                    found[entity].append(Told(annotated.article.id, mention, statement))
    for entity in sorted(found):
        told = found[entity]
        if len({t.article for t in told}) > 1:
            yield Topic(Kind.NAME, tuple(told), 0.9, told[0].mention.value.show())
