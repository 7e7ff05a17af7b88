"""Times: when something is told to have happened or to be going to.

It finds dates, weekdays, months, hours and what is told from the article's own day ("yesterday",
"Juni lalu"), and works them out by that day. Without it they stay open; nothing is filled in by a
guess. "24 tahun" and other durations are no times.

>>> from factcheck.kinds.time import Time, judge
>>> from datetime import date
>>> june = Time(date(2024, 6, 1), date(2024, 6, 30), Granularity.MONTH)
>>> judge(june, Time(date(2024, 6, 19), date(2024, 6, 19))).reason
'19 June 2024 lies within June 2024'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.kinds._time_judge import judge
from factcheck.kinds._time_read import Draft, drafts
from factcheck.kinds._time_resolve import Anchor, resolve
from factcheck.kinds._time_value import Bound, Edge, Granularity, Time
from factcheck.kinds._time_words import Words, time_words
from factcheck.languages import Languages, Token
from factcheck.model import Article, Kind, Mention, Sentence, Span

__all__ = ["Bound", "Edge", "Granularity", "Time", "find", "judge", "weekday_slips"]

_STOPS = frozenset('.,;:!?"“”()')
_REACH = 14  # tokens within which a word tells that what follows lies ahead


def find(article: Article, languages: Languages, taken: Sequence[Span] = ()) -> list[Mention]:
    """All times of the article's sentences, in order, but for those that meet a span in `taken`."""
    out = []
    for index, sentence in enumerate(article.sentences):
        for span, time in _times(article.text, sentence, article.day, languages):
            if not any(span.meets(other) for other in taken):
                out.append(Mention(Kind.TIME, span, time, index))
    return out


def weekday_slips(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that name a weekday which isn't that of their own date."""
    return [mention for mention in mentions if isinstance(mention.value, Time) and mention.value.mismatch]


def _times(text: str, sentence: Sentence, day: date | None, languages: Languages) -> list[tuple[Span, Time]]:
    known = time_words(languages[sentence.language])
    words = known.calendar.split(text, sentence.span.start, sentence.span.end)
    out: list[tuple[Span, Time]] = []
    year = None
    for draft in drafts(words, known):
        time = resolve(draft, Anchor(day, _is_ahead(draft, words, known), year), known)
        if time is not None:
            year = time.start.year if time.start else year
            span = Span(words[draft.first].start, words[draft.last - 1].end)
            out.append((span, _unbound(time, text[span.end : span.end + 1])))
    return out


def _unbound(time: Time, mark: str) -> Time:
    """Without its bound where a clitic follows: "cut off by Saturday's collapse" sets no last day."""
    return replace(time, bound=None) if mark and mark in "'’" else time


def _is_ahead(draft: Draft, words: list[Token], known: Words) -> bool:
    """Whether the clause tells of what is still to come: "will resume on Monday", "akan dimulai Senin"."""
    if _future_in(_before(draft.first, words, known), words, known):
        return True
    if not _opens(draft.first, words, known):
        return False
    return _future_in(_following(draft.last, words, known), words, known)


def _future_in(places: Iterable[int], words: list[Token], known: Words) -> bool:
    return any(known.future.at(words, place) for place in places)


def _before(first: int, words: list[Token], known: Words) -> list[int]:
    """The places of the clause before a token, nearest first."""
    out: list[int] = []
    for place in range(first - 1, max(-1, first - _REACH), -1):
        if words[place].text in _STOPS or known.clause.at(words, place):
            break
        out.append(place)
    return out


def _following(last: int, words: list[Token], known: Words) -> list[int]:
    """The places of the clause after a time; a comma may close the time off."""
    start = last + 1 if last < len(words) and words[last].text == "," else last
    out: list[int] = []
    for place in range(start, min(len(words), start + _REACH)):
        if words[place].text in _STOPS or known.clause.at(words, place):
            break
        out.append(place)
    return out


def _opens(first: int, words: list[Token], known: Words) -> bool:
    """Whether a time stands at the head of its clause: nothing but a small word comes before."""
    for place in range(first - 1, first - 4, -1):
        if place < 0 or words[place].text in _STOPS:
            return True
        if known.clause.at(words, place):
            return False
    return False
