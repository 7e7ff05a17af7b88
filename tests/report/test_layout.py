"""Columns lose no word, whatever the width."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from factcheck.report.layout import Columns

_HEADERS = ("value", "told by", "in these words")
_words = st.lists(st.text("abcdefghij-:12", min_size=1, max_size=18), min_size=1, max_size=12).map(" ".join)


def printed(rows: list[tuple[str, str, str]], width: int) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, force_terminal=False, markup=False)
    cells = [tuple(Text(cell, overflow="fold") for cell in row) for row in rows]
    Columns(_HEADERS, cells, (0.25, 0.25), width).print(console, cells)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@given(st.lists(st.tuples(_words, _words, _words), min_size=1, max_size=4), st.integers(20, 160))
def test_every_word_stands_whole(rows: list[tuple[str, str, str]], width: int) -> None:
    shown = printed(rows, width).split()
    for row in rows:
        for cell in row:
            assert all(word in shown for word in cell.split())


@given(st.lists(st.tuples(_words, _words, _words), min_size=1, max_size=4), st.integers(20, 160))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(len(line.rstrip()) <= width for line in printed(rows, width).splitlines())


def test_a_narrow_terminal_gets_stacked_rows() -> None:
    lines = printed([("12.000", "kabar-samudra:9", "sedikitnya")], 24).splitlines()
    assert lines[0].rstrip() == "12.000"
    assert [line.strip() for line in lines[1:]] == ["kabar-samudra:9", "sedikitnya"]


def test_a_word_longer_than_the_terminal_is_folded_not_cut() -> None:
    assert "".join(printed([("a", "b", "x" * 50)], 20).split()).count("x") == 50
