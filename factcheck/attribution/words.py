"""The words that credit a source, as `attribution.toml` of each language gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from factcheck.languages import Language, Phrases


class Cue(StrEnum):
    """How a cue stands to its source."""

    SPEECH = "speech"  # the subject before it, whoever that is
    TAG = "tag"  # the same, but only where nothing else hangs on the verb ("…," he added.)
    CLAIM = "claim"  # the subject before it, if it can speak
    SHOW = "show"  # the subject before it, if it is a document
    TRAILING = "trailing"  # the subject of the clause before it
    TURNED = "turned"  # the subject after it
    OWN = "own"  # a pronoun inside it
    OF = "of"  # the noun after the preposition
    LOOSE = "loose"  # the same, only at the head of a clause
    VIA = "via"  # the noun after it passes on what another said
    BY = "by"  # the agent of a passive
    QUOTED = "quoted"  # the subject of a passive ("was quoted as saying")
    VAGUE = "vague"  # the cue is all there is ("reports that")
    NEVER = "never"  # looks like a cue and is none


class Head(StrEnum):
    """What stands at the head of a noun phrase."""

    PERSON = "person"  # named
    NAME = "name"  # named, and not a person: an organisation, a country
    RUN = "run"  # a run of capitals that nobody knows
    PEOPLE = "people"  # unnamed, or an office
    BODY = "body"
    DOCUMENT = "document"


class Pronoun(StrEnum):
    """What a pronoun may stand for."""

    PERSON = "person"
    THING = "thing"
    MANY = "many"
    SPEAKER = "speaker"  # inside the cue: whoever spoke last


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Figure:
    """A verb whose claim is a figure after a second word ("put the toll at 14")."""

    first: str
    second: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Verbs:
    """[verbs]"""

    speech: tuple[str, ...]
    tag: tuple[str, ...]
    claim: tuple[str, ...]
    show: tuple[str, ...]
    trailing: tuple[str, ...]
    turning: tuple[str, ...]
    turned: tuple[str, ...]
    own: tuple[str, ...]
    figure: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Prepositions:
    """[prepositions]"""

    source: tuple[str, ...]
    via: tuple[str, ...]
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Passive:
    """[passive]"""

    by: tuple[str, ...]
    verbs: tuple[str, ...]
    back: tuple[str, ...]
    quoted: tuple[str, ...]
    agentless: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Nouns:
    """[nouns]"""

    vague: tuple[str, ...]
    by: tuple[str, ...]
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pronouns:
    """[pronouns]"""

    person: tuple[str, ...]
    thing: tuple[str, ...]
    many: tuple[str, ...]
    nobody: tuple[str, ...]
    single: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Between:
    """[between]"""

    skip: tuple[str, ...]
    stop: tuple[str, ...]
    be: tuple[str, ...]
    finite: tuple[str, ...]
    negations: tuple[str, ...]
    able: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clauses:
    """[clauses]"""

    starts: tuple[str, ...]
    joins: tuple[str, ...]
    lists: tuple[str, ...]
    together: tuple[str, ...]
    relatives: tuple[str, ...]
    asides: tuple[str, ...]
    ends: tuple[str, ...]
    manner: tuple[str, ...]
    background: tuple[str, ...]
    definite: tuple[str, ...]
    inside: tuple[str, ...]
    attached: tuple[str, ...]
    openers: tuple[str, ...]
    determiners: tuple[str, ...]
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Speakers:
    """[speakers]"""

    plural: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    documents: tuple[str, ...]
    nameless: tuple[str, ...]
    unnamed: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opens:
    """[opens]"""

    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Never:
    """[never]"""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """`attribution.toml` of one language."""

    verbs: Verbs
    prepositions: Prepositions
    passive: Passive
    nouns: Nouns
    pronouns: Pronouns
    between: Between
    clauses: Clauses
    speakers: Speakers
    opens: Opens
    never: Never


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """The same, ready for look-ups. All words are keys (see `languages.plain`)."""

    cues: Phrases
    shows: frozenset[str]  # the cues that documents give too
    turning: frozenset[str]
    figures: dict[str, str]
    by: frozenset[str]
    back: Phrases
    agentless: bool
    pronouns: dict[str, Pronoun]
    nobody: frozenset[str]
    single: frozenset[str]
    tables: frozenset[str]
    skip: frozenset[str]
    stop: frozenset[str]
    be: frozenset[str]
    finite: frozenset[str]
    negations: frozenset[str]
    able: frozenset[str]
    starts: frozenset[str]
    joins: frozenset[str]
    lists: frozenset[str]
    together: Phrases
    relatives: frozenset[str]
    asides: frozenset[str]
    ends: frozenset[str]
    manner: frozenset[str]
    background: frozenset[str]
    definite: frozenset[str]
    inside: frozenset[str]
    attached: Phrases  # what holds a preposition that belongs to the noun: "a source close TO the palace"
    openers: Phrases
    determiners: frozenset[str]
    times: frozenset[str]
    heads: Phrases
    nameless: frozenset[str]
    unnamed: Phrases
    pairs: Phrases
    opens: frozenset[str]


@cache
def lexicon(language: Language) -> Lexicon:
    """A language's words of attribution, compiled once."""
    words = language.words("attribution", Words)
    return Lexicon(
        cues=Phrases(_cues(words)),
        shows=frozenset(words.verbs.show),
        turning=frozenset(words.verbs.turning),
        figures={figure.first: figure.second for figure in words.verbs.figure},
        by=frozenset(words.passive.by),
        back=Phrases({"back": words.passive.back}),
        agentless=words.passive.agentless,
        pronouns=_pronouns(words.pronouns),
        nobody=frozenset(words.pronouns.nobody),
        single=frozenset(words.pronouns.single),
        tables=frozenset(words.nouns.tables),
        skip=frozenset(words.between.skip),
        stop=frozenset(words.between.stop),
        be=frozenset(words.between.be),
        finite=frozenset(words.between.finite),
        negations=frozenset(words.between.negations),
        able=frozenset(words.between.able),
        starts=frozenset(words.clauses.starts),
        joins=frozenset(words.clauses.joins),
        lists=frozenset(words.clauses.lists),
        together=Phrases({"together": words.clauses.together}),
        relatives=frozenset(words.clauses.relatives),
        asides=frozenset(words.clauses.asides),
        ends=frozenset(words.clauses.ends),
        manner=frozenset(words.clauses.manner),
        background=frozenset(words.clauses.background),
        definite=frozenset(words.clauses.definite),
        inside=frozenset(words.clauses.inside),
        attached=Phrases({"attached": words.clauses.attached}),
        openers=Phrases({"opener": words.clauses.openers}),
        determiners=frozenset(words.clauses.determiners),
        times=frozenset(words.clauses.times),
        heads=Phrases(_heads(words.speakers)),
        nameless=frozenset(_forms(words.speakers.nameless, words.speakers.plural)),
        unnamed=Phrases({"unnamed": words.speakers.unnamed}),
        pairs=Phrases({"pair": words.speakers.pairs}),
        opens=frozenset(words.opens.verbs),
    )


def _cues(words: Words) -> dict[str, Iterable[str]]:
    """Meaning to phrases; where two share a phrase, the one that asks less of its subject comes first."""
    return {
        Cue.NEVER: words.never.phrases,
        Cue.QUOTED: words.passive.quoted,
        Cue.SPEECH: words.verbs.speech,
        Cue.TAG: words.verbs.tag,
        Cue.CLAIM: words.verbs.claim,
        Cue.SHOW: words.verbs.show,
        Cue.TRAILING: words.verbs.trailing,
        Cue.TURNED: words.verbs.turned,
        Cue.OWN: words.verbs.own,
        Cue.OF: (*words.prepositions.source, *words.nouns.by),
        Cue.LOOSE: words.prepositions.loose,
        Cue.VIA: words.prepositions.via,
        Cue.BY: words.passive.verbs,
        Cue.VAGUE: words.nouns.vague,
    }


def _pronouns(words: Pronouns) -> dict[str, Pronoun]:
    kinds = ((Pronoun.PERSON, words.person), (Pronoun.THING, words.thing), (Pronoun.MANY, words.many))
    return {word: kind for kind, known in kinds for word in known}


def _heads(words: Speakers) -> dict[str, Iterable[str]]:
    kinds = ((Head.PEOPLE, words.people), (Head.BODY, words.bodies), (Head.DOCUMENT, words.documents))
    return {kind: _forms(known, words.plural) for kind, known in kinds}


def _forms(known: tuple[str, ...], endings: tuple[str, ...]) -> Iterator[str]:
    for word in known:
        yield word
        for ending in endings:
            yield word + ending
