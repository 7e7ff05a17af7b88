"""Turns what single sentences show into the names of an article: one id for all forms of one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.kinds._name_read import Raw
from factcheck.kinds._name_scan import Line
from factcheck.kinds._name_value import Name, NameType
from factcheck.kinds._name_words import NameWords, Part, Romanisation, lexicon
from factcheck.languages import Languages, tokens
from factcheck.model import Article

Parts = tuple[str, ...]
_MANY = 40
_FIRM = 3  # points of what a name's own words say
_SOFT = 2  # points below which a hint is but a verb or a given name
_ORDER = (NameType.PERSON, NameType.ORGANISATION, NameType.PLACE, NameType.OTHER)


@dataclass(frozen=True, slots=True)
class Heard:
    """A raw name with its parts and the group of forms it belongs to."""

    raw: Raw
    parts: Parts
    paragraph: int


def linked(article: Article, lines: Sequence[Line], raws: list[Raw]) -> tuple[list[Raw], dict[Parts, Parts]]:
    """The raws with full forms that stand before a bracketed short form, and short form to full form."""
    short: dict[Parts, Parts] = {}
    by_line: dict[int, list[Raw]] = defaultdict(list)
    for raw in raws:
        by_line[raw.sentence].append(raw)
    for line in lines:
        for at in range(1, len(line.pieces) - 2):
            if _is_bracketed(line, at):
                by_line[line.index] = _link(article, line, at, by_line[line.index], short)
    found = [raw for index in sorted(by_line) for raw in by_line[index]]
    return found, short | _spelt_out(found, short)


def _is_bracketed(line: Line, at: int) -> bool:
    shown = line.part(at + 1) in (Part.ACRONYM, Part.CAPITAL, Part.BODY, Part.PLACE)
    return line.key(at) == "(" and shown and line.key(at + 2) == ")"


def _link(article: Article, line: Line, at: int, raws: list[Raw], short: dict[Parts, Parts]) -> list[Raw]:
    abbreviation = line.keys(line.pieces[at + 1])
    letters = "".join(abbreviation)
    start = _spelled(line, at, letters)
    if start is not None:
        span = line.span(start, at)
        words = tuple(key for i in range(start, at) for key in line.keys(line.pieces[i]))
        inside = [raw for raw in raws if raw.span.meets(span)]
        if not any(raw.known and raw.span == span for raw in inside):
            known = next((raw.known for raw in raws if raw.span == line.span(at + 1, at + 2)), "")
            full = Raw(line.index, span, words, known, ((NameType.ORGANISATION, 4),))
            raws = sorted([raw for raw in raws if raw not in inside] + [full], key=lambda raw: raw.span)
        short[abbreviation] = words
        return raws
    before = next((raw for raw in raws if raw.span.end == line.span(at - 1, at).end), None)
    if before and not before.known and len(before.words) > 1 and _shortens(letters, "".join(before.words)):
        short[abbreviation] = before.words
    return raws


def _spelled(line: Line, at: int, letters: str) -> int | None:
    """The piece from which the capitals before a bracket spell the letters in it."""
    rest = letters
    for index in range(at - 1, max(-1, at - 3 * len(letters)), -1):
        for word in reversed(line.words[line.pieces[index].first : line.pieces[index].last]):
            if word.is_capital and rest:
                if word.key[0] != rest[-1]:
                    return None
                rest = rest[:-1]
        if not rest:
            return index if len(letters) > 1 else None
    return None


def _shortens(letters: str, full: str) -> bool:
    """Whether the letters stand in the full form in this order, from its first on."""
    if len(letters) < 3 or letters[0] != full[0] or len(letters) >= len(full):
        return False
    rest = iter(full)
    return all(letter in rest for letter in letters)


def _spelt_out(raws: Iterable[Raw], short: Mapping[Parts, Parts]) -> dict[Parts, Parts]:
    """Abbreviations whose letters begin the words of exactly one other name of the article."""
    found: dict[Parts, Parts] = {}
    full: dict[str, set[Parts]] = defaultdict(set)
    for raw in raws:
        if len(raw.words) > 2 and raw.weight(NameType.ORGANISATION):
            full["".join(word[0] for word in raw.words if len(word) > 3)].add(raw.words)
    for raw in raws:
        if len(raw.words) == 1 and raw.words not in short and len(full.get(raw.words[0], ())) == 1:
            found[raw.words] = next(iter(full[raw.words[0]]))
    return found


class Resolver:
    """The names of one article."""

    def __init__(
        self, article: Article, languages: Languages, raws: list[Raw], short: Mapping[Parts, Parts]
    ) -> None:
        self.article = article
        self.languages = languages
        self.short = short
        self.heard = [self._hear(raw) for raw in raws]
        by_parts = self._by_parts()
        self.types = {parts: _type(raws) for parts, raws in by_parts.items()}
        self.unsure = {parts for parts, raws in by_parts.items() if _is_unsure(raws)}
        self.owner: dict[int, Parts] = self._owners()
        self.names = self._names()

    def name_of(self, index: int) -> Name:
        """The name a raw belongs to, with the office that stands beside it there."""
        raw = self.heard[index].raw
        name = self.names[self.owner[index]]
        office = raw.office.of(self.article.text) if raw.office else None
        return replace(name, title=office) if office else name

    def _hear(self, raw: Raw) -> Heard:
        words = self.short.get(raw.words, raw.words)
        sentence = self.article.sentences[raw.sentence]
        lexis = particles(self.languages, sentence.language)
        parts = tuple(part for word in words for part in word.replace("-", " ").split() if part not in lexis)
        if not raw.known and raw.weight(NameType.PLACE) > 2:
            parts = _core(parts, lexicon(self.languages, sentence.language)["administrative"])
        return Heard(raw, (f"={raw.known}",) if raw.known else parts or words, sentence.paragraph)

    def _by_parts(self) -> dict[Parts, list[Raw]]:
        groups: dict[Parts, list[Raw]] = defaultdict(list)
        for heard in self.heard:
            groups[heard.parts].append(heard.raw)
        return groups

    def _owners(self) -> dict[int, Parts]:
        full = self._longer()
        roles = self._roles()
        owners: dict[int, Parts] = {}
        last: dict[int, list[Parts]] = defaultdict(list)
        for index, heard in enumerate(self.heard):
            choices = full.get(heard.parts, ())
            owner = heard.parts
            if len(choices) == 1:
                owner = choices[0]
            elif choices:
                owner = _chosen(heard, choices, roles, last[heard.paragraph]) or heard.parts
            owners[index] = owner
            last[heard.paragraph].append(owner)
        return owners

    def _longer(self) -> dict[Parts, list[Parts]]:
        """Each short form's fuller forms, longest only."""
        by_part: dict[str, list[Parts]] = defaultdict(list)
        for parts in self.types:
            for part in set(parts):
                by_part[part].append(parts)
        found: dict[Parts, list[Parts]] = {}
        for parts in self.types:
            sharing = by_part[parts[0]]
            if len(sharing) > _MANY:  # as good as none: a word so common tells nobody apart
                continue
            wider = [other for other in sharing if self._extends(other, parts)]
            tops = [w for w in wider if not any(self._extends(other, w) for other in wider)]
            if tops:
                found[parts] = tops
        return found

    def _extends(self, full: Parts, parts: Parts) -> bool:
        if len(full) <= len(parts) or full[0].startswith("="):
            return False
        kind, other = self.types[parts], self.types[full]
        if NameType.PLACE in (kind, other):
            return False
        if other is NameType.ORGANISATION or full[-1].isdigit():
            fits = kind is not NameType.PERSON or parts in self.unsure
            return fits and full[: len(parts)] == parts and parts[0] != full[-1]
        if kind is NameType.ORGANISATION:
            return False
        rest = iter(full)
        return all(part in rest for part in parts)

    def _roles(self) -> dict[Parts, frozenset[str]]:
        found: dict[Parts, frozenset[str]] = defaultdict(frozenset)
        for heard in self.heard:
            found[heard.parts] |= heard.raw.roles
        return found

    def _names(self) -> dict[Parts, Name]:
        groups: dict[Parts, list[Heard]] = defaultdict(list)
        for index, heard in enumerate(self.heard):
            groups[self.owner[index]].append(heard)
        return {parts: self._name(parts, group) for parts, group in groups.items()}

    def _name(self, parts: Parts, group: list[Heard]) -> Name:
        known = parts[0][1:] if parts[0].startswith("=") else ""
        fullest = self._usual(group) if known else max((heard.raw for heard in group), key=self._length)
        full = " ".join(fullest.span.of(self.article.text).split())
        shown = tuple(fullest.words) if known else parts
        return Name(
            id=known or " ".join(parts),
            type=_type([heard.raw for heard in group]),
            full=full,
            parts=shown,
            sounds=sounds(self.languages, self.article.language, shown),
            roles=frozenset(role for heard in group for role in heard.raw.roles),
            duties=frozenset(duty for heard in group for duty in heard.raw.duties),
            forms=frozenset(" ".join(heard.raw.words) for heard in group) | {" ".join(shown)},
        )

    def _length(self, raw: Raw) -> tuple[int, int]:
        return len(raw.words), raw.span.end - raw.span.start

    def _usual(self, group: list[Heard]) -> Raw:
        """The form used most; a country's own name before its people's."""
        raws = [heard.raw for heard in group]
        count = Counter(raw.words for raw in raws)
        return max(raws, key=lambda raw: (not raw.demonym, count[raw.words], -raw.span.start))


def _core(parts: Parts, administrative: frozenset[str]) -> Parts:
    """A place's parts without the kind of place it is: "Desa Sukamaju" is "Sukamaju"."""
    if len(parts) > 1 and parts[0] in administrative:
        return parts[1:]
    return parts[:-1] if len(parts) > 1 and parts[-1] in administrative else parts


def _type(raws: Sequence[Raw]) -> NameType:
    """The type most speaks for. What a name's own words say outweighs any number of verbs beside it.

    "Vantwell said" may be a firm's name as well as a person's; "Vantwell Holdings" is a firm's.
    """
    weights: Counter[NameType] = Counter()
    firm: Counter[NameType] = Counter()
    for kind, points in (hint for raw in raws for hint in raw.hints):
        weights[kind] += points
        firm[kind] = max(firm[kind], points)
    sure = [kind for kind in (NameType.ORGANISATION, NameType.PLACE) if firm[kind] >= _FIRM]
    if sure and _is_unsure(raws):
        del weights[NameType.PERSON]
    return _heaviest(weights, len(raws))


def _is_unsure(raws: Sequence[Raw]) -> bool:
    """Whether no more than verbs and given names speak for a person."""
    hints = (hint for raw in raws for hint in raw.hints)
    return all(kind is not NameType.PERSON or points < _SOFT for kind, points in hints)


def _heaviest(weights: Counter[NameType], mentions: int) -> NameType:
    """The type most speaks for. Few prepositions among many mentions make no place: "shares in Nordvik"."""
    if weights[NameType.PLACE] < 3 and weights[NameType.PLACE] * 3 < mentions:
        weights = weights - Counter({NameType.PLACE: weights[NameType.PLACE]})
    best = max(_ORDER, key=lambda kind: (weights[kind], -_ORDER.index(kind)))
    return best if weights[best] > 0 else NameType.OTHER


def _chosen(
    heard: Heard, choices: Sequence[Parts], roles: Mapping[Parts, frozenset[str]], last: Sequence[Parts]
) -> Parts | None:
    """The one fuller form a short form stands for; None where two could be meant."""
    if heard.raw.roles:
        fitting = [choice for choice in choices if roles[choice] & heard.raw.roles]
        return fitting[0] if len(fitting) == 1 else None
    near = {parts for parts in last if parts in choices}
    return next(iter(near)) if len(near) == 1 else None


@cache
def particles(languages: Languages, code: str) -> frozenset[str]:
    """Words in a name that are no part of its key: particles and marks."""
    listed = languages[code].words("name", NameWords).particles
    return frozenset(".,&/()").union(token.key for word in listed for token in tokens(word))


@cache
def _short(languages: Languages, code: str) -> Mapping[str, str]:
    table = languages[code].words("name", NameWords).short
    return {word.casefold(): full for full, words in table.items() for word in (*words, full)}


@cache
def _respellings(languages: Languages) -> tuple[tuple[str, str], ...]:
    table = languages.shared("romanisation", Romanisation).sounds
    return tuple((spelling, sound) for sound, spellings in table.items() for spelling in spellings)


def sounds(languages: Languages, code: str, parts: Iterable[str]) -> Parts:
    """The parts as they sound, spelt one way."""
    short = _short(languages, code)
    return tuple(_sound(short.get(part, part), _respellings(languages)) for part in parts)


@cache
def _sound(part: str, respellings: tuple[tuple[str, str], ...]) -> str:
    if len(part) < 3:
        return part
    for spelling, sound in respellings:
        part = part.replace(spelling, sound)
    return "".join(char for i, char in enumerate(part) if i == 0 or char != part[i - 1])
