"""The format xlsx: the tables of a plan, a sheet each."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from planforge.errors import PlanforgeError
from planforge.render.build import render_page
from planforge.render.formats import Job, output_formats
from planforge.render.house import House, PageProfile
from tests.unit.render import sample


def test_each_table_is_a_sheet(house: House, profile: PageProfile) -> None:
    """Head, rows, then unit and note, as they are printed."""
    page = render_page(sample.context(), house)
    sheet = load_workbook(io.BytesIO(output_formats()["xlsx"].write(Job(page, house, profile)).data)).active
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    table = sample.table()
    assert rows[: 1 + len(table["rows"])] == [table["head"], *table["rows"]]
    assert "“以上”均含本数。" in rows[-1][0]


def test_a_plan_without_tables_has_no_workbook(house: House, profile: PageProfile) -> None:
    """One message; and nobody gets a workbook unasked."""
    page = render_page(sample.context(sample.chapter(0, "任务", [sample.text("甲", sample.para("略。"))])), house)
    with pytest.raises(PlanforgeError, match="没有表格"):
        output_formats()["xlsx"].write(Job(page, house, profile))
    assert [form.name for form in output_formats().values() if form.on_request] == ["xlsx"]
