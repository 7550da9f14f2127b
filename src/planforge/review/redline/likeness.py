"""How alike two texts are, and which of many are worth a look: by the pairs of characters they share.

Counting pairs (Dice's coefficient) is linear in the text; a comparison character by character is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

Pairs = Counter[str]
_SHORT = 12
_COMMON = 24
"""Pairs of characters that more texts than this share tell nothing (发展, 建设)."""
_LOOKS = 3


def pairs_of(text: str) -> Pairs:
    """Return the pairs of neighbouring characters; of a short text the characters too, it has few pairs."""
    found = Counter(map("".join, pairwise(text)))
    if len(text) <= _SHORT:
        found.update(text)
    return found


def likeness(one: Pairs, two: Pairs) -> float:
    """Return 2·shared / all, from 0 to 1 (Dice 1945)."""
    total = one.total() + two.total()
    return 2 * shared(one, two) / total if total else 0.0


def shared(one: Pairs, two: Pairs) -> int:
    """Return how many pairs of characters two texts share."""
    few, many = (one, two) if len(one) <= len(two) else (two, one)
    return sum(min(count, many[pair]) for pair, count in few.items() if pair in many)


def candidates(old: Mapping[int, Pairs], new: Mapping[int, Pairs]) -> Iterator[tuple[int, int]]:
    """Yield for each new text the few old ones that share most rare pairs with it; keys are positions."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, pairs in old.items():
        for pair in pairs:
            holders[pair].append(index)
    for index, pairs in new.items():
        votes: Counter[int] = Counter()
        for pair in pairs:
            if len(holders.get(pair, ())) <= _COMMON:
                votes.update(holders.get(pair, ()))
        for other, _ in votes.most_common(_LOOKS):
            yield other, index
