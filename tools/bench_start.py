"""Prints how long the tables of five articles take, in multiples of a Typer program with one rich table.

    python tools/bench_start.py [RUNS]

Medians of interleaved runs, with compiled modules; exit status 1 where the multiple is above the limit.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIMIT = 5.0
_TYPER = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)

@app.command()
def main(name: str = "world") -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table("greeting", "name")
    table.add_row("hello", name)
    Console().print(table)

app()
"""


def seconds(command: Sequence[str]) -> float:
    """The wall time of one run."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main(runs: int) -> int:
    """Measure and print; the status for the shell."""
    articles = sorted(str(path) for path in (ROOT / "samples" / "deployment").glob("*.txt"))
    commands = {
        "Typer and one table": [sys.executable, "-c", _TYPER],
        "factcheck --version": [sys.executable, "-m", "factcheck", "--version"],
        "factcheck --help": [sys.executable, "-m", "factcheck", "--help"],
        "factcheck compare, five articles": [sys.executable, "-m", "factcheck", "compare", *articles],
    }
    for command in commands.values():
        seconds(command)  # compiles what is not compiled yet
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(found) for name, found in times.items()}
    base = medians["Typer and one table"]
    for name, median in medians.items():
        sys.stdout.write(f"{name:<34} {median * 1000:6.0f} ms  x{median / base:.1f}\n")
    return int(medians["factcheck compare, five articles"] > LIMIT * base)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
