"""The credits a sentence gives by itself: each cue with the phrase it credits, pronouns left as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.attribution.apposition import parted
from factcheck.attribution.phrases import Phrase, adjacent, following, leading, pieces
from factcheck.attribution.scene import Scene
from factcheck.attribution.words import Cue, Head, Pronoun
from factcheck.languages import Hit, Token
from factcheck.model import Zone

_CLAUSE_MARKS = frozenset({",", "–", "—", "-", ".", "?", "!"})
_SEPARATORS = frozenset({",", "–", "—", "-"})
_TAG_ENDS = frozenset({",", ".", ":", "?", "!"})
_MOST = 12  # credits of one sentence; beyond that it is a list, not a sentence
_GOVERNING = (Cue.SPEECH, Cue.CLAIM, Cue.TURNED)  # what their sentence tells is theirs, others' words too
_FIGURE_REACH = 12
_TABLE_REACH = 8
_SPOKEN = 6  # tokens, marks included: a shorter quotation after a colon may be a title or a sign


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue, tokens[first:last], and the phrase it credits; none where the cue is all ("reports that")."""

    first: int
    last: int
    cue: Cue
    phrase: Phrase | None
    back: bool = False  # speaks of the sentence before


def credits(scene: Scene) -> list[Credit]:
    """The credits of a sentence in order, at most one for a phrase."""
    found: list[Credit] = []
    if _asks(scene):
        return found
    for hit in scene.lex.cues.find(scene.tokens):
        if scene.quoted[hit.first] or scene.bracketed[hit.first] or _is_name(scene, hit.first):
            continue
        credit = _RULES[Cue(hit.meaning)](scene, hit)
        if credit and not _repeats(credit, found):
            found += (credit, *_partners(scene, credit))
        if len(found) >= _MOST:
            return found
    found += _figures(scene, found)
    return found or _announced(scene) or _tables(scene)


def _partners(scene: Scene, credit: Credit) -> list[Credit]:
    """ "A has joined B and C in denying": whom the sentence is about speaks too."""
    phrase = credit.phrase
    if phrase is None or phrase.pronoun is not None:
        return []
    start = next((hit.first for hit in scene.lex.together.find(scene.tokens) if hit.last == phrase.first), 0)
    partner = leading(scene, start, apposed=False) if start else None
    if partner is None or partner.pronoun is not None or not partner.speaks:
        return []
    return [replace(credit, phrase=partner)]


def _announced(scene: Scene) -> list[Credit]:
    """ "Ode, on her way home: “…”": without a verb that anybody knows the person before the colon speaks."""
    row = scene.tokens
    at = next((i for i in range(1, len(row) - 1) if row[i].key == ":" and scene.quoted[i + 1]), None)
    if at is None or scene.quoted[at] or scene.spoken < _SPOKEN:
        return []
    phrase = leading(scene, at, apposed=True)
    if phrase is None or not _is_somebody(phrase) or scene.within(phrase.last, at):
        return []
    return [Credit(at, at + 1, Cue.SPEECH, phrase)]


def _is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase is headed by a person, by name or office."""
    if phrase.person is not None:
        return True
    return bool(phrase.whos) and phrase.whos[0].head in (Head.PEOPLE, Head.RUN) and not phrase.documents


def _is_name(scene: Scene, at: int) -> bool:
    """Whether a cue's word is part of a name ("United States"): a capital inside a sentence."""
    if scene.sentence.zone is Zone.TITLE or at == 0 or not scene.tokens[at].is_capital:
        return at in scene.inner
    return scene.tokens[at - 1].is_word


def _asks(scene: Scene) -> bool:
    """Whether the outlet itself asks."""
    return bool(scene.tokens) and scene.tokens[-1].text == "?" and not any(scene.quoted)


def _repeats(credit: Credit, found: list[Credit]) -> bool:
    """Whether the phrase is credited already, or holds the cue of another: "Ode | said the firm | expects"."""
    phrase = credit.phrase
    if phrase is None:
        return bool(found)
    return any(
        (known.phrase and known.phrase.first < phrase.last and phrase.first < known.phrase.last)
        or (known.cue in _GOVERNING and phrase.first <= known.first < phrase.last)
        for known in found
    )


def _subject(scene: Scene, hit: Hit) -> tuple[Phrase | None, bool]:
    """The subject before a verb, and whether the verb may have one at all ("will announce" has none)."""
    at = _over_skips(scene, hit.first)
    if at is None:
        return None, False
    if at == 0 or scene.quoted[at - 1]:
        return None, True
    key = scene.key(at - 1)
    if key in scene.lex.relatives:
        return _antecedent(scene, at, hit), False
    return _before(scene, at), key not in scene.lex.determiners


def _before(scene: Scene, at: int) -> Phrase | None:
    """The subject that ends before a token, or whose clause does."""
    key = scene.key(at - 1)
    if key in scene.lex.joins:
        return _shared(scene, at - 1)
    apart = parted(scene, at)
    if apart:
        return apart
    if _separates(scene, at - 1):
        return leading(scene, at, apposed=True)
    if key in scene.lex.nobody or key in scene.lex.determiners or key in scene.lex.asides:
        return None
    return adjacent(scene, at)


def _separates(scene: Scene, at: int) -> bool:
    """Whether a comma or a dash stands there."""
    return scene.key(at) in _SEPARATORS


def _opens_tag(scene: Scene, at: int) -> bool:
    """Whether what begins at a token follows a quotation or a comma."""
    return at > 0 and (scene.quoted[at - 1] or _separates(scene, at - 1))


def _over_skips(scene: Scene, first: int) -> int | None:
    """The token after the subject; None where the words between say that nothing was said."""
    lex, at = scene.lex, first
    between: list[str] = []
    while at > 0:
        key = scene.key(at - 1)
        if key in lex.stop and not scene.bracketed[at - 1]:
            return None
        if scene.bracketed[at - 1] and not scene.quoted[at - 1]:
            at -= 1
        elif key in lex.skip and not scene.quoted[at - 1] and key not in lex.pronouns:
            between.append(key)
            at -= 1
        else:
            break
    able = any(key in lex.able for key in between)
    if between and between[0] in lex.be:
        return None  # a passive
    return None if any(key in lex.negations for key in between) and not able else at


def _shared(scene: Scene, stop: int) -> Phrase | None:
    """The subject of the verb before "and", where no clause in between has its own."""
    first = pieces(scene, stop)[0][0]
    within = range(first + 1, stop)
    return (
        None
        if any(scene.key(i) in scene.lex.relatives for i in within)
        else leading(scene, stop, apposed=False)
    )


def _antecedent(scene: Scene, at: int, hit: Hit) -> Phrase | None:
    """Before a relative pronoun: only where the clause goes on to tell something ("who says that…")."""
    if scene.key(hit.last) not in scene.lex.starts:
        return None
    stop = at - 1
    if scene.key(stop - 1) == ",":
        stop -= 1
    return adjacent(scene, stop)


def _speech(scene: Scene, hit: Hit) -> Credit | None:
    phrase, may = _subject(scene, hit)
    turned = _turned_subject(scene, hit) if may else None
    if turned and (phrase is None or (_closes(scene, turned) and not phrase.parted)):
        return Credit(hit.first, hit.last, Cue.TURNED, turned)
    if phrase is None:
        return None
    short = phrase.last - phrase.first <= 6 and not scene.lex.nobody.intersection({scene.key(phrase.first)})
    if phrase.whos or phrase.pronoun or short:
        return Credit(hit.first, hit.last, Cue.SPEECH, phrase)
    return None


def _turned_subject(scene: Scene, hit: Hit) -> Phrase | None:
    """The subject after the verb, where the language allows it and a quotation or comma stands before."""
    if scene.key(hit.first) not in scene.lex.turning or not _opens_tag(scene, hit.first):
        return None
    phrase = following(scene, hit.last)
    if phrase is None or (phrase.pronoun is not None and not scene.quoted[hit.first - 1]):
        return None
    return phrase if phrase.speaks and _heads_it(scene, phrase) else None


def _heads_it(scene: Scene, phrase: Phrase) -> bool:
    if phrase.pronoun is not None:
        return True
    return bool(phrase.whos) and phrase.whos[0].first - phrase.first <= 3


def _closes(scene: Scene, phrase: Phrase) -> bool:
    """Whether nothing but an aside follows the phrase, so that it can't be the subject of a further verb."""
    end = phrase.last
    if end >= len(scene.tokens) or scene.quoted[end] or scene.bracketed[end]:
        return True
    key = scene.key(end)
    lex = scene.lex
    return (
        key in _CLAUSE_MARKS
        or key in lex.relatives
        or key in lex.asides
        or key in lex.times
        or key in lex.starts
    )


def _claim(scene: Scene, hit: Hit) -> Credit | None:
    if scene.key(hit.last) in scene.lex.finite:
        return None  # "the man accused had left": a participle
    phrase, may = _subject(scene, hit)
    if may and hit.first and scene.quoted[hit.first - 1]:
        turned = _turned_subject(scene, hit)
        if turned and (phrase is None or _closes(scene, turned)):
            return Credit(hit.first, hit.last, Cue.TURNED, turned)
    if phrase is None:
        return None
    if phrase.speaks or (phrase.documents and scene.key(hit.first) in scene.lex.shows):
        return Credit(hit.first, hit.last, Cue.CLAIM, phrase)
    return None


def _tag(scene: Scene, hit: Hit) -> Credit | None:
    end = hit.last
    if end >= len(scene.tokens) or scene.quoted[end] or scene.key(end) in _TAG_ENDS:
        return _claim(scene, hit)
    turned = _turned_subject(scene, hit)
    return Credit(hit.first, hit.last, Cue.TURNED, turned) if turned and _closes(scene, turned) else None


def _show(scene: Scene, hit: Hit) -> Credit | None:
    phrase, may = _subject(scene, hit)
    if may and (phrase is None or not phrase.documents):
        phrase = leading(scene, hit.first, apposed=False)
    if phrase and phrase.documents:
        return Credit(hit.first, hit.last, Cue.SHOW, phrase)
    return None


def _trailing(scene: Scene, hit: Hit) -> Credit | None:
    if hit.first == 0 or scene.key(hit.first - 1) != ",":
        return None
    phrase = leading(scene, hit.first - 1, apposed=True)
    return Credit(hit.first, hit.last, Cue.TRAILING, phrase) if phrase and phrase.speaks else None


def _turned(scene: Scene, hit: Hit) -> Credit | None:
    before = hit.first - 1
    if before >= 0 and not (
        scene.quoted[before] or scene.key(before) in (",", "–", "—", "-", *scene.lex.manner)
    ):
        return None
    phrase = following(scene, hit.last)
    if phrase is None or (before < 0 and not phrase.speaks):
        return None
    known = phrase.pronoun or phrase.whos or phrase.last - phrase.first <= 5
    known = known and scene.key(phrase.first) not in scene.lex.nobody
    return Credit(hit.first, hit.last, Cue.TURNED, phrase) if known else None


def _own(scene: Scene, hit: Hit) -> Credit | None:
    if hit.first and not _opens_tag(scene, hit.first):
        return None
    return Credit(hit.first, hit.last, Cue.OWN, Phrase(hit.first, hit.last, pronoun=Pronoun.SPEAKER))


def _of(scene: Scene, hit: Hit) -> Credit | None:
    phrase = following(scene, hit.last)
    if phrase is None:
        return None
    word = scene.lex.heads.at(scene.tokens, hit.last - 1)
    if word and word.meaning == Head.DOCUMENT and phrase.pronoun is None:  # "according to data | from…"
        whos = tuple(scene.within(hit.last - 1, phrase.last))
        phrase = Phrase(hit.last - 1, phrase.last, whos)
    short = phrase.last - phrase.first <= 5 and scene.tokens[phrase.first].is_word
    if phrase.whos or phrase.pronoun or short:
        return Credit(hit.first, hit.last, Cue.OF, phrase)
    return None


def _loose(scene: Scene, hit: Hit) -> Credit | None:
    if hit.first > 0 and scene.key(hit.first - 1) != ",":
        return None
    phrase = following(scene, hit.last)
    ok = phrase and phrase.pronoun is None and phrase.whos and _heads_it(scene, phrase)
    return Credit(hit.first, hit.last, Cue.OF, phrase) if ok else None


def _via(scene: Scene, hit: Hit) -> Credit | None:
    phrase = following(scene, hit.last)
    if phrase is None or phrase.pronoun or not phrase.whos or not _heads_it(scene, phrase):
        return None
    return Credit(hit.first, hit.last, Cue.VIA, phrase)


def _by(scene: Scene, hit: Hit) -> Credit | None:
    at = hit.last
    if any(scene.key(i) in scene.lex.stop for i in range(max(0, hit.first - 2), hit.first)):
        return None
    by = next((i for i in range(at - 1, at + 3) if scene.key(i) in scene.lex.by), None)
    agent = by is not None
    at = max(at, by + 1) if by is not None else at
    if not agent and (not scene.lex.agentless or scene.key(hit.first - 1) in scene.lex.relatives):
        return None
    phrase = following(scene, at)
    if phrase is None or not (phrase.speaks or phrase.documents):
        return None
    if not agent and not _bare_agent(scene, phrase):
        return None
    return Credit(hit.first, hit.last, Cue.BY, phrase, back=_looks_back(scene))


def _bare_agent(scene: Scene, phrase: Phrase) -> bool:
    """Without a word for "by" only a phrase that opens with who it is can be the agent."""
    if phrase.pronoun is not None:
        return True
    first = phrase.first + (scene.key(phrase.first) in scene.lex.determiners)
    return any(who.first == first for who in phrase.whos)


def _looks_back(scene: Scene) -> bool:
    return bool(scene.tokens) and scene.lex.back.at(scene.tokens, 0) is not None


def _quoted(scene: Scene, hit: Hit) -> Credit | None:
    phrase = adjacent(scene, hit.first)
    return Credit(hit.first, hit.last, Cue.SPEECH, phrase) if phrase and phrase.speaks else None


def _vague(scene: Scene, hit: Hit) -> Credit | None:
    return Credit(hit.first, hit.last, Cue.VAGUE, None)


def _never(scene: Scene, hit: Hit) -> Credit | None:
    return None


_RULES: dict[Cue, Callable[[Scene, Hit], Credit | None]] = {
    Cue.SPEECH: _speech,
    Cue.TAG: _tag,
    Cue.CLAIM: _claim,
    Cue.SHOW: _show,
    Cue.TRAILING: _trailing,
    Cue.TURNED: _turned,
    Cue.OWN: _own,
    Cue.OF: _of,
    Cue.LOOSE: _loose,
    Cue.VIA: _via,
    Cue.BY: _by,
    Cue.QUOTED: _quoted,
    Cue.VAGUE: _vague,
    Cue.NEVER: _never,
}


def _figures(scene: Scene, known: list[Credit]) -> list[Credit]:
    """ "The owner put the toll at 14": a claim whose verb is in two parts with a figure after them."""
    found: list[Credit] = []
    for i, token in enumerate(scene.tokens):
        second = scene.lex.figures.get(token.key)
        if second and not scene.quoted[i] and _figure_after(scene.tokens, i, second):
            credit = _claim(scene, Hit(i, i + 1, Cue.CLAIM))
            if credit and not _repeats(credit, [*known, *found]):
                found.append(credit)
    return found


def _figure_after(row: list[Token], at: int, second: str) -> bool:
    reach = range(at + 1, min(len(row) - 1, at + _FIGURE_REACH))
    return any(row[i].key == second and any(t.is_number for t in row[i + 1 : i + 4]) for i in reach)


def _tables(scene: Scene) -> list[Credit]:
    """ "in a poll by X", "on X's index": the outlet tells what stands in somebody's table."""
    for i in range(len(scene.tokens) - 1):
        if scene.key(i) not in scene.lex.asides or scene.quoted[i]:
            continue
        end = _table_end(scene, i + 1)
        if end:
            phrase = Phrase(i + 1, end, tuple(scene.within(i + 1, end)))
            return [Credit(i, i + 1, Cue.OF, phrase)]
    return []


def _table_end(scene: Scene, first: int) -> int | None:
    """Where the phrase ends that speaks of a table and of whose it is; None where it does not."""
    table = named = False
    end = None
    for i in range(first, min(len(scene.tokens), first + _TABLE_REACH)):
        key = scene.key(i)
        if (
            not scene.tokens[i].is_word
            or scene.quoted[i]
            or (key in scene.lex.asides and key not in scene.lex.inside)
        ):
            break
        table = table or key in scene.lex.tables
        named = named or (scene.tokens[i].is_capital and key not in scene.lex.times)
        end = i + 1 if key in scene.lex.tables or scene.tokens[i].is_capital else end
    return end if table and named else None
