"""Numbers as newspapers write them: "12.000", "1,5 juta", "dua belas ribu", "a third", "ribuan"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.kinds._quantity_words import Lexicon, Vague, number
from factcheck.languages import Token

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
_FRACTION_STEP = Decimal("0.05")
_LONGEST = 26  # characters of a number anyone would print
_LARGEST = Decimal(10) ** 18  # no multiplier beyond it
_GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}


@dataclass(frozen=True, slots=True)
class Number:
    """tokens[first:last] say a number."""

    first: int
    last: int
    value: Decimal
    step: Decimal = Decimal(1)
    fraction: bool = False  # a share of something, unless a unit follows
    loose: bool = False  # a fraction only beside the right words
    vague: Vague | None = None  # then value scales its ends
    article: bool = False  # "a", "an": one only before a unit
    one: bool = False  # a bare "one"
    digits: bool = False
    scale: Decimal = Decimal(1)  # the multiplier that was said, which "2 to 3 million" shares


def read_number(words: list[Token], first: int, lexicon: Lexicon, money: bool = False) -> Number | None:
    """The number that starts at a token; None where none does. `money`: a currency stands before it."""
    return (
        _vague(words, first, lexicon)
        or _fraction(words, first, lexicon)
        or _with_half(words, _digits(words, first, lexicon, money) or _words(words, first, lexicon), lexicon)
        or _article(words, first, lexicon)
    )


def digits_value(text: str, decimal: str, before_noun: bool) -> Decimal | None:
    """The value of written digits. None for hours, dates and other things with dots.

    A lone foreign separator before exactly three digits groups thousands where a noun is counted
    ("12.000 people" in an English text), and is a decimal mark before a unit ("1.482 kg").
    """
    if len(text) > _LONGEST:
        return None
    marks = [c for c in text if not c.isdigit()]
    if not marks:
        return Decimal(text) if text == "0" or text[0] != "0" else None
    if ":" in marks:
        return None
    tail = text.rpartition(marks[-1])[2]
    if len(set(marks)) == 2:
        is_decimal = marks.count(marks[-1]) == 1
    elif len(marks) > 1:
        is_decimal = False
    elif len(tail) != 3 or text[0] == "0":
        is_decimal = True
    else:
        is_decimal = marks[-1] == decimal and not before_noun
    return _joined(text, marks[-1] if is_decimal else "")


def _joined(text: str, mark: str) -> Decimal | None:
    whole, _, rest = text.rpartition(mark) if mark else (text, "", "")
    groups = whole.replace(",", ".").split(".")
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(g) not in (2, 3) for g in groups[1:])):
        return None
    if len(groups) > 1 and len(groups[-1]) != 3:
        return None
    return Decimal("".join(groups) + ("." + rest if rest else ""))


def resolution(value: Decimal, scale: Decimal = Decimal(1)) -> Decimal:
    """What a number resolves as written: 1000 for 12,000, 1 for 12,037, 100,000 for 1.5 million.

    Two figures at least are taken to be meant: 40 is not "some tens".
    """
    unscaled = (value / scale).normalize()
    exponent = unscaled.adjusted() - len(unscaled.as_tuple().digits) + 1  # of the last figure
    if exponent > 0:
        exponent = min(exponent, max(0, unscaled.adjusted() - 1))
    return Decimal(1).scaleb(exponent) * scale


def _vague(words: list[Token], first: int, lexicon: Lexicon) -> Number | None:
    hit = lexicon.vague.at(words, first)
    if hit is None:
        return None
    last, scale = hit.last, Decimal(1)
    while last < len(words) and scale < _LARGEST:
        if lexicon.multipliers.get(words[last].key, HUNDRED) < THOUSAND:
            break
        scale *= lexicon.multipliers[words[last].key]
        last += 1
    return Number(first, last, scale, vague=lexicon.words.numerals.vague[int(hit.meaning)])


def _fraction(words: list[Token], first: int, lexicon: Lexicon) -> Number | None:
    """ "seperempat", "two-thirds", "half a million"."""
    if part := lexicon.unit_fractions.at(words, first):
        return Number(first, part.last, number(part.meaning), _FRACTION_STEP, True, article=True)
    loose = lexicon.loose_fractions.at(words, first)
    hit = lexicon.fractions.at(words, first) or loose
    if hit:
        share, last, is_loose = number(hit.meaning), hit.last, hit == loose
    else:
        top = lexicon.cardinals.get(words[first].key)
        at = _after_hyphen(words, first + 1)
        bottom = lexicon.denominators.get(words[at].key) if at < len(words) else None
        if top is None or bottom is None or not 0 < top < bottom:
            return None
        share, last, is_loose = top / bottom, at + 1, False
    return _multiplied_fraction(words, Number(first, last, share, _FRACTION_STEP, True, is_loose), lexicon)


def _multiplied_fraction(words: list[Token], found: Number, lexicon: Lexicon) -> Number:
    """ "setengah juta", "half a million" are plain numbers."""
    at = _after_hyphen(words, found.last)
    if at < len(words) and words[at].key in lexicon.keys(lexicon.words.numerals.articles):
        at += 1
    scale = lexicon.multipliers.get(words[at].key) if at < len(words) else None
    if scale is None:
        return found
    value = found.value * scale
    return Number(found.first, at + 1, value, resolution(value) if value % 1 == 0 else Decimal(1))


def _after_hyphen(words: list[Token], at: int) -> int:
    """The index behind a hyphen that touches both its neighbours."""
    if at + 1 < len(words) and words[at].text in "-‑":
        touching = words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
        return at + 1 if touching else at
    return at


def _digits(words: list[Token], first: int, lexicon: Lexicon, money: bool) -> Number | None:
    token = words[first]
    if not token.is_number or not token.text[0].isdecimal():
        return None
    last, scale = _multipliers(words, first + 1, lexicon, money)
    measured = scale != 1 or (not money and _unit_follows(words, last, lexicon))
    value = digits_value(token.text, lexicon.words.numerals.decimal, before_noun=not measured)
    if value is None:
        return None
    decimals = len(token.text.rpartition(lexicon.words.numerals.decimal)[2]) if value % 1 else 0
    step = Decimal(10) ** -decimals if decimals else resolution(value)
    return Number(first, last, value * scale, step * scale, digits=True, scale=scale)


def _unit_follows(words: list[Token], at: int, lexicon: Lexicon) -> bool:
    at = _after_hyphen(words, at)
    if at >= len(words):
        return True
    return bool(lexicon.units.at(words, at) or lexicon.currency_after.at(words, at)) or not words[at].is_word


def _multipliers(words: list[Token], last: int, lexicon: Lexicon, money: bool) -> tuple[int, Decimal]:
    scale = Decimal(1)
    while scale < _LARGEST and (at := _after_hyphen(words, last)) < len(words):
        key = words[at].key
        factor = lexicon.multipliers.get(key)
        if factor is None and (money or (at + 1 < len(words) and lexicon.currency_after.at(words, at + 1))):
            factor = lexicon.money_multipliers.get(key)
        if factor is None or factor < HUNDRED:
            break
        scale, last = scale * factor, at + 1
    return last, scale


def _article(words: list[Token], first: int, lexicon: Lexicon) -> Number | None:
    """ "a million", "a dozen", and "a", "an" as one, to be kept only before a unit."""
    if words[first].key not in lexicon.keys(lexicon.words.numerals.articles) or first + 1 >= len(words):
        return None
    scale = lexicon.multipliers.get(words[first + 1].key)
    if scale is None:
        return Number(first, first + 1, Decimal(1), article=True)
    last, more = _multipliers(words, first + 2, lexicon, money=False)
    return _with_half(words, Number(first, last, scale * more, resolution(scale * more)), lexicon)


def _with_half(words: list[Token], found: Number | None, lexicon: Lexicon) -> Number | None:
    """ "one and a half", "satu setengah juta", "2½"."""
    if found is None or found.last >= len(words):
        return found
    extra, last = _GLYPHS.get(words[found.last].text), found.last + 1
    if extra is None and (slashed := _slashed(words, found.last)):
        extra, last = slashed, found.last + 3
    hit = lexicon.halves.at(words, _after_hyphen(words, found.last)) if extra is None else None
    if hit:
        extra, last = number(hit.meaning), hit.last
    if extra is None:
        return found
    if found.value >= THOUSAND and found.value % THOUSAND == 0:  # "dua juta setengah"
        scale = THOUSAND
        while found.value % (scale * 1000) == 0:
            scale *= 1000
        return replace(found, last=last, value=found.value + extra * scale, step=scale / 10)
    last, scale = _multipliers(words, last, lexicon, money=False)
    return Number(
        found.first, last, (found.value + extra) * scale, scale / 2, digits=found.digits, scale=scale
    )


def _slashed(words: list[Token], at: int) -> Decimal | None:
    """ "2 1/2"."""
    if at + 2 >= len(words) or words[at + 1].text != "/" or words[at].end != words[at + 1].start:
        return None
    top, bottom = words[at].text, words[at + 2].text
    is_part = (
        len(top) == len(bottom) == 1
        and top.isdecimal()
        and bottom.isdecimal()
        and 0 < int(top) < int(bottom) < 10
    )
    return Decimal(top) / Decimal(bottom) if is_part else None


class _Sum:
    """A number spoken in words, summed as it is heard."""

    def __init__(self) -> None:
        self.total = Decimal(0)  # whole thousands, millions… heard so far
        self.group = Decimal(0)  # hundreds and tens of the current group
        self.part: Decimal | None = None  # the last small number, which a multiplier may still raise
        self.least = Decimal(10) ** 30  # the last big multiplier
        self.inner = HUNDRED * 10  # the last multiplier within the group

    def add(self, value: Decimal) -> bool:
        """Hears a small number; False where it can't follow."""
        if value >= THOUSAND:
            return not (self.total or self.group or self.part) and self.scale(value)
        if value >= HUNDRED:
            return self._add_hundreds(value)
        if self.part is not None:
            return self._add_units(value)
        if value >= self.inner:
            return False
        self.part = value
        return True

    def _add_hundreds(self, value: Decimal) -> bool:
        if self.group or self.part is not None:
            return False
        self.group, self.inner = value, HUNDRED
        return True

    def _add_units(self, value: Decimal) -> bool:
        """Hears the "two" of "twenty-two"."""
        if self.part is None or self.part < 20 or self.part % 10 or value >= 10:
            return False
        self.part += value
        return True

    def raise_part(self, factor: Decimal) -> bool:
        """Hears "puluh" or "hundred"."""
        if self.part is None or factor >= self.inner or (factor == 10 and self.part > 9):
            return False
        self.group, self.part, self.inner = self.group + self.part * factor, None, factor
        return True

    def teen(self) -> bool:
        """Hears "belas"."""
        if self.part is None or self.part > 9 or self.inner <= 10:
            return False
        self.group, self.part, self.inner = self.group + self.part + 10, None, Decimal(1)
        return True

    def scale(self, factor: Decimal) -> bool:
        """Hears "thousand", "juta"…"""
        heard = self.group + (self.part or 0)
        if heard == 0 and self.total == 0:
            heard = Decimal(1) if factor >= THOUSAND and self.part is None else heard
        if heard == 0 or factor >= self.least:
            return False
        self.total += heard * factor
        self.group, self.part, self.inner, self.least = Decimal(0), None, THOUSAND, factor
        return True

    @property
    def value(self) -> Decimal:
        """All that was heard."""
        return self.total + self.group + (self.part or 0)


def _words(words: list[Token], first: int, lexicon: Lexicon) -> Number | None:
    if words[first].key not in lexicon.cardinals:
        return None
    heard, at, last = _Sum(), first, first
    joiners = lexicon.keys(lexicon.words.numerals.joiners)
    while at < len(words):
        if _hear(heard, words[at].key, lexicon):
            at += 1
            last = at
            continue
        is_joint = (
            last > first and at == last and (words[at].text == "-" or _joins(words, at, joiners, heard))
        )
        if not is_joint or at + 1 >= len(words) or words[at + 1].key not in _heard(lexicon):
            break
        at += 1
    if last == first:
        return None
    value = heard.value
    one = value == 1 and words[first].key in lexicon.keys(lexicon.words.numerals.ones)
    scale = heard.least if heard.least < value + 1 and value % heard.least == 0 else Decimal(1)
    return Number(first, last, value, resolution(value, scale), one=one, scale=scale)


def _joins(words: list[Token], at: int, joiners: frozenset[str], heard: _Sum) -> bool:
    """Whether "and" goes on with the number: only after a hundred or more."""
    return words[at].key in joiners and heard.part is None and heard.value >= HUNDRED


def _heard(lexicon: Lexicon) -> set[str]:
    return {*lexicon.cardinals, *lexicon.multipliers}


def _hear(heard: _Sum, key: str, lexicon: Lexicon) -> bool:
    if key in lexicon.keys(lexicon.words.numerals.tens):
        return heard.raise_part(Decimal(10))
    if key in lexicon.keys(lexicon.words.numerals.teens):
        return heard.teen()
    factor = lexicon.multipliers.get(key)
    if factor is not None:
        if factor >= THOUSAND:
            return heard.scale(factor)
        return heard.raise_part(factor)
    value = lexicon.cardinals.get(key)
    return value is not None and heard.add(value)
