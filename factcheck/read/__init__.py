"""Reading: a path or a text becomes an Article.

Promises that the article's text is the decoded input, newlines apart, and that every sentence, caption and
headline is a span of it. Refuses, with an ArticleError of one line, what is no article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from factcheck.errors import ArticleError
from factcheck.languages import Language, Languages
from factcheck.model import Article, Zone
from factcheck.read import limits, markdown, text
from factcheck.read.detection import language_of, majority, scores
from factcheck.read.metadata import Known, metadata
from factcheck.read.page import page
from factcheck.read.source import STDIN, source
from factcheck.read.story import boilerplate, story, told
from factcheck.read.zones import zoned

__all__ = ["read", "read_text", "unique_ids"]

_TEXT = frozenset({"", ".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})


def read(path: str | Path, languages: Languages, *, id: str) -> Article:
    """The article in a file, or on standard input for "-".

    Raises ArticleError where it can't be read or holds no sentence.
    """
    ending = Path(path).suffix.casefold()
    if str(path) != STDIN and ending not in _TEXT | _MARKDOWN and not Path(path).is_dir():
        raise ArticleError(f"{path}: '{ending}' files are not read; save it as text (.txt or .md)")
    found = source(path)
    return _article(found.text, found.path, found.sha256, id, languages)


def read_text(content: str, path: str, id: str, languages: Languages) -> Article:
    """The article in a text already decoded; `path` names it and tells its format.

    Raises ArticleError where it holds no sentence.
    """
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    digest = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return _article(content, path, digest, id, languages)


def unique_ids(paths: Sequence[str | Path]) -> list[str]:
    """An id for each path: its stem, numbered from the second of that name on ("a", "a-2")."""
    stems = ["stdin" if str(path) == STDIN else Path(path).stem or str(path) for path in paths]
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    ids = []
    for stem in stems:
        name = stem
        while name in taken or (name != stem and name in stems):
            counts[stem] += 1
            name = f"{stem}-{counts[stem] + 1}"
        taken.add(name)
        ids.append(name)
    return ids


def _article(content: str, path: str, digest: str, id: str, languages: Languages) -> Article:
    marked = Path(path).suffix.casefold() in _MARKDOWN
    part = limits.opening(content)
    lines = markdown.lines(part) if marked else text.lines(part)
    points = [scores(part, line.span, languages) for line in lines]
    votes = [(score, line.count) for score, line in zip(points, lines, strict=True)]
    guess = majority([v for v, line in zip(votes, lines, strict=True) if line.is_prose] or votes, languages)
    words = page(languages)
    zones = zoned(part, lines, words, _first(guess, languages))
    body = [vote for vote, mark in zip(votes, zones.marks, strict=True) if mark.zone is Zone.BODY]
    usual = majority(body or votes, languages)
    tale = story(part, zones, words)
    spoken = {stretch.index: language_of(points[stretch.index], usual) for stretch in tale.stretches}
    found = told(part, tale.stretches, spoken, languages)
    if not found:
        raise ArticleError(f"{path}: has no sentences; give a file with an article")
    opening = [sentence.span for sentence in found if sentence.zone is Zone.BODY][:3]
    front = markdown.front_matter(part) if marked else {}
    known = metadata(Known(part, words, _first(usual, languages), zones, tale.credits, opening, front))
    return Article(
        id=id,
        path=path,
        text=content,
        sha256=digest,
        language=usual,
        sentences=limits.kept(found),
        boilerplate=boilerplate(zones),
        title=known.title,
        publisher=known.publisher,
        authors=known.authors,
        published=known.published,
        place=known.place,
        credits=known.credits,
        notes=limits.notes(content, id, part, found),
    )


def _first(code: str, languages: Languages) -> list[Language]:
    """All languages, a given one first."""
    return [languages[code], *(languages[other] for other in languages.codes if other != code)]
