"""Sections and their footers: page numbers outside, right on odd pages and left on even ones."""

from __future__ import annotations

from typing import Any

from planforge.render.docx.oxml import Element, element, twips
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.house import PT_PER_MM, House, PageProfile

_PAPER = {"w": 11906, "h": 16838}


class Sections:
    """Makes section properties; the footer parts are added to the document once each."""

    def __init__(self, part: Any, house: House, profile: PageProfile) -> None:
        self._part = part
        self._house = house
        self._profile = profile

    def numbered(self) -> Element:
        """Return the section of the body."""
        side = twips(self._house.page_number.side_pt)
        odd = _number("right", {"left": 0, "right": side, "firstLine": 0})
        even = _number("left", {"left": side, "right": 0, "firstLine": 0})
        return self._section([("default", odd), ("even", even)])

    def unnumbered(self) -> Element:
        """Return a section that starts on an even page and has no page number: that of the imprint."""
        empty = [(kind, paragraph("page-number", [])) for kind in ("default", "even")]
        return self._section(empty, element("type", {"val": "evenPage"}))

    def _section(self, footers: list[tuple[str, Element]], *kind: Element) -> Element:
        """Return ``w:sectPr``; the text grid is for the body only, it would shift the table of the imprint."""
        references = [self._footer(which, content) for which, content in footers]
        profile = self._profile
        sides = {"top": profile.top_mm, "right": profile.right_mm, "bottom": profile.bottom_mm, "left": profile.left_mm}
        margins = {side: twips(mm * PT_PER_MM) for side, mm in sides.items()}
        margins |= {"header": 851, "footer": self._house.page_number.footer_twips, "gutter": 0}
        # lines, not linesAndChars: LibreOffice sets 14 characters a line with the latter
        lines = [] if kind else [element("docGrid", {"type": "lines", "linePitch": twips(profile.line_pt)})]
        paper = element("pgSz", _PAPER)
        return element("sectPr", None, *references, *kind, paper, element("pgMar", margins), *lines)

    def _footer(self, which: str, content: Element) -> Element:
        footer, relation = self._part.add_footer_part()
        for child in list(footer.element):
            footer.element.remove(child)
        footer.element.append(content)
        return element("footerReference", {"type": which, "r:id": relation})


def _number(side: str, indent: dict[str, str | int]) -> Element:
    content = [*plain("— "), *_page_field(), *plain(" —")]
    return paragraph("page-number", content, [element("jc", {"val": side}), element("ind", indent)])


def _page_field() -> list[Element]:
    code = element("instrText", {"xml:space": "preserve"})
    code.text = " PAGE \\* Arabic "
    return [_char("begin"), element("r", None, code), _char("separate"), *plain("1"), _char("end")]


def _char(kind: str) -> Element:
    return element("r", None, element("fldChar", {"fldCharType": kind}))
