"""What holds for all passages of a plan while it is read: its names, its years, whose it is, what it reviews."""

from __future__ import annotations

from dataclasses import field, replace

from planforge.facts.names.indicators import IndicatorTable
from planforge.facts.statement import Role
from planforge.facts.times.period_below import period_under, sets_aims_below
from planforge.plan.model import Period
from planforge.records import record


@record(frozen=True)
class Situation:
    """What holds for all passages of a plan; `home` is the area the plan is for.

    `reviewing` are the headings of the chapters before the aims; `turned` those below which the passages from here on
    tell of the last year of several; `unsaid` is the role of a figure where nothing tells it; `last_aims` is the number
    of the last passage that begins the aims of a report's year, -1 for none; `first_aim` is the first year that a plan
    without years of its own sets aims for, 0 for none, None for any other document. `place` is the part of the area
    that a line of its own named last below the headings `placed_under`, "" for none.
    """

    table: IndicatorTable
    period: Period
    home: str = ""
    turned: tuple[str, ...] | None = None
    reviewing: frozenset[str] = frozenset()
    unsaid: Role = Role.TARGET
    last_aims: int = -1
    first_aim: int | None = None
    place: str = ""
    placed_under: tuple[str, ...] = ()
    _below: dict[tuple[str, ...], Situation] = field(default_factory=dict, init=False, compare=False)

    def below(self, headings: tuple[str, ...]) -> Situation:
        """Return what holds under headings; passages under the same ones ask for it one after another."""
        found = self._below.get(headings)
        if found is None:
            period = self._period_below(headings)
            if period is self.period:
                return self
            unsaid = Role.TARGET if sets_aims_below(self.period, headings) else self.unsaid
            found = self._below[headings] = replace(self, period=period, unsaid=unsaid)
        return found

    def _period_below(self, headings: tuple[str, ...]) -> Period:
        period = period_under(self.period, headings)
        last_year = self.turned is not None and headings[: len(self.turned)] == self.turned
        return replace(period, previous=None) if last_year else period
