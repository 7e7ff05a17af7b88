"""What the credits of several articles show side by side: the same told by different people, and what rests
on people nobody names.

Two sources differ only where that is sure: two persons of different names, two bodies of different names, a
person and a body that none of the person's offices belongs to. Everything else is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.kinds.name import Name, NameType, apart
from factcheck.languages import plain, tokens
from factcheck.model import Article, Attribution, Fact, Kind, Told
from factcheck.verdicts import Verdict

__all__ = [
    "Credit",
    "DifferingCredits",
    "Source",
    "Unnamed",
    "differing_credits",
    "single_unnamed",
    "sources_of",
]

_CREDITED = (Kind.QUANTITY, Kind.STATEMENT, Kind.QUOTE)
_LIKELY = 0.8  # confidence from which on the speakers of like sentences are held side by side


@dataclass(frozen=True, slots=True)
class Source:
    """A named source as one article credits it, with the names its words hold."""

    text: str
    language: str
    person: Name | None
    bodies: tuple[Name, ...]

    def differs(self, other: Source) -> bool:
        """Whether the two surely are different people or bodies, and neither is the body of the other."""
        if self.person and other.person:
            office = self.person.roles & other.person.roles  # one office, and perhaps a name misread
            return apart(self.person, other.person) and not office
        if self.language != other.language or _is_like(self.text, other.text):
            return False  # two languages may have two names for one body
        if self.person or other.person:
            return _is_stranger(self, other) if self.person else _is_stranger(other, self)
        pairs = [(a, b) for a in self.bodies for b in other.bodies]
        return bool(pairs) and all(apart(a, b) for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom an article credits."""

    article: str  # id
    source: str


@dataclass(frozen=True, slots=True)
class DifferingCredits:
    """A fact on which articles agree, and which they credit to different people or bodies."""

    fact: str  # id
    credits: tuple[Credit, ...]  # in the order of the fact's tellings


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A statement that rests on an unnamed source alone."""

    fact: str  # id of the first fact it stands in
    told: Told


def differing_credits(facts: Sequence[Fact]) -> list[DifferingCredits]:
    """The facts without a conflict that articles credit to surely different sources, in the given order."""
    names = _names(told for fact in facts for told in _told(fact))
    found = []
    for fact in facts:
        if _is_told_alike(fact):
            credits = _differing(fact, names)
            if credits:
                found.append(DifferingCredits(fact.id, credits))
    return found


def _is_told_alike(fact: Fact) -> bool:
    """Whether articles surely tell one thing alike: a figure, or much the same words."""
    sure = fact.kind is Kind.QUANTITY or fact.confidence >= _LIKELY
    return sure and fact.kind in _CREDITED and fact.verdict is not Verdict.CONFLICT


def single_unnamed(facts: Sequence[Fact], articles: Mapping[str, Article]) -> list[Unnamed]:
    """The statements on which a claim rests that is credited to unnamed sources alone.

    A claim is a position of a conflict, and all of any other fact. Each statement once, by the articles'
    order and then in reading order.
    """
    found: dict[tuple[str, int], Unnamed] = {}
    for fact in facts:
        for claim in _claims(fact):
            if claim and all(_is_unnamed(told) for told in claim):
                for told in claim:
                    found.setdefault((told.article, told.statement.index), Unnamed(fact.id, told))
    order = {id: number for number, id in enumerate(articles)}
    return [found[key] for key in sorted(found, key=lambda key: (order[key[0]], key[1]))]


def _claims(fact: Fact) -> list[Sequence[Told]]:
    if fact.kind not in _CREDITED:
        return []
    if fact.verdict is Verdict.CONFLICT:
        return [position.told for position in fact.positions]
    return [_told(fact)]


def sources_of(told: Iterable[Told], names: Mapping[str, Sequence[Name]] | None = None) -> list[Source]:
    """The named sources of some tellings, each once. `names` are those known in each article, by its id."""
    listed = list(told)
    known = _names(listed) if names is None else names
    found: dict[tuple[str, str], Source] = {}
    for one in listed:
        for credit in _credits(one):
            if credit.source is not None and credit.named:
                source = _source(credit.source, one, known.get(one.article, ()))
                found.setdefault((one.article, credit.source), source)
    return list(found.values())


def _told(fact: Fact) -> list[Told]:
    return [told for position in fact.positions for told in position.told]


def _is_unnamed(told: Told) -> bool:
    credits = _credits(told)
    return bool(credits) and not any(credit.named for credit in credits)


def _credits(told: Told) -> Sequence[Attribution]:
    """The credits of a mention: those in whose quotation it stands, else those of its whole sentence."""
    credits = told.statement.attribution
    holding = [c for c in credits if any(passage.holds(told.mention.span) for passage in c.passages)]
    return holding or credits


def _names(told: Iterable[Told]) -> dict[str, list[Name]]:
    """The names of each article, by its id, as far as its tellings show them."""
    found: dict[str, dict[str, Name]] = {}
    for one in told:
        of_article = found.setdefault(one.article, {})
        for mention in one.statement.mentions:
            if isinstance(mention.value, Name):
                of_article.setdefault(mention.value.id, mention.value)
    return {article: list(names.values()) for article, names in found.items()}


def _source(text: str, told: Told, names: Sequence[Name]) -> Source:
    words = _words(text)
    held = [name for name in names if any(_holds(words, form) for form in (name.full, *name.forms))]
    persons = [name for name in held if name.type is NameType.PERSON]
    bodies = tuple(name for name in held if name.type in (NameType.ORGANISATION, NameType.PLACE))
    person = max(persons, key=lambda name: (len(name.parts), name.id), default=None)
    return Source(text, told.statement.sentence.language, person, bodies)


def _holds(words: frozenset[str], form: str) -> bool:
    parts = _words(form)
    return bool(parts) and parts <= words


def _differing(fact: Fact, names: Mapping[str, Sequence[Name]]) -> tuple[Credit, ...]:
    by_article: dict[str, list[Told]] = {}
    for told in _told(fact):
        by_article.setdefault(told.article, []).append(told)
    sources = {article: sources_of(told, names) for article, told in by_article.items()}
    apart_from_another = {
        article
        for pair in combinations(sources, 2)
        if all_differ(sources[pair[0]], sources[pair[1]])
        for article in pair
    }
    return tuple(
        Credit(article, source.text)
        for article, credited in sources.items()
        if article in apart_from_another
        for source in credited
    )


def all_differ(a: Sequence[Source], b: Sequence[Source]) -> bool:
    """Whether there are sources on both sides, and none on one side may be one on the other."""
    return bool(a and b) and all(x.differs(y) for x in a for y in b)


def _is_stranger(person: Source, body: Source) -> bool:
    """Whether a person holds offices, none of them at the body."""
    duties = person.person.duties if person.person else frozenset()
    if not duties or not body.bodies or any(name.id in duties or name.forms & duties for name in body.bodies):
        return False
    return not any(_is_like(duty, body.text) for duty in duties)


def _is_like(a: str, b: str) -> bool:
    """Whether two sources share a word, or one may be the other's initials."""
    return bool(_words(a) & _words(b)) or _is_short_for(a, b) or _is_short_for(b, a)


def _is_short_for(short: str, long: str) -> bool:
    initials = "".join(token.key[0] for token in tokens(long) if token.is_word and token.is_capital)
    capitals = (token.key for token in tokens(short) if len(token.text) > 1 and token.text.isupper())
    return any(key in initials for key in capitals)


def _words(text: str) -> frozenset[str]:
    return frozenset(token.key for token in tokens(plain(text)) if token.is_word and len(token.key) > 2)
