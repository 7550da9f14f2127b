"""Makes the splices and proves them: the plan is read again, and every text must read what was expected.

What does not is given back, so that nothing half-right is ever written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from planforge.errors import PlanforgeError
from planforge.plan.load import read_plan
from planforge.plan.model import Table
from planforge.plan.slots import Slot, slots
from planforge.records import record
from planforge.review.returned.copied import as_read
from planforge.review.returned.operation import Operation
from planforge.review.returned.present import Present
from planforge.review.returned.splices import joined, relocated
from planforge.source.edits import spliced
from planforge.source.place import SourceFile

MOST_READINGS = 100
"""Bounds the work on a review with very many edits that cannot be made; what is left then is listed."""


@record(frozen=True)
class Applied:
    """The files with new text, which operations are in them, and why some are not: what the plan would be in for."""

    files: tuple[SourceFile, ...]
    done: tuple[bool, ...]
    reasons: dict[int, str] = field(default_factory=dict)


def apply(present: Present, operations: Sequence[Operation]) -> Applied:
    """Make as many of the operations as prove right together."""
    prover = _Prover(present, operations)
    chosen = set(prover.largest([], list(range(len(operations)))))
    files = _files(present, [operations[at] for at in sorted(chosen)]) or ()
    return Applied(tuple(files), tuple(at in chosen for at in range(len(operations))), prover.reasons)


@dataclass
class _Prover:
    """Finds the operations that prove right; `left` is how often the plan may still be read for it."""

    present: Present
    operations: Sequence[Operation]
    left: int = MOST_READINGS
    reasons: dict[int, str] = field(default_factory=dict)

    def largest(self, kept: list[int], more: list[int]) -> list[int]:
        """Return `kept` and those of `more` that prove right with it; one wrong among many is found by halving."""
        if not more or self._proven([*kept, *more]):
            return [*kept, *more]
        if len(more) == 1 or self.left <= 0:
            return kept
        half = len(more) // 2
        return self.largest(self.largest(kept, more[:half]), more[half:])

    def _proven(self, chosen: Sequence[int]) -> bool:
        operations = [self.operations[at] for at in chosen]
        files = _files(self.present, operations)
        if files is None or self.left <= 0:
            return False
        self.left -= 1
        try:
            reading = read_plan(self.present.tree.overlaid(files), self.present.main)
        except PlanforgeError:
            return False
        if reading.plan is None or len(reading.problems) > len(self.present.problems):
            known = {problem.message for problem in self.present.problems}
            new = next((one.message for one in reading.problems if one.message not in known), "")
            if new and chosen:
                self.reasons[chosen[-1]] = new
            return False
        found = [slot.text.written for slot in slots(reading.plan) if _is_own(slot)]
        return found == list(_expected(self.present.slots, operations))


def _files(present: Present, operations: Sequence[Operation]) -> list[SourceFile] | None:
    """Return the files that change, None when the splices do not go together."""
    try:
        edits = list(joined(relocated(operations)))
        texts = [(file, spliced(file, edits)) for file in present.files]
    except PlanforgeError:
        return None
    return [replace(f, text=text) for f, text in texts if text != f.text]


def _expected(before: Sequence[Slot], operations: Sequence[Operation]) -> Iterator[str]:
    """Yield what the texts must read afterwards, in order."""
    order = [-1, *range(len(before))]
    added: dict[int, list[str]] = {}
    replaced: dict[int, tuple[str, ...]] = {}
    removed: set[int] = set()
    for operation in operations:
        replaced |= operation.replaced
        removed |= operation.removed
        for behind, words in operation.added:
            added.setdefault(behind, []).extend(words)
        for several, behind in operation.moved:
            order = [at for at in order if at not in set(several)]
            at = order.index(behind) + 1
            order[at:at] = several
    for at in order:
        if at >= 0 and at not in removed and _is_own(before[at]):
            yield from replaced.get(at, (before[at].text.written,))
        yield from map(as_read, added.get(at, ()))


def _is_own(slot: Slot) -> bool:
    """Return whether a text is the plan's own: a cell that shows the ledger is not."""
    return not (isinstance(slot.owner, Table) and slot.owner.from_ledger and slot.field in ("head", "rows"))
