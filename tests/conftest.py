"""No test depends on how fast the machine is, nor on chance: a failure of one run is one of every run."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None, derandomize=True)
settings.load_profile("untimed")
