"""The same input gives the same bytes, whatever the machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Jakarta", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "99", "TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
)


def output(settings: dict[str, str], *arguments: str) -> bytes:
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"} | settings
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


@pytest.mark.parametrize("story", ["deployment", "flood", "takeover"])
@pytest.mark.parametrize(
    "options", [["compare"], ["compare", "-f", "json"], ["extract"], ["extract", "-f", "json"]]
)
def test_the_same_bytes(story: str, options: list[str]) -> None:
    articles = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "samples" / story).glob("*.txt"))
    outputs = {output(settings, *options, *articles) for settings in SETTINGS}
    assert len(outputs) == 1
    assert outputs.pop().decode("utf-8")


def test_the_order_of_articles_changes_no_verdict() -> None:
    import json

    articles = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "samples/takeover").glob("*.txt"))
    summaries = [
        json.loads(output({}, "compare", "-f", "json", *order))["summary"]
        for order in (articles, articles[::-1])
    ]
    assert summaries[0] == summaries[1]
