"""Items: mentions made ready for comparing, with entities in place of names and weights for their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.align.entities import Entities, names_of
from factcheck.kinds._happening import Happening
from factcheck.kinds.name import Name, NameType
from factcheck.kinds.quantity import Measure, Quantity
from factcheck.kinds.time import Time
from factcheck.languages import Languages, plain
from factcheck.model import Annotated, Kind, Mention, Role, Statement, Told, Value

_CONCEPT = 1.0
_ENTITY = 1.3
_STEM = 0.8
_TELLING = 12  # keys of a sentence that are looked at for its nearest neighbours
_LONG = 4  # letters of a word that tells sources apart
_COUNTED = frozenset({Kind.QUANTITY, Kind.TIME, Kind.NAME})
_COMMON = 60  # sentences: a key that more of them hold tells nothing


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of slots.toml: exclusive groups whose concepts name what a number is about."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A mention with what its clause and sentence speak of, entities in place of names."""

    told: Told
    shown: str  # its value in plain words
    number: int  # the article's place in the comparison
    near: frozenset[str]
    beside: frozenset[str]
    opening: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    window: frozenset[str]  # the keys of its sentence and of the ones before and after
    sources: frozenset[str]  # the longer words of whom the sentence is credited to
    place: float  # of the sentence in its article, 0 to 1
    crowd: int  # quantities in its sentence
    day: date | None  # of publication
    language: str

    @property
    def mention(self) -> Mention:
        """The mention itself."""
        return self.told.mention

    @property
    def statement(self) -> Statement:
        """The statement it stands in."""
        return self.told.statement


class Corpus:
    """All items of a comparison and how telling each key is in it."""

    def __init__(self, articles: Sequence[Annotated], languages: Languages) -> None:
        self.articles = articles
        self.relations = languages.relations
        self._slots = frozenset(languages.shared("slots", Slots).groups)
        self.entities = Entities(articles)
        self._named = [self._entities_of(annotated) for annotated in articles]
        self._sums: dict[frozenset[str], tuple[float, float]] = {}
        self._tied = [self._ties(annotated) for annotated in articles]
        self._told = [self._tell(annotated) for annotated in articles]
        self._courses = [self._course(annotated) for annotated in articles]
        self._wider: dict[str, frozenset[str]] = {}
        self._bearers = [self._bear(annotated) for annotated in articles]
        self._holders = [self._hold(annotated) for annotated in articles]
        self._ages = [_ages(annotated) for annotated in articles]
        counts: Counter[str] = Counter()
        self._sentences: dict[tuple[str, int], frozenset[str]] = {}
        self._windows: dict[tuple[str, int], frozenset[str]] = {}
        self._excluded: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
        total = 0
        for annotated in articles:
            for statement in annotated.statements:
                keys = self.keys(annotated.article.id, statement.words)
                self._sentences[annotated.article.id, statement.index] = keys
                counts.update(keys)
                total += 1
        self._values = {
            (annotated.article.id, statement.index): frozenset(
                m.value.show() for m in statement.mentions if isinstance(m.value, (Quantity, Time))
            )
            for annotated in articles
            for statement in annotated.statements
        }
        self._weights = {key: _weight(key, count, total) for key, count in counts.items()}
        self._best = self._nearest()

    def _entities_of(self, annotated: Annotated) -> frozenset[str]:
        return frozenset(self.entities(annotated.article.id, value.id) for value in names_of(annotated))

    def keys(self, article: str, words: frozenset[str]) -> frozenset[str]:
        """The keys with entities in place of the article's own names."""
        return frozenset(
            f"n:{self.entities(article, key[2:])}" if key.startswith("n:") else key for key in words
        )

    def is_sole(self, item: Item, key: str) -> bool:
        """Whether the item's article ties a key to this value alone, among all values of its sort."""
        return len(self._tied[item.number].get((sort(item.mention.value), key), ())) == 1

    def _ties(self, annotated: Annotated) -> dict[tuple[str, str], set[str]]:
        """By sort of value and key: the values near which the key stands. Old and partial ones stand aside."""
        found: dict[tuple[str, str], set[str]] = {}
        for statement in annotated.statements:
            for mention in statement.mentions:
                if isinstance(mention.value, (Quantity, Time)) and not mention.role.old:
                    kind, shown = sort(mention.value), mention.value.show()
                    for key in self.keys(annotated.article.id, tied(mention.role)):
                        found.setdefault((kind, key), set()).add(shown)
        return found

    def _tell(self, annotated: Annotated) -> Counter[str]:
        """How often an article tells each value."""
        return Counter(
            m.value.show()
            for statement in annotated.statements
            for m in statement.mentions
            if m.kind in _COUNTED
        )

    def _bear(self, annotated: Annotated) -> dict[str, set[str]]:
        """The entities of an article that bear each part of a name."""
        found: dict[str, set[str]] = {}
        for value in names_of(annotated):
            for part in value.parts:
                found.setdefault(part, set()).add(self.entities(annotated.article.id, value.id))
        return found

    def _hold(self, annotated: Annotated) -> dict[str, set[str]]:
        """The persons of an article by office."""
        found: dict[str, set[str]] = {}
        for value in names_of(annotated):
            for role in value.roles if value.type is NameType.PERSON else ():
                found.setdefault(role, set()).add(self.entities(annotated.article.id, value.id))
        return found

    def holders(self, role: str, number: int) -> int:
        """How many persons hold an office in the article at a place in the comparison."""
        return len(self._holders[number].get(role, ()))

    def ages(self, item: Item, value: Name) -> frozenset[str]:
        """The ages that an item's article gives a person."""
        return self._ages[item.number].get(value.id, frozenset())

    def times_told(self, item: Item, number: int) -> int:
        """How often the article at a place in the comparison tells an item's value."""
        return self._told[number][item.shown]

    def bearers(self, part: str, number: int) -> int:
        """How many persons, places and bodies bear a part of a name in the article at a place in the comparison."""
        return len(self._bearers[number].get(part, ()))

    def values(self, item: Item) -> frozenset[str]:
        """The values told in an item's sentence."""
        return self._values[item.told.article, item.statement.index]

    def best(self, item: Item, number: int) -> int | None:
        """The sentence of another article that shares most with an item's sentence, where there is one."""
        return self._best.get((item.number, item.statement.index, number))

    def _nearest(self) -> dict[tuple[int, int, int], int]:
        """For each sentence, the nearest one of every other article, by the weight of the telling keys they share."""
        places: dict[str, list[tuple[int, int]]] = {}
        for number, annotated in enumerate(self.articles):
            for statement in annotated.statements:
                keys = self._sentences[annotated.article.id, statement.index]
                keys |= {f"v:{value}" for value in self._values[annotated.article.id, statement.index]}
                for key in sorted(keys, key=lambda k: (-self.weight(k), k))[:_TELLING]:
                    places.setdefault(key, []).append((number, statement.index))
        scores: dict[tuple[int, int, int], dict[int, float]] = {}
        for key, holders in sorted(places.items()):
            if len(holders) > _COMMON:
                continue
            for number, index in holders:
                for other, at in holders:
                    if other != number:
                        found = scores.setdefault((number, index, other), {})
                        found[at] = found.get(at, 0.0) + self.weight(key)
        return {place: max(found, key=lambda at: (found[at], -at)) for place, found in scores.items()}

    def names(self, number: int, entity: str) -> bool:
        """Whether an article, by its place in the comparison, names an entity."""
        return entity in self._named[number]

    def names_longer(self, number: int, entity: str) -> bool:
        """Whether an article names what an entity's name of two words or more may be short for, or long for."""
        words = f" {entity} "
        return " " in entity and any(
            words in f" {other} " or f" {other} " in words for other in self._named[number] if " " in other
        )

    def wider(self, key: str) -> frozenset[str]:
        """A key and those of the concepts that contain its."""
        known = self._wider.get(key)
        if known is None:
            concepts = self.relations.broader(key[2:]) if key.startswith("c:") else ()
            known = self._wider[key] = frozenset({key, *(f"c:{concept}" for concept in concepts)})
        return known

    def courses(self, number: int, key: str) -> tuple[int, int]:
        """In how many clauses an article, by its place in the comparison, tells of an event: as done, as not done."""
        return self._courses[number][key, False], self._courses[number][key, True]

    def _course(self, annotated: Annotated) -> Counter[tuple[str, bool]]:
        return Counter(
            (event.key, mention.value.denies)
            for statement in annotated.statements
            for mention in statement.happenings
            if isinstance(mention.value, Happening)
            for event in mention.value.events
        )

    def is_slot(self, concept: str) -> bool:
        """Whether a concept names what a number is about."""
        return not self._slots.isdisjoint(self.relations.groups(concept))

    def sentence(self, article: str, index: int) -> frozenset[str]:
        """The keys of a statement."""
        return self._sentences[article, index]

    def weight(self, key: str) -> float:
        """How telling a key is: rare ones more than common ones, names more than words."""
        return self._weights.get(key, _STEM)

    def item(self, annotated: Annotated, number: int, statement: Statement, mention: Mention) -> Item:
        """A mention made ready."""
        article = annotated.article.id
        return Item(
            told=Told(article, mention, statement),
            shown=mention.value.show(),
            number=number,
            near=self.keys(article, mention.role.near),
            beside=self.keys(article, mention.role.beside),
            opening=self.keys(article, mention.role.opening),
            clause=self.keys(article, mention.role.words),
            sentence=self._sentences[article, statement.index],
            window=self._window(article, statement.index),
            sources=_sources(statement),
            place=statement.index / max(1, len(annotated.article.sentences)),
            crowd=sum(isinstance(m.value, Quantity) for m in statement.mentions),
            day=annotated.article.day,
            language=statement.sentence.language,
        )

    def excluded(self, a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
        """The groups in which one set of concepts rules the other out."""
        known = self._excluded.get((a, b))
        if known is None:
            known = self._excluded[a, b] = self.relations.exclude(a, b)
        return known

    def _window(self, article: str, index: int) -> frozenset[str]:
        key = article, index
        if key not in self._windows:
            around = (self._sentences.get((article, at), frozenset()) for at in (index - 1, index, index + 1))
            self._windows[key] = frozenset().union(*around)
        return self._windows[key]

    def overlap(self, a: frozenset[str], b: frozenset[str], one_language: bool) -> float:
        """How much two sets of keys share, 0 to 1 (weighted Dice).

        Across languages plain stems count only where they are shared: they can't be expected to be.
        """
        common = a & b
        if not common:
            return 0.0
        shared = sum(map(self.weight, common))
        if one_language:
            return 2 * shared / (self._sum(a)[0] + self._sum(b)[0])
        stems = sum(self.weight(key) for key in common if not _crosses(key))
        return 2 * shared / (self._sum(a)[1] + self._sum(b)[1] + 2 * stems)

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The summed weight of what two sets share."""
        return sum(map(self.weight, a & b))

    def _sum(self, keys: frozenset[str]) -> tuple[float, float]:
        """The summed weight of all keys, and of those that cross languages."""
        known = self._sums.get(keys)
        if known is None:
            crossing = sum(self.weight(key) for key in keys if _crosses(key))
            known = self._sums[keys] = (sum(map(self.weight, keys)), crossing)
        return known


def _sources(statement: Statement) -> frozenset[str]:
    named = (credit.source for credit in statement.attribution if credit.source)
    return frozenset(word for source in named for word in plain(source).split() if len(word) >= _LONG)


def sort(value: Value) -> str:
    """What sort of value it is: the measure of a quantity, the granularity of a time, the type of a name."""
    if isinstance(value, Quantity):
        return value.measure.value
    if isinstance(value, Time):
        return "time"
    if isinstance(value, Happening):
        return value.course.name.lower()
    return value.type.value if isinstance(value, Name) else "other"


def tied(role: Role) -> frozenset[str]:
    """The keys that stand with a value: those near it, and what its clause says it is about."""
    return role.near | {f"c:{concept}" for concept in role.events | role.things}


def _crosses(key: str) -> bool:
    return key[1:2] == ":"


def _weight(key: str, count: int, total: int) -> float:
    base = _ENTITY if key.startswith("n:") else _CONCEPT if key.startswith("c:") else _STEM
    # the constants damp the rareness of keys in very short articles
    return base * math.log((total + 12) / (count + 2)) / math.log(6)


def _ages(annotated: Annotated) -> dict[str, frozenset[str]]:
    """By the id of a person, the ages told right beside it."""
    found: dict[str, frozenset[str]] = {}
    for statement in annotated.statements:
        for mention in statement.mentions:
            value, persons = mention.value, mention.role.persons
            if isinstance(value, Quantity) and value.measure is Measure.AGE and len(persons) == 1:
                (person,) = persons
                found[person] = found.get(person, frozenset()) | {value.show()}
    return found
