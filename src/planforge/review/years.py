"""What both versions say of one thing, year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planforge.facts.statement import Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.records import record

_Statements = dict[Years, Statement]


@record(frozen=True)
class Versions:
    """The statements of two versions about the same thing."""

    before: _Statements
    after: _Statements

    def take(self, same: Callable[[Statement, Statement], bool]) -> list[tuple[Statement, Statement]]:
        """Take out and return what stands in both for the same year and is `same`."""
        years = [year for year in self.before if year in self.after and same(self.before[year], self.after[year])]
        return [(self.before.pop(year), self.after.pop(year)) for year in years]

    def by_ledger(self) -> Iterator[Versions]:
        """Yield what to compare apart: what the ledgers say, then the rest, where both ledgers speak of it.

        The ledger says what holds; a sentence that still repeats what it said before is no second statement.
        """
        before, after = _of_ledger(self.before), _of_ledger(self.after)
        if not before or not after:
            yield self
            return
        yield Versions(before, after)
        told = before.keys() | after.keys()
        yield Versions(_without(self.before, told), _without(self.after, told))


def _of_ledger(statements: _Statements) -> _Statements:
    return {years: one for years, one in statements.items() if one.source is Source.LEDGER}


def _without(statements: _Statements, told: set[Years]) -> _Statements:
    return {years: one for years, one in statements.items() if years not in told}
