"""How much work a call does, counted, so that a test of growth says the same on every machine."""

from __future__ import annotations

import cProfile
from collections.abc import Callable


def calls(act: Callable[[], object]) -> int:
    """Return how many functions, Python's and built-in ones, ran while `act` ran."""
    profile = cProfile.Profile()
    profile.runcall(act)
    return sum(entry.callcount for entry in profile.getstats())
