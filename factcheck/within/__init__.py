"""Within one article: what a careful sub-editor would ask about before anybody else has written a word.

A weekday that isn't that of its date, a headline's figure or promise the body doesn't bear out, parts that
don't make their total, a change that isn't what lies between its ends, a length of time that doesn't fit the
hours around it, one thing told twice with two figures, ages or dates. Each check would rather miss a slip than
ask about a text that is right: a headline's figure is left alone where the body has it anywhere, where it is the
sum of several, or where it is one more than the body's and may count somebody told of without a number.

>>> from factcheck.annotate import annotate
>>> from factcheck.languages import Languages
>>> from factcheck.read import read_text
>>> text = "The bus to Port Alder carried 30 people: 12 men and 15 women, police said."
>>> known = Languages()
>>> [fact.reason for fact in within(annotate(read_text(text, "a.txt", "a", known), known), known)]
['12 and 15 make 27, not 30']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.languages import Languages
from factcheck.model import Annotated, Fact
from factcheck.within.ages import ages
from factcheck.within.changes import changes
from factcheck.within.claims import claims
from factcheck.within.dates import dates
from factcheck.within.elapsed import elapsed
from factcheck.within.headline_figures import headline_figures
from factcheck.within.magnitudes import magnitudes
from factcheck.within.story import Finding, Story, SumWords
from factcheck.within.sums import sums
from factcheck.within.twice import told_twice
from factcheck.within.weekdays import weekdays

__all__ = ["SumWords", "within"]

_CHECKS: Sequence[Callable[[Story], Iterable[Finding]]] = (
    weekdays,
    headline_figures,
    sums,
    changes,
    told_twice,
    ages,
    magnitudes,
    elapsed,
    claims,
    dates,
)


def within(annotated: Annotated, languages: Languages) -> tuple[Fact, ...]:
    """What doesn't fit inside one article, numbered w1, w2… in reading order."""
    story = Story(annotated, languages)
    found = [finding for check in _CHECKS for finding in check(story)]
    found.sort(key=lambda f: min(told.mention.span for p in f.positions for told in p.told))
    return tuple(_fact(finding, f"w{number}") for number, finding in enumerate(found, 1))


def _fact(finding: Finding, id: str) -> Fact:
    return Fact(
        id=id,
        kind=finding.kind,
        verdict=finding.verdict,
        label=finding.label,
        reason=finding.reason,
        positions=finding.positions,
        origins=1,
        confidence=finding.confidence,
    )
