"""The imprint (版记) at the foot of the page where the text ends, which only the program that opens the file knows."""

from __future__ import annotations

from planforge.render.docx.imprint_parts import borders, on_one_line, organs, printed
from planforge.render.docx.oxml import Element, add_property, element, twips
from planforge.render.docx.paragraphs import spacer
from planforge.render.house import House
from planforge.render.page import Imprint

_SPACER_PT = 1.0


def framed_imprint(block: Imprint, house: House, width: int) -> list[Element]:
    """Return the imprint at the foot of the page on which the text ends, and the line that it hangs on.

    Text that would reach into it goes on to the next page, and the imprint with it.
    """
    made = organs(block, house)
    ruled = {0, len(made)}  # 主送 and 抄送 have no rule between them
    if block.by or block.on:
        side = twips(house.imprint.side_chars * house.styles["imprint"].size_pt)
        made.append(printed(block, side, width, broken=not on_one_line(block, house, width)))
    for index, one in enumerate(made):
        place: dict[str, str | int] = {"w": width, "wrap": "around", "x": 1, "yAlign": "bottom"}
        place |= {"vAnchor": "margin", "hAnchor": "margin"}
        add_property(one, element("framePr", place))
        edges = borders(house, first=index == 0, last=index == len(made) - 1)
        if drawn := [edge for edge in edges if index in ruled or not edge.tag.endswith("}top")]:
            add_property(one, element("pBdr", None, *drawn))
    return [*made, spacer(_SPACER_PT)]
