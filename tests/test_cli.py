"""The command as users call it: a process with its output and exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import __version__

ROOT = Path(__file__).parent.parent
TAKEOVER = sorted(str(path) for path in (ROOT / "samples/takeover").glob("*.txt"))
FLOOD = sorted(str(path) for path in (ROOT / "samples/flood").glob("*.txt"))


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        input=stdin,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line of a call that was refused."""
    assert done.returncode == 2
    assert done.stdout == b""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    return lines[0]


def test_version() -> None:
    assert run("--version").stdout.decode() == f"factcheck {__version__}\n"


def test_the_version_is_told_among_other_options_too() -> None:
    assert run("--version", "compare").stdout.decode() == f"factcheck {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "--help"], ["schema", "--help"], ["--version"]]
)
def test_help_and_version_import_nothing_dear(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['factcheck', *{arguments!r}]\n"
        "from factcheck.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "dear = ('rich.table', 'rapidfuzz', 'dateparser', 'simplemma', 'tomllib', 'factcheck.languages')\n"
        "sys.exit(','.join(name for name in dear if name in sys.modules) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_option_and_argument_has_help() -> None:
    for command in ("compare", "review", "extract", "schema"):
        shown = run(command, "--help").stdout.decode()
        for line in shown.splitlines():
            if line.startswith("  -"):
                assert len(line.split("  ")) > 2, line


def test_compare_exits_with_zero_whatever_it_found() -> None:
    done = run("compare", *TAKEOVER)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"DISCREPANCIES" in done.stdout


def test_exit_code_tells_of_discrepancies() -> None:
    assert run("compare", "--exit-code", *TAKEOVER).returncode == 1
    assert run("compare", "--exit-code", "--format", "json", *TAKEOVER).returncode == 1


def test_json_is_json() -> None:
    report = json.loads(run("compare", "--format", "json", *TAKEOVER).stdout)
    assert report["summary"]["conflict"] == sum(fact["verdict"] == "conflict" for fact in report["facts"])


def test_extract_as_json() -> None:
    found = json.loads(run("extract", "--format", "json", *FLOOD).stdout)
    assert [article["path"] for article in found["articles"]] == FLOOD


def test_standard_input_is_an_article() -> None:
    done = run("compare", "-", TAKEOVER[1], stdin=Path(TAKEOVER[2]).read_bytes())
    assert done.returncode == 0
    assert b"stdin:" in done.stdout


@pytest.mark.parametrize("shape", ["report", "extract"])
def test_schema_prints_a_schema(shape: str) -> None:
    assert json.loads(run("schema", shape).stdout)["$schema"].startswith("https://json-schema.org/")


def test_a_missing_file_is_named() -> None:
    assert "nowhere.txt" in refused(run("compare", TAKEOVER[0], "nowhere.txt"))


def test_a_single_article_has_nothing_to_be_compared_with() -> None:
    assert "review" in refused(run("compare", TAKEOVER[0]))


def test_an_article_cannot_confirm_itself() -> None:
    assert "given twice" in refused(run("compare", TAKEOVER[0], TAKEOVER[0]))
    other = str(Path(TAKEOVER[0]).parent / ".." / "takeover" / Path(TAKEOVER[0]).name)
    assert "given twice" in refused(run("compare", TAKEOVER[0], other))


@pytest.mark.parametrize(
    "arguments", [[], ["compare"], ["compare", "--format", "xml", *TAKEOVER], ["nonsense"]]
)
def test_bad_usage_exits_with_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    command = f'"{sys.executable}" -m factcheck compare --format json {" ".join(TAKEOVER)} | head -c 10'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("columns", ["0", "x", "-5", "99999999999999999999", "１２"])
def test_a_strange_width_is_no_failure(columns: str) -> None:
    assert run("compare", *TAKEOVER, COLUMNS=columns).returncode == 0


def test_review_looks_at_a_single_article(tmp_path: Path) -> None:
    file = tmp_path / "bus.txt"
    file.write_text("The bus to Port Alder carried 30 people: 12 men and 15 women, police said.\n", "utf-8")
    done = run("review", str(file))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"12 and 15 make 27, not 30" in done.stdout
    assert run("review", "--exit-code", str(file)).returncode == 1
    report = json.loads(run("review", "-f", "json", str(file)).stdout)
    assert [fact["verdict"] for fact in report["within"]] == ["conflict"]
