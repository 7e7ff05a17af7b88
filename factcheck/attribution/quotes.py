"""Where an article quotes: the stretches between quotation marks, across sentences and paragraphs.

Curly, straight, single and angled marks are read. An opening mark that nobody closes reaches to the end of
its paragraph, or into the next ones where the closing mark stands there.
"""

from __future__ import annotations

from itertools import groupby

from factcheck.model import Article, Span

_CLOSERS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "'": "'"}
_SINGLE = {"‘", "'"}
_APOSTROPHES = 12  # in a quotation between single marks
_FAR = 4  # paragraphs a quotation may run on before its closing mark


def quotations(article: Article) -> list[Span]:
    """The quoted words, marks excluded, in order; one that runs on over paragraphs is one stretch."""
    found: list[Span] = []
    paragraphs = _paragraphs(article)
    begin = 0  # nothing before it is looked at again
    for number, paragraph in enumerate(paragraphs):
        if paragraph.end <= begin:
            continue
        spans, mark = _scan(article.text, max(begin, paragraph.start), paragraph.end)
        found += spans
        if mark:
            end = _run_on(article.text, paragraphs[number + 1 : number + 1 + _FAR], mark)
            found[-1] = Span(found[-1].start, end or paragraph.end)
            begin = end + 1 if end else paragraph.end
    return [span for span in found if span.start < span.end]


def _run_on(text: str, paragraphs: list[Span], mark: str) -> int | None:
    """Where a quotation left open closes in one of the next paragraphs, each of which may open anew."""
    for paragraph in paragraphs:
        start = paragraph.start + (text[paragraph.start] in _CLOSERS)
        close = text.find(mark, start, paragraph.end)
        if close != -1:
            opened = mark in _CLOSERS and text[close - 1].isspace()
            return None if opened or close == start else close
        if start == paragraph.start and mark not in _CLOSERS:
            return None  # a curly mark is set again before each paragraph
    return None


def _paragraphs(article: Article) -> list[Span]:
    groups = groupby(article.sentences, key=lambda sentence: sentence.paragraph)
    result = []
    for _, sentences in groups:
        spans = [sentence.span for sentence in sentences]
        result.append(Span(spans[0].start, spans[-1].end))
    return result


def _scan(text: str, start: int, end: int) -> tuple[list[Span], str | None]:
    """The quotations of a paragraph, and the mark that stays open at its end."""
    found = []
    at = start
    while at < end:
        mark = text[at]
        if not _is_opening(text, at, start):
            at += 1
            continue
        close = _partner(text, at, end)
        if close is None:
            if mark not in _SINGLE and "\n" not in text[at:end]:
                found.append(Span(at + 1, end))
                return found, _CLOSERS[mark]
            at += 1
            continue
        found.append(Span(at + 1, close))
        at = close + 1
    return found, None


def _is_opening(text: str, at: int, start: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    if mark in _SINGLE:
        return not before.isalnum() and before not in "’'\"”" and after.isalnum()
    if mark == '"':
        return not before.isalnum() and bool(after) and not after.isspace()
    return True


def _partner(text: str, at: int, end: int) -> int | None:
    """The mark that closes the one at `at`."""
    mark = _CLOSERS[text[at]]
    stop = end if text[at] not in _SINGLE else min(end, at + 600)
    close = text.find(mark, at + 1, stop)
    if text[at] not in _SINGLE:
        return close if close != -1 else None
    for _ in range(_APOSTROPHES):
        if close == -1 or not text[close + 1 : close + 2].isalnum():
            return close if close != -1 else None
        close = text.find(mark, close + 1, stop)  # that was an apostrophe inside a word
    return None
