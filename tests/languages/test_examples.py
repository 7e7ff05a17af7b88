"""What holds for the files of every language, and the examples of the steps without a test of their own."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck.annotate import annotate
from factcheck.kinds import stance
from factcheck.languages import Languages
from factcheck.model import Article, Sentence, Span, Zone
from factcheck.read import read_text

LANGUAGES = Languages()
HOME = LANGUAGES[LANGUAGES.codes[0]].folder.parent
FILES = sorted(HOME.rglob("*.toml"))


def named(file: Path) -> str:
    return str(file.relative_to(HOME))


@pytest.mark.parametrize("file", FILES, ids=named)
def test_examples_say_why(file: Path) -> None:
    for example in tomllib.loads(file.read_text("utf-8")).get("examples", []):
        assert example.get("text"), example
        assert example.get("why"), example


def test_every_language_has_the_same_files() -> None:
    files = {code: frozenset(_files(HOME / code)) for code in LANGUAGES.codes}
    assert len(set(files.values())) == 1


def _files(folder: Path) -> Iterator[str]:
    return (str(file.relative_to(folder)) for file in folder.rglob("*.toml"))


STANCES = [(code, example) for code in LANGUAGES.codes for example in LANGUAGES[code].examples("stance")]


@pytest.mark.parametrize(("code", "example"), STANCES, ids=[f"{c}: {e['text']}" for c, e in STANCES])
def test_stances(code: str, example: Mapping[str, Any]) -> None:
    text = example["text"]
    sentence = Sentence(Span(0, len(text)), Zone.BODY, 0, code)
    article = Article("a", "a.txt", text, "", code, (sentence,))
    found = [f"{m.value.to_json()['standing']}: {m.span.of(text)}" for m in stance.find(article, LANGUAGES)]
    assert found == example["find"], example["why"]


def test_another_language_needs_only_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "languages"
    shutil.copytree(HOME, home, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    shutil.copytree(home / LANGUAGES.codes[0], home / "xx")
    languages = Languages(home)
    assert list(languages.codes) == sorted([*LANGUAGES.codes, "xx"])
    article = read_text(
        "Police said 12 people died on 3 March 2025. The road is closed.", "a.txt", "a", languages
    )
    assert annotate(article, languages).statements
