"""Anchors: paragraphs that are the same on both sides, found without comparing each with each (patience diff)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.review.redline.chain import Pair, heaviest_chain
from planforge.review.redline.item import Item, Span

_DEPTH = 12
"""How often a stretch between two anchors is searched again for what occurs once in it."""


def anchors(old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    """Return pairs of equal items in one order on both sides."""
    return list(_anchors(old, new, Span(0, len(old), 0, len(new)), _DEPTH))


def _anchors(old: Sequence[Item], new: Sequence[Item], at: Span, depth: int) -> Iterator[Pair]:
    """Yield the equal beginnings, then what occurs once on each side and what lies between, then the equal ends."""
    a, b, c, d = at.a, at.b, at.c, at.d
    while a < b and c < d and old[a].key == new[c].key:
        yield a, c
        a, c = a + 1, c + 1
    ends: list[Pair] = []
    while a < b and c < d and old[b - 1].key == new[d - 1].key:
        b, d = b - 1, d - 1
        ends.append((b, d))
    yield from _within(old, new, Span(a, b, c, d), depth)
    yield from reversed(ends)


def _within(old: Sequence[Item], new: Sequence[Item], at: Span, depth: int) -> Iterator[Pair]:
    found = _once_each(old, new, at) if depth else []
    if not found:
        return
    for (i, j), (k, m) in pairwise([(at.a - 1, at.c - 1), *found, (at.b, at.d)]):
        yield from _anchors(old, new, Span(i + 1, k, j + 1, m), depth - 1)
        if k < at.b:
            yield k, m


def _once_each(old: Sequence[Item], new: Sequence[Item], at: Span) -> list[Pair]:
    """Return what occurs once on each side; where orders cross, the longer text stays and the shorter one moved."""
    olds, news = _single(old, at.a, at.b), _single(new, at.c, at.d)
    return heaviest_chain((olds[key], news[key], 1.0 + len(key[1])) for key in olds if key in news)


def _single(items: Sequence[Item], start: int, end: int) -> dict[tuple[str, str], int]:
    counts = Counter(items[at].key for at in range(start, end))
    return {items[at].key: at for at in range(start, end) if counts[items[at].key] == 1 and not items[at].blank}
