"""Items: mentions made ready for comparing, with entities in place of names and weights for their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.align.entities import Entities
from factcheck.kinds.name import Name
from factcheck.languages import Languages
from factcheck.model import Annotated, Mention, Statement, Told

_CONCEPT = 1.0
_ENTITY = 1.3
_STEM = 0.8


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of slots.toml: exclusive groups whose concepts name what a number is about."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A mention with what its clause and sentence speak of, entities in place of names."""

    told: Told
    number: int  # the article's place in the comparison
    near: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
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
        counts: Counter[str] = Counter()
        self._sentences: dict[tuple[str, int], frozenset[str]] = {}
        total = 0
        for annotated in articles:
            for statement in annotated.statements:
                keys = self.keys(annotated.article.id, statement.words)
                self._sentences[annotated.article.id, statement.index] = keys
                counts.update(keys)
                total += 1
        self._weights = {key: _weight(key, count, total) for key, count in counts.items()}

    def _entities_of(self, annotated: Annotated) -> frozenset[str]:
        return frozenset(
            self.entities(annotated.article.id, mention.value.id)
            for statement in annotated.statements
            for mention in statement.mentions
            if isinstance(mention.value, Name)
        )

    def keys(self, article: str, words: frozenset[str]) -> frozenset[str]:
        """The keys with entities in place of the article's own names."""
        return frozenset(
            f"n:{self.entities(article, key[2:])}" if key.startswith("n:") else key for key in words
        )

    def names(self, number: int, entity: str) -> bool:
        """Whether an article, by its place in the comparison, names an entity."""
        return entity in self._named[number]

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
            number=number,
            near=self.keys(article, mention.role.near),
            clause=self.keys(article, mention.role.words),
            sentence=self._sentences[article, statement.index],
            language=statement.sentence.language,
        )

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


def _crosses(key: str) -> bool:
    return key[1:2] == ":"


def _weight(key: str, count: int, total: int) -> float:
    base = _ENTITY if key.startswith("n:") else _CONCEPT if key.startswith("c:") else _STEM
    # the constants damp the rareness of keys in very short articles
    return base * math.log((total + 12) / (count + 2)) / math.log(6)
