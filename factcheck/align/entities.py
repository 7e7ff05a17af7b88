"""Names across articles: one entity for all the forms that mean the same person, place or body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.judging import letters
from factcheck.kinds.name import Name, NameType, same
from factcheck.model import Annotated, Kind

_SAME = 0.85
_COMMON = 100  # names: a part that more share tells nothing


class Entities:
    """Which names of which articles mean one entity. An entity's id is that of the fullest of its names."""

    def __init__(self, articles: Sequence[Annotated]) -> None:
        self._names: dict[tuple[str, str], Name] = {}
        self._forms: dict[str, str] = {}  # by entity, once they are asked for
        for annotated in articles:
            for name in names_of(annotated):
                self._names.setdefault((annotated.article.id, name.id), name)
        self._parent = {key: key for key in self._names}
        self._members = {key: [key] for key in self._names}
        for a, b in self._candidates():
            if self._find(a) != self._find(b) and self._fits(a, b):
                self._join(a, b)
        self._complete_short_forms()
        self._ids = {root: self._fullest(keys) for root, keys in self._members.items()}

    def __call__(self, article: str, name: str) -> str:
        """The entity of a name of an article."""
        key = (article, name)
        return self._ids[self._find(key)] if key in self._parent else name

    def shown(self, entity: str) -> str:
        """A name of the entity as an article writes it, the fullest of the first article that names it."""
        if not self._forms:
            for key, name in self._names.items():
                self._forms.setdefault(self(*key), name.show())
        return self._forms.get(entity, entity)

    def _candidates(self) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        """Pairs from different articles that share an id, a part, or initials."""
        index: dict[str, list[tuple[str, str]]] = {}
        for key, name in self._names.items():
            for part in _parts(name):
                index.setdefault(part, []).append(key)
        seen = set()
        for part in sorted(index):
            keys = index[part]
            if len(keys) > _COMMON:
                yield from _of_one_id(keys)
                continue
            for i, a in enumerate(keys):
                for b in keys[i + 1 :]:
                    if a[0] != b[0] and (a, b) not in seen:
                        seen.add((a, b))
                        yield a, b

    def _fits(self, a: tuple[str, str], b: tuple[str, str]) -> bool:
        if self._names[a].id == self._names[b].id or letters(self._names[a]) == letters(self._names[b]):
            return True
        return same(self._names[a], self._names[b]) >= _SAME

    def _complete_short_forms(self) -> None:
        """A surname alone is the one person of the other articles who bears it, where there is just one."""
        short = [
            key for key, name in self._names.items() if name.type is NameType.PERSON and len(name.parts) == 1
        ]
        bearers: dict[str, set[tuple[str, str]]] = {}
        for key, name in self._names.items():
            if name.type is NameType.PERSON and len(name.parts) > 1:
                bearers.setdefault(name.parts[-1], set()).add(self._find(key))
        for key in short:
            found = bearers.get(self._names[key].parts[0], set())
            if len(found) == 1:
                self._join(key, next(iter(found)))

    def _find(self, key: tuple[str, str]) -> tuple[str, str]:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _join(self, a: tuple[str, str], b: tuple[str, str]) -> None:
        first, second = sorted((self._find(a), self._find(b)), key=lambda k: (k[1], k[0]))
        if first != second and not self._holds_two(first, second):
            self._parent[second] = first
            self._members[first] += self._members.pop(second)

    def _fullest(self, keys: Sequence[tuple[str, str]]) -> str:
        return min(keys, key=lambda key: (-len(self._names[key].parts), key[1], key[0]))[1]

    def _holds_two(self, a: tuple[str, str], b: tuple[str, str]) -> bool:
        """Whether two groups hold two persons, whom a short form that fits both must not make one."""
        full = [
            [n for key in self._members[root] if len((n := self._names[key]).parts) > 1] for root in (a, b)
        ]
        persons = [[name for name in names if name.type is NameType.PERSON] for names in full]
        return any(_are_two(x, y) for x in persons[0] for y in persons[1])


def _are_two(a: Name, b: Name) -> bool:
    """Whether each of two full names has a part that the other lacks, however it is spelt."""
    x, y = set(a.sounds or a.parts), set(b.sounds or b.parts)
    return not (x <= y or y <= x or letters(a) == letters(b))


def names_of(annotated: Annotated) -> Iterator[Name]:
    """Every name an article mentions, each time it does."""
    for statement in annotated.statements:
        for mention in statement.mentions:
            if mention.kind is Kind.NAME and isinstance(mention.value, Name):
                yield mention.value


def _of_one_id(keys: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each key with the first that has the same id."""
    first: dict[str, tuple[str, str]] = {}
    for key in keys:
        if first.setdefault(key[1], key) != key:
            yield first[key[1]], key


def _parts(name: Name) -> set[str]:
    initials = "".join(part[0] for part in name.parts if part)
    starts = {part[:4] for part in name.parts if len(part) > 3}
    return {name.id, letters(name), *name.parts, *starts} | ({initials} if len(initials) > 2 else set())
