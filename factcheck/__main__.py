"""The command's entry: answers --version before anything dear is imported."""

from __future__ import annotations

import sys

from factcheck import __version__


def main() -> None:
    """Run the command."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"factcheck {__version__}\n")
        return
    from factcheck.cli import run

    run()


if __name__ == "__main__":
    main()
