"""A sentence laid out for the rules: its tokens, which of them are quoted or in brackets, who could speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol, cast

from factcheck.attribution.words import Head, Lexicon, lexicon
from factcheck.languages import Languages, Token, plain, tokens
from factcheck.model import Article, Mention, Sentence, Span, Zone

_HEADS = {"person": Head.PERSON, "organisation": Head.NAME, "place": Head.NAME}
_COMMON = 30  # longer names with one word in common: too many to tell who a short form is
_OFFICE = "rank"  # no one's name: the nouns of the language files know it
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_JOINERS = frozenset(
    {"of", "&", "-", "'", ".", "bin", "binti", "al", "de", "da", "van", "von", "der", "del", "la"}
)


class NamedValue(Protocol):
    """What attribution needs to know of a name's value."""

    @property
    def id(self) -> str:
        """The same for all mentions of one thing in an article."""

    @property
    def full(self) -> str:
        """The fullest form the article gives."""

    @property
    def type(self) -> str:
        """ "person", "organisation", "place" or other."""

    @property
    def title(self) -> str | None:
        """The office that stands with it."""


@dataclass(frozen=True, slots=True)
class Who:
    """tokens[first:last] may head a source: a name, or a noun for someone who speaks."""

    first: int
    last: int
    head: Head
    id: str  # of a name: the same throughout the article; of a noun: its key
    full: str = ""
    title: str = ""  # the office that stands with the name, as written

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return self.head in (Head.PERSON, Head.NAME, Head.RUN)


@dataclass(frozen=True)
class Scene:
    """One sentence with all that the rules look at. Indices are into `tokens`."""

    index: int
    sentence: Sentence
    text: str  # the article's
    tokens: list[Token]
    quoted: tuple[bool, ...]
    bracketed: tuple[bool, ...]
    names: tuple[Who, ...]
    owners: tuple[Who, ...]  # names in the possessive: they own who speaks, and are meant by "it"
    lex: Lexicon

    @cached_property
    def whos(self) -> tuple[Who, ...]:
        """Names and speaking nouns outside quotations, in order."""
        taken = {i for name in self.names for i in range(name.first, name.last)}
        nouns = [
            Who(hit.first, hit.last, Head(hit.meaning), self.tokens[hit.last - 1].key)
            for hit in self.lex.heads.find(self.tokens)
            if not taken.intersection(range(hit.first, hit.last)) and not self.quoted[hit.first]
        ]
        return tuple(sorted([*self.names, *nouns], key=lambda who: who.first))

    def key(self, i: int) -> str:
        """The key of a token, "" outside the sentence."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def within(self, first: int, last: int) -> list[Who]:
        """Who stands in tokens[first:last]."""
        low = bisect_left(self.whos, first, key=lambda who: who.first)
        high = bisect_left(self.whos, last, key=lambda who: who.first)
        return [who for who in self.whos[low:high] if who.last <= last]

    def who_at(self, first: int) -> Who | None:
        """Who begins at a token."""
        low = bisect_left(self.whos, first, key=lambda who: who.first)
        return self.whos[low] if low < len(self.whos) and self.whos[low].first == first else None

    @cached_property
    def spoken(self) -> int:
        """How many tokens are quoted, marks included."""
        return sum(self.quoted)

    @cached_property
    def hides(self) -> bool:
        """Whether the sentence says that its source won't be named."""
        return next(self.lex.unnamed.find(self.tokens), None) is not None

    @cached_property
    def inner(self) -> frozenset[int]:
        """The tokens inside a name, its first one apart."""
        return frozenset(i for name in self.names for i in range(name.first + 1, name.last))

    def span(self, first: int, last: int) -> Span:
        """The place of tokens[first:last] in the article's text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The text of tokens[first:last], as written."""
        return self.span(first, last).of(self.text)


def scenes(
    article: Article, languages: Languages, names: Sequence[Mention], quotations: Sequence[Span]
) -> list[Scene]:
    """The sentences of an article, laid out."""
    rows = [tokens(article.text, s.span.start, s.span.end) for s in article.sentences]
    quoted = list(_quoted(rows, quotations))
    given = _given(article, names, rows)
    lexicons = [lexicon(languages[sentence.language]) for sentence in article.sentences]
    runs = _Runs(article, rows, given, lexicons)
    result = []
    for i, sentence in enumerate(article.sentences):
        known = sorted([*given[i], *runs.of(i)], key=lambda who: who.first)
        outside = [who for who in known if not quoted[i][who.first]]
        owners = tuple(who for who in outside if _possessor(rows[i][who.last - 1]))
        named = tuple(who for who in outside if who not in owners)
        marks = quoted[i], tuple(_bracketed(rows[i]))
        result.append(Scene(i, sentence, article.text, rows[i], *marks, named, owners, lexicons[i]))
    return result


def _quoted(rows: Iterable[list[Token]], quotations: Sequence[Span]) -> Iterator[tuple[bool, ...]]:
    """Which tokens lie in a quotation, its marks included."""
    at = 0
    for row in rows:
        flags = []
        for token in row:
            while at < len(quotations) and quotations[at].end + 1 <= token.start:
                at += 1
            inside = at < len(quotations) and quotations[at].start - 1 <= token.start
            flags.append(inside)
        yield tuple(flags)


def _bracketed(row: Sequence[Token]) -> Iterator[bool]:
    depth = 0
    for token in row:
        depth += token.text in _OPEN
        yield depth > 0
        depth = max(0, depth - (token.text in _CLOSE))


def _given(article: Article, names: Sequence[Mention], rows: Sequence[list[Token]]) -> list[list[Who]]:
    """The names that were handed in, by sentence, the longest where one lies in another."""
    result: list[list[Who]] = [[] for _ in rows]
    for mention in sorted(names, key=lambda m: (m.span.start, -m.span.end)):
        row = rows[mention.sentence]
        inside = _covered(row, mention.span)
        if not inside or str(cast(NamedValue, mention.value).type) == _OFFICE:
            continue
        known = result[mention.sentence]
        if not (known and inside[0] < known[-1].last):
            value = cast(NamedValue, mention.value)
            head = _HEADS.get(str(value.type), Head.RUN)
            known.append(Who(inside[0], inside[-1] + 1, head, value.id, value.full, value.title or ""))
    return result


def _covered(row: list[Token], span: Span) -> range:
    """The tokens of a span; a word that ends in a possessive belongs to it."""
    first = bisect_left(row, span.start, key=lambda token: token.start)
    return range(first, bisect_left(row, span.end, key=lambda token: token.start))


def _possessor(token: Token) -> bool:
    return token.key.endswith("'s")


def _bare(text: str) -> str:
    """A name without its possessive ending."""
    return text[:-2] if text.endswith(("'s", "’s")) else text


class _Runs:
    """Names by the eye alone: runs of capitalised words, for what no one has handed in."""

    def __init__(
        self,
        article: Article,
        rows: Sequence[list[Token]],
        given: Sequence[Sequence[Who]],
        lexicons: Sequence[Lexicon],
    ) -> None:
        self._rows = rows
        self._lexicons = lexicons
        self._taken = [{i for who in known for i in range(who.first, who.last)} for known in given]
        self._titles = {i for i, s in enumerate(article.sentences) if s.zone is Zone.TITLE}
        self._sure = {
            token.key
            for i, row in enumerate(rows)
            if i not in self._titles
            for before, token in pairwise(row)
            if token.is_capital and (before.is_word or before.key == ",")
        }
        self._full: dict[str, str] = {}
        self._found = [self._scan(i) for i in range(len(rows))]
        self._link()

    def of(self, i: int) -> list[Who]:
        """The runs of a sentence, short forms linked to the only longer one that holds them."""
        return [Who(a, b, Head.RUN, self._full.get(key, key), text) for a, b, key, text in self._found[i]]

    def _scan(self, i: int) -> list[tuple[int, int, str, str]]:
        if i in self._titles:
            return []
        row = self._rows[i]
        found = []
        at = 0
        while at < len(row):
            stop = self._run(i, at)
            if stop > at:
                text = _bare(" ".join(token.text for token in row[at:stop]))
                found.append((at, stop, plain(text), text))
            at = max(stop, at + 1)
        return found

    def _run(self, i: int, at: int) -> int:
        row = self._rows[i]
        if not self._part(i, at) or self._opens(i, at):
            return at
        stop = at + 1
        while stop < len(row):
            joined = row[stop].key in _JOINERS and stop not in self._taken[i] and self._part(i, stop + 1)
            if _possessor(row[stop - 1]) or not (joined or self._part(i, stop)):
                break
            stop += 1 + joined
        return stop

    def _part(self, i: int, at: int) -> bool:
        """Whether a token may stand in a name: a capital no other rule explains."""
        row = self._rows[i]
        if at >= len(row) or at in self._taken[i] or not row[at].is_capital:
            return False
        return row[at].key not in self._lexicons[i].times and row[at].key not in self._lexicons[i].pronouns

    def _opens(self, i: int, at: int) -> bool:
        """Whether the capital only opens the sentence, or a noun whose holder's name follows: an office, "data"."""
        row, lex = self._rows[i], self._lexicons[i]
        key = row[at].key
        hit = lex.heads.at(row, at)
        if hit and (hit.meaning == Head.PEOPLE or (at == 0 and hit.meaning == Head.DOCUMENT)):
            return True
        if at > 0 and row[at - 1].is_word:
            return False
        if any(
            key in words
            for words in (lex.asides, lex.starts, lex.determiners, lex.joins, lex.nobody, lex.lists)
        ):
            return True
        alone = not self._part(i, at + 1)
        return alone and key not in self._sure and not row[at].text.isupper()

    def _link(self) -> None:
        keys = {key for found in self._found for *_, key, _ in found}
        by_word: dict[str, set[str]] = {}
        for key in keys:
            for word in key.split():
                by_word.setdefault(word, set()).add(key)
        for key in keys:
            sets = sorted((by_word[word] for word in key.split()), key=len)
            if len(sets[0]) > _COMMON:
                continue
            longer = set.intersection(*sets) - {key}
            self._full[key] = longer.pop() if len(longer) == 1 else key
