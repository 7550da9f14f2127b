"""Tables: fixed widths, head row repeated on every page, rows never cut."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.records import record
from planforge.render.columns import column_centred
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import paragraph, runs
from planforge.render.house import Frame, House, PageProfile
from planforge.render.page import Run, Table
from planforge.render.spacing import line_of
from planforge.render.table_fit import TableFit

_SIDES = ("top", "left", "bottom", "right")


def table(block: Table, fit: TableFit, house: House, profile: PageProfile, *, keep: bool = False) -> Element:
    """Return ``w:tbl`` over the whole width; ``keep``: on one page with what follows it."""
    width, frame = twips(fit.width_pt), house.table
    widths = [round(share * width) for share in fit.shares]
    widths[-1] += width - sum(widths)
    sides = ["center" if centred else "left" for centred in column_centred(block)]
    head, cell = (_Face.of(name, house, profile, fit.scale) for name in ("table-head", "table-cell"))
    rows = [_row(block.head, head, widths, ["center"] * len(widths), head=True)] if block.head else []
    rows += [_row(row, cell, widths, sides) for row in block.rows]
    made = element("tbl", None, properties(width, _borders(frame), frame), grid(widths), *rows)
    for one in made.iter(f"{made.tag.rpartition('}')[0]}}}p") if keep else ():
        add_property(one, element("keepNext"))
    return made


def properties(width: int, borders: Element | None, frame: Frame | None = None) -> Element:
    """Return ``w:tblPr`` of a fixed table."""
    pads = (frame.pad_vertical_pt, frame.pad_side_pt) * 2 if frame else (0.0,) * 4
    margins = [
        element(side, {"w": twips(pad), "type": "dxa"})
        for side, pad in zip(("top", "left", "bottom", "right"), pads, strict=True)
    ]
    parts = [element("tblW", {"w": width, "type": "dxa"}), element("tblInd", {"w": 0, "type": "dxa"})]
    parts += [borders] if borders is not None else []
    parts += [element("tblLayout", {"type": "fixed"}), element("tblCellMar", None, *margins)]
    return element("tblPr", None, *parts)


def grid(widths: Sequence[int]) -> Element:
    """Return ``w:tblGrid``."""
    return element("tblGrid", None, *(element("gridCol", {"w": width}) for width in widths))


def cell(
    width: int, content: Sequence[Element], borders: Element | None = None, *, columns: int = 1, at: str = "center"
) -> Element:
    """Return ``w:tc`` over so many columns, its text in the middle or where ``at`` says (top, bottom)."""
    parts = [element("tcW", {"w": width, "type": "dxa"})]
    parts += [element("gridSpan", {"val": columns})] if columns > 1 else []
    parts += [borders] if borders is not None else []
    return element("tc", None, element("tcPr", None, *parts, element("vAlign", {"val": at})), *content)


@record(frozen=True, slots=True)
class _Face:
    """The style of cells, and what they say beside it where they are set smaller."""

    style: str
    size_pt: float | None = None
    line: int = 0

    @classmethod
    def of(cls, name: str, house: House, profile: PageProfile, scale: float) -> _Face:
        if scale == 1:
            return cls(name)
        style = house.styles[name]
        return cls(name, style.size_pt * scale, twips(line_of(style, style.size_pt, profile) * scale))

    def paragraph(self, words: str, side: str) -> Element:
        pitch = [element("spacing", {"line": self.line, "lineRule": "exact"})] if self.line else []
        return paragraph(self.style, runs((Run(words),), self.size_pt), [*pitch, element("jc", {"val": side})])


def _row(
    cells: Sequence[str], face: _Face, widths: Sequence[int], sides: Sequence[str], *, head: bool = False
) -> Element:
    rules = [element("cantSplit"), *([element("tblHeader")] if head else [])]
    made = [cell(width, [face.paragraph(words, side)]) for words, width, side in zip(cells, widths, sides, strict=True)]
    return element("tr", None, element("trPr", None, *rules), *made)


def _borders(frame: Frame) -> Element:
    return element("tblBorders", None, *(border(side, frame.border_pt) for side in (*_SIDES, "insideH", "insideV")))
