"""One person with two ages: "Rosa Lind, 45," and further down "Rosa Lind (54)".

Only an age that stands right beside the name counts: "her 12-year-old daughter" and "since he was 16" are
nobody's age, or that of another year.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.kinds.name import Name, NameType
from factcheck.kinds.quantity import Measure
from factcheck.model import Zone
from factcheck.within.alike import told_otherwise
from factcheck.within.story import Figure, Finding, Story

_OPEN = frozenset({",", "("})
_CLOSE = frozenset({",", ")", ".", ";"})
_PEOPLE = (NameType.PERSON, NameType.OTHER)


def ages(story: Story) -> Iterator[Finding]:
    """Each person whose age is told twice and differently."""
    first: dict[str, Figure] = {}
    for figure in story.figures:
        if figure.value.measure is not Measure.AGE or figure.exact is None or not _is_story(figure):
            continue
        person = _beside(story, figure)
        known = first.setdefault(person, figure) if person else figure
        if known.exact != figure.exact:
            yield told_otherwise(known, figure, "age", 0.7)


def _is_story(figure: Figure) -> bool:
    return figure.told.statement.sentence.zone in (Zone.BODY, Zone.CAPTION)


def _beside(story: Story, figure: Figure) -> str | None:
    """Who stands right before an age that a comma or bracket closes off."""
    text, span = story.article.text, figure.told.mention.span
    if text[span.end : span.end + 1] not in _CLOSE:
        return None
    for mention in figure.told.statement.mentions:
        value = mention.value
        if not isinstance(value, Name) or value.type not in _PEOPLE or len(value.parts) < 2:
            continue
        if text[mention.span.end : span.start].strip() in _OPEN:
            return value.id
    return None
