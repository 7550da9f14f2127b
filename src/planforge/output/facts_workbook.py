"""The statements as an Excel workbook: one row each, numbers as numbers, words never as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planforge.facts.statement import Statement
from planforge.ooxml.figure import figure
from planforge.ooxml.workbook import Sheet, Value, workbook
from planforge.output.facts.as_json import fact
from planforge.output.facts_words import COMPARATORS, KINDS, ROLES, SOURCES

_COLUMNS = (
    ("指标", 30), ("口径", 16), ("级别", 10), ("类型", 8), ("升降", 6), ("比较", 6), ("数值", 12), ("单位", 12),
    ("年份", 12), ("基期", 8), ("性质", 8), ("原文", 40), ("出处", 8), ("文件", 24), ("行", 6), ("列", 6),
)  # fmt: skip
_DIRECTIONS = {None: None, "up": "升", "down": "降"}


def as_workbook(statements: Sequence[Statement]) -> bytes:
    """Return the statements as XLSX; equal input gives equal bytes.

    Raises:
        PlanforgeError: when openpyxl is not installed.
    """
    head, widths = zip(*_COLUMNS, strict=True)
    return workbook(Sheet("数字", head, [_row(statement) for statement in statements], widths))


def _row(statement: Statement) -> list[Value]:
    told: dict[str, Any] = fact(statement)
    return [
        told["indicator"], told["scope"], told["tier"], KINDS[statement.kind],
        _DIRECTIONS[told["direction"]], COMPARATORS[statement.comparator],
        _value(statement, told["value"]), told["unit"], told["time"], told["base_time"],
        ROLES[statement.role], told["text"],
        SOURCES[statement.source], told["path"], told["line"], told["column"],
    ]  # fmt: skip


def _value(statement: Statement, value: float) -> Value:
    """Return the value with its digits as printed; one in words (三) as the number it is."""
    printed = figure(statement.literal)
    return printed if printed is not None and printed.value == statement.quantity.written.number else value
