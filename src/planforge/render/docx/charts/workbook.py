"""The workbook inside a chart, so that Word can show and edit its figures: one sheet, years, figures, nothing else.

Written by hand, for openpyxl is not there on every machine, and the same plan must give the same file on all of them.
"""

from __future__ import annotations

import io
import zipfile
from html import escape

from planforge.ooxml.archive import reproducible
from planforge.render.charts.panel import Panel

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def names_of(panel: Panel) -> list[str]:
    """Return the names of the points: the year, and 目标 on a line of its own."""
    return ["\n".join(filter(None, (point.at, point.mark))) for point in panel.points]


def chart_workbook(panel: Panel) -> bytes:
    """Return the XLSX file of a panel: the years in column A, the figures in column B, the title above them."""
    rows = [_row(1, _text("B1", panel.title))]
    for number, (point, name) in enumerate(zip(panel.points, names_of(panel), strict=True), start=2):
        figure = "" if point.value is None else f'<c r="B{number}"><v>{point.value:f}</v></c>'
        rows.append(_row(number, _text(f"A{number}", name) + figure))
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, (_HEAD + content).encode("utf-8"))
    return reproducible(raw.getvalue())


def _row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def _text(place: str, words: str) -> str:
    """A text that can never be a formula."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'
