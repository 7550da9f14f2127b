"""Writes tables as an Excel workbook. Text is always text: nothing a plan says can become a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from planforge.errors import PlanforgeError
from planforge.ooxml.archive import reproducible
from planforge.ooxml.figure import Figure
from planforge.patterns import expression
from planforge.records import record

Value = str | int | float | Figure | None
_NOT_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
"""How many characters a cell can hold (Excel specifications and limits)."""
_LONGEST_TITLE = 28  # of the 31 that Excel allows, room for a number is kept
_ANY_DAY = datetime(2000, 1, 1)
_FACE = "宋体"


@record(frozen=True)
class Sheet:
    """One table.

    Attributes:
        title: the name of the sheet.
        head: the names of the columns.
        rows: the cells below them.
        widths: the widths of the columns in characters.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]


def workbook(*sheets: Sheet) -> bytes:
    """Return an XLSX file with these sheets; equal input gives equal bytes.

    Raises:
        PlanforgeError: when openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise PlanforgeError("没有安装写 XLSX 的组件 openpyxl", hint="请运行 pip install 'planforge[xlsx]'") from error
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(_title(sheet.title))  # one of a name that is taken gets a number behind it
        for number, row in enumerate((sheet.head, *sheet.rows), start=1):
            for column, value in enumerate(row, start=1):
                _fill(page.cell(number, column), value, head=number == 1)
        _lay_out(page, sheet)
    raw = io.BytesIO()
    book.save(raw)
    return reproducible(raw.getvalue(), {"docProps/core.xml": _properties(book.properties)})


def _title(words: str) -> str:
    """Return what a sheet can be called: 31 characters at most, without those that Excel refuses."""
    return re.sub(r"[\[\]:*?/\\']", " ", _NOT_XML.sub("", words)).strip()[:_LONGEST_TITLE] or "表"


def _properties(properties: Any) -> bytes:
    """Return the properties of the file; openpyxl puts the time of saving into them."""
    from openpyxl.xml.functions import tostring

    properties.creator = "planforge"
    properties.created = properties.modified = _ANY_DAY
    return bytes(tostring(properties.to_tree()))


def _fill(cell: Any, value: Value, *, head: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    line = Side(style="thin")
    cell.font = Font(name=_FACE, size=11, bold=head)
    cell.border = Border(line, line, line, line)
    centred = {"horizontal": "center"} if head else {}
    cell.alignment = Alignment(vertical="center", wrap_text=True, **centred)
    if isinstance(value, str):
        cell.value = _NOT_XML.sub("", value)[:_LONGEST]
        cell.data_type = "s"  # also where it begins with =
    elif isinstance(value, Figure):
        cell.value, cell.number_format = value.value, value.format
    else:
        cell.value = value


def _lay_out(page: Any, sheet: Sheet) -> None:
    """Set widths, keep the head in sight, print landscape with the head on every page."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
