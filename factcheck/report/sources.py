"""Who is credited: in which article and for what; what rests on unnamed sources alone; whose word differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Annotated, Attribution, Comparison, Fact, Kind, Position, Told
from factcheck.report import places
from factcheck.verdicts import Verdict

_PERSON = "person"
_SURE = {Kind.QUANTITY: 0.97, Kind.QUOTE: 0.5, Kind.STATEMENT: 0.9}  # confidence
_LIKELY = {Kind.STATEMENT: 0.8, Kind.STANCE: 0.85}  # confidence: below, the words may only look alike
_YEARS = "year"
_WORDING = 0.4  # of the words of the shorter statement


@dataclass(frozen=True, slots=True)
class Credit:
    """One source in one article: the lines where it is credited and the facts that rest on it."""

    article: str
    source: str
    via: str | None
    named: bool
    lines: tuple[int, ...]
    facts: tuple[str, ...]


def is_unsure(fact: Fact) -> bool:
    """Whether a fact in words, not in a value, should be looked at before it is believed, and so backs nothing."""
    return fact.confidence < _LIKELY.get(fact.kind, 0)


def credits(comparison: Comparison) -> list[Credit]:
    """Who is credited in which article, the most used first within each article."""
    facts = _facts_by_statement(comparison)
    return [credit for annotated in comparison.articles for credit in _of_article(annotated, facts)]


def _of_article(annotated: Annotated, facts: Mapping[tuple[str, int], dict[str, None]]) -> Iterator[Credit]:
    lines: dict[tuple[str, str | None, bool], dict[int, None]] = {}
    rests: dict[tuple[str, str | None, bool], dict[str, None]] = {}
    for statement in annotated.statements:
        line = places.line(annotated.article, statement.sentence.span.start)
        for a in statement.attribution:
            key = (a.source or a.via or "", a.via if a.source and a.via != a.source else None, a.named)
            lines.setdefault(key, {})[line] = None
            rests.setdefault(key, {}).update(facts.get((annotated.article.id, statement.index), {}))
    for key in sorted(lines, key=lambda k: (-len(lines[k]), min(lines[k]))):
        yield Credit(annotated.article.id, *key, tuple(lines[key]), tuple(rests[key]))


def _facts_by_statement(comparison: Comparison) -> Mapping[tuple[str, int], dict[str, None]]:
    found: dict[tuple[str, int], dict[str, None]] = {}
    for fact in (*comparison.facts, *comparison.within):
        for told in all_told(fact):
            found.setdefault((told.article, told.statement.index), {})[fact.id] = None
    return found


def all_told(fact: Fact) -> Iterator[Told]:
    """Every telling of a fact, position by position."""
    for position in fact.positions:
        yield from position.told


def unnamed(comparison: Comparison) -> list[Told]:
    """The statements that rest on unnamed sources alone: no article tells the same on anybody else's word."""
    backing = _backing(comparison)
    return [
        Told(annotated.article.id, statement.gist, statement)
        for annotated in comparison.articles
        for statement in annotated.statements
        if statement.gist is not None
        and _is_unnamed(statement.attribution)
        and not _is_backed(backing, annotated.article.id, statement.index)
    ]


def _backing(comparison: Comparison) -> Mapping[tuple[str, int, Kind], bool]:
    """For each statement and kind of fact, whether anybody but an unnamed source tells the same value."""
    found: dict[tuple[str, int, Kind], bool] = {}
    for fact in comparison.facts:
        if is_unsure(fact):
            continue
        for position in fact.positions:
            backed = not all(_is_unnamed(told.statement.attribution) for told in position.told)
            for told in position.told:
                key = (told.article, told.statement.index, fact.kind)
                found[key] = found.get(key, False) or backed
    return found


def _is_backed(backing: Mapping[tuple[str, int, Kind], bool], article: str, statement: int) -> bool:
    """By its amount where it has one that is told elsewhere, else by its words or as a whole."""
    for kind in (Kind.QUANTITY, Kind.QUOTE, Kind.STATEMENT):
        found = backing.get((article, statement, kind))
        if found is not None:
            return found
    return False


def _is_unnamed(attributions: Iterable[Attribution]) -> bool:
    found = list(attributions)
    return bool(found) and not any(a.named for a in found)


def credited_differently(comparison: Comparison) -> list[Fact]:
    """The facts told alike, but on the word of different people; each with one position a person.

    Only people are compared: an office, a city and a minister may all be one voice. The two must surely tell the
    same: statements in words that meet, and no ages, which nobody needs a witness for.
    """
    persons = {a.article.id: _persons(a) for a in comparison.articles}
    disputed = {
        (told.article, told.statement.index)
        for fact in comparison.facts
        if fact.verdict is Verdict.CONFLICT
        for told in all_told(fact)
    }
    found = []
    for fact in comparison.facts:
        if fact.verdict is not Verdict.AGREE or fact.confidence < _SURE.get(fact.kind, 1) or _is_age(fact):
            continue
        voices = _voices(fact, persons)
        if fact.kind is Kind.STATEMENT:
            if any((t.article, t.statement.index) in disputed for t in all_told(fact)):
                continue  # whole sentences agree only as far as their values do
            voices = _in_like_words(voices)
        if _disagree(voices):
            found.append(_by_voice(fact, voices))
    return _unrepeated(found)


def _by_voice(fact: Fact, voices: Sequence[_Voice]) -> Fact:
    articles = {told.article for voice in voices for told in voice.told}
    return replace(
        fact,
        positions=tuple(Position(voice.source, voice.told) for voice in voices),
        origins=min(fact.origins, len(articles)),
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    source: str
    parts: frozenset[str]
    told: tuple[Told, ...]


def _voices(fact: Fact, persons: Mapping[str, Mapping[str, frozenset[str]]]) -> list[_Voice]:
    """The people credited for a fact, each with the tellings that credit nobody else."""
    voices: list[_Voice] = []
    for told in all_told(fact):
        people = [
            p for a in told.statement.attribution if (p := _person(a, persons[told.article])) is not None
        ]
        if len(people) != 1 or len(told.statement.attribution) != 1:
            continue
        source, parts = people[0]
        same = next((i for i, v in enumerate(voices) if v.parts & parts), None)
        if same is None:
            voices.append(_Voice(source, parts, (told,)))
        else:
            known = voices[same]
            voices[same] = _Voice(known.source, known.parts | parts, (*known.told, told))
    return voices


def _is_age(fact: Fact) -> bool:
    """Whether a fact may be somebody's age: years."""
    return any(told.mention.value.to_json().get("unit") == _YEARS for told in all_told(fact))


def _in_like_words(voices: Sequence[_Voice]) -> list[_Voice]:
    """The voices whose words meet those of another."""
    return [one for one in voices if any(one is not other and _are_alike(one, other) for other in voices)]


def _are_alike(a: _Voice, b: _Voice) -> bool:
    return any(
        len(x & y) >= _WORDING * min(len(x), len(y))
        for x in (told.statement.words for told in a.told)
        for y in (told.statement.words for told in b.told)
        if x and y
    )


def _disagree(voices: Sequence[_Voice]) -> bool:
    """Whether an article credits a person whom another one does not, for the same."""
    articles = [{told.article for told in voice.told} for voice in voices]
    return any(not a & b for i, a in enumerate(articles) for b in articles[i + 1 :])


def _persons(annotated: Annotated) -> dict[str, frozenset[str]]:
    """The people an article names, as written, with the parts of their names."""
    found = {}
    for statement in annotated.statements:
        for mention in statement.mentions:
            value = mention.value.to_json() if mention.kind is Kind.NAME else {}
            if value.get("type") == _PERSON:
                words = mention.span.of(annotated.article.text)
                found[words] = frozenset(str(value["id"]).split())
    return found


def _person(
    attribution: Attribution, persons: Mapping[str, frozenset[str]]
) -> tuple[str, frozenset[str]] | None:
    """The person a source is, by the longest name in it."""
    source = attribution.source or ""
    if not attribution.named:
        return None
    names = [name for name in persons if name in source]
    return (source, persons[max(names, key=len)]) if names else None


def _unrepeated(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those that rest on sentences already given."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for fact in facts:
        sentences = {(told.article, told.statement.index) for told in all_told(fact)}
        if not sentences <= seen:
            kept.append(fact)
        seen |= sentences
    return kept
