"""版记 (7.4) with more than fits: lists of organs higher than a page, a printing organ too long for its line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.errors import LibraryError
from planforge.render.fonts import FontSet
from planforge.render.formats import Job, output_formats
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_house
from planforge.render.measure import sheets_needed, spaced_em
from planforge.render.page import Imprint, Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from tests.unit.render import sample
from tests.unit.render.reading import PT_PER_MM, W, bare, document_xml, docx_text, lines, open_pdf, pdf_text
from tests.unit.render.test_letter import printed_by
from tests.unit.render.test_pdf import HAN

LONG = "新疆维吾尔自治区博尔塔拉蒙古自治州人民政府办公室"
DAY = "2026年11月30日"


def _page(house: House, characters: int, **document: Any) -> Page:
    words = (HAN * 40)[:characters]
    chapter = sample.chapter(0, "任务", [sample.text("a", sample.para(words))])
    return render_page(sample.context(chapter, **document), house)


def _copies(organs: int) -> str:
    return "，".join(f"盘锦市第{at}局" for at in range(1, organs + 1))


@pytest.mark.parametrize(
    ("characters", "organs", "pages", "numbers"),
    [
        (100, 120, 4, ["1", "2", "3", "4"]),  # behind page 2, on two pages: no blank one is needed
        (900, 120, 6, ["1", "2", "3", "", "", ""]),  # behind page 3: a blank page, then two without a number
        (100, 260, 6, ["1", "2", "", "", "", ""]),  # on three pages
    ],
)
def test_one_higher_than_a_page_goes_on_and_ends_at_the_foot(
    house: House, profile: PageProfile, fonts: FontSet, characters: int, organs: int, pages: int, numbers: list[str]
) -> None:
    page = _page(house, characters, copies=_copies(organs))
    data = write_pdf(page, house, profile, fonts).data
    sheets = open_pdf(data).pages
    found = [sheet.extract_text().split("\n")[-1] for sheet in sheets]
    assert [text.strip("— \xa0") if text.startswith("—") else "" for text in found] == numbers
    assert len(sheets) == pages
    assert pdf_text(data, page) == bare(page_text(page))
    assert max(edge["bottom"] for edge in sheets[-1].rects) / PT_PER_MM == pytest.approx(262, abs=0.3)
    lowest = max(
        char["bottom"] for sheet in sheets for char in sheet.chars if char["size"] == pytest.approx(14, abs=0.1)
    )
    assert lowest / PT_PER_MM < 272


@pytest.mark.parametrize(("organs", "start"), [(5, "evenPage"), (120, "oddPage"), (220, "evenPage")])
def test_in_word_it_ends_on_an_even_page(house: House, profile: PageProfile, organs: int, start: str) -> None:
    """One of two pages begins on an odd page, and its rows may be cut."""
    page = _page(house, 100, copies=_copies(organs))
    data = write_docx(page, house, profile)
    body = document_xml(data)
    kinds = [kind.get(f"{W}val") for kind in body.iter(f"{W}type")]
    row = next(row for row in body.iter(f"{W}tr") if "抄送" in "".join(row.itertext()))
    assert kinds == [start]
    assert (row.find(f"{W}trPr/{W}cantSplit") is None) is (organs > 100)
    assert bare(docx_text(data)) == bare(page_text(page))


def test_a_house_whose_imprint_stands_on_the_last_page_carries_it_on(fonts: FontSet) -> None:
    house = find_house("xinhan")
    page = render_page(sample.context(sample.chapter(0, "甲", []), copies=_copies(150)), house)
    data = write_pdf(page, house, house.pages[house.default_page], fonts).data
    assert pdf_text(data, page) == bare(page_text(page))


def test_a_long_organ_leaves_the_date_whole(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """It goes on below itself; the date stands on its first line, one character from the edge (7.4.3)."""
    page = _page(house, 100, printed={"by": LONG, "on": DAY})
    sheet = open_pdf(write_pdf(page, house, profile, fonts).data).pages[-1]
    rows = [row for row in lines(sheet) if row[0]["size"] == pytest.approx(14, abs=0.1) and row[0]["top"] > 650]
    texts = ["".join(char["text"] for char in row if char["text"].strip("\u200b")) for row in rows][-2:]
    assert texts[0].endswith(f"{DAY}印发")
    assert texts[0].removesuffix(f"{DAY}印发") + texts[1] == LONG
    assert max(char["x1"] for char in rows[-2]) == pytest.approx((210 - profile.right_mm) * PT_PER_MM - 14, abs=1)


def test_in_word_a_long_organ_and_the_date_have_cells(house: House, profile: PageProfile) -> None:
    """The row is reckoned as high as the name; a short name keeps to one line with a tab."""
    for organ, cells, height in ((LONG, 2, "880"), ("盘锦市人民政府办公室", 1, "440")):
        body = document_xml(write_docx(_page(house, 100, printed={"by": organ, "on": DAY}), house, profile))
        row = next(row for row in body.iter(f"{W}tr") if "印发" in "".join(row.itertext()))
        spans = [span.get(f"{W}val") for span in body.iter(f"{W}gridSpan")]
        found = row.find(f"{W}trPr/{W}trHeight")
        assert found is not None
        assert (len(row.findall(f"{W}tc")), found.get(f"{W}val")) == (cells, height)
        assert spans == ["2", "2"] * (cells - 1)


@pytest.mark.parametrize("ruled", [False, True])
def test_in_word_a_frame_holds_no_more_than_a_page(ruled: bool) -> None:
    """What is higher begins a page in the flow: a frame would run off the paper."""
    house = find_house("xinhan")
    if ruled:
        house = replace(house, imprint=replace(house.imprint, thick_pt=1, thin_pt=0.75))
    profile = house.pages[house.default_page]
    for organs, framed in ((40, True), (150, False)):
        page = render_page(sample.context(sample.chapter(0, "甲", []), copies=_copies(organs)), house)
        data = write_docx(page, house, profile)
        found = list(document_xml(data).iter(f"{W}p"))
        at = next(index for index, one in enumerate(found) if "抄送：" in "".join(one.itertext()))
        assert (found[at].find(f"{W}pPr/{W}framePr") is not None) is framed
        broken = [one for one in found[at - ruled : at + 1] if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
        assert bool(broken) is not framed
        assert bare(docx_text(data)) == bare(page_text(page))


def _frames(data: bytes) -> list[tuple[str, float, float]]:
    """Return the frames of a DOCX as their text, where each begins and how high it is, in points."""
    found = []
    for one in document_xml(data).iter(f"{W}p"):
        if (frame := one.find(f"{W}pPr/{W}framePr")) is not None:
            top, height = (int(frame.get(f"{W}{name}", "0")) / 20 for name in ("y", "h"))
            found.append(("".join(one.itertext()), top, height))
    return found


@pytest.mark.parametrize("setup", ["margins-37-35", "gbt33476"])
def test_in_word_it_stands_where_the_text_ends(house: House, setup: str) -> None:
    """Frames below each other, the last rule at 262 mm, in the numbered section of the text; rules without indents."""
    page = _page(house, 100)
    data = write_docx(page, house, house.pages[setup], firm_imprint=True)
    body = document_xml(data)
    assert len(list(body.iter(f"{W}sectPr"))) == 1
    frames = _frames(data)
    assert [text[:2] for text, _, _ in frames] == ["", "抄送", "", "盘锦", ""]
    for (_, top, height), (_, following, _) in pairwise(frames):
        assert top + height == pytest.approx(following, abs=0.1)
    assert sum(frames[-1][1:]) / PT_PER_MM == pytest.approx(262, abs=0.05)
    ruled = [
        one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}framePr") is not None and not one.findall(f"{W}r")
    ]
    edges = [one.find(f"{W}pPr/{W}pBdr/{W}bottom") for one in ruled]
    assert [edge.get(f"{W}sz") for edge in edges if edge is not None] == ["8", "6", "8"]
    assert not [one for one in ruled if one.find(f"{W}pPr/{W}ind") is not None]
    assert bare(docx_text(data)) == bare(page_text(page))


def test_in_word_all_organs_stand_between_two_rules(house: House, profile: PageProfile) -> None:
    page = Page("t", (Imprint("抄送：市委。", "某市政府", f"{DAY}印发", "主送：各县、区人民政府。"),))
    texts = [text[:2] for text, _, _ in _frames(write_docx(page, house, profile, firm_imprint=True))]
    assert texts == ["", "主送", "抄送", "", "某市", ""]


@pytest.mark.parametrize(
    ("characters", "document", "framed"),
    [
        (100, {}, True),
        (150, {}, True),
        (210, {}, False),  # room for it, less than three lines to spare: other programs may take a page more
        (450, {}, False),  # no room for it
        (900, {}, False),  # the text ends on an odd page
        (100, {"printed": {"by": LONG, "on": DAY}}, False),  # needs cells side by side
        (100, {"copies": _copies(120)}, False),
    ],
)
def test_what_word_gets_goes_by_the_room_of_the_pdf(
    characters: int, document: dict[str, Any], framed: bool, house: House, profile: PageProfile
) -> None:
    page = _page(house, characters, **document)
    data = output_formats()["docx"].write(Job(page, house, profile)).data
    assert bool(_frames(data)) is framed
    kinds = [kind.get(f"{W}val") for kind in document_xml(data).iter(f"{W}type")]
    assert bool(kinds) is not framed


def test_without_the_pdf_it_has_pages_of_its_own(
    house: House, profile: PageProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise LibraryError("没有安装 WeasyPrint，不能生成 PDF")

    monkeypatch.setattr("planforge.render.pdf.writer.write_pdf", fails)
    assert not _frames(output_formats()["docx"].write(Job(_page(house, 100), house, profile)).data)


@pytest.mark.parametrize("characters", [100, 150])
def test_libreoffice_puts_it_below_the_text(
    characters: int, house: House, profile: PageProfile, soffice: str, tmp_path: Path
) -> None:
    data = output_formats()["docx"].write(Job(_page(house, characters), house, profile)).data
    sheets = printed_by(soffice, data, tmp_path)
    assert len(sheets) == 2
    rules = [one for one in (*sheets[-1].lines, *sheets[-1].rects) if one["width"] > 400]
    assert [round(rule["x0"] / PT_PER_MM) for rule in rules] == [28] * 3
    assert max(rule["bottom"] for rule in rules) / PT_PER_MM == pytest.approx(262, abs=0.5)
    text = sheets[-1].extract_text().split("\n")
    assert text[-1].strip() == "— 2 —"
    assert text[-2].endswith("印发")


def test_what_fills_pages() -> None:
    """Lines on pages of 100 points; a quarter between Chinese and Latin."""
    assert [sheets_needed(lines, 100, 22) for lines in (1, 4, 5, 8, 9)] == [(1, 1), (1, 4), (2, 1), (2, 4), (3, 1)]
    assert spaced_em("第12局，A、b") == 1 + 1 + 1 + 1 + 0.5 + 1 + 0.5 + 4 * 0.25 + 0.25
    assert Imprint(copies="抄送：市委。").organs == ("抄送：市委。",)
