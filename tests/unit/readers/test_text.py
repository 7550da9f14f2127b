"""Plans as plain text: headings, lists, tables, 专栏, contents lists and lines cut by pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.outline.characters import Characters
from planforge.plan.load import read_plan
from planforge.plan.model import Box, Figure, Heading, Plan, Prose, Table
from planforge.readers.divided_tables import divided_by_width
from planforge.source.place import SourceFile
from planforge.source.tree import open_plan
from tests.work import MOST_GROWTH, growth


def _plan(folder: Path, text: str, name: str = "plan.txt") -> Plan:
    (folder / name).write_text(text, encoding="utf-8")
    reading = read_plan(*open_plan(folder / name))
    assert reading.plan is not None
    assert reading.problems == ()
    return reading.plan


TEXT = """\
某政办发〔2021〕5号
某市“十四五”科技创新规划
为加快建设创新型城市，制定本规划。
目 录
第一章 发展基础\t1
第一节 主要成就……2
第一章 发展基础
第一节 主要成就
“十三五”期间，全市高新技术企业达到158家，企业工程技
术研究中心165家。
1. 创新环境优化。出台一系列政策。
专栏1 创新平台建设
依托高校建设平台。

第二节 存在问题
——企业创新能力不强。
第二章 发展目标
表1：主要指标
指标\t2020年\t2025年
高新技术企业（家）\t158\t230
科技型中小企业（家）\t217\t600
"""


def test_structure_is_found(tmp_path: Path) -> None:
    """Chapters, sections, run-in headings, boxes, tables; contents lines are no headings."""
    plan = _plan(tmp_path, TEXT)
    assert plan.title is not None
    assert plan.title.printed == "某市“十四五”科技创新规划"
    assert [chapter.heading.printed for chapter in plan.chapters] == ["发展基础", "发展目标"]
    headings = [(block.text.printed, block.level) for block in plan.blocks() if isinstance(block, Heading)]
    assert headings == [("主要成就", 2), ("创新环境优化。", 3), ("存在问题", 2)]
    box = next(block for block in plan.blocks() if isinstance(block, Box))
    assert (box.title.printed, box.paragraphs[0].printed) == ("创新平台建设", "依托高校建设平台。")
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert [cell.printed for cell in table.rows[1]] == ["科技型中小企业（家）", "217", "600"]


def test_cut_lines_are_joined_and_keep_their_places(tmp_path: Path) -> None:
    """A word cut by a page end is whole again, and points at both lines."""
    plan = _plan(tmp_path, TEXT)
    text = next(p.text for p in plan.passages() if "165" in p.text.printed)
    assert "企业工程技术研究中心165家" in text.printed
    start = text.printed.index("工程技术")
    place = text.span(start, start + 4).place
    assert (place.line, place.end_line) == (9, 10)
    figure = text.printed.index("165")
    assert text.span(figure, figure + 3).place.line == 10


def test_markdown_marks_are_taken_away(tmp_path: Path) -> None:
    """# gives headings, ** a run-in heading, | a table."""
    text = "# 某市规划\n\n## 一、目标\n\n**基础坚实。**建成体系。\n\n| 指标 | 2025年 |\n| --- | --- |\n| 企业 | 600 |\n"
    plan = _plan(tmp_path, text, "plan.md")
    assert [chapter.heading.printed for chapter in plan.chapters] == ["目标"]
    lead, prose, table = plan.chapters[0].blocks
    assert isinstance(lead, Heading)
    assert (lead.text.printed, lead.run_in) == ("基础坚实。", True)
    assert isinstance(prose, Prose)
    assert prose.paragraphs[0].whole.text == "建成体系。"
    assert isinstance(table, Table)
    assert [[cell.printed for cell in row] for row in (table.head, *table.rows)] == [
        ["指标", "2025年"],
        ["企业", "600"],
    ]


def test_a_table_of_one_cell_a_line(tmp_path: Path) -> None:
    """What a PDF extraction makes of a table is put together again."""
    cells = [
        "序号",
        "指标",
        "2015年",
        "2020年",
        "1",
        "高新技术企业（家）",
        "32",
        "158",
        "2",
        "中小企业（家）",
        "45",
        "217",
    ]
    text = "一、回顾\n表1 指标完成情况\n" + "\n".join(cells) + "\n二、目标\n到2025年，企业达到600家。\n"
    plan = _plan(tmp_path, text)
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert [cell.printed for cell in table.head] == cells[:4]
    assert [[cell.printed for cell in row] for row in table.rows] == [cells[4:8], cells[8:]]
    assert table.rows[0][3].whole.place.line == 10


STACKED = """\
一、目标
专栏1 “十四五”时期主要指标
单位：见表
类别
指标
2020年
2025年
年均/累计
属性
经济
1.工业总产值（亿元）
20
30
8.4
预期性
2.研发经费增长（%）
—
—
>7、力争高于“十三五”时期
预期性
生态
3.地级及以上城市空气质量
优良天数比率（%）
87*
87.5
—
约束性
注：带*的为2019年数据。
到2025年，工业总产值达到30亿元。
"""


def test_an_outline_table_of_one_cell_a_line(tmp_path: Path) -> None:
    """Groups stand once, a long name runs over two lines, the note and the unit belong to the table."""
    plan = _plan(tmp_path, STACKED)
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert [[cell.printed for cell in row] for row in table.rows] == [
        ["经济", "1.工业总产值（亿元）", "20", "30", "8.4", "预期性"],
        ["经济", "2.研发经费增长（%）", "—", "—", ">7、力争高于“十三五”时期", "预期性"],
        ["生态", "3.地级及以上城市空气质量优良天数比率（%）", "87*", "87.5", "—", "约束性"],
    ]
    assert table.caption.printed == "“十四五”时期主要指标"
    assert table.note is not None
    assert table.unit is not None
    assert "到2025年，工业总产值达到30亿元。" in [passage.text.printed for passage in plan.passages()]


def test_columns_parted_by_gaps(tmp_path: Path) -> None:
    """What pdftotext -layout gives: a head with a name and a year, rows as wide as it."""
    text = "一、回顾\n表1 指标\n指标      2015年   2020年\n高新技术企业（家）   32    158\n众创空间（家）  4  20\n"
    plan = _plan(tmp_path, text)
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert [cell.printed for cell in table.rows[1]] == ["众创空间（家）", "4", "20"]


@pytest.mark.parametrize("line", ["单位：亿元", "指标", "2020年\n指标\n一句话。"])
def test_words_that_could_belong_to_a_table_are_kept(line: str, tmp_path: Path) -> None:
    """Where no table follows they are paragraphs like any other."""
    plan = _plan(tmp_path, f"一、目标\n正文如下。\n{line}\n后面没有表。\n")
    printed = "\n".join(passage.text.printed for passage in plan.passages())
    assert line in printed


@pytest.mark.parametrize(
    "text", ["", "\n\n", "只有一行", "# \n", "|\n|\n", "\t\t\n\t\t\n", "表1\n表2\n", "**", "专栏1\n"]
)
def test_no_text_is_refused(text: str, tmp_path: Path) -> None:
    """Whatever the file holds, there is a plan."""
    _plan(tmp_path, text)


def test_an_annex_is_a_chapter_of_its_own(tmp_path: Path) -> None:
    """Its label stands alone on a line, its title below; “附件” on a cover, before any chapter, is none."""
    plan = _plan(
        tmp_path,
        "附件24\n某市科技创新规划\n一、主要任务\n完善政策。\n附件：1.任务分工表\n2.指标表\n"
        "附件1\n任务分工表\n一览如下。\n附 件2\n指标表\n指标\t2025年\n企业\t10\n",
    )
    assert [(chapter.number, chapter.heading.printed, chapter.attached) for chapter in plan.chapters] == [
        ("一、", "主要任务", False),
        ("附件1", "任务分工表", True),
        ("附件2", "指标表", True),
    ]


def test_labels_of_captions_are_those_that_the_file_prints(tmp_path: Path) -> None:
    """表3 is no word of the caption, or it would be printed twice; a table without a caption takes no number."""
    table = "指标\t2020年\t2025年\n高新技术企业（家）\t158\t230\n科技型中小企业（家）\t217\t600\n"
    text = f"第一章 发展目标\n表 3：主要指标\n{table}目标如下。\n\n{table}再如下。\n附表2\n{table}图1 平台布局\n"
    tables = [block for block in _plan(tmp_path, text).blocks() if isinstance(block, Table)]
    assert [(table.label, table.caption.printed) for table in tables] == [("表3", "主要指标"), ("", ""), ("附表2", "")]
    figures = [block for block in _plan(tmp_path, text).blocks() if isinstance(block, Figure)]
    assert [(figure.label, figure.caption.printed) for figure in figures] == [("图1", "平台布局")]


def test_a_title_stands_below_the_label_of_its_table(tmp_path: Path) -> None:
    """Where no table follows, it is a paragraph."""
    table = "指标\t2020年\t2025年\n高新技术企业（家）\t158\t230\n科技型中小企业（家）\t217\t600\n"
    plan = _plan(
        tmp_path, f"第一章 发展目标\n\n附表1\n\n主要指标\n\n单位：家\n\n{table}\n附表2\n\n政策目录\n\n目录如下。\n"
    )
    tables = [block for block in plan.blocks() if isinstance(block, Table)]
    assert [(one.label, one.caption.printed, one.unit and one.unit.printed) for one in tables] == [
        ("附表1", "主要指标", "单位：家")
    ]
    assert [passage.text.printed for passage in plan.passages()][-2:] == ["政策目录", "目录如下。"]


def test_a_caption_announces_a_table_parted_by_wide_gaps(tmp_path: Path) -> None:
    """Its head may be of any words; without a caption they must be known."""
    table = "辖区    老旧小区（个）    口袋公园（个）\n青山区    45    12\n合  计    45    12\n"
    plan = _plan(tmp_path, f"一、任务\n\n表2  各区任务\n\n{table}\n完善政策。\n\n{table}")
    tables = [block for block in plan.blocks() if isinstance(block, Table)]
    assert [[cell.printed for cell in one.head] for one in tables] == [["辖区", "老旧小区（个）", "口袋公园（个）"]]


def test_a_note_goes_on_with_the_next_number(tmp_path: Path) -> None:
    """“2.…” below “注：1.…” is no heading; what has another number is one."""
    table = "表1 主要指标\n指标\t2020年\t2025年\n高新技术企业（家）\t158\t230\n科技型中小企业（家）\t217\t600\n"
    text = f"第一章 发展目标\n{table}注：1.［］内为累计数。\n2.企业指全市的企业。\n3.推进转化。\n1.培育企业。\n"
    blocks = list(_plan(tmp_path, text).blocks())
    notes = [block.note.printed for block in blocks if isinstance(block, Table) and block.note]
    assert notes == ["1.［］内为累计数。2.企业指全市的企业。3.推进转化。"]
    assert [block for block in blocks if not isinstance(block, Table)]


def test_an_annex_that_is_a_table_names_it(tmp_path: Path) -> None:
    """附件2 任务分解表 right above a table is its caption, elsewhere words of the plan."""
    rows = "区县\t2021年\t2022年\n甲区\t12\t15\n乙县\t8\t9\n"
    plan = _plan(tmp_path, f"某市“十四五”规划\n一、任务\n附件1 职责分工表\n见上。\n附件2 停车泊位任务分解表\n{rows}")
    [table] = [block for block in plan.blocks() if isinstance(block, Table)]
    assert table.caption.printed == "停车泊位任务分解表"
    words = [text.printed for block in plan.blocks() if isinstance(block, Prose) for text in block.paragraphs]
    assert words == ["附件1 职责分工表", "见上。"]


def test_rows_without_names_of_their_own_are_no_table(tmp_path: Path) -> None:
    """Lines that divide evenly but for a lost one would name rows 亿元: no table is made of them."""
    lines = ["表1 主要指标", "板块", "2020年", "2025年", "亿元", "9", "12", "亿元", "7", "8", "亿元", "5", "6"]
    plan = _plan(tmp_path, "\n".join(["某市“十四五”规划", "一、任务", *lines]))
    assert not any(isinstance(block, Table) for block in plan.blocks())


def test_a_nature_on_two_lines_is_one_cell(tmp_path: Path) -> None:
    """约束, 性 in a narrow column: 性 begins no name."""
    rows = ["基站（个）", "320", "900", "预期", "性", "入园率（%）", "86.5", "92", "约束", "性"]
    lines = ["表1 主要指标", "指标", "2020年", "2025年", "属性", *rows]
    plan = _plan(tmp_path, "\n".join(["某市“十四五”规划", "一、任务", *lines]))
    [table] = [block for block in plan.blocks() if isinstance(block, Table)]
    cells = [[cell.printed for cell in row] for row in table.rows]
    assert cells == [["基站（个）", "320", "900", "预期性"], ["入园率（%）", "86.5", "92", "约束性"]]


def test_the_notice_above_a_title_is_a_line_of_its_own(tmp_path: Path) -> None:
    """So is a title that names several things, above the first paragraph."""
    notice = "北屏市人民政府关于印发推进新型基础设施建设三年行动计划（2023—2025年）的通知"
    title = "北屏市推进新型基础设施建设三年行动计划"
    plan = _plan(tmp_path, f"{notice}\n\n{title}\n\n一、总体目标\n\n到2025年，5G基站达到1万个。\n")
    assert plan.title is not None
    assert (plan.title.printed, [line.printed for line in plan.preface]) == (title, [notice])
    bulletin = _plan(tmp_path, "云州市2022年教育、体育事业统计公报\n在校生504人，比上年增加3人。\n")
    assert bulletin.title is not None
    assert bulletin.title.printed == "云州市2022年教育、体育事业统计公报"


def test_title_of_a_series_stands_alone(tmp_path: Path) -> None:
    report = _plan(
        tmp_path, "云州市十年交通发展成就系列报告：路网通达城乡\n2021年末，公路5200公里，比2012年末增加1300公里。\n"
    )
    assert report.preface[0].printed == "云州市十年交通发展成就系列报告：路网通达城乡"
    notice = _plan(tmp_path, "现将市统计局关于全市工业经济运行情况的报告：问题与对\n策转发给你们，请认真落实。\n")
    assert len(notice.preface) == 1


def test_a_numbered_heading_of_clauses_stands_alone(tmp_path: Path) -> None:
    """The paragraph below is much wider; a line as wide goes on with a cut one, and one with a figure is none."""
    heading = "聚焦创新驱动发展，着力壮大县域新动能"
    below = "全年研发投入增长12%，新增高新技术企业20家，技术合同成交额达到3.5亿元，新建院士工作站2个。"
    cut = "（二）统筹推进水利交通能源项目建设，加快补齐农村短\n板弱项，新建道路30公里，改造泵站20座，治理河道8公里。"
    dated = "（三）加快农村供水工程建设进度，新建水厂12座并\n"
    dated += "网运行，铺设管网300公里，农村自来水普及率达到92%，水质达标率达到95%，供水保证率达到96%，惠及群众5万人。"
    plan = _plan(tmp_path, f"青河县工作要点\n一、重点任务\n（一）{heading}\n{below}\n{cut}\n{dated}\n")
    assert [block.text.printed for block in plan.blocks() if isinstance(block, Heading)] == [heading]
    told = [passage.text.printed for passage in plan.passages()]
    assert below in told
    assert any("农村短板弱项" in one for one in told)
    assert any("并网运行" in one for one in told)


def test_a_sentence_that_leads_in_is_no_title(tmp_path: Path) -> None:
    """It may name a plan, but ends in a colon: the title is the line above."""
    title, lead = "云州市2024年道路建设实施方案", "为推动“十四五”规划落地，制定本实施方案："
    plan = _plan(tmp_path, f"{title}\n{lead}\n一、工作目标\n新建道路12公里。\n")
    assert plan.title is not None
    assert (plan.title.printed, [line.printed for line in plan.preface]) == (title, [lead])


def test_the_width_of_endless_cells_is_found_in_linear_time(tmp_path: Path) -> None:
    """Thousands of lines below a caption, which no width divides into rows.

    Cells copied by one slice are not counted; with so many the suite would not end if each width copied them all.
    """

    def read(lines: int) -> None:
        _plan(tmp_path, "某市规划\n表1 指标\n" + "第一类\n" * lines + "5\n" * 9)

    assert growth(read, 2000) < MOST_GROWTH
    file = SourceFile("plan.txt", "第一类5")
    name, figure = Characters(file, "第一类", range(3)), Characters(file, "5", range(3, 4))
    assert divided_by_width([name] * 400_000 + [figure] * 9) == ((), 0)
