"""The contents: the headings there are, the page they stand on in PDF and DOCX, links in HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.contents import with_contents
from planforge.render.docx.document import write_docx
from planforge.render.errors import LibraryError
from planforge.render.fonts import FontSet
from planforge.render.formats import Job, output_formats
from planforge.render.house import House, PageProfile
from planforge.render.page import Contents, Heading, Line, LineRole, NewPage, Page, Paragraph, Run
from planforge.render.pdf.numbers import roman
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import (
    W,
    bare,
    document_xml,
    docx_contents,
    docx_text,
    html_text,
    is_page_number,
    open_pdf,
    pdf_contents,
    pdf_text,
)


def long_chapters() -> list[dict[str, Any]]:
    """Return chapters that fill several pages; two sections have the same name."""
    body = [sample.text(f"文{n}", sample.para(sample.prose(6, n))) for n in range(9)]
    sections = [
        sample.chapter(n, f"第{n}章的任务", [sample.heading(2, "（一）", "总体要求"), *body[n : n + 5]])
        for n in range(5)
    ]
    return [*sections, *sample.sample_chapters()[1:2]]


@pytest.fixture(scope="module")
def listed(house: House) -> Page:
    """Return a draft with contents of two levels."""
    return render_page(sample.context(*long_chapters(), draft=True, contents=2), house)


@pytest.fixture(scope="module")
def fronted(listed: Page) -> Page:
    """Return the same page with the contents as front matter."""
    first = listed.blocks.index(NewPage())
    return replace(listed, blocks=(*listed.blocks[:first], NewPage(body=True), *listed.blocks[first + 1 :]))


def heading_pages(data: bytes, headings: Sequence[str], behind: str) -> list[int]:
    """Return the page, counted from 1, on which each heading stands: in order, behind the page with a text."""
    texts = [bare("".join(char["text"] for char in sheet.chars)) for sheet in open_pdf(data).pages]
    page = next(index for index, text in enumerate(texts) if behind in text)
    at, found = texts[page].index(behind), []
    for heading in headings:
        while (at := texts[page].find(bare(heading), at)) < 0:
            page, at = page + 1, 0
        found.append(page + 1)
        at += len(heading)
    return found


def test_contents_list_the_headings_of_their_levels(listed: Page) -> None:
    contents = next(block for block in listed.blocks if isinstance(block, Contents))
    headings = [block for block in listed.blocks if isinstance(block, Heading)]
    assert contents.title == "目　录"
    assert [entry.level for entry in contents.entries] == [h.level for h in headings if h.level < 3]
    assert [entry.id for entry in contents.entries] == [h.id for h in headings if h.level < 3]
    assert len({entry.id for entry in contents.entries}) == len(contents.entries) == 13


def test_a_plan_or_house_that_wants_none_has_none(house: House) -> None:
    for page in (render_page(sample.context(), house), render_page(sample.context(contents=0), house)):
        assert not [block for block in page.blocks if isinstance(block, Contents)]
    wants = replace(house, contents=replace(house.contents, levels=1, title="目　次"))
    assert [b.title for b in render_page(sample.context(), wants).blocks if isinstance(b, Contents)] == ["目　次"]


def test_a_heading_without_an_id_of_its_own_gets_one() -> None:
    blocks = with_contents(
        (Contents("目录", 1), Paragraph((Run("甲"),), "甲"), Heading(1, (Run("甲"),), "甲"), Heading(1, (Run("乙"),)))
    )
    names = [block.id for block in blocks if isinstance(block, Paragraph | Heading)]
    assert len(set(names)) == 3
    assert names[0] == "甲"


@pytest.mark.parametrize("front", [False, True])
def test_every_number_is_the_page_of_its_heading(
    listed: Page, fronted: Page, house: House, profile: PageProfile, fonts: FontSet, front: bool
) -> None:
    page = fronted if front else listed
    result = write_pdf(page, house, profile, fonts)
    shown = pdf_contents(result.data, page)
    pages = heading_pages(result.data, [entry for entry, _ in shown], sample.prose(1))
    assert [int(number) for _, number in shown] == [number - 2 * front for number in pages]
    assert len(set(pages)) > 4
    docx = write_docx(page, house, profile, result.numbers)
    assert docx_contents(docx) == shown


def test_front_matter_is_not_counted(fronted: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Neither the contents nor the blank page behind them has a number; the body begins with 1 on the right."""
    sheets = open_pdf(write_pdf(fronted, house, profile, fonts).data).pages
    numbers = ["".join(c["text"] for c in sheet.chars if is_page_number(c)).strip("— \xa0") for sheet in sheets]
    assert numbers[:4] == ["", "", "1", "2"]
    roman_house = replace(house, page_number=replace(house.page_number, front="roman"))
    sheets = open_pdf(write_pdf(fronted, roman_house, profile, fonts).data).pages
    numbers = ["".join(c["text"] for c in sheet.chars if is_page_number(c)).strip("— \xa0") for sheet in sheets]
    assert numbers[:4] == ["i", "", "1", "2"]
    assert [roman(number) for number in (4, 9, 14, 40)] == ["iv", "ix", "xiv", "xxxx"]


def test_the_docx_has_one_field_and_two_sections(fronted: Page, house: House, profile: PageProfile) -> None:
    body = document_xml(write_docx(fronted, house, profile))
    codes = [node.text for node in body.iter(f"{W}instrText")]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z \\t "附件标题,1" '
    kinds = [node.get(f"{W}fldCharType") for node in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(codes) == 14
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} <= marks
    front, main = body.iter(f"{W}sectPr")
    assert front.find(f"{W}pgNumType") is None
    start = main.find(f"{W}pgNumType")
    kind = main.find(f"{W}type")
    assert start is not None
    assert kind is not None
    assert (start.get(f"{W}start"), kind.get(f"{W}val")) == ("1", "oddPage")


def test_without_a_pdf_the_numbers_are_left_to_word(
    listed: Page, house: House, profile: PageProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_options: object) -> None:
        raise LibraryError("没有安装 WeasyPrint，不能生成 PDF")

    monkeypatch.setattr("planforge.render.pdf.writer.write_pdf", fails)
    written = output_formats()["docx"].write(Job(listed, house, profile))
    assert len(written.notes) == 1
    assert "F9" in written.notes[0]
    assert {number for _, number in docx_contents(written.data)} == {""}
    settings = document_xml(written.data, "word/settings.xml")
    assert settings.find(f"{W}updateFields") is None


def test_all_formats_carry_the_contents(listed: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    result = write_pdf(listed, house, profile, fonts)
    docx = bare(docx_text(write_docx(listed, house, profile, result.numbers)))
    assert docx == bare(html_text(write_html(listed, house))) == pdf_text(result.data, listed)
    assert docx.startswith("目录一、第0章的任务（一）总体要求二、第1章的任务")


def test_html_links_lead_to_their_headings(listed: Page, house: House) -> None:
    html = write_html(listed, house).decode("utf-8")
    assert '<nav class="contents" aria-label="目录">' in html
    targets = re.findall(r'<li[^>]*><a href="#([^"]+)"', html)
    assert len(targets) == 13
    assert all(html.count(f'id="{target}"') == 1 for target in targets)


def test_a_title_follows_the_contents_on_a_new_page(listed: Page) -> None:
    kinds = [block.role if isinstance(block, Line) else type(block) for block in listed.blocks[:3]]
    assert kinds == [Contents, NewPage, LineRole.PLAN_TITLE]


def test_annexes_are_listed_with_their_labels(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """附件1 and its title on one line, at the page where the annex begins; its headings below it."""
    annexes = [sample.annex(f"附件{number}", title) for number, title in enumerate(("主要指标", "主要指标"), 1)]
    annexes[1]["blocks"].insert(0, sample.heading(2, "（一）", "填表说明"))
    page = render_page(sample.context(draft=True, annexes=annexes, contents=2), house)
    result = write_pdf(page, house, profile, fonts)
    shown = pdf_contents(result.data, page)
    assert [entry for entry, _ in shown][-3:] == ["附件1　主要指标", "附件2　主要指标", "（一）填表说明"]
    pages = heading_pages(result.data, [entry.replace("　", "") for entry, _ in shown], sample.prose(1))
    assert [int(number) for _, number in shown] == pages
    assert docx_contents(write_docx(page, house, profile, result.numbers)) == shown
    links = re.findall(r'<li[^>]*><a href="#([^"]+)"', write_html(page, house).decode("utf-8"))
    assert len(set(links)) == len(shown)
