"""Columns of single years beside what a project costs in all: 总投资 | 2024年 | 2025年 are what is spent in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.patterns import expression

_YEARS = expression(
    r"(?:19|20)\d\d年?(?:[-—－–～~至]+(?:19|20)?\d\d年?)?(?:度)?(?:计划|预计|拟|安排|完成)*(?:[（(][^（()）]{1,6}[)）])?"
)
_SPENT = "投资"


def spent_by_year(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, those that name but years and stand behind 总投资 in its unit as columns of 投资."""
    whole = next((at for at, column in enumerate(columns) if column.whole), None)
    if whole is None:
        return list(columns)
    unit = columns[whole].unit
    return [
        replace(column, spent=_SPENT) if at > whole and column.unit == unit and _is_of_years(column) else column
        for at, column in enumerate(columns)
    ]


def _is_of_years(column: Column) -> bool:
    return column.meaning is Meaning.LEVEL and not column.spent and _YEARS.fullmatch(column.head) is not None
