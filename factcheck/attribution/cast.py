"""The cast of an article: every name with the fullest form and office the article gives it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.attribution.scene import Scene, Who
from factcheck.attribution.words import Cue, Head

_LONGEST = 14  # tokens of a source as shown
_QUALIFIERS = 6  # tokens before an office that may qualify it
_OFFICES = (Head.PEOPLE, Head.BODY)


class Cast:
    """Looks names up by their id."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._shown: dict[str, str] = {}
        self._length: dict[str, int] = {}
        for scene in scenes:
            for who in scene.names:
                self._meet(scene, who)

    def shown(self, who: Who) -> str | None:
        """The fullest name with office, as the article writes it in one place."""
        return self._shown.get(who.id)

    def holder(self, office: str) -> str | None:
        """The one person that the article names with an office, as written there."""
        held = {shown for shown in self._shown.values() if shown.startswith(f"{office} ")}
        return held.pop() if len(held) == 1 else None

    def _meet(self, scene: Scene, who: Who) -> None:
        first, last = _titled(scene, who)
        words = (who.last - who.first) * 100 + (last - first)  # a fuller name before a longer office
        if words > self._length.get(who.id, 0):
            self._length[who.id] = words
            self._shown[who.id] = scene.words(first, last)


def _titled(scene: Scene, who: Who) -> tuple[int, int]:
    """The name with the office before it, or else the one after it."""
    if who.head is Head.NAME:
        return who.first, who.last
    first = min(_office_before(scene, who), _title_before(scene, who))
    if first < who.first:
        return first, who.last
    return first, _office_after(scene, who)


def _office_before(scene: Scene, who: Who) -> int:
    """Where the office before a name begins; the name's own place where there is none."""
    at = begin = who.first
    while at > 0 and who.last - at < _LONGEST:
        at -= 1
        if scene.quoted[at] or _parts(scene, at) or not _may_be_office(scene, at, who):
            break
        if _office_at(scene, at):
            begin = at
    if begin < who.first and scene.key(who.first - 1) == "," and not _has_holder(scene, begin, who.first):
        return who.first  # "… of the team, Ann Ode": the team is not Ann Ode
    return begin if begin == who.first else _qualified(scene, begin)


def _has_holder(scene: Scene, first: int, last: int) -> bool:
    """Whether a noun for people stands in tokens[first:last]."""
    hits = (scene.lex.heads.at(scene.tokens, at) for at in range(first, last))
    return any(hit is not None and hit.meaning == Head.PEOPLE for hit in hits)


def _parts(scene: Scene, at: int) -> bool:
    """Whether a verb or another person stands there, so that no office reaches over it."""
    who = scene.who_at(at)
    hit = scene.lex.cues.at(scene.tokens, at)
    verb = hit is not None and not scene.tokens[at].is_capital
    return verb or scene.key(at) in scene.lex.ends or (who is not None and who.head is Head.PERSON)


def _speaks(scene: Scene, at: int) -> bool:
    """Whether a verb of speech stands there ("Ann Ode, said the firm's owner")."""
    hit = scene.lex.cues.at(scene.tokens, at)
    return hit is not None and hit.meaning in (Cue.SPEECH, Cue.CLAIM) and not scene.tokens[at].is_capital


def _office_at(scene: Scene, at: int) -> bool:
    hit = scene.lex.heads.at(scene.tokens, at)
    return hit is not None and hit.meaning in _OFFICES


def _qualified(scene: Scene, first: int) -> int:
    """Takes in what qualifies an office before it: "Ull County District Attorney", "the finance minister"."""
    lex = scene.lex
    little = lex.starts | lex.asides | lex.joins | lex.times | lex.skip
    capitals = first
    for at in range(first - 1, max(-1, first - _QUALIFIERS), -1):
        token = scene.tokens[at]
        if scene.quoted[at] or not token.is_word or token.key in little or lex.openers.at(scene.tokens, at):
            break
        if token.key in lex.determiners:
            return at
        if token.is_capital and capitals == at + 1:
            capitals = at
    return capitals


def _title_before(scene: Scene, who: Who) -> int:
    """Where the office that was handed in with a name begins, if it stands right before it."""
    start = scene.tokens[who.first].start - len(who.title) - 1
    if not who.title or scene.text[max(0, start) :][: len(who.title)] != who.title:
        return who.first
    return next((i for i in range(who.first) if scene.tokens[i].start == start), who.first)


def _may_be_office(scene: Scene, at: int, who: Who) -> bool:
    token = scene.tokens[at]
    if token.key == ",":
        closed = scene.key(who.last) in (",", "(", ".") or who.last == len(scene.tokens)
        return at == who.first - 1 and who.head is not Head.NAME and closed
    if scene.bracketed[at] or token.key in (".", "&"):
        return True
    lex = scene.lex
    if token.key in lex.determiners:
        return at > 0 and scene.key(at - 1) in lex.inside  # "head of the team"
    if token.key in lex.starts or token.key in lex.times or not token.is_word:
        return False
    return token.key not in lex.asides or token.key in lex.inside


def _office_after(scene: Scene, who: Who) -> int:
    """The end of an office in apposition: "Ann Ode, the mayor of Ull, …"."""
    if scene.key(who.last) != ",":
        return who.last
    for at in range(who.last + 1, min(len(scene.tokens), who.last + _LONGEST)):
        key = scene.key(at)
        if scene.quoted[at] or key in scene.lex.relatives or key in scene.lex.starts or _speaks(scene, at):
            return who.last
        if key in (",", "."):
            offices = [w for w in scene.within(who.last, at) if w.head in _OFFICES]
            near = offices and offices[0].first - who.last <= 4
            counted = offices and any(t.is_number for t in scene.tokens[who.last : offices[0].first])
            return at if near and not counted else who.last  # "Ull, which lost 900 soldiers, …"
    return who.last
