"""Columns of levels in the same year that measure different things: 企业 | 2023年利润（万元） | 2023年税金（万元）."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.head_units import without_unit
from planforge.patterns import expression

_MEASURE = expression(
    "[\u4e00-\u9fff]{0,6}(?:总额|利润|税[金收]|户数|人数|家数|销[量售]额?|存栏|出栏|单产|[进出]口额?|[贷存]款|余额|工资|用工|产能"
    "|产量|总?产值|增加值|收入|支出|投资)$"
)


def told_apart(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, those of levels whose heads measure different things at one time as columns of these."""
    alike: dict[object, set[str]] = defaultdict(set)
    for column in columns:
        if column.meaning is Meaning.LEVEL and not column.whole:
            alike[_time(column)].add(_measure(column))
    several = {time for time, measures in alike.items() if len(measures) > 1}
    return tuple(
        replace(column, spent=measure)
        if _time(column) in several and not column.spent and (measure := _measure(column))
        else column
        for column in columns
    )


def _time(column: Column) -> object:
    return column.meaning, column.years, column.scope, column.target, column.achieved, column.cumulative


def _measure(column: Column) -> str:
    """Return what the head of a column measures, "" where it says no more than its time."""
    found = _MEASURE.search(without_unit(column.head))
    return found[0].lstrip("年月份度") if found is not None and column.meaning is Meaning.LEVEL else ""
