"""Options in, exit code out. This module alone prints and exits.

A report is written in one piece when it is complete: a failure leaves nothing half-done on standard output.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import __version__
from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.compare import Comparison  # at run time it would slow --help down

_PIPE_WIDTH = 100  # columns: one width for every pipe, so that the same input gives the same bytes
_WIDEST = 1000

app = typer.Typer(
    name="factcheck",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help starts in a third of the time
    pretty_exceptions_enable=False,
    help="diff for facts: what several articles on one story say alike, where they differ, and who says so.",
)


class Format(StrEnum):
    """How a report is written."""

    TABLE = "table"
    JSON = "json"


class Shape(StrEnum):
    """The machine-readable reports there is a schema of."""

    REPORT = "report"
    EXTRACT = "extract"


Files = Annotated[
    list[str],
    typer.Argument(help="Articles, as .txt or .md files; - reads one from standard input."),
]
File = Annotated[str, typer.Argument(help="An article; - reads it from standard input.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where a discrepancy was found.")]


def _version(wanted: bool) -> None:
    if wanted:
        _write(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def compare(files: Files, format: FormatOption = Format.TABLE, exit_code: ExitCode = False) -> None:
    """Lay articles side by side: discrepancies, agreements, and who is credited."""
    _several(files)
    from factcheck.compare import compare as compared

    _report(compared(files), format, exit_code, alone=False)


@app.command()
def review(file: File, format: FormatOption = Format.TABLE, exit_code: ExitCode = False) -> None:
    """Look at a single article: where it contradicts itself, and what rests on whom."""
    from factcheck.compare import review as reviewed

    _report(reviewed(file), format, exit_code, alone=True)


@app.command()
def extract(
    files: Files,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How to write what was read.")
    ] = Format.TABLE,
) -> None:
    """Show what was read out of each article: statements, values, sources."""
    _once(files)
    from factcheck.compare import extract as extracted

    articles = extracted(files)
    if format is Format.JSON:
        from factcheck.report import as_json

        _write(as_json.extract(articles))
    else:
        from factcheck.report import terminal

        _write(terminal.extract(articles, _width(), colours=sys.stdout.isatty()))


@app.command()
def schema(
    shape: Annotated[Shape, typer.Argument(help="report: of compare and review; extract: of extract.")],
) -> None:
    """Print the JSON Schema of a machine-readable report."""
    from factcheck.report import schema as schemas

    _write(schemas.report() if shape is Shape.REPORT else schemas.extract())


def _report(comparison: Comparison, format: Format, exit_code: bool, *, alone: bool) -> None:
    """Write a comparison, or one article's with itself; exit with 1 where that is asked for and it has conflicts."""
    from factcheck.report.wording import conflicts

    if format is Format.JSON:
        from factcheck.report import as_json

        report = as_json.compare(comparison)
    else:
        from factcheck.report import terminal

        table = terminal.review if alone else terminal.compare
        report = table(comparison, _width(), colours=sys.stdout.isatty())
    _write(report)
    if exit_code and conflicts(comparison):
        raise typer.Exit(1)


def _several(files: Sequence[str]) -> None:
    if len(files) == 1:
        raise UsageError(
            f"{files[0]}: one article has nothing to be compared with; name another, or use review"
        )
    _once(files)


def _once(files: Sequence[str]) -> None:
    """Raise UsageError where one file is given twice: an article can't confirm itself."""
    seen: dict[str, str] = {}
    for file in files:
        place = os.path.realpath(file) if file != "-" else file
        if place in seen:
            same = "" if seen[place] == file else f" (as {seen[place]})"
            raise UsageError(
                f"{file}: given twice{same}; an article can't confirm itself, name each file once"
            )
        seen[place] = file


def _width() -> int:
    """The terminal's width; in a pipe what COLUMNS says, else a fixed one."""
    if sys.stdout.isatty():
        return os.get_terminal_size(sys.stdout.fileno()).columns or _PIPE_WIDTH
    columns = os.environ.get("COLUMNS", "")
    wanted = int(columns) if columns.isascii() and columns.isdigit() else 0
    return min(wanted, _WIDEST) or _PIPE_WIDTH


def _write(report: str) -> None:
    """Write a whole report; a reader that has seen enough ("| head") is no failure."""
    try:
        sys.stdout.write(report)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _utf8() -> None:
    """The same bytes whatever the locale; what no encoding can hold is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def run() -> None:
    """Run the command line; every expected failure is one line on standard error and exit code 2."""
    _utf8()
    try:
        app(prog_name="factcheck")
    except FactcheckError as error:
        from factcheck.report import safe

        sys.stderr.write(f"factcheck: {safe.line(str(error))}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
