"""The PDF, measured: 22 lines of 28 characters, clauses of GB/T 9704, imprint, fonts, equal bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pdfminer.pdftypes import resolve1

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import Face, FontSet
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.pdf import justify
from planforge.render.pdf.css import font_faces, style_sheet
from planforge.render.pdf.text import PdfText
from planforge.render.pdf.writer import PdfResult, write_pdf
from tests.unit.render import sample
from tests.unit.render.reading import (
    PT_PER_MM,
    W,
    bare,
    base_line,
    document_xml,
    ink_mm,
    is_page_number,
    lines,
    open_pdf,
)

HAN = "围绕精细化工高端装备和现代农业三条主线布局研发任务支持龙头企业牵头组建创新联合体推动实验室里样品尽快变成产品"


@pytest.fixture(scope="module", params=["margins-37-35", "gbt33476"])
def set_up(request: pytest.FixtureRequest, house: House) -> PageProfile:
    """Return each page set-up in turn."""
    return house.pages[request.param]


@pytest.fixture(scope="module")
def result(page: Page, house: House, set_up: PageProfile, fonts: FontSet) -> PdfResult:
    """Return the PDF of the page with every kind of block."""
    return write_pdf(page, house, set_up, fonts)


def long_page(house: House, characters: int) -> Page:
    """Return a draft that is one long paragraph without punctuation."""
    words = (HAN * (characters // len(HAN) + 1))[:characters]
    return render_page(
        sample.context(sample.chapter(0, "任务", [sample.text("a", sample.para(words))]), draft=True), house
    )


def test_a_full_page_has_22_lines_of_28_characters(house: House, set_up: PageProfile, fonts: FontSet) -> None:
    sheet = open_pdf(write_pdf(long_page(house, 1500), house, set_up, fonts).data).pages[1]
    found = lines(sheet)
    assert [len(line) for line in found] == [28] * 22
    top, bottom = ink_mm(sheet, (20, 266))
    if set_up.name == "gbt33476":  # this set-up puts the ink on the edges of the 版心
        assert top == pytest.approx(37, abs=1)
        assert bottom == pytest.approx(262, abs=1)
    assert {round(line[-1]["x1"] / PT_PER_MM, 1) for line in found} <= {183.9, 184.0, 184.1, 184.2}


def test_the_red_head_stands_where_the_clauses_say(result: PdfResult) -> None:
    sheet = open_pdf(result.data).pages[0]
    mark = ink_mm(sheet, (60, 95), red=True)
    number = ink_mm(sheet, (mark[1] + 5, mark[1] + 27))
    rule = ink_mm(sheet, (number[1] + 1, number[1] + 8), red=True)
    title = ink_mm(sheet, (rule[1] + 2, rule[1] + 28))
    assert mark[0] == pytest.approx(72, abs=1)  # 7.2.4
    assert number[0] - mark[1] == pytest.approx(20.78, abs=1.5)  # 7.2.5
    assert rule[0] - number[1] == pytest.approx(4, abs=0.5)  # 7.2.7
    assert title[0] - rule[1] == pytest.approx(20.78, abs=1.5)  # 7.3.1


def test_page_numbers_stand_outside(result: PdfResult) -> None:
    for index, sheet in enumerate(open_pdf(result.data).pages[:2]):
        number = [char for char in sheet.chars if is_page_number(char)]
        assert "".join(char["text"] for char in number).replace("\xa0", "") == f"—{index + 1}—"
        right, left = number[-1]["x1"] / PT_PER_MM, number[0]["x0"] / PT_PER_MM
        assert (left if index else right) == pytest.approx(28 + 5.64 if index else 184 - 5.64, abs=0.3)
        dash = base_line(number[0]) / PT_PER_MM - 0.3 * 14 / PT_PER_MM
        assert dash == pytest.approx(269, abs=0.5)  # 7.5


def test_lines_are_stretched_to_the_right_edge(result: PdfResult) -> None:
    edges = []
    for sheet in open_pdf(result.data).pages[4:6]:
        body = [line for line in lines(sheet) if round(line[0]["size"]) == 16 and len(line) > 24]
        edges += [line[-1]["x1"] for line in body]
    assert len(edges) > 25
    assert [edge for edge in edges if abs(edge / PT_PER_MM - 184) > 0.5] == []


def test_the_same_input_gives_the_same_bytes(
    page: Page, house: House, set_up: PageProfile, fonts: FontSet, result: PdfResult
) -> None:
    assert write_pdf(page, house, set_up, fonts).data == result.data
    assert not [note for note in result.notes if "代替" not in note]
    assert result.missing == ()


def test_metadata_language_and_outline(result: PdfResult) -> None:
    pdf = open_pdf(result.data)
    assert pdf.metadata["Title"] == "盘锦市“十四五”科技创新发展规划"
    assert pdf.metadata["CreationDate"].startswith("D:20230214")
    assert pdf.doc.catalog["Lang"] == b"zh-CN"
    outline = [(level, title) for level, title, *_ in pdf.doc.get_outlines()]
    assert (1, "一、发展基础") in outline
    assert (2, "（一）培育创新主体") in outline
    assert (3, "1.高新技术企业") in outline


def imprint_of(data: bytes) -> tuple[int, Any, list[str]]:
    """Return the number of pages, the last page, and the page number each page carries."""
    sheets = open_pdf(data).pages
    numbers = ["".join(c["text"] for c in sheet.chars if is_page_number(c)).strip("— \xa0") for sheet in sheets]
    return len(sheets), sheets[-1], numbers


@pytest.mark.parametrize(
    ("characters", "pages", "numbers"),
    [
        (100, 2, ["1", "2"]),  # ends on page 2 with room: the imprint joins it
        (290, 4, ["1", "2", "", ""]),  # page 2 is full: a blank page, then the imprint, both without a number
        (1000, 4, ["1", "2", "3", "4"]),  # ends on page 3: the imprint has page 4 for itself
    ],
)
def test_the_imprint_is_at_the_foot_of_an_even_page(
    house: House, profile: PageProfile, fonts: FontSet, characters: int, pages: int, numbers: list[str]
) -> None:
    words = (HAN * 40)[:characters]
    context = sample.context(sample.chapter(0, "任务", [sample.text("a", sample.para(words))]))
    count, last, found = imprint_of(write_pdf(render_page(context, house), house, profile, fonts).data)
    assert (count, found) == (pages, numbers)
    assert max(edge["bottom"] for edge in last.rects) / PT_PER_MM == pytest.approx(262, abs=0.1)
    assert "2023年2月14日印发" in last.extract_text()


def test_a_signature_never_stands_on_a_page_without_text(house: House, profile: PageProfile, fonts: FontSet) -> None:
    for characters in range(28, 196, 28):
        notice = [(HAN * 4)[:characters]]
        page = render_page(sample.context(sample.chapter(0, "甲", []), notice=notice), house)
        sheets = [bare(sheet.extract_text()) for sheet in open_pdf(write_pdf(page, house, profile, fonts).data).pages]
        end = notice[0][-2:] + "盘锦市人民政府办公室2023年2月14日（此件公开发布）"
        assert [text for text in sheets[:2] if end in text]


def test_connectors_do_not_begin_a_line(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Wherever the end of the line falls: 2018—2020年, 经济—科技; a dash —— may, and is not cut."""
    words = [
        f"{'字' * count}{part}" for count in range(16, 28) for part in ("2018—2020年的", "经济—科技—经济", "——甲乙")
    ]
    blocks = [sample.text(str(at), sample.para(text)) for at, text in enumerate(words)]
    page = render_page(sample.context(sample.chapter(0, "甲", blocks), draft=True), house)
    sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
    starts = ["".join(char["text"] for char in line)[:2] for sheet in sheets for line in lines(sheet)]
    assert [start for start in starts if start.startswith("—") and start != "——"] == []
    assert "——" in starts


def test_a_box_that_goes_on_ends_at_its_last_line(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """No white line stands between the text and the frame at the foot of the page."""
    for before in range(6, 12):
        blocks = [sample.text("甲", *[sample.para("甲")] * before), sample.box(40)]
        page = render_page(sample.context(sample.chapter(0, "甲", blocks), draft=True), house)
        sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
        framed = [sheet for sheet in sheets if sheet.rects]
        assert len(framed) > 2
        for sheet in framed:
            text = max(base_line(char) for char in sheet.chars if not is_page_number(char))
            assert 0 < max(float(edge["bottom"]) for edge in sheet.rects) - text < 12


def test_a_long_table_repeats_its_head(house: House, profile: PageProfile, fonts: FontSet) -> None:
    context = sample.context(sample.chapter(0, "指标", [sample.table(60)]), draft=True)
    sheets = open_pdf(write_pdf(render_page(context, house), house, profile, fonts).data).pages
    heads = [sheet.extract_text().count("2015年") for sheet in sheets]
    assert len(sheets) > 2
    assert heads == [1] * len(sheets)


def test_a_missing_glyph_is_named_not_a_silent_box(house: House, profile: PageProfile, fonts: FontSet) -> None:
    text = sample.text("a", sample.para("厂房面积1200㎡，保护𠮷祥文物。"))
    result = write_pdf(render_page(sample.context(sample.chapter(0, "甲", [text])), house), house, profile, fonts)
    assert [(glyph.char, glyph.font) for glyph in result.missing] == [("𠮷", "仿宋_GB2312")]
    assert "㎡，保护𠮷祥文物" in result.missing[0].where
    assert "U+20BB7" in str(result.missing[0])
    assert not [note for note in result.notes if "notdef" in note]
    embedded = {
        char["fontname"] for sheet in open_pdf(result.data).pages for char in sheet.chars if char["text"] == "㎡"
    }
    assert len(embedded) == 1  # the fallback printed it


def test_what_weasyprint_cannot_draw_is_missing_too(
    house: House, profile: PageProfile, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planforge.render.pdf.writer.missing_glyphs", lambda *_args: ())
    text = sample.text("a", sample.para("保护𠮷祥文物。"))
    page = render_page(sample.context(sample.chapter(0, "甲", [text]), draft=True), house)
    assert [str(glyph) for glyph in write_pdf(page, house, profile, fonts).missing] == ["没有字体能印“𠮷”（U+20BB7）"]


def test_latin_and_fallback_characters_keep_the_pitch(house: House, profile: PageProfile, fonts: FontSet) -> None:
    words = "研发经费R&D投入强度达到2.83%，厂房1200㎡，" * 60
    context = sample.context(sample.chapter(0, "任务", [sample.text("a", sample.para(words))]), draft=True)
    sheet = open_pdf(write_pdf(render_page(context, house), house, profile, fonts).data).pages[1]
    assert len(lines(sheet)) == 22


def test_without_the_known_private_function_the_text_stays_ragged_and_says_so(
    page: Page, house: House, profile: PageProfile, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    from weasyprint.layout import inline

    monkeypatch.setattr(inline, "justify_line", lambda line: None)
    assert justify.install() is False
    monkeypatch.undo()
    monkeypatch.setattr(justify, "install", lambda: False)
    assert any("两端对齐" in note for note in write_pdf(page, house, profile, fonts).notes)


def test_stretching_a_line_does_not_lay_it_out(
    page: Page, house: House, profile: PageProfile, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its texts keep the layouts they were broken with: what draws them sets them anew anyway."""
    stretch, kept = justify._widen, []

    def watched(*given: Any) -> float:
        box = next(one for one in given if hasattr(one, "pango_layout"))
        before = box.pango_layout
        moved = stretch(*given)
        kept.append(box.pango_layout is before and box.pango_layout.text == box.text)
        return moved

    monkeypatch.setattr(justify, "_widen", watched)
    write_pdf(page, house, profile, fonts)
    assert kept
    assert all(kept)


@pytest.mark.parametrize(("words", "loaded"), [("任务", False), ("任务𠮷", True)])
def test_a_font_for_rare_characters_is_loaded_for_them_only(
    words: str, loaded: bool, house: House, profile: PageProfile, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint copies each font that the style sheet brings, and one with all characters is as large as the rest."""
    rare = Face("稀字", fonts.faces["body"][0].path, official=False)
    given = FontSet({role: (faces[0], rare) for role, faces in fonts.faces.items()})
    monkeypatch.setattr(
        "planforge.render.pdf.text.split_by_face",
        lambda part, role, _: [(rare if "𠮷" in part else given.faces[role][0], part)],
    )
    text = PdfText(house, given)
    style_sheet(house, profile, text)
    text.plain(words, "body")
    family = text.families[given.all_faces().index(rare)]
    assert (family in font_faces(text)) == loaded


def test_weasyprint_still_has_the_function_we_replace() -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    assert justify.install() is True


@pytest.mark.parametrize(
    ("variant", "said"),
    [("pdf/a-2u", ('pdfaid:part="2"', 'pdfaid:conformance="U"')), ("pdf/ua-1", ('pdfuaid:part="1"',))],
)
def test_kinds_of_pdf_name_themselves(
    variant: str, said: tuple[str, ...], house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """For archives with an output intent, for screen readers with tags; the same bytes twice."""
    page = render_page(sample.context(), house)
    data = write_pdf(page, house, profile, fonts, variant).data
    assert data == write_pdf(page, house, profile, fonts, variant).data
    catalog = open_pdf(data).doc.catalog
    about = resolve1(catalog["Metadata"]).get_data().decode()
    assert all(words in about for words in said)
    assert ("OutputIntents" in catalog) is (variant == "pdf/a-2u")
    assert "StructTreeRoot" in catalog


def test_no_frame_goes_on_around_one_line(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Wherever a page ends within a box: the last line of its text takes the one before along."""
    parts = []
    for filled in range(4, 9):
        above = sample.text("文", sample.para((HAN * 20)[: 28 * filled]))
        box = {**sample.box(0), "paragraphs": [sample.para((HAN * 20)[: 29 * 4])]}
        page = render_page(sample.context(sample.chapter(0, "甲", [above, box]), draft=True), house)
        sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
        parts += [[sum(round(line[0]["size"]) == 14 for line in lines(sheet)) for sheet in sheets]]
        last = [p for p in document_xml(write_docx(page, house, profile)).iter(f"{W}p") if p.find(f".//{W}pBdr")][-1]
        assert last.find(f"{W}pPr/{W}widowControl") is not None
    assert {sum(lines_of) for lines_of in parts} == {5}  # its title and four lines
    assert [3, 2] in parts
    assert not [lines_of for lines_of in parts if 1 in lines_of]


def test_no_frame_begins_with_one_line_below_its_title(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Wherever a page ends near the head of a box: its title takes two lines of its text along, or none."""
    begun = set()
    for filled in range(6, 11):
        above = sample.text("文", sample.para((HAN * 20)[: 28 * filled]))
        box = {**sample.box(0), "paragraphs": [sample.para((HAN * 20)[: 29 * 4])] * 2}
        page = render_page(sample.context(sample.chapter(0, "甲", [above, box]), draft=True), house)
        sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
        begun.add(sum(round(line[0]["size"]) == 14 for line in lines(sheets[0])))
        framed = [
            one for one in document_xml(write_docx(page, house, profile)).iter(f"{W}p") if one.find(f".//{W}pBdr")
        ]
        assert [one.find(f"{W}pPr/{W}widowControl") is not None for one in framed] == [False, True, True]
    assert 0 in begun
    assert 3 in begun
    assert begun.isdisjoint({1, 2})


def test_addresses_are_not_stretched(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """On lines set to both edges the room goes between Chinese characters, and behind a Latin word."""
    address, edge = "zhang@a.gov.cn", (210 - profile.right_mm) * PT_PER_MM
    widths, ends = [], []
    for before in range(12, 20):
        context = sample.context(
            sample.chapter(0, "任务", [sample.text("a", sample.para(f"{HAN[:before]}{address}和abcdefgh{HAN}"))]),
            draft=True,
        )
        sheet = open_pdf(write_pdf(render_page(context, house), house, profile, fonts).data).pages[0]
        row = next(row for row in lines(sheet) if row[0]["size"] < 17 and "@" in "".join(c["text"] for c in row))
        at = "".join(char["text"] for char in row).find(address)
        if at >= 0 and row[-1]["text"] == "和":
            widths.append(row[at + len(address) - 1]["x1"] - row[at]["x0"])
            ends.append(row[-1]["x1"])
    assert len(widths) > 2
    assert widths == pytest.approx([widths[0]] * len(widths), abs=0.2)
    assert ends == pytest.approx([edge] * len(ends), abs=1)


def test_a_lower_margin_below_the_page_number_is_no_trouble(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """The number then stands right below the text; nothing is ignored with an English remark."""
    low = replace(profile, bottom_mm=25.0)
    result = write_pdf(long_page(house, 2000), house, low, fonts)
    assert not [note for note in result.notes if note.startswith("排版时")]
    numbers = [char for char in open_pdf(result.data).pages[0].chars if char["text"] == "1" and char["bottom"] > 760]
    assert [char["top"] / PT_PER_MM for char in numbers] == pytest.approx([272], abs=2)
