"""Annexes (附件): listed below the text, printed behind it on pages of their own (7.3.4, 7.3.7)."""

from __future__ import annotations

import re

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
from tests.unit.render.reading import PT_PER_MM, W, bare, document_xml, docx_text, html_text, lines, open_pdf, pdf_text

LONG = "某市“十四五”时期科技创新发展主要指标完成情况和下一步工作责任分解落实汇总表"
TITLES = ("主要任务分工表", LONG)


@pytest.fixture(scope="module")
def page(house: House) -> Page:
    """A draft with two annexes; the name of the second runs over a line."""
    annexes = [sample.annex(f"附件{number}", title) for number, title in enumerate(TITLES, 1)]
    return render_page(sample.context(draft=True, annexes=annexes), house)


def test_all_outputs_print_them(page: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    """The list behind the text, then label, title and text of each annex."""
    expected = bare(page_text(page))
    assert f"附件：1.{TITLES[0]}2.{TITLES[1]}附件1{TITLES[0]}" in expected
    assert bare(docx_text(write_docx(page, house, profile))) == expected
    assert bare(html_text(write_html(page, house))) == expected
    assert bare(pdf_text(write_pdf(page, house, profile, fonts).data, page)) == expected


def test_each_starts_a_page_with_its_label_on_the_first_line_and_its_title_on_the_third(
    page: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """The label stands at the left edge of the text area, the title is as large as that of the document."""
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        found = {}
        for sheet in document.pages:
            rows = lines(sheet)
            words = "".join(char["text"] for char in rows[0])
            if words.startswith("附件") and "：" not in words:
                found[words] = rows
        assert list(found) == ["附件1", "附件2"]
        for rows in found.values():
            label, title = rows[0], rows[1]
            assert label[0]["x0"] == pytest.approx(profile.left_mm * PT_PER_MM, abs=1)
            assert title[0]["size"] == pytest.approx(22, abs=0.1)
            down = (title[0]["bottom"] - label[0]["bottom"]) / profile.line_pt
            assert 1.8 < down < 2.4


def test_names_hang_below_the_first(page: Page, house: House, profile: PageProfile) -> None:
    """The first line two characters in; every name stands where the first one does (7.3.4-d)."""
    body = document_xml(write_docx(page, house, profile))
    indents = []
    for paragraph in body.iter(f"{W}p"):
        words = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        indent = paragraph.find(f"{W}pPr/{W}ind")
        if words.endswith(TITLES) and words not in TITLES and indent is not None:
            indents.append({name: int(indent.get(f"{W}{name}", "0")) / 320 for name in ("left", "hanging")})
    assert indents[0]["left"] - indents[0]["hanging"] == pytest.approx(2)
    assert indents[0]["left"] == indents[1]["left"]
    assert indents[1]["hanging"] < indents[0]["hanging"] - 2.5


def test_a_name_that_runs_over_goes_on_below_its_first_character(
    page: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """The dot behind a number is narrower than the number, and characters stand a little closer (7.3.4)."""
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        rows = [row for sheet in document.pages for row in lines(sheet)]
    texts = ["".join(char["text"] for char in row) for row in rows]
    first = next(at for at, text in enumerate(texts) if text.startswith("附件：1."))
    names = rows[first][5], rows[first + 1][2], rows[first + 2][0]
    assert [char["text"] for char in names[:2]] == [title[0] for title in TITLES]
    assert [char["x0"] for char in names] == pytest.approx([names[0]["x0"]] * 3, abs=0.2)


def test_the_dot_of_a_number_takes_a_quarter_in_word(page: Page, house: House, profile: PageProfile) -> None:
    """The DOCX prints it in Times; with the characters' own spacing “2.” is 0.72 characters wide."""
    body = document_xml(write_docx(page, house, profile))
    found = [p for p in body.iter(f"{W}p") if "".join(p.itertext()) == f"2.{TITLES[1]}"]
    (indent,) = [p.find(f"{W}pPr/{W}ind") for p in found]
    assert indent is not None
    assert int(indent.get(f"{W}hanging", "0")) / 320 == pytest.approx(0.75 - 2 * 0.25 / 16, abs=0.01)


def test_numbers_of_two_digits_begin_below_the_first(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """All numbers stand below each other (7.3.4)."""
    annexes = [sample.annex(f"附件{number}", f"第{number}表") for number in range(1, 13)]
    page = render_page(sample.context(draft=True, annexes=annexes), house)
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        rows = [row for sheet in document.pages for row in lines(sheet)]
    starts = [row[0]["x0"] for row in rows if re.fullmatch(r"\d+\.第\d+表", "".join(char["text"] for char in row))]
    first = next(row for row in rows if "".join(char["text"] for char in row) == "附件：1.第1表")
    assert starts == pytest.approx([first[3]["x0"]] * 11, abs=0.2)
    body = document_xml(write_docx(page, house, profile))
    found = [p for p in body.iter(f"{W}p") if re.fullmatch(r"\d+\.第\d+表", "".join(p.itertext()))]
    indents = [p.find(f"{W}pPr/{W}ind") for p in found]
    begins = [int(one.get(f"{W}left", "0")) - int(one.get(f"{W}hanging", "0")) for one in indents if one is not None]
    assert begins == pytest.approx([begins[0]] * 11, abs=1)


def test_an_issued_document_lists_them_in_the_notice(house: House) -> None:
    """Above the signature, not once more behind the text."""
    words = page_text(render_page(sample.context(annexes=[sample.annex("附件", TITLES[0])]), house))
    assert words.count(f"附件：{TITLES[0]}") == 1
    assert words.index(f"附件：{TITLES[0]}") < words.index("2023年2月14日")
