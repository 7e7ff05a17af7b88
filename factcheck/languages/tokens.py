"""Words with their places: the one notion of a word that all rules share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a single mark; offsets into the text it was taken from."""

    start: int
    end: int
    text: str
    key: str  # casefolded, accents and typographic quotes made plain

    @property
    def is_word(self) -> bool:
        """Whether it starts with a letter."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it starts with a digit."""
        return self.text[0].isdigit()

    @property
    def is_capital(self) -> bool:
        """Whether it starts with an upper-case letter."""
        return self.text[0].isupper()


@cache
def _pattern() -> re.Pattern[str]:
    # a number keeps inner separators ("12.000", "19.30", "8/10/2024" splits at the slash);
    # a word keeps inner apostrophes and hyphens ("Jum'at", "Choe Son-hui", "negara-negara")
    return re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’‘\-‑][^\W\d_]+)*|\S")


_PLAIN = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("‑"): "-"}


def plain(text: str) -> str:
    """Casefolded, without accents, with straight quotes: a key for look-ups, never a new text."""
    if text.isascii():  # most words, at a third of the cost
        return text.lower()
    folded = text.translate(_PLAIN).casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in parts if not unicodedata.combining(c))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets into the whole text."""
    stop = len(text) if end is None else end
    return list(_sentence(text, start, stop) if stop - start < _LONG else _tokens(text, start, stop))


def _tokens(text: str, start: int, stop: int) -> tuple[Token, ...]:
    return tuple(
        [Token(m.start(), m.end(), m[0], plain(m[0])) for m in _pattern().finditer(text, start, stop)]
    )


_LONG = 1000  # characters: no sentence
_sentence = lru_cache(1 << 10)(_tokens)  # every kind of fact asks for the tokens of the same sentences


@lru_cache(1 << 15)  # tables of several languages share their names
def keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's tokens: what `tokens` says of it, without the places."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most phrases of a table
        return tuple(phrase.lower().split())
    return tuple([plain(word) for word in _pattern().findall(phrase)])


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens[first:last] say `meaning`."""

    first: int
    last: int
    meaning: str


class Phrases:
    """Finds any of many phrases in a list of tokens, the longest at each place, in one linear scan."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        """`meanings` maps a meaning to its phrases; a phrase is matched word by word, case apart."""
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        several = []
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                entry = keys(phrase), meaning
                if not entry[0]:
                    continue
                entries = self._first.setdefault(entry[0][0], [])
                entries.append(entry)
                if len(entries) == 2:
                    several.append(entries)
        for entries in several:
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: list[Token], index: int) -> Hit | None:
        """The longest phrase that starts at a token."""
        entries = self._first.get(words[index].key)
        if entries is None:
            return None
        for listed, meaning in entries:
            stop = index + len(listed)
            if len(listed) == 1 or (
                stop <= len(words) and all(words[index + i].key == key for i, key in enumerate(listed))
            ):
                return Hit(index, stop, meaning)
        return None

    def find(self, words: list[Token]) -> Iterator[Hit]:
        """All phrases, left to right, none inside another."""
        index = 0
        while index < len(words):
            hit = self.at(words, index)
            if hit:
                yield hit
                index = hit.last
            else:
                index += 1
