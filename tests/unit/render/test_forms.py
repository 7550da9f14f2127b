"""The house formats beside the red head: annex with cover and contents, plain text; headers, places of page numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_house
from planforge.render.page import Contents, Cover, Imprint, Line, LineRole, NewPage, Page, RedRule, text_of
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
    is_outside,
    open_pdf,
    pdf_text,
)

ANNEX: dict[str, Any] = {
    "annex": {"of": "某政办发〔2021〕33号", "number": "附件24"},
    "cover": {"by": "某市科学技术局", "on": "2021年9月1日"},
}
SOURCE = Path(__file__).resolve().parents[3] / "src"


@pytest.fixture(scope="module")
def annex_house() -> House:
    """Return the house format of an annex."""
    return find_house("fujian")


@pytest.fixture(scope="module")
def plain_house() -> House:
    """Return the house format of a plain text."""
    return find_house("wenben")


@pytest.fixture(scope="module")
def annex(annex_house: House) -> Page:
    """Return a plan as annex."""
    return render_page(sample.context(**ANNEX), annex_house)


def outside(sheet: Any) -> str:
    """Return what stands in the margins of a page."""
    return "".join(char["text"] for char in sheet.chars if is_outside(char)).replace("\xa0", " ")


def test_an_annex_has_cover_contents_and_body_only(annex: Page) -> None:
    kinds = [block.role if isinstance(block, Line) else type(block) for block in annex.blocks]
    assert kinds[:5] == [Cover, NewPage, Contents, NewPage, LineRole.PLAN_TITLE]
    assert not {RedRule, Imprint, LineRole.LETTERHEAD, LineRole.NOTICE_TITLE, LineRole.DOCUMENT_NUMBER} & set(kinds)
    cover = annex.blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.label, cover.by, cover.on) == ("某政办发〔2021〕33号附件24", "某市科学技术局", "2021年9月1日")
    assert text_of(cover.title) == annex.title


def test_what_the_plan_does_not_say_is_not_on_the_cover(annex_house: House) -> None:
    cover = render_page(sample.context(), annex_house).blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.label, cover.note, cover.by, cover.on) == ("", "", "", "")
    draft = render_page(sample.context(draft=True), annex_house).blocks[0]
    assert isinstance(draft, Cover)
    assert draft.note == "（征求意见稿）"


def test_a_long_title_is_broken_on_the_cover(annex: Page) -> None:
    cover = annex.blocks[0]
    assert isinstance(cover, Cover)
    assert len(cover.title) == 2


def test_the_cover_stands_where_the_manifest_says(
    annex: Page, annex_house: House, profile: PageProfile, fonts: FontSet
) -> None:
    sheet = open_pdf(write_pdf(annex, annex_house, profile, fonts).data).pages[0]
    label = [char for char in sheet.chars if char["text"] in "附件"]
    assert label[0]["top"] / PT_PER_MM == pytest.approx(37, abs=5)  # the first line of the 版心 (7.3.7)
    assert sheet.chars[0]["x0"] / PT_PER_MM == pytest.approx(28, abs=0.3)
    assert ink_mm(sheet, (60, 140))[0] == pytest.approx(annex_house.cover.title_top_mm + 4, abs=2)
    assert ink_mm(sheet, (180, 262))[1] == pytest.approx(297 - annex_house.cover.foot_mm - 4, abs=2)
    assert outside(sheet) == ""


def test_a_cover_takes_one_page_whatever_its_title(annex_house: House, profile: PageProfile, fonts: FontSet) -> None:
    title = "某市推动石化及精细化工产业链现代化水平提升" * 5 + "实施方案"
    context = sample.context(**ANNEX)
    context["plan"]["title"] = title
    sheets = open_pdf(write_pdf(render_page(context, annex_house), annex_house, profile, fonts).data).pages
    assert bare(sheets[0].extract_text()).endswith("某市科学技术局2021年9月1日")
    assert bare(sheets[1].extract_text()).startswith("目录")


def test_a_plain_text_has_title_note_and_body(plain_house: House) -> None:
    page = render_page(sample.context(note="2021年9月1日市政府第90次常务会议通过"), plain_house)
    roles = [block.role for block in page.blocks if isinstance(block, Line)]
    assert roles == [LineRole.PLAN_TITLE, LineRole.TITLE_NOTE]
    assert isinstance(page.blocks[1], Line)
    assert text_of(page.blocks[1].runs) == "（2021年9月1日市政府第90次常务会议通过）"
    assert not [block for block in page.blocks if isinstance(block, RedRule | Imprint | Contents | Cover)]
    draft = render_page(sample.context(draft=True), plain_house)
    assert isinstance(draft.blocks[1], Line)
    assert text_of(draft.blocks[1].runs) == "（征求意见稿）"
    bare_page = render_page(sample.context(), plain_house)
    assert not [block for block in bare_page.blocks if isinstance(block, Line) and block.role is LineRole.TITLE_NOTE]


def test_a_plain_text_prints_no_red(plain_house: House, profile: PageProfile, fonts: FontSet) -> None:
    page = render_page(sample.context(), plain_house)
    body = document_xml(write_docx(page, plain_house, profile))
    assert b"FF0000" not in ElementTree.tostring(body)
    for sheet in open_pdf(write_pdf(page, plain_house, profile, fonts).data).pages:
        assert {tuple(char["non_stroking_color"]) for char in sheet.chars} <= {(0.0,), (0, 0, 0), (0,), (0.0, 0.0, 0.0)}


def test_page_numbers_in_the_middle(plain_house: House, profile: PageProfile, fonts: FontSet) -> None:
    page = render_page(sample.context(), plain_house)
    for index, sheet in enumerate(open_pdf(write_pdf(page, plain_house, profile, fonts).data).pages[:2]):
        number = [char for char in sheet.chars if is_outside(char)]
        assert outside(sheet) == f"— {index + 1} —"
        middle = (number[0]["x0"] + number[-1]["x1"]) / 2 / PT_PER_MM
        assert middle == pytest.approx((28 + 184) / 2, abs=0.5)
    footers = [document_xml(write_docx(page, plain_house, profile), f"word/footer{n}.xml") for n in (1, 2)]
    sides = [node.get(f"{W}val") for footer in footers for node in footer.iter(f"{W}jc")]
    assert sides == ["center", "center"]


def test_a_running_header_and_a_form_of_numbers(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Both are the house's: the body has them, front matter and the page of the imprint have not."""
    number = replace(house.page_number, form="第 {number} 页", front="none")
    other = replace(house, header=replace(house.header, text="{title}"), page_number=number)
    page = render_page(sample.context(contents=1), other)
    first = page.blocks.index(NewPage())
    page = replace(page, blocks=(*page.blocks[:first], NewPage(body=True), *page.blocks[first + 1 :]))
    result = write_pdf(page, other, profile, fonts)
    sheets = open_pdf(result.data).pages
    assert [outside(sheet) for sheet in sheets[:4]] == ["", "", f"{page.title}第 1 页", f"{page.title}第 2 页"]
    head = next(char for char in sheets[2].chars if is_outside(char))
    assert base_line(head) / PT_PER_MM == pytest.approx(house.header.top_mm + 4, abs=1)
    assert sheets[2].rects or sheets[2].lines
    data = write_docx(page, other, profile, result.numbers)
    kinds = [
        [node.get(f"{W}type") for node in section.iter(f"{W}headerReference")]
        for section in document_xml(data).iter(f"{W}sectPr")
    ]
    assert kinds == [["default", "even"]] * 3
    words = [
        "".join(n.text or "" for n in document_xml(data, f"word/header{i}.xml").iter(f"{W}t")) for i in range(1, 7)
    ]
    assert sorted(words) == ["", "", "", "", page.title, page.title]
    footer = document_xml(data, "word/footer1.xml")
    assert [node.text for node in footer.iter(f"{W}t")] in (["第 ", "1", " 页"], [])


@pytest.mark.parametrize("name", ["fujian", "wenben"])
def test_the_three_files_carry_one_text(name: str, profile: PageProfile, fonts: FontSet) -> None:
    house = find_house(name)
    page = render_page(sample.context(**ANNEX, note="某市人民政府通过", contents=2), house)
    result = write_pdf(page, house, profile, fonts)
    docx = bare(docx_text(write_docx(page, house, profile, result.numbers)))
    assert docx == bare(html_text(write_html(page, house))) == pdf_text(result.data, page)
    assert result.missing == ()


def test_no_code_knows_a_house_by_name() -> None:
    """The name of the default stands in one place; no other name stands anywhere."""
    found = [
        (path.name, name)
        for path in SOURCE.rglob("*.py")
        for name in ("panzhengban", "fujian", "wenben", "xinhan")
        if name in path.read_text(encoding="utf-8")
    ]
    assert found == [("load.py", "panzhengban")]
