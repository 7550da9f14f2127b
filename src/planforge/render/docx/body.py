"""The body of a document while it is written: what every sort of block needs to put its paragraphs there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.records import cached_property
from planforge.render.docx.footnotes import Footnotes
from planforge.render.docx.oxml import Element, add_property, element, twips
from planforge.render.docx.paragraphs import Bookmarks, paragraph, runs
from planforge.render.house import House, PageProfile
from planforge.render.page import Block, Box, Chart, Figure, NewPage, Paragraph, Table
from planforge.render.spacing import Spacing

if TYPE_CHECKING:
    from planforge.render.docx.charts.inline import ChartParts

_WORD_ASCENT = 0.8  # where Word and LibreOffice put the base line in a line of exact height


class Body:
    """The elements of one document's body and what they are made with.

    Attributes:
        house, profile: the format and the page.
        spacing: the room between blocks; another where a notice is set closer.
        count: how many elements there are; lxml would count them anew each time.
        landscape: whether the section under way is turned.
        apart: whether the signature may stand on a page without text.
        width: of the text, in twentieths of a point.
    """

    def __init__(self, document: Any, house: House, profile: PageProfile) -> None:
        self.part = document.part
        self.elements = document.element.body
        self.count = len(self.elements)
        self.house = house
        self.profile = profile
        self.spacing = Spacing(house, profile, lambda style, line, size: _WORD_ASCENT * line)
        self.bookmarks = Bookmarks()
        self.notes = Footnotes(document)
        self.width = twips(profile.width_pt)
        self.landscape = False
        self.apart = False

    @cached_property
    def charts(self) -> ChartParts:
        """The parts that the document's charts are."""
        from planforge.render.docx.charts.inline import ChartParts  # few plans have any

        return ChartParts(self.part)

    def add(self, *elements: Element) -> None:
        """Put elements behind those that are there."""
        self.elements.extend(elements)
        self.count += len(elements)

    @property
    def last(self) -> Element | None:
        """The element written last."""
        return self.elements[-1] if self.count else None

    def place(self, block: Block, previous: Block | None, exact_pt: float | None = None) -> list[Element]:
        """What the place of a block adds to its style: a page break, space above, a line pitch of its own."""
        breaks = isinstance(previous, NewPage) and not previous.body
        properties = [element("pageBreakBefore")] if breaks else []
        above = twips(self.spacing.above(previous, block))
        values: dict[str, str | int] = {"before": above} if above else {}
        if exact_pt is not None:
            values |= {"line": twips(exact_pt), "lineRule": "exact"}
        return [*properties, element("spacing", values)] if values else properties

    def first(self, block: Block, previous: Block | None) -> list[Element]:
        """What the first paragraph of a bordered block adds to its style: room above, unless there is some already.

        Room beside boxes, tables and pictures is space of their own paragraphs, which no program carries over to the
        head of the next page, as it would an empty paragraph.
        """
        return [] if isinstance(previous, Box | Table | Figure | Chart) else self.place(block, previous)

    def keep_last(self) -> None:
        """Keep the paragraph written last with what follows."""
        last = self.last
        if last is not None and last.tag.endswith("}p") and last.find("./{*}pPr/{*}keepNext") is None:
            add_property(last, element("keepNext"))

    def write_paragraph(self, block: Paragraph, style: str, place: list[Element], block_id: str = "") -> None:
        """Write a paragraph of text with its footnotes."""
        content = self.bookmarks.around(block.id, runs(block.runs, refer=self.notes.reference))
        self.add(paragraph(style, self.bookmarks.around(block_id, content), place))
