"""The noun phrase that a cue credits: the subject before it, or the one that follows.

Nobody parses the sentence. The rules look at commas, at the words that open clauses and asides, and at
who in the neighbourhood could speak. Where these leave doubt there is no phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.attribution.scene import Scene, Who
from factcheck.attribution.words import Head, Pronoun

_COMMAS = frozenset({",", "–", "—", "-"})
_BREAKS = frozenset({":", ";", "?", "!"})
_LONG = 16  # tokens: no source is longer
_FAR = 150  # tokens: no rule looks further
_SPEAKING = (Head.PERSON, Head.NAME, Head.RUN, Head.PEOPLE, Head.BODY)

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """tokens[first:last] name a source; `whos` are those who stand in it, the first at its head."""

    first: int
    last: int
    whos: tuple[Who, ...] = ()
    pronoun: Pronoun | None = None
    parted: bool = (
        False  # from its verb, by an apposition or an aside, so that it can be nothing but its subject
    )

    @property
    def person(self) -> Who | None:
        """The first person named in it."""
        return next((who for who in self.whos if who.head is Head.PERSON), None)

    @property
    def speaks(self) -> bool:
        """Whether it can speak: a pronoun, a name, an office, a body."""
        return self.pronoun is not None or any(who.head in _SPEAKING for who in self.whos)

    @property
    def documents(self) -> bool:
        """Whether it is headed by a document."""
        return any(who.head is Head.DOCUMENT for who in self.whos)


def pieces(scene: Scene, stop: int) -> list[Piece]:
    """The stretches between commas from the start of the clause to a token; brackets are not looked into."""
    found: list[Piece] = []
    first = _clause_start(scene, stop)
    for i in range(first, stop):
        if scene.key(i) in _COMMAS and not scene.bracketed[i] and i not in scene.inner:
            found.append((first, i))
            first = i + 1
    found.append((first, stop))
    return found


def _clause_start(scene: Scene, stop: int) -> int:
    for i in range(stop - 1, max(-1, stop - _FAR), -1):
        if scene.quoted[i] or (scene.key(i) in _BREAKS and not scene.bracketed[i]):
            return i + 1
    return max(0, stop - _FAR)


def stripped(scene: Scene, first: int, last: int) -> int:
    """Where a clause begins once words like "meanwhile" and "but" are passed."""
    while first < last:
        hit = scene.lex.openers.at(scene.tokens, first)
        if hit and hit.last <= last:
            first = hit.last
        elif scene.key(first) in scene.lex.starts or not scene.tokens[first].text[0].isalnum():
            first += 1
        else:
            break
    return first


def adjacent(scene: Scene, stop: int) -> Phrase | None:
    """The phrase that ends right before a token: "…, the mayor of Ull | said"."""
    parts = pieces(scene, stop)
    first, last = parts[-1]
    inner = clause_begin(scene, first, last)
    if inner > first and scene.key(inner - 1) in scene.lex.background:
        return None  # "shops closed after the mayor announced the plan": the outlet speaks
    relative = next((i for i in range(first + 1, inner) if scene.key(i) in scene.lex.relatives), None)
    if relative and inner - 1 > relative and not scene.within(inner, last):
        inner = first  # "two men who sang but would not give their names | said"
    joined = _enumeration(scene, parts, inner) if scene.key(inner) in scene.lex.lists else None
    if joined:
        return joined
    first = stripped(scene, inner, last)
    first += _follows_relative(scene, first)
    if first >= last:
        return None
    return _coordinated(scene, first, last) or _cut(scene, first, last)


def _follows_relative(scene: Scene, first: int) -> bool:
    """Whether a speaker follows on a relative pronoun and so is no part of it: "which | Ull says"."""
    if scene.key(first) not in scene.lex.relatives:
        return False
    second = first + 1 + (scene.key(first + 1) in scene.lex.determiners)
    return scene.who_at(second) is not None


def _coordinated(scene: Scene, first: int, last: int) -> Phrase | None:
    """ "police and witnesses": both sides can speak and nothing else stands between."""
    for k in range(last - 2, first, -1):
        if scene.key(k) not in scene.lex.lists or scene.bracketed[k]:
            continue
        if k in scene.inner:
            continue
        left, right = _cut(scene, first, k), _cut(scene, k + 1, last)
        if left and left.speaks and left.last >= k - 1 and k - left.first <= 8 and right and right.speaks:
            return Phrase(left.first, right.last, (*left.whos, *right.whos))
        return right
    return None


def _enumeration(scene: Scene, parts: list[Piece], join: int) -> Phrase | None:
    """ "the agencies of A, B, and C": goes left over short pieces to the one that begins the list."""
    last = parts[-1][1]
    at = len(parts) - 2
    while at > 0 and parts[at][1] - parts[at][0] <= 3:
        at -= 1
    if at < 0 or at == len(parts) - 2 or parts[at][0] >= parts[at][1]:
        return None
    first, end = parts[at]
    begin = _backwards(scene, first, end)
    whos = scene.within(begin, last)
    if not whos or begin >= end or last - begin > 2 * _LONG:
        return None
    right = _cut(scene, join + 1, last)
    return Phrase(begin, right.last if right else last, tuple(whos)) if len(whos) > 1 else None


def _backwards(scene: Scene, first: int, last: int) -> int:
    """Where the noun phrase that ends at `last` begins, looking back."""
    i = last
    while i > first:
        key = scene.key(i - 1)
        if (key in scene.lex.asides and key not in scene.lex.inside) or key in scene.lex.starts:
            break
        i -= 1
    return stripped(scene, i, last)


def _cut(scene: Scene, first: int, last: int) -> Phrase | None:
    """The phrase in tokens[first:last]: what follows its noun as an aside or a relative clause is cut off."""
    first = stripped(scene, first, last)
    if first >= last or scene.key(first) in scene.lex.ends:
        return None
    if scene.key(first) in scene.lex.asides:  # "In new projections the bank"
        first = _after_aside(scene, first, last)
    if first >= last:
        return None
    pronoun = scene.lex.pronouns.get(scene.key(first))
    if pronoun:
        return Phrase(first, first + 1, pronoun=pronoun) if _only_skips(scene, first + 1, last) else None
    end = noun_end(scene, first, last)
    return Phrase(first, end, tuple(scene.within(first, end))) if end > first else None


def clause_begin(scene: Scene, first: int, last: int) -> int:
    """Where the last clause in tokens[first:last] begins: after "that", "while" and their like."""
    return max((i + 1 for i in range(first, last) if scene.key(i) in scene.lex.starts), default=first)


def ends_in_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether no noun phrase follows in the piece on the aside that opens it."""
    return _after_aside(scene, first, last) == last


def _after_aside(scene: Scene, first: int, last: int) -> int:
    """Where a noun phrase begins after an aside that no comma closes: at its article, pronoun or name."""
    for i in range(last - 1, first, -1):
        key = scene.key(i)
        if key in scene.lex.asides:
            return last
        begins = key in scene.lex.determiners or key in scene.lex.pronouns
        if begins and i > first + 1 and scene.key(i - 1) not in scene.lex.asides:
            return i
        who = scene.who_at(i)
        if i > first + 1 and who and who.named:
            return i if scene.key(i - 1) not in scene.lex.asides else last
    return last


def _only_skips(scene: Scene, first: int, last: int) -> bool:
    return all(
        scene.bracketed[i] or scene.key(i) in scene.lex.skip or scene.key(i) in scene.lex.ends
        for i in range(first, last)
    )


def noun_end(scene: Scene, first: int, last: int) -> int:
    """Where the phrase that begins at `first` ends."""
    for i in range(first + 1, last):
        key = scene.key(i)
        if scene.bracketed[i] or i in scene.inner:
            continue
        if key in scene.lex.relatives or key in scene.lex.starts:
            return i
        if key in scene.lex.times and not scene.tokens[i - 1].is_number:  # "pria 54 tahun": an age
            return i
        if key in scene.lex.asides and not _belongs(scene, i, last):
            return i
        if key in scene.lex.ends:
            return i
    return last


def _belongs(scene: Scene, i: int, last: int) -> bool:
    """Whether a preposition is part of the phrase ("analysts at the bank"), not of an aside."""
    if i + 1 >= last:
        return False
    if scene.key(i) in scene.lex.inside:
        return scene.key(i + 1) not in scene.lex.times
    held = (scene.lex.attached.at(scene.tokens, first) for first in (i - 1, i) if first >= 0)
    return any(hit and hit.last > i for hit in held)


def leading(scene: Scene, stop: int, apposed: bool) -> Phrase | None:
    """The subject of the clause that runs up to a token: its first noun phrase, with names in apposition."""
    parts = pieces(scene, stop)
    for at, (begin, last) in enumerate(parts):
        first = stripped(scene, begin, last)
        if first >= last or (scene.key(first) in scene.lex.asides and at + 1 < len(parts)):
            continue
        phrase = _head(scene, first, last)
        if phrase and apposed and phrase.pronoun is None:
            return _apposed(scene, phrase, parts[at + 1 :], last)
        return phrase
    return None


def _head(scene: Scene, first: int, last: int) -> Phrase | None:
    if scene.key(first) in scene.lex.asides:
        first = _after_aside(scene, first, last)
        if first >= last:
            return None
    pronoun = scene.lex.pronouns.get(scene.key(first))
    if pronoun:
        return Phrase(first, first + 1, pronoun=pronoun)
    end = noun_end(scene, first, last)
    whos = scene.within(first, end)
    if not whos or whos[0].first - first > 5:
        return None
    stop = _grown(scene, whos[0].last, end)
    if end == last and last - stop <= 2 and scene.key(last) == "," and not whos[0].named:
        stop = last  # "Kepala dinas perikanan, …": all before the comma
    return Phrase(first, stop, tuple(who for who in whos if who.last <= stop))


def _grown(scene: Scene, at: int, end: int) -> int:
    """The end of a phrase whose head ends at `at`: capitals, names and their little words belong to it."""
    while at < end:
        adjoining = scene.who_at(at)
        if adjoining:
            at = adjoining.last
        elif (
            (
                at + 1 < end
                and scene.tokens[at].is_word
                and _office_at(scene, at + 1)
                and not _apart(scene, at)
            )
            or scene.tokens[at].is_capital
            or scene.bracketed[at]
            or (
                at + 1 < end
                and _links(scene, at)
                and (scene.tokens[at + 1].is_capital or _starts_who(scene, at + 1))
            )
        ):
            at += 1
        else:
            break
    return at


def _office_at(scene: Scene, at: int) -> bool:
    who = scene.who_at(at)
    return who is not None and who.head is Head.PEOPLE


def _apart(scene: Scene, at: int) -> bool:
    key = scene.key(at)
    return key in scene.lex.asides or key in scene.lex.ends or key in scene.lex.determiners


def _links(scene: Scene, at: int) -> bool:
    key = scene.key(at)
    return key in scene.lex.inside or key in scene.lex.lists or key in scene.lex.determiners or key == "."


def _starts_who(scene: Scene, at: int) -> bool:
    return scene.who_at(at) is not None or scene.key(at) in scene.lex.determiners


def _apposed(scene: Scene, phrase: Phrase, parts: list[Piece], last: int) -> Phrase:
    """The phrase with the person named after it: "the transport secretary, Ann Ode, …"."""
    if phrase.person or (phrase.last < last and scene.key(phrase.last) not in scene.lex.asides):
        return phrase
    for begin, end in parts[:4]:
        first = stripped(scene, begin, end)
        if first >= end or scene.key(first) in scene.lex.relatives:
            continue
        person = _whom(scene, first, end, phrase)
        if person and scene.key(first) not in scene.lex.asides and person.first - first <= 6:
            return Phrase(phrase.first, person.last, tuple(scene.within(phrase.first, person.last)))
    return phrase


def _can_be_apposed(who: Who, phrase: Phrase) -> bool:
    if who.head is Head.PERSON:
        return True
    office = bool(phrase.whos) and phrase.whos[0].head is Head.PEOPLE and who.last - who.first > 1
    return who.head is Head.RUN and (office or not any(known.named for known in phrase.whos))


def _whom(scene: Scene, first: int, last: int, phrase: Phrase) -> Who | None:
    """Who in tokens[first:last] may be the one a phrase speaks of: a known person before a run."""
    fit = [who for who in scene.within(first, last) if _can_be_apposed(who, phrase)]
    return next((who for who in fit if who.head is Head.PERSON), fit[0] if fit else None)


def following(scene: Scene, at: int) -> Phrase | None:
    """The phrase that begins at a token: "said | Ann Ode, a baker", "according to | the ministry"."""
    if at >= len(scene.tokens) or scene.quoted[at]:
        return None
    pronoun = scene.lex.pronouns.get(scene.key(at))
    if pronoun:
        return Phrase(at, at + 1, pronoun=pronoun)
    end = _right_end(scene, at)
    if end == at:
        return None
    phrase = Phrase(at, end, tuple(scene.within(at, end)))
    return _listed(scene, phrase) or _named_after(scene, phrase) or phrase


def _right_end(scene: Scene, at: int) -> int:
    stop = min(len(scene.tokens), at + _LONG)
    for i in range(at, stop):
        if _stops(scene, i, at):
            return i
    return stop if stop == len(scene.tokens) else _sure(scene, at, stop)


def _stops(scene: Scene, i: int, at: int) -> bool:
    key = scene.key(i)
    if scene.quoted[i]:
        return True
    if scene.bracketed[i]:
        return not _resumes(scene, i)
    if i in scene.inner:
        return False
    if key in _COMMAS or key in _BREAKS or (key == "." and i == len(scene.tokens) - 1):
        return True
    lex = scene.lex
    if key in lex.relatives or key in lex.starts or key in lex.ends or (key in lex.times and i >= at):
        return True
    return key in lex.asides and _leads_away(scene, i, at)


def _leads_away(scene: Scene, i: int, at: int) -> bool:
    """Whether a preposition opens an aside: not in "analysts at the bank", nor where its word is a name."""
    if i == at:
        who = scene.who_at(i)
        return who is None or not who.named
    return not _belongs(scene, i, len(scene.tokens)) and not _in_document(scene, i)


def _in_document(scene: Scene, i: int) -> bool:
    """Whether a preposition stands between a document and the one that holds it: "a clause | in the treaty"."""
    at = i + 1 + (scene.key(i + 1) in scene.lex.determiners)
    if at >= len(scene.tokens):
        return False
    before, after = scene.lex.heads.at(scene.tokens, i - 1), scene.lex.heads.at(scene.tokens, at)
    return bool(before and after and before.meaning == after.meaning == Head.DOCUMENT)


def _resumes(scene: Scene, i: int) -> bool:
    """Whether a capital follows the bracket: "Penjabat (Pj) Bupati"."""
    while i < len(scene.tokens) and scene.bracketed[i]:
        i += 1
    return i < len(scene.tokens) and scene.tokens[i].is_capital


def _sure(scene: Scene, at: int, stop: int) -> int:
    """Where nothing ends the phrase, only its head and the capitals after it are sure."""
    whos = scene.within(at, stop)
    if not whos or whos[0].first - at > 3:
        return at
    end = whos[0].last
    while end < stop and (scene.tokens[end].is_capital or any(who.first == end for who in whos)):
        end += 1
    return end


def _listed(scene: Scene, phrase: Phrase) -> Phrase | None:
    """ "A, B and C" after a cue, where each of the pieces is a name."""
    at = phrase.last
    while scene.key(at) == ",":
        begin = at + 1
        closing = scene.key(begin) in scene.lex.lists
        begin += closing
        end = _right_end(scene, begin) if begin < len(scene.tokens) else begin
        whos = scene.within(begin, end)
        if not whos or whos[0].first != begin or end - begin > 5:
            return None
        if closing:
            return replace(phrase, last=end, whos=tuple(scene.within(phrase.first, end)))
        at = end
    return None


def _named_after(scene: Scene, phrase: Phrase) -> Phrase | None:
    """ "said the mayor, Ann Ode": the person named after the office."""
    if phrase.person or scene.key(phrase.last) != ",":
        return None
    begin = phrase.last + 1
    end = _right_end(scene, begin) if begin < len(scene.tokens) else begin
    person = _whom(scene, begin, end, phrase) or _is_all(scene, begin, end, phrase)
    if (
        person is None
        or not _closes(scene, person, end)
        or not _leads_up(scene, begin, person.first)
        or person.first - begin > 4
        or (person.head is Head.RUN and person.first != begin)
    ):
        return None
    if person.head is Head.RUN and not all(scene.tokens[i].is_capital for i in range(begin, end)):
        return None
    return Phrase(phrase.first, person.last, tuple(scene.within(phrase.first, person.last)))


def _closes(scene: Scene, who: Who, end: int) -> bool:
    """Whether a name in apposition ends where its piece does: not "according to the mayor, Ode left"."""
    return who.last >= end or scene.bracketed[who.last] or scene.key(who.last) in scene.lex.inside


def told_of(scene: Scene, first: int, last: int) -> set[int]:
    """The tokens of names and nouns for those who may speak."""
    return {i for who in scene.within(first, last) for i in range(who.first, who.last)}


def unexplained(scene: Scene, first: int, last: int, little: frozenset[str]) -> list[int]:
    """The small words that neither a name, a noun for a speaker nor the little words given explain."""
    known = told_of(scene, first, last)
    return [
        i
        for i in range(first, last)
        if i not in known
        and not scene.tokens[i].is_capital
        and scene.tokens[i].is_word
        and scene.key(i) not in little
    ]


def _leads_up(scene: Scene, first: int, last: int) -> bool:
    """Whether a name follows on nothing but its office: not "the lawyer who is defending | Ode"."""
    known = told_of(scene, first, last)
    strange = unexplained(scene, first, last, scene.lex.determiners | scene.lex.inside)
    return not strange or (len(strange) == 1 and not any(i < strange[0] for i in known))


def _is_all(scene: Scene, first: int, last: int, phrase: Phrase) -> Who | None:
    """The name that is all of tokens[first:last] and so names a body: "the Russian news agency, TASS"."""
    whos = scene.within(first, last)
    names = [
        who for who in whos if who.head in (Head.NAME, Head.RUN) and (who.first, who.last) == (first, last)
    ]
    heads = {who.head for who in (*phrase.whos[:1], *phrase.whos[-1:])}
    return names[0] if names and heads & {Head.BODY, Head.DOCUMENT} else None
