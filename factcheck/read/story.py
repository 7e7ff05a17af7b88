"""The story of a page: its stretches without dateline and credits, cut into sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.languages import Languages
from factcheck.model import Boilerplate, Sentence, Span, Zone
from factcheck.read.dateline import credit
from factcheck.read.page import Page
from factcheck.read.sentences import sentences
from factcheck.read.zones import Zoned

_HEADLINE = 400  # characters of a line that may be one headline
_TOLD = (Zone.TITLE, Zone.CAPTION, Zone.BODY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line that is told, and the line's index."""

    index: int
    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells, and the names credited at the ends of its paragraphs."""

    stretches: tuple[Stretch, ...]
    credits: tuple[str, ...]


def story(text: str, zoned: Zoned, page: Page) -> Story:
    """The told stretches of a page in order."""
    stretches: list[Stretch] = []
    credits: list[str] = []
    for index, (line, mark) in enumerate(zip(zoned.lines, zoned.marks, strict=True)):
        span = line.span
        if mark.zone in (Zone.BODY, Zone.BYLINE, Zone.CAPTION):
            named = credit(text, span, page)
            credits += named.names if named and mark.zone is not Zone.CAPTION else ()
            span = Span(span.start, named.span.start) if named else span
        if mark.zone not in _TOLD:
            continue
        if index == zoned.first and zoned.dateline:
            span = Span(min(zoned.dateline.span.end, span.end), span.end)
        if span.start < span.end:
            stretches.append(Stretch(index, span, mark.zone))
    return Story(tuple(stretches), tuple(credits))


def told(
    text: str, stretches: Sequence[Stretch], spoken: Mapping[int, str], languages: Languages
) -> tuple[Sentence, ...]:
    """The sentences of the stretches; `spoken` gives the language of each line by its index.

    A headline and a caption stay whole where they are one line.
    """
    found: list[Sentence] = []
    for stretch in stretches:
        code = spoken[stretch.index]
        parts = sentences(text, stretch.span, languages[code])
        if stretch.zone is Zone.TITLE and parts and len(stretch.span.of(text)) <= _HEADLINE:
            parts = [parts[0].joined(parts[-1])]
        found += [Sentence(part, stretch.zone, stretch.index, code) for part in parts]
    return tuple(found)


def boilerplate(zoned: Zoned) -> tuple[Boilerplate, ...]:
    """The stretches that are not the story; neighbours with one reason are joined."""
    found: list[Boilerplate] = []
    before = -2
    for index, (line, mark) in enumerate(zip(zoned.lines, zoned.marks, strict=True)):
        if mark.reason is None:
            continue
        if before == index - 1 and found[-1].reason == mark.reason:
            found[-1] = Boilerplate(found[-1].span.joined(line.span), mark.reason)
        else:
            found.append(Boilerplate(line.span, mark.reason))
        before = index
    return tuple(found)
