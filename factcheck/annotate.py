"""Article -> statements: what each sentence says, how firmly, by whom, and each value with its role.

A role comes from the clause first, then from the sentence. What a clause leaves open the sentence may fill;
what a clause says is never contradicted from further away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.attribution import attribute
from factcheck.kinds import name, quantity, quote, stance, statement, time
from factcheck.languages import Hit, Language, Languages, Phrases, Relations, Token, plain, tokens
from factcheck.model import Annotated, Article, Attribution, Kind, Mention, Role, Sentence, Span, Statement

COUNTED = "counted_"  # groups of things to count: persons by role, vehicles, buildings
_PLACES = (name.NameType.PLACE,)
_PERSONS = (name.NameType.PERSON,)
_NOT_HOLDERS = (name.NameType.PLACE, name.NameType.RANK, name.NameType.ORGANISATION)
_BODIES = (name.NameType.ORGANISATION,)
_LONG_AGO = 120  # days
_AFTER = 5  # tokens
_NEAREST = 5  # keys
_HOLDER_GAP = 4  # tokens: "Nurhayati (42)", "Abrenica, who is 45"


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of roles.toml."""

    coordinators: tuple[str, ...]
    subordinators: tuple[str, ...]
    parts: tuple[str, ...]
    totals: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    changes: tuple[str, ...]
    planned: tuple[str, ...]
    background: tuple[str, ...]


@cache
def _markers(language: Language) -> Phrases:
    words = language.words("roles", RoleWords)
    return Phrases(
        {
            "part": words.parts,
            "planned": words.planned,
            "background": words.background,
            "boundary": (*words.coordinators, *words.subordinators),
        }
    )


@cache
def _changes(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = language.words("roles", RoleWords)
    return frozenset(words.before), frozenset(words.after), frozenset(words.changes)


def annotate(article: Article, languages: Languages) -> Annotated:
    """The article with its statements. Looks at no other article."""
    times = time.find(article, languages, ())
    names = name.find(article, languages, [m.span for m in times])
    with_digits = [m.span for m in names if any(c.isdigit() for c in m.span.of(article.text))]
    amounts = quantity.find(article, languages, [*(m.span for m in times), *with_digits])
    standpoints = stance.find(article, languages)
    credits = attribute(article, languages, names)
    quotes = quote.find(article, languages, credits, amounts)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in (*times, *names, *amounts, *standpoints, *quotes):
        by_sentence.setdefault(mention.sentence, []).append(mention)
    statements = []
    for index, sentence in enumerate(article.sentences):
        mentions = sorted(by_sentence.get(index, ()), key=lambda m: (m.span, m.kind))
        scene = Scene(
            article, sentence, languages[sentence.language], languages.relations, mentions, credits[index]
        )
        statements.append(
            Statement(
                index=index,
                sentence=sentence,
                stance=stance.stance_of(mentions),
                attribution=credits[index],
                mentions=tuple(replace(m, role=scene.role(m)) for m in mentions),
                words=scene.keys(0, len(scene.words)),
                gist=scene.gist(index, sentence.span),
            )
        )
    return Annotated(article, tuple(statements))


class Scene:
    """One sentence taken apart: its words, concepts, names, and where one value's clause ends."""

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        language: Language,
        relations: Relations,
        mentions: Sequence[Mention],
        credits: Sequence[Attribution],
    ) -> None:
        self.article = article
        self._credited = " ".join(plain(c.source) for c in credits if c.source)
        self.words = tokens(article.text, sentence.span.start, sentence.span.end)
        self.mentions = mentions
        self._language = language
        self._relations = relations
        self._hits = language.concepts(self.words)
        self._marks = list(_markers(language).find(self.words))
        self._keyed = self._all_keys()
        self._quantities = self._values(Kind.QUANTITY)
        self._times = self._values(Kind.TIME)
        self._noun_end = self._noun_ends()

    def _values(self, kind: Kind) -> list[tuple[int, int]]:
        return [self._place(m.span) for m in self.mentions if m.kind is kind]

    def _noun_ends(self) -> dict[int, int]:
        """Where each value's counted noun ends, by where its number ends."""
        ends = {}
        for mention in self.mentions:
            noun = self._noun(mention)
            if noun:
                ends[self._place(mention.span)[1]] = noun[1]
        return ends

    def _place(self, span: Span) -> tuple[int, int]:
        """The token range of a span."""
        first = next((i for i, w in enumerate(self.words) if w.end > span.start), len(self.words))
        last = next((i for i, w in enumerate(self.words) if w.start >= span.end), len(self.words))
        return first, max(last, first)

    def role(self, mention: Mention) -> Role:
        """The role of a mention in this sentence."""
        first, last = self._place(mention.span)
        others = self._times if mention.kind is Kind.TIME else self._quantities
        low, high = self._segment(first, last, others)
        near = self._clause(first, last, low, high)
        noun = self._noun(mention)
        things = self._things(mention, noun, first, last, near)
        flags = self._flags(low, high)
        return Role(
            things=things,
            nouns=self._nouns(noun),
            events=self._events(near, (low, high), len(others)),
            places=self._ids(_PLACES, low, high),
            persons=self._holder(mention, first, last) or self._ids(_PERSONS, low, high),
            bodies=self._ids(_BODIES, *near),
            years=self._years(*near),
            old=self._is_old(*near),
            after=frozenset(key for place, key in self._keyed if last <= place < high and place < last + _AFTER),
            words=self.keys(low, high),
            near=self._near(first, last, low, high),
            context=self.keys(0, len(self.words)),
            part=self._is_part(first),
            background="background" in flags,
            planned="planned" in flags,
            before=self._is_before(first, low, high),
            order=sum(1 for other in others if other[0] < first),
        )

    def gist(self, index: int, span: Span) -> Mention:
        """The sentence as a whole."""
        end = len(self.words)
        negated = sum(word.key in quote.negations(self._language) for word in self.words) % 2 == 1
        names = [m.value.id for m in self.mentions if isinstance(m.value, name.Name)]
        value = statement.Gist(self.keys(0, end), negated, tuple(dict.fromkeys(names)), span.of(self.article.text))
        whole = Mention(Kind.STATEMENT, span, value, index)
        return replace(
            whole,
            role=Role(
                events=self._events((0, end), (0, end), 0),
                places=self._ids(_PLACES, 0, end),
                persons=self._ids(_PERSONS, 0, end),
                years=self._years(0, end),
                words=value.keys,
                near=value.keys,
                context=value.keys,
            ),
        )

    def _noun(self, mention: Mention) -> tuple[int, int] | None:
        value = mention.value
        if isinstance(value, quantity.Quantity) and value.of_span is not None:
            return self._place(value.of_span)
        return None

    def _things(
        self, mention: Mention, noun: tuple[int, int] | None, first: int, last: int, near: tuple[int, int]
    ) -> frozenset[str]:
        """What is counted: the noun's concepts, else those of the nearest countable word of the clause."""
        if noun and self._nouns(noun):
            return self._names_of(h for h in self._hits if noun[0] <= h.first < noun[1])
        if not isinstance(mention.value, quantity.Quantity) or mention.value.measure is not quantity.Measure.COUNT:
            return frozenset()
        around = [
            (first - hit.first if hit.first < first else hit.first - last + 1, hit.first)
            for hit in self._hits
            if near[0] <= hit.first < near[1] and self._is_countable(hit.meaning)
        ]
        place = min(around, default=(0, -1))[1]
        return self._names_of(h for h in self._hits if h.first == place)

    def _is_countable(self, concept: str) -> bool:
        groups = self._relations.groups(concept)
        return "person" in self._relations.broader(concept) or any(g.startswith(COUNTED) for g in groups)

    def _nouns(self, noun: tuple[int, int] | None) -> frozenset[str]:
        """The stems of the counted noun; none for "others"."""
        words = self.words[noun[0] : noun[1]] if noun else []
        return frozenset(self._language.stem(word.key) for word in words if self._is_content(word))

    def _segment(self, first: int, last: int, others: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """The tokens that belong to a value, not to the values before and after it."""
        before = max((o[1] for o in others if o[1] <= first), default=None)
        after = min((o[0] for o in others if o[0] >= last), default=None)
        low = 0 if before is None else self._split(before, first)
        high = len(self.words) if after is None else self._split(last, after)
        # with nothing to part them, what stands between two values tells of both: "two men jailed for six years"
        low = self._noun_end.get(before or 0, before or 0) if low is None else low
        return low, after or len(self.words) if high is None else high

    def _split(self, start: int, stop: int) -> int | None:
        """Where the clause of a value that ends at `start` gives way to one whose value begins at `stop`, if it does."""
        marks = [m.first for m in self._marks if m.meaning == "boundary" and start <= m.first < stop]
        stops = [i for i in range(start, stop) if self.words[i].text in ";:—–"]
        commas = [i for i in range(start, stop) if self.words[i].text == ","]
        return max(marks + stops, default=max(commas, default=None))

    def _clause(self, first: int, last: int, low: int, high: int) -> tuple[int, int]:
        """The stretch between commas and subordinators around a value, inside its segment."""
        cuts = {i for i in range(low, high) if self.words[i].text in ",;:—–()\"“”"}
        left = max((i + 1 for i in cuts if i < first), default=low)
        right = min((i for i in cuts if i >= last), default=high)
        return left, right

    def _events(self, near: tuple[int, int], segment: tuple[int, int], values: int) -> frozenset[str]:
        """Concepts that tell what the value is about: each exclusive group from the nearest stretch that has one."""
        found: set[str] = set()
        covered: set[str] = set()
        stretches = [near, segment]
        if values < 2:
            stretches.append((0, len(self.words)))
        for low, high in stretches:
            new = self._names_of(h for h in self._hits if low <= h.first < high)
            for concept in new:
                groups = self._states(concept)
                if groups and not groups & covered:
                    found.add(concept)
            covered |= {g for c in found for g in self._states(c)}
        return frozenset(found)

    def _states(self, concept: str) -> frozenset[str]:
        """The exclusive groups of a concept that tell a state or event, not a thing to count."""
        return frozenset(g for g in self._relations.groups(concept) if not g.startswith(COUNTED))

    def _names_of(self, hits: Iterable[Hit]) -> frozenset[str]:
        return frozenset(hit.meaning for hit in hits)

    def _flags(self, low: int, high: int) -> set[str]:
        return {m.meaning for m in self._marks if low <= m.first < high}

    def _is_part(self, first: int) -> bool:
        """Whether "of whom", "including" or the like stands right before the value."""
        return any(m.meaning == "part" and first - 2 <= m.last <= first for m in self._marks)

    def _holder(self, mention: Mention, first: int, last: int) -> frozenset[str]:
        """Whose age it is: the name that stands next to it."""
        value = mention.value
        if not isinstance(value, quantity.Quantity) or value.measure is not quantity.Measure.AGE:
            return frozenset()
        best: tuple[int, str] | None = None
        for other in self.mentions:
            if not isinstance(other.value, name.Name) or other.value.type in _NOT_HOLDERS:
                continue
            start, end = self._place(other.span)
            gap = first - end if end <= first else start - last
            if 0 <= gap <= _HOLDER_GAP and (best is None or gap < best[0]):
                best = gap, other.value.id
        return frozenset() if best is None else frozenset({best[1]})

    def _is_before(self, first: int, low: int, high: int) -> bool:
        """Whether the value is the one before a change: "to 5 from 6", "dari 6 menjadi 5"."""
        before, _, changes = _changes(self._language)
        if first == 0 or self.words[first - 1].key not in before:
            return False
        return any(word.key in changes for word in self.words)

    def _ids(self, types: Sequence[name.NameType], low: int, high: int) -> frozenset[str]:
        found = set()
        for mention in self.mentions:
            if mention.kind is Kind.NAME and isinstance(mention.value, name.Name):
                place = self._place(mention.span)
                if low <= place[0] < high and mention.value.type in types and not self._is_credited(mention.value):
                    found.add(mention.value.id)
        return frozenset(found)

    def _is_credited(self, value: name.Name) -> bool:
        """Whether the name is that of a source of the sentence, who speaks of the value and isn't its holder."""
        return value.type in (*_PERSONS, *_BODIES) and plain(value.full) in self._credited

    def _is_old(self, low: int, high: int) -> bool:
        """Whether all dates of a stretch lie long before the article's day."""
        day = self.article.day
        ends = [
            mention.value.end
            for mention in self.mentions
            if isinstance(mention.value, time.Time)
            and mention.value.end is not None
            and low <= self._place(mention.span)[0] < high
        ]
        return day is not None and bool(ends) and all((day - end).days > _LONG_AGO for end in ends)

    def _years(self, low: int, high: int) -> frozenset[int]:
        years = set()
        for mention in self.mentions:
            value = mention.value
            if isinstance(value, time.Time) and value.start is not None and value.end is not None:
                place = self._place(mention.span)
                if low <= place[0] < high and value.end.year - value.start.year < 2:
                    years |= {value.start.year, value.end.year}
        return frozenset(years)

    def keys(self, low: int, high: int) -> frozenset[str]:
        """What a stretch speaks of: "c:concept", "n:name id", and stems of all other content words."""
        return frozenset(key for place, key in self._keyed if low <= place < high)

    def _near(self, first: int, last: int, low: int, high: int) -> frozenset[str]:
        """The keys that stand nearest to a value in its segment."""
        around = [
            (first - place if place < first else place - last, place, key)
            for place, key in self._keyed
            if low <= place < high and not first <= place < last
        ]
        return frozenset(key for _, _, key in sorted(around)[:_NEAREST])

    def _all_keys(self) -> list[tuple[int, str]]:
        covered: set[int] = set()
        keys: list[tuple[int, str]] = []
        for mention in self.mentions:
            if mention.kind in (Kind.NAME, Kind.QUANTITY, Kind.TIME):
                place = self._place(mention.span)
                covered.update(range(*place))
                if isinstance(mention.value, name.Name):
                    keys.append((place[0], f"n:{mention.value.id}"))
        keys += [(hit.first, f"c:{hit.meaning}") for hit in self._hits if hit.first not in covered]
        covered.update(i for hit in self._hits for i in range(hit.first, hit.last))
        keys += [
            (i, self._language.stem(word.key))
            for i, word in enumerate(self.words)
            if i not in covered and self._is_content(word)
        ]
        return sorted(keys)

    def _is_content(self, word: Token) -> bool:
        return word.is_word and len(word.key) > 2 and word.key not in self._language.function_words
