"""The format ``xlsx``: the tables of the plan, a sheet each, for those who go on working with them.

Needs the extra ``planforge[xlsx]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.errors import PlanforgeError
from planforge.ooxml.figure import figure
from planforge.ooxml.workbook import Sheet, Value, workbook
from planforge.patterns import expression
from planforge.render.formats import Job, OutputFormat, Written
from planforge.render.measure import width_em
from planforge.render.page import Chart, Table

_NARROWEST, _WIDEST = 6.0, 40.0
_NO_QUANTITIES = expression("编号|文号|时限|时间|日期|期限|年月|代码|电话")
"""Names of columns whose cells only look like numbers."""


def _write(job: Job) -> Written:
    tables = [_titled(block) for block in job.page.blocks if isinstance(block, Table | Chart)]
    if not tables:
        raise PlanforgeError(
            "规划里没有表格，写不出 XLSX", hint="任务分工表、指标表的写法见 docs/guide/03-boxes-tables.md"
        )
    return Written(workbook(*(_sheet(table) for table in tables)))


def _titled(block: Table | Chart) -> Table:
    """Return a table with its caption; that of a chart has the caption of the chart."""
    return replace(block.table, caption=block.caption) if isinstance(block, Chart) else block


def _sheet(table: Table) -> Sheet:
    """Return a table; its unit and note are said below it."""
    below = ((words,) for words in (table.unit, table.note) if words)
    rows = [*(_cells(table.head, row) for row in table.rows), *below]
    columns = zip(*(table.head, *table.rows), strict=True) if table.head else zip(*table.rows, strict=True)
    widths = [round(min(_WIDEST, max(_NARROWEST, *(2 * width_em(cell) + 2 for cell in column)))) for column in columns]
    return Sheet(table.caption, table.head, rows, widths)


def _cells(head: Sequence[str], row: Sequence[str]) -> tuple[Value, ...]:
    names = (*head, *[""] * (len(row) - len(head)))
    return tuple(_value(name, cell) for name, cell in zip(names, row, strict=False))


def _value(head: str, cell: str) -> Value:
    """Return a cell that is nothing but a number as one; 2025.10 below 完成时限 is a month."""
    if _NO_QUANTITIES.search(head) and not cell.isdecimal():
        return cell
    return figure(cell) or cell


FORMAT = OutputFormat("xlsx", ".xlsx", _write, on_request=True)
