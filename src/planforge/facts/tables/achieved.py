"""Columns that tell what was reached beside those of the aims for the same years: 2020年目标 | 2020年完成.

Without such an aim beside it a head like 2023年完成 may as well be a task of that year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column
from planforge.patterns import expression

_REACHED = expression("完成(?!率|比例|时|目标|任务)|实际|实绩|实现|达到|执行数|决算")
_AIM = expression("目标|规划|计划|预期|任务|预算(?!执行|完成)")


def with_achieved(heads: Sequence[str], columns: Sequence[Column]) -> list[Column]:
    """Return the columns, marked those that tell what was reached of the aims in another one."""
    aims = {(column.meaning, column.years) for head, column in zip(heads, columns, strict=True) if _AIM.search(head)}
    return [
        replace(column, target=False, achieved=True)
        if column.years is not None and (column.meaning, column.years) in aims and _tells_reached(head)
        else column
        for head, column in zip(heads, columns, strict=True)
    ]


def _tells_reached(head: str) -> bool:
    return _REACHED.search(head) is not None and _AIM.search(head) is None
