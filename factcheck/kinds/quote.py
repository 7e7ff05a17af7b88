"""Quote: one speaker's words, as several articles print them.

Worked example: "I would say this is the peak" against "I would not say this is the peak" is a conflict,
"We are racing against the waves" against "We are in a race with the waves" is compatible, "a stack of trays"
against "a stack of chairs" in the same words otherwise is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.kinds._negation import denials
from factcheck.languages import Language, Languages, Token, tokens
from factcheck.model import Article, Attribution, Kind, Mention, Sentence, Span
from factcheck.verdicts import Judgement, Rung, Verdict, climb

_LEAST_WORDS = 3
_ALIKE = 0.6
_NEAR = 0.35
_PARTLY = 0.3
_NEARLY_ALL = 0.8
_MOSTLY = 0.6  # of the longer quotation's words
_FEW = 3  # words that stand for one another


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words. `keys` are their concepts and stems; `numbers` the amounts said."""

    text: str
    language: str
    speaker: str | None
    words: tuple[str, ...]
    keys: frozenset[str]
    numbers: frozenset[str]
    negations: int
    contents: tuple[str, ...] = ()  # for each word what it means, empty for a function word
    denied: frozenset[str] = frozenset()  # the content word after each "not"

    def show(self) -> str:
        """The words in quotation marks."""
        return f"“{self.text.strip()}”"

    def to_json(self) -> dict[str, object]:
        """Words and speaker."""
        return {"quote": self.text, "speaker": self.speaker}


def find(
    article: Article,
    languages: Languages,
    credits: Sequence[Sequence[Attribution]],
    amounts: Sequence[Mention],
) -> list[Mention]:
    """Every credited quotation of three words or more."""
    found = []
    for index, sentence in enumerate(article.sentences):
        language = languages[sentence.language]
        for credit in credits[index]:
            for passage in (each.trimmed(article.text) for each in credit.passages):
                quote = _quote(article, sentence, passage, credit.source, language, amounts)
                if quote is not None:
                    found.append(Mention(Kind.QUOTE, passage, quote, index))
    return found


def _quote(
    article: Article,
    sentence: Sentence,
    passage: Span,
    speaker: str | None,
    language: Language,
    amounts: Sequence[Mention],
) -> Quote | None:
    words = [w for w in tokens(article.text, passage.start, passage.end) if w.is_word or w.is_number]
    if len(words) < _LEAST_WORDS:
        return None
    denying = denials(words, language)
    said = [m for m in amounts if passage.holds(m.span)]
    contents = tuple("" if w.key in language.function_words else language.stem(w.key) for w in words)
    return Quote(
        text=passage.of(article.text),
        language=sentence.language,
        speaker=speaker,
        words=tuple(w.key for w in words),
        keys=_keys(words, language),
        numbers=frozenset(m.value.show() for m in said),
        negations=len(denying),
        contents=contents,
        denied=_denied(denying, contents),
    )


def _denied(denying: Sequence[int], contents: tuple[str, ...]) -> frozenset[str]:
    found = {next((content for content in contents[at + 1 :] if content), "") for at in denying}
    return frozenset(found - {""})


def _keys(words: list[Token], language: Language) -> frozenset[str]:
    hits = language.concepts(words)
    covered = {i for hit in hits for i in range(hit.first, hit.last)}
    stems = {
        language.stem(word.key)
        for i, word in enumerate(words)
        if i not in covered and word.is_word and len(word.key) > 2 and word.key not in language.function_words
    }
    return frozenset({f"c:{hit.meaning}" for hit in hits} | stems)


def likeness(a: Quote, b: Quote) -> float:
    """How much of the shorter quotation stands in the longer one, by concepts and stems: 0 to 1."""
    least = min(len(a.keys), len(b.keys))
    return len(a.keys & b.keys) / least if least else 0.0


def _same_words(a: Quote, b: Quote) -> bool:
    short, long = sorted((a.words, b.words), key=len)
    return " ".join(short) in " ".join(long) and a.negations == b.negations


def _negated(a: Quote, b: Quote) -> bool:
    if (a.negations > 0) == (b.negations > 0) or likeness(a, b) < _ALIKE:
        return False
    # languages deny in ways of their own, and a short quotation lies in many a long one
    most = max(len(a.keys), len(b.keys))
    return len(a.keys & b.keys) >= (_ALIKE if a.language == b.language else _NEARLY_ALL) * most


def _other_number(a: Quote, b: Quote) -> bool:
    if len(a.keys & b.keys) < _PARTLY * max(len(a.keys), len(b.keys)) or likeness(a, b) < _NEAR:
        return False  # a few words in common, and each its own number
    alike_many = len(a.numbers) == len(b.numbers)
    return alike_many and a.numbers != b.numbers and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


def _other_denied(a: Quote, b: Quote) -> bool:
    """Whether each denies what the other asserts: "hours now, not days", "days, not hours"."""
    if not (a.denied and b.denied) or a.denied & b.denied or a.language != b.language:
        return False
    return a.denied <= set(b.contents) and b.denied <= set(a.contents)


def _other_word(a: Quote, b: Quote) -> bool:
    """Whether one stretch of a few words is another, and all else is word for word the same."""
    if a.language != b.language:
        return False
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    same = sum(block.size for block in matcher.get_matching_blocks())
    if len(changes) != 1 or same < _MOSTLY * max(len(a.words), len(b.words)):
        return False
    tag, low, high, start, stop = changes[0]
    x, y = set(a.contents[low:high]) - {""}, set(b.contents[start:stop]) - {""}
    if tag != "replace" or max(high - low, stop - start) > _FEW or not (x and y) or x & y:
        return False
    return not (_beginnings(a, low, high) & _beginnings(b, start, stop))


def _beginnings(quote: Quote, low: int, high: int) -> frozenset[str]:
    """How the longer words of a stretch begin: "customised" and "customized" are one."""
    return frozenset(word[:4] for word in quote.words[low:high] if len(word) > 4)


LADDER: tuple[Rung[Quote], ...] = (
    Rung(Verdict.AGREE, "the same words", _same_words),
    Rung(Verdict.CONFLICT, "one of them says “not”", _negated),
    Rung(Verdict.CONFLICT, "another number is quoted", _other_number),
    Rung(Verdict.CONFLICT, "one says “not” of what the other asserts", _other_denied),
    Rung(Verdict.CONFLICT, "a word of the quotation is another", _other_word),
    Rung(Verdict.COMPATIBLE, "worded differently", lambda a, b: True),
)


def judge(a: Quote, b: Quote) -> Judgement | None:
    """How two renderings of one quotation stand to each other."""
    return climb(LADDER, a, b, Quote.show)
