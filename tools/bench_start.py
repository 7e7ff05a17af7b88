"""Measures how long a command takes beside a Typer program that prints one rich table.

    python tools/bench_start.py samples/deployment/*.txt
    python tools/bench_start.py --runs 30 --most 5 ARTICLE...

Each program is started anew, in turns, so that a busy machine slows all alike; the median of the user and
system time counts. Exit status 1 where the table, words kept, takes more than `--most` times the yardstick.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence

YARDSTICK = """
import typer
from rich.console import Console
from rich.table import Table

def main() -> None:
    table = Table("what", "how many")
    table.add_row("articles", "5")
    Console().print(table)

typer.run(main)
"""


def seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """The processor time a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measured(articles: Sequence[str], runs: int) -> dict[str, float]:
    """The median time of each program."""
    factcheck = [sys.executable, "-m", "factcheck"]
    with tempfile.TemporaryDirectory() as kept:
        warm = {**os.environ, "FACTCHECK_CACHE": kept}
        cold = {**os.environ, "FACTCHECK_CACHE": ""}
        programs = {
            "yardstick": ([sys.executable, "-c", YARDSTICK], warm),
            "--version": ([*factcheck, "--version"], warm),
            "--help": ([*factcheck, "--help"], warm),
            "table": ([*factcheck, "compare", *articles], warm),
            "json": ([*factcheck, "compare", "--format", "json", *articles], warm),
            "table, no words kept": ([*factcheck, "compare", *articles], cold),
        }
        seconds(*programs["table"])  # keeps the words
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(runs):
            for name, (command, environment) in programs.items():
                times[name].append(seconds(command, environment))
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> int:
    """Print the times; 1 where the table takes too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--most", type=float, default=5.0, help="times the yardstick")
    options = parser.parse_args()
    times = measured(options.articles, options.runs)
    yardstick = times["yardstick"]
    for name, taken in times.items():
        sys.stdout.write(f"{name:<22}{taken * 1000:>7.0f} ms {taken / yardstick:>6.1f}x\n")
    return int(times["table"] > options.most * yardstick)


if __name__ == "__main__":
    sys.exit(main())
