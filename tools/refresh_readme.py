"""Runs the README's console examples and writes their outputs into it.

    python tools/refresh_readme.py

A console block holds commands after "$ " and what they print. `tests/test_readme.py` compares them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(text: str) -> str:
    """The text with every console block's output as it is now."""
    return _BLOCK.sub(lambda block: f"```console\n{_rerun(block[1])}```", text)


def _rerun(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{output(command)}" for command in commands)


def output(command: str) -> str:
    """What a shell command prints, with `factcheck` being this working tree's; errors included."""
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "factcheck"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
        shim.chmod(0o755)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        environment = {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": folder}
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        return done.stdout.decode("utf-8")


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), "utf-8")
