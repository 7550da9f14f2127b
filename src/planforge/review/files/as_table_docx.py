"""修改对照表 as a Word table on landscape pages: what went is struck out, what came is underlined."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from planforge.ooxml.archive import reproducible
from planforge.review.clause_changes import ClauseChange, clause_changes
from planforge.review.files.as_table_xlsx import HEAD
from planforge.review.version import Version
from planforge.review.wording import aligned

NAME = "table-docx"
_TITLE = "修改对照表"
_WIDTHS_MM = (12, 42, 78, 78, 47)
_ANY_DAY = datetime(2000, 1, 1)


def write(old: Version, new: Version) -> bytes:
    """Return the DOCX."""
    document = _empty()
    document.add_paragraph(_TITLE).alignment = 1
    _face(document.paragraphs[-1].runs, "黑体", 18)
    document.add_paragraph(f"旧版：{old.name}；新版：{new.name}")
    table = document.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, HEAD, strict=True):
        _fill(cell, [(words, "")])
        _face(cell.paragraphs[0].runs, "黑体", 11)
    for number, change in enumerate(clause_changes(old.plan, new.plan), start=1):
        _row(table, number, change)
    _lay_out(table)
    raw = io.BytesIO()
    document.save(raw)
    return reproducible(raw.getvalue())


def _empty() -> Any:
    """Return an empty landscape document without the traces of its template."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    _east_asian(normal.element.get_or_add_rPr(), "仿宋_GB2312")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _TITLE, "planforge", ""
    properties.created = properties.modified = _ANY_DAY
    return document


def _row(table: Any, number: int, change: ClauseChange) -> None:
    cells = table.add_row().cells
    pieces = aligned(change.old, change.new) if change.old and change.new else []
    _fill(cells[0], [(str(number), "")])
    _fill(cells[1], [(change.place, "")])
    _fill(cells[2], [(one.old, "" if one.same else "strike") for one in pieces] or [(change.old, "strike")])
    _fill(cells[3], [(one.new, "" if one.same else "underline") for one in pieces] or [(change.new, "underline")])
    _fill(cells[4], [(change.note, "")])


def _fill(cell: Any, pieces: Iterable[tuple[str, str]]) -> None:
    """Write pieces of text, each plain or with a mark of its font."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    for words, mark in pieces:
        if words:
            run = paragraph.add_run(_printable(words))
            run.font.size = Pt(10.5)
            if mark:
                setattr(run.font, mark, True)


def _printable(words: str) -> str:
    """Leave out characters that XML has not."""
    return "".join(character for character in words if character in "\t\n" or " " <= character <= "\ud7ff"
                   or "\ue000" <= character <= "\ufffd" or character > "\uffff")  # fmt: skip


def _lay_out(table: Any) -> None:
    """Fix the widths, repeat the head, let no row break over a page unless it must."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS_MM, strict=True):
            cell.width = Mm(width)
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)


def _face(runs: Iterable[Any], name: str, size: float) -> None:
    from docx.shared import Pt

    for run in runs:
        run.font.size = Pt(size)
        _east_asian(run._r.get_or_add_rPr(), name)


def _east_asian(properties: Any, name: str) -> None:
    """Name the font of Chinese characters, which python-docx leaves to the theme."""
    from docx.oxml.ns import qn

    properties.get_or_add_rFonts().set(qn("w:eastAsia"), name)
