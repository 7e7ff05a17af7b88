"""The README's examples are true: its commands run, and print what stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.refresh_readme import README, output

TEXT = README.read_text("utf-8")
BLOCKS = re.findall(r"^```console\n\$ ([^\n]+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_a_command_prints_what_the_readme_shows(command: str, shown: str) -> None:
    """`python tools/refresh_readme.py` writes the outputs anew."""
    assert output(command) == shown


def test_the_first_screen_shows_a_comparison() -> None:
    first = "\n".join(TEXT.splitlines()[:30])
    assert "$ factcheck compare samples/" in first
    assert "DISCREPANCIES" in first


def test_ci_calls_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^python3 .*tools/check$", TEXT, re.MULTILINE)
    assert len(commands) == 1
    assert commands[0] in (README.parent / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (README.parent / name).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (README.parent / target).exists(), target


def test_every_command_is_told() -> None:
    from factcheck.cli import app

    for command in app.registered_commands:
        assert command.callback is not None
        assert f"### `factcheck {command.callback.__name__}" in TEXT


def test_the_samples_are_stories_of_several_articles() -> None:
    folders = [path for path in (Path(README).parent / "samples").iterdir() if path.is_dir()]
    assert len(folders) >= 3
    assert all(len(list(folder.glob("*.txt"))) > 2 for folder in folders)
