"""The words quantities are made of, as a language's quantity.toml and the shared units.toml give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.kinds._quantity_value import Bound, Measure
from factcheck.languages import Languages, Phrases, Token, plain, tokens

_PERSON = "person"  # the concept that contains all kinds of people


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vague:
    """Words for an amount nobody counted: "hundreds". The soft ends say how far they may stretch."""

    words: tuple[str, ...]
    low: Decimal
    high: Decimal
    soft_low: Decimal
    soft_high: Decimal


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Numerals:
    """How numbers are written; the keys of the mappings are the numbers themselves."""

    decimal: str
    group: str
    cardinals: Mapping[str, tuple[str, ...]]
    tens: tuple[str, ...]  # words that make ten of the number before: "dua puluh"
    teens: tuple[str, ...]  # words that add ten to the number before: "dua belas"
    multipliers: Mapping[str, tuple[str, ...]]
    money_multipliers: Mapping[str, tuple[str, ...]]  # short forms that mean this only beside a currency
    joiners: tuple[str, ...]  # "one hundred AND twenty"
    halves: Mapping[str, tuple[str, ...]]  # added to the number before: "one AND A HALF"
    fractions: Mapping[str, tuple[str, ...]]
    loose_fractions: Mapping[str, tuple[str, ...]]  # a share only before fraction_after or a unit
    unit_fractions: Mapping[str, tuple[str, ...]]  # nothing but a fraction of the unit that follows
    fraction_after: tuple[str, ...]
    fraction_units: tuple[str, ...]  # between fraction and unit: "a quarter OF A percentage point"
    fraction_not_before: tuple[str, ...]
    fraction_not_after: tuple[str, ...]  # "the SECOND half of the year"
    denominators: Mapping[str, tuple[str, ...]]  # "two THIRDS"
    articles: tuple[str, ...]  # "A million"; one only before a multiplier or unit
    ones: tuple[str, ...]  # "one": a number only before a unit or a person
    ones_not_after: tuple[str, ...]  # "SALAH satu", "THE one": somebody, not how many
    ones_not_before: tuple[str, ...]  # "one OF the victims"
    vague: tuple[Vague, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ordinals:
    """Places in an order."""

    words: Mapping[str, tuple[str, ...]]
    both: tuple[str, ...]  # ordinals that before a noun mean "the two", "the three"
    heads: tuple[str, ...]  # words after which they are surely ordinals
    idle: tuple[str, ...]  # phrases that tell no place in an order: "first time"
    sure: tuple[str, ...]  # words before which they are surely ordinals: "kedua TERBESAR"
    prefixes: tuple[str, ...]  # "KE-6"
    suffixes: tuple[str, ...]  # "121ST"
    before: tuple[str, ...]  # words that make a rank of a plain number: "peringkat 3"
    not_before: tuple[str, ...]  # "second HALF"
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Links:
    """Words that bind two numbers to one amount."""

    open: tuple[str, ...]  # "between"
    opened: tuple[str, ...]  # the link after such a word: "and"
    strong: tuple[str, ...]  # a range, even where the first number has its own unit
    weak: tuple[str, ...]  # a range only where the unit comes last: "15 to 20 metres"
    alternative: tuple[str, ...]  # "two OR three"
    start: tuple[str, ...]  # before a change, not a range: "FROM 6% to 6.25%"
    score: tuple[str, ...]  # "three goals TO one"
    score_nouns: tuple[str, ...]
    score_cues: tuple[str, ...]
    one_in: tuple[str, ...]  # "one IN three"
    of_total: tuple[str, ...]  # "six OF THE nine"
    equals: tuple[str, ...]  # between an amount and the same in another unit
    more: tuple[str, ...]  # before the rest in a smaller unit: "two hours AND 51 minutes"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Nothing:
    """Words that count to zero, where they clearly count."""

    words: tuple[str, ...]  # before one of the nouns
    nouns: tuple[str, ...]
    persons: tuple[str, ...]  # "nobody", before one of the states
    states: tuple[str, ...]
    trailing: tuple[str, ...]  # after one of the nouns
    others: tuple[str, ...]  # right after, they leave room for some: "nobody ELSE was hurt"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Counted:
    """The counted noun and its neighbourhood."""

    classifiers: tuple[str, ...]
    person_classifiers: tuple[str, ...]
    family_classifiers: tuple[str, ...]
    persons: tuple[str, ...]
    links: tuple[str, ...]  # between number and noun: "3,000 OF THE soldiers"
    plural_endings: tuple[str, ...]  # nouns end here where modifiers come first: "coast guard shipS"
    skip: tuple[str, ...]  # not part of the noun: "other"
    stops: tuple[str, ...]  # words that are never a counted noun
    not_after: tuple[str, ...]  # a number after these is a label: "Pasal 5", "Boeing 737"
    not_before: tuple[str, ...]
    single: tuple[str, ...]  # one person, before what befell them: "SEORANG tewas"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ages:
    """Words beside an age."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    year: tuple[str, ...]  # "42 TAHUN" in apposition to a name
    maybe: tuple[str, ...]  # "SHE WAS 11": an age where nothing is counted
    closing: tuple[str, ...]  # may follow such an age: "11 WHEN he left"
    holders: tuple[str, ...]  # persons told by their age: "WANITA 33 tahun itu", "a BOY, nine,"
    joints: tuple[str, ...]  # between two persons with their ages: "Rina, enam tahun DAN Budi"
    not_before: tuple[str, ...]  # "remaja lima tahun PENJARA"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuantityWords:
    """All of a language's quantity.toml."""

    numerals: Numerals
    ordinals: Ordinals
    bounds: Mapping[str, tuple[str, ...]]
    bounds_after: Mapping[str, tuple[str, ...]]
    during: tuple[str, ...]  # bounds that before a duration mean "during"
    spatial: tuple[str, ...]  # bounds that are prepositions after spatial_after: "flew OVER two villages"
    spatial_after: tuple[str, ...]
    fillers: tuple[str, ...]  # between bound and number, saying nothing
    links: Links
    nothing: Nothing
    counted: Counted
    ages: Ages
    units: Mapping[str, tuple[str, ...]]
    one_unit: Mapping[str, tuple[str, ...]]  # one word for number and unit: "setahun"
    one_after: tuple[str, ...]  # "a year" is a duration after these ("for", "nearly"), else mostly a rate
    past: tuple[str, ...]  # after a duration, making a date of it: "ago"
    times: Mapping[str, tuple[str, ...]]  # "twice"
    currencies: Mapping[str, tuple[str, ...]]
    large_currencies: Mapping[str, tuple[str, ...]]  # money only after a million or more: "pounds"
    magnitude_before: tuple[str, ...]
    markers: tuple[str, ...]  # before the number of a kilometre stone


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unit:
    """A unit: what it measures and how many base units it holds. Symbols are the same in every language."""

    measure: str
    factor: Decimal
    offset: Decimal = Decimal(0)
    many: str = ""  # the plural, where it is not the name with an s
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()  # symbols that count only where they touch the number: "41C"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Currency:
    """A currency by its code, or a name that several share ("shilling"), with those it may stand for.

    `code`: the one a shared name is taken for where nothing else speaks, "USD" for a dollar.
    """

    code: str = ""
    sign: str = ""
    symbols: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitTable:
    """The shared units.toml."""

    units: Mapping[str, Unit]
    currencies: Mapping[str, Currency]


def pieces(text: str, start: int, end: int) -> list[Token]:
    """Tokens with hyphenated words split at the hyphens: "seventy-five" is three."""
    found: list[Token] = []
    for token in tokens(text, start, end):
        if len(token.text) > 1 and token.is_word and ("-" in token.text or "‑" in token.text):
            found += [
                Token(token.start + m.start(), token.start + m.end(), m[0], plain(m[0]))
                for m in re.finditer(r"[-‑]|[^-‑]+", token.text)
            ]
        else:
            found.append(token)
    return found


def _phrases(meanings: Mapping[str, Iterable[str]]) -> Phrases:
    return Phrases({key: [p.replace("-", " - ") for p in phrases] for key, phrases in meanings.items()})


def _list(phrases: Iterable[str]) -> Phrases:
    return _phrases({"": phrases})


def _numbers(table: Mapping[str, tuple[str, ...]]) -> dict[str, Decimal]:
    """Word to number; fractions may be written "3/4"."""
    return {plain(word): number(key) for key, words in table.items() for word in words}


def number(key: str) -> Decimal:
    """A table's key as a number: "12", "0.5" or "3/4"."""
    top, _, bottom = key.partition("/")
    return Decimal(top) / Decimal(bottom or 1)


class Lexicon:
    """A language's quantity words, compiled for scanning."""

    def __init__(self, words: QuantityWords, table: UnitTable, is_person: Callable[[str], bool]) -> None:
        self.words = words
        self.table = table
        self._is_person = is_person
        self._persons = {plain(word): True for word in words.counted.persons}
        numerals = words.numerals
        self.cardinals = _numbers(numerals.cardinals)
        self.multipliers = _numbers(numerals.multipliers)
        self.money_multipliers = _numbers(numerals.money_multipliers)
        self.denominators = _numbers(numerals.denominators)
        self.ordinals = _numbers(words.ordinals.words)
        self.halves = _phrases(numerals.halves)
        self.fractions = _phrases(numerals.fractions)
        self.loose_fractions = _phrases(numerals.loose_fractions)
        self.unit_fractions = _phrases(numerals.unit_fractions)
        self.vague = _phrases({str(i): entry.words for i, entry in enumerate(numerals.vague)})
        self.bounds = _phrases({str(Bound(key)): phrases for key, phrases in words.bounds.items()})
        self.bounds_after = _phrases(
            {str(Bound(key)): phrases for key, phrases in words.bounds_after.items()}
        )
        self.units = _phrases(_merged(words.units, {key: unit.symbols for key, unit in table.units.items()}))
        self.glued = _phrases({key: unit.glued for key, unit in table.units.items()})
        self.one_unit = _phrases(words.one_unit)
        self.times = _phrases(words.times)
        signs = {code: currency.symbols for code, currency in table.currencies.items()}
        self.currency_before = _phrases(_merged(words.currencies, signs))
        self.currency_after = self.currency_before
        self.large_currencies = _phrases(words.large_currencies)
        self.symbols = frozenset(symbol for symbols in signs.values() for symbol in symbols)
        self.named = {plain(name) for names in words.currencies.values() for name in names}
        self.ordinal_prefixes = frozenset(plain(word) for word in words.ordinals.prefixes)
        self._lists: dict[int, Phrases] = {}  # by identity: hashing a long list costs more than a look-up
        self._sets: dict[int, frozenset[str]] = {}
        self._starts = self._first_words()

    def starts(self, token: Token) -> bool:
        """Whether a quantity may start at a token: all others need no closer look."""
        return token.text[0].isdecimal() or token.key in self._starts

    def _first_words(self) -> frozenset[str]:
        words, numerals = self.words, self.words.numerals
        single = {*self.cardinals, *self.ordinals, *self.ordinal_prefixes, *map(plain, numerals.articles)}
        phrases = [
            *words.ordinals.before,
            *words.nothing.words,
            *words.nothing.persons,
            *words.nothing.trailing,
            *words.counted.single,
            *words.markers,
        ]
        phrases += [phrase for entry in numerals.vague for phrase in entry.words]
        for table in (numerals.fractions, numerals.loose_fractions, numerals.unit_fractions):
            phrases += [phrase for listed in table.values() for phrase in listed]
        for table in (words.one_unit, words.times, words.currencies):
            phrases += [phrase for listed in table.values() for phrase in listed]
        phrases += self.symbols
        return frozenset(single | {tokens(phrase.replace("-", " - "))[0].key for phrase in phrases})

    def is_person(self, key: str) -> bool:
        """Whether a word names persons."""
        if key not in self._persons:
            self._persons[key] = self._is_person(key)
        return self._persons[key]

    def phrases(self, listed: tuple[str, ...]) -> Phrases:
        """One of this language's lists of phrases, compiled once."""
        known = self._lists.get(id(listed))
        if known is None:
            known = self._lists[id(listed)] = _list(listed)
        return known

    def keys(self, listed: tuple[str, ...]) -> frozenset[str]:
        """One of this language's lists of single words as look-up keys, compiled once."""
        known = self._sets.get(id(listed))
        if known is None:
            known = self._sets[id(listed)] = frozenset(plain(word) for word in listed)
        return known

    def unit(self, name: str) -> Unit:
        """A unit by its name."""
        return self.table.units[name]

    def measure(self, name: str) -> Measure:
        """What a unit measures."""
        return Measure(self.table.units[name].measure)


def _merged(a: Mapping[str, Iterable[str]], b: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {key: [*a.get(key, ()), *b.get(key, ())] for key in {**a, **b}}


@cache
def lexicon(languages: Languages, code: str) -> Lexicon:
    """The compiled quantity words of a language."""
    concepts, relations = languages[code].lexicon, languages.relations

    def is_person(key: str) -> bool:
        return any(_PERSON in relations.broader(name) for name in concepts.names(key))

    return Lexicon(
        languages[code].words("quantity", QuantityWords), languages.shared("units", UnitTable), is_person
    )
