"""Links: each pair is weighed by itself, then among its rivals; no rule is outvoted."""

from __future__ import annotations

import pytest

from factcheck.align import items_of
from factcheck.align.company import Company
from factcheck.align.detail import detail
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Draft, draft
from factcheck.align.links import Links, candidates
from factcheck.align.weights import WEIGHTS
from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Kind
from factcheck.read import read_text

LANGUAGES = Languages()
A = "A fire at the mill killed 14 workers.\n\nThe mill paid $318,000 for pumps."
B = "The deaths of 19 workers followed a fire at the mill.\n\nPumps cost the mill $381,000."


def laid(*texts: str, kind: Kind = Kind.QUANTITY) -> tuple[list[Item], Corpus]:
    """The mentions of a kind in texts of one day."""
    articles = [
        annotate(read_text(f"12 March 2025\n\n{text}\n", f"{id}.txt", id, LANGUAGES), LANGUAGES)
        for id, text in zip("abc", texts, strict=False)
    ]
    corpus = Corpus(articles, LANGUAGES)
    return items_of(articles, corpus, kind), corpus


def drafts(items: list[Item], corpus: Corpus) -> list[Draft]:
    found = (draft(a, b, corpus, WEIGHTS[Kind.QUANTITY]) for a, b in candidates(items, corpus))
    return [each for each in found if each]


def shown(of: Draft) -> tuple[str, str]:
    return of.a.mention.value.show(), of.b.mention.value.show()


def test_a_figure_with_a_better_counterpart_has_little_margin() -> None:
    """Fourteen and 14 meet; beside that pair 14 and 16 stand back, though by themselves they are likely."""
    items, corpus = laid(
        "The fire killed 14 workers.", "The fire killed 14 workers. Another fire killed 16 workers."
    )
    found = drafts(items, corpus)
    company = Company(found)
    by = {shown(each): company.features(each) for each in found if each.a.number != each.b.number}
    assert by["14", "14"]["margin_least"] > 0 > by["14", "16"]["margin_least"]
    assert by["14", "16"]["agreeing_most"] == by["14", "14"]["own"]
    assert by["14", "14"]["rivals"] == by["14", "16"]["rivals"] == 1


def test_the_same_two_values_elsewhere_are_seen() -> None:
    items, corpus = laid("Mill fire kills 14. The fire killed 14 workers.", "The fire killed 16 workers.")
    found = [each for each in drafts(items, corpus) if each.a.number != each.b.number]
    company = Company(found)
    assert [company.features(each)["again_times"] for each in found] == [1, 1]


@pytest.mark.parametrize(
    ("x", "y", "moved", "changed"),
    [
        ("318", "381", 1, 0),
        ("250", "205", 1, 0),
        ("318", "328", 0, 1),
        ("318", "902", 0, 0),
        ("120", "180", 0, 1),
    ],
)
def test_a_slip_of_the_hand_shows_in_the_digits(x: str, y: str, moved: int, changed: int) -> None:
    items, corpus = laid(f"The mill cost ${x},000.", f"The mill cost ${y},000.")
    found = detail(items[0], items[1], corpus)
    assert (found["digits_moved"], found.get("digit_changed")) == (moved, changed)


def test_all_evidence_is_mutual() -> None:
    items, corpus = laid(A, B)
    for a in items:
        for b in items:
            if a.number != b.number:
                assert detail(a, b, corpus) == detail(b, a, corpus)


def test_a_rule_is_never_outvoted() -> None:
    """Dead and injured stay two things in whatever company they stand."""
    items, corpus = laid("The mill fire killed 7 workers.", "The mill fire injured 9 workers.")
    links = Links(items, Kind.QUANTITY, corpus)
    found = links(items[0], items[1])
    assert found is not None
    assert found.forbidden
    assert found.likeness == 0


def test_figures_that_differ_are_linked_across_paraphrase() -> None:
    items, corpus = laid(A, B)
    links = Links(items, Kind.QUANTITY, corpus)
    likely = {
        (a.mention.value.show(), b.mention.value.show()): link.likeness
        for a in items
        for b in items
        if a.number < b.number and (link := links(a, b))
    }
    assert likely["14", "19"] > 0.5
    assert likely["$318,000", "$381,000"] > 0.5
    assert likely.get(("14", "$381,000"), 0.0) < 0.1
