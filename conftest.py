"""What all tests share: word tables compiled in a test run are kept in a folder of its own, not in the user's."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

_CACHE = "FACTCHECK_CACHE"
_FOLDER = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Before any module is imported, for some read their languages then; workers share the first one's folder."""
    if not hasattr(config, "workerinput"):
        config.stash[_FOLDER] = os.environ[_CACHE] = tempfile.mkdtemp(prefix="factcheck-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    folder = config.stash.get(_FOLDER, None)
    if folder:
        os.environ.pop(_CACHE, None)
        shutil.rmtree(folder, ignore_errors=True)
