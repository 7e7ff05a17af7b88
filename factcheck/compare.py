"""The corridor, a line a stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.align import align
from factcheck.annotate import annotate
from factcheck.explain import explain
from factcheck.judge import judge
from factcheck.languages import Languages
from factcheck.model import Annotated, Comparison, Fact
from factcheck.origins import origins
from factcheck.read import read, unique_ids
from factcheck.within import within

__all__ = ["Comparison", "compare", "extract", "review"]


def extract(paths: Sequence[str], languages: Languages | None = None) -> tuple[Annotated, ...]:
    """The articles with their statements. Raises ArticleError for one that can't be read."""
    known = languages or Languages()
    articles = [read(path, known, id=id) for path, id in zip(paths, unique_ids(paths), strict=True)]
    return tuple(annotate(article, known) for article in articles)


def compare(paths: Sequence[str], languages: Languages | None = None) -> Comparison:
    """The articles laid side by side. Raises ArticleError for one that can't be read."""
    known = languages or Languages()
    annotated = extract(paths, known)
    found = origins(annotated)
    facts = judge(align(annotated, known), found)
    articles = {each.article.id: each.article for each in annotated}
    explained = tuple(replace(fact, explanation=explain(fact, articles, found)) for fact in facts)
    return Comparison(annotated, found, explained, _within(annotated, known), _notes(annotated))


def review(path: str, languages: Languages | None = None) -> Comparison:
    """One article by itself: what does not fit inside it. Raises ArticleError where it can't be read."""
    known = languages or Languages()
    annotated = extract([path], known)
    return Comparison(annotated, origins(annotated), (), _within(annotated, known), _notes(annotated))


def _within(articles: Sequence[Annotated], languages: Languages) -> tuple[Fact, ...]:
    found = [fact for annotated in articles for fact in within(annotated, languages)]
    return tuple(replace(fact, id=f"w{number}") for number, fact in enumerate(found, 1))


def _notes(articles: Sequence[Annotated]) -> tuple[str, ...]:
    return tuple(note for annotated in articles for note in annotated.article.notes)
