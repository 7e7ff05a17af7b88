"""The words names are found by: one language's tables, compiled for look-up by token keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from factcheck.languages import Hit, Language, Languages, Phrases, Token, plain
from factcheck.languages.calendar import calendar
from factcheck.languages.tokens import keys


@dataclass(frozen=True, slots=True)
class NameWords:
    """The shape of `name.toml`."""

    titles: Mapping[str, tuple[str, ...]]
    ranks: Mapping[str, tuple[str, ...]]
    honorifics: tuple[str, ...]
    particles: tuple[str, ...]
    joiners: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    organisations: tuple[str, ...]
    organisation_tails: tuple[str, ...]
    organisation_words: tuple[str, ...]
    place_heads: tuple[str, ...]
    place_tails: tuple[str, ...]
    of_places: tuple[str, ...]
    place_heads_lower: tuple[str, ...]
    place_tails_lower: tuple[str, ...]
    place_directions: tuple[str, ...]
    administrative: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    territorial: tuple[str, ...]
    speech: tuple[str, ...]
    relatives: tuple[str, ...]
    ages: tuple[str, ...]
    descriptors: tuple[str, ...]
    families: tuple[str, ...]  # beside a surname: "the Lowell FAMILY"
    vessels: tuple[str, ...]
    legal: tuple[str, ...]
    excluded: tuple[str, ...]
    starters: tuple[str, ...]
    given: tuple[str, ...]
    possessives: tuple[str, ...]
    hyphen_tails: tuple[str, ...]
    short: Mapping[str, tuple[str, ...]]
    of: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryNames:
    """The shape of `countries.toml`: ISO code to CLDR's name."""

    countries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The shape of a language's `places.toml`."""

    ordinary: tuple[str, ...]  # also everyday words or given names: need more than a capital letter
    countries: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Map:
    """The shape of the shared `places.toml`: what lies where, in no language."""

    capitals: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, str]


class Part(StrEnum):
    """What a word or phrase does in a name."""

    TITLE = "title"
    RANK = "rank"
    HONORIFIC = "honorific"
    PLACE = "place"
    BODY = "body"
    EXCLUDED = "excluded"
    FIRM = "firm"  # a body known by name, in the language's own list
    PARTICLE = "particle"
    CAPITAL = "capital"  # an unknown word with a capital
    ACRONYM = "acronym"  # all capitals
    NUMBER = "number"
    SMALL = "small"  # a word in small letters
    MARK = "mark"


_SETS = (
    *("joiners", "of", "articles", "particles", "starters", "given", "hyphen_tails", "territorial"),
    *("organisation_heads", "organisation_tails", "organisation_words"),
    *("place_heads", "place_tails", "of_places", "administrative", "place_directions", "place_prepositions"),
    *("place_heads_lower", "place_tails_lower", "speech", "relatives", "ages", "descriptors", "vessels"),
    "families",
)
_GENERAL = (  # words that alone name nothing
    *("organisation_heads", "organisation_words", "place_heads", "place_tails", "place_directions"),
    *("joiners", "starters"),
)
_SMALL_TOO = (Part.TITLE, Part.PARTICLE)  # what counts in small letters too


@dataclass(frozen=True, slots=True)
class Romanisation:
    """The shape of the shared `romanisation.toml`: ways to write one sound, in the order they are applied."""

    sounds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words for names, compiled: phrases, and plain word lists as sets of keys."""

    phrases: Phrases
    meanings: Mapping[str, tuple[Part, str]]
    sets: Mapping[str, frozenset[str]]
    ordinary: frozenset[str]  # keys of place names that are everyday words too
    capitals: frozenset[tuple[str, ...]]  # keys of phrases that count in capitals only: "AS", "US", "WHO"
    splitting: frozenset[str]  # first parts at which a hyphened word comes apart: "Rusia-Ukraina"
    possessives: tuple[str, ...]
    demonyms: frozenset[tuple[str, ...]]
    calendar: frozenset[str]  # keys of months and weekdays: "Jun" is a month, and part of "Lim Jun Hao"
    numbers: frozenset[str]  # keys of small numbers in words
    counted: frozenset[str]  # keys of what is counted: no number before them ends a name

    def __getitem__(self, name: str) -> frozenset[str]:
        """A plain word list by its name in the file."""
        return self.sets[name]

    def at(self, words: list[Token], index: int) -> tuple[Hit, Part] | None:
        """The longest phrase of the tables that starts at a token and is written as it must be."""
        hit = self.phrases.at(words, index)
        if hit is None:
            return None
        part, meaning = self.meanings[hit.meaning]
        inside = [word for word in words[hit.first : hit.last] if word.is_word]
        if part not in _SMALL_TOO and not all(word.is_capital or word.key in self["of"] for word in inside):
            return None
        if tuple(word.key for word in inside) in self.capitals and not all(w.text.isupper() for w in inside):
            return None
        return Hit(hit.first, hit.last, meaning), part

    def is_demonym(self, words: list[Token], hit: Hit) -> bool:
        """Whether the phrase names a people, not the country itself."""
        return tuple(word.key for word in words[hit.first : hit.last]) in self.demonyms


@cache
def lexicon(languages: Languages, code: str) -> Lexicon:
    """The compiled tables of a language."""
    language = languages[code]
    names = language.words("name", NameWords)
    places = language.words("places", PlaceNames)
    entries = [*_place_entries(languages, language), *_word_entries(names)]
    listed: dict[tuple[Part, str], list[str]] = {}
    written: dict[tuple[str, ...], list[str]] = {}
    for part, meaning, phrase in entries:
        listed.setdefault((part, meaning), []).append(phrase)
        if len(phrase) < 8:  # longer ones are no short forms
            written.setdefault(_keys(phrase), []).append(phrase)
    return Lexicon(
        phrases=Phrases({f"{part}:{meaning}": phrases for (part, meaning), phrases in listed.items()}),
        meanings={f"{part}:{meaning}": (part, meaning) for part, meaning in listed},
        sets=_sets(names),
        ordinary=frozenset(plain(word) for word in places.ordinary),
        capitals=frozenset(
            keys for keys, written in written.items() if all(map(_counts_in_capitals, written))
        ),
        splitting=frozenset(plain(p) for part, _, p in entries if part is Part.PLACE and " " not in p),
        possessives=names.possessives,
        demonyms=frozenset(keys(phrase) for people in places.people.values() for phrase in people),
        calendar=frozenset(calendar(language).months) | frozenset(calendar(language).weekdays),
        numbers=frozenset(calendar(language).numbers),
        counted=calendar(language).counted | frozenset(map(plain, names.ages)),
    )


def _sets(names: NameWords) -> dict[str, frozenset[str]]:
    found = {name: frozenset(plain(word) for word in getattr(names, name)) for name in _SETS}
    found["initials"] = frozenset(plain(word) for words in names.short.values() for word in words)
    found["general"] = frozenset().union(*(found[name] for name in _GENERAL))
    return found


@cache
def paths(languages: Languages) -> Mapping[str, str]:
    """A place's plain map name to its path: "garut" to "ID/west java/garut"."""
    world = languages.shared("places", Map)
    found: dict[str, str] = {}
    for tree in (world.capitals, world.inside):
        for parent, children in tree.items():
            for child in children:
                found.setdefault(plain(child), f"{parent}/{plain(child)}")
    return found


def place_id(path: str) -> str:
    """The id of a known place: by its country, or a region that spans many."""
    return f"country:{path}" if path[:2].isupper() else f"region:{path}"


@cache
def capitals(languages: Languages) -> frozenset[str]:
    """The paths of all seats of government."""
    world = languages.shared("places", Map)
    return frozenset(f"{code}/{plain(name)}" for code, names in world.capitals.items() for name in names)


def _place_entries(languages: Languages, language: Language) -> Iterable[tuple[Part, str, str]]:
    world = languages.shared("places", Map)
    places = language.words("places", PlaceNames)
    known = paths(languages)
    for bodies in (places.bodies, world.bodies):
        for key, names in bodies.items():
            yield from ((Part.BODY, key, name) for name in names)
    for code, name in language.words("countries", CountryNames).countries.items():
        yield Part.PLACE, code, name
    for table in (places.countries, places.people):
        for code, names in table.items():
            yield from ((Part.PLACE, code, name) for name in names)
    for key, names in places.places.items():
        yield from ((Part.PLACE, known[key], name) for name in names if key in known)
    for tree in (world.capitals, world.inside):
        for children in tree.values():
            yield from ((Part.PLACE, known[plain(child)], child) for child in children)


def _word_entries(names: NameWords) -> Iterable[tuple[Part, str, str]]:
    for part, table in ((Part.RANK, names.ranks), (Part.TITLE, names.titles)):
        for meaning, phrases in table.items():
            yield from ((part, meaning, phrase) for phrase in phrases)
    for part, words in (
        (Part.HONORIFIC, names.honorifics),
        (Part.PARTICLE, names.particles),
        (Part.EXCLUDED, names.excluded),
        (Part.FIRM, names.organisations),
    ):
        yield from ((part, str(part), word) for word in words)


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple([key for key in keys(phrase) if key[0].isalpha()])


def _counts_in_capitals(phrase: str) -> bool:
    letters = [char for char in phrase if char.isalpha()]
    return 2 <= len(letters) <= 5 and phrase.replace(".", "").isupper()
