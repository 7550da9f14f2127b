"""The head of a letter (10.1) in Word: the organ's name in a frame, the double rules, what stands below the upper one.

The name stands in the upper margin, so its paragraph is a frame at a fixed place of the page. The frame ends where the
upper rule begins and pushes the text down to there. The lower rule stands in the footer of the first page.

Both rules are lower borders: of those, all programs read thick-thin from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.render.docx.oxml import Element, add_property, border, element, fonts, run_properties, text, twips
from planforge.render.docx.paragraphs import paragraph, plain, runs, spacer
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile
from planforge.render.page import LetterHead, Run
from planforge.render.spacing import Spacing

_LINE_PT = 1.0
"""Height of the empty lines that hold a border or the end of a frame."""
UPPER, LOWER = "thickThinSmallGap", "thinThickSmallGap"


def letter_head(block: LetterHead, house: House, profile: PageProfile, spacing: Spacing) -> Iterator[Element]:
    """Yield the name, the upper rule, and a paragraph for each line below it."""
    places = spacing.letter(block)
    height = places.rule_pt - 2 * _LINE_PT - places.mark_pt
    size: dict[str, str | int] = {"h": twips(height), "hRule": "exact"}
    line = element("spacing", {"line": twips(places.line), "lineRule": "exact"})
    name = runs((Run(block.organ),), places.size)
    yield paragraph("letterhead", name, [_frame(house, places.mark_pt, size), line])
    yield spacer(_LINE_PT)  # the frame pushes lines down, not the borders of their paragraphs
    yield _ruled(house, UPPER, [element("ind", _beyond(house, profile))])
    above = places.text_pt - places.rule_pt - house.letter.rule_pt
    for style, left, right in block.rows:
        before = [element("spacing", {"before": twips(above)})] if above else []
        yield _row(style, left, right, house, twips(profile.width_pt), before)
        above = 0.0


def foot_rule(house: House) -> list[Element]:
    """Return what draws the lower rule in a footer, and the paragraph every footer needs."""
    top = (PAPER_HEIGHT_MM - house.letter.foot_mm) * PT_PER_MM - house.letter.rule_pt - _LINE_PT
    return [_ruled(house, LOWER, [_frame(house, top, {})]), paragraph("page-number", [])]


def _ruled(house: House, kind: str, place: list[Element]) -> Element:
    """Return an empty line with a red double rule below it."""
    made = spacer(_LINE_PT)
    edge = border("bottom", house.letter.thick_pt, house.colours["red"], kind=kind)
    for part in (element("pBdr", None, edge), *place):
        add_property(made, part)
    return made


def _frame(house: House, top: float, size: dict[str, str | int]) -> Element:
    """Return the properties of a frame as wide as the rules, in the middle of the page, ``top`` points down."""
    place: dict[str, str | int] = {"w": twips(house.letter.width_mm * PT_PER_MM), **size}
    place |= {"wrap": "around", "vAnchor": "page", "hAnchor": "page", "xAlign": "center", "y": twips(top)}
    return element("framePr", place)


def _beyond(house: House, profile: PageProfile) -> dict[str, str | int]:
    """Return the indents that make a paragraph as wide as the rules, which are longer than the lines of the text."""
    side = house.letter.side_mm
    return {
        "left": twips((side - profile.left_mm) * PT_PER_MM),
        "right": twips((side - profile.right_mm) * PT_PER_MM),
        "firstLine": 0,
    }


def _row(style: str, left: str, right: str, house: House, width: int, place: list[Element]) -> Element:
    if not left:
        return paragraph(style, plain(right), place)
    if not right:
        return paragraph(style, plain(left), place)
    stop = element("tabs", None, element("tab", {"val": "right", "pos": width}))
    return paragraph(style, [*plain(left), element("r", None, element("tab")), _number(right, house)], [stop, *place])


def _number(words: str, house: House) -> Element:
    """Return the document number in its own face: the line has that of what stands at its left."""
    style = house.styles["document-number"]
    official = house.fonts[style.font].official.name
    size = [element(tag, {"val": round(2 * style.size_pt)}) for tag in ("sz", "szCs")]
    return element("r", None, run_properties([fonts(official, house.latin or official), *size]), text(words))
