"""Reads a sentence into pieces: what each word or phrase can do in a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.kinds._name_words import Lexicon, Part
from factcheck.languages import Token, plain, tokens
from factcheck.model import Article, Sentence, Span, Zone

_OPENERS = frozenset("\"'“‘«([:–—•*-|")
_ENDS = frozenset(".!?…")
_HYPHENS = "-‑"


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens[first:last] of a sentence and what they are."""

    first: int
    last: int
    part: Part
    meaning: str = ""
    demonym: bool = False
    opening: bool = False  # opens a sentence or a quotation: its capital says little


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in pieces."""

    index: int  # into Article.sentences
    code: str
    words: list[Token]
    pieces: list[Piece]
    styled: bool  # a headline with capitals throughout: a capital says nothing

    def span(self, first: int, last: int) -> Span:
        """The text of pieces[first:last]."""
        start, end = self.pieces[first].first, self.pieces[last - 1].last
        return Span(self.words[start].start, self.words[end - 1].end)

    def keys(self, piece: Piece) -> tuple[str, ...]:
        """The plain words of a piece."""
        return tuple(word.key for word in self.words[piece.first : piece.last])

    def key(self, index: int) -> str:
        """The first plain word of a piece; empty beyond the ends."""
        return self.words[self.pieces[index].first].key if 0 <= index < len(self.pieces) else ""

    def apart(self, index: int) -> bool:
        """Whether more than a space stands before a piece: an ending was cut off there."""
        if not 0 < index < len(self.pieces):
            return True
        first = self.pieces[index].first
        return self.words[first].start - self.words[first - 1].end > 1

    def part(self, index: int) -> Part | None:
        """What a piece is; None beyond the ends."""
        return self.pieces[index].part if 0 <= index < len(self.pieces) else None


def line(article: Article, index: int, lexicon: Lexicon, code: str, taken: Sequence[Span]) -> Line:
    """A sentence of an article in pieces. Words in `taken` (dates, amounts) are no part of any name."""
    sentence = article.sentences[index]
    words = _words(article.text, sentence, lexicon)
    after = _dateline(words) if sentence.zone is Zone.BODY and _opens_story(article, index) else 0
    pieces = _pieces(words, lexicon, taken, after)
    return Line(index, code, words, pieces, _is_styled(words, sentence))


def _pieces(words: list[Token], lexicon: Lexicon, taken: Sequence[Span], after: int) -> list[Piece]:
    found: list[Piece] = []
    index = after
    opening = True
    while index < len(words):
        piece = _piece(words, index, lexicon, opening)
        if _is_taken(words, piece, taken):
            piece = Piece(index, index + 1, Part.EXCLUDED, opening=opening)
        elif _is_calendar_name(words, piece, lexicon, taken) or _opens_body(words, piece, lexicon):
            piece = Piece(index, index + 1, Part.CAPITAL, opening=opening)
        found.append(piece)
        opening = words[piece.last - 1].text in _OPENERS or (opening and piece.part is Part.MARK)
        index = piece.last
    return found


def _is_taken(words: list[Token], piece: Piece, taken: Sequence[Span]) -> bool:
    start, end = words[piece.first].start, words[piece.last - 1].end
    return any(span.start < end and start < span.end for span in taken)


def _is_calendar_name(words: list[Token], piece: Piece, lexicon: Lexicon, taken: Sequence[Span]) -> bool:
    """Whether a month's or weekday's word that tells no time opens or goes on with a name: "Lim Jun Hao"."""
    after = piece.last
    if piece.part is not Part.EXCLUDED or words[piece.first].key not in lexicon.calendar:
        return False
    if piece.last != piece.first + 1 or after >= len(words) or _single(words[after]) is not Part.CAPITAL:
        return False
    following = _piece(words, after, lexicon, False)
    return following.part is Part.CAPITAL and not _is_taken(words, following, taken)


def _opens_body(words: list[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word that names nobody by itself opens the name of a body: "Democratic Party"."""
    after = piece.last
    if piece.part is not Part.EXCLUDED or words[piece.first].key in lexicon.calendar or after >= len(words):
        return False
    follows = _single(words[after]) is Part.CAPITAL and words[piece.first].is_capital
    return follows and words[after].key in lexicon["organisation_tails"]


def _piece(words: list[Token], index: int, lexicon: Lexicon, opening: bool) -> Piece:
    found = lexicon.at(words, index)
    if found:
        hit, part = found
        demonym = part is Part.PLACE and lexicon.is_demonym(words, hit)
        return Piece(hit.first, hit.last, part, hit.meaning, demonym, opening)
    return Piece(index, index + 1, _single(words[index]), "", False, opening)


def _single(word: Token) -> Part:
    if word.is_number:
        return Part.NUMBER
    if not word.is_word:
        return Part.MARK
    if not word.is_capital:
        return Part.SMALL
    letters = [char for char in word.text if char.isalpha()]
    return Part.ACRONYM if len(letters) > 1 and word.text.isupper() else Part.CAPITAL


def _words(text: str, sentence: Sentence, lexicon: Lexicon) -> list[Token]:
    found: list[Token] = []
    for word in tokens(text, sentence.span.start, sentence.span.end):
        found += _apart(_bare(word, lexicon), lexicon)
    return found


def _bare(word: Token, lexicon: Lexicon) -> Token:
    for ending in lexicon.possessives:
        if word.key.endswith(ending) and len(word.key) > len(ending):
            return _cut(word, 0, len(word.text) - len(ending))
    return word


def _apart(word: Token, lexicon: Lexicon) -> list[Token]:
    """A hyphened word as one token, or as several where its parts are names: "Rusia-Ukraina"."""
    at = next((i for i, char in enumerate(word.text) if char in _HYPHENS), -1)
    if at < 1 or not word.is_capital or not _comes_apart(word, at, lexicon):
        return [word]
    rest = _cut(word, at + 1, len(word.text))
    return [_cut(word, 0, at), _cut(word, at, at + 1), *_apart(rest, lexicon)]


def _comes_apart(word: Token, at: int, lexicon: Lexicon) -> bool:
    head, tail = word.text[:at], word.text[at + 1 :]
    if plain(tail) in lexicon["hyphen_tails"]:
        return True
    if plain(word.text) in lexicon.splitting or not tail[:1].isupper():
        return plain(head) in lexicon.splitting and tail[:1].islower()
    return plain(head) in lexicon.splitting


def _cut(word: Token, start: int, end: int) -> Token:
    text = word.text[start:end]
    return Token(word.start + start, word.start + end, text, plain(text))


def _opens_story(article: Article, index: int) -> bool:
    """Whether at most one sentence of the body stands before."""
    return sum(sentence.zone is Zone.BODY for sentence in article.sentences[: min(index, 6)]) <= 1


def _dateline(words: list[Token]) -> int:
    """The number of words before the story begins: "MANILA, March 14 (News Agency) -"."""
    for index, word in enumerate(words[:24]):
        if word.text in ("-", "–", "—", ":") and index:
            return index + 1
        if word.is_word and not word.is_capital:
            return 0
    return 0


def _is_styled(words: list[Token], sentence: Sentence) -> bool:
    long = [word for word in words[1:] if word.is_word and len(word.text) > 3]
    capital = sum(word.is_capital for word in long)
    if sentence.zone is Zone.TITLE:
        return not long or capital >= 0.6 * len(long)
    ends = words[-1].text in _ENDS or (len(words) > 1 and words[-2].text in _ENDS)
    return not ends and len(long) > 3 and capital > 0.8 * len(long)
