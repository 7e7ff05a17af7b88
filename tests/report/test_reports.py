"""What the reports say of a comparison, in tables and as JSON."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.compare import compare, extract
from factcheck.model import Comparison
from factcheck.report import as_json, schema, sources, terminal, wording

SAMPLES = sorted((Path(__file__).parents[2] / "samples").iterdir())
WIDTHS = (24, 40, 80, 100, 160)


@cache
def compared(story: Path) -> Comparison:
    return compare([str(path) for path in sorted(story.glob("*.txt"))])


def stories(test: Any) -> Any:
    return pytest.mark.parametrize("story", SAMPLES, ids=lambda path: path.name)(test)


def squeezed(words: str) -> str:
    return re.sub(r"[\s─]", "", words)


@stories
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_asked(story: Path, width: int) -> None:
    assert max(map(len, terminal.compare(compared(story), width).splitlines())) <= width


@stories
@pytest.mark.parametrize("width", WIDTHS)
def test_every_discrepancy_shows_reason_places_and_words(story: Path, width: int) -> None:
    comparison = compared(story)
    shown = terminal.compare(comparison, width)
    articles = {a.article.id: a.article for a in comparison.articles}
    folded = wording.told_already(comparison.facts, comparison.facts)
    for fact in (f for f in wording.conflicts(comparison) if f.id not in folded):
        told = [t for position in fact.positions for t in wording.tellings(position.told)]
        places = [wording.where(t, articles[t.article]) for t in told]
        words = [t.mention.span.of(articles[t.article].text) for t in told]
        assert all(word in shown for words in (fact.reason, *places, *words) for word in words.split())


@stories
def test_every_fact_is_named(story: Path) -> None:
    shown = terminal.compare(compared(story), 100)
    assert all(re.search(rf"\b{fact.id}\b", shown) for fact in compared(story).facts)


@stories
def test_sections_stand_in_their_order(story: Path) -> None:
    shown = terminal.compare(compared(story), 100)
    order = ["DISCREPANCIES", "COMPATIBLE", "AGREEMENTS", "WHO IS CREDITED", "NOT CHECKED"]
    places = [shown.index(name) for name in order if name in shown]
    assert places == sorted(places)


@stories
def test_colours_change_no_word(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", terminal.compare(compared(story), 100, colours=True))
    plain = terminal.compare(compared(story), 100)
    assert [line.rstrip() for line in coloured.splitlines()] == plain.splitlines()


@stories
def test_the_report_fits_its_schema(story: Path) -> None:
    report = json.loads(as_json.compare(compared(story)))
    jsonschema.Draft202012Validator(json.loads(schema.report())).validate(report)


@stories
def test_the_extract_fits_its_schema(story: Path) -> None:
    found = json.loads(as_json.extract(compared(story).articles))
    jsonschema.Draft202012Validator(json.loads(schema.extract())).validate(found)


@stories
def test_json_quotes_exactly(story: Path) -> None:
    texts = {a.article.id: a.article.text for a in compared(story).articles}
    report = json.loads(as_json.compare(compared(story)))
    for mention in (m for f in report["facts"] for p in f["positions"] for m in p["mentions"]):
        text = texts[mention["article"]]
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert text[mention["sentence_start"] : mention["sentence_end"]] == mention["sentence"]
        line = text.split("\n")[mention["line"] - 1]
        assert line[mention["column"] - 1 :].startswith(mention["text"].split("\n")[0])


@stories
def test_a_fact_spans_two_articles_at_least(story: Path) -> None:
    for fact in compared(story).facts:
        assert len({told.article for told in sources.all_told(fact)}) > 1


def test_the_schema_describes_every_shape() -> None:
    for written in (schema.report(), schema.extract()):
        jsonschema.Draft202012Validator.check_schema(json.loads(written))
        assert all("description" in d or "enum" in d for d in json.loads(written)["$defs"].values())


def test_an_extract_shows_every_statement() -> None:
    articles = extract([str(SAMPLES[0] / "harbor-post.txt")])
    shown = squeezed(terminal.extract(articles, 100))
    assert all(
        squeezed(s.sentence.span.of(articles[0].article.text))[:20] in shown for s in articles[0].statements
    )


def test_copies_are_told_as_one_origin() -> None:
    story = next(path for path in SAMPLES if path.name == "takeover")
    shown = terminal.compare(compared(story), 100)
    assert "one origin: not confirmed independently" in shown
    assert re.search(r"aster-chronicle, corvid-newswire share \d+% of their text", shown)


def test_one_claim_of_two_people_is_a_finding() -> None:
    """The wages are told alike, by the minister here and by a member of parliament there."""
    story = next(path for path in SAMPLES if path.name == "deployment")
    found = sources.credited_differently(compared(story))
    assert any("2,000" in position.told[0].mention.value.show() for f in found for position in f.positions)


def test_what_rests_on_unnamed_sources_alone_is_listed() -> None:
    story = next(path for path in SAMPLES if path.name == "deployment")
    shown = terminal.compare(compared(story), 100)
    assert "RESTS ON UNNAMED SOURCES ALONE" in shown
