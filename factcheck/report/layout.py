"""Columns that lose nothing: every column is as wide as its longest word, or the rows are stacked instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_GAP = 2
_STACKED_INDENT = 4

Row = Sequence[Text]


class Columns:
    """A layout for rows of cells; `shares` are the parts of the width that columns but the last may take."""

    def __init__(
        self, headers: Sequence[str], rows: Sequence[Row], shares: Sequence[float], width: int
    ) -> None:
        self._headers = headers
        cells = [[Text(header) for header in headers], *rows]
        free = width - _GAP * (len(headers) - 1)
        self._widths = _fitted([[row[i] for row in cells] for i in range(len(headers))], shares, free, width)

    def print(self, console: Console, rows: Sequence[Row], *, header: bool = True) -> None:
        """Print rows as a table, or stacked where a table would cut words."""
        if self._widths is None:
            _stack(console, rows)
            return
        lines: list[Text] = []
        if header:
            lines += self._beside(console, [Text(name, "bold") for name in self._headers])
            lines.append(Text("─" * (sum(self._widths) + _GAP * (len(self._widths) - 1))))
        for row in rows:
            lines += self._beside(console, row)
        console.print(Text("\n").join(lines), soft_wrap=True)  # each line fits already

    def _beside(self, console: Console, row: Row) -> Iterator[Text]:
        """The lines of a row: its cells broken at their columns' widths, side by side."""
        widths = self._widths or ()
        broken = [cell.wrap(console, width, overflow="fold") for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*broken):
            line, blanks = Text(), 0
            for part, width in zip(parts, widths, strict=True):
                if part is not None:
                    line.append(" " * blanks).append_text(part)
                    blanks = -part.cell_len
                blanks += width + _GAP
            yield line


def _fitted(
    columns: Sequence[Sequence[Text]], shares: Sequence[float], free: int, width: int
) -> list[int] | None:
    """A width a column; None where the longest words don't fit side by side."""
    least = [max(_longest_word(cell, width) for cell in cells) for cells in columns]
    if sum(least) > free:
        return None
    natural = [max(_longest_line(cell) for cell in cells) for cells in columns]
    wanted = [
        max(low, min(full, int(free * share)))
        for low, full, share in zip(least[:-1], natural[:-1], shares, strict=True)
    ]
    if free - sum(wanted) < least[-1]:
        wanted = least[:-1]
    return [*wanted, max(least[-1], min(natural[-1], free - sum(wanted)))]


def _longest_word(cell: Text, width: int) -> int:
    """In terminal cells; words no line can hold don't count, they are folded anyhow."""
    lengths = (cell_len(word) for word in cell.plain.split())
    return max((length for length in lengths if length <= width), default=1)


def _longest_line(cell: Text) -> int:
    return max((cell_len(line) for line in cell.plain.split("\n")), default=1)


def _stack(console: Console, rows: Sequence[Row]) -> None:
    for row in rows:
        indent = 0
        for cell in row:
            if cell.plain:
                console.print(Padding(cell, (0, 0, 0, indent)))
            indent = min(_STACKED_INDENT, console.width // 8)
