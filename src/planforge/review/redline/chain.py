"""The heaviest chain: of many pairs of positions, those that can stand in one order on both sides."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]


def heaviest_chain(weighted: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """Return pairs (i, j), both rising, of the greatest weight together; n pairs take n·log n steps.

    Args:
        weighted: (i, j, weight) with a weight above 0.
    """
    ordered = sorted(weighted, key=lambda item: (item[0], -item[1]))
    best = _BestBelow(max((j for _, j, _ in ordered), default=-1) + 1)
    before: list[int] = []
    for index, (_, j, weight) in enumerate(ordered):
        total, last = best.below(j)
        before.append(last)
        best.put(j, total + weight, index)
    _, at = best.below(best.size)
    chain: list[Pair] = []
    while at >= 0:
        chain.append(ordered[at][:2])
        at = before[at]
    return chain[::-1]


class _BestBelow:
    """The best total at any place below another (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, total: float, index: int) -> None:
        """Note the total of a chain that ends at `place` with the pair of this index."""
        node = place + 1
        while node <= self.size:
            if total > self._tree[node][0]:
                self._tree[node] = (total, index)
            node += node & -node

    def below(self, place: int) -> tuple[float, int]:
        """Return the best total below `place` and the pair it ends with, (0, -1) when there is none."""
        found = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found
