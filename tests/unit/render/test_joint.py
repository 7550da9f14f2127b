"""Documents of several organs: their names in the head, in the title and below the text (7.2.4, 7.3.5.1)."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.joint import signature_columns, spread
from planforge.render.page import JointHead, JointSignature, Line, LineRole, Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import PT_PER_MM, W, bare, document_xml, docx_text, html_text, ink_mm, lines, open_pdf

HOST = "盘锦市人民政府办公室"
OTHERS = ["盘锦市科学技术局", "盘锦市发展和改革委员会"]
TITLE = f"{HOST} {OTHERS[0]} {OTHERS[1]}关于印发科技支持盘锦沿海经济带建设三年行动计划的通知"


@pytest.fixture(scope="module")
def page(house: House) -> Page:
    """An issued plan of three organs."""
    return render_page(sample.context(joint=OTHERS, title=TITLE), house)


def test_all_outputs_print_the_names(page: Page, house: House, profile: PageProfile) -> None:
    """The leading organ first, then 文件; the organs again above the date."""
    expected = bare(page_text(page))
    assert expected.startswith(f"{HOST}{OTHERS[0]}{OTHERS[1]}文件")
    assert f"{HOST}{OTHERS[0]}{OTHERS[1]}2023年2月14日" in expected
    assert bare(docx_text(write_docx(page, house, profile))) == expected
    assert bare(html_text(write_html(page, house))) == expected


def test_names_are_equally_wide_and_the_ending_stands_in_the_middle(
    page: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """The head begins 72 mm from the paper's edge and stays between the margins."""
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        sheet = document.pages[0]
        large = [char for char in sheet.chars if char["size"] > 24 and char["text"].strip("\u200b")]
        top = ink_mm(sheet, (60, 95), red=True)[0]
    rows: dict[int, list[dict[str, Any]]] = {}
    for char in large:
        rows.setdefault(round(char["top"]), []).append(char)
    names = [row for row in rows.values() if len(row) > 2]
    ending = next(row for row in rows.values() if {"文", "件"} <= {char["text"] for char in row})[-2:]
    assert top == pytest.approx(72, abs=0.5)
    assert [round(row[0]["x0"]) for row in names] == [round(names[0][0]["x0"])] * 3
    assert names[0][-1]["x1"] == pytest.approx(names[2][-1]["x1"], abs=1.5)
    middle = (names[0][0]["top"] + names[-1][0]["bottom"]) / 2
    assert (ending[0]["top"] + ending[0]["bottom"]) / 2 == pytest.approx(middle, abs=2)
    assert min(char["x0"] for char in large) >= profile.left_mm * PT_PER_MM - 1
    assert max(char["x1"] for char in large) <= (210 - profile.right_mm) * PT_PER_MM + 1


def test_every_name_in_word_has_its_line_and_side(page: Page, house: House, profile: PageProfile) -> None:
    """A line of 1.2 times the size, at the left; in the line of the style, smaller, the names would overlap."""
    body = document_xml(write_docx(page, house, profile))
    table = next(body.iter(f"{W}tbl"))
    found = []
    for one in table.iter(f"{W}p"):
        size = next(int(node.get(f"{W}val", "0")) / 2 for node in one.iter(f"{W}sz"))
        line, side = one.find(f"{W}pPr/{W}spacing"), one.find(f"{W}pPr/{W}jc")
        assert line is not None
        assert side is not None
        found.append((int(line.get(f"{W}line", "0")) / 20 / size, side.get(f"{W}val")))
    assert [side for _, side in found] == ["left"] * 3 + ["center"]
    assert [line for line, _ in found] == pytest.approx([1.2] * 4, abs=0.01)


def test_the_title_cuts_no_name(page: Page) -> None:
    """Lines end between organs, or where a title may be cut."""
    title = next(block for block in page.blocks if isinstance(block, Line) and block.role is LineRole.NOTICE_TITLE)
    lines = [run.text for run in title.runs]
    assert len(lines) > 1
    for name in (HOST, *OTHERS, "盘锦"):
        assert sum(line.count(name) for line in lines) == TITLE.count(name)


def test_organs_sign_side_by_side_and_the_date_stands_below_the_last(
    page: Page, house: House, profile: PageProfile
) -> None:
    """Two columns for names of this length: the third organ has a row of its own, at the right, and the date below."""
    body = document_xml(write_docx(page, house, profile))
    found = {}
    for paragraph in body.iter(f"{W}p"):
        words = "".join(paragraph.itertext())
        tabs = paragraph.findall(f"{W}r/{W}tab")
        if tabs and not words.endswith("印发"):
            found[words] = len(tabs)
    assert found == {HOST + OTHERS[0]: 2, OTHERS[1]: 2, "2023年2月14日": 2}


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
def test_the_last_organ_stands_at_the_right_above_the_date(
    count: int, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """However many sign (7.3.5.1): all columns are used before the row above it is full."""
    names = ["甲市财政局", "乙市教育局", "丙市统计局", "丁市审计局", "戊市民政局", "己市司法局"][: count - 1]
    page = render_page(sample.context(joint=names, signature={"by": "某市政府", "on": "2023年2月14日"}), house)
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        rows = [row for sheet in document.pages[:2] for row in lines(sheet) if row[0]["size"] < 17]
    words = {"".join(char["text"] for char in row if char["text"] != "\u200b"): row for row in rows}
    date = words["2023年2月14日"]
    last = next(row for text, row in words.items() if text.endswith(names[-1]))[-len(names[-1]) :]
    middles = [(row[0]["x0"] + row[-1]["x1"]) / 2 for row in (last, date)]
    assert middles[0] == pytest.approx(middles[1], abs=1)
    columns = min(3, count)
    assert middles[1] == pytest.approx((profile.left_mm + 156 * (columns - 0.5) / columns) * PT_PER_MM, abs=2)


def test_seals_do_not_touch(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Rows of organs stand as far apart as the widest seal is wide, 50 mm, and the date right below the last."""
    names = ["甲市财政局", "乙市教育局", "丙市统计局"]
    page = render_page(sample.context(joint=names, signature={"by": "某市政府", "on": "2023年2月14日"}), house)
    with open_pdf(write_pdf(page, house, profile, fonts).data) as document:
        rows = [row for sheet in document.pages[:2] for row in lines(sheet) if row[0]["size"] < 17]
    tops = {"".join(char["text"] for char in row if char["text"] != "\u200b"): row[0]["top"] for row in rows}
    first, second = tops["".join(("某市政府", *names[:2]))], tops[names[2]]
    assert second - first == pytest.approx(40 * PT_PER_MM + profile.line_pt, abs=1)
    assert (second - first) / PT_PER_MM >= 50
    body = document_xml(write_docx(page, house, profile))
    signed = [
        one for one in body.iter(f"{W}p") if "".join(one.itertext()) in tops and one.find(f"{W}r/{W}tab") is not None
    ]
    spaces = [one.find(f"{W}pPr/{W}spacing") for one in signed]
    assert [space.get(f"{W}before") if space is not None else None for space in spaces] == ["1158", "2268", None]


def test_how_many_sign_side_by_side() -> None:
    """Three at most, fewer where the names are long; one that fills the line signs alone."""
    assert signature_columns(JointSignature(("甲局", "乙局", "丙局", "丁局"), ""), 28) == 3
    assert signature_columns(JointSignature(("某某市人民政府办公室", "乙局", "丙局"), ""), 28) == 2
    assert signature_columns(JointSignature(("某" * 30, "乙局"), ""), 28) == 1
    assert spread("甲乙丙", JointHead(("甲乙丙", "甲乙丙丁戊"), "文件")) == 1
