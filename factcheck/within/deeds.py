"""Concepts for one deed or mishap, by which an article may tell it in several words: retold.toml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.languages import Languages

Deed = tuple[str, ...]  # the concepts by which it may be told


@dataclass(frozen=True, slots=True)
class Retold:
    """The words of retold.toml."""

    deeds: tuple[Deed, ...]  # done once
    mishaps: tuple[Deed, ...]  # what befalls one thing once
    recurring: tuple[Deed, ...]  # what may come again within days
    objects: tuple[str, ...]  # without one of them on both sides two words for a deed are two deeds

    @property
    def once(self) -> tuple[Deed, ...]:
        """What one article tells of once."""
        return (*self.deeds, *self.mishaps)

    @property
    def every(self) -> tuple[Deed, ...]:
        """All of them."""
        return (*self.deeds, *self.mishaps, *self.recurring)


def retold(languages: Languages) -> Retold:
    """What one article tells in several words, in no language."""
    return languages.shared("retold", Retold)


def named(keys: Iterable[str], known: Sequence[Deed]) -> frozenset[Deed]:
    """The deeds and mishaps that are named among the keys of a stretch."""
    names = {key[2:] for key in keys if key.startswith("c:")}
    return frozenset(deed for deed in known if names & set(deed))
