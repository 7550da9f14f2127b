"""Splits and joins that no bookmark shows: a paragraph that lost the words that its new neighbour has.

A program may leave the bookmark on one half of a split paragraph, and who joins two paragraphs may delete one of them
and paste its words. Taken for a deletion and an addition, the references in these words would become dead figures.
"""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterator

_LEAST = 6
"""Characters in a row that are no chance."""
_SHARE = 0.4
_LONGEST = 4_000


def torn_off(whole: str, part: str, other: str) -> bool:
    """Return whether `other` has words that `whole` had and `part`, what is left of it, has no longer."""
    if not whole or not other or whole == part or max(len(whole), len(part) + len(other)) > _LONGEST:
        return False
    lost = _rest(whole, part)
    found = sum(_common(piece, other) for piece in lost)
    return found > 0 and (found >= _SHARE * len(other) or found >= _SHARE * sum(map(len, lost)))


def _rest(whole: str, part: str) -> list[str]:
    """Return the stretches of `whole` that `part` has no longer."""
    steps = difflib.SequenceMatcher(None, whole, part, autojunk=False).get_opcodes()
    return [whole[a:b] for action, a, b, _, _ in steps if action != "equal" and b - a >= _LEAST]


def _common(one: str, two: str) -> int:
    """Return how many characters two texts share in stretches that are no chance."""
    blocks = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _LEAST)


def beside(at: int, free: Container[int]) -> Iterator[int]:
    """Yield the members of `free` that stand right before or behind a place, the nearest first."""
    for step in (1, -1):
        other = at + step
        while other in free:
            yield other
            other += step
