"""Sections, their headers and footers: where page numbers stand, how front matter and body are counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planforge.render.docx.landscape import turned_footer
from planforge.render.docx.letter import foot_rule
from planforge.render.docx.oxml import Element, border, element, field, twips
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.house import PT_PER_MM, House, PageProfile

_PAPER: Mapping[str, str | int] = {"w": 11906, "h": 16838}
_TURNED: Mapping[str, str | int] = {"w": 16838, "h": 11906, "orient": "landscape"}

_Footer = tuple[str, list[Element]]


class Sections:
    """Makes section properties.

    ``header`` is what stands at the head of the body's pages, empty for nothing; after front matter (``after_front``)
    the body starts on a right-hand page with number 1.
    """

    def __init__(self, part: Any, house: House, profile: PageProfile, header: str, *, after_front: bool) -> None:
        self._part = part
        self._header = header
        self._house = house
        self._profile = profile
        self._letter = False
        self._first_after_front = after_front

    def begin_letter(self) -> None:
        """Make the section under way that of a letter: its first page has the lower double rule and no number."""
        self._letter = True

    def front(self) -> Element:
        """Return the section of what stands before the body."""
        if self._house.page_number.front == "none":
            return self._section(self._empty(), header="")
        return self._section(self._upright_footers(), header="", numbers={"fmt": "lowerRoman"})

    def body(self, *, landscape: bool = False) -> Element:
        """Return the section of text of the body, upright or turned sideways."""
        footers = self._turned_footers() if landscape else self._upright_footers()
        header = "" if landscape else self._header
        if not self._first_after_front:
            return self._section(footers, header=header, landscape=landscape)
        self._first_after_front = False
        return self._section(footers, header=header, landscape=landscape, starts="oddPage", numbers={"start": 1})

    def unnumbered(self, pages: int) -> Element:
        """Return a section of so many pages that ends on an even one and has no page number: that of the imprint."""
        return self._section(self._empty(), header="", starts="oddPage" if pages % 2 == 0 else "evenPage", grid=False)

    def _empty(self) -> list[_Footer]:
        return [(kind, [paragraph("page-number", [])]) for kind in ("default", "even")]

    def _upright_footers(self) -> list[_Footer]:
        return [(kind, [number]) for kind, number in self._numbers()]

    def _turned_footers(self) -> list[_Footer]:
        return [(kind, turned_footer(number, self._house, self._profile)) for kind, number in self._numbers()]

    def _numbers(self) -> list[tuple[str, Element]]:
        number = self._house.page_number
        side = twips(number.side_pt)
        if number.place == "center":
            return [(kind, _number(number.form, "center", {"left": 0})) for kind in ("default", "even")]
        odd = _number(number.form, "right", {"left": 0, "right": side, "firstLine": 0})
        even = _number(number.form, "left", {"left": side, "right": 0, "firstLine": 0})
        return [("default", odd), ("even", even)]

    def _section(
        self,
        footers: list[_Footer],
        *,
        header: str,
        landscape: bool = False,
        starts: str = "",
        numbers: dict[str, str | int] | None = None,
        grid: bool = True,
    ) -> Element:
        """Return ``w:sectPr``; the text grid is for the body only, it would shift the table of the imprint."""
        references = [self._footer(which, content) for which, content in footers]
        letter, self._letter = self._letter, False
        references += [self._footer("first", foot_rule(self._house))] if letter else []
        if self._header:  # a section without its own would repeat that of the section before
            references = [*(self._head(which, header) for which in ("default", "even")), *references]
        profile = self._profile
        edges = (profile.top_mm, profile.right_mm, profile.bottom_mm, profile.left_mm)
        turned = edges[-1:] + edges[:-1] if landscape else edges  # the left margin comes to the upper edge
        sides = zip(("top", "right", "bottom", "left"), turned, strict=True)
        margins = {side: twips(mm * PT_PER_MM) for side, mm in sides}
        margins |= {
            "header": twips(self._house.header.top_mm * PT_PER_MM),
            "footer": self._house.page_number.footer_twips,
            "gutter": 0,
        }
        parts = [element("type", {"val": starts})] if starts else []
        parts += [element("pgSz", _TURNED if landscape else _PAPER), element("pgMar", margins)]
        parts += [element("pgNumType", numbers)] if numbers else []
        parts += [element("titlePg")] if letter else []
        if grid:
            # lines, not linesAndChars: LibreOffice sets 14 characters a line with the latter
            parts.append(element("docGrid", {"type": "lines", "linePitch": twips(profile.line_pt)}))
        return element("sectPr", None, *references, *parts)

    def _footer(self, which: str, content: list[Element]) -> Element:
        made, relation = self._part.add_footer_part()
        return self._reference("footerReference", which, made, relation, content)

    def _head(self, which: str, words: str) -> Element:
        made, relation = self._part.add_header_part()
        rule = self._house.header.rule_pt
        edge = [element("pBdr", None, border("bottom", rule, space=1))] if words and rule else []
        return self._reference("headerReference", which, made, relation, [paragraph("header", plain(words), edge)])

    @staticmethod
    def _reference(tag: str, which: str, made: Any, relation: str, content: list[Element]) -> Element:
        for child in list(made.element):
            made.element.remove(child)
        made.element.extend(content)
        return element(tag, {"type": which, "r:id": relation})


def _number(form: str, side: str, indent: dict[str, str | int]) -> Element:
    before, after = form.split("{number}")
    content = [*plain(before), *field("PAGE", *plain("1")), *plain(after)]
    return paragraph("page-number", content, [element("jc", {"val": side}), element("ind", indent)])
