"""The format ``xlsx``: the tables of the plan, a sheet each, for those who go on working with them.

Needs the extra ``planforge[xlsx]``.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.errors import PlanforgeError
from planforge.ooxml.workbook import Sheet, workbook
from planforge.render.formats import Job, OutputFormat, Written
from planforge.render.measure import width_em
from planforge.render.page import Chart, Table

_NARROWEST, _WIDEST = 6.0, 40.0


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
    rows: list[tuple[str, ...]] = [*table.rows, *((words,) for words in (table.unit, table.note) if words)]
    columns = zip(*(table.head, *table.rows), strict=True) if table.head else zip(*table.rows, strict=True)
    widths = [round(min(_WIDEST, max(_NARROWEST, *(2 * width_em(cell) + 2 for cell in column)))) for column in columns]
    return Sheet(table.caption, table.head, rows, widths)


FORMAT = OutputFormat("xlsx", ".xlsx", _write, on_request=True)
