"""One sentence taken apart: its words, concepts and names, and where one value's clause ends and the next begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from factcheck.kinds import _happening as happening
from factcheck.kinds import name, quantity, statement, time
from factcheck.kinds._negation import denials
from factcheck.languages import Hit, Language, Languages, Phrases, Token, plain, tokens
from factcheck.model import Article, Attribution, Kind, Mention, Role

COUNTED = "counted_"  # groups of things to count: persons by role, vehicles, buildings
_PLACES = (name.NameType.PLACE,)
_PERSONS = (name.NameType.PERSON,)
_BODIES = (name.NameType.ORGANISATION,)
_NOT_HOLDERS = (name.NameType.PLACE, name.NameType.RANK, name.NameType.ORGANISATION)
_SHARES = (quantity.Measure.PERCENT, quantity.Measure.POINTS, quantity.Measure.SCORE)
_LONG_AGO = 120  # days
_AFTER = 5  # tokens
_NEAREST = 5  # keys
_BESIDE = 2  # keys
_HOLDER_GAP = 4  # tokens: "Nurhayati (42)", "Abrenica, who is 45"
_CUTS = frozenset(',;:—–()"“”')
_STOPS = frozenset(";:—–")

Range = tuple[int, int]  # of tokens, the end excluded


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of roles.toml."""

    coordinators: tuple[str, ...]
    subordinators: tuple[str, ...]
    parts: tuple[str, ...]
    parts_after: tuple[str, ...]
    wholes: tuple[str, ...]
    targets: tuple[str, ...]
    totals: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    changes: tuple[str, ...]
    planned: tuple[str, ...]
    background: tuple[str, ...]
    agents: tuple[str, ...]  # before who did it, in a passive sentence
    passives: tuple[str, ...]  # how a passive verb begins that needs no such word
    whens: tuple[str, ...]  # after a date, of a clause about what happened then
    frames: Mapping[str, tuple[str, ...]]  # the small words right before a value, by what they say of it


@cache
def _markers(language: Language) -> Phrases:
    words = language.words("roles", RoleWords)
    return Phrases(
        {
            "part": words.parts,
            "planned": words.planned,
            "target": words.targets,
            "whole": words.wholes,
            "background": words.background,
            "joint": words.coordinators,
            "boundary": words.subordinators,
            "before": tuple(phrase for phrase in words.before if " " in phrase),
        }
    )


@cache
def _frames(language: Language) -> dict[str, str]:
    """What the word right before a value says of it: "after" two hours, "for" two hours."""
    frames = language.words("roles", RoleWords).frames
    return {plain(word): name for name, words in frames.items() for word in words}


@cache
def _after(language: Language) -> Phrases:
    return Phrases({"part": language.words("roles", RoleWords).parts_after})


@cache
def _agents(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    words = language.words("roles", RoleWords)
    return frozenset(words.agents), words.passives


@cache
def _whens(language: Language) -> frozenset[str]:
    return frozenset(language.words("roles", RoleWords).whens)


@cache
def _changes(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    words = language.words("roles", RoleWords)
    return frozenset(words.before), frozenset(words.changes)


def _begins(word: str, prefixes: Sequence[str]) -> bool:
    return any(word.startswith(prefix) and len(word) > len(prefix) + 3 for prefix in prefixes)


def _is_share(mention: Mention) -> bool:
    """Whether the value is a share, which is always of something, or none at all."""
    value = mention.value
    return isinstance(value, quantity.Quantity) and (value.measure in _SHARES or value.amount.high == 0)


def _ends(hit: Hit, high: int) -> bool:
    return hit.first == high and hit.meaning is happening.Cue.UNTIL


class Scene:
    """One sentence of an article with its mentions; tells the role of each."""

    def __init__(
        self,
        article: Article,
        index: int,
        languages: Languages,
        mentions: Sequence[Mention],
        credits: Sequence[Attribution],
    ) -> None:
        self._article = article
        self._index = index
        self._sentence = article.sentences[index]
        self._language = languages[self._sentence.language]
        self._relations = languages.relations
        self._credits = credits
        self._credited = " ".join(plain(c.source) for c in credits if c.source)
        span = self._sentence.span
        self._words = tokens(article.text, span.start, span.end)
        self._starts = [word.start for word in self._words]
        self._ends = [word.end for word in self._words]
        self._mentions = [(self._place(m), m) for m in mentions]
        self._hits = self._language.concepts(self._words)
        self._marks = list(_markers(self._language).find(self._words))
        self._cuts = [i for i, word in enumerate(self._words) if word.text in _CUTS]
        whens = {place[0] for place, m in self._mentions if m.kind is Kind.TIME}
        self._bounds = sorted(
            [
                mark.first
                for mark in self._marks
                # "until June" opens no clause
                if mark.meaning == "joint" or (mark.meaning == "boundary" and mark.last not in whens)
            ]
            + [i for i in self._cuts if self._words[i].text in _STOPS]
        )
        self._commas = [i for i in self._cuts if self._words[i].text == ","]
        self._values = {
            Kind.QUANTITY: [place for place, m in self._mentions if m.kind is Kind.QUANTITY],
            Kind.TIME: [place for place, m in self._mentions if m.kind is Kind.TIME],
        }
        self._noun_end = {
            place[1]: noun[1] for place, m in self._mentions if (noun := self._noun(m)) is not None
        }

    def _place(self, mention: Mention) -> Range:
        """The token range of a mention."""
        return self._range(mention.span.start, mention.span.end)

    def _range(self, start: int, end: int) -> Range:
        first = bisect_right(self._ends, start)
        return first, max(bisect_left(self._starts, end), first)

    def role(self, mention: Mention) -> Role:
        """The role of a mention in this sentence."""
        if mention.kind is Kind.NAME:
            return self._role_of_name(mention)
        first, last = self._place(mention)
        others = self._values[Kind.TIME if mention.kind is Kind.TIME else Kind.QUANTITY]
        low, high = self._segment(first, last, others)
        near = self._clause(first, last, low, high)
        noun = self._noun(mention)
        flags = {m.meaning for m in self._between(self._marks, low, high)}
        return Role(
            things=self._things(mention, noun, first, last, near),
            nouns=self._nouns(noun),
            events=self._events(near, (low, high), len(others)),
            places=self._ids(_PLACES, low, high),
            persons=self._holder(mention, first, last) or self._ids(_PERSONS, low, high),
            bodies=self._ids(_BODIES, *near),
            years=self._years(*near) or self._years_before(first),
            old=self._is_old(*near),
            after=self.keys(last, min(high, last + _AFTER)),
            words=self.keys(low, high),
            near=self._near(first, last, low, high, _NEAREST),
            beside=self._near(first, last, low, high, _BESIDE),
            opening=self._opening(low, first),
            context=self.all_keys,
            part=self._is_part(first, last) and not _is_share(mention),
            background="background" in flags,
            planned="planned" in flags,
            target="target" in flags,
            speakers=self._speakers(near) if mention.kind is Kind.TIME else frozenset(),
            before=self._is_before(first),
            order=bisect_left(others, (first, 0)),
            frame=self._frame(first),
        )

    def _frame(self, first: int) -> str:
        return _frames(self._language).get(self._words[first - 1].key, "") if first else ""

    def _role_of_name(self, mention: Mention) -> Role:
        first, last = self._place(mention)
        near = self._clause(first, last, 0, len(self._words))
        return Role(
            events=self._events(near, near, 2),
            places=self._ids(_PLACES, *near),
            persons=self._ids(_PERSONS, *near),
            words=self.keys(*near),
            near=self._near(first, last, *near, _NEAREST),
            beside=self._near(first, last, *near, _BESIDE),
            opening=self._opening(near[0], first),
            context=self.all_keys,
        )

    def gist(self) -> Mention:
        """The sentence as a whole."""
        whole = (0, len(self._words))
        span = self._sentence.span
        value = statement.Gist(
            keys=self.all_keys,
            negated=bool(denials(self._words, self._language)),
            passive=self._is_passive(),
            actors=tuple(dict.fromkeys(key for _, key in self._keyed if self._is_actor(key))),
            values=tuple(m.value for _, m in self._mentions if m.kind in (Kind.QUANTITY, Kind.TIME)),
            text=span.of(self._article.text),
        )
        return replace(
            Mention(Kind.STATEMENT, span, value, self._index),
            role=Role(
                events=self._events(whole, whole, 0),
                places=self._ids(_PLACES, *whole),
                persons=self._ids(_PERSONS, *whole),
                years=self._years(*whole),
                words=self.all_keys,
                near=self.all_keys,
                context=self.all_keys,
            ),
        )

    def happenings(self) -> Iterator[Mention]:
        """What each clause tells of as done or not done, for clauses that tell either."""
        if self._words[-1:] and self._words[-1].text == "?":
            return
        hits = happening.cues(self._words, self._language)
        for low, high, opened in self._clauses(hits):
            # "not closed | until Friday": what ends a denial may open the next clause
            found = [hit for hit in hits if low <= hit.first < high or _ends(hit, high)]
            keys = self._keys_between(low, high)
            clause = happening.Clause(self._article.text, self._words, found, keys, self._language, opened)
            told = clause.tell()
            if told is not None:
                role = self._role_of_clause(low, high)
                yield Mention(Kind.STANCE, told.span, told, self._index, role)

    def _clauses(self, hits: Sequence[Hit]) -> Iterator[tuple[int, int, bool]]:
        """The stretches between marks of punctuation and conjunctions, each up to what it leaves open, if anything."""
        inside = {at for hit in hits for at in range(hit.first + 1, hit.last)}  # "not yet": no conjunction
        starts = sorted({0, *self._bounds, *(cut + 1 for cut in self._cuts)} - inside)
        opened = [hit.first for hit in hits if hit.meaning is happening.Cue.OPEN]
        for low, end in zip(starts, [*starts[1:], len(self._words)], strict=True):
            high = next((at for at in opened if low <= at < end), end)
            if high > low:
                yield low, high, high < end

    def _keys_between(self, low: int, high: int) -> list[Hit]:
        """The keys of a stretch with their places, in order."""
        at, stop = bisect_left(self._keyed, (low, "")), bisect_left(self._keyed, (high, ""))
        return [Hit(place, self._lasts.get(place, place + 1), key) for place, key in self._keyed[at:stop]]

    @cached_property
    def _lasts(self) -> dict[int, int]:
        """Where names and phrases end, by where they start."""
        return dict([(hit.first, hit.last) for hit in self._hits] + [place for place, _ in self._mentions])

    def _role_of_clause(self, low: int, high: int) -> Role:
        flags = {m.meaning for m in self._between(self._marks, low, high)}
        words = self.keys(low, high)
        return Role(
            events=self._events((low, high), (low, high), 2),
            places=self._ids(_PLACES, low, high),
            persons=self._ids(_PERSONS, low, high),
            bodies=self._ids(_BODIES, low, high),
            years=self._years(low, high),
            old=self._is_old(low, high),
            words=words,
            near=words,
            context=self.all_keys,
            background="background" in flags,
            planned="planned" in flags,
        )

    def _is_actor(self, key: str) -> bool:
        """Whether a key names who may do or suffer something: a name, or a person by role."""
        return key.startswith("n:") or (key.startswith("c:") and "person" in self._relations.broader(key[2:]))

    def _is_passive(self) -> bool:
        """Whether who did it stands after the verb: "was sued by Kenya", "digugat Kenya"."""
        agents, prefixes = _agents(self._language)
        for at, key in self._keyed:
            if self._is_actor(key) and any(
                word in agents or _begins(word, prefixes) for word in self._lead(at)
            ):
                return True
        return False

    def _lead(self, at: int) -> list[str]:
        """The word before a token, and those before it while they are function words: "by the"."""
        found = []
        for word in reversed(self._words[max(0, at - 3) : at]):
            found.append(word.key)
            if word.key not in self._language.function_words:
                break
        return found

    def _speakers(self, near: Range) -> frozenset[str]:
        """The words of the sources whose cue stands in a stretch: a time there is the time of speaking."""
        said = [c for c in self._credits if near[0] <= self._range(c.span.start, c.span.end)[0] < near[1]]
        return frozenset(word for c in said if c.source for word in plain(c.source).split() if len(word) > 3)

    def _noun(self, mention: Mention) -> Range | None:
        value = mention.value
        if isinstance(value, quantity.Quantity) and value.of_span is not None:
            return self._range(value.of_span.start, value.of_span.end)
        return None

    def _segment(self, first: int, last: int, others: Sequence[Range]) -> Range:
        """The tokens that belong to a value, not to the values before and after it."""
        at = bisect_left(others, (first, 0))
        before = next((o[1] for o in reversed(others[:at]) if o[1] <= first), None)
        after = next((o[0] for o in others[at:] if o[0] >= last), None)
        low = 0 if before is None else self._split(before, first)
        high = len(self._words) if after is None else self._split(last, after)
        if low is None:
            # with nothing to part them, what stands between two values tells of both: "two men jailed for six years"
            low = self._noun_end.get(before or 0, before or 0)
        return low, (after or len(self._words)) if high is None else high

    def _split(self, start: int, stop: int) -> int | None:
        """Where one value's clause gives way to the next one's between two tokens, if it does."""
        for places in (self._bounds, self._commas):
            at = bisect_left(places, stop) - 1
            if at >= 0 and places[at] >= start:
                return places[at]
        return None

    def _clause(self, first: int, last: int, low: int, high: int) -> Range:
        """The stretch between commas, brackets and quotation marks around a value, inside its segment."""
        at = bisect_left(self._cuts, first)
        left = self._cuts[at - 1] + 1 if at else 0
        at = bisect_left(self._cuts, last)
        right = self._cuts[at] if at < len(self._cuts) else high
        return max(left, low), min(right, high)

    @staticmethod
    def _between(hits: Sequence[Hit], low: int, high: int) -> Sequence[Hit]:
        start = bisect_left(hits, low, key=lambda hit: hit.first)
        return hits[start : bisect_left(hits, high, key=lambda hit: hit.first)]

    def _events(self, near: Range, segment: Range, values: int) -> frozenset[str]:
        """Concepts that tell what the value is about: each exclusive group from the nearest stretch that has one."""
        found: set[str] = set()
        covered: set[str] = set()
        stretches = [near, segment]
        if values < 2:
            stretches.append((0, len(self._words)))
        for low, high in stretches:
            for hit in self._between(self._hits, low, high):
                groups = self._states(hit.meaning)
                if groups and not groups & covered:
                    found.add(hit.meaning)
            covered |= {g for c in found for g in self._states(c)}
        return frozenset(found)

    def _states(self, concept: str) -> frozenset[str]:
        """The exclusive groups of a concept that tell a state or event, not a thing to count."""
        return frozenset(g for g in self._relations.groups(concept) if not g.startswith(COUNTED))

    def _things(
        self, mention: Mention, noun: Range | None, first: int, last: int, near: Range
    ) -> frozenset[str]:
        """What is counted: the noun's concepts, else those of the nearest countable word of the clause."""
        if noun and self._nouns(noun):
            return self._meanings(self._between(self._hits, *noun))
        if (
            not isinstance(mention.value, quantity.Quantity)
            or mention.value.measure is not quantity.Measure.COUNT
        ):
            return frozenset()
        around = [
            (first - hit.first if hit.first < first else hit.first - last + 1, hit.first)
            for hit in self._between(self._hits, *near)
            if self._is_countable(hit.meaning)
        ]
        place = min(around, default=(0, -1))[1]
        return self._meanings(self._between(self._hits, place, place + 1))

    @staticmethod
    def _meanings(hits: Iterable[Hit]) -> frozenset[str]:
        return frozenset(hit.meaning for hit in hits)

    def _is_countable(self, concept: str) -> bool:
        groups = self._relations.groups(concept)
        return "person" in self._relations.broader(concept) or any(g.startswith(COUNTED) for g in groups)

    def _nouns(self, noun: Range | None) -> frozenset[str]:
        """The stems of the counted noun; none for "others"."""
        words = self._words[noun[0] : noun[1]] if noun else []
        return frozenset(self._language.stem(word.key) for word in words if self._is_content(word))

    def _is_part(self, first: int, last: int) -> bool:
        """Whether "including", "of them" or the like stands right before the value or right after it."""
        stop = self._noun_end.get(last, last)
        opening = next((m for m in self._marks if m.meaning == "whole" and m.first == 0), None)
        if opening and self._commas and self._commas[0] < first:
            return True
        if any(m.meaning == "part" and first - 2 <= m.last <= first for m in self._marks):
            return True
        after = _after(self._language)
        return any(after.at(self._words, at) for at in range(last, min(stop + 2, len(self._words))))

    def _holder(self, mention: Mention, first: int, last: int) -> frozenset[str]:
        """Whose age it is: the name that stands next to it."""
        value = mention.value
        if not isinstance(value, quantity.Quantity) or value.measure is not quantity.Measure.AGE:
            return frozenset()
        best: tuple[int, str] | None = None
        for (start, end), other in self._mentions:
            if not isinstance(other.value, name.Name) or other.value.type in _NOT_HOLDERS:
                continue
            gap = first - end if end <= first else start - last
            if 0 <= gap <= _HOLDER_GAP and (best is None or gap < best[0]):
                best = gap, other.value.id
        return frozenset() if best is None else frozenset({best[1]})

    def _is_before(self, first: int) -> bool:
        """Whether the value is the one before a change: "to 5 from 6", "dari 6 menjadi 5"."""
        if any(m.meaning == "before" and first - 1 <= m.last <= first for m in self._marks):
            return True
        before, changes = _changes(self._language)
        if first == 0 or self._words[first - 1].key not in before:
            return False
        return any(word.key in changes for word in self._words)

    @cached_property
    def _names(self) -> list[tuple[int, name.Name]]:
        """The names that aren't credited, with the places of their first words."""
        return [
            (place[0], m.value)
            for place, m in self._mentions
            if isinstance(m.value, name.Name) and not self._is_credited(m.value)
        ]

    def _ids(self, types: Sequence[name.NameType], low: int, high: int) -> frozenset[str]:
        at = bisect_left(self._names, low, key=lambda pair: pair[0])
        stop = bisect_left(self._names, high, key=lambda pair: pair[0])
        return frozenset(value.id for _, value in self._names[at:stop] if value.type in types)

    def _is_credited(self, value: name.Name) -> bool:
        """Whether the name is that of a source of the sentence, who speaks of the value and isn't its holder."""
        return value.type in (*_PERSONS, *_BODIES) and plain(value.full) in self._credited

    @cached_property
    def _dates(self) -> list[tuple[int, time.Time]]:
        return [(place[0], m.value) for place, m in self._mentions if isinstance(m.value, time.Time)]

    def _dated(self, low: int, high: int) -> list[time.Time]:
        return [value for place, value in self._dates if low <= place < high]

    def _is_old(self, low: int, high: int) -> bool:
        """Whether all dates of a stretch lie long before the article's day."""
        day = self._article.day
        ends = [value.end for value in self._dated(low, high) if value.end is not None]
        return day is not None and bool(ends) and all((day - end).days > _LONG_AGO for end in ends)

    def _years(self, low: int, high: int) -> frozenset[int]:
        years = set()
        for value in self._dated(low, high):
            if value.start is not None and value.end is not None and value.end.year - value.start.year < 2:
                years |= {value.start.year, value.end.year}
        return frozenset(years)

    def _years_before(self, place: int) -> frozenset[int]:
        """The years of the last date before a place, if the clause tells of that time: "2013, when 100 died"."""
        at = max((at for at, _ in self._dates if at < place), default=place)
        is_told = any(word.key in _whens(self._language) for word in self._words[at:place])
        return self._years(at, place) if is_told else frozenset()

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """What the sentence speaks of: "c:concept", "n:name id", and stems of all other content words."""
        return frozenset(key for _, key in self._keyed)

    def keys(self, low: int, high: int) -> frozenset[str]:
        """What a stretch speaks of, as in `all_keys`."""
        at, stop = bisect_left(self._keyed, (low, "")), bisect_left(self._keyed, (high, ""))
        return frozenset(key for _, key in self._keyed[at:stop])

    def _opening(self, low: int, first: int) -> frozenset[str]:
        """The first key of a stretch that a value stands in."""
        at = bisect_left(self._keyed, (low, ""))
        return frozenset(key for place, key in self._keyed[at : at + 1] if place < first)

    def _near(self, first: int, last: int, low: int, high: int, many: int) -> frozenset[str]:
        """So many keys that stand nearest to a value in its segment."""
        at, stop = bisect_left(self._keyed, (low, "")), bisect_left(self._keyed, (high, ""))
        left, right = bisect_left(self._keyed, (first, "")), bisect_left(self._keyed, (last, ""))
        around = [(first - place, place, key) for place, key in self._keyed[max(at, left - many) : left]]
        around += [(place - last, place, key) for place, key in self._keyed[right : min(stop, right + many)]]
        return frozenset(key for _, _, key in sorted(around)[:many])

    @cached_property
    def _keyed(self) -> list[tuple[int, str]]:
        """The keys of the sentence with their places, in order."""
        covered: set[int] = set()
        keys: list[tuple[int, str]] = []
        for place, mention in self._mentions:
            if mention.kind in (Kind.NAME, Kind.QUANTITY, Kind.TIME):
                covered.update(range(*place))
                if isinstance(mention.value, name.Name):
                    keys.append((place[0], f"n:{mention.value.id}"))
        keys += [(hit.first, f"c:{hit.meaning}") for hit in self._hits if hit.first not in covered]
        covered.update(i for hit in self._hits for i in range(hit.first, hit.last))
        keys += [
            (i, self._language.stem(word.key))
            for i, word in enumerate(self._words)
            if i not in covered and self._is_content(word)
        ]
        return sorted(keys)

    def _is_content(self, word: Token) -> bool:
        return word.is_word and len(word.key) > 2 and word.key not in self._language.function_words
