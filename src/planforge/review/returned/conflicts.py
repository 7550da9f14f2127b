"""Edits of the same place: alike ones count once, different ones are a conflict and nobody's guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.outcome import Item, Status

_TWO = "两位审阅人在同一处改得不一样，请商定后改"
TWO_WRITERS = "两位审阅人在同一处各写了各的，请商定后改，或用 --accept 只收一位的修订"
_TWICE = "这处文字在稿中印了几次，改得不一样，请商定后改"


def settled(found: Sequence[object]) -> dict[int, Item]:
    """Return the items that are decided already, by their places in `found`; only `Pending` ones are looked at."""
    pending = {at: one for at, one in enumerate(found) if isinstance(one, Pending)}
    by_target: dict[object, list[int]] = defaultdict(list)
    for at, one in pending.items():
        for target in _targets(one):
            by_target[target].append(at)
    conflicts: dict[int, int] = {}
    alike: dict[int, int] = {}
    pairs = [pair for members in by_target.values() for pair in _pairs(members, pending)]
    twins: set[tuple[int, str]] = set()
    for first, second in pairs:
        if _alike(pending[first], pending[second]):
            alike.setdefault(second, first)
            twins |= {(first, pending[second].item.source), (second, pending[first].item.source)}
    for first, second in pairs:
        one, two = pending[first], pending[second]
        shared = _added(one, two) and {(first, two.item.source), (second, one.item.source)} & twins
        if not (_alike(one, two) or shared or _compatible(one, two)):
            conflicts.setdefault(first, second)
            conflicts.setdefault(second, first)
    return dict(_verdicts(pending, conflicts, alike))


def _verdicts(
    pending: Mapping[int, Pending], conflicts: Mapping[int, int], alike: Mapping[int, int]
) -> Iterator[tuple[int, Item]]:
    for at, one in pending.items():
        twin = at
        while twin not in conflicts and twin in alike:
            twin = alike[twin]
        if twin in conflicts:
            other = pending[conflicts[twin]]
            reason = _TWO if other.item.source != one.item.source else _TWICE
            if other.item.source == one.item.source and _of_two(one.item, other.item):
                reason = TWO_WRITERS
            yield at, one.settled(Status.CONFLICT, reason, other.item.new)
        elif at in alike:
            yield at, one.settled(Status.PRESENT)


def _targets(one: Pending) -> Iterator[object]:
    """Yield what an edit is about: a text, a figure of the ledger, or every text that an operation touches."""
    if one.figure is not None:
        yield id(one.figure[0])
    elif one.operation is not None:
        yield from one.operation.replaced
        yield from one.operation.removed
        yield from (slot for several, _ in one.operation.moved for slot in several)
        yield from (("behind", slot) for slot, _ in one.operation.added)
    else:
        yield one.slot


def _pairs(members: Sequence[int], pending: Mapping[int, Pending]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of edits that touch the same characters; operations and figures touch all of a target."""
    hunks = [(one.start, one.end, at) for at in members if (one := pending[at].hunk) is not None]
    others = [at for at in members if pending[at].hunk is None]
    hunks.sort()
    for number, (_, end, at) in enumerate(hunks):
        for start, _, later in hunks[number + 1 :]:
            if start > end:
                break
            one, two = pending[at].hunk, pending[later].hunk
            if one is not None and two is not None and one.overlaps(two):
                yield min(at, later), max(at, later)
    for number, at in enumerate(others):
        yield from ((other, at) for other in others[:number])
        yield from ((min(at, other), max(at, other)) for _, _, other in hunks)


def _alike(one: Pending, two: Pending) -> bool:
    if one.figure is not None and two.figure is not None:
        return one.figure[1] == two.figure[1]
    if one.operation is not None and two.operation is not None:
        return _effect(one.operation) == _effect(two.operation)
    return one.hunk is not None and one.hunk == two.hunk


def _compatible(one: Pending, two: Pending) -> bool:
    """Return whether both can be made: one's new paragraphs in one place, a move and an edit of what moved."""
    operations = [part.operation for part in (one, two) if part.operation is not None]
    if not operations:
        return False
    if len(operations) == 2:
        own = one.item.source == two.item.source and not _of_two(one.item, two.item)
        return _added(one, two) and own
    return one.item.source == two.item.source or bool(operations[0].moved)


def _added(one: Pending, two: Pending) -> bool:
    """Whether both put something new there; what another file has too is no matter of dispute, wherever it stands."""
    return all(part.operation is not None and part.operation.added for part in (one, two))


def _of_two(one: Item, two: Item) -> bool:
    """Whether two people did it; who did not track may be anybody."""
    return bool(one.author and two.author) and one.author != two.author


def _effect(operation: Operation) -> tuple[object, ...]:
    return operation.replaced, operation.removed, operation.added, operation.moved
