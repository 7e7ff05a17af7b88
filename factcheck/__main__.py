"""The command's entry: answers --version before anything dear is imported."""

from __future__ import annotations

import gc
import sys

from factcheck import __version__


def main() -> None:
    """Run the command."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"factcheck {__version__}\n")
        return
    gc.disable()  # one short run of frozen values: looking for cycles costs a tenth of it and finds none
    from factcheck.cli import run

    run()


if __name__ == "__main__":
    main()
