"""What a reviewer put elsewhere: as few lines of the base text as can be."""

from __future__ import annotations

from dataclasses import replace

from planforge.records import record
from planforge.review.returned.cells import is_cell
from planforge.review.returned.pairing import longest_rising
from planforge.review.returned.reviewed import Reviewed

UNSURE = "移动的位置在规划里不能确定，请人工移动"


@record(frozen=True, slots=True)
class Move:
    """Neighbouring lines of the base text that stand elsewhere now, behind the line `behind` (-1: at the start)."""

    lines: tuple[int, ...]
    behind: int


def moves_of(review: Reviewed) -> list[Move]:
    """Return what moved: as few lines as can be, neighbours that stayed together as one."""
    order = [
        group.base[0]
        for group in review.pairing.groups
        if len(group.base) == len(group.now) == 1 and not is_cell(review.base[group.base[0]])
    ]
    staying, following = longest_rising(order), _following(review)
    found: list[Move] = []
    for at, line in enumerate(order):
        if line in staying:
            continue
        before = order[at - 1] if at else -1
        if found and found[-1].lines[-1] == before and following[before] == line:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Move((line,), before))
    return found


def _following(review: Reviewed) -> list[int]:
    """Return for each line of the base text the next one, cells passed over; -1 behind the last."""
    found, behind = [-1] * len(review.base), -1
    for at in range(len(review.base) - 1, -1, -1):
        found[at] = behind
        behind = behind if is_cell(review.base[at]) else at
    return found


def preceding(review: Reviewed) -> list[int]:
    """Return for each line of the base text the one before, cells passed over; -1 before the first."""
    found, before = [], -1
    for at, line in enumerate(review.base):
        found.append(before)
        before = before if is_cell(line) else at
    return found
