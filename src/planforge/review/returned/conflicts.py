"""Edits of the same place: alike ones count once, different ones are a conflict and nobody's guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.outcome import Item, Status

_TWO = "两位审阅人在同一处改得不一样，请商定后改"
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
    for members in by_target.values():
        for first, second in _pairs(members, pending):
            if _alike(pending[first], pending[second]):
                alike.setdefault(second, first)
            elif not _compatible(pending[first], pending[second]):
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
    """Return whether both can be made: new paragraphs in one place, a move and an edit of what moved."""
    operations = [part.operation for part in (one, two) if part.operation is not None]
    if not operations:
        return False
    if len(operations) == 2:
        return bool(operations[0].added and operations[1].added)
    return one.item.source == two.item.source or bool(operations[0].moved)


def _effect(operation: Operation) -> tuple[object, ...]:
    return operation.replaced, operation.removed, operation.added, operation.moved
