"""The language files' own examples, run."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.languages import Languages
from factcheck.model import Span
from factcheck.read.detection import DetectionWords, language_of, majority, scores
from factcheck.read.lines import line
from factcheck.read.page import page
from factcheck.read.sentences import sentences

LANGUAGES = Languages()


def examples(step: str) -> list[Any]:
    return [
        pytest.param(code, example, id=f"{code}: {example['text'][:40]}")
        for code in LANGUAGES.codes
        for example in LANGUAGES[code].examples(step)
    ]


@pytest.mark.parametrize(("code", "example"), examples("page"))
def test_page(code: str, example: dict[str, str]) -> None:
    found = line(example["text"], 0, len(example["text"]), 0)
    assert found is not None
    assert (page(LANGUAGES).reason(found) or "") == example["is"], example["why"]


@pytest.mark.parametrize(("code", "example"), examples("sentences"))
def test_sentences(code: str, example: dict[str, Any]) -> None:
    text = example["text"]
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), LANGUAGES[code])]
    assert found == example["sentences"], example["why"]


@pytest.mark.parametrize(("code", "example"), examples("detection"))
def test_detection(code: str, example: dict[str, str]) -> None:
    points = scores(example["text"], Span(0, len(example["text"])), LANGUAGES)
    assert majority([(points, 1)], LANGUAGES) == example["language"], example["why"]
    assert language_of(points, code) == example["language"], example["why"]


def test_every_language_has_examples() -> None:
    for code in LANGUAGES.codes:
        for step in ("page", "sentences", "detection"):
            assert len(LANGUAGES[code].examples(step)) >= (1 if step == "detection" else 4), (code, step)


def test_no_word_tells_two_languages() -> None:
    """A word of a language's own is no other's."""
    seen: dict[str, str] = {}
    for code in LANGUAGES.codes:
        words = LANGUAGES[code].words("detection", DetectionWords)
        for word in (*words.own, *words.usual):
            assert seen.setdefault(word, code) == code, word
