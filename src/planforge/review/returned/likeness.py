"""How much two texts have in common, and which of two rows of texts belong together."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

ALIKE = 0.5
_MOST_PAIRS = 20_000
_LONGEST = 4_000
_MANY = 2_000
"""In longer rows a text that stands there very often (an empty cell) is no landmark."""


def likeness(one: str, two: str) -> float:
    """Return 1 for equal texts, 0 for texts that are surely not versions of each other."""
    if one == two:
        return 1.0
    if not one or not two or max(len(one), len(two)) > _LONGEST:
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Pair the places of two rows of texts: equal runs first, then the most alike between them, then equal ones
    anywhere (moved). Returns places in `new` by places in `old`."""
    pairs: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for action, a, b, c, d in _opcodes(old, new):
        if action == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
        else:
            gaps.append((range(a, b), range(c, d)))
    for one, two in gaps:
        pairs.update(_most_alike(old, new, one, two))
    left = [at for at in range(len(old)) if at not in pairs]
    taken = set(pairs.values())
    free: dict[str, list[int]] = defaultdict(list)
    for at in range(len(new) - 1, -1, -1):
        if at not in taken:
            free[new[at]].append(at)
    for at in left:
        if free[old[at]]:
            pairs[at] = free[old[at]].pop()
    return pairs


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield how one row becomes the other; equal beginnings and ends are not searched, a table has thousands of 0."""
    first = next(
        (at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new))
    )
    most = min(len(old), len(new)) - first
    last = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield "equal", 0, first, 0, first
    one, two = old[first : len(old) - last], new[first : len(new) - last]
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=len(two) > _MANY)
    yield from ((word, a + first, b + first, c + first, d + first) for word, a, b, c, d in matcher.get_opcodes())
    yield "equal", len(old) - last, len(old), len(new) - last, len(new)


def _most_alike(old: Sequence[str], new: Sequence[str], one: Iterable[int], two: Iterable[int]) -> dict[int, int]:
    one, two = list(one), list(two)
    if len(one) * len(two) > _MOST_PAIRS:
        return {}
    scored = sorted(
        (-value, a, b) for a in one for b in two if (value := likeness(old[a], new[b])) >= ALIKE and old[a] != ""
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in scored:
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs
