"""The known names that words end with, or that they end, looked up by their last two characters: most are none."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

Lengths: TypeAlias = Mapping[str, tuple[int, ...]]
"""By two characters, how long the names are that end with them, the longest first."""


@lru_cache(maxsize=8)
def lengths_by_ending(names: frozenset[str]) -> Lengths:
    """Return how long names are by their last two characters; most plans know the same names."""
    lengths: dict[str, dict[int, None]] = {}
    for name in sorted(names, key=len, reverse=True):
        lengths.setdefault(name[-2:], {})[len(name)] = None
    return {last: tuple(long) for last, long in lengths.items()}


def endings(words: str, names: Container[str], lengths: Lengths) -> Iterator[str]:
    """Yield the names of two characters or more that words end with, the longest first."""
    longest = len(words) if len(words) > 1 else 0
    for length in lengths.get(words[-2:], ()):
        if length <= longest and words[-length:] in names:
            yield words[-length:]


def lengthened(before: str, words: str, names: Container[str], lengths: Lengths) -> str | None:
    """Return the longest name that begins as `before` does, by two characters or more, and goes on with `words`."""
    for length in lengths.get(words[-2:], ()):
        taken = length - len(words)
        if 2 <= taken <= len(before) and (name := before[:taken] + words) in names:
            return name
    return None
