"""Writes the DOCX: walks the blocks and puts paragraphs, tables and sections one below the other."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from planforge.render.columns import is_landscape
from planforge.render.docx.carried import carry, drop_unused_bookmarks
from planforge.render.docx.charts.inline import ChartParts, chart_runs
from planforge.render.docx.contents import contents
from planforge.render.docx.element_lines import element_lines
from planforge.render.docx.font_table import add_font_table
from planforge.render.docx.footer import Sections
from planforge.render.docx.footnotes import Footnotes
from planforge.render.docx.imprint import framed_imprint, imprint
from planforge.render.docx.joint_head import joint_head
from planforge.render.docx.letter import letter_head
from planforge.render.docx.oxml import Element, add_property, border, element, twips
from planforge.render.docx.package import empty_document, save
from planforge.render.docx.paragraphs import (
    Bookmarks,
    add_space,
    lines,
    paragraph,
    plain,
    runs,
    set_pitch,
    spacer,
)
from planforge.render.docx.styles import fill_styles
from planforge.render.docx.table import table
from planforge.render.house import House, PageProfile
from planforge.render.measure import width_em
from planforge.render.notice import fit_notice
from planforge.render.page import (
    AnnexNote,
    Block,
    Box,
    Chart,
    Contents,
    Cover,
    Figure,
    Heading,
    Imprint,
    ItemList,
    JointHead,
    JointSignature,
    LetterHead,
    Line,
    LineRole,
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Signature,
    Table,
    text_of,
)
from planforge.render.spacing import Spacing, line_of, running_header, size_of

_PX_PER_INCH = 96
_EMU_PER_PT = 12700
_PARTING_PT = 1.0  # between two boxes, whose equal borders would run together
_WORD_ASCENT = 0.8  # where Word and LibreOffice put the base line in a line of exact height


def write_docx(page: Page, house: House, profile: PageProfile, numbers: Mapping[str, str] | None = None) -> bytes:
    """Write ``page`` as DOCX with the official fonts; equal input gives equal bytes.

    Page numbers and the even page of the imprint are left to the program that opens the file; the contents show
    ``numbers``, the page number of each place by its anchor name.
    """
    document = new_document(house, profile)
    write_body(document, page, house, profile, numbers or {})
    if page.trace is not None:
        carry(document, page.trace)
    if page.final:
        drop_unused_bookmarks(document)
    return save(document, page)


def new_document(house: House, profile: PageProfile) -> Any:
    """Return a python-docx document with the styles of the house and nothing in it."""
    document = empty_document()
    fill_styles(document.styles.element, house, profile)
    add_font_table(document, house)
    return document


def write_body(document: Any, page: Page, house: House, profile: PageProfile, numbers: Mapping[str, str]) -> None:
    """Write the blocks of ``page`` into the body of ``document``, its parts (footers, pictures) beside it."""
    _Writer(document, house, profile, numbers).write(page)


class _Writer:
    """Fills the body of one document."""

    def __init__(self, document: Any, house: House, profile: PageProfile, numbers: Mapping[str, str]) -> None:
        self._part = document.part
        self._charts = ChartParts(document.part)
        self._body = document.element.body
        self._house = house
        self._profile = profile
        self._numbers = numbers
        self._spacing = Spacing(house, profile, lambda style, line, size: _WORD_ASCENT * line)
        self._bookmarks = Bookmarks()
        self._notes = Footnotes(document)
        self._width = twips(profile.width_pt)
        self._table_room = profile.width_pt / house.styles["table-cell"].size_pt
        self._landscape = False
        self._begun = 0

    def write(self, page: Page) -> None:
        """Write all blocks, then close the last section."""
        header, fronted = running_header(page, self._house), any(_begins_body(block) for block in page.blocks)
        self._sections = Sections(self._part, self._house, self._profile, header, after_front=fronted)
        fit, usual = fit_notice(page, self._spacing), self._spacing
        previous: Block | None = None
        for index, block in enumerate(page.blocks):
            if not isinstance(block, Imprint):
                fitted = fit is not None and fit.holds(index)
                self._spacing = fit.spacing if fit is not None and fitted else usual
                self._turn(block)
                written = len(self._body)
                self._block(block, previous)
                if fit is not None and fitted:
                    set_pitch(self._body[written:], fit.line_pt)
                previous = block
        closing = None
        for block in page.blocks:
            if isinstance(block, Imprint):
                closing = self._imprint(block)
        self._add(self._under_way() if closing is None else closing)

    def _turn(self, block: Block) -> None:
        """End the section under way where the next block stands on pages turned the other way."""
        if isinstance(block, NewPage):
            return
        landscape = isinstance(block, Table) and is_landscape(block, self._table_room)
        if landscape != self._landscape and len(self._body) > self._begun:
            self._end_section(self._under_way())
        self._landscape = landscape

    def _under_way(self) -> Element:
        return self._sections.body(landscape=self._landscape)

    def _imprint(self, block: Imprint) -> Element | None:
        """Write the imprint; return the section of the last page, None for the one under way."""
        if self._house.imprint.page == "last":
            self._turn(block)
            self._add(*framed_imprint(block, self._house, self._width))
            return None
        self._end_section(self._under_way())
        self._add(*imprint(block, self._house, self._profile, self._width))
        return self._sections.unnumbered()

    def _add(self, *elements: Element) -> None:
        self._body.extend(elements)

    def _end_section(self, section: Element) -> None:
        """Put the section into the last paragraph, so that it takes no line of its own.

        A paragraph can end one section only, and a table none.
        """
        last = self._body[-1] if len(self._body) else None
        if last is None or not last.tag.endswith("}p") or last.find("./{*}pPr/{*}sectPr") is not None:
            self._add(spacer(1))
        add_property(self._body[-1], section)
        self._begun = len(self._body)

    def _block(self, block: Block, previous: Block | None) -> None:
        match block:
            case Line():
                self._line(block, previous)
            case JointHead():
                self._add(spacer(self._spacing.above(previous, block)))
                self._add(*joint_head(block, self._house, self._profile))
            case LetterHead():
                self._sections.begin_letter()
                self._add(*letter_head(block, self._house, self._profile, self._spacing))
            case RedRule():
                self._red_rule(block, previous)
            case Box() | Table() | Figure() | Chart():
                self._framed(block, previous)
            case NewPage():
                if block.body:
                    self._end_section(self._sections.front())
            case _:
                self._text(block, self._place(block, previous))

    def _framed(self, block: Box | Table | Figure | Chart, previous: Block | None) -> None:
        """Write a block that stands apart from the text."""
        match block:
            case Box():
                self._box(block, previous)
            case Table():
                self._table(block, previous)
            case Figure():
                self._figure(block, previous)
            case Chart():
                self._chart(block, previous)

    def _text(self, block: Block, place: list[Element]) -> None:
        """Write a block that is made of plain paragraphs."""
        match block:
            case Cover():
                self._cover(block, place)
            case Contents():
                self._contents(block, place)
            case Heading():
                content = self._bookmarks.around(block.id, runs(block.runs))
                self._add(paragraph(f"heading-{block.level}", content, place))
            case Paragraph():
                self._paragraph(block, "body", place)
            case ItemList():
                self._items(block, place)
            case Signature():
                self._signature(block, place)
            case AnnexNote() | JointSignature() | Marks() | NumberLine():
                self._add(*element_lines(block, self._house, self._width, place))
            case _:
                return

    def _place(self, block: Block, previous: Block | None, exact_pt: float | None = None) -> list[Element]:
        """What the place of a block adds to its style: a page break, space above, a line pitch of its own."""
        breaks = isinstance(previous, NewPage) and not previous.body
        properties = [element("pageBreakBefore")] if breaks else []
        above = twips(self._spacing.above(previous, block))
        values: dict[str, str | int] = {"before": above} if above else {}
        if exact_pt is not None:
            values |= {"line": twips(exact_pt), "lineRule": "exact"}
        return [*properties, element("spacing", values)] if values else properties

    def _line(self, block: Line, previous: Block | None) -> None:
        style = self._house.styles[block.role.value]
        if block.role is LineRole.DISCLOSURE:
            self._keep_last()
        if not style.fit:
            content = self._bookmarks.around(block.id, lines(block.runs))
            self._add(paragraph(style.name, content, self._place(block, previous)))
            return
        size = size_of(style, text_of(block.runs), self._profile)
        place = self._place(block, previous, line_of(style, size, self._profile))
        self._add(paragraph(style.name, runs(block.runs, size), place))

    def _keep_last(self) -> None:
        """Keep the paragraph written last with what follows."""
        last = self._body[-1] if len(self._body) else None
        if last is not None and last.tag.endswith("}p") and last.find("./{*}pPr/{*}keepNext") is None:
            add_property(last, element("keepNext"))

    def _red_rule(self, block: RedRule, previous: Block | None) -> None:
        """The rule is the lower border of the paragraph above it."""
        if not isinstance(previous, Line):
            self._add(spacer(1))
        rule, colour = self._house.red_rule, self._house.colours["red"]
        edge = border("bottom", rule.pt, colour, self._spacing.above(previous, block))
        add_property(self._body[-1], element("pBdr", None, edge))

    def _paragraph(self, block: Paragraph, style: str, place: list[Element], block_id: str = "") -> None:
        content = self._bookmarks.around(block.id, runs(block.runs, refer=self._notes.reference))
        self._add(paragraph(style, self._bookmarks.around(block_id, content), place))

    def _cover(self, block: Cover, place: list[Element]) -> None:
        before_title, before_signed = (
            [element("spacing", {"before": twips(points)})] for points in self._spacing.cover(block)
        )
        if block.label:
            self._add(paragraph("annex-label", plain(block.label), place))
            place = []
        self._add(paragraph("cover-title", lines(block.title), [*place, *before_title]))
        if block.note:
            self._add(paragraph("cover-note", plain(block.note)))
        for text in filter(None, (block.by, block.on)):
            self._add(paragraph("cover-by", plain(text), before_signed))
            before_signed = []

    def _contents(self, block: Contents, place: list[Element]) -> None:
        if block.title:
            self._add(paragraph("contents-title", plain(block.title), place))
            self._add(spacer(self._house.title_after_lines * self._profile.line_pt))
        self._add(*contents(block, self._numbers))

    def _items(self, block: ItemList, place: list[Element]) -> None:
        for index, item in enumerate(block.items):
            self._paragraph(item, "body", [] if index else place, "" if index else block.id)

    def _signature(self, block: Signature, place: list[Element]) -> None:
        """The date stands some characters from the right edge, the organ is centred above it.

        Neither may stand on a page without a line of the text (7.3.5.5), so the paragraph above is kept with them.
        """
        self._keep_last()
        right = self._house.signature_right_chars
        shift = max(0.0, right + (width_em(block.on) - width_em(block.by)) / 2) if block.on else right
        size = self._house.styles["signature"].size_pt
        for words, chars in ((block.by, shift), (block.on, right)):
            if words:
                indent = element("ind", {"right": twips(chars * size)})
                self._add(paragraph("signature", plain(words), [*place, indent]))
                place = []
                if block.on and words is block.by:
                    self._keep_last()

    def _first(self, block: Block, previous: Block | None) -> list[Element]:
        """What the first paragraph of a bordered block adds to its style: room above, unless there is some already.

        Room beside boxes, tables and pictures is space of their own paragraphs, which no program carries over to the
        head of the next page, as it would an empty paragraph.
        """
        return [] if isinstance(previous, Box | Table | Figure | Chart) else self._place(block, previous)

    def _box(self, block: Box, previous: Block | None) -> None:
        """Consecutive paragraphs with equal borders are one box in Word; a table would jump to the next page whole."""
        frame = self._house.box
        if isinstance(previous, Box):
            self._add(spacer(_PARTING_PT))
        spaces = {"top": frame.pad_vertical_pt, "left": frame.pad_side_pt}
        spaces |= {"bottom": frame.pad_vertical_pt, "right": frame.pad_side_pt}
        side = twips(frame.pad_side_pt + frame.border_pt)

        def properties() -> list[Element]:
            edges = [border(name, frame.border_pt, space=space) for name, space in spaces.items()]
            return [element("pBdr", None, *edges), element("ind", {"left": side, "right": side})]

        first = self._first(block, previous)
        title = self._bookmarks.around(block.id, runs(block.title))
        if title:
            self._add(paragraph("box-title", title, [*properties(), *first]))
            first = []
        for item in block.paragraphs:
            self._paragraph(item, "box-text", [*properties(), *first])
            first = []
        add_space(self._body[-1], "after", frame.around_pt)

    def _table(self, block: Table, previous: Block | None) -> None:
        frame, turned = self._house.table, self._landscape
        first = [] if turned else self._first(block, previous)
        caption = self._bookmarks.around(block.id, plain(block.caption))
        for style, content in (("table-caption", caption), ("table-unit", plain(block.unit))):
            if content:
                self._add(paragraph(style, content, first))
                first = []
        if first:
            self._add(spacer(self._spacing.above(previous, block)))
        long = self._profile.height_pt
        width, room = (
            (twips(long), long / self._house.styles["table-cell"].size_pt)
            if turned
            else (self._width, self._table_room)
        )
        self._add(table(block, frame, width, room))
        if block.note:
            self._add(paragraph("table-note", plain(block.note)))
            add_space(self._body[-1], "after", frame.around_pt)
        else:
            self._add(spacer(frame.around_pt))

    def _figure(self, block: Figure, previous: Block | None) -> None:
        picture = element("r", None, element("drawing", None, self._picture(block)))
        self._add(self._pictures([picture], block, previous))
        self._add(paragraph("figure-caption", plain(block.caption)))
        add_space(self._body[-1], "after", self._house.box.around_pt)

    def _pictures(self, pictures: list[Element], block: Figure | Chart, previous: Block | None) -> Element:
        """Return the paragraph that holds the drawings of a block, on one page with what is below."""
        place = [element("keepNext"), *self._first(block, previous)]
        made = paragraph("figure-caption", self._bookmarks.around(block.id, pictures), place)
        set_pitch([made], 12, "auto")
        return made

    def _chart(self, block: Chart, previous: Block | None) -> None:
        """Drawing, table, note and caption stay on one page."""
        charts = chart_runs(block, self._charts, self._house, self._profile)
        self._add(self._pictures(charts, block, previous))
        self._add(table(block.table, self._house.table, self._width, self._table_room, keep=True))
        if block.table.note:
            self._add(paragraph("table-note", plain(block.table.note), [element("keepNext")]))
        self._add(paragraph("figure-caption", plain(block.caption)))
        add_space(self._body[-1], "after", self._house.box.around_pt)

    def _picture(self, block: Figure) -> Element:
        """Return the inline picture at 96 pixels an inch, or smaller to fit the text area."""
        _relation, image = self._part.get_or_add_image(io.BytesIO(block.image.data))
        wide, high = (pixels * 72 / _PX_PER_INCH for pixels in (image.px_width, image.px_height))
        room = self._profile.height_pt - 3 * self._profile.line_pt
        scale = min(1.0, self._profile.width_pt / wide, room / high) * _EMU_PER_PT
        made = self._part.new_pic_inline(io.BytesIO(block.image.data), round(wide * scale), round(high * scale))
        made.docPr.set("descr", block.alt)
        for side in ("distT", "distB", "distL", "distR"):  # left out, LibreOffice takes 9 points beside the picture
            made.set(side, "0")
        return made


def _begins_body(block: Block) -> bool:
    return isinstance(block, NewPage) and block.body
