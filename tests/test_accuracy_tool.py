"""The measuring tool: what counts as found, as right and as wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.languages import Languages
from tools.accuracy import Said, Score, Tally, below, inside, main, overlap, score_story, table, words

LANGUAGES = Languages()
A = "12 March 2025\n\nThe fire killed 17 miners near the river, police chief Rosa Lind said.\n"
B = "12 March 2025\n\nA fire killed 19 miners near the river, said fire chief Tomas Okoro.\n"
IN_A, IN_B = (text.split("\n\n")[1].strip() for text in (A, B))


def mention(article: str, sentence: str, text: str) -> dict[str, str]:
    return {"article": article, "sentence": sentence, "text": text}


def gold(**changes: Any) -> dict[str, Any]:
    """The annotation of a story of two articles with one conflict."""
    fact = {
        "id": "toll",
        "kind": "quantity",
        "relation": "conflict",
        "positions": [
            {"value": "17", "mentions": [mention("a.txt", IN_A, "17")]},
            {"value": "19", "mentions": [mention("b.txt", IN_B, "19")]},
        ],
    }
    whole = {"articles": ["a.txt", "b.txt"], "languages": ["en"], "facts": [fact], "exhaustive": ["conflict"]}
    return whole | changes


def a_story(folder: Path, annotation: dict[str, Any], b: str = B) -> Path:
    (folder / "a.txt").write_text(A, "utf-8")
    (folder / "b.txt").write_text(b, "utf-8")
    (folder / "gold.json").write_text(json.dumps(annotation), "utf-8")
    return folder


def scored(folder: Path, annotation: dict[str, Any], b: str = B) -> Score:
    score = Score()
    score_story(a_story(folder, annotation, b), LANGUAGES, score)
    return score


def tally(score: Score, what: str) -> Tally:
    return score.tallies[what, "all", ""]


def test_words_are_plain_and_numbers_whole() -> None:
    assert words("“Korban” 12.000, e\u0301tat!") == ["korban", "12.000", "état"]


def test_words_stand_unbroken_in_one_another() -> None:
    assert inside("killed 17 miners", "The fire killed 17 miners.")
    assert not inside("killed miners", "The fire killed 17 miners.")
    assert not inside("ill", "The fire killed 17 miners.")
    assert not inside("", "The fire")


def test_overlap_is_of_the_smaller() -> None:
    assert overlap("a b", "a b c d") == 1
    assert overlap("a x", "a b c d") == 0.5
    assert overlap("", "a") == 0


def test_a_mention_matches_in_its_article_sentence_and_word() -> None:
    want = Said("a.txt", IN_A, "17 miners")
    assert Said("a.txt", IN_A, "17").matches(want, "quantity")
    assert not Said("b.txt", IN_A, "17").matches(want, "quantity")
    assert not Said("a.txt", IN_A, "19").matches(want, "quantity")
    assert not Said("a.txt", "Another sentence altogether.", "17").matches(want, "quantity")
    assert Said("a.txt", IN_A, "killed").matches(want, "statement")


def test_portions_of_nothing_are_unknown() -> None:
    assert Tally().recall is None
    assert Tally().precision is None
    assert Tally(gold=4, found=3, said=2, right=1).recall == 0.75
    assert Tally(gold=4, found=3, said=2, right=1).precision == 0.5


def test_a_conflict_found_counts_twice(tmp_path: Path) -> None:
    """Once as found of the gold ones, once as right of the reported ones."""
    found = tally(scored(tmp_path, gold()), "conflict")
    assert (found.gold, found.found, found.said, found.right) == (1, 1, 1, 1)


def test_a_conflict_missed_lowers_recall_and_is_named(tmp_path: Path) -> None:
    score = scored(tmp_path, gold(), b="12 March 2025\n\nThe bakery reopened after the long strike.\n")
    found = tally(score, "conflict")
    assert (found.gold, found.found, found.said) == (1, 0, 0)
    assert any("missed conflict: quantity toll: 17 <> 19" in error for error in score.errors)


def test_a_conflict_that_gold_does_not_know_lowers_precision(tmp_path: Path) -> None:
    score = scored(tmp_path, gold(facts=[]))
    found = tally(score, "conflict")
    assert (found.gold, found.said, found.right) == (0, 1, 0)
    assert any("false conflict: quantity" in error for error in score.errors)


def test_where_gold_is_not_exhaustive_unknown_conflicts_are_not_counted(tmp_path: Path) -> None:
    assert tally(scored(tmp_path, gold(facts=[], exhaustive=[])), "conflict").said == 0


def test_a_trap_fallen_into_is_counted(tmp_path: Path) -> None:
    trap = {
        "why": "two fires",
        "mentions": [mention("a.txt", IN_A, "17"), mention("b.txt", IN_B, "19")],
    }
    score = scored(tmp_path, gold(traps=[trap]))
    assert (tally(score, "trap avoided").gold, tally(score, "trap avoided").found) == (1, 0)
    assert any("fell into trap: two fires" in error for error in score.errors)


def test_sources_are_compared_by_name(tmp_path: Path) -> None:
    credits = [
        {"article": "a.txt", "sentence": IN_A, "source": "Rosa Lind"},
        {"article": "b.txt", "sentence": IN_B, "source": "Rosa Lind"},
    ]
    score = scored(tmp_path, gold(attributions=credits))
    assert (tally(score, "source").gold, tally(score, "source").right) == (2, 1)


def test_figures_below_the_floor_are_named() -> None:
    score = Score()
    score.add("conflict", "quantity", "en", gold=4, found=1)
    score.add("trap avoided", "all", "en", gold=2, found=2)
    floor = {"conflict": {"recall": 0.5}, "trap_avoided": {"recall": 0.9}, "agree": {"recall": 0.1}}
    assert below(score, floor) == ["conflict recall 0.25 is below 0.50", "agree recall – is below 0.10"]
    assert below(score, {"conflict": {"recall": 0.25}}) == []


def test_the_table_shows_totals_kinds_and_languages() -> None:
    score = Score()
    score.add("conflict", "quantity", "en-id", gold=4, found=1, said=2, right=2)
    assert table(score)[2:] == [
        "| conflict | all | 1.00 | 0.25 | 2/2 | 1/4 |",
        "| conflict | quantity | 1.00 | 0.25 | 2/2 | 1/4 |",
        "| conflict | en-id | 1.00 | 0.25 | 2/2 | 1/4 |",
    ]


@pytest.mark.parametrize(("least", "code"), [(0.5, 0), (1.01, 1)])
def test_the_exit_status_tells_the_floor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], least: float, code: int
) -> None:
    story = tmp_path / "story"
    story.mkdir()
    a_story(story, gold())
    floor, report = tmp_path / "floor.toml", tmp_path / "report.md"
    floor.write_text(f"[conflict]\nrecall = {least}\n", "utf-8")
    assert main([str(story), "--quiet", "--floor", str(floor), "--write", str(report)]) == code
    printed = capsys.readouterr().out
    assert (f"conflict recall 1.00 is below {least:.2f}" in printed) == bool(code)
    assert report.read_text("utf-8").startswith("# Accuracy")
    assert "## Errors" not in printed
