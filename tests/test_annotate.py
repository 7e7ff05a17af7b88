"""Annotating: each sentence with its mentions, how firmly it is told, and what each value is a value of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.kinds.name import Name
from factcheck.kinds.quantity import Quantity
from factcheck.languages import Languages
from factcheck.model import Annotated, Kind, Mention, Role, Stance
from factcheck.read import read_text

LANGUAGES = Languages()
OPENING = "The ferry left the harbour before dawn and was never seen again."


def annotated(text: str) -> Annotated:
    return annotate(read_text(f"{text}\n", "a.txt", "a", LANGUAGES), LANGUAGES)


def mentions(article: Annotated, kind: Kind) -> dict[str, Mention]:
    """The mentions of a kind by their words."""
    found = [m for statement in article.statements for m in statement.mentions if m.kind is kind]
    return {m.span.of(article.article.text): m for m in found}


def role(text: str, words: str) -> Role:
    """The role of the amount with these words."""
    return mentions(annotated(text), Kind.QUANTITY)[words].role


@pytest.mark.parametrize(
    ("text", "dead", "injured"),
    [
        ("The blast killed four people and injured nine others.", "four", "nine"),
        ("Nine people were injured and four died in the blast.", "four", "Nine"),
        ("Ledakan itu menewaskan empat orang dan melukai sembilan orang.", "empat", "sembilan"),
        ("Letupan itu menyebabkan empat orang maut dan sembilan orang cedera.", "empat", "sembilan"),
    ],
)
def test_each_count_has_the_event_of_its_own_clause(text: str, dead: str, injured: str) -> None:
    """The dead and the injured of one sentence are not mixed up."""
    assert "death" in role(text, dead).events
    assert "injury" not in role(text, dead).events
    assert "injury" in role(text, injured).events
    assert "death" not in role(text, injured).events


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The flood killed 11 people, including 3 children.", "3"),
        ("Banjir menewaskan 11 orang, termasuk 3 anak.", "3"),
        ("Banjir mengorbankan 11 orang, termasuk 3 kanak-kanak.", "3"),
    ],
)
def test_a_part_is_marked_and_its_whole_is_not(text: str, part: str) -> None:
    amounts = {m.value.show(): m.role.part for m in mentions(annotated(text), Kind.QUANTITY).values()}
    assert amounts == {"11": False, part: True}


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The council cut the fee from 6 percent to 4 percent.", "6 percent", "4 percent"),
        ("Dewan menurunkan tarif dari 6 persen menjadi 4 persen.", "6 persen", "4 persen"),
        ("Majlis menurunkan fi daripada 6 peratus kepada 4 peratus.", "6 peratus", "4 peratus"),
    ],
)
def test_the_value_before_a_change_is_marked(text: str, before: str, after: str) -> None:
    assert role(text, before).before
    assert not role(text, after).before


def test_a_range_of_places_is_no_change() -> None:
    """ "From" alone is no value before a change."""
    assert not role("The road from 6 villages leads to the coast.", "6").before


def test_an_age_belongs_to_the_name_beside_it() -> None:
    text = "Mayor Rosa Lind, 61, thanked the pilot Tomas Okoro, 34, for the rescue."
    found = mentions(annotated(text), Kind.QUANTITY)
    assert {words: m.role.persons for words, m in found.items()} == {
        "61": frozenset({"rosa lind"}),
        "34": frozenset({"tomas okoro"}),
    }


def test_who_is_credited_does_not_hold_the_value() -> None:
    """The speaker of a sentence is no part of what is told."""
    held = role("Two boats are missing, said harbour master Tomas Okoro.", "Two").persons
    assert held == frozenset()


def test_a_clause_long_past_is_marked() -> None:
    text = (
        "12 March 2025\n\nThe flood of 4 May 1998 drowned 230 cows.\n\nThe storm on Tuesday drowned 12 cows."
    )
    found = {m.value.show(): m.role for m in mentions(annotated(text), Kind.QUANTITY).values()}
    assert (found["230"].old, found["12"].old) == (True, False)
    assert found["230"].years == {1998}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It is the worst flood since May 2013, when a dam burst and 230 cows drowned.", {2013}),
        ("Banjir terburuk sejak Mei 2013, ketika bendungan jebol dan 230 sapi mati.", {2013}),
        ("Banjir terburuk sejak Mei 2013, apabila empangan pecah dan 230 lembu mati.", {2013}),
        ("The dam, rebuilt in May 2013, burst and 230 cows drowned.", set()),
    ],
)
def test_a_date_holds_for_the_clause_that_tells_of_it(text: str, years: set[int]) -> None:
    found = {m.value.show(): m.role for m in mentions(annotated(text), Kind.QUANTITY).values()}
    assert found["230"].years == years


def test_concepts_meet_across_languages() -> None:
    """What three languages call by three words is one thing and one event."""
    roles = [
        role("Seven nurses died in the fire.", "Seven"),
        role("Tujuh perawat tewas dalam kebakaran itu.", "Tujuh"),
        role("Tujuh jururawat maut dalam kebakaran itu.", "Tujuh"),
    ]
    assert all("death" in each.events for each in roles)
    assert len({each.things for each in roles}) == 1
    assert roles[0].things


def test_a_sentence_has_the_stance_of_its_weightiest_cue() -> None:
    article = annotated("The ferry has not been found.\n\nThe owners denied that it was overloaded.")
    assert [s.stance for s in article.statements] == [Stance.ASSERTED, Stance.DENIED]


@pytest.mark.parametrize("text", ["Rosa Lind said two of the nine boats sank off Oslo on Monday."])
def test_statements_follow_the_sentences(text: str) -> None:
    article = annotated(f"{text}\n\nThe sea was calm. {text}")
    assert [s.index for s in article.statements] == list(range(len(article.article.sentences)))
    for statement in article.statements:
        assert statement.sentence == article.article.sentences[statement.index]
        assert statement.gist is not None
        assert statement.gist.span == statement.sentence.span


PIECES = """Rosa Lind; Kapten Tomas Okoro; Oslo; Kenya; the UN; 12.000; 1,200 boats; at least 30 people; ribuan warga;
dua belas ribu; on Tuesday; kemarin; 11 March 2025; pada Rabu (12/3); at 7 a.m.; said; kata; menurut; killed; tewas;
denied; membantah; akan; will not; tidak; “; ”; ,; .; (; ); dan; and; of whom three children; Rp1,5 miliar; 7.2%;
the ministry; Kementerian Kesehatan; \u202e; \u0000; e\u0301; 🌋; \n\n; [bold]; <b>; ,,,; 61;"""
pieces = st.sampled_from([piece.strip(" \t") for piece in PIECES.replace(";\n", "; ").split(";") if piece])
texts = st.lists(pieces | st.text(max_size=5), min_size=1, max_size=30).map(" ".join)


@settings(deadline=None)
@given(texts)
def test_every_span_is_the_quoted_words(text: str) -> None:
    """In any text each mention lies inside its sentence, names words, and shows its value."""
    article = annotated(f"{OPENING}\n\n{text}")
    whole = article.article.text
    for statement in article.statements:
        for mention in statement.mentions:
            assert statement.sentence.span.holds(mention.span)
            assert mention.span.of(whole).strip() == mention.span.of(whole) != ""
            assert mention.sentence == statement.index
            assert mention.value.show()
        for credit in statement.attribution:
            assert statement.sentence.span.holds(credit.span)
            assert all(passage.of(whole) in whole for passage in credit.passages)


@settings(deadline=None)
@given(texts)
def test_no_two_values_share_a_word(text: str) -> None:
    """A word is part of one amount, one time or one name; only a rank stands beside its holder's name."""
    article = annotated(f"{OPENING}\n\n{text}")
    for statement in article.statements:
        plain = sorted(
            m.span for m in statement.mentions if isinstance(m.value, Quantity | Name) or m.kind is Kind.TIME
        )
        for i, span in enumerate(plain):
            assert not any(span.meets(other) for other in plain[i + 1 :])


@settings(deadline=None)
@given(texts)
def test_a_text_is_annotated_the_same_way_twice(text: str) -> None:
    article = f"{OPENING}\n\n{text}"
    assert annotated(article) == annotated(article)
