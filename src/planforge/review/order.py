"""What changed its place among things that both versions have: as few as possible, the rest stayed where it was."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from planforge.records import record
from planforge.review.redline.chain import heaviest_chain

T = TypeVar("T", bound=Hashable)


@record(frozen=True, slots=True)
class Shift(Generic[T]):
    """A thing that moved; `old` and `new` are those it stood and stands behind, None where it was or is the first.

    Both are things that stayed, so that they always differ.
    """

    thing: T
    old: T | None
    new: T | None


def shifts(old: Sequence[T], new: Sequence[T]) -> Iterator[Shift[T]]:
    """Yield what moved, in the new order; both orders hold the same things, each once."""
    if list(old) == list(new):
        return
    now = {thing: at for at, thing in enumerate(new)}
    stayed = {i for i, _ in heaviest_chain((i, now[thing], 1.0) for i, thing in enumerate(old))}
    before = _behind(old, {old[i] for i in stayed})
    after = _behind(new, {old[i] for i in stayed})
    yield from (Shift(thing, before[thing], after[thing]) for thing in new if thing in before)


def behind(name: str | None) -> str:
    """Return where a moved thing stands, in words: behind the thing of this name, or first."""
    return "最前" if name is None else f"“{name}”之后"


def _behind(row: Sequence[T], stayed: set[T]) -> dict[T, T | None]:
    """Return what each thing that moved stands behind, of those that stayed."""
    found: dict[T, T | None] = {}
    last: T | None = None
    for thing in row:
        if thing in stayed:
            last = thing
        else:
            found[thing] = last
    return found
