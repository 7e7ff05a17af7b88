"""Origins: which articles come from the same text. Agreement among copies is no corroboration.

Containment of word shingles (Broder 1997, "On the resemblance and containment of documents"): how many of the
shorter article's runs of words stand in the longer one, wherever they stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages import tokens
from factcheck.model import Annotated, Origin, Zone

_RUN = 5  # words: long enough that chance and set phrases share few
_COPIED = 0.3  # of the shorter body, for one text to come from the other
_LEAST = 25  # runs: below this an article is too short to tell


def origins(articles: Sequence[Annotated]) -> tuple[Origin, ...]:
    """The articles by origin, in the order given; every article belongs to exactly one."""
    runs = [_runs(annotated) for annotated in articles]
    parent = list(range(len(articles)))
    shared = [0.0] * len(articles)
    for i, j in _candidates(runs):
        portion = containment(runs[i], runs[j])
        if portion >= _COPIED:
            shared[i], shared[j] = max(shared[i], portion), max(shared[j], portion)
            a, b = sorted((_root(parent, i), _root(parent, j)))
            parent[b] = a
    members: dict[int, list[int]] = {}
    for index in range(len(articles)):
        members.setdefault(_root(parent, index), []).append(index)
    return tuple(
        Origin(
            id=f"o{number}",
            articles=tuple(articles[i].article.id for i in group),
            shared=round(min(shared[i] for i in group), 2) if len(group) > 1 else 1.0,
        )
        for number, group in enumerate(members.values(), 1)
    )


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The part of the shorter one's runs that stand in the other: 0 to 1; 0 where there are too few to tell."""
    least = min(len(a), len(b))
    return len(a & b) / least if least >= _LEAST else 0.0


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        index = parent[index]
    return index


def _runs(annotated: Annotated) -> frozenset[int]:
    """Stable hashes of all runs of words in the body's sentences."""
    found: set[int] = set()
    for sentence in annotated.article.sentences:
        if sentence.zone is Zone.BODY:
            span = sentence.span
            words = [
                t.key
                for t in tokens(annotated.article.text, span.start, span.end)
                if t.is_word or t.is_number
            ]
            found.update(_hash(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return frozenset(found)


def _hash(words: Sequence[str]) -> int:
    from zlib import crc32  # the built-in hash of strings differs from run to run

    return crc32(" ".join(words).encode())


def _candidates(runs: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of articles that share a run; runs that many share are looked at once."""
    holders: dict[int, list[int]] = {}
    for index, found in enumerate(runs):
        for run in found:
            holders.setdefault(run, []).append(index)
    pairs = {(i, j) for group in holders.values() for n, i in enumerate(group) for j in group[n + 1 :]}
    return iter(sorted(pairs))
