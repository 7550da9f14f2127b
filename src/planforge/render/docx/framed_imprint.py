"""The imprint (版记) at the foot of the page where the text ends, which only the program that opens the file knows.

Text that would reach into it goes on to the next page, and the imprint with it. One that is higher than a page begins
the next page and runs on like text, as no frame is cut where a page ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.render.docx.imprint_parts import on_one_line, organ_lines, organs, printed
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.paragraphs import spacer
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile
from planforge.render.measure import lines_needed
from planforge.render.page import Imprint

_SPACER_PT = 1.0
_Piece = tuple[Element, float]
"""A paragraph and its height in points."""


def framed_imprint(block: Imprint, house: House, profile: PageProfile, width: int) -> list[Element]:
    """Return the imprint at the foot of the page on which the text ends, and the line that it hangs on.

    ``width`` of the text area in twips.
    """
    pieces = list(_pieces(block, house, profile, width))
    high = sum(height for _, height in pieces)
    foot = (PAPER_HEIGHT_MM - house.imprint.foot_mm) * PT_PER_MM
    if high > foot - profile.top_mm * PT_PER_MM:
        add_property(pieces[0][0], element("pageBreakBefore"))
    elif house.imprint.thick_pt or house.imprint.thin_pt:
        _one_by_one(pieces, foot - high, width)
    else:
        _together(pieces, width)
    return [*(one for one, _ in pieces), spacer(_SPACER_PT)]


def _together(pieces: list[_Piece], width: int) -> None:
    """Put the paragraphs into one frame that ends where the text area does."""
    place: dict[str, str | int] = {"w": width, "wrap": "around", "x": 1, "yAlign": "bottom"}
    place |= {"vAnchor": "margin", "hAnchor": "margin"}
    for one, _ in pieces:
        add_property(one, element("framePr", place))


def _one_by_one(pieces: list[_Piece], top: float, width: int) -> None:
    """Put each paragraph and each rule into a frame at its place of the page, from ``top`` on (points).

    LibreOffice takes no frame of several paragraphs that have borders; Word draws them as long as indents let it.
    """
    for one, height in pieces:
        place: dict[str, str | int] = {"w": width, "h": twips(height), "hRule": "atLeast", "wrap": "around", "x": 1}
        place |= {"y": twips(top), "vAnchor": "page", "hAnchor": "margin"}
        add_property(one, element("framePr", place))
        top += height


def _pieces(block: Imprint, house: House, profile: PageProfile, width: int) -> Iterator[_Piece]:
    """Yield rules and texts from top to bottom; 主送 and 抄送 have no rule between them."""
    line, rules = house.styles["imprint"].line_pt or profile.line_pt, house.imprint
    yield from _rule(rules.thick_pt)
    for index, (one, lines) in enumerate(_texts(block, house, width)):
        if index and index == len(block.organs):
            yield from _rule(rules.thin_pt)
        yield one, lines * line
    yield from _rule(rules.thick_pt)


def _rule(points: float) -> Iterator[_Piece]:
    if points:
        made = spacer(_SPACER_PT)
        add_property(made, element("pBdr", None, border("bottom", points)))
        yield made, _SPACER_PT + points


def _texts(block: Imprint, house: House, width: int) -> Iterator[tuple[Element, int]]:
    """Yield the paragraphs and how many lines each takes."""
    for one, text in zip(organs(block, house), block.organs, strict=True):
        yield one, organ_lines(text, house, width)
    if block.by or block.on:
        size, side = house.styles["imprint"].size_pt, twips(house.imprint.side_chars * house.styles["imprint"].size_pt)
        broken = not on_one_line(block, house, width)
        lines = 1 + lines_needed(block.by, (width - side) / twips(size), spaced=True) if broken else 1
        yield printed(block, side, width, broken=broken), lines
