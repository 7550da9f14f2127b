"""The format xlsx: the tables of a plan, a sheet each."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from planforge.errors import PlanforgeError
from planforge.render.build import render_page
from planforge.render.formats import Job, output_formats
from planforge.render.house import House, PageProfile
from tests.unit.render import sample


def shown(cell: Any) -> str:
    """Return what a spreadsheet shows of a cell, for the formats that are used here."""
    if cell.data_type == "s":
        return str(cell.value)
    places = len(cell.number_format.rstrip("%").partition(".")[2])
    percent = cell.number_format.endswith("%")
    return f"{cell.value * (100 if percent else 1):{',' if ',' in cell.number_format else ''}.{places}f}{'%' * percent}"


def test_each_table_is_a_sheet(house: House, profile: PageProfile) -> None:
    """Head, rows, then unit and note, as they are printed."""
    page = render_page(sample.context(), house)
    sheet = load_workbook(io.BytesIO(output_formats()["xlsx"].write(Job(page, house, profile)).data)).active
    rows = [[shown(cell) for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    table = sample.table()
    assert rows[: 1 + len(table["rows"])] == [table["head"], *table["rows"]]
    assert "“以上”均含本数。" in rows[-1][0]


def test_numbers_are_numbers_and_months_are_not(house: House, profile: PageProfile) -> None:
    """A cell that is a number is one, with its digits; figures with words, and what only looks like one, are text."""
    head = ["序号", "指标", "2020年", "2025年", "完成时限"]
    cells = [["1", "覆盖率", "80.0%", "95%以上", "2025.10"], ["2", "=1+1", "-3.20", "—", "2026"]]
    table = sample.table() | {"head": head, "rows": cells}
    page = render_page(sample.context(sample.chapter(0, "目标", [table])), house)
    sheet = load_workbook(io.BytesIO(output_formats()["xlsx"].write(Job(page, house, profile)).data)).active
    rows = list(sheet.iter_rows(min_row=2, max_row=3))
    assert [[shown(cell) for cell in row] for row in rows] == cells
    kinds = ["".join(cell.data_type for cell in row) for row in rows]
    assert kinds == ["nsnss", "nsnsn"]
    assert (rows[0][2].value, rows[1][2].value) == (0.8, -3.2)


def test_a_plan_without_tables_has_no_workbook(house: House, profile: PageProfile) -> None:
    """One message; and nobody gets a workbook unasked."""
    page = render_page(sample.context(sample.chapter(0, "任务", [sample.text("甲", sample.para("略。"))])), house)
    with pytest.raises(PlanforgeError, match="没有表格"):
        output_formats()["xlsx"].write(Job(page, house, profile))
    assert [form.name for form in output_formats().values() if form.on_request] == ["xlsx"]
