"""Units and tiers of the ledger that changed: one change an indicator, however many figures it has."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.statement import Role, Statement
from planforge.plan.ledger import Indicator, Ledger
from planforge.records import record
from planforge.review.aim import judge
from planforge.review.change import Action, Area, Change, Judgement


@record(frozen=True)
class UnitChange:
    """An indicator of both ledgers whose unit is another one."""

    old: Indicator
    new: Indicator

    def told(self, pairs: list[tuple[Statement, Statement]], book: FactBook) -> Change:
        """Return the change; `pairs` are the figures that kept their digits, the last target among them is judged.

        `book` is what the new plan states.
        """
        targets = [(one, two) for one, two in pairs if two.role is Role.TARGET]
        judgement = Judgement.NONE
        if targets and targets[-1][0].quantity.unit.comparable(targets[-1][1].quantity.unit):
            judgement = judge(*targets[-1], book)
        return Change(
            Area.TARGET if targets else Area.FIGURE,
            Action.CHANGED,
            f"“{self.new.name}”的单位",
            old=self.old.unit,
            new=self.new.unit,
            old_place=self.old.name.whole.place,
            new_place=self.new.name.whole.place,
            judgement=judgement,
        )


def changed_units(old: Ledger, new: Ledger) -> dict[str, UnitChange]:
    """Return the indicators that stand in both ledgers under one name with different units, by that name."""
    both = ((earlier, indicator) for earlier, indicator in _in_both(old, new) if earlier.unit != indicator.unit)
    return {indicator.name.printed: UnitChange(earlier, indicator) for earlier, indicator in both}


def changed_tiers(old: Ledger, new: Ledger) -> frozenset[str]:
    """Return the names of the indicators that stand in both ledgers with different tiers (市级, 省级)."""
    return frozenset(after.name.printed for before, after in _in_both(old, new) if before.tier != after.tier)


def _in_both(old: Ledger, new: Ledger) -> Iterator[tuple[Indicator, Indicator]]:
    for indicator in new:
        earlier = old.find(indicator.name.printed)
        if earlier and earlier.name.printed == indicator.name.printed:
            yield earlier, indicator


def same_digits(one: Statement, two: Statement) -> bool:
    """Return whether only the unit of a figure changed."""
    return (one.literal, one.comparator) == (two.literal, two.comparator)
