"""Every error factcheck raises on purpose.

FactcheckError
├── ArticleError     an article that can't be read: names the file and what to do
├── LanguageError    a slip in a language file: names file, line and what is known
└── UsageError       a call that can't be carried out as given
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user can mend; its text is one line, fit to print."""


class ArticleError(FactcheckError):
    """An article that can't be read."""


class LanguageError(FactcheckError):
    """A slip in a language file."""


class UsageError(FactcheckError):
    """A call that can't be carried out as given."""
