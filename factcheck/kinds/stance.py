"""Stance: the standing an article gives to what it tells: confirmed, denied, not confirmed, planned.

Worked example: "NATO confirmed the deployment" against "NATO could not confirm the deployment" is a conflict,
"will appeal" against "will not appeal" too; a plan against what came of it is compatible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from factcheck.languages import Language, Languages, Phrases, tokens
from factcheck.model import Article, Kind, Mention, Sentence, Span, Stance
from factcheck.verdicts import Judgement, Rung, Verdict, climb


class Standing(StrEnum):
    """What a cue says of the event it stands with."""

    CONFIRMED = "confirmed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    POSSIBLE = "possible"
    PLANNED = "planned"
    REFUSED = "refused"  # a plan denied: "will not appeal"
    UNDECIDED = "undecided"


_STANCE = {
    Standing.CONFIRMED: Stance.ASSERTED,
    Standing.DENIED: Stance.DENIED,
    Standing.UNCONFIRMED: Stance.UNCONFIRMED,
    Standing.POSSIBLE: Stance.POSSIBLE,
    Standing.PLANNED: Stance.PLANNED,
    Standing.REFUSED: Stance.DENIED,
    Standing.UNDECIDED: Stance.UNCONFIRMED,
}
_WEIGHT = (
    Standing.UNCONFIRMED,
    Standing.UNDECIDED,
    Standing.DENIED,
    Standing.REFUSED,
    Standing.CONFIRMED,
    Standing.POSSIBLE,
    Standing.PLANNED,
)


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The words of stance.toml: standing = its phrases."""

    stances: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """An explicit standing, with its cue as written."""

    standing: Standing
    cue: str

    def show(self) -> str:
        """The standing with its words."""
        return f"{self.standing.value} ({self.cue})"

    def to_json(self) -> dict[str, object]:
        """The standing by name."""
        return {"standing": self.standing.value}


@cache
def _phrases(language: Language) -> Phrases:
    words = language.words("stance", StanceWords)
    return Phrases({Standing(name): phrases for name, phrases in words.stances.items()})


def find(article: Article, languages: Languages, taken: Sequence[Span] = ()) -> list[Mention]:
    """Every explicit stance cue of the article's sentences."""
    return [
        mention
        for index, sentence in enumerate(article.sentences)
        for mention in _cues(article, index, sentence, languages[sentence.language])
    ]


def _cues(article: Article, index: int, sentence: Sentence, language: Language) -> Iterator[Mention]:
    words = tokens(article.text, sentence.span.start, sentence.span.end)
    for hit in _phrases(language).find(words):
        span = Span(words[hit.first].start, words[hit.last - 1].end)
        value = Standpoint(Standing(hit.meaning), span.of(article.text))
        yield Mention(Kind.STANCE, span, value, index)


def stance_of(mentions: Sequence[Mention]) -> Stance:
    """The stance of a sentence: of its weightiest cue, asserted where there is none."""
    standings = {m.value.standing for m in mentions if isinstance(m.value, Standpoint)}
    return next((_STANCE[s] for s in _WEIGHT if s in standings), Stance.ASSERTED)


def _pair(a: Standpoint, b: Standpoint) -> set[Standing]:
    return {a.standing, b.standing}


_FIRM = {Standing.CONFIRMED, Standing.DENIED, Standing.UNCONFIRMED}
INTENT = frozenset({Standing.PLANNED, Standing.REFUSED, Standing.UNDECIDED})

LADDER: tuple[Rung[Standpoint], ...] = (
    Rung(Verdict.AGREE, "the same standing", lambda a, b: a.standing == b.standing),
    Rung(Verdict.CONFLICT, "{a} here, {b} there", lambda a, b: _pair(a, b) <= _FIRM),
    Rung(Verdict.CONFLICT, "{a} here, {b} there", lambda a, b: _pair(a, b) <= INTENT),
    Rung(Verdict.COMPATIBLE, "{a} here, {b} there", lambda a, b: True),
)


def judge(a: Standpoint, b: Standpoint) -> Judgement | None:
    """How two standings of one event stand to each other."""
    return climb(LADDER, a, b, Standpoint.show)
