"""Names: persons, organisations, places, ranks, and what else bears one.

Finds them by capitals, titles and the world's places; gives all forms of one name in an article the same id;
says whether two articles mean the same. A name the article does not make clear stays as it stands: no guess.

    "Presiden Rusia Vladimir Putin" … "Putin"  ->  country:RU, vladimir putin, vladimir putin
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from factcheck.kinds._name_read import Known, Raw, read
from factcheck.kinds._name_resolve import Resolver, linked
from factcheck.kinds._name_same import (
    NEAR,
    SPELLING,
    SURE,
    is_inside,
    is_near,
    is_revowelled,
    lies_in,
    part_apart,
    roles_part,
    same,
    types_meet,
)
from factcheck.kinds._name_scan import Line, line
from factcheck.kinds._name_value import Name, NameType
from factcheck.kinds._name_words import Lexicon, Map, Part, capitals, lexicon, place_id
from factcheck.languages import Languages, Phrases
from factcheck.model import Article, Kind, Mention, Span
from factcheck.verdicts import Judgement, Rung, Verdict, climb

__all__ = [
    "Name",
    "NameType",
    "apart",
    "find",
    "is_inside",
    "judge",
    "part_apart",
    "roles_part",
    "same",
    "types_meet",
]

_IN_A_ROW = 7  # characters at most between names of a row: ", and "


def find(article: Article, languages: Languages, taken: Sequence[Span] = ()) -> list[Mention]:
    """All names of an article where they stand, in order. Words in `taken` (dates, amounts) are no part."""
    lexica = _lexica(article, languages)
    spans = sorted(taken)
    lines = [_line(article, index, lexica, spans) for index in range(len(article.sentences))]
    plain_lines = [each for each in lines if not each.styled]
    raws = [
        raw for raw in _raws(plain_lines, languages) if _is_name(raw, lexicon(languages, article.language))
    ]
    raws, short = linked(article, plain_lines, raws)
    resolver = Resolver(article, languages, raws, short)
    return _mentions(article, languages, resolver, [each for each in lines if each.styled])


def _lexica(article: Article, languages: Languages) -> dict[str, tuple[str, Lexicon]]:
    """For each language a sentence is in, the language to read it by and its words."""
    known = set(languages.codes)
    spoken = {sentence.language for sentence in article.sentences} | {article.language}
    codes = {code: code if code in known else article.language for code in spoken}
    return {code: (by, lexicon(languages, by)) for code, by in codes.items()}


def _line(
    article: Article, index: int, lexica: Mapping[str, tuple[str, Lexicon]], taken: Sequence[Span]
) -> Line:
    sentence = article.sentences[index]
    code, lexis = lexica[sentence.language]
    first = bisect_left(taken, sentence.span.start, key=lambda span: span.end)
    near = list(takewhile(lambda span: span.start < sentence.span.end, islice(taken, first, None)))
    return line(article, index, lexis, code, near)


def _raws(lines: Sequence[Line], languages: Languages) -> list[Raw]:
    """What each sentence shows; those with a person's name are read again once all persons are known."""
    known = _known(lines)
    first = [read(each, lexicon(languages, each.code), known) for each in lines]
    persons = frozenset(
        raw.words for raws in first for raw in raws if raw.weight(NameType.PERSON) > 1 and not raw.known
    )
    seats = _seats(raws for each in first for raws in each)
    known = replace(known, persons=_without(persons, seats), seats=seats)
    words = {name[0] for name in known.persons | seats}
    found: list[Raw] = []
    for each, raws in zip(lines, first, strict=True):
        again = any(word.key in words for word in each.words)
        found += read(each, lexicon(languages, each.code), known) if again else raws
    return found


def _seats(raws: Iterable[Raw]) -> frozenset[tuple[str, ...]]:
    """The names of places and bodies that no sentence takes for a person's."""
    speaks: dict[tuple[str, ...], set[bool]] = defaultdict(set)
    for raw in raws:
        if raw.hints and not raw.known and not raw.duty:
            speaks[raw.words].add(raw.weight(NameType.PERSON) > 0)
    return frozenset(words for words, persons in speaks.items() if persons == {False})


def _without(
    persons: frozenset[tuple[str, ...]], seats: frozenset[tuple[str, ...]]
) -> frozenset[tuple[str, ...]]:
    """Persons' names less those that open with a place or body: "Sleman Ranto Wiguna"."""
    return frozenset(
        person for person in persons if not any(person[:n] in seats for n in range(1, len(person) - 1))
    )


def _known(lines: Iterable[Line]) -> Known:
    names: set[str] = set()
    small: set[str] = set()
    for each in lines:
        for index, piece in enumerate(each.pieces):
            if piece.part is Part.SMALL:
                small.add(each.key(index))
            elif piece.part in (Part.CAPITAL, Part.PLACE) and not piece.opening:
                names.update(each.keys(piece))
    return Known(frozenset(names), frozenset(small))


def _is_name(raw: Raw, lexis: Lexicon) -> bool:
    """Whether the words are more than the general words of offices and letters."""
    heads = lexis["organisation_heads"]
    if raw.known or (len(raw.words) > 1 and (raw.words[0] in heads or raw.words[-1] in heads)):
        return True
    return not all(word in lexis["general"] or len(word) < 2 for word in raw.words)


def _mentions(
    article: Article, languages: Languages, resolver: Resolver, styled: Sequence[Line]
) -> list[Mention]:
    found = []
    names = [_placed(resolver.name_of(index), languages) for index in range(len(resolver.heard))]
    within = _within(article, [heard.raw for heard in resolver.heard], names)
    for heard, name in zip(resolver.heard, names, strict=True):
        whole = replace(name, within=name.within | within.get(name.id, frozenset()))
        found.append(Mention(Kind.NAME, heard.raw.span, whole, heard.raw.sentence))
        found += _rank(article, heard.raw, whole)
    found += _headlines(languages, styled, found)
    return sorted(found, key=lambda mention: (mention.span, str(mention.value.to_json()["id"])))


def _placed(name: Name, languages: Languages) -> Name:
    """A name of the tables with what they know of it."""
    scheme, _, path = name.id.partition(":")
    if scheme == "country" and path in capitals(languages):
        return replace(name, capital=True)
    if scheme == "body":
        seat = languages.shared("places", Map).seats.get(path)
        return replace(name, within=frozenset({f"country:{seat}"})) if seat else name
    return name


def _within(article: Article, raws: Sequence[Raw], names: Sequence[Name]) -> dict[str, frozenset[str]]:
    """Places told to lie in places: "Ormoc City, Leyte"."""
    found: dict[str, set[str]] = defaultdict(set)
    for i, (inner, outer) in enumerate(pairwise(names)):
        together = raws[i].sentence == raws[i + 1].sentence and inner.id != outer.id
        if together and inner.type is outer.type is NameType.PLACE and _apposed(article, raws, i):
            found[inner.id].add(outer.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _apposed(article: Article, raws: Sequence[Raw], index: int) -> bool:
    between = article.text[raws[index].span.end : raws[index + 1].span.start]
    return between == ", " and not _is_list(article, raws, index + 1)


def _is_list(article: Article, raws: Sequence[Raw], index: int) -> bool:
    """Whether names go on in a row: "Iran, Irak, dan Suriah"."""
    here = raws[index].sentence
    before = index > 1 and raws[index - 2].sentence == here
    after = index + 1 < len(raws) and raws[index + 1].sentence == here
    row = before and article.text[raws[index - 2].span.end : raws[index - 1].span.start] == ", "
    return row or (after and raws[index + 1].span.start - raws[index].span.end < _IN_A_ROW)


def _rank(article: Article, raw: Raw, holder: Name) -> list[Mention]:
    if raw.rank_span is None or holder.type is not NameType.PERSON:
        return []
    shown = " ".join(raw.rank_span.of(article.text).split())
    rank = Name(f"rank:{raw.rank}", NameType.RANK, shown, (raw.rank,), holder=holder)
    return [Mention(Kind.NAME, raw.rank_span, rank, raw.sentence)]


def _headlines(languages: Languages, styled: Sequence[Line], body: Sequence[Mention]) -> list[Mention]:
    """Names in headlines whose every word has a capital: only what the body or the tables know."""
    names: dict[str, Name] = {}
    forms: dict[str, list[str]] = defaultdict(list)
    for mention in body:
        if isinstance(mention.value, Name) and mention.value.type is not NameType.RANK:
            names.setdefault(mention.value.id, replace(mention.value, title=None))
            forms[mention.value.id] = sorted(mention.value.forms)
    phrases = Phrases(forms)
    return [mention for each in styled for mention in _headline(languages, each, phrases, names)]


def _headline(languages: Languages, each: Line, phrases: Phrases, names: dict[str, Name]) -> list[Mention]:
    found = []
    for hit in phrases.find(each.words):
        words = each.words[hit.first : hit.last]
        if (
            all(word.is_capital or not word.is_word or len(word.key) < 5 for word in words)
            and words[0].is_capital
        ):
            span = Span(words[0].start, words[-1].end)
            found.append(Mention(Kind.NAME, span, names[hit.meaning], each.index))
    for index, piece in enumerate(each.pieces):
        single = each.key(index) in lexicon(languages, each.code).ordinary and piece.last == piece.first + 1
        span = each.span(index, index + 1)
        if (
            piece.part in (Part.PLACE, Part.BODY)
            and not single
            and not any(m.span.meets(span) for m in found)
        ):
            found.append(_from_tables(languages, each, index))
    return found


def _from_tables(languages: Languages, each: Line, index: int) -> Mention:
    piece = each.pieces[index]
    place = piece.part is Part.PLACE
    words = each.keys(piece)
    full = " ".join(word.text for word in each.words[piece.first : piece.last])
    name = Name(
        id=place_id(piece.meaning) if place else f"body:{piece.meaning}",
        type=NameType.PLACE if place else NameType.ORGANISATION,
        full=full,
        parts=words,
        sounds=words,
        forms=frozenset({" ".join(words)}),
    )
    return Mention(Kind.NAME, each.span(index, index + 1), _placed(name, languages), each.index)


def apart(a: Name, b: Name) -> bool:
    """Whether the two surely name different things of one type."""
    one_type = a.type is b.type and a.type is not NameType.OTHER
    clear = {a.type, b.type} == {NameType.PERSON, NameType.OTHER} and min(len(a.parts), len(b.parts)) > 1
    return (one_type or clear) and same(a, b) == 0.0


def _speaks_for(a: Name, b: Name) -> bool:
    return lies_in(a, b) or lies_in(b, a)


def _is_misspelt(a: Name, b: Name) -> bool:
    return is_near(a, b) and same(a, b) >= NEAR


def _has_other_vowels(a: Name, b: Name) -> bool:
    """Whether two full names of persons differ in vowels that are heard: "Retno Hapsari", "Ratna Hapsari"."""
    full = a.type is b.type is NameType.PERSON and min(len(a.parts), len(b.parts)) > 1
    return full and is_revowelled(a, b) and same(a, b) >= NEAR


def _is_shorter(a: Name, b: Name) -> bool:
    return len(a.parts) != len(b.parts) and same(a, b) >= NEAR


LADDER: tuple[Rung[Name], ...] = (
    Rung(Verdict.AGREE, "the same rank", lambda a, b: _ranks(a, b) and a.id == b.id),
    Rung(
        Verdict.CONFLICT,
        "the same person is {a} here and {b} there",
        lambda a, b: _ranks(a, b) and a.id != b.id,
    ),
    Rung(Verdict.AGREE, "the same name", lambda a, b: a.id == b.id and not roles_part(a, b)),
    Rung(Verdict.COMPATIBLE, "one of {a} and {b} lies in the other or speaks for it", _speaks_for),
    Rung(Verdict.AGREE, "two forms of one name", lambda a, b: same(a, b) >= SURE),
    Rung(Verdict.CONFLICT, "{a} and {b} look like one name, wrong in one place", _has_other_vowels),
    Rung(Verdict.AGREE, "two spellings of one name", lambda a, b: same(a, b) >= SPELLING * 0.97),
    Rung(Verdict.CONFLICT, "{a} and {b} look like one name, wrong in one place", _is_misspelt),
    Rung(Verdict.COMPATIBLE, "one is a shorter form of the other", _is_shorter),
)


def _ranks(a: Name, b: Name) -> bool:
    both = a.type is b.type is NameType.RANK
    return both and same(a, b) >= SPELLING


def judge(a: Name, b: Name) -> Judgement | None:
    """How two names stand to each other; None where they name different things."""
    if (a.type is NameType.RANK) != (b.type is NameType.RANK):
        return None
    return climb(LADDER, a, b, Name.show)
