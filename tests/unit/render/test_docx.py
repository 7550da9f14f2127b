"""The DOCX: geometry, styles, fonts, imprint, equal bytes; it needs no WeasyPrint."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from planforge.render.anchors import anchor_name
from planforge.render.build import render_page
from planforge.render.docx import document as written
from planforge.render.docx.body import Body
from planforge.render.docx.document import write_docx
from planforge.render.house import House, PageProfile
from planforge.render.page import Imprint, NewPage, Page
from planforge.render.page_texts import page_text
from tests.unit.render import sample
from tests.unit.render.reading import W, bare, document_xml, open_pdf, pdf_text


@pytest.fixture(scope="module")
def data(page: Page, house: House, profile: PageProfile) -> bytes:
    """Return the DOCX of the page with every kind of block."""
    return write_docx(page, house, profile)


@pytest.fixture(scope="module")
def body(data: bytes) -> ElementTree.Element:
    """Return its document part."""
    return document_xml(data)


def styled(body: ElementTree.Element, style: str) -> list[ElementTree.Element]:
    """Return the paragraphs of a style."""
    return [
        paragraph
        for paragraph in body.iter(f"{W}p")
        if (found := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and found.get(f"{W}val") == style
    ]


def words(node: ElementTree.Element) -> str:
    """Return the text of a node."""
    return "".join(part.text or "" for part in node.iter(f"{W}t"))


def test_the_same_input_gives_the_same_bytes(page: Page, house: House, profile: PageProfile, data: bytes) -> None:
    assert write_docx(page, house, profile) == data
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert core.count("2023-02-14T00:00:00Z") == 2
    assert "python-docx" not in core


@pytest.mark.parametrize(("name", "margins", "pitch"), [
    ("margins-37-35", ("2098", "1984"), "579"),
    ("gbt33476", ("1960", "1847"), "589"),
])  # fmt: skip
def test_page_set_up(page: Page, house: House, name: str, margins: tuple[str, str], pitch: str) -> None:
    file = write_docx(page, house, house.pages[name])
    section = next(document_xml(file).iter(f"{W}sectPr"))
    size, margin, grid = (section.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
    assert size is not None
    assert margin is not None
    assert grid is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert (margin.get(f"{W}top"), margin.get(f"{W}bottom")) == margins
    assert [margin.get(f"{W}{side}") for side in ("left", "right", "footer")] == ["1587", "1474", "1447"]
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", pitch)
    normal = next(style for style in document_xml(file, "word/styles.xml") if style.get(f"{W}styleId") == "Normal")
    spacing = normal.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == (pitch, "exact")


def test_official_fonts_are_named_whatever_this_machine_has(data: bytes) -> None:
    styles = document_xml(data, "word/styles.xml")
    faces = {
        style.get(f"{W}styleId"): font.get(f"{W}eastAsia")
        for style in styles
        if (font := style.find(f"{W}rPr/{W}rFonts")) is not None
    }
    assert faces["Normal"] == faces["PfBody"] == faces["Heading3"] == "仿宋_GB2312"
    assert faces["Heading1"] == faces["PfBoxTitle"] == faces["PfTableHead"] == "黑体"
    assert faces["Heading2"] == faces["PfLead2"] == "楷体_GB2312"
    assert faces["PfLetterhead"] == faces["PfNoticeTitle"] == "方正小标宋简体"
    assert faces["PfPageNumber"] == "宋体"


def test_every_run_with_text_hints_at_chinese(body: ElementTree.Element) -> None:
    for run in body.iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            font = run.find(f"{W}rPr/{W}rFonts")
            assert font is not None
            assert font.get(f"{W}hint") == "eastAsia"


def test_a_face_that_windows_lacks_has_another_name(data: bytes) -> None:
    """仿宋 and 楷体 of Windows; no free font is named in an official document."""
    fonts = document_xml(data, "word/fontTable.xml")
    others = {font.get(f"{W}name"): [other.get(f"{W}val") for other in font.iter(f"{W}altName")] for font in fonts}
    assert others["仿宋_GB2312"] == ["仿宋"]
    assert others["楷体_GB2312"] == ["楷体"]
    assert others["黑体"] == []


def test_headings_leads_and_bookmarks(body: ElementTree.Element) -> None:
    assert [words(p) for p in styled(body, "Heading1")] == ["一、发展基础", "二、主要任务", "三、组织保障"]
    assert [words(p) for p in styled(body, "Heading3")] == ["1.高新技术企业"]
    leads = [words(run) for run in body.iter(f"{W}r") if (s := run.find(f"{W}rPr/{W}rStyle")) is not None
             and s.get(f"{W}val") == "PfLead2"]  # fmt: skip
    assert leads == ["（一）加强领导。", "（二）保障经费。"]
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert anchor_name("联盟") in names
    assert len(names) == len(set(names))
    assert all(len(name or "") <= 40 for name in names)
    starts = sorted(mark.get(f"{W}id") or "" for mark in body.iter(f"{W}bookmarkStart"))
    assert starts == sorted(mark.get(f"{W}id") or "" for mark in body.iter(f"{W}bookmarkEnd"))


def test_a_box_is_one_border_around_its_paragraphs(body: ElementTree.Element) -> None:
    inside = [*styled(body, "PfBoxTitle"), *styled(body, "PfBoxText")]
    borders = {ElementTree.tostring(edge) for p in inside for edge in p.iterfind(f"{W}pPr/{W}pBdr")}
    assert len(inside) == 4
    assert len(borders) == 1


def test_two_boxes_do_not_flow_together(house: House, profile: PageProfile) -> None:
    boxes = [sample.box(1), sample.box(1) | {"id": "另一个"}]
    page = render_page(sample.context(sample.chapter(0, "甲", boxes)), house)
    bordered = [
        p.find(f"{W}pPr/{W}pBdr") is not None for p in document_xml(write_docx(page, house, profile)).iter(f"{W}p")
    ]
    assert "".join("x" if has else "." for has in bordered).strip(".").count("xx.xx") == 1


def test_room_beside_a_box_or_picture_is_no_paragraph_of_its_own(house: House, profile: PageProfile) -> None:
    """An empty paragraph could begin a page; space below the last one cannot."""
    prose = sample.text("甲", sample.para("甲"))
    blocks = [prose, sample.box(2), prose | {"id": "乙"}, sample.figure(), prose | {"id": "丙"}]
    body = document_xml(
        write_docx(render_page(sample.context(sample.chapter(0, "甲", blocks), draft=True), house), house, profile)
    )
    shown = [p for p in body.iter(f"{W}p") if words(p) or p.find(f".//{W}drawing") is not None]
    assert len(shown) == len(list(body.iter(f"{W}p")))
    title, last = styled(body, "PfBoxTitle")[0], styled(body, "PfBoxText")[-1]
    above, below = (p.find(f"{W}pPr/{W}spacing") for p in (title, last))
    assert above is not None
    assert below is not None
    assert (above.get(f"{W}before"), below.get(f"{W}after")) == ("140", "140")


def test_connectors_do_not_begin_a_line(data: bytes) -> None:
    """Word is told so for Chinese (GB/T 15834-2011, 5.1.7); its own marks stay with them."""
    rule = document_xml(data, "word/settings.xml").find(f"{W}noLineBreaksBefore")
    assert rule is not None
    assert rule.get(f"{W}lang") == "zh-CN"
    assert set("—～，。”》") <= set(rule.get(f"{W}val") or "")


def test_the_table_head_repeats_and_rows_stay_whole(body: ElementTree.Element) -> None:
    table = next(body.iter(f"{W}tbl"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert heads == [True, False, False, False, False]
    widths = [int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == 8844
    assert widths[1] > 2 * widths[0]


def test_the_red_rule_lies_below_the_document_number(body: ElementTree.Element) -> None:
    (number,) = styled(body, "PfDocumentNumber")
    edge = number.find(f"{W}pPr/{W}pBdr/{W}bottom")
    assert edge is not None
    assert (edge.get(f"{W}color"), edge.get(f"{W}sz")) == ("FF0000", "12")


def test_the_imprint_has_an_even_page_without_a_number(body: ElementTree.Element, data: bytes) -> None:
    sections = list(body.iter(f"{W}sectPr"))
    kinds = [kind.get(f"{W}val") if (kind := s.find(f"{W}type")) is not None else None for s in sections]
    assert kinds == [None, "evenPage"]
    archive = zipfile.ZipFile(io.BytesIO(data))
    fields = [b"PAGE" in archive.read(f"word/footer{n}.xml") for n in (1, 2, 3, 4)]
    assert fields == [True, True, False, False]


def test_a_draft_has_one_section_and_no_red(house: House, profile: PageProfile) -> None:
    body = document_xml(write_docx(render_page(sample.context(draft=True), house), house, profile))
    assert len(list(body.iter(f"{W}sectPr"))) == 1
    assert not styled(body, "PfLetterhead")
    assert b"FF0000" not in ElementTree.tostring(body)


def test_an_imprint_alone_is_a_document_too(house: House, profile: PageProfile) -> None:
    page = Page("t", (Imprint("抄送：市委。", "", ""),))
    assert words(document_xml(write_docx(page, house, profile))) == "抄送：市委。"


def test_a_picture_fits_and_is_described(house: House, profile: PageProfile) -> None:
    figure = sample.figure() | {"data": sample.png(3000, 400)}
    body = document_xml(
        write_docx(render_page(sample.context(sample.chapter(0, "图", [figure])), house), house, profile)
    )
    (extent,) = [node for node in body.iter() if node.tag.endswith("}extent")]
    (described,) = [node for node in body.iter() if node.tag.endswith("}docPr")]
    assert int(extent.get("cx") or 0) <= round(profile.width_pt * 12700)
    assert described.get("descr") == "由浅到深的灰色条"


def test_writing_docx_and_html_loads_no_weasyprint() -> None:
    code = (
        "import sys; from tests.unit.render import sample; from planforge.render.build import render_page\n"
        "assert not {'jinja2', 'docx', 'weasyprint', 'fontTools'} & set(sys.modules)\n"
        "from planforge.render.houses import find_house, find_profile; h = find_house('panzhengban')\n"
        "from planforge.render.formats import Job, output_formats; formats = output_formats()\n"
        "assert not {'jinja2', 'docx', 'weasyprint', 'fontTools'} & set(sys.modules)\n"
        "p = render_page(sample.context(draft=True), h)\n"
        "[formats[name].write(Job(p, h, find_profile(h))) for name in ('docx', 'html')]\n"
        "assert not {'weasyprint', 'fontTools'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_libreoffice_opens_it_and_prints_every_character(data: bytes, page: Page, soffice: str, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # a PDF made earlier in this process left its own font configuration, which has no fonts for other programs
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "plan.docx"]
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, capture_output=True, timeout=120)
    printed = (tmp_path / "plan.pdf").read_bytes()
    assert len(open_pdf(printed).pages) % 2 == 0
    assert sorted(pdf_text(printed, page)) == sorted(bare(page_text(page)))  # no character lost


def test_each_paragraph_ends_one_section(page: Page, house: House, profile: PageProfile) -> None:
    """A body that is empty, an imprint right behind the front matter: no paragraph may hold two sections."""
    imprint = next(block for block in page.blocks if isinstance(block, Imprint))
    blocks = (*page.blocks[:6], NewPage(body=True), imprint)
    body = document_xml(write_docx(replace(page, blocks=blocks), house, profile))
    held = [len(found) for one in body.iter(f"{W}pPr") if (found := one.findall(f"{W}sectPr"))]
    assert held == [1, 1]


def test_the_elements_of_a_docx_are_counted_as_they_come(
    page: Page, house: House, profile: PageProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """lxml walks all elements to count them; whatever a block puts there must be in the count."""
    bodies: list[Body] = []

    def remembered(*given: Any) -> Body:
        bodies.append(Body(*given))
        return bodies[-1]

    monkeypatch.setattr(written, "Body", remembered)
    write_docx(page, house, profile)
    assert bodies[0].count == len(bodies[0].elements) > len(page.blocks) / 2
