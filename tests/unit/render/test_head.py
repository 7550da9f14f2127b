"""版头: what stands above the letterhead, and 签发人 beside the number (7.2.1 to 7.2.3, 7.2.5, 7.2.6)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import (
    PT_PER_MM,
    W,
    bare,
    base_line,
    document_xml,
    docx_text,
    html_text,
    ink_mm,
    lines,
    open_pdf,
    pdf_text,
)

MARKS: dict[str, Any] = {"copy_number": "000012", "security": "机密★1年", "urgency": "特急"}
NAMES: dict[str, Any] = {"signatories": ["张三", "李四方", "王五"]}
CHARACTER = 16.0


@pytest.fixture(scope="module")
def page(house: House) -> Page:
    """An issued plan with everything at its head."""
    return render_page(sample.context(**MARKS, **NAMES), house)


def test_all_outputs_print_them_in_order(page: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    """份号, 密级, 紧急程度, then the letterhead, then names and number."""
    expected = bare(page_text(page))
    assert expected.startswith("000012机密★1年特急盘锦市人民政府办公室文件签发人：张三李四方盘政办发〔2023〕5号王五")
    assert bare(docx_text(write_docx(page, house, profile))) == expected
    assert bare(html_text(write_html(page, house))) == expected
    assert len(bare(pdf_text(write_pdf(page, house, profile, fonts).data, page))) == len(expected)


@pytest.mark.parametrize("marks", [{}, {"urgency": "加急"}, MARKS])
def test_the_letterhead_keeps_its_place(
    marks: dict[str, Any], house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """72 mm below the paper's edge, whatever stands above it."""
    made = render_page(sample.context(**marks), house)
    with open_pdf(write_pdf(made, house, profile, fonts).data) as document:
        assert ink_mm(document.pages[0], (60, 95), red=True)[0] == pytest.approx(72, abs=0.5)


def test_marks_stand_on_the_first_lines(page: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    """At the left edge of the text area, one line pitch apart."""
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        rows = lines(document.pages[0])[:3]
    assert ["".join(char["text"] for char in row) for row in rows] == list(MARKS.values())
    assert {round(row[0]["x0"] - profile.left_mm * PT_PER_MM) for row in rows} == {0}
    pitches = [base_line(two[0]) - base_line(one[0]) for one, two in pairwise(rows)]
    assert pitches == pytest.approx([profile.line_pt] * 2, abs=0.6)


def test_names_stand_at_the_right_and_the_number_beside_the_last(
    page: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """The first row ends one character from the right; the second begins below the first name (7.2.6-c)."""
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        chars = [char for char in document.pages[0].chars if char["text"].strip("\u200b")]
    found = {char["text"]: char for char in chars if char["text"] in "张王方盘" and char["size"] < 17}
    right = (210 - profile.right_mm) * PT_PER_MM - CHARACTER
    assert found["方"]["x1"] == pytest.approx(right, abs=1.5)
    assert found["王"]["x0"] == pytest.approx(found["张"]["x0"], abs=1)
    number = next(char for char in chars if char["text"] == "〔")
    assert base_line(number) == pytest.approx(base_line(found["王"]), abs=0.5)


def test_a_single_name_ends_at_a_tab(house: House, profile: PageProfile) -> None:
    """One paragraph: the number one character in, a right tab one character from the edge."""
    made = render_page(sample.context(signatories=["张三"]), house)
    body = document_xml(write_docx(made, house, profile))
    paragraph = next(one for one in body.iter(f"{W}p") if "签发人" in "".join(one.itertext()))
    tab = paragraph.find(f"{W}pPr/{W}tabs/{W}tab")
    indent = paragraph.find(f"{W}pPr/{W}ind")
    assert tab is not None
    assert indent is not None
    assert tab.get(f"{W}val") == "right"
    assert 8500 <= int(tab.get(f"{W}pos", "0")) <= 8580
    assert 316 <= int(indent.get(f"{W}left", "0")) <= 320


@pytest.mark.parametrize(
    ("names", "stops"),
    [
        (["李某", "王某", "欧阳某某", "司马某某"], [("left", 28 - 1 - 9 - 4), ("left", 28 - 1 - 9)]),
        (["欧阳某某", "司马某某", "李某"], [("right", 28 - 1), ("left", 28 - 1 - 9)]),
    ],
)
def test_rows_of_names_in_word_begin_below_each_other(
    names: list[str], stops: list[tuple[str, int]], house: House, profile: PageProfile
) -> None:
    """Whichever row is the widest, it ends one character from the right (7.2.6); a line is 27.64 characters wide."""
    body = document_xml(write_docx(render_page(sample.context(signatories=names), house), house, profile))
    rows = [p for p in body.iter(f"{W}p") if any(name in "".join(p.itertext()) for name in names)]
    tabs = [p.find(f"{W}pPr/{W}tabs/{W}tab") for p in rows]
    found = [(tab.get(f"{W}val"), int(tab.get(f"{W}pos", "0")) / 320) for tab in tabs if tab is not None]
    short = 28 - profile.width_pt / 16
    assert [side for side, _ in found] == [side for side, _ in stops]
    assert [at for _, at in found] == pytest.approx([at - short for _, at in stops], abs=0.05)
