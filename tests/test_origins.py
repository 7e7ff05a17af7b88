"""Origins: which articles come from the same text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Annotated, Origin
from factcheck.origins import containment, origins
from factcheck.read import read_text

LANGUAGES = Languages()
SPRING = (
    "The bees came back to the upper valley this spring, three weeks earlier than the keepers had hoped.",
    "Keepers in nine villages counted more hives than in any year since the great frost of the last century.",
    "A cold April had emptied half of the orchards, and many families had sold their boxes to neighbours.",
    "The cooperative now wants to plant clover along the river road and close it to lorries until June.",
    "Its chair said the valley would sell honey abroad again if the summer stayed as dry as the spring.",
    "Botanists from the coast will count the flowers on the terraces every week and print what they find.",
)
HARBOUR = (
    "Dockers in the old harbour voted on Friday to keep the cranes still until the owners talk to them.",
    "Forty ships lay outside the breakwater by nightfall, most of them loaded with timber and cement.",
    "The owners say the new machines make work safer, while the union fears for every third job on the quay.",
    "Shopkeepers along the waterfront closed early because hardly anyone came down from the hill to buy bread.",
    "A mediator who once settled a strike of ferry crews is expected to arrive by train over the weekend.",
    "Children made paper boats from the leaflets and let them float between the hulls of the idle tugs.",
)
PADI = (
    "Petani di lembah utara memanen padi lebih awal tahun ini karena hujan datang sebelum waktunya.",
    "Lumbung desa penuh dalam dua pekan, dan sebagian gabah terpaksa disimpan di balai pertemuan.",
    "Ketua koperasi meminta pedagang tidak menekan harga selagi jalan menuju kota masih terendam air.",
    "Para ibu menjemur gabah di halaman sekolah sampai lonceng pelajaran pertama berbunyi pada pagi hari.",
)


def article(id: str, sentences: Sequence[str], title: str = "") -> Annotated:
    text = "\n\n".join(part for part in (title, *sentences) if part) + "\n"
    return annotate(read_text(text, f"{id}.txt", id, LANGUAGES), LANGUAGES)


def found(*articles: Annotated) -> list[tuple[str, ...]]:
    return [origin.articles for origin in origins(articles)]


def shared(*articles: Annotated) -> list[Origin]:
    return [origin for origin in origins(articles) if len(origin.articles) > 1]


@pytest.mark.parametrize(
    "copy",
    [
        SPRING,
        SPRING[:4],
        SPRING[::-1],
        (*SPRING[2:5], *HARBOUR[:2]),
        tuple(sentence.upper() for sentence in SPRING),
        tuple(sentence.replace("three weeks", "two weeks") for sentence in SPRING),
    ],
    ids=["whole", "cut", "reordered", "beside other text", "in capitals", "a figure altered"],
)
def test_a_copy_is_found(copy: Sequence[str]) -> None:
    """Cut, reordered, mixed with other text or altered in one place, it stays one origin."""
    (origin,) = shared(article("a", SPRING), article("b", copy))
    assert origin.articles == ("a", "b")
    assert 0.3 <= origin.shared <= 1


def test_a_whole_copy_shares_all() -> None:
    (origin,) = shared(article("a", SPRING), article("b", SPRING[:4]))
    assert origin.shared == 1


def test_another_headline_changes_nothing() -> None:
    """Copies are known by their bodies."""
    one = article("a", SPRING, "Bees return to the valley")
    other = article("b", SPRING, "Honey prices expected to fall as hives fill")
    assert found(one, other) == [("a", "b")]


def test_the_same_headline_makes_no_copy() -> None:
    one = article("a", SPRING, "A long spring on the northern coast")
    other = article("b", HARBOUR, "A long spring on the northern coast")
    assert found(one, other) == [("a",), ("b",)]


def test_independent_texts_are_origins_of_their_own() -> None:
    assert found(article("a", SPRING), article("b", HARBOUR), article("c", PADI)) == [("a",), ("b",), ("c",)]


def test_one_quoted_sentence_makes_no_copy() -> None:
    """Two reporters may quote the same words and still be two."""
    own = (*HARBOUR[:5], SPRING[4])
    assert found(article("a", SPRING), article("b", own)) == [("a",), ("b",)]


def test_texts_too_short_to_tell_are_kept_apart() -> None:
    assert found(article("a", SPRING[:1]), article("b", SPRING[:1])) == [("a",), ("b",)]


def test_copies_of_copies_are_one_origin() -> None:
    """What each shares with the middle one joins the two ends, though they share nothing."""
    ends = article("a", SPRING[:3]), article("c", SPRING[3:])
    assert found(*ends) == [("a",), ("c",)]
    assert found(ends[0], article("b", SPRING), ends[1]) == [("a", "b", "c")]


def test_a_lone_article_shares_all_with_itself() -> None:
    assert origins([article("a", SPRING)]) == (Origin("o1", ("a",), 1.0),)
    assert origins([]) == ()


def test_origins_are_numbered_in_the_order_given() -> None:
    given_ = [article("a", HARBOUR), article("b", SPRING), article("c", HARBOUR)]
    assert [(o.id, o.articles) for o in origins(given_)] == [("o1", ("a", "c")), ("o2", ("b",))]


runs = st.frozensets(st.integers(0, 80), max_size=80)


@given(runs, runs)
def test_containment_is_mutual_and_a_portion(a: frozenset[int], b: frozenset[int]) -> None:
    assert containment(a, b) == containment(b, a)
    assert 0 <= containment(a, b) <= 1


@given(runs)
def test_containment_in_itself_is_whole_or_unknown(a: frozenset[int]) -> None:
    assert containment(a, a) in (0, 1)


POOL = [(side, number) for side in (SPRING, HARBOUR, PADI) for number in range(len(side))]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=7, unique=True), min_size=1, max_size=5))
def test_every_article_has_one_origin(picked: list[list[tuple[tuple[str, ...], int]]]) -> None:
    """Each article belongs to one origin, and what shares text with none stands alone, in whatever order."""
    articles = [article(f"a{n}", [side[i] for side, i in each]) for n, each in enumerate(picked)]
    groups = found(*articles)
    assert sorted(id for group in groups for id in group) == sorted(a.article.id for a in articles)
    assert {frozenset(group) for group in groups} == {frozenset(group) for group in found(*articles[::-1])}
    for (i, a), (j, b) in combinations(enumerate(picked), 2):
        if not {side for side, _ in a} & {side for side, _ in b} and len(picked) == 2:
            assert (f"a{i}", f"a{j}") not in groups
