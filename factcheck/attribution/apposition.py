"""The subject whose apposition or aside stands before its verb: "…, the mayor, Ann Ode, in a letter, | said".

From the verb the rules go back over asides, ages and relative clauses to noun phrases, as far as each piece
between two commas is a noun phrase and nothing else. What stands before these is another clause.
"""

from __future__ import annotations

from factcheck.attribution.phrases import (
    Phrase,
    Piece,
    clause_begin,
    ends_in_aside,
    noun_end,
    pieces,
    stripped,
    unexplained,
)
from factcheck.attribution.scene import Scene, Who
from factcheck.attribution.words import Head

_BARE = 4  # small words of a noun phrase that no rule knows ("guru besar politik Universitas Ull")
_SHORT = 4  # tokens of a name that nobody knows
_LONG = 40  # tokens from the first word of a source to the last
_UNNAMED = (Head.PEOPLE, Head.BODY)


def parted(scene: Scene, stop: int) -> Phrase | None:
    """The subject of a verb at `stop` with what parts them; None where nothing does or the pieces don't fit."""
    parts = [(first, last) for first, last in pieces(scene, stop) if first < last]
    if parts and parts[-1][1] == stop and scene.key(parts[-1][0]) in scene.lex.relatives:
        return None  # "a student, whose family | said"
    found: list[Piece] = []
    asides = 0
    heads = True  # whether the clause begins with the subject
    for first, last in reversed(parts):
        if _is_aside(scene, first, last):
            if found:
                break
            asides += 1
            continue
        inner = clause_begin(scene, first, last)
        piece = _noun_phrase(scene, inner, last, found)
        if piece is None or (found and scene.key(first) in scene.lex.lists):
            heads = False
            break
        found.insert(0, piece)
        if inner > first:
            break
    return _joined(scene, found, asides, heads, stop)


def _joined(scene: Scene, found: list[Piece], asides: int, heads: bool, stop: int) -> Phrase | None:
    """The pieces as one phrase; a lone name in the middle of a sentence may be another's apposition."""
    if not found or len(found) + asides < 2 or found[-1][1] - found[0][0] > _LONG:
        return None
    first, last = found[0][0], found[-1][1]
    if last == stop and not (_is_lone_name(scene, *found[0]) or _runs_on(scene, found)):
        return None  # "the firm gave way, Ode | said": no comma closes an apposition
    whos = tuple(scene.within(first, last))
    phrase = Phrase(first, last, whos, parted=True)
    if not phrase.speaks or whos[0].head is Head.DOCUMENT:
        return None
    office = any(who.head in _UNNAMED for who in whos)
    if len(found) > 1:
        return phrase if office and any(_is_name(scene, *piece) for piece in found) else None
    return phrase if heads or phrase.person or office else None


def _is_lone_name(scene: Scene, first: int, last: int) -> bool:
    """Whether a piece is one name and nothing else."""
    who = scene.who_at(first)
    return who is not None and who.head in (Head.PERSON, Head.RUN) and who.last == last


def _runs_on(scene: Scene, found: list[Piece]) -> bool:
    """Whether the pieces are a list of places behind one noun: "residents of Ull, Om and Ode"."""
    (first, end), (begin, last) = found[0], found[-1]
    places = scene.within(begin, last)
    listed = any(scene.key(i) in scene.lex.lists for i in range(begin, last))
    inside = any(scene.key(i) in scene.lex.inside for i in range(first, end))
    return listed and inside and bool(places) and all(who.named for who in places)


def _is_name(scene: Scene, first: int, last: int) -> bool:
    """Whether a piece is a name, known or not: of two unnamed pieces none is the other's apposition."""
    whos = scene.within(first, last)
    if not whos:
        return _capital(scene, first, last)
    return whos[0].named or any(who.head in (Head.PERSON, Head.RUN) for who in whos)


def _is_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether a piece tells when, where or how, an age, or more about the piece before it."""
    lex, key = scene.lex, scene.key(first)
    if key in lex.relatives:
        return True
    if scene.tokens[first].is_number and not scene.within(first, last):
        return last - first <= _SHORT
    opener = lex.openers.at(scene.tokens, first)
    if opener and opener.last == last:
        return True
    if clause_begin(scene, first + 1, last) > first + 1:
        return False
    return (key in lex.asides or key in lex.times) and ends_in_aside(scene, first, last)


def _noun_phrase(scene: Scene, begin: int, last: int, found: list[Piece]) -> Piece | None:
    """The piece without words like "but", if it is a noun phrase for someone who speaks."""
    first = stripped(scene, begin, last)
    if first >= last or scene.key(first) in scene.lex.pronouns:
        return None
    whos = scene.within(first, last)
    if not whos:
        office = bool(found) and any(who.head in _UNNAMED for who in scene.within(*found[0]))
        return (first, last) if office and first == begin and _capital(scene, first, last) else None
    if noun_end(scene, first, last) != last:
        return None
    bare = _bare(scene, first, last)
    return (first, last) if len(bare) <= _most(whos[0]) and not _late(scene, first, whos[0]) else None


def _most(head: Who) -> int:
    """How many unknown words a phrase may hold: none where a name is its head."""
    return 0 if head.named else _BARE


def _late(scene: Scene, first: int, head: Who) -> bool:
    """Whether words come before the head that no article opens: "bodies found by | police"."""
    gap = range(first, head.first)
    return bool(gap) and not (
        scene.key(first) in scene.lex.determiners or all(scene.tokens[i].is_capital for i in gap)
    )


def _bare(scene: Scene, first: int, last: int) -> list[int]:
    """The small words that neither a name, a noun for a speaker nor grammar explains."""
    lex = scene.lex
    strange = unexplained(scene, first, last, lex.determiners | lex.inside | lex.lists)
    return [i for i in strange if not scene.bracketed[i]]


def _capital(scene: Scene, first: int, last: int) -> bool:
    """Whether a piece is nothing but a few capitals: a name nobody knows ("Ode, the mayor, said")."""
    row = range(first, last)
    return len(row) <= _SHORT and all(
        scene.tokens[i].is_capital and scene.key(i) not in scene.lex.times for i in row
    )
