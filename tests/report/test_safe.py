"""Nothing that acts passes `safe`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report import safe


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "·[31mred·[0m"),
        ("a\u202eb", "a·b"),
        ("a\u2066b\u2069", "a·b·"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two\nlines\tand\u00a0a  gap", "two lines and a gap"),
        ("bell\a", "bell·"),
        ("harga [naik] :id:", "harga [naik] :id:"),
    ],
)
def test_a_line_acts_on_nothing(words: str, shown: str) -> None:
    assert safe.line(words) == shown


@given(st.text())
def test_no_control_or_format_character_is_left(words: str) -> None:
    left = {unicodedata.category(c) for c in safe.line(words) if c not in "\u200c\u200d"}
    assert not left & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.text())
def test_making_harmless_twice_changes_nothing(words: str) -> None:
    assert safe.line(safe.line(words)) == safe.line(words)


@pytest.mark.parametrize("words", ["=1+1", "+62 811", "-5", "@home", "\t=1"])
def test_a_cell_is_no_formula(words: str) -> None:
    assert safe.cell(words)[0] not in "=+-@\t\r"


def test_html_is_escaped() -> None:
    assert safe.html('<b onclick="x">\'&') == "&lt;b onclick=&quot;x&quot;&gt;&#x27;&amp;"
