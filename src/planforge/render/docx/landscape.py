"""The foot of pages turned sideways (横排): the page number stands where upright pages have it (GB/T 9704 8).

Once such a page is turned to the left, its left edge is the foot. There a table of one cell, whose words run downwards,
takes the place of the footer; it is as long as the text of an upright page is wide.
"""

from __future__ import annotations

from planforge.render.docx.oxml import Element, element, twips
from planforge.render.docx.paragraphs import spacer
from planforge.render.house import PT_PER_MM, House, PageProfile


def turned_footer(number: Element, house: House, profile: PageProfile) -> list[Element]:
    """Return the content of the footer of a turned page around the paragraph of its page number."""
    style = house.styles["page-number"]
    line, length = twips(style.line_pt or style.size_pt), twips(profile.width_pt)
    place = {"horzAnchor": "page", "vertAnchor": "page"}
    place |= {"tblpX": str(house.page_number.footer_twips), "tblpY": str(twips(profile.left_mm * PT_PER_MM))}
    margins = (element(side, {"w": 0, "type": "dxa"}) for side in ("top", "left", "bottom", "right"))
    properties = element(
        "tblPr",
        None,
        element("tblpPr", place),
        element("tblOverlap", {"val": "never"}),
        element("tblW", {"w": line, "type": "dxa"}),
        element("tblLayout", {"type": "fixed"}),
        element("tblCellMar", None, *margins),
    )
    shape = element("tcPr", None, element("tcW", {"w": line, "type": "dxa"}), element("textDirection", {"val": "tbRl"}))
    high = element("trPr", None, element("trHeight", {"val": length, "hRule": "exact"}))
    grid = element("tblGrid", None, element("gridCol", {"w": line}))
    row = element("tr", None, high, element("tc", None, shape, number))
    return [element("tbl", None, properties, grid, row), spacer(1)]
