"""The words of `time.toml`, and the look-ups made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.languages import Language, Phrases, Token, plain, tokens
from factcheck.languages.calendar import Calendar, CalendarWords, calendar


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Moment:
    """Words for a part of a day counted from the article's: "last night" is the night of day -1."""

    words: tuple[str, ...]
    day: int
    part: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Season:
    """A season's words, and its first and last month."""

    words: tuple[str, ...]
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class TimeWords:
    """`time.toml`: how a language tells when."""

    before: Mapping[str, tuple[str, ...]]  # last, this, next, that: before a weekday, month or unit
    after: Mapping[str, tuple[str, ...]]  # the same, after it
    units: Mapping[str, tuple[str, ...]]  # day, weekend, week, month, quarter, year, decade, century
    one: Mapping[str, tuple[str, ...]]  # one unit in one word: "seminggu"
    ago: tuple[str, ...]
    from_now: tuple[str, ...]
    numbers: Mapping[str, tuple[str, ...]]  # beyond the hours' twelve; "a" is 1
    number_ends: tuple[str, ...]  # end longer numbers: "tiga PULUH tahun itu" is no year
    vague: tuple[str, ...]  # "several": such an "ago" stays open
    definite: tuple[str, ...]  # "the last year" is a stretch up to now, not last year
    days: Mapping[str, tuple[str, ...]]  # days from the article's to their words
    moments: tuple[Moment, ...]
    reference: tuple[str, ...]  # "that day": only the story knows which
    edges: Mapping[str, tuple[str, ...]]  # early, mid, late
    edge_joints: tuple[str, ...]  # may stand between an edge and its period: "of", "the"
    bounds: Mapping[str, tuple[str, ...]]  # by, until, since, before, after
    rough: Mapping[str, tuple[str, ...]]  # about, just_before, just_after: before an hour
    glue: tuple[str, ...]  # may stand between the parts of one time
    day_noun: tuple[str, ...]  # "hari" Senin
    month_noun: tuple[str, ...]  # "bulan" Juni
    month_cue: tuple[str, ...]  # before a month whose name is another word or a person's, too
    month_names: tuple[str, ...]  # those months
    short_months: tuple[str, ...]  # full names of fewer than four letters
    year_cue: tuple[str, ...]
    year_noun: tuple[str, ...]  # "tahun" 1945: any year
    nth_cue: tuple[str, ...]  # "the" 14th, "tanggal" 25
    quarter: tuple[str, ...]
    half: tuple[str, ...]  # "first half", "semester"
    ordinal: Mapping[str, tuple[str, ...]]  # 1 to 4 and beyond
    seasons: Mapping[str, Season]
    decade: tuple[str, ...]  # glued to a year: "1990s", "1990-an"
    century: tuple[str, ...]
    future: tuple[str, ...]  # what is told lies ahead
    clause: tuple[str, ...]  # a clause ends here: "said", "that"
    recurring: tuple[str, ...]  # "every" Monday
    name_before: tuple[str, ...]  # "Jalan" 10 November
    not_times: tuple[str, ...]  # "Good Friday"
    day_names: tuple[str, ...]  # weekdays that persons are called by: "Ahad Rosli"
    zone_hour: tuple[str, ...]  # "three HOURS behind Greenwich"
    zone_shift: Mapping[str, tuple[str, ...]]  # behind, ahead: "three hours BEHIND Greenwich"
    zone_mean: tuple[str, ...]  # "Greenwich"


class Words:
    """A language's time words, ready for look-ups by token."""

    def __init__(self, language: Language) -> None:
        words = language.words("time", TimeWords)
        self.calendar: Calendar = calendar(language)
        self.before = Phrases(words.before)
        self.after = Phrases(words.after)
        self.units = Phrases(words.units)
        self.one = Phrases(words.one)
        self.ago = Phrases({"ago": words.ago, "from_now": words.from_now})
        self.numbers = self.calendar.numbers | {
            plain(name): int(number) for number, names in words.numbers.items() for name in names
        }
        self.number_ends = frozenset(map(plain, words.number_ends))
        self.vague = Phrases({"vague": words.vague})
        self.definite = Phrases({"definite": words.definite})
        self.days = Phrases(words.days)
        self.moments = words.moments
        self.moment = Phrases({str(i): moment.words for i, moment in enumerate(words.moments)})
        self.reference = Phrases({"reference": words.reference})
        self.edges = Phrases(words.edges)
        self.edge_joints = Phrases({"joint": words.edge_joints})
        self.bounds = Phrases(words.bounds)
        self.rough = Phrases(words.rough)
        self.glue = Phrases({"glue": (*words.glue, ",")})
        self.day_noun = Phrases({"day": words.day_noun})
        self.month_noun = Phrases({"month": words.month_noun})
        self.month_cue = Phrases({"cue": words.month_cue})
        self.month_names = frozenset(map(plain, words.month_names))
        self.short_months = frozenset(map(plain, words.short_months))
        self.small_words = frozenset(map(plain, words.glue + words.clause))
        self.year_cue = Phrases({"cue": words.year_cue})
        self.year_noun = Phrases({"year": words.year_noun})
        self.nth_cue = Phrases({"nth": words.nth_cue})
        self.quarter = Phrases({"quarter": words.quarter, "half": words.half})
        self.ordinal = Phrases(words.ordinal)
        self.seasons = words.seasons
        self.season = Phrases({name: season.words for name, season in words.seasons.items()})
        self.decade = Phrases({"decade": words.decade})
        self.century = Phrases({"century": words.century})
        self.future = Phrases({"future": words.future})
        self.clause = Phrases({"clause": words.clause})
        self.recurring = Phrases({"recurring": words.recurring})
        self.name_before = Phrases({"name": words.name_before})
        self.not_times = Phrases({"not": words.not_times})
        self.day_names = frozenset(map(plain, words.day_names))
        self.zone_hour = Phrases({"hour": words.zone_hour})
        self.zone_shift = Phrases(words.zone_shift)
        self.zone_mean = Phrases({"mean": words.zone_mean})
        self.starters = _starters(words, self.calendar.words)

    def may_start(self, token: Token) -> bool:
        """Whether an expression, or what must not be read as one, can start with a token."""
        return token.is_number or token.key in self.starters


def _starters(words: TimeWords, names: CalendarWords) -> frozenset[str]:
    """The first words of all that a part of a time starts with: most tokens are none of them."""
    tables = [words.before, words.units, words.one, words.numbers, words.days, words.ordinal]
    tables += [names.months, names.weekdays, names.numbers, names.clock_words]
    lists = [phrases for table in tables for phrases in table.values()]
    lists += [words.vague, words.reference, words.quarter, words.half, words.century, words.recurring]
    lists += [words.day_noun, words.month_noun, words.year_noun, words.nth_cue, words.name_before]
    lists += [words.not_times, names.hour, names.half_to, names.half_past]
    lists += [moment.words for moment in words.moments]
    lists += [season.words for season in words.seasons.values()]
    lists += [part.words for part in names.dayparts.values()]
    firsts = (tokens(phrase)[:1] for phrases in lists for phrase in (*phrases, _SHORT_QUARTER))
    return frozenset(first[0].key for first in firsts if first)


_SHORT_QUARTER = "Q"  # Q3, in every language


@cache
def time_words(language: Language) -> Words:
    """The time words of a language."""
    return Words(language)
