"""Writes languages/<code>/countries.toml from CLDR's territory names, as Babel carries them.

Run after adding a language or updating Babel: python tools/make_countries.py [CODE...]
Short forms, peoples and exonyms of cities are not in CLDR's list; they live in places.toml, written by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale

HOME = Path(__file__).parent.parent / "factcheck" / "languages"
LEFT_OUT = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "CP", "DG", "EA", "IC", "AC", "TA", "UM", "AQ", "CQ"}
SPECIAL = re.compile(r"\s*\([^()]*\)|\s+(?:DAK|SAR)\b.*| China$| Tiongkok$", re.IGNORECASE)


def countries(code: str) -> dict[str, str]:
    """ISO code to name, without glosses in brackets."""
    found = {}
    for iso, name in sorted(Locale(code).territories.items()):
        if len(iso) == 2 and iso not in LEFT_OUT:
            found[iso] = SPECIAL.sub("", name).replace("’", "'").strip()
    return found


def write(code: str) -> None:
    """One language's table."""
    lines = [
        "# Made by tools/make_countries.py from CLDR; other names of countries stand in places.toml.",
        "",
        "[countries]",
    ]
    lines += [f'{iso} = "{name}"' for iso, name in countries(code).items()]
    (HOME / code / "countries.toml").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or sorted(p.name for p in HOME.iterdir() if p.is_dir() and len(p.name) == 2):
        write(wanted)
