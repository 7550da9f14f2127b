"""How much work a call does, counted, so that a test of growth says the same on every machine."""

from __future__ import annotations

import cProfile
from collections.abc import Callable

MOST_GROWTH = 2.5
"""Times as much work on twice the size, at the most, that linear time may take; the square takes 4."""


def calls(act: Callable[[], object]) -> int:
    """Return how many functions, Python's and built-in ones, ran while `act` ran."""
    profile = cProfile.Profile()
    profile.runcall(act)
    return sum(entry.callcount for entry in profile.getstats())


def growth(act: Callable[[int], object], size: int) -> float:
    """Return how many times as much work `act` does on twice the size: about 2 where it takes linear time.

    What is read once and kept, as the vocabulary, is read before; what one built-in call does is not seen.
    """
    act(1)
    return calls(lambda: act(2 * size)) / calls(lambda: act(size))
