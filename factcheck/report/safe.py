"""Makes untrusted words harmless for each medium: terminal, CSV, HTML and XML.

Control characters (terminal escapes among them), bidirectional overrides and other invisible formatting
characters are shown as "·", never acted upon.
"""

from __future__ import annotations

import unicodedata

_SHOWN = "·"
_KEPT_FORMATS = "\u200c\u200d"  # joiners are part of some scripts' spelling
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def line(text: str) -> str:
    """Words fit for one line of a terminal: white space as single blanks, nothing that acts."""
    if text.isprintable():  # nearly all; no character of the kinds below is
        return " ".join(text.split())
    return " ".join("".join(_harmless(c) for c in text).split())


def _harmless(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Cf" and char not in _KEPT_FORMATS:
        return "" if char in "\u00ad\u200b\ufeff" else _SHOWN
    return _SHOWN if category in ("Cc", "Cs", "Co", "Cn") else char


def cell(text: str) -> str:
    """Words fit for a CSV cell: a spreadsheet must not take them for a formula."""
    clean = line(text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def html(text: str) -> str:
    """Words fit for HTML and XML text and attributes."""
    from html import escape  # dear: brings the names of all characters

    return escape(line(text), quote=True)
