"""DOCX files: ours, those of Word, damaged and hostile ones."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from planforge.errors import SourceError
from planforge.facts.book import read_facts
from planforge.plan.load import read_plan
from planforge.plan.model import Heading, Plan, Table
from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house
from planforge.source.tree import open_plan
from tests.unit.render import sample

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _plan(path: Path) -> Plan:
    plan = read_plan(*open_plan(path)).plan
    assert plan is not None
    return plan


def _package(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def test_headings_paragraphs_and_merged_cells(tmp_path: Path) -> None:
    """Styles give headings, merged cells repeat, and places count paragraphs and rows."""
    document = Document()
    document.add_heading("一、发展目标", 1)
    document.add_paragraph("到2025年，高新技术企业达到230家。")
    table = document.add_table(3, 3)
    for row, words in enumerate(
        (("指标", "2020年", "2025年"), ("企业（家）", "158", "230"), ("人才（人）", "50", "60"))
    ):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 1).merge(table.cell(2, 1))
    path = tmp_path / "a.docx"
    document.save(str(path))
    plan = _plan(path)
    assert [chapter.heading.printed for chapter in plan.chapters] == ["发展目标"]
    found = next(block for block in plan.blocks() if isinstance(block, Table))
    assert found.rows[0][1].printed == found.rows[1][1].printed
    assert found.rows[1][2].whole.place.line == 5
    assert found.rows[1][2].whole.text == "60"


def test_deleted_text_is_not_read_and_inserted_is(tmp_path: Path) -> None:
    """Tracked changes: what was deleted is gone, what was inserted is there."""
    body = (
        "<w:p><w:r><w:t>一、目标</w:t></w:r></w:p><w:p><w:r><w:t>共</w:t></w:r>"
        "<w:del><w:r><w:delText>165</w:delText></w:r></w:del><w:ins><w:r><w:t>191</w:t></w:r></w:ins>"
        "<w:r><w:t>家。</w:t></w:r></w:p>"
    )
    texts = [passage.text.printed for passage in _plan(_package(tmp_path / "a.docx", body)).passages()]
    assert texts == ["目标", "共191家。"]


def test_bold_first_words_are_a_run_in_heading(tmp_path: Path) -> None:
    """Runs set bold at the beginning name the paragraph."""
    body = (
        "<w:p><w:r><w:t>一、目标</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>基础坚实。</w:t></w:r>"
        "<w:r><w:t>建成体系。</w:t></w:r></w:p>"
    )
    plan = _plan(_package(tmp_path / "a.docx", body))
    heading = next(block for block in plan.blocks() if isinstance(block, Heading))
    assert (heading.text.printed, heading.run_in) == ("基础坚实。", True)


def test_a_style_chain_that_loops_ends(tmp_path: Path) -> None:
    """Styles based on each other do not hang the reader."""
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>一、目标</w:t></w:r></w:p>'
    path = _package(tmp_path / "a.docx", body, **{"word/styles.xml": styles})
    assert len(_plan(path).chapters) == 1


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a>" + " " * 40_000_000 + "</a>")
    return buffer.getvalue()


def _entities() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    return buffer.getvalue()


def _broken_xml() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<a><b></a>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "不是完好的 DOCX"),
        (b"PK\x03\x04 damaged", "不是完好的 DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"旧的 \.doc 格式"),
        (_bomb(), "展开后过大"),
        (_entities(), "不允许的 XML 声明"),
        (_broken_xml(), "不是完好的 XML"),
    ],
    ids=["empty", "damaged", "doc", "bomb", "entities", "broken"],
)
def test_hostile_files_get_one_message(data: bytes, message: str, tmp_path: Path) -> None:
    """A damaged or hostile file is refused in one sentence and nothing of it is evaluated."""
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message):
        read_plan(*open_plan(path))


def test_a_document_without_a_body_is_told(tmp_path: Path) -> None:
    """A zip without a Word document in it (or with one by other names) must not pass for a faultless plan."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("other.xml", "<a/>")
    with pytest.raises(SourceError, match="没有读得懂的正文"):
        _plan(path)


def test_a_table_in_a_cell_is_read_once_and_behind_its_row(tmp_path: Path) -> None:
    """Its words are not those of the cell as well; cells in content controls count, rows without a cell do not."""

    def cell(inner: str) -> str:
        return f"<w:tc>{inner}</w:tc>"

    def words(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    inner = f"<w:tbl><w:tr>{cell(words('内甲'))}{cell(words('内乙'))}</w:tr></w:tbl>"
    first = (
        f"<w:tr>{cell(words('外甲') + inner)}<w:sdt><w:sdtContent>{cell(words('外乙'))}</w:sdtContent></w:sdt></w:tr>"
    )
    last = f"<w:tr>{cell(words('末甲'))}{cell(words('末乙'))}</w:tr>"
    path = _package(tmp_path / "a.docx", f"<w:p/><w:tbl>{first}<w:tr/>{last}</w:tbl>")
    table = next(block for block in _plan(path).blocks() if isinstance(block, Table))
    rows = [[text.printed for text in row] for row in (table.head, *table.rows)]
    assert rows == [["外甲", "外乙"], ["内甲", "内乙"], ["末甲", "末乙"]]


def test_a_cell_covers_no_more_columns_than_a_table_has(tmp_path: Path) -> None:
    """Two cells that each claim a million columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc>'
    path = _package(tmp_path / "a.docx", f"<w:tbl><w:tr>{cell * 2}</w:tr><w:tr>{cell * 2}</w:tr></w:tbl>")
    file = read_plan(*open_plan(path)).files[0]
    assert file.line(1).count("格") == 101


def test_heads_on_two_rows_of_merged_cells_are_understood(tmp_path: Path) -> None:
    """Years over rates, a name and a group that span rows: every figure gets its year."""
    document = Document()
    document.add_paragraph("某区“十四五”发展规划")
    document.add_paragraph("一、发展目标")
    rows = [
        ("类别", "指标", "2020年", "", "2025年", "", "属性"),
        ("", "", "总量", "年均增速（%）", "总量", "年均增速（%）", ""),
        ("经济", "工业总产值（亿元）", "305.2", "5.5", "420", "6.6", "预期性"),
        ("", "财政收入（亿元）", "22.6", "4", "30.2", "[33]", "预期性"),
    ]
    table = document.add_table(len(rows), len(rows[0]))
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    for first, last in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5)), ((2, 0), (3, 0))):
        table.cell(*first).merge(table.cell(*last))
    path = tmp_path / "plan.docx"
    document.save(str(path))
    told = [(one.indicator, one.literal, str(one.years)) for one in read_facts(_plan(path)).statements]
    assert told == [
        ("工业总产值", "305.2", "2020"),
        ("工业总产值", "5.5", "2016-2020"),
        ("工业总产值", "420", "2025"),
        ("工业总产值", "6.6", "2021-2025"),
        ("财政收入", "22.6", "2020"),
        ("财政收入", "4", "2016-2020"),
        ("财政收入", "30.2", "2025"),
        ("财政收入", "33", "2021-2025"),
    ]


def test_notes_stand_where_they_are_referred_to(tmp_path: Path) -> None:
    """Footnotes and endnotes belong to the paragraph, at their place; a mark of their own is no text."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>①</w:t></w:r>'
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = (
        "<w:p><w:r><w:t>一、目标</w:t></w:r></w:p><w:p><w:r><w:t>平台5个</w:t></w:r>"
        f"{mark}<w:r><w:t>，企业8家</w:t></w:r>{custom}<w:r><w:t>。 </w:t></w:r>{end}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{mark}<w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    notes = {
        f"word/{kind}s.xml": f"<w:{kind}s {W}>"
        + "".join(
            f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{kind}{number}</w:t></w:r></w:p></w:{kind}>' for number in (2, 3)
        )
        + f"</w:{kind}s>"
        for kind in ("footnote", "endnote")
    }
    plan = _plan(_package(tmp_path / "a.docx", body, **notes))
    text = next(passage.text for passage in plan.passages() if passage.text.notes)
    assert text.written == "平台5个{注:footnote2}，企业8家{注:footnote3}。{注:endnote2}"
    assert [note.whole.place.column for note in text.notes] == [5, 10, 11]
    cell = next(block for block in plan.blocks() if isinstance(block, Table)).head[0]
    assert (cell.printed, cell.written) == ("甲", "{注:footnote2}甲")


@pytest.mark.parametrize("rows", [["甲市财政局乙市审计局"], ["甲市财政局", "乙市审计局", "丙市统计局"]])
def test_a_head_of_several_organs_is_no_table(rows: list[str], tmp_path: Path) -> None:
    """Names in one cell or in a row each, 文件 beside them: no chapter begins with it, which would count."""
    document = Document()
    table = document.add_table(len(rows), 2)
    for at, name in enumerate(rows):
        table.cell(at, 0).text = name
    table.cell(0, 1).merge(table.cell(len(rows) - 1, 1)).text = "文件"
    document.add_paragraph("甲财发〔2026〕5号")
    document.add_heading("一、发展目标", 1)
    document.add_paragraph("到2025年，高新技术企业达到230家。")
    document.save(str(tmp_path / "a.docx"))
    plan = _plan(tmp_path / "a.docx")
    assert [text.printed for text in plan.preface] == [*rows[:-1], f"{rows[-1]}文件", "甲财发〔2026〕5号"]
    assert [(chapter.number, chapter.heading.printed) for chapter in plan.chapters] == [("一、", "发展目标")]
    assert plan.preface[-2].whole.place.line == len(rows)


def test_a_table_before_the_chapters_that_is_no_head_stays_one(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 2)
    for at, words in enumerate(("责任单位", "材料", "财政局", "文件")):
        table.cell(at // 2, at % 2).text = words
    document.add_heading("一、发展目标", 1)
    document.save(str(tmp_path / "a.docx"))
    assert sum(isinstance(block, Table) for block in _plan(tmp_path / "a.docx").blocks()) == 1


@pytest.mark.parametrize("signers", ["签发人：王建国", "签发人: 王建国　李文华"])
def test_the_line_of_number_and_signers_ends(signers: str, tmp_path: Path) -> None:
    """However long it is, the title of the notice and the recipients do not go on with it."""
    lines = [
        f"盘政办发〔2023〕5号\t{signers}",
        "盘锦市人民政府办公室关于印发科技创新规划的通知",
        "各县、区人民政府，辽滨沿海经济技术开发区管委会，市政府各部门：",
    ]
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)
    plan = _plan(_package(tmp_path / "a.docx", f"{body}<w:p><w:r><w:t>一、目标</w:t></w:r></w:p>"))
    assert [text.printed for text in plan.preface] == lines


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"printed": {"by": "新疆维吾尔自治区博尔塔拉蒙古自治州人民政府办公室", "on": "2026年11月30日"}},
        {"copies": ""},
    ],
)
def test_the_imprint_reads_as_lines_in_a_table_or_frames(document: dict[str, Any], tmp_path: Path) -> None:
    """So that a comparison does not tell where it stands on the page."""
    house = find_house("panzhengban")
    page = render_page(sample.context(**document), house)
    ends = []
    for name, firm in (("table", False), ("frames", True)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(write_docx(page, house, house.pages["margins-37-35"], firm_imprint=firm))
        plan = _plan(path)
        assert sum(isinstance(block, Table) for block in plan.blocks()) == 1
        ends.append(["".join(passage.text.printed.split()) for passage in plan.passages()][-2:])
    assert ends[0] == ends[1]
    assert ends[0][-1].endswith("日印发")
    assert ends[0][0].startswith("抄送：") is ("copies" not in document)


def test_a_table_that_mentions_copies_is_one(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("一、分工", 1)
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "抄送：市委各部委。", "责任单位：财政局"
    document.save(str(tmp_path / "a.docx"))
    assert sum(isinstance(block, Table) for block in _plan(tmp_path / "a.docx").blocks()) == 1
