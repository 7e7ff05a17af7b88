"""A sentence's words with the look-ups that all readings of numbers share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from factcheck.kinds._numbers import Number, read_number
from factcheck.kinds._quantity_words import Lexicon
from factcheck.languages import Hit, Token
from factcheck.model import Span


class Look:
    """One sentence's words, and what stands where in it."""

    def __init__(self, words: list[Token], lexicon: Lexicon, taken: Sequence[Span]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.rules = lexicon.words
        self.blocked = _blocked(words, taken)
        self._numbers: dict[int, Number | None] = {}

    @cached_property
    def bounds(self) -> dict[int, Hit]:
        """Bound words by where they end."""
        return {hit.last: hit for hit in self.lexicon.bounds.find(self.words)}

    @cached_property
    def fillers(self) -> dict[int, int]:
        """Words that may stand between bound and number."""
        return self._ending(self.rules.fillers)

    @cached_property
    def openers(self) -> dict[int, int]:
        """ "between", "antara"."""
        return self._ending(self.rules.links.open)

    @cached_property
    def labels(self) -> dict[int, int]:
        """Words that make a label of the number after them."""
        return self._ending(self.rules.counted.not_after)

    @cached_property
    def ages(self) -> dict[int, int]:
        """Words that make an age of the number after them."""
        return self._ending(self.rules.ages.before)

    @cached_property
    def maybe_ages(self) -> dict[int, int]:
        """Words that make an age of the number after them, where it counts nothing."""
        return self._ending(self.rules.ages.maybe)

    @cached_property
    def quakes(self) -> dict[int, int]:
        """Words that make a magnitude of the number after them."""
        return self._ending(self.rules.magnitude_before)

    @cached_property
    def casualties(self) -> dict[int, int]:
        """Nouns of which there may be none."""
        return self._ending(self.rules.nothing.nouns)

    @cached_property
    def contest(self) -> bool:
        """Whether the sentence tells of a match or a vote."""
        cues = self.lexicon.keys(self.rules.links.score_cues)
        return any(word.key in cues for word in self.words)

    def _ending(self, listed: tuple[str, ...]) -> dict[int, int]:
        """Where phrases end, and where each began."""
        return {hit.last: hit.first for hit in self.lexicon.phrases(listed).find(self.words)}

    def _number(self, at: int) -> Number | None:
        """The number at a token, without a currency before it; read once."""
        if at not in self._numbers:
            self._numbers[at] = read_number(self.words, at, self.lexicon)
        return self._numbers[at]

    def _key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def _in(self, at: int, listed: tuple[str, ...]) -> bool:
        return self._key(at) in self.lexicon.keys(listed)

    def _at(self, listed: tuple[str, ...], at: int) -> Hit | None:
        return self.lexicon.phrases(listed).at(self.words, at) if at < len(self.words) else None

    def _touch(self, at: int) -> bool:
        """Whether a token touches the one before it."""
        return 0 < at < len(self.words) and self.words[at - 1].end == self.words[at].start

    def _hyphen(self, at: int) -> int:
        """The index behind a hyphen that touches both neighbours, else the same."""
        if self._key(at) in ("-", "‑") and self._touch(at) and self._touch(at + 1):
            return at + 1
        return at

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].is_capital

    def _chain(self, at: int) -> int:
        """The end of a chain of numbers that is no amount: dates, telephone numbers, "4-3-3"."""
        if not self.words[at].is_number:
            return at
        last = at + 1
        while self._key(last) in ("-", "–", "/", ".") and self._touch(last) and self._touch(last + 1):
            if not self.words[last + 1].is_number:
                break
            last += 2
        return last

    def _dialled(self, at: int) -> int:
        """The end of a telephone number: no amount is written with a nought before it, "0800 555 111"."""
        text = self.words[at].text
        if len(text) < 3 or text[0] != "0" or not text.isdigit():
            return at
        last = at + 1
        while last < len(self.words) and self.words[last].text.isdigit():
            last += 1
        return last


def _blocked(words: list[Token], taken: Sequence[Span]) -> list[bool]:
    blocked, at = [], 0
    for word in words:
        while at < len(taken) and taken[at].end <= word.start:
            at += 1
        blocked.append(at < len(taken) and taken[at].start < word.end)
    return blocked
