"""Statements: two tellings of one event, with no single value to compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.kinds.statement import Gist, judge
from factcheck.languages import Languages
from factcheck.read import read_text
from factcheck.verdicts import Verdict

LANGUAGES = Languages()
names = st.lists(st.sampled_from(["peru", "kenya", "oslo", "nina"]), max_size=4, unique=True).map(tuple)
gists = st.builds(
    Gist,
    keys=st.frozensets(st.sampled_from(["c:send", "c:release", "n:peru"])),
    negated=st.booleans(),
    names=names,
    text=st.text(max_size=9),
)


def gist(text: str) -> Gist:
    article = annotate(read_text(f"{text}\n", "a.txt", "a", LANGUAGES), LANGUAGES)
    value = article.statements[0].gist
    assert value is not None
    assert isinstance(value.value, Gist)
    return value.value


def verdict(a: Gist, b: Gist) -> Verdict | None:
    found = judge(a, b)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("a", "b", "expect"),
    [
        ("The rebels freed the hostages.", "The hostages were freed by the rebels.", Verdict.AGREE),
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


@given(gists, st.permutations(["peru", "kenya"]))
def test_two_names_exchanged_never_agree(a: Gist, order: list[str]) -> None:
    one = Gist(a.keys, a.negated, tuple(order), a.text)
    other = Gist(a.keys, a.negated, tuple(order[::-1]), a.text)
    assert judge(one, other) is None
