"""Tables: fixed widths, head row repeated on every page, rows never cut."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.render.columns import column_centred, column_shares
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.house import Frame
from planforge.render.page import Table

_SIDES = ("top", "left", "bottom", "right")


def table(block: Table, frame: Frame, width: int, room: float, *, keep: bool = False) -> Element:
    """Return ``w:tbl`` over the whole width (twips), which is ``room`` characters of its text.

    ``keep``: on one page with what follows it.
    """
    widths = [round(share * width) for share in column_shares(block, room)]
    widths[-1] += width - sum(widths)
    sides = ["center" if centred else "left" for centred in column_centred(block)]
    rows = [_row(block.head, "table-head", widths, ["center"] * len(widths), head=True)] if block.head else []
    rows += [_row(row, "table-cell", widths, sides) for row in block.rows]
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


def cell(width: int, content: Sequence[Element], borders: Element | None = None) -> Element:
    """Return ``w:tc``, its text in the middle."""
    parts = [element("tcW", {"w": width, "type": "dxa"})]
    parts += [borders] if borders is not None else []
    return element("tc", None, element("tcPr", None, *parts, element("vAlign", {"val": "center"})), *content)


def _row(
    cells: Sequence[str], style: str, widths: Sequence[int], sides: Sequence[str], *, head: bool = False
) -> Element:
    rules = [element("cantSplit"), *([element("tblHeader")] if head else [])]
    made = [
        cell(width, [paragraph(style, plain(words), [element("jc", {"val": side})])])
        for words, width, side in zip(cells, widths, sides, strict=True)
    ]
    return element("tr", None, element("trPr", None, *rules), *made)


def _borders(frame: Frame) -> Element:
    return element("tblBorders", None, *(border(side, frame.border_pt) for side in (*_SIDES, "insideH", "insideV")))
