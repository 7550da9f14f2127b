"""The paragraphs and rules of the imprint (版记), wherever it stands."""

from __future__ import annotations

import math
from copy import deepcopy

from planforge.render.docx.oxml import Element, border, element, twips
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.house import House
from planforge.render.measure import lines_needed, spaced_em
from planforge.render.page import Imprint

LABEL_CHARS = 3
"""抄送： – continuation lines align behind the colon."""
_PART_CHARS = 0.25  # a part of a character at the end of a line holds none


def organs(block: Imprint, house: House) -> list[Element]:
    """主送 and 抄送, one character from the edges; lines that run over hang behind the colon."""
    style, side = house.styles["imprint"], house.imprint.side_chars
    hanging = {"left": (side + LABEL_CHARS), "right": side, "hanging": LABEL_CHARS}
    indent = element("ind", {name: twips(chars * style.size_pt) for name, chars in hanging.items()})
    return [paragraph("imprint", plain(text), [deepcopy(indent)]) for text in block.organs]


def organ_lines(text: str, house: House, width: int) -> int:
    """Return how many lines 主送 or 抄送 takes, reckoned on the safe side; ``width`` of the text area in twips."""
    size, side = house.styles["imprint"].size_pt, house.imprint.side_chars
    room = width / twips(size) - 2 * side - LABEL_CHARS
    room = min(room, math.floor(room) + _PART_CHARS)
    return lines_needed(text[LABEL_CHARS:], room, spaced=True)


def printed(block: Imprint, side: int, width: int, *, broken: bool = False) -> Element:
    """Printing organ at the left, date at the right, one character from the edges; ``broken``: on a line of its own."""
    stop = element("tabs", None, element("tab", {"val": "right", "pos": width - side}))
    ended = [element("r", None, element("br"))] if broken else []
    content = [*plain(block.by), *ended, element("r", None, element("tab")), *plain(block.on)]
    return paragraph("imprint", content, [stop, element("ind", {"left": side, "right": 0})])


def on_one_line(block: Imprint, house: House, width: int) -> bool:
    """Return whether printing organ and date have room beside each other, a character between them."""
    room = width / twips(house.styles["imprint"].size_pt) - 2 * house.imprint.side_chars
    return not (block.by and block.on) or spaced_em(block.by) + 1 + spaced_em(block.on) <= room


def printing_organ(block: Imprint, side: int, gap: int) -> Element:
    """Return the name in a cell of its own, where it may go on below itself."""
    return paragraph("imprint", plain(block.by), [element("ind", {"left": side, "right": gap})])


def printing_date(block: Imprint, side: int) -> Element:
    """Return the date in a cell of its own, on the first line of a long name."""
    return paragraph(
        "imprint", plain(block.on), [element("ind", {"left": 0, "right": side}), element("jc", {"val": "right"})]
    )


def borders(house: House, *, first: bool, last: bool) -> list[Element]:
    """Return the rules above and, for the last row, below; a house format may have none."""
    thick, thin = house.imprint.thick_pt, house.imprint.thin_pt
    sides = (("top", thick if first else thin), ("bottom", thick if last else 0.0))
    return [border(side, points) for side, points in sides if points]
