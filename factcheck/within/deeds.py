"""Concepts for one deed or mishap, by which an article may tell it in several words: retold.toml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.languages import Languages


@dataclass(frozen=True, slots=True)
class Retold:
    """The words of retold.toml."""

    same: tuple[tuple[str, ...], ...]
    objects: tuple[str, ...]  # without one of them on both sides two words for a deed are two deeds


def retold(languages: Languages) -> Retold:
    """What one article tells in several words, in no language."""
    return languages.shared("retold", Retold)


def deeds(keys: Iterable[str], known: Retold) -> frozenset[tuple[str, ...]]:
    """The deeds and mishaps that are named among the keys of a stretch."""
    names = {key[2:] for key in keys if key.startswith("c:")}
    return frozenset(group for group in known.same if names & set(group))
