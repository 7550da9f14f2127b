"""`FactBook`: every numeric statement of a plan, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.facts.indicators import IndicatorTable, indicator_table
from planforge.facts.ledger_facts import ledger_statements
from planforge.facts.period import period_of
from planforge.facts.prose import Situation, statements_of
from planforge.facts.statement import Statement
from planforge.facts.tables import statements_of_table
from planforge.plan.model import Passage, Period, Plan, TablePassage


@dataclass(frozen=True, eq=False)
class FactBook:
    """The statements in document order, the ledger's last.

    Attributes:
        names: the indicator names of the package and of the plan's ledger.
        crowded: passages with more figures than prose has; they were not read.
        unread: tables whose layout was not understood.
    """

    statements: tuple[Statement, ...]
    names: IndicatorTable
    period: Period
    crowded: tuple[Passage, ...] = ()
    unread: tuple[TablePassage, ...] = ()


def read_facts(plan: Plan) -> FactBook:
    """Read every numeric statement of a plan."""
    names, period = indicator_table(plan.ledger), period_of(plan)
    situation = Situation(names, period)
    statements: list[Statement] = []
    crowded: list[Passage] = []
    unread: list[TablePassage] = []
    number = 0
    for number, passage in enumerate(plan.passages()):
        found = statements_of(passage, number, situation)
        if found is None:
            crowded.append(passage)
        else:
            statements.extend(found)
    for number, table in enumerate(plan.tables(), number + 1):
        cells = None if table.table.from_ledger else statements_of_table(table, number, names, period)
        if cells is None and not table.table.from_ledger:
            unread.append(table)
        statements.extend(cells or ())
    statements.extend(ledger_statements(plan.ledger, number + 1, names, period))
    return FactBook(tuple(statements), names, period, tuple(crowded), tuple(unread))
