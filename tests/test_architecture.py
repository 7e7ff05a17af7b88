"""The shape of the house: who may import whom, no words of a language in code, no dangerous patterns."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "factcheck"
FILES = sorted(ROOT.rglob("*.py"))
LANGUAGES = {path.name for path in (ROOT / "languages").iterdir() if (path / "morphology.toml").exists()}

VALUES = {"kinds", "languages", "model", "verdicts", "ranges"}
STAGES = {"read", "annotate", "align", "judge", "origins", "sources", "explain", "within"}
MAY_IMPORT = {
    "__init__": STAGES | {"compare", "model", "errors", "languages"},
    "__main__": {"cli"},
    "errors": set(),
    "ranges": set(),
    "verdicts": set(),
    "model": {"ranges", "verdicts"},
    "languages": {"errors", "ranges"},
    "read": {"languages", "model", "errors"},
    "kinds": {"languages", "model", "ranges", "verdicts"},
    "attribution": {"languages", "model", "ranges", "verdicts"},
    "annotate": VALUES | {"attribution"},
    "align": VALUES,
    "judge": VALUES,
    "origins": {"languages", "model", "verdicts"},
    "sources": VALUES,
    "explain": VALUES | {"sources"},
    "within": VALUES,
    "report": {"model", "verdicts"},
    "compare": STAGES | {"model", "languages"},
    "cli": {"compare", "report", "languages", "errors", "verdicts"},
}


def room(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in FILES:
        yield file, ast.parse(file.read_text("utf-8"), str(file))


def imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The rooms of this package that a module imports, wherever it does."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import, line {node.lineno}"
            names = [node.module or ""]
            if node.module == "factcheck":
                names = [f"factcheck.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "factcheck" and len(parts) > 1 and not parts[1].startswith("__"):
                yield parts[1], node.lineno


def test_every_room_is_in_the_table() -> None:
    assert {room(file) for file in FILES} == set(MAY_IMPORT)


def test_rooms_import_only_what_they_may() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {other}"
        for file, tree in trees()
        for other, line in imported(tree)
        if other != room(file) and other not in MAY_IMPORT[room(file)]
    ]
    assert not wrong


def test_code_names_no_language() -> None:
    """A comparison with, or a table keyed by, a language's code is a missing field in its TOML."""
    assert len(LANGUAGES) >= 3
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in trees()
        for compared in ast.walk(tree)
        if isinstance(compared, (ast.Compare, ast.Dict, ast.Subscript, ast.MatchValue))
        for node in ast.iter_child_nodes(compared)
        if isinstance(node, ast.Constant) and node.value in LANGUAGES - {"id"}
    ] + [
        f"{file.relative_to(ROOT)}:{compared.lineno}"
        for file, tree in trees()
        for compared in ast.walk(tree)
        if isinstance(compared, ast.Compare)
        and any(isinstance(node, ast.Constant) and node.value in LANGUAGES for node in compared.comparators)
    ]
    assert not wrong


def test_no_exception_is_swallowed_whole() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
        )
    ]
    assert not wrong


def patterns() -> Iterator[tuple[str, str]]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
            ):
                constants = (c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant))
                text = "".join(value for value in constants if isinstance(value, str))
                yield f"{file.relative_to(ROOT)}:{node.lineno}", text


def unguarded(pattern: str) -> bool:
    """Whether a repeated group can split one text in many ways: nothing in it marks where it begins."""
    classes = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]|[\w .]", "x", pattern)
    return re.search(r"\((?:\?:)?(?:x[+*])+\)[+*]", classes) is not None


@pytest.mark.parametrize(("where", "pattern"), list(patterns()), ids=[where for where, _ in patterns()])
def test_no_pattern_nests_open_repetitions(where: str, pattern: str) -> None:
    assert not unguarded(pattern), where


def test_the_pattern_check_sees_the_classic_ones() -> None:
    assert unguarded(r"(a+)+$".replace("a", r"\w"))
    assert unguarded(r"(?:[a-z]*)*")
    assert not unguarded(r"\d+(?:[.,]\d+)*")


def test_only_the_command_prints_and_exits() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in trees()
        if room(file) not in ("cli", "__main__")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in {("sys", "exit"), ("sys", "stdout"), ("sys", "stderr")}
    ]
    assert not wrong


def test_modules_hold_no_mutable_state() -> None:
    """A module's own names are constants: no list, dictionary or set that could be added to by accident."""
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, tree in trees()
        for node in tree.body
        if isinstance(node, ast.Global)
        or (isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and not _is_dunder(node))
    ]
    assert not wrong
    assert not [f for f, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Global)]


def _is_dunder(node: ast.Assign) -> bool:
    return all(isinstance(t, ast.Name) and t.id.startswith("__") for t in node.targets)
