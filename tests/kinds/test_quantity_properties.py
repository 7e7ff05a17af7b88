"""What holds for all quantities."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.kinds.quantity import Quantity, find, judge
from factcheck.languages import Languages
from factcheck.model import Article, Sentence, Span, Zone
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
CODES = ("en", "id", "ms")
BOUNDS = ("", "about ", "up to ", "at least ", "more than ", "nearly ", "fewer than ")
numbers = st.integers(2, 10**9)
counts = st.builds(lambda bound, n: f"They saw {bound}{n:,} boats.", st.sampled_from(BOUNDS), numbers)
PIECES = """12 1.250 1,5 3-1 2024 $ Rp % - – / ( ) , . : dua belas ribu juta setengah half a third of the one
million and to hingga antara between people orang km tahun year-old ke 6 st puluhan no tidak ada"""
words = st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join)


def quantities(text: str, language: str) -> list[Quantity]:
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, language)
    article = Article("a", "a.txt", text, "", language, (sentence,))
    mentions = find(article, LANGUAGES, ())
    for before, after in pairwise(mentions):
        assert before.span.end <= after.span.start
    assert all(m.span.of(text).strip() for m in mentions)
    return [m.value for m in mentions if isinstance(m.value, Quantity)]


@settings(deadline=None)  # the first call loads a language
@given(st.one_of(words, st.text(max_size=40)), st.sampled_from(CODES))
def test_any_text_is_read(text: str, language: str) -> None:
    """Finding never fails, never overlaps, and every value can be shown."""
    for quantity in quantities(text, language):
        assert quantity.show()
        assert set(quantity.to_json()) == {"stated", "low", "high", "unit", "of", "approximate"}


@settings(deadline=None)
@given(counts, counts)
def test_judging_is_mutual(a: str, b: str) -> None:
    """The verdict does not depend on the order."""
    (x,), (y,) = quantities(a, "en"), quantities(b, "en")
    one, other = judge(x, y), judge(y, x)
    assert one is not None
    assert other is not None
    assert one.verdict is other.verdict


@settings(deadline=None)
@given(counts)
def test_a_quantity_agrees_with_itself(text: str) -> None:
    """Nothing contradicts itself."""
    (quantity,) = quantities(text, "en")
    judgement = judge(quantity, quantity)
    assert judgement is not None
    assert judgement.verdict is Verdict.AGREE


@settings(deadline=None)
@given(numbers)
def test_digits_mean_the_same_in_every_language(number: int) -> None:
    """12,037 and 12.037 are one number, each in its own language."""
    english = quantities(f"They saw {number:,} boats.", "en")[0]
    indonesian = quantities(f"Ada {number:,} perahu.".replace(",", "."), "id")[0]
    assert english.stated == indonesian.stated == (Decimal(number),)


@pytest.mark.parametrize("code", CODES)
def test_units_are_known(code: str) -> None:
    """Every unit and currency a language names stands in the shared table."""
    from factcheck.kinds._quantity_words import QuantityWords, UnitTable  # inner shapes

    own, table = LANGUAGES[code].words("quantity", QuantityWords), LANGUAGES.shared("units", UnitTable)
    assert {*own.units, *own.one_unit} <= set(table.units)
    assert set(own.currencies) <= set(table.currencies)
