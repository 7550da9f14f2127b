"""Aims said again without a year: 达标率提高到82%以上 among the tasks of a plan that set 82% for 2020, 95% for 2030.

An undated aim is one of the plan's last year. Where that year has another figure, and just this one was set for one
earlier year, it is that year's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Role, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.plan.model import Period


def dated_as_before(statements: Sequence[Statement], period: Period) -> tuple[Statement, ...]:
    """Return the statements of a plan, aims that only repeat those of an earlier year with that year."""
    undated = [one for one in statements if _is_undated(one, period)] if period.end is not None else []
    if not undated:
        return tuple(statements)
    wanted = {one.indicator for one in undated}
    told: dict[object, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.indicator in wanted and one.gates.time and _is_aim(one):
            told[_subject(one)].append(one)
    wholes = {id(one.parent) for one in statements if one.parent is not None}
    meant = {id(one): year for one in undated if id(one) not in wholes and (year := _year(one, told[_subject(one)]))}
    return tuple(
        replace(one, years=Years(meant[id(one)], meant[id(one)])) if id(one) in meant else one for one in statements
    )


def _subject(one: Statement) -> object:
    return subject_of(one), one.quantity.unit.name


def _is_aim(one: Statement) -> bool:
    state = one.kind.is_state and one.flow is Flow.STOCK and one.role is Role.TARGET
    return state and one.years is not None and one.years.single and bool(one.indicator)


def _is_undated(one: Statement, period: Period) -> bool:
    prose = one.source in (Source.PROSE, Source.BOX) and not one.gates.time
    return prose and _is_aim(one) and one.years == Years(period.end or 0, period.end or 0)


def _year(one: Statement, told: Sequence[Statement]) -> int | None:
    """Return the one earlier year that a figure was set for, where its own has another; None for all others."""
    alike = {each.years for each in told if each.value == one.value and each.comparator is one.comparator}
    own = [each for each in told if each.years == one.years]
    [years] = alike if len(alike) == 1 else [None]
    return years.last if own and years is not None and years != one.years else None
