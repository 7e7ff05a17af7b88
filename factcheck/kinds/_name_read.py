"""Reads the names of one sentence from its pieces, with what speaks for a person, a body or a place.

Nothing is looked up outside the sentence but `Known`: how the article writes a word elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from factcheck.kinds._name_scan import Line, Piece
from factcheck.kinds._name_value import NameType
from factcheck.kinds._name_words import Lexicon, Part, place_id
from factcheck.model import Span

_ROLE = 4  # small words at most between an office and a comma before its holder
_BEFORE_NAME = (Part.TITLE, Part.PLACE, Part.BODY, Part.ACRONYM, Part.RANK, Part.HONORIFIC)
_SHOUTED = 4  # letters at least in a word in capitals that is no abbreviation: "LANJUT"
_LONGEST = 6  # pieces in a name that is looked up
_WORDS = 8  # in a person's name at most
_CARDINAL = 4  # digits at most in a number that ends a name: "Stella 8", not "2024"


@dataclass(frozen=True, slots=True)
class Known:
    """How the article writes its words."""

    names: frozenset[str] = frozenset()  # keys with a capital where none was due
    small: frozenset[str] = frozenset()  # keys in small letters
    persons: frozenset[tuple[str, ...]] = frozenset()  # the names of persons found so far
    seats: frozenset[tuple[str, ...]] = frozenset()  # those of places and bodies: an office may lie in them


@dataclass(frozen=True, slots=True)
class Raw:
    """A name where it stands, before the article as a whole has been heard."""

    sentence: int
    span: Span
    words: tuple[str, ...]
    known: str = ""  # the id, where the tables give one
    hints: tuple[tuple[NameType, int], ...] = ()
    roles: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    office: Span | None = None  # the words of the office
    rank: str = ""
    rank_span: Span | None = None
    demonym: bool = False  # a people for its country
    duty: bool = False  # stands after an office: its end may be the holder's name

    def weight(self, kind: NameType) -> int:
        """What speaks for a type."""
        return sum(points for hint, points in self.hints if hint is kind)


@dataclass(slots=True)
class _Office:
    """An office that waits for its holder."""

    start: int
    roles: set[str] = field(default_factory=set)
    duties: set[str] = field(default_factory=set)
    rank: str = ""
    rank_at: Piece | None = None
    small: int = 0
    comma: bool = False
    polite: bool = False
    bound: bool = False  # "of" was read: what follows is no holder
    told: bool = False  # its holder stands before it
    end: int = 0

    @property
    def near(self) -> bool:
        """Whether what comes next can be its holder."""
        return not self.bound and (self.small == 0 or (self.comma and self.small <= _ROLE))


def read(line: Line, lexicon: Lexicon, known: Known) -> list[Raw]:
    """The names of a sentence, left to right."""
    reader = _Reader(line, lexicon, known)
    index = 0
    while index < len(line.pieces):
        index = reader.step(index)
    return reader.found


class _Reader:
    """Walks over a sentence's pieces once. Each step returns the index of the next piece to read."""

    def __init__(self, line: Line, lexicon: Lexicon, known: Known) -> None:
        self.line = line
        self.pieces = line.pieces
        self.lexicon = lexicon
        self.known = known
        self.office: _Office | None = None
        self.found: list[Raw] = []
        self.steps: dict[Part, Callable[[int], int]] = {
            Part.TITLE: self._title,
            Part.RANK: self._rank,
            Part.HONORIFIC: self._honorific,
            Part.PLACE: self._place,
            Part.BODY: self._body,
            Part.FIRM: self._firm,
            Part.ACRONYM: self._acronym,
            Part.CAPITAL: self._capital,
            Part.MARK: self._mark,
            Part.SMALL: self._small,
            Part.PARTICLE: self._small,
        }

    def step(self, index: int) -> int:
        """Reads what stands at a piece."""
        return self.steps.get(self.pieces[index].part, self._break)(index)

    def _is(self, index: int, *lists: str) -> bool:
        """Whether the piece's first word stands in one of the lists of the language's file."""
        key = self.line.key(index)
        return any(key in self.lexicon[name] for name in lists)

    # offices

    def _waiting(self, index: int) -> _Office:
        if self.office is None or not self.office.near:
            self.office = _Office(self.pieces[index].first, told=self._is_told(index))
        self.office.end = self.pieces[index].last
        return self.office

    def _is_told(self, index: int) -> bool:
        """Whether an office stands after its holder: "Effendy Lukito, Direktur PT Bumi Perkasa"."""
        return bool(self.line.key(index - 1) == "," and self.found and self.found[-1].roles)

    def _title(self, index: int) -> int:
        office = self._waiting(index)
        office.roles.add(self.pieces[index].meaning)
        if self.line.part(index - 1) in (Part.PLACE, Part.BODY, Part.ACRONYM, Part.FIRM):
            office.duties.add(self._duty(index - 1, index))  # "Israeli Prime Minister"
        return index + 1

    def _rank(self, index: int) -> int:
        office = self._waiting(index)
        office.rank, office.rank_at = self.pieces[index].meaning, self.pieces[index]
        return index + 1

    def _honorific(self, index: int) -> int:
        self._waiting(index).polite = True
        return index + 1

    def _mark(self, index: int) -> int:
        text = self.line.words[self.pieces[index].first].text
        if self.office is not None:
            if text == "," and not self.office.comma:
                self.office.comma = True
            elif text not in (".", "(", ")", "-"):
                self.office = None
        return index + 1

    def _small(self, index: int) -> int:
        office = self.office
        if office is None or self._is(index, "articles"):
            return index + 1
        if self._is(index, "of"):
            office.bound = True
            return index + 1
        office.small += 1
        if office.comma or office.small > _ROLE or self._is(index, "speech", "relatives"):
            self.office = None
        return index + 1

    def _break(self, index: int) -> int:
        self.office = None
        return index + 1

    # what the tables know

    def _place(self, index: int) -> int:
        piece = self.pieces[index]
        if not self._is_place(index):
            return self._capital(index) if not piece.opening else self._small(index)
        if self._goes_on(index) or (piece.demonym and self._opens_body(index)):
            return self._name(index)
        self._emit(index, index + 1, known=place_id(piece.meaning), hint=(NameType.PLACE, 3))
        return index + 1

    def _is_place(self, index: int) -> bool:
        piece = self.pieces[index]
        keys = self.line.keys(piece)
        if len(keys) > 1:
            return True
        if keys[0] in self.lexicon.ordinary:
            alone = self.office is None and Part.CAPITAL not in (
                self.line.part(index - 1),
                self.line.part(index + 1),
            )
            return self._is(index - 1, "place_prepositions") or (alone and not piece.opening)
        return not piece.opening or "/" not in piece.meaning or self._is_common(keys[0])

    def _is_common(self, key: str) -> bool:
        return key not in self.known.small

    def _goes_on(self, index: int) -> bool:
        """Whether a place only opens a longer name: "Jordan Miller", "Russia Today"."""
        following = self.line.key(index + 1)
        if (
            self.office is not None
            or self.pieces[index].demonym
            or self.line.part(index + 1) is not Part.CAPITAL
        ):
            return False
        if self.line.apart(index + 1) or following in self.lexicon["place_directions"]:
            return False
        return self._person_at(index + 1) is None and following not in self.lexicon["place_heads"]

    def _opens_body(self, index: int) -> bool:
        """Whether a people's adjective opens the name of a body: "Kenyan Coast Guard"."""
        end = index + 1
        while self.line.part(end) is Part.CAPITAL and not self.line.apart(end):
            end += 1
        return end > index + 1 and self.office is None and self._is(end - 1, "organisation_tails")

    def _body(self, index: int) -> int:
        self._emit(
            index, index + 1, known=f"body:{self.pieces[index].meaning}", hint=(NameType.ORGANISATION, 3)
        )
        return index + 1

    def _firm(self, index: int) -> int:
        if self._is(index, "organisation_heads") and self._has_more(index + 1) and self._is_seat(index + 1):
            return self._organisation(index)
        end = index + 1
        if self.line.part(end) is Part.PLACE and not self.pieces[end].demonym:
            end += 1
        elif self.office is None and self.line.part(end) is Part.CAPITAL and self._person_at(end) is None:
            return self._name(index)
        self._emit(index, end, hint=(NameType.ORGANISATION, 3))
        return end

    def _is_seat(self, index: int) -> bool:
        """Whether the words after a body say where it sits, not who holds an office in it."""
        if self.office is None or self.office.told:
            return True
        end = index
        while self.line.part(end) in (Part.CAPITAL, Part.PLACE):
            end += 1
        if self.line.key(end) == "," and self.line.part(end + 1) in (
            Part.CAPITAL,
            Part.HONORIFIC,
            Part.RANK,
        ):
            return True
        return any(self._person_at(at) is not None for at in range(index + 1, end))

    # what only its shape tells

    def _acronym(self, index: int) -> int:
        key = self.line.key(index)
        if key in self.lexicon["vessels"] and (
            self._has_more(index + 1) or self.line.part(index + 1) in (Part.NUMBER, Part.EXCLUDED)
        ):
            return index + 1  # "KM Sinar Jaya", "KM 279"
        if key in self.lexicon["organisation_heads"] and self.line.part(index + 1) in (
            Part.CAPITAL,
            Part.PLACE,
        ):
            return self._organisation(index)
        if key in self.lexicon["place_heads"]:
            return self._place_named(index)
        end = self._numbered(index + 1)
        if self._is_amount(index) or self._is_shouted(index):
            return end
        if self.line.part(end) is Part.PLACE and not self.pieces[end].demonym:
            end += 1
        elif self.office is None and self.line.part(end) is Part.CAPITAL and not self._is_person(end):
            return self._name(index)
        self._emit(index, end, hint=(NameType.ORGANISATION, 2))
        return end

    def _is_person(self, index: int) -> bool:
        """Whether a person's name starts at a piece: a known one, or a given name with another."""
        named = self._is(index, "given") and self.line.part(index + 1) is Part.CAPITAL
        return named or self._person_at(index) is not None

    def _is_shouted(self, index: int) -> bool:
        """Whether capitals stand for emphasis: on a word that the article writes small, too."""
        return len(self.line.key(index)) >= _SHOUTED and self.line.key(index) in self.known.small

    def _is_amount(self, index: int) -> bool:
        """Whether a currency's sign is glued to an amount: "Sh205 million", "R680"."""
        end = self._numbered(index + 1)
        return end > index + 1 and len(self.line.key(index)) < 3 and len(self.line.key(index + 1)) > 2

    def _numbered(self, index: int) -> int:
        """Past digits glued to a word: the 3 of "UP3"."""
        if self.line.part(index) is Part.NUMBER:
            before, number = (
                self.line.words[self.pieces[index].first - 1],
                self.line.words[self.pieces[index].first],
            )
            return index + (before.end == number.start)
        return index

    def _capital(self, index: int) -> int:
        key = self.line.key(index)
        if self._is_amount(index):
            return self._break(index)
        if self.pieces[index].opening and self._is_opener(index):
            return self._small(index)
        if key in self.lexicon["organisation_heads"] and self._has_more(index + 1):
            return self._organisation(index)
        if key in self.lexicon["place_heads"] and self._has_more(index + 1):
            return self._place_named(index)
        if self.office is not None and not self.office.comma and key in self.lexicon["organisation_words"]:
            return self._organisation(index)  # "Kepala Dinas Perhubungan …"
        return self._name(index)

    def _has_more(self, index: int) -> bool:
        return self.line.part(index) in (Part.CAPITAL, Part.PLACE, Part.ACRONYM) or (self._is(index, "of"))

    def _is_opener(self, index: int) -> bool:
        """Whether a word has its capital only from the sentence it opens."""
        key = self.line.key(index)
        if self._is(index, "organisation_heads", "place_heads"):
            general = self._is(index, "starters") and not self._is(index + 1, "organisation_words")
            return general or not self._has_more(index + 1)
        if (
            key in self.lexicon["starters"]
            or key in self.lexicon["descriptors"]
            or key in self.lexicon["speech"]
        ):
            return True
        if key in self.known.names:
            return False
        return key in self.known.small or not self._is_name_like(index)

    def _is_name_like(self, index: int) -> bool:
        following = self.line.part(index + 1)
        if self._office_after(index + 1).roles:
            return True
        return (
            following in (Part.CAPITAL, Part.PARTICLE)
            or self.line.key(index + 1) in ("(", "&")
            or (self._is(index + 1, "speech") or self._is(index, "given"))
        )

    def _organisation(self, index: int) -> int:
        seat = self._own_seat(index)
        end = seat or index + 1
        while seat is None and end < len(self.pieces) and self._in_organisation(index, end):
            end += 1
        end = self._bound(index, end)
        self._emit(index, end, hint=(NameType.ORGANISATION, 3))
        return end

    def _own_seat(self, index: int) -> int | None:
        """The end of a known body's name after an office, save where one more word follows: the place it sits."""
        seat = self._seat_at(index) if self.office is not None else None
        if seat is None or seat == index + 1:
            return None
        alone = self.line.part(seat + 1) not in (Part.CAPITAL, Part.PARTICLE)
        return None if alone and self.line.part(seat) is Part.CAPITAL else seat

    def _in_organisation(self, start: int, index: int) -> bool:
        part, key = self.line.part(index), self.line.key(index)
        if self.line.apart(index) or self._is_function_word(index):
            return False
        if self.office is not None and self._is(index, "given") and not self._is(index, "organisation_words"):
            return False  # "Direktur Jenderal Pajak Sri …"
        if part is Part.SMALL and key in self.lexicon["joiners"]:
            return self._is(index + 1, "organisation_words")
        if self.line.part(index - 1) is Part.PLACE and self.office is not None:
            return False
        if part is Part.CAPITAL:
            seated = self._is(index, "organisation_words") or self._is(index - 1, "place_heads")
            long = index - start >= 2 or self._is(start, "organisation_words")
            ends = long and not seated  # "BPBD Kepulauan Selaruk | Melki Rahak"
            return not (ends and self._holder_follows(index)) and self._person_at(index) is None
        return part in (Part.PLACE, Part.ACRONYM) or self._is_glued_number(index)

    def _holder_follows(self, index: int) -> bool:
        """Whether the words from here on can be an office's holder: none comes after a comma."""
        if self.office is None or self.office.told:
            return False
        for after in range(index, index + _WORDS):
            if self.line.part(after) not in (Part.CAPITAL, Part.PARTICLE):
                named_later = self.line.part(after + 1) in (Part.CAPITAL, Part.HONORIFIC)
                return not (self.line.key(after) == "," and named_later)
        return False

    def _is_function_word(self, index: int) -> bool:
        """Whether a capital stands on a word that belongs in no name."""
        if not self._is(index, "starters") or self._is(index - 1, "given"):
            return False
        linking = self._is(index, "joiners", "of", "articles", "particles")
        return not linking and not self._is(index, "organisation_words", "organisation_tails", "place_tails")

    def _is_glued_number(self, index: int) -> bool:
        return self._numbered(index) > index

    def _place_named(self, index: int) -> int:
        end = self._seat_at(index) or index + 1
        if end == index + 1:
            while self.line.part(end) in (Part.CAPITAL, Part.PLACE) and self._in_place(index, end):
                end += 1
        end = self._bound(index, end)
        known = ""
        if end == index + 2 and self.line.part(index + 1) is Part.PLACE:
            known = place_id(self.pieces[index + 1].meaning)
        self._emit(index, end, known=known, hint=(NameType.PLACE, 3))
        return end

    def _in_place(self, start: int, index: int) -> bool:
        if self._is(index, "place_directions") or index == start + 1:
            return True
        if self._is(index, "place_heads") or self.line.part(index - 1) is Part.PLACE:
            return False
        return self._person_at(index) is None

    def _bound(self, start: int, end: int) -> int:
        """Past what "of" binds to a head: "National Bank of Velmora"."""
        last = self.line.key(end - 1)
        if last not in self.lexicon["organisation_heads"] and last not in self.lexicon["of_places"]:
            return end
        after = end + 1 + (self._is(end + 1, "articles"))
        if not self._is(end, "of") or self.line.part(after) not in (
            Part.CAPITAL,
            Part.PLACE,
        ):
            return end
        while after < len(self.pieces) and self._in_bound(after):
            after += 1
        return after

    def _in_bound(self, index: int) -> bool:
        if self._is(index, "joiners"):
            following = self.line.key(index + 1)
            return (
                following in self.lexicon["organisation_words"]
                or following in self.lexicon["organisation_tails"]
            )
        return self.line.part(index) in (Part.CAPITAL, Part.PLACE)

    def _name(self, index: int) -> int:
        end = index + 1
        while end < len(self.pieces) and self._in_name(end):
            end += 1
        end = self._joined(index, end)
        if self.office is None and self._ends_in_tail(index, end):
            end = self._bound(index, end)
        end = self._with_number(index, end)
        self._divide(index, end)
        return end

    def _in_name(self, index: int) -> bool:
        """Whether a piece goes on with the name before it."""
        if self.line.apart(index) or self._is_function_word(index):
            return False
        part, capital_next = self.line.part(index), self.line.part(index + 1) is Part.CAPITAL
        after_stop = self.line.key(index - 1) == "."
        goes_on = {
            Part.CAPITAL: not after_stop or self._is_initial(index - 2),
            Part.PARTICLE: capital_next or self._is_double_particle(index),
            Part.PLACE: self.office is None and not self.pieces[index].demonym,
            Part.ACRONYM: self._is(index, "organisation_tails"),
            Part.TITLE: self._is(index - 1, "given") and not capital_next,  # "Martin Luther King"
            Part.MARK: self._links(index) and capital_next,
            Part.EXCLUDED: self._is(index - 1, "given") and not self._taken(index),  # "Theresa May"
        }
        return part is not None and goes_on.get(part, False)

    def _joined(self, start: int, end: int) -> int:
        """Past "and" inside a body's name: "Competition and Markets Authority"."""
        if not self._is(end, "joiners") or not self._is(end - 1, "organisation_words"):
            return end
        after = end + 1
        while self.line.part(after) is Part.CAPITAL and not self.line.apart(after):
            after += 1
        if after == end + 1 or not self._is(after - 1, "organisation_tails"):
            return end
        general = all(self._is(i, "organisation_words") for i in range(start, end))
        return after if general or self._is(end + 1, "organisation_words", "organisation_tails") else end

    def _is_double_particle(self, index: int) -> bool:
        """Whether a second particle follows: "von der Leyen"."""
        return self.line.part(index + 1) is Part.PARTICLE and self.line.part(index + 2) is Part.CAPITAL

    def _taken(self, index: int) -> bool:
        return not self.pieces[index].meaning

    def _links(self, index: int) -> bool:
        """Whether a mark stands inside names: "Baltic & Orient", "M. Ihsan"."""
        return self.line.key(index) == "&" or (self.line.key(index) == "." and self._is_initial(index - 1))

    def _is_initial(self, index: int) -> bool:
        """Whether a word may be shortened with a full stop: "M. Ihsan", "Mohd. Khalid"."""
        key = self.line.key(index)
        short = len(key) == 1 or key in self.lexicon["initials"]
        return short and self.line.part(index + 2) is Part.CAPITAL

    def _with_number(self, start: int, end: int) -> int:
        if self.line.part(end) is not Part.NUMBER or self.office is not None:
            return end
        number = self.line.words[self.pieces[end].first].text
        counts = self.line.key(end + 1) in self.lexicon.counted or self.line.key(end + 1) == "%"
        return end + (number.isdigit() and len(number) < _CARDINAL and not counts)

    def _ends_in_tail(self, start: int, end: int) -> bool:
        return self._is(end - 1, "organisation_heads") or (self._is(end - 1, "of_places"))

    def _divide(self, start: int, end: int) -> None:
        """Emits a run of capitals as one name, or as a place and the person in office there."""
        at = self._holder(start, end)
        if start < at:
            branch = at == end and self.line.part(end) in (Part.FIRM, Part.ACRONYM)
            self._emit(start, at, hint=(NameType.ORGANISATION if branch else NameType.PLACE, 1))
        if at < end:
            self._emit_name(at, end)

    def _holder(self, start: int, end: int) -> int:
        """Where, in a run after an office, the person's name begins; the end where there is none."""
        if self.office is None:
            return start
        seat = self._seat_at(start)
        if seat is not None and seat < end and not self.office.comma:
            return seat
        for at in range(start, min(end, start + _WORDS)):
            if self._person_at(at) is not None:
                return at
        if self.office.roles and self._holder_comes(end):
            return end  # "Kapolda Metro Jaya Irjen …", "Kepala Teknik Tambang PT …"
        if self.office.duties and end == start + 1 and self._named_after(end):
            return end  # "Kepala Seksi Pidana Kejari Sleman, Bimo Arianto, …"
        return start + self._territory(self.office, start, end)

    def _holder_comes(self, index: int) -> bool:
        """Whether a rank, a firm or a body's letters say that an office's holder is yet to come."""
        part = self.line.part(index)
        if part is not Part.ACRONYM or self._is(index, "organisation_heads"):
            return part in (Part.RANK, Part.HONORIFIC, Part.FIRM, Part.ACRONYM)
        return self.line.part(index + 1 + (self.line.key(index + 1) == ",")) in (Part.CAPITAL, Part.HONORIFIC)

    def _named_after(self, comma: int) -> bool:
        """Whether a name between commas follows, or one that speaks."""
        if self.line.key(comma) != "," or self.line.part(comma + 1) is not Part.CAPITAL:
            return False
        end = comma + 2
        while self.line.part(end) in (Part.CAPITAL, Part.PARTICLE):
            end += 1
        return end > comma + 2 and (self.line.key(end) in (",", "(") or self._is(end, "speech"))

    def _territory(self, office: _Office, start: int, end: int) -> int:
        """How many words after an office name the place it is held in: "Bupati Sleman Ranto Wiguna"."""
        settled = office.comma or office.polite or office.rank or office.duties
        if settled or not office.roles & self.lexicon["territorial"]:
            return 0
        if self.line.key(end) == "," and self.line.part(end + 1) in (Part.CAPITAL, Part.HONORIFIC, Part.RANK):
            return end - start
        return 1 + self._is(start + 1, "place_directions") if end - start > 2 else 0

    def _person_at(self, index: int) -> int | None:
        """The end of a person's name known from elsewhere in the article that starts at a piece."""
        return self._longest(index, self.known.persons)

    def _seat_at(self, index: int) -> int | None:
        """The end of a place's or body's name known from elsewhere in the article that starts at a piece."""
        return self._longest(index, self.known.seats)

    def _longest(self, index: int, names: frozenset[tuple[str, ...]]) -> int | None:
        longest = None
        keys: tuple[str, ...] = ()
        for end in range(index, min(index + _LONGEST, len(self.pieces))):
            keys += self.line.keys(self.pieces[end])
            if keys in names:
                longest = end + 1
        return longest

    # findings

    def _emit_name(self, start: int, end: int) -> None:
        office = self.office
        if self.line.part(end) is Part.TITLE and self._is_capital_title(end):
            self._emit(start, end, hint=(NameType.PLACE, 1))  # "Poro Mayor Edgar …"
            return
        hints = [*self._shape(start, end), *self._company(start, end)]
        if office is not None and office.bound:
            self._emit(start, end, hints=tuple(hints))
            return
        near = office is not None and office.near
        later = self._office_after(end)
        if near or later.roles:
            hints.append((NameType.PERSON, 2))
        holder = office if office is not None and near else _Office(0)
        holder.roles |= later.roles
        holder.duties |= later.duties
        self._emit(start, end, hints=tuple(hints), holder=holder)
        self.office = None

    def _is_capital_title(self, index: int) -> bool:
        return self.line.words[self.pieces[index].first].is_capital

    def _shape(self, start: int, end: int) -> list[tuple[NameType, int]]:
        """What the name's own words speak for."""
        last, first = self.line.key(end - 1), self.line.key(start)
        hints = []
        if end - start > 1 and (last in self.lexicon["organisation_tails"] or self._binds(start, end)):
            hints.append((NameType.ORGANISATION, 3))
        if end - start > 1 and (last in self.lexicon["place_tails"] or first in self.lexicon["place_heads"]):
            hints.append((NameType.PLACE, 3))
        if first in self.lexicon["given"]:
            hints.append((NameType.PERSON, 1))
        if any(self.line.part(i) is Part.PARTICLE for i in range(start, end)):
            hints.append((NameType.PERSON, 1))
        if self.line.part(end - 1) is Part.NUMBER:
            hints.append((NameType.OTHER, 2))
        return hints

    def _binds(self, start: int, end: int) -> bool:
        return any(self._is(i, "of") for i in range(start + 1, end))

    def _company(self, start: int, end: int) -> list[tuple[NameType, int]]:
        """What the words around the name speak for."""
        hints = []
        related = start - 2 if self.line.key(start - 1) == "," else start - 1
        if self._is(start - 1, "vessels"):
            hints.append((NameType.OTHER, 4))
        if self._is(start - 1, "speech") or self._is(end, "speech") or self._is(related, "descriptors"):
            hints.append((NameType.PERSON, 1))
        if self._is(end, "families") or self._is(start - 1, "families"):
            hints.append((NameType.PERSON, 2))
        if self._has_age(end):
            hints.append((NameType.PERSON, 3))
        if self._is(start - 1, "place_prepositions") or self._is(end, "place_tails_lower"):
            hints.append((NameType.PLACE, 1))
        if self._has_place_head(start):
            hints.append((NameType.PLACE, 3))
        return hints

    def _has_place_head(self, start: int) -> bool:
        before = self.line.key(start - 1)
        if before in self.lexicon["of"]:
            return self._is(start - 2, "place_heads_lower")
        return not self.lexicon["of"] and before in self.lexicon["place_heads_lower"]

    def _has_age(self, end: int) -> bool:
        """ ", 31," or "(42)" or ", 42 tahun" or ", sembilan tahun"."""
        if self.line.key(end) not in ("(", ",") or end + 2 >= len(self.pieces):
            return False
        number = self.line.words[self.pieces[end + 1].first]
        plausible = (number.text.isdigit() and len(number.text) <= 2) or number.key in self.lexicon.numbers
        return plausible and (self.line.key(end + 2) in (")", ",") or self._is(end + 2, "ages"))

    def _office_after(self, end: int) -> _Office:
        """The office told after a name: "Tomas Veidt, the governor"."""
        office = _Office(0)
        if self.line.key(end) != ",":
            return office
        for index in range(end + 1, min(end + 6, len(self.pieces))):
            part = self.line.part(index)
            if part is Part.TITLE and self._opens_name(index):
                break
            if part is Part.TITLE:
                office.roles.add(self.pieces[index].meaning)
            elif part in (Part.PLACE, Part.BODY, Part.ACRONYM, Part.FIRM):
                office.duties.add(self._duty(index, index + 1))
            elif self._is(index, "speech") or part is Part.CAPITAL or self._is_end(index):
                break
        return office if office.roles else _Office(0)

    def _opens_name(self, index: int) -> bool:
        """Whether an office stands before its holder, so that it isn't the one named before."""
        while self.line.part(index) in (
            Part.TITLE,
            Part.PLACE,
            Part.BODY,
            Part.ACRONYM,
            Part.RANK,
            Part.HONORIFIC,
        ):
            index += 1
        return self.line.part(index) is Part.CAPITAL and not self._closes(index)

    def _closes(self, index: int) -> bool:
        """Whether capitals after a body's head end the sentence: "…, Direktur PT Bumi Rengas Perkasa."."""
        headed = self._is(index, "organisation_heads") or self._is(index - 1, "organisation_heads")
        while self.line.part(index) in (Part.CAPITAL, Part.PLACE):
            index += 1
        return headed and (index == len(self.pieces) or self.line.key(index) == ".")

    def _is_end(self, index: int) -> bool:
        """Whether a comma ends the apposition; one after an age does not."""
        return self.line.key(index) == "," and self.line.part(index - 1) is not Part.NUMBER

    def _duty(self, start: int, end: int, known: str = "") -> str:
        piece = self.pieces[start]
        if piece.part is Part.PLACE and end == start + 1:
            return place_id(piece.meaning)
        if piece.part is Part.BODY:
            return f"body:{piece.meaning}"
        return known or " ".join(key for i in range(start, end) for key in self.line.keys(self.pieces[i]))

    def _emit(
        self,
        start: int,
        end: int,
        known: str = "",
        hint: tuple[NameType, int] | None = None,
        hints: tuple[tuple[NameType, int], ...] = (),
        holder: _Office | None = None,
    ) -> None:
        words = tuple(key for i in range(start, end) for key in self.line.keys(self.pieces[i]))
        raw = Raw(
            self.line.index, self.line.span(start, end), words, known, hints or ((hint,) if hint else ())
        )
        if self.pieces[start].demonym and end == start + 1:
            raw = replace(raw, demonym=True)
        if holder is not None:
            raw = self._held(raw, holder)
        elif self.office is not None:
            raw = replace(raw, duty=True)
            self._belongs(self.office, start, end, known)
        self.found.append(raw)

    def _belongs(self, office: _Office, start: int, end: int, known: str) -> None:
        """A name that follows an office is what the office belongs to."""
        office.duties.add(self._duty(start, end, known))
        office.end = self.pieces[end - 1].last
        if office.bound and self.pieces[start].part is not Part.PLACE:
            office.small += 1  # "head of Norvik Group Ann Lee" is no one's English: a comma must come
        office.bound = False

    def _held(self, raw: Raw, holder: _Office) -> Raw:
        words = self.line.words
        office = Span(words[holder.start].start, words[holder.end - 1].end) if holder.end else None
        rank = holder.rank_at
        return replace(
            raw,
            roles=frozenset(holder.roles),
            duties=frozenset(holder.duties),
            office=office,
            rank=holder.rank,
            rank_span=Span(words[rank.first].start, words[rank.last - 1].end) if rank else None,
        )
