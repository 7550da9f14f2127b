"""Rises and falls of parts that are all of a total, and of the total: 泊位减少1026个，沿海减少172个，内河减少854个."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.sums.division import Division, summed
from planforge.lint.judging.sums.parts import divisions
from planforge.records import record


@record(frozen=True)
class ChangedParts:
    """A division with the change of its total and of each part since the same year."""

    division: Division
    total: Statement
    parts: tuple[Statement, ...]

    @property
    def sum(self) -> Interval:
        """What the changes of the parts come to; a fall counts as negative."""
        return summed(signed(part) for part in self.parts)

    @property
    def fits(self) -> bool:
        """Whether the changes of the parts can be that of the total."""
        return self.sum.meets(signed(self.total))


def signed(change: Statement) -> Interval:
    """Return what a change can be, a fall as less than nothing."""
    interval = change.quantity.interval
    return -interval if change.falls else interval


def changed_parts(book: FactBook) -> Iterator[ChangedParts]:
    """Yield the totals whose parts, counted to the last one, are all of them and all say how they changed."""
    changes: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.kind is Kind.INCREMENT and one.adds and one.parent is not None and one.source is not Source.TABLE:
            changes[id(one.parent)].append(one)
    seen: set[int] = set()
    for division in divisions(book):
        if id(division.total) not in seen and _counted_out(division):
            told = [_change(level, changes) for level in (division.total, *division.parts)]
            found = [one for one in told if one is not None]
            if len(found) == len(told) and len({one.base_year for one in found}) == 1:
                seen.add(id(division.total))
                yield ChangedParts(division, found[0], tuple(found[1:]))


def _counted_out(division: Division) -> bool:
    """Whether the parts, all exact counts, are just the total, so that none of it is left for others."""
    levels = (division.total, *division.parts)
    exact = all(one.quantity.written.exact and one.comparator is Comparator.EQ for one in levels)
    return exact and len(division.parts) > 1 and sum(one.value for one in division.parts) == division.total.value


def _change(level: Statement, changes: dict[int, list[Statement]]) -> Statement | None:
    """Return the one change of a level that is an exact count."""
    found = [one for one in changes[id(level)] if one.quantity.unit.comparable(level.quantity.unit)]
    plain = len(found) == 1 and found[0].base_year is not None and found[0].comparator is Comparator.EQ
    return found[0] if plain and found[0].quantity.written.exact else None
