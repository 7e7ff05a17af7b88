"""The corridor, a line a stage."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import align
from factcheck.annotate import annotate
from factcheck.judge import judge
from factcheck.languages import Languages
from factcheck.model import Annotated, Comparison
from factcheck.origins import origins
from factcheck.read import read, unique_ids


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
    topics = align(annotated, known)
    return Comparison(annotated, found, tuple(judge(topics, found)))
