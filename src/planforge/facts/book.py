"""`FactBook`: every numeric statement of a plan, and what could not be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from planforge.facts.aims.first_aim import first_aim
from planforge.facts.aims.recalled import recalled_passages, recalls
from planforge.facts.aims.role import before_aims, role_unsaid
from planforge.facts.ledger_facts import ledger_statements
from planforge.facts.names.aliases import NO_ALIASES, Aliases
from planforge.facts.names.indicators import IndicatorTable, indicator_table
from planforge.facts.narrowing.places_headed import below_place, headed_places
from planforge.facts.prose import statements_of
from planforge.facts.said_again import dated_as_before
from planforge.facts.situation import Situation
from planforge.facts.statement import Statement
from planforge.facts.tables.reading import statements_of_table
from planforge.facts.times.period import home_of, period_of
from planforge.facts.times.period_below import turns_to_last_year, turns_to_years
from planforge.facts.times.still_expected import last_aims_of_year
from planforge.plan.model import Passage, Period, Plan, TablePassage
from planforge.records import record

_LONGEST_TURN = 30


@record(frozen=True, eq=False)
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


def _turned(situation: Situation, passage: Passage) -> Situation:
    """Return what holds from a passage on, where it begins to tell of the last year of several or of them all."""
    opening = passage.text.printed[:_LONGEST_TURN]
    if turns_to_last_year(opening, situation.period):
        return replace(situation, turned=passage.context.headings)
    return replace(situation, turned=None) if turns_to_years(opening, situation.period) else situation


def read_facts(plan: Plan, aliases: Aliases = NO_ALIASES) -> FactBook:
    """Read every numeric statement of a plan; `aliases` are an office's other names for indicators."""
    period, home = period_of(plan), home_of(plan)
    names = indicator_table(plan.ledger, aliases, home)
    situation = Situation(
        names,
        period,
        home,
        reviewing=before_aims(plan, period),
        unsaid=role_unsaid(plan, period),
        last_aims=last_aims_of_year(plan, period),
        first_aim=first_aim(plan) if period == Period() else None,
    )
    statements: list[Statement] = []
    crowded: list[Passage] = []
    unread: list[TablePassage] = []
    numbers = count()
    recalled = recalled_passages(plan, period)
    of_one_year = period.start == period.end  # only such a report turns from one year to several and back
    places = headed_places(plan, home)
    for passage in plan.passages():
        situation = _turned(situation, passage) if of_one_year else situation
        situation = below_place(situation, passage, places) if places else situation
        number = next(numbers)
        chapter = recalls(recalled, number, passage)
        here = replace(situation, reviewing=situation.reviewing | chapter) if chapter else situation
        found = statements_of(passage, number, here)
        if found is None:
            crowded.append(passage)
        statements.extend(found or ())
    for table in plan.tables():
        if table.table.from_ledger:
            continue
        cells = statements_of_table(table, next(numbers), situation)
        if cells is None:
            unread.append(table)
        statements.extend(cells or ())
    statements.extend(ledger_statements(plan.ledger, next(numbers), names, period))
    return FactBook(dated_as_before(statements, period), names, period, tuple(crowded), tuple(unread))
