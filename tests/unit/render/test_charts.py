"""Charts say the same in DOCX, PDF and HTML, are vector and described, and are drawn true to their figures."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies

from planforge.plan.load import readable_plan
from planforge.render.build import render_page
from planforge.render.charts.grid import grid_of
from planforge.render.charts.marks import Path as Stroke
from planforge.render.charts.marks import labelled, panel_marks
from planforge.render.charts.panel import Panel, Point, Shape
from planforge.render.context import context_of
from planforge.render.docx.charts.series import number_format
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.measure import width_em
from planforge.render.page import Chart, Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from planforge.source.tree import open_plan
from tests.unit.render.reading import bare, docx_text, html_text, is_drawn, open_pdf, pdf_text

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PLAN = """\
planforge: 1
title: 某市规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, actual: {2015: 32, 2018: 90, 2020: 1158}, target: {2025: "2,300以上"}}
  技术合同成交额: {unit: 亿元, actual: {2020: 12.40}, target: {2025: 约21.50}}
  单位能耗变化: {unit: "%", actual: {2015: -0.5, 2020: -2.5}, target: {2025: -4.0}}
chapters:
  - heading: 目标
    body:
      - text: |
          见{图:目标}和{图:历年}。
      - chart: 主要“指标”
        id: 目标
        indicators: [高新技术企业, 技术合同成交额, 单位能耗变化]
        note: 〇甲<乙。
      - chart: 历年高新技术企业
        id: 历年
        kind: 折线图
        indicators: 高新技术企业
"""


@pytest.fixture(scope="module")
def charted(house: House, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Return the page of a plan with a chart of each kind."""
    folder = tmp_path_factory.mktemp("charted")
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    tree, main = open_plan(folder)
    return render_page(context_of(readable_plan(tree, main), tree.read_bytes), house)


def _charts(page: Page) -> list[Chart]:
    return [block for block in page.blocks if isinstance(block, Chart)]


def _expected(page: Page) -> list[str]:
    """Return what each panel says: its title, the years, the figures that are drawn."""
    panels = [panel for chart in _charts(page) for panel in chart.panels]
    return [bare(panel.title + "".join(panel.words)).replace("—", "") for panel in panels]


def test_the_text_with_its_tables_is_one_in_all_formats(
    charted: Page, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    expected = bare(page_text(charted))
    assert "2,300以上" in expected
    assert bare(docx_text(write_docx(charted, house, profile))) == expected
    assert bare(html_text(write_html(charted, house))) == expected
    result = write_pdf(charted, house, profile, fonts)
    assert pdf_text(result.data, charted) == expected
    assert result.missing == ()
    assert result.data == write_pdf(charted, house, profile, fonts).data


def test_html_draws_each_panel_with_title_and_words(charted: Page, house: House) -> None:
    html = write_html(charted, house).decode()
    drawings = [ElementTree.fromstring(found) for found in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]
    panels = [panel for chart in _charts(charted) for panel in chart.panels]
    assert [one.findtext("title") for one in drawings] == [panel.title for panel in panels]
    assert [one.findtext("desc") for one in drawings] == [panel.alt for panel in panels]
    assert [sorted(_svg_words(one)) for one in drawings] == [sorted(words) for words in _expected(charted)]
    names = re.findall(r' id="([^"]+)"', html)
    assert len(names) == len(set(names))


def _svg_words(drawing: ElementTree.Element) -> str:
    return bare("".join(text.text or "" for text in drawing.iter("text"))).replace("—", "")


def test_pdf_draws_words_in_its_own_fonts(charted: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    pdf = open_pdf(write_pdf(charted, house, profile, fonts, variant="pdf/ua-1").data)
    chars = [char for sheet in pdf.pages for char in sheet.chars if is_drawn(char)]
    drawn = bare("".join(char["text"] for char in chars)).replace("—", "")
    assert sorted(drawn) == sorted("".join(_expected(charted)))
    assert {char["fontname"].split("-", 1)[1] for char in chars} == {"FandolFang-Regular", "FandolHei-Regular"}
    assert not any(sheet.images for sheet in pdf.pages), "drawn as a raster"
    told = [part["alt_text"] for part in _parts(pdf.structure_tree) if part["type"] == "Figure" and "alt_text" in part]
    assert told == [chart.alt for chart in _charts(charted)]


def _parts(tree: list[dict]) -> list[dict]:  # type: ignore[type-arg]  # as pdfplumber gives it
    return [part for one in tree for part in (one, *_parts(one.get("children", [])))]


def test_docx_holds_charts_with_their_figures(charted: Page, house: House, profile: PageProfile) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra planforge[xlsx] is not installed")
    data = write_docx(charted, house, profile)
    assert data == write_docx(charted, house, profile)
    file = zipfile.ZipFile(io.BytesIO(data))
    body = ElementTree.fromstring(file.read("word/document.xml"))
    panels = [panel for chart in _charts(charted) for panel in chart.panels]
    about = [node.attrib for node in body.iter(f"{WP}docPr")]
    assert [one["descr"] for one in about] == [panel.alt for panel in panels]
    assert len({one["id"] for one in about}) == len(about)
    parts = [file.read(name) for name in _chart_names(file, body)]
    for panel, part in zip(panels, parts, strict=True):
        root = ElementTree.fromstring(part)
        assert sorted(_chart_words(root)) == sorted(bare(panel.title + "".join(panel.words)).replace("—", ""))
    for name, panel in zip(_chart_names(file, body), panels, strict=True):
        figures = file.read(name.replace("charts", "embeddings").replace("xml", "xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(figures))
        values = [row[1] if len(row) > 1 else None for row in book["Sheet1"].iter_rows(min_row=2, values_only=True)]
        assert values == [None if point.value is None else float(point.value) for point in panel.points]


def _chart_names(file: zipfile.ZipFile, body: ElementTree.Element) -> list[str]:
    relations = ElementTree.fromstring(file.read("word/_rels/document.xml.rels"))
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [targets[one.get(key)] for one in body.iter(f"{C}chart")]


def _chart_words(root: ElementTree.Element) -> str:
    """Return what Word shows of a chart: title, names, and each value in the number format of its label."""
    names = [node.text or "" for node in root.iterfind(f".//{C}cat//{C}v")]
    values = {node.get("idx"): node.findtext(f"{C}v") or "" for node in root.iterfind(f".//{C}val//{C}pt")}
    title = "".join(node.text or "" for node in root.iter(f"{A}t"))
    labels = [
        _formatted(values[label.find(f"{C}idx").get("val")], label.find(f"{C}numFmt").get("formatCode") or "")  # type: ignore[union-attr]
        for label in root.iter(f"{C}dLbl")
    ]
    return bare(title + "".join(names) + "".join(labels))


def _formatted(value: str, code: str) -> str:
    """Return a value in a number format of literals and digits, as ECMA-376-1, 18.8.31 has it."""
    parts = re.fullmatch(r'(?:"([^"]*)")?([#,0.]*)(?:"([^"]*)")?', code)
    assert parts, code
    if not parts[2]:
        return parts[1]
    decimals = len(parts[2].partition(".")[2])
    digits = f"{abs(Decimal(value)):{',' if ',' in parts[2] else ''}.{decimals}f}"
    return ("-" if Decimal(value) < 0 else "") + (parts[1] or "") + digits + (parts[3] or "")


@pytest.mark.parametrize(
    ("printed", "value", "code"),
    [
        ("158", "158", "0"),
        ("230以上", "230", '0"以上"'),
        ("约21.50", "21.50", '"约"0.00'),
        ("-4.0%", "-4.0", '0.0"%"'),
        ("2,300以上", "2300", '#,##0"以上"'),
        ("2，300", "2300", '"2，300"'),
        ('不超过3"', "3", '"不超过"0'),
    ],
)
def test_number_formats_show_figures_as_they_are_printed(printed: str, value: str, code: str) -> None:
    assert number_format(printed, Decimal(value)) == code


def _panel(*values: str, mark: str = "目标") -> Panel:
    points = [Point(f"{2015 + at}年", one, Decimal(one) if one != "—" else None) for at, one in enumerate(values)]
    last = points[-1]
    return Panel("企业（家）", "", (*points[:-1], Point(last.at, last.printed, last.value, mark)))


def _bars(panel: Panel) -> list[tuple[float, float, str]]:
    """Return top, bottom and fill of each bar."""
    marks = [mark for mark in panel_marks(panel, Shape.BARS, 200, 120, 10) if isinstance(mark, Stroke) and mark.fill]
    return [(mark.strokes[0][0][1], mark.strokes[0][2][1], mark.fill) for mark in marks]


def test_bars_are_as_long_as_their_figures() -> None:
    bars = _bars(_panel("32", "158", "230"))
    lengths = [bottom - top for top, bottom, _ in bars]
    assert [length / lengths[-1] for length in lengths] == pytest.approx([32 / 230, 158 / 230, 1])
    assert len({bottom for _, bottom, _ in bars}) == 1, "not all from nought"


def test_negative_bars_hang_from_nought() -> None:
    rising, falling = _bars(_panel("2", "-4", mark=""))
    assert rising[1] == falling[0]
    assert (falling[1] - falling[0]) / (rising[1] - rising[0]) == pytest.approx(2)


def test_fills_are_greys_that_a_copier_keeps_apart() -> None:
    """Earlier, latest, target: a third of the range between any two, and the target is hatched besides."""
    panel = _panel("32", "158", "230")
    fills = [fill for _, _, fill in _bars(panel)]
    assert all(len({fill[at : at + 2] for at in (1, 3, 5)}) == 1 for fill in fills), "not grey"
    greys = sorted(int(fill[1:3], 16) for fill in fills)
    assert min(two - one for one, two in pairwise(greys)) >= 255 // 3
    hatching = [mark for mark in panel_marks(panel, Shape.BARS, 200, 120, 10) if len(getattr(mark, "strokes", ())) > 5]
    assert len(hatching) == 1


def test_hatching_stays_in_its_bar() -> None:
    panel = _panel("32", "230")
    marks = [mark for mark in panel_marks(panel, Shape.BARS, 200, 120, 10) if isinstance(mark, Stroke)]
    bar = next(mark for mark in marks if mark.fill == "#ffffff").strokes[0]
    left, top, right, bottom = *bar[0], *bar[2]
    inside = [point for mark in marks if len(mark.strokes) > 1 for stroke in mark.strokes for point in stroke]
    assert len(inside) > 10
    assert all(left - 0.01 <= x <= right + 0.01 and top - 0.01 <= y <= bottom + 0.01 for x, y in inside)


def test_a_line_stops_where_a_year_is_missing() -> None:
    marks = panel_marks(_panel("1", "2", "—", "3", "4"), Shape.LINES, 200, 120, 10)
    lines = [mark for mark in marks if isinstance(mark, Stroke) and not mark.fill and len(mark.strokes[0]) == 2]
    assert [mark.dashed for mark in lines] == [False, True, False]  # two strokes of the line, then the axis


@given(strategies.lists(strategies.integers(0, 10**7), min_size=1, max_size=12), strategies.floats(1, 9))
def test_figures_never_touch(values: list[int], slot: float) -> None:
    points = [Point("2020年", str(value), Decimal(value)) for value in values]
    shown = sorted(labelled(points, slot))
    assert shown[-1] == len(points) - 1
    for one, two in pairwise(shown):
        assert (width_em(points[one].printed) + width_em(points[two].printed)) / 2 < (two - one) * slot


def test_panels_stand_two_abreast_where_their_words_have_room() -> None:
    short, long = _panel("1", "2", "3"), _panel(*["12345678"] * 8)
    assert grid_of([short] * 3, 440, 600, 10).abreast == 2
    assert grid_of([short, long], 440, 600, 10).abreast == 1
    grid = grid_of([short] * 3, 440, 600, 10)
    assert grid.place(2)[0] + grid.width / 2 == pytest.approx(220), "the one left over stands in the middle"


def test_a_chart_without_points_is_refused(house: House, tmp_path: Path) -> None:
    from planforge.render.errors import TemplateError
    from planforge.render.page_xml import parse_page

    chart = '<chart shape="{}" alt="x"><panel title="x" alt="x">{}</panel><head><cell>x</cell></head></chart>'
    xml = f'<page title="x">{chart}</page>'
    point = '<point at="2020年" value="{}">1</point>'
    for shape, points, said in (
        ("pie", point.format(1), "bars 或 lines"),
        ("bars", "", "应有 <point>"),
        ("bars", point.format("NaN"), "应为数字，实为“NaN”"),
        ("bars", point.format("x"), "应为数字，实为“x”"),
    ):
        with pytest.raises(TemplateError, match=re.escape(said)):
            parse_page(xml.format(shape, points), {}, "t")
    assert parse_page(xml.format("lines", point.format("-1.5")), {}, "t").blocks
