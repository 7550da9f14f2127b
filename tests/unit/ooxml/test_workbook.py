"""Workbooks: text stays text, bytes stay the same."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook

from planforge.ooxml.workbook import Sheet, workbook

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\x00\x07控制字符", "正常")
SHEET = Sheet("表", ("名称", "数"), [(words, 3.5) for words in HOSTILE], (20, 8))


def test_nothing_becomes_a_formula() -> None:
    """Whatever a cell begins with, it is text; control characters that XML has not are left out."""
    page = load_workbook(io.BytesIO(workbook(SHEET))).active
    cells = [page.cell(row, 1) for row in range(2, 2 + len(HOSTILE))]
    assert [cell.data_type for cell in cells] == ["s"] * len(HOSTILE)
    assert [cell.value for cell in cells] == [words.lstrip("\x00\x07") for words in HOSTILE]
    assert page.cell(2, 2).value == 3.5


def test_several_sheets_have_names_that_excel_takes() -> None:
    """Cut to its length, without its signs, each once."""
    title = "表1　“十四五”时期科技创新发展[主要]指标完成情况和目标一览表：全市"
    names = load_workbook(io.BytesIO(workbook(*(Sheet(title, ("甲",), [("乙",)], (8,)),) * 2))).sheetnames
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_bytes_do_not_depend_on_the_day() -> None:
    """Nor on the run."""
    data = workbook(SHEET)
    assert data == workbook(SHEET)
    properties = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert properties.count("2000-01-01T00:00:00Z") == 2
