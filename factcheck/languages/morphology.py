"""Stems: one key for the forms of a word, from a maintained dictionary where a language names one,
else from its own table of irregular forms and endings. A stem is a key for comparing, not a word to show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.languages.compiled import Packed, packed

_LEAST = 4  # letters that must be left of a word without its prefix


@dataclass(frozen=True, slots=True)
class Ending:
    """Words that end in `ending` and keep `least` letters before it end in `becomes` instead."""

    ending: str
    becomes: str = ""
    least: int = 3
    sure: bool = False  # with a dictionary: taken off even where it doesn't know what is left


@dataclass(frozen=True, slots=True)
class Morphology:
    """The words of morphology.toml."""

    dictionaries: tuple[str, ...]  # simplemma's languages, asked in this order
    irregular: Mapping[str, str]
    endings: tuple[Ending, ...]  # with a dictionary: where it doesn't know the word, but what is left
    prefixes: tuple[str, ...]  # as the endings, and together with one
    function_words: tuple[str, ...]


class Stemmer:
    """Stems of one language; remembers what it has found."""

    def __init__(self, morphology: Morphology, forms: tuple[str, ...]) -> None:
        """`forms` as `dictionary_forms` finds them."""
        self._known: dict[str, str] = dict(morphology.irregular)
        self._forms = Packed(forms) if morphology.dictionaries else None
        self._prefixes = sorted(morphology.prefixes, key=lambda prefix: (-len(prefix), prefix))
        self._endings: dict[str, list[Ending]] = {}
        for rule in morphology.endings:
            self._endings.setdefault(rule.ending[-1], []).append(rule)

    def __call__(self, key: str) -> str:
        """The stem of a plain, casefolded word."""
        stem = self._known.get(key)
        if stem is None:
            stem = self._known[key] = self._stem(key)
        return stem

    def _stem(self, key: str) -> str:
        halves = key.split("-")
        if len(halves) == 2 and halves[0] == halves[1]:  # "tentara-tentara"
            return self(halves[0])
        if self._forms is not None and key.isalpha():
            return self._root(key, self._forms)
        return next(self._without_ending(key), key)

    def _root(self, key: str, forms: Packed) -> str:
        """The dictionary's root of a word; of one it doesn't know, that of the word without its affixes."""
        root = forms.get(key)
        if root is not None:
            return root
        for left in self._without_affixes(key):
            root = forms.get(left)
            if root is not None:
                return root
        return next((self(left) for left in self._without_ending(key, sure=True)), key)

    def _without_affixes(self, key: str) -> Iterator[str]:
        """The word without prefix and ending, without either: most taken off first."""
        for prefix in self._prefixes:
            if key.startswith(prefix) and len(key) - len(prefix) >= _LEAST:
                yield from self._without_ending(key[len(prefix) :])
                yield key[len(prefix) :]
        yield from self._without_ending(key)

    def _without_ending(self, key: str, sure: bool = False) -> Iterator[str]:
        for rule in self._endings.get(key[-1:], ()):
            if sure and not rule.sure:
                continue
            if key.endswith(rule.ending) and len(key) - len(rule.ending) >= rule.least:
                yield key[: len(key) - len(rule.ending)] + rule.becomes


def dictionary_forms(dictionaries: tuple[str, ...]) -> tuple[str, ...]:
    """All words of simplemma's dictionaries with their roots, packed; the first to know a word decides."""
    if not dictionaries:
        return packed({})
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # dear: the forms are kept

    factory = DefaultDictionaryFactory()
    forms: dict[str, str] = {}
    for name in dictionaries:
        own: dict[str, str] = {}
        for form, root in sorted(factory.get_dictionary(name).items()):
            key = form.casefold()
            if form == key or (form == key.capitalize() and key not in own):  # a word comes before a name
                own[key] = root.casefold()
        forms = {**own, **forms}
    return packed(forms)
