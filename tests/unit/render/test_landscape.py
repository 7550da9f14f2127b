"""Tables that stand on pages turned sideways (横排): the paper, the page number, what comes before and behind."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from tests.unit.render import sample
from tests.unit.render.reading import bare, document_xml, docx_text, is_turned, open_pdf, pdf_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TURNED = {"orientation": "landscape"}


def _page(house: House, *blocks: dict[str, Any]) -> Page:
    text = sample.text("p", sample.para("表后的正文。"))
    return render_page(sample.context(sample.chapter(0, "附表", [*blocks, text])), house)


def _orientations(data: bytes) -> list[str]:
    sections = document_xml(data).iter(f"{W}sectPr")
    return [section.find(f"{W}pgSz").get(f"{W}orient", "portrait") for section in sections]  # type: ignore[union-attr]


def test_word_turns_the_section_of_the_table(house: House, profile: PageProfile) -> None:
    """Upright before it, turned for it, upright again; numbering is not begun anew, and bytes are equal."""
    page = _page(house, sample.table(40) | TURNED)
    data = write_docx(page, house, profile)
    found = _orientations(data)
    assert [name for name, _ in groupby(found)] == ["portrait", "landscape", "portrait"]
    assert found.count("landscape") == 1
    restarts = [one.get(f"{W}start") for one in document_xml(data).iter(f"{W}pgNumType")]
    assert len([one for one in restarts if one]) <= 1
    assert bare(docx_text(data)) == bare(page_text(page))
    assert data == write_docx(page, house, profile)


def test_two_turned_tables_share_a_section(house: House, profile: PageProfile) -> None:
    """No empty upright page lies between them."""
    tables = [sample.table(3) | TURNED | {"id": name} for name in ("甲", "乙")]
    assert _orientations(write_docx(_page(house, *tables), house, profile)).count("landscape") == 1


def test_pdf_turns_the_pages_of_the_table(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """The number stands at the left, turned to the right: below on odd pages, above on even ones."""
    page = _page(house, sample.table(40) | TURNED)
    data = write_pdf(page, house, profile, fonts).data
    sheets = open_pdf(data).pages
    turned = [sheet for sheet in sheets if sheet.width > sheet.height]
    assert len(turned) > 1
    assert sheets.index(turned[0]) > 0
    assert turned[-1] is not sheets[-1]
    for sheet in turned:
        number = [char for char in sheet.chars if is_turned(char)]
        digits = int("".join(char["text"] for char in number if char["text"].isdigit()))
        assert all(char["x1"] < profile.bottom_mm * 72 / 25.4 for char in number)
        assert (min(char["top"] for char in number) > sheet.height / 2) == (digits % 2 == 1)
    assert pdf_text(data, page) == bare(page_text(page))


@pytest.mark.parametrize("rows", [3, 40])
def test_a_turned_table_may_be_the_last_block(house: House, profile: PageProfile, fonts: FontSet, rows: int) -> None:
    """No page without words is printed between the table and the imprint but the one that makes it even."""
    chapter = sample.chapter(0, "附表", [sample.table(rows) | TURNED])
    page = render_page(sample.context(chapter), house)
    sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
    assert sum(not sheet.chars for sheet in sheets) <= 1
    assert len(sheets) % 2 == 0
