"""Options in, exit code out. This module alone prints and exits."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.errors import FactcheckError

app = typer.Typer(
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


Files = Annotated[list[str], typer.Argument(help="Articles, as .txt or .md files; - reads one from standard input.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")]


@app.command()
def compare(
    files: Files,
    format: FormatOption = Format.TABLE,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where a conflict was found.")] = False,
) -> None:
    """Lay articles side by side: discrepancies, agreements, and who is credited."""
    from factcheck.compare import compare as compared
    from factcheck.verdicts import Verdict

    comparison = compared(files)
    if format is Format.JSON:
        from factcheck.report import as_json

        sys.stdout.write(as_json.compare(comparison))
    else:
        from factcheck.report import terminal

        terminal.compare(comparison)
    if exit_code and any(fact.verdict is Verdict.CONFLICT for fact in comparison.facts):
        raise typer.Exit(1)


@app.command()
def extract(files: Files, format: FormatOption = Format.JSON) -> None:
    """Show what was read out of each article: statements, values, sources."""
    from factcheck.compare import extract as extracted
    from factcheck.report import as_json

    sys.stdout.write(as_json.extract(extracted(files)))


def run() -> None:
    """Run the command line; every expected failure is one line on standard error and exit code 2."""
    try:
        app()
    except FactcheckError as error:
        sys.stderr.write(f"factcheck: {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
