"""What Word asks of the steps: a common last paragraph, paragraphs between tables, moves by whole stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.records import record
from planforge.review.redline.item import Item, Step


@record(frozen=True, slots=True)
class Stretch:
    """Paragraphs that moved together: old[i], old[i + 1] … now are new[j], new[j + 1] …"""

    old: int
    new: int
    length: int


def with_common_end(steps: Sequence[Step], old: Sequence[Item], new: Sequence[Item]) -> list[Step]:
    """Make a pair of the last paragraphs when both versions end with something of their own.

    The last paragraph mark of a document or cell cannot be taken away; what stands behind the last pair has not moved.
    """
    start = tail_start(steps)
    olds = [i for step in steps[start:] for i in step.old]
    news = [j for step in steps[start:] for j in step.new]
    settled = _unmoved(steps, set(olds), set(news))
    if not olds or not news or not old[olds[-1]].kind == new[news[-1]].kind == "p":
        return settled
    ends = (Step((olds[-1],)), Step((), (news[-1],)))
    return [*(step for step in settled if step not in ends), Step((olds[-1],), (news[-1],))]


def tail_start(steps: Sequence[Step]) -> int:
    """Return where the steps behind the last pair begin."""
    return max((at + 1 for at, step in enumerate(steps) if step.paired), default=0)


def _unmoved(steps: Sequence[Step], olds: set[int], news: set[int]) -> list[Step]:
    """Take moves from or to these positions for removed and added paragraphs."""

    def stays(step: Step) -> bool:
        here, there = (step.old, news) if step.old else (step.new, olds)
        return step.away in there or here[0] in (olds if step.old else news)

    return [replace(step, away=None) if step.away is not None and stays(step) else step for step in steps]


def parted_tables(steps: Sequence[Step], old: Sequence[Item], new: Sequence[Item]) -> list[Step]:
    """Put the paragraph above a new table between it and the removed one it replaces, or the two would become one."""
    found: list[Step] = []
    for step in steps:
        before = found[-1] if found else Step()
        gone = not before.new and [old[i].kind for i in before.old] == ["tbl"]
        if gone and not step.old and [new[j].kind for j in step.new] == ["tbl"]:
            _part(found)
        found.append(step)
    return found


def _part(found: list[Step]) -> None:
    """Let the new side's last paragraph follow what was removed behind it."""
    at = max((at for at, step in enumerate(found) if step.new), default=-1)
    if at >= 0:
        above = found.pop(at)
        found[at:at] = [Step((i,)) for i in above.old]
        found += [Step((), (j,), above.away) for j in above.new]  # what has moved here still has


def stretches(steps: Sequence[Step]) -> Iterator[Stretch]:
    """Yield what moved, neighbours that stayed neighbours together."""
    pairs = sorted((step.old[0], step.away) for step in steps if step.old and step.away is not None)
    start = 0
    for at in range(1, len(pairs) + 1):
        i, j = pairs[at - 1]
        if at == len(pairs) or pairs[at] != (i + 1, j + 1):
            yield Stretch(*pairs[start], at - start)
            start = at
