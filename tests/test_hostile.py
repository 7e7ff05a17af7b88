"""Bad and hostile input ends in a clear line or a sensible report, never in a traceback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOOD = str(ROOT / "samples/flood/suara-muara.txt")


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


UNREADABLE = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 20,
    "nul": b"Two people died.\0\0",
    "no-sentence": b"|||---***\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_article_is_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.txt"
    file.write_bytes(UNREADABLE[name])
    done = run("compare", str(file), GOOD)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"factcheck: {file}: ")
    assert done.stderr.count(b"\n") == 1


def test_a_folder_is_refused(tmp_path: Path) -> None:
    done = run("compare", str(tmp_path), GOOD)
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(tmp_path) in done.stderr.decode()


def test_a_file_name_cannot_act_on_the_terminal() -> None:
    done = run("compare", "evil\x1b[2J\n.txt", GOOD)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 1


HOSTILE = (
    "\x1b[31mSedikitnya 14 orang tewas\x1b[0m di [bold]Sarimba[/bold], kata [/] "
    "Polisi\u202e Bayu Prakosa.\n\n"
    "Sirene :id: tidak berbunyi\x07, kata \x9b31m Gubernur Hendra.\n"
)


@pytest.mark.parametrize("command", ["compare", "extract"])
def test_words_of_articles_do_not_act(command: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, "utf-8")
    done = run(command, str(file), GOOD)
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "[/bold]" in shown or command == "compare"


MONSTERS = {
    "brackets": "(" * 20_000 + " 12 orang tewas.",
    "quotes": '"' * 20_000 + " 12 orang tewas.",
    "digits": "9" * 20_000 + " orang tewas.",
    "separators": "1.000" * 5_000 + " orang tewas.",
    "one word": "a" * 200_000 + ".",
    "hyphens": "-" * 100_000 + " 12 orang tewas.",
    "combining": "a" + "\u0301" * 50_000 + " 12 orang tewas.",
    "blank lines": "Dua orang tewas.\n" + "\n" * 100_000,
    "numbers": "12 orang, " * 3_000 + "tewas.",
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_end_in_a_report_or_a_refusal(name: str, tmp_path: Path) -> None:
    file = tmp_path / "monster.txt"
    file.write_text(MONSTERS[name], "utf-8")
    done = run("compare", str(file), GOOD)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


ENDLESS = {
    "one line": "kata polisi 12.000 orang tewas pada Selasa " * 120_000,
    "short lines": "".join(f"{n % 977 + 3} people died in Ostrand.\n" for n in range(100_000)),
    "words": "yes no\n" * 100_000,
    "front matter": "---\n" + "key: value\n" * 100_000 + "---\nTwo people died in the city on Tuesday.\n",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_is_too_long_is_read_in_part_and_said_so(name: str, tmp_path: Path) -> None:
    file = tmp_path / "endless.md"
    file.write_text(ENDLESS[name], "utf-8")
    done = run("compare", str(file), GOOD)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "endless: too long for one article; read up to line " in done.stdout.decode()


def a_list(step: int) -> str:
    counted = ", ".join(f"{n * step % 5000 + 3} people" for n in range(2000))
    return f"The police counted {counted} in the city on Tuesday.\n"


def opened_quotes(step: int) -> str:
    said = "".join(f"(“he told {n * step % 50} people, " for n in range(3000))
    return f"He said {said}and 12 people died{'”)' * 3000}.\n"


@pytest.mark.parametrize("text", [a_list, opened_quotes])
def test_two_monsters_are_compared(text: Callable[[int], str], tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file, step in zip(files, (37, 41), strict=True):
        file.write_text(text(step), "utf-8")
    done = run("compare", *map(str, files))
    assert (done.returncode, done.stderr) == (0, b"")
