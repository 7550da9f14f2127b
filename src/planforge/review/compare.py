"""Compares two plans: every change, the most important first."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.facts.book import read_facts
from planforge.plan.model import Plan
from planforge.review.change import Area, Change, Judgement
from planforge.review.elements import element_changes
from planforge.review.figures import figure_changes
from planforge.review.prose import prose_changes
from planforge.review.structure import renamings, structure_changes

_WEIGHT = {Judgement.WEAKER: 0, Judgement.STRONGER: 1, Judgement.EQUAL: 2, Judgement.NONE: 3}


@dataclass(frozen=True)
class Comparison:
    """All changes in the order of a report: by area, weaker targets before all others."""

    changes: tuple[Change, ...]

    def weaker(self) -> tuple[Change, ...]:
        """Return the targets that got weaker, were dropped or were postponed."""
        return tuple(change for change in self.changes if is_weaker(change))


def is_weaker(change: Change) -> bool:
    """Return whether a change takes something away from a target."""
    dropped = change.area is Area.TARGET and change.kind == "target-removed"
    return dropped or change.judgement is Judgement.WEAKER


def compare(old: Plan, new: Plan) -> Comparison:
    """Return what changed from `old` to `new`."""
    renamed = renamings(old, new)
    changes = [
        *figure_changes(read_facts(old), read_facts(new), new.ledger),
        *structure_changes(old, new, renamed),
        *element_changes(old, new),
        *prose_changes(old, new, renamed),
    ]
    areas = list(Area)
    changes.sort(key=lambda change: (areas.index(change.area), _WEIGHT[change.judgement]))
    return Comparison(tuple(changes))
