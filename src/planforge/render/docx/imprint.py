"""The imprint (版记) at the foot of an even page of its own, or of the last page.

On a page of its own a row of exact height fills the page above: floating tables stand elsewhere in each program. Its
text must not take more lines than reckoned, or it would slip to the next page: `lines_needed` reckons on the safe side.
On the last page, which only the program that opens the file knows, it is a frame at the foot of the text area.
"""

from __future__ import annotations

from copy import deepcopy

from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import paragraph, plain, spacer
from planforge.render.docx.table import cell, grid, properties
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile
from planforge.render.measure import lines_needed
from planforge.render.page import Imprint

_LABEL_CHARS = 3  # 抄送： – continuation lines align behind the colon
_SPACER_PT = 1.0
_SLACK_PT = 0.7  # Word counts borders into row heights a little differently; the last rule may lie 1 mm off


def imprint(block: Imprint, house: House, profile: PageProfile, width: int) -> list[Element]:
    """Return the table that fills the page, between the paragraphs programs need around it; ``width`` in twips."""
    style = house.styles["imprint"]
    line = twips(style.line_pt or profile.line_pt)
    side = house.imprint.side_chars
    room = width / twips(style.size_pt) - 2 * side - _LABEL_CHARS
    rows: list[tuple[list[Element], int]] = []
    if block.organs:
        count = sum(lines_needed(text[_LABEL_CHARS:], room) for text in block.organs)
        rows.append((_organs(block, house), count * line))
    if block.by or block.on:
        rows.append(([_printed(block, twips(side * style.size_pt), width)], line))
    foot = twips((PAPER_HEIGHT_MM - profile.top_mm - house.imprint.foot_mm) * PT_PER_MM - 2 * _SPACER_PT - _SLACK_PT)
    rules = twips(2 * house.imprint.thick_pt + house.imprint.thin_pt)
    filler = foot - sum(height for _, height in rows) - rules
    made = [_row([spacer(_SPACER_PT)], width, filler, "exact")]
    for index, (content, height) in enumerate(rows):
        edges = element("tcBorders", None, *_borders(house, first=index == 0, last=index == len(rows) - 1))
        made.append(_row(content, width, height, "atLeast", edges))
    table = element("tbl", None, properties(width, None), grid([width]), *made)
    return [spacer(_SPACER_PT), table, spacer(_SPACER_PT)]


def framed_imprint(block: Imprint, house: House, width: int) -> list[Element]:
    """Return the imprint at the foot of the page on which the text ends, and the line that it hangs on.

    Text that would reach into it goes on to the next page, and the imprint with it.
    """
    made = _organs(block, house)
    ruled = {0, len(made)}  # 主送 and 抄送 have no rule between them
    if block.by or block.on:
        made.append(_printed(block, twips(house.imprint.side_chars * house.styles["imprint"].size_pt), width))
    for index, one in enumerate(made):
        place: dict[str, str | int] = {"w": width, "wrap": "around", "x": 1, "yAlign": "bottom"}
        place |= {"vAnchor": "margin", "hAnchor": "margin"}
        add_property(one, element("framePr", place))
        edges = _borders(house, first=index == 0, last=index == len(made) - 1)
        if drawn := [edge for edge in edges if index in ruled or not edge.tag.endswith("}top")]:
            add_property(one, element("pBdr", None, *drawn))
    return [*made, spacer(_SPACER_PT)]


def _organs(block: Imprint, house: House) -> list[Element]:
    """主送 and 抄送, one character from the edges; lines that run over hang behind the colon."""
    style, side = house.styles["imprint"], house.imprint.side_chars
    hanging = {"left": (side + _LABEL_CHARS), "right": side, "hanging": _LABEL_CHARS}
    indent = element("ind", {name: twips(chars * style.size_pt) for name, chars in hanging.items()})
    return [paragraph("imprint", plain(text), [deepcopy(indent)]) for text in block.organs]


def _printed(block: Imprint, side: int, width: int) -> Element:
    """Printing organ at the left, date at the right, one character from the edges, on one line."""
    stop = element("tabs", None, element("tab", {"val": "right", "pos": width - side}))
    content = [*plain(block.by), element("r", None, element("tab")), *plain(block.on)]
    return paragraph("imprint", content, [stop, element("ind", {"left": side, "right": 0})])


def _borders(house: House, *, first: bool, last: bool) -> list[Element]:
    """Return the rules above and, for the last row, below; a house format may have none."""
    thick, thin = house.imprint.thick_pt, house.imprint.thin_pt
    sides = (("top", thick if first else thin), ("bottom", thick if last else 0.0))
    return [border(side, points) for side, points in sides if points]


def _row(content: list[Element], width: int, height: int, rule: str, edges: Element | None = None) -> Element:
    size = element("trHeight", {"val": height, "hRule": rule})
    return element("tr", None, element("trPr", None, element("cantSplit"), size), cell(width, content, edges))
