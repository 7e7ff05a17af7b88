"""Statements: two tellings of one event, with no single value to compare."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.kinds.statement import Gist, judge
from factcheck.languages import Languages
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()


def gist(text: str) -> Gist:
    article = annotate(read_text(f"{text}\n", "a.txt", "a", LANGUAGES), LANGUAGES)
    value = article.statements[0].gist
    assert value is not None
    assert isinstance(value.value, Gist)
    return value.value


FIGURES = gist("The ferry sank on 4 May 2021 with 40 hens, 2 to 9 cows and about 300 crates by noon.").values
actors = st.lists(st.sampled_from(["n:peru", "n:kenya", "n:oslo", "c:rebel"]), max_size=4, unique=True).map(
    tuple
)
gists = st.builds(
    Gist,
    keys=st.frozensets(st.sampled_from(["c:send", "c:release", "n:peru"])),
    negated=st.booleans(),
    passive=st.booleans(),
    actors=actors,
    values=st.lists(st.sampled_from(FIGURES), max_size=4).map(tuple),
    text=st.text(max_size=9),
)


def verdict(a: Gist, b: Gist) -> Verdict | None:
    found = judge(a, b)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("a", "b", "expect"),
    [
        pytest.param(
            "The rebels freed the hostages.",
            "The hostages were freed by the rebels.",
            Verdict.AGREE,
        ),
        pytest.param(
            "The landlord sued the tenant over the roof.",
            "The landlord was sued by the tenant over the roof.",
            None,
        ),
        pytest.param(
            "Penyewa menggugat pemilik rumah soal atap yang rusak.",
            "Pemilik rumah digugat para penyewa soal atap yang rusak.",
            Verdict.AGREE,
        ),
        ("Peru sued Kenya.", "Kenya was sued by Peru.", Verdict.AGREE),
        ("Peru sued Kenya.", "Peru was sued by Kenya.", None),
        ("Peru menggugat Kenya soal lukisan itu.", "Kenya digugat Peru soal lukisan itu.", Verdict.AGREE),
        ("Peru menyaman Kenya berhubung lukisan itu.", "Peru disaman Kenya berhubung lukisan itu.", None),
        ("The rebels freed 40 hostages.", "The rebels freed 14 hostages.", None),
        ("The rebels freed 40 hostages.", "The rebels freed the hostages.", Verdict.AGREE),
        ("Peru sent wheat to Kenya in May.", "Peru sent wheat to Kenya in July.", None),
        ("The rebels freed the hostages.", "The rebels did not free the hostages.", Verdict.CONFLICT),
        ("The rebels freed the hostages.", "The rebels never freed the hostages.", Verdict.CONFLICT),
        ("The rebels freed the hostages.", "The rebels haven't freed the hostages.", Verdict.CONFLICT),
        ("Pemberontak membebaskan sandera.", "Pemberontak tidak membebaskan sandera.", Verdict.CONFLICT),
        ("Pemberontak membebaskan sandera.", "Pemberontak belum membebaskan sandera.", Verdict.CONFLICT),
        (
            "Pemberontak membebaskan tebusan itu.",
            "Pemberontak tidak membebaskan tebusan itu.",
            Verdict.CONFLICT,
        ),
        ("Peru sent wheat to Kenya.", "Peru sent wheat to Kenya in May.", Verdict.AGREE),
        ("Peru sent wheat to Kenya.", "Kenya sent wheat to Peru.", None),
        ("Peru mengirim gandum ke Kenya.", "Kenya mengirim gandum ke Peru.", None),
        ("Peru menghantar gandum kepada Kenya.", "Kenya menghantar gandum kepada Peru.", None),
    ],
)
def test_how_two_tellings_stand(a: str, b: str, expect: Verdict | None) -> None:
    """A “not” is a contradiction, and sender and receiver exchanged is nothing to rely on."""
    assert verdict(gist(a), gist(b)) is expect


@given(gists, gists)
def test_judging_is_mutual(a: Gist, b: Gist) -> None:
    assert verdict(a, b) is verdict(b, a)


@given(gists)
def test_a_telling_agrees_with_itself(a: Gist) -> None:
    assert verdict(a, a) is Verdict.AGREE


@given(gists, gists)
def test_a_denial_never_agrees_with_what_it_denies(a: Gist, b: Gist) -> None:
    if a.negated != b.negated:
        assert verdict(a, b) is not Verdict.AGREE


@given(gists)
def test_two_actors_exchanged_never_agree(a: Gist) -> None:
    """Unless one of the two tells it in the passive."""
    one = replace(a, actors=("n:peru", "n:kenya"))
    other = replace(one, actors=("n:kenya", "n:peru"))
    assert judge(one, other) is None
    assert judge(one, replace(one, passive=not one.passive)) is None
    assert verdict(one, replace(other, passive=not one.passive)) is Verdict.AGREE
