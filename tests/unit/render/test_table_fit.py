"""How a table is set so that no number of it is broken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.page import Table
from planforge.render.pdf.writer import write_pdf
from planforge.render.table_fit import crowded, fit_table, rows_cut
from tests.unit.render import sample
from tests.unit.render.reading import W, bare, document_xml, open_pdf

LONG = "市工业和信息化局、各县区人民政府"
NUMBER = "1234567.89"


def _table(*cells: str, landscape: bool | None = None) -> Table:
    return Table("", tuple("表" for _ in cells), (cells,), landscape=landscape)


@pytest.mark.parametrize(
    ("cells", "said", "turned"),
    [
        (["序", LONG, "家", "2030年", "2035年", "约束性"], None, False),
        (["序", LONG, LONG, *["2030年"] * 8], None, True),
        (["序", LONG, LONG, *["2030年"] * 8], False, False),
        (["序", "2030年"], True, True),
        (["序", *[NUMBER] * 6], None, True),
    ],
)
def test_a_table_is_turned_when_its_columns_need_it(
    house: House, profile: PageProfile, cells: list[str], said: bool | None, turned: bool
) -> None:
    """Four characters a line are enough for words, numbers are never broken; what the plan says counts first."""
    assert fit_table(_table(*cells, landscape=said), house, profile).turned is turned


@pytest.mark.parametrize(
    ("numbers", "said", "scale", "fits"),
    [
        (5, None, 1, True),
        (8, None, 1, True),
        (10, None, 10 / 12, True),
        (7, False, 10 / 12, True),
        (12, False, 9 / 12, False),
        (20, None, 9 / 12, False),
    ],
)
def test_it_shrinks_when_turning_is_not_enough(
    house: House, profile: PageProfile, numbers: int, said: bool | None, scale: float, fits: bool
) -> None:
    """By half points, and no further than the house format allows."""
    fit = fit_table(_table("地区", *[NUMBER] * numbers, landscape=said), house, profile)
    assert fit.scale == pytest.approx(scale)
    assert (fit.needed_pt <= fit.width_pt) is fits


def _block(numbers: int, **more: Any) -> dict[str, Any]:
    head = ["地区", "牵头单位", *(f"{2011 + at}年" for at in range(numbers))]
    rows = [["全市", LONG, *[NUMBER] * numbers]] * 3
    return sample.table() | {"head": head, "rows": rows} | more


@pytest.mark.parametrize("numbers", [3, 4, 5, 8, 9])
@pytest.mark.parametrize("orientation", ["", "portrait"])
def test_no_number_is_broken_in_the_files(
    house: House, profile: PageProfile, fonts: FontSet, numbers: int, orientation: str
) -> None:
    """Every number of the PDF stands on one line, unless the table is told to be crowded; the DOCX has its widths."""
    page = render_page(sample.context(sample.chapter(0, "附表", [_block(numbers, orientation=orientation)])), house)
    told = list(crowded(page, house, profile))
    sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
    whole = sum(sheet.extract_text().count(NUMBER) for sheet in sheets)
    assert (whole == 3 * numbers) is not bool(told)
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    fit = fit_table(table, house, profile)
    columns = [int(one.get(f"{W}w", "")) for one in document_xml(write_docx(page, house, profile)).iter(f"{W}gridCol")]
    assert columns[: numbers + 2] == [pytest.approx(share * fit.width_pt * 20, abs=10) for share in fit.shares]


def test_both_files_shrink_alike(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """The size of the cells is that of the fit, and of nothing else."""
    page = render_page(sample.context(sample.chapter(0, "附表", [_block(9)])), house)
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    size = 12 * fit_table(table, house, profile).scale
    assert size < 12
    cells = document_xml(write_docx(page, house, profile)).find(f".//{W}tbl")
    assert cells is not None
    assert {one.get(f"{W}val") for one in cells.iter(f"{W}sz")} == {f"{2 * size:g}"}
    sheet = next(one for one in open_pdf(write_pdf(page, house, profile, fonts).data).pages if one.width > one.height)
    assert {round(char["size"], 1) for char in sheet.chars if char["text"] in "单位"} >= {size}


def test_the_least_size_is_the_houses(house: House, profile: PageProfile) -> None:
    """An office that wants smaller characters writes it in its manifest."""
    wide = _table("地区", *[NUMBER] * 12)
    small = replace(house, table=replace(house.table, least_pt=8))
    assert fit_table(wide, small, profile).scale < fit_table(wide, house, profile).scale


def test_a_column_as_wide_as_its_number_does_not_break_it(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Widths are rounded, and what is too wide by a billionth goes on to the next line."""
    number = "123456789012"
    head = ["指标", "单位", "2020年", "2025年", "2030年", "责任单位"]
    row = ["地区生产总值", "万元", number, number, f"{number}以上", "市发展改革委、市统计局"]
    block = sample.table(1) | {"head": head, "rows": [row]}
    page = render_page(sample.context(sample.chapter(0, "附表", [block]), draft=True), house)
    sheet = open_pdf(write_pdf(page, house, profile, fonts).data).pages[0]
    assert sheet.extract_text().count(number) == 3


@pytest.mark.parametrize("orientation", ["", "landscape"])
def test_a_row_higher_than_a_page_is_cut(house: House, profile: PageProfile, fonts: FontSet, orientation: str) -> None:
    """It begins below caption and head, which stand on every page; rows that fit a page stay whole."""
    rows = [["1", "短"], ["2", f"{LONG}始" + LONG * 120 + "终"], ["3", "短"]]
    block = sample.table(1) | {"head": ["序号", "单位"], "rows": rows, "orientation": orientation}
    page = render_page(sample.context(sample.chapter(0, "附表", [block]), draft=True), house)
    (table,) = (one for one in page.blocks if isinstance(one, Table))
    assert rows_cut(table, fit_table(table, house, profile), house, profile) == (False, True, False)
    texts = [bare(sheet.extract_text()) for sheet in open_pdf(write_pdf(page, house, profile, fonts).data).pages]
    begun, ended = (next(at for at, text in enumerate(texts) if mark in text) for mark in "始终")
    assert ended > begun
    assert "“十四五”时期科技创新主要指标" in texts[begun]
    assert all("序号单位" in text for text in texts[begun : ended + 1])
