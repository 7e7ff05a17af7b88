"""Words are checked when loaded, compiled once, and what is kept between runs changes nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.errors import LanguageError
from factcheck.languages import Languages, tokens
from factcheck.languages.compiled import Packed, Store, packed

TEXT = "Rescuers found eleven bodies after the flood; the governor denied the report."


@dataclass(frozen=True, slots=True)
class Unit:
    """Inner words."""

    factor: Decimal
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of all shapes there are."""

    units: Mapping[str, Unit]
    plain: tuple[str, ...]
    several: tuple[Unit, ...]
    most: int = 3
    exact: bool = False
    note: str | None = None


GOOD = """
plain = ["a", "b"]
most = 4
several = [{ factor = "1.5", names = ["x"] }]

[units.metre]
factor = 1
names = ["m", "metre"]

[[examples]]
text = "not a word of the table"
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what is kept."""
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of languages with one language."""
    folder = tmp_path / "home" / "xx"
    (folder / "concepts").mkdir(parents=True)
    (folder / "morphology.toml").write_text('function_words = ["the"]\n[[endings]]\nending = "s"\n')
    (folder / "concepts" / "all.toml").write_text('[concepts]\nflood = ["flood", "high water"]\n')
    (folder / "step.toml").write_text(GOOD)
    return tmp_path / "home"


def entries(kept: Path) -> list[Path]:
    return sorted(path for path in kept.rglob("*") if path.is_file())


def found(home: Path, text: str) -> list[str]:
    return [hit.meaning for hit in Languages(home)["xx"].concepts(tokens(text))]


def test_kept_words_are_the_words(home: Path, kept: Path) -> None:
    """The second reading, from what was kept, equals the first."""
    first = Languages(home)["xx"].words("step", Words)
    assert entries(kept)
    again = Languages(home)["xx"].words("step", Words)
    assert again == first
    assert again.units["metre"].factor == Decimal(1)
    assert again.several == (Unit(Decimal("1.5"), ("x",)),)


def test_nothing_is_kept_where_nobody_wants_it(
    home: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty FACTCHECK_CACHE turns keeping off."""
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    assert found(home, "The floods came") == ["flood"]
    assert not kept.exists()


def test_the_same_concepts_with_and_without(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled, kept or neither: the same concepts and stems of every language."""

    def everything() -> list[object]:
        languages = Languages()
        return [
            (languages[code].concepts(tokens(TEXT)), [languages[code].stem(w.key) for w in tokens(TEXT)])
            for code in languages.codes
        ]

    cold, warm = everything(), everything()
    assert entries(kept)
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    assert cold == warm == everything()


def test_an_edit_is_seen_at_once(home: Path, kept: Path) -> None:
    """Even one that changes neither the file's size nor its time."""
    file = home / "xx" / "concepts" / "all.toml"
    assert found(home, "the flood") == ["flood"]
    before = file.stat()
    file.write_text(file.read_text().replace("flood =", "storm ="))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found(home, "the flood") == ["storm"]


def test_a_new_file_is_seen_at_once(home: Path, kept: Path) -> None:
    """Concept files are found anew by every run."""
    from factcheck.languages.concepts import concept_files

    assert found(home, "a quake") == []
    (home / "xx" / "concepts" / "more.toml").write_text('[concepts]\nquake = ["quake"]\n')
    concept_files.cache_clear()  # as a new run would find it
    assert found(home, "a quake") == ["quake"]


@pytest.mark.parametrize("damage", [b"", b"x" * 400, None], ids=["empty", "noise", "cut"])
def test_damaged_entries_are_made_anew(home: Path, kept: Path, damage: bytes | None) -> None:
    """Whatever stands in a kept file, the answer is right and the file whole again."""
    first = Languages(home)["xx"].words("step", Words)
    assert found(home, "high waters") == ["flood"]
    whole = {entry: entry.read_bytes() for entry in entries(kept)}
    for entry, data in whole.items():
        entry.write_bytes(data[:-3] if damage is None else damage)
    assert Languages(home)["xx"].words("step", Words) == first
    assert found(home, "high waters") == ["flood"]
    assert {entry: len(entry.read_bytes()) for entry in entries(kept)} == {
        e: len(d) for e, d in whole.items()
    }


def test_a_place_that_cannot_be_written(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence: a file stands where the folder should be."""
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "taken"))
    assert found(home, "the floods") == ["flood"]


@pytest.mark.parametrize(
    ("words", "line", "what"),
    [
        ("plain = ['a']\nplan = ['b']\n", 2, "unknown key 'plan'"),
        ("plain = 'a'\n", 1, "must be an array"),
        ("plain = []\nmost = 'x'\n", 2, "must be of type int"),
        ("[units.metre]\nfactor = 'far'\n", 2, "must be a number"),
    ],
)
def test_a_slip_names_file_and_line(home: Path, kept: Path, words: str, line: int, what: str) -> None:
    """Also where an earlier, good version was kept, and every time."""
    Languages(home)["xx"].words("step", Words)
    (home / "xx" / "step.toml").write_text(words)
    for _ in range(2):
        with pytest.raises(LanguageError, match=f"home/xx/step.toml:{line}: .*{what}"):
            Languages(home)["xx"].words("step", Words)


def test_broken_toml_names_the_file(home: Path, kept: Path) -> None:
    """A file that is no TOML at all, and one that is no UTF-8."""
    for data in (b"plain = [", b"plain = ['\xff']"):
        (home / "xx" / "step.toml").write_bytes(data)
        with pytest.raises(LanguageError, match=r"home/xx/step\.toml"):
            Languages(home)["xx"].words("step", Words)


def test_a_missing_file_is_an_empty_one(home: Path, kept: Path) -> None:
    """A language may leave a step out."""
    assert Languages(home)["xx"].words("none", Words) == Words({}, (), ())


def test_unknown_languages_are_named() -> None:
    """The message lists the known ones."""
    with pytest.raises(LanguageError, match="unknown language 'qq'; known: en, id, ms"):
        Languages()["qq"]


def test_a_changed_shape_is_read_anew(home: Path, kept: Path) -> None:
    """What was kept for one shape never serves another."""
    whole = Languages(home)["xx"].words("step", Words)
    with pytest.raises(LanguageError, match="unknown key"):
        Languages(home)["xx"].words("step", Unit)
    assert Languages(home)["xx"].words("step", Words) == whole


def test_a_store_keeps_what_was_made(tmp_path: Path, kept: Path) -> None:
    """Made once for the same sources, again for others."""
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(len(made))
        return tuple(made)

    assert Store(tmp_path).kept("n", [b"one"], make) == (0,)
    assert Store(tmp_path).kept("n", [b"one"], make) == (0,)
    assert Store(tmp_path).kept("n", [b"o", b"ne"], make) == (0, 1)
    assert [path.name for path in entries(kept)] == ["n"]


def test_packed_tables() -> None:
    """Every key gives its text, all others nothing."""
    table = {f"key{i}": f"text {i}\n" for i in range(500)} | {"": "empty", "é": "", "\ud800": "odd"}
    found = Packed(packed(table))
    assert {key: found.get(key) for key in table} == table
    assert found.get("key") is None
    assert found.get("ey1") is None
    assert Packed(packed({})).get("a") is None
