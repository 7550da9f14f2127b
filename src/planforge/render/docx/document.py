"""Writes the DOCX: walks the blocks and puts paragraphs, tables and sections one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planforge.render.docx.body import Body
from planforge.render.docx.carried import carry, drop_unused_bookmarks
from planforge.render.docx.font_table import add_font_table
from planforge.render.docx.footer import Sections
from planforge.render.docx.framed_blocks import write_framed
from planforge.render.docx.framed_imprint import framed_imprint
from planforge.render.docx.imprint import imprint
from planforge.render.docx.imprint_parts import on_one_line
from planforge.render.docx.joint_head import joint_head
from planforge.render.docx.letter import letter_head
from planforge.render.docx.oxml import Element, add_property
from planforge.render.docx.package import empty_document, save
from planforge.render.docx.paragraphs import set_pitch, spacer
from planforge.render.docx.styles import fill_styles
from planforge.render.docx.text_blocks import write_line, write_red_rule, write_text
from planforge.render.house import House, PageProfile
from planforge.render.notice import fit_notice, signs_apart
from planforge.render.page import (
    Block,
    Box,
    Chart,
    Figure,
    Imprint,
    JointHead,
    LetterHead,
    Line,
    NewPage,
    Page,
    RedRule,
    Table,
)
from planforge.render.spacing import running_header
from planforge.render.table_fit import fit_table


def write_docx(
    page: Page,
    house: House,
    profile: PageProfile,
    numbers: Mapping[str, str] | None = None,
    *,
    firm_imprint: bool = False,
) -> bytes:
    """Write ``page`` as DOCX with the official fonts; equal input gives equal bytes.

    Page numbers and the even page of the imprint are left to the program that opens the file; the contents show
    ``numbers``, the page number of each place by its anchor name. ``firm_imprint``: that page is known to be the
    one where the text ends.
    """
    document = new_document(house, profile)
    write_body(document, page, house, profile, numbers or {}, firm_imprint=firm_imprint)
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


def write_body(
    document: Any,
    page: Page,
    house: House,
    profile: PageProfile,
    numbers: Mapping[str, str],
    *,
    firm_imprint: bool = False,
) -> None:
    """Write the blocks of ``page`` into the body of ``document``, its parts (footers, pictures) beside it."""
    _Writer(document, house, profile, numbers, firm_imprint=firm_imprint).write(page)


class _Writer:
    """Fills the body of one document, section by section."""

    def __init__(
        self, document: Any, house: House, profile: PageProfile, numbers: Mapping[str, str], *, firm_imprint: bool
    ) -> None:
        self._body = Body(document, house, profile)
        self._numbers = numbers
        self._firm_imprint = firm_imprint
        self._begun = 0

    def write(self, page: Page) -> None:
        """Write all blocks, then close the last section."""
        body, house = self._body, self._body.house
        header, fronted = running_header(page, house), any(_begins_body(block) for block in page.blocks)
        self._sections = Sections(body.part, house, body.profile, header, after_front=fronted)
        fit, usual, body.apart = fit_notice(page, body.spacing), body.spacing, signs_apart(page, body.spacing)
        previous: Block | None = None
        for index, block in enumerate(page.blocks):
            if not isinstance(block, Imprint):
                fitted = fit is not None and fit.holds(index)
                body.spacing = fit.spacing if fit is not None and fitted else usual
                self._turn(block)
                written = body.count
                self._block(block, previous)
                if fit is not None and fitted:
                    set_pitch(body.elements[written:], fit.line_pt)
                previous = block
        closing = None
        for block in page.blocks:
            if isinstance(block, Imprint):
                closing = self._imprint(block)
        body.add(self._under_way() if closing is None else closing)

    def _turn(self, block: Block) -> None:
        """End the section under way where the next block stands on pages turned the other way."""
        if isinstance(block, NewPage):
            return
        body = self._body
        landscape = isinstance(block, Table) and fit_table(block, body.house, body.profile).turned
        if landscape != body.landscape and body.count > self._begun:
            self._end_section(self._under_way())
        body.landscape = landscape

    def _under_way(self) -> Element:
        return self._sections.body(landscape=self._body.landscape)

    def _imprint(self, block: Imprint) -> Element | None:
        """Write the imprint; return the section of the last page, None for the one under way."""
        body = self._body
        firm = self._firm_imprint and on_one_line(block, body.house, body.width)
        if firm or body.house.imprint.page == "last":
            self._turn(block)
            body.add(*framed_imprint(block, body.house, body.profile, body.width))
            return None
        self._end_section(self._under_way())
        placed = imprint(block, body.house, body.profile, body.width)
        body.add(*placed.elements)
        return self._sections.unnumbered(placed.pages)

    def _end_section(self, section: Element) -> None:
        """Put the section into the last paragraph, so that it takes no line of its own.

        A paragraph can end one section only, and a table none.
        """
        last = self._body.last
        if last is None or not last.tag.endswith("}p") or last.find("./{*}pPr/{*}sectPr") is not None:
            self._body.add(spacer(1))
        add_property(self._body.elements[-1], section)
        self._begun = self._body.count

    def _block(self, block: Block, previous: Block | None) -> None:
        body = self._body
        match block:
            case Line():
                write_line(body, block, previous)
            case JointHead():
                body.add(spacer(body.spacing.above(previous, block)), *joint_head(block, body.house, body.profile))
            case LetterHead():
                self._sections.begin_letter()
                body.add(*letter_head(block, body.house, body.profile, body.spacing))
            case RedRule():
                write_red_rule(body, block, previous)
            case Box() | Table() | Figure() | Chart():
                write_framed(body, block, previous)
            case NewPage():
                if block.body:
                    self._end_section(self._sections.front())
            case _:
                write_text(body, block, previous, self._numbers)


def _begins_body(block: Block) -> bool:
    return isinstance(block, NewPage) and block.body
