"""The one place that knows which ladder judges which kind."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.kinds.judging import judgement, says_less
from factcheck.kinds.name import Name, NameType
from factcheck.kinds.time import Time
from factcheck.languages import Languages
from factcheck.model import Kind, Value
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
TEXT = """12 March 2025

Captain Nina Brandt, 41, will lead the crew of the Aurora, the owners confirmed on Tuesday.

Colonel Nina Brandt took up to 30 guests from Oslo to Bergen at 7 a.m. on 11 March 2025.

“We never lost sight of the coast that night,” said Tomas Okoro, her mate.

The Norwegian coast guard denied that the ship was late. About 28 guests paid $1.2 million in all.

In March dozens of ships could not sail. Tom Okoro said: “We lost sight of the coast that night.”
"""


def values_of(text: str) -> dict[Kind, list[Value]]:
    """All values of an article, by kind."""
    found: dict[Kind, list[Value]] = {kind: [] for kind in Kind}
    for statement in annotate(read_text(text, "a.txt", "a", LANGUAGES), LANGUAGES).statements:
        for mention in (*statement.mentions, *([statement.gist] if statement.gist else ())):
            found[mention.kind].append(mention.value)
    return found


VALUES = values_of(TEXT)
some = {kind: st.sampled_from(found) for kind, found in VALUES.items()}


def verdict(a: Value, b: Value) -> Verdict | None:
    found = judgement(a, b)
    return found.verdict if found else None


@pytest.mark.parametrize("kind", list(Kind))
def test_the_text_has_values_of_every_kind(kind: Kind) -> None:
    assert len(VALUES[kind]) > 1


@pytest.mark.parametrize("kind", list(Kind))
def test_every_pair_of_a_kind_is_judged_mutually(kind: Kind) -> None:
    for a, b in product(VALUES[kind], repeat=2):
        assert verdict(a, b) is verdict(b, a), (a.show(), b.show())


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_agrees_with_itself(kind: Kind) -> None:
    """Only a time that nothing anchors agrees with nothing, for it may be any day."""
    for value in VALUES[kind]:
        anchored = not isinstance(value, Time) or value.resolved
        assert verdict(value, value) is (Verdict.AGREE if anchored else None), value.show()


@given(st.sampled_from(list(combinations(Kind, 2))), st.data())
def test_values_of_two_kinds_are_never_compared(kinds: tuple[Kind, Kind], data: st.DataObject) -> None:
    a, b = (data.draw(some[kind]) for kind in kinds)
    assert judgement(a, b) is None
    assert judgement(b, a) is None


@pytest.mark.parametrize("kind", list(Kind))
def test_every_judgement_has_a_reason_in_words(kind: Kind) -> None:
    for a, b in product(VALUES[kind], repeat=2):
        found = judgement(a, b)
        if found:
            assert found.reason
            assert "{" not in found.reason


def test_two_persons_in_one_place_are_a_conflict() -> None:
    """Names that surely mean two persons contradict each other where alignment gives them one place."""
    names = values_of("Mayor Dalia Fontaine met Governor Leopold Hargreave.\n")[Kind.NAME]
    assert [name.show() for name in names] == ["Dalia Fontaine", "Leopold Hargreave"]
    assert verdict(*names) is Verdict.CONFLICT


def test_a_person_and_a_place_are_never_laid_side_by_side() -> None:
    person, place = values_of("Singer Dalia Fontaine arrived in Oslo.\n")[Kind.NAME]
    assert judgement(person, place) is None


def name(text: str, type: NameType) -> Name:
    parts = tuple(text.lower().split())
    return Name(id=text.lower(), type=type, full=text, parts=parts, sounds=parts)


@pytest.mark.parametrize(
    ("a", "b", "type"),
    [
        ("Northeast Philly", "Northeast Philadelphia", NameType.PLACE),
        ("Coastal Defense Forces", "Coastal Defence Force", NameType.ORGANISATION),
        ("UN Relief Agency", "Relief Agency", NameType.ORGANISATION),
        ("Satreskrim Polres Lembah", "Mapolres Lembah", NameType.ORGANISATION),
    ],
)
def test_a_name_and_its_short_form_are_no_conflict(a: str, b: str, type: NameType) -> None:
    assert verdict(name(a, type), name(b, type)) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "type"),
    [
        ("Gilbert Chanda", "Gilbert Chama", NameType.PERSON),
        ("North Bridge", "South Bridge", NameType.PLACE),
    ],
)
def test_names_that_share_only_a_part_are_a_conflict(a: str, b: str, type: NameType) -> None:
    assert verdict(name(a, type), name(b, type)) is Verdict.CONFLICT


def test_an_hour_of_no_day_says_less() -> None:
    """Only where the other tells the day."""
    times = values_of("The fire broke out at 7.30 p.m. It broke out on 4 May 2024 at 7.30 p.m.\n")[Kind.TIME]
    bare, dated = times
    assert says_less(bare, dated)
    assert not says_less(dated, bare)
    assert not says_less(dated, dated)
