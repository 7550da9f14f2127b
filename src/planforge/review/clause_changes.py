"""The printed text of two versions, clause by clause: what a 修改对照表 lists, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.plan.clauses import Clause, clauses
from planforge.plan.model import Plan
from planforge.records import record
from planforge.review.redline.align import align
from planforge.review.redline.item import Item, Step


@record(frozen=True)
class ClauseChange:
    """A clause as it was and as it is; "" where it did not or does not stand.

    Attributes:
        place: the headings above it, in the version that has it.
        note: that it moved, and from or to where.
    """

    place: str
    old: str
    new: str
    note: str = ""


def clause_changes(old: Plan, new: Plan) -> Iterator[ClauseChange]:
    """Yield what reads differently, in the order of the new version; what only got another number reads the same."""
    before, after = tuple(clauses(old)), tuple(clauses(new))
    for step in align(_items(before), _items(after)):
        change = _change(step, before, after)
        if change.old != change.new or change.note:
            yield change


def _items(side: Sequence[Clause]) -> list[Item]:
    return [Item("p", clause.text, blank=not clause.text.strip()) for clause in side]


def _change(step: Step, before: Sequence[Clause], after: Sequence[Clause]) -> ClauseChange:
    old, new = ("\n".join(side[at].text for at in found) for side, found in ((before, step.old), (after, step.new)))
    place = after[step.new[0]].place if step.new else before[step.old[0]].place
    if step.away is None:
        return ClauseChange(place, old, new)
    there = before[step.away].place if step.new else after[step.away].place
    note = f"由“{there}”移来" if step.new else f"移到“{there}”"
    return ClauseChange(place, old, new, note)
