"""Whether two sources are surely different people or bodies.

Two sources differ only where that is sure: two persons of different names, two bodies of different names, a
person and a body that none of the person's offices belongs to. Everything else is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.kinds.name import Name, NameType, apart
from factcheck.languages import plain, tokens
from factcheck.model import Attribution, Told

__all__ = ["Source", "all_differ", "sources_of"]


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


def sources_of(told: Iterable[Told]) -> list[Source]:
    """The named sources of some tellings, each once."""
    listed = list(told)
    known = _names(listed)
    found: dict[tuple[str, str], Source] = {}
    for one in listed:
        for credit in _credits(one):
            if credit.source is not None and credit.named:
                source = _source(credit.source, one, known.get(one.article, ()))
                found.setdefault((one.article, credit.source), source)
    return list(found.values())


def all_differ(a: Sequence[Source], b: Sequence[Source]) -> bool:
    """Whether there are sources on both sides, and none on one side may be one on the other."""
    return bool(a and b) and all(x.differs(y) for x in a for y in b)


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
