"""A plan read whole: numbers, references, ledger views, problems with the nearest names."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.plan.load import Reading, read_plan
from planforge.plan.model import Box, Heading, ListBlock, Plan, Prose, Table, Task
from planforge.source.tree import open_plan

HEAD = """\
planforge: 1
title: 某市“十四五”科技创新规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业:
    unit: 家
    alias: [高企]
    actual: {2015: 32, 2020: 158}
    target: {2025: 230以上}
    stated: {2015-2020 年均增速: 37.9%}
  研发投入强度: {unit: '%', actual: {2015: 1.57, 2020: 2.83}, target: {2025: '2.90'}}
  成果转化: {unit: 项, total: {2021-2025: 350以上}}
  合同成交额: {unit: 亿元, growth: {2021-2025: 10%以上}}
  能耗: {unit: 吨, target: {2025: 不超过1200}}
"""


def _read(folder: Path, text: str) -> Reading:
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return read_plan(*open_plan(folder))


def _plan(folder: Path, text: str) -> Plan:
    reading = _read(folder, text)
    assert [problem.message for problem in reading.problems] == []
    assert reading.plan is not None
    return reading.plan


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("{高新技术企业@2020}", "158家"),
        ("{高企@2025}", "230家以上"),
        ("{高新技术企业@2020:值}", "158"),
        ("{高新技术企业@2025:值}", "230"),
        ("{高新技术企业@2020/2015}", "4.9倍"),
        ("{高新技术企业@2020/2015:2位}", "4.94倍"),
        ("{高新技术企业@2015-2020 年均增速}", "37.6%"),
        ("{高新技术企业@2015—2020年年均增速}", "37.6%"),
        ("{高新技术企业@2020年}", "158家"),
        ("{高新技术企业@2015—2020年均增速}", "37.6%"),
        ("{研发投入强度@2015-2020 年均增速:2位}", "12.51%"),
        ("{研发投入强度@2025}", "2.90%"),
        ("{高新技术企业@2015-2020 增速}", "393.8%"),
        ("{成果转化@2021-2025}", "350项以上"),
        ("{合同成交额@2021-2025 年均增速}", "10%以上"),
        ("{能耗@2025}", "不超过1200吨"),
    ],
)
def test_references_to_figures(reference: str, printed: str, tmp_path: Path) -> None:
    """A reference prints the ledger's figure with its unit where prose wants it."""
    plan = _plan(tmp_path, HEAD + f"preface: |\n  共{reference}。\nchapters:\n  - heading: 甲\n")
    assert plan.preface[0].printed == f"共{printed}。"


BODY = """\
numbering: [第一章, （一）, 1.]
chapters:
  - heading: 回顾
    body:
      - point: |
          从国际看，形势复杂。
      - point: |
          从国内看，见{章:任务章}和{表:总表}。
      - list: |
          第一项。

          第二项。
        mark: 一是
  - heading: 任务
    id: 任务章
    count: {task: 通章}
    body:
      - heading: 第一组
      - task: 甲任务
        text: |
          见{任务:乙任务}、{专栏:联盟}、{专栏:工程乙}。
      - box: 联盟工程
        id: 联盟
        text: |
          内容。
      - heading: 第二组
      - task: 乙任务
        lead: 市科技局
        text: |
          内容。
      - box: 工程甲
        series: 八大工程
        text: |
          内容。
      - box: 工程乙
        series: 八大工程
        text: |
          内容。
      - table: 主要指标
        id: 总表
        columns: [序号, 指标, {show: 2015, head: 2015年}, 2020, 2015-2020 年均增速, 2025, 单位]
        indicators: [高企, 研发投入强度]
"""


def test_numbers_are_computed(tmp_path: Path) -> None:
    """Headings, points, tasks through the chapter, boxes, series and references to them."""
    plan = _plan(tmp_path, HEAD + BODY)
    first, second = plan.chapters
    assert (first.number, second.number) == ("第一章", "第二章")
    points = [block for block in first.blocks if isinstance(block, Prose)]
    assert [point.number for point in points] == ["（一）", "（二）"]
    assert points[1].paragraphs[0].printed == "从国内看，见第二章和表1。"
    listed = next(block for block in first.blocks if isinstance(block, ListBlock))
    assert listed.marks == ("一是", "二是")
    assert [block.number for block in second.blocks if isinstance(block, Heading)] == ["（一）", "（二）"]
    tasks = [block for block in second.blocks if isinstance(block, Task)]
    assert [task.number for task in tasks] == ["1.", "2."]
    assert tasks[0].paragraphs[0].printed == "见任务2、专栏1、八大工程之二。"
    assert [box.label for box in second.blocks if isinstance(box, Box)] == ["专栏1", "八大工程之一", "八大工程之二"]


def test_a_view_of_the_ledger(tmp_path: Path) -> None:
    """A table of columns prints the ledger; a claim is printed as claimed; cells point at the ledger."""
    plan = _plan(tmp_path, HEAD + BODY)
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert [cell.printed for cell in table.head] == [
        "序号",
        "指标",
        "2015年",
        "2020",
        "2015—2020年年均增速",
        "2025",
        "单位",
    ]
    assert [[cell.printed for cell in row] for row in table.rows] == [
        ["1", "高新技术企业", "32", "158", "37.9%", "230以上", "家"],
        ["2", "研发投入强度", "1.57%", "2.83%", "12.5%", "2.90%", "%"],
    ]
    assert table.rows[0][3].whole.text == "158"


@pytest.mark.parametrize(
    ("column", "head"),
    [
        ("2015-2020 年均增速", "2015—2020年年均增速"),
        ("2015—2020年年均增速", "2015—2020年年均增速"),
        ("2015-2020 增速", "2015—2020年增速"),
        ("2021-2025", "2021—2025年"),
        ("{show: 2015-2020 年均增速, head: 年均（%）}", "年均（%）"),
    ],
)
def test_years_over_a_column_are_printed_as_documents_do(column: str, head: str, tmp_path: Path) -> None:
    """However the drafter wrote them, unless there are words for the column."""
    plan = _plan(tmp_path, HEAD + BODY.replace("[序号, 指标, {show: 2015, head: 2015年}, 2020,", f"[指标, {column},"))
    table = next(block for block in plan.blocks() if isinstance(block, Table))
    assert table.head[1].printed == head


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["阶段 | 时间", "启动 |", "| 2023年"], [["启动", ""], ["", "2023年"]]),
        (["| 2020年 | 2025年", "甲 | 1 | 2"], [["甲", "1", "2"]]),
        (["| 阶段 | 时间 |", "| 启动 | |", "| | 2023年 |"], [["启动", ""], ["", "2023年"]]),
        (["阶段 | 时间", "| 启动 | 2021年 |", "| 总结 | 2025年"], [["启动", "2021年"], ["总结", "2025年"]]),
        (["| 阶段 | 时间", "| 启动 |", "| 总结 | 2025年"], [["启动", ""], ["总结", "2025年"]]),
    ],
)
def test_an_empty_first_or_last_cell(rows: list[str], cells: list[list[str]], tmp_path: Path) -> None:
    """A bar at the end of a row leaves a cell empty where the row needs one, and is a frame where it does not."""
    lines = "".join(f"          {row}\n" for row in rows)
    plan = _plan(tmp_path, f"{HEAD}{BODY}      - table: 安排\n        rows: |\n{lines}")
    table = [block for block in plan.blocks() if isinstance(block, Table)][-1]
    assert [[cell.printed for cell in row] for row in table.rows] == cells
    assert all(cell.whole.place.line > 1 for row in table.rows for cell in row)


TASKS = """      - table: 任务分工
        columns: [序号, 编号, 任务, {show: 牵头单位, head: 牵头}, 配合单位, 承担目标]
  - heading: 保障措施
    role: 保障
    body:
      - task: 强化评估
        lead: 市科技局
        targets: 高企@2025
        text: 开展评估。
"""


def test_a_table_of_tasks(tmp_path: Path) -> None:
    """It lists the tasks of all chapters, those behind it too, numbered as in the text; cells point at the tasks."""
    plan = _plan(tmp_path, HEAD + BODY + TASKS)
    table = next(block for block in plan.blocks() if isinstance(block, Table) and block.of_tasks)
    assert [cell.printed for cell in table.head] == ["序号", "编号", "任务", "牵头", "配合单位", "承担目标"]
    tasks = [block for block in plan.blocks() if isinstance(block, Task)]
    assert [row[1].printed for row in table.rows] == [task.number for task in tasks]
    assert [cell.printed for cell in table.rows[-1]][2:] == ["强化评估", "市科技局", "—", "高企（2025年）"]
    assert table.rows[-1][3].whole.text == "市科技局"


def _annex(name: str) -> str:
    return f"  - {{heading: {name}, role: [附件], body: [{{text: 见{{附件:{name}}}。}}]}}\n".replace(
        "见", "'见"
    ).replace("。}", "。'}")


@pytest.mark.parametrize(("names", "numbers"), [(["分工表"], ["附件"]), (["分工表", "指标表"], ["附件1", "附件2"])])
def test_annexes_are_numbered_apart(names: list[str], numbers: list[str], tmp_path: Path) -> None:
    """A single annex has no number; chapters behind one go on counting."""
    plan = _plan(
        tmp_path, HEAD + BODY + "".join(map(_annex, names)) + "  - {heading: 附则, role: 附则, body: [{text: 略。}]}\n"
    )
    assert [chapter.number for chapter in plan.chapters] == ["第一章", "第二章", *numbers, "第三章"]
    annexes = [chapter for chapter in plan.chapters if chapter.attached]
    texts = [block.paragraphs[0].printed for chapter in annexes for block in chapter.blocks if isinstance(block, Prose)]
    assert texts == [f"见{number}。" for number in numbers]


def test_an_unknown_column_of_a_table_of_tasks(tmp_path: Path) -> None:
    """One problem, at the column; the others are printed."""
    (tmp_path / "plan.yaml").write_text(HEAD + BODY + TASKS.replace("编号,", "负责人,"), encoding="utf-8")
    reading = read_plan(*open_plan(tmp_path))
    assert [problem.span.text for problem in reading.problems] == ["负责人"]


def test_roles_of_a_heading_hold_below_it(tmp_path: Path) -> None:
    """A chapter that mixes roles: the nearest heading with a role decides."""
    text = HEAD + (
        "chapters:\n  - heading: 甲\n    role: [思路, 目标]\n    body:\n"
        "      - heading: 乙\n        role: 目标\n      - text: |\n          一。\n"
        "      - heading: 丙\n      - text: |\n          二。\n"
    )
    plan = _plan(tmp_path, text)
    roles = {passage.text.printed: passage.context.roles for passage in plan.passages()}
    assert roles["一。"] == ("目标",)
    assert roles["二。"] == ("思路", "目标")


def test_included_files_keep_their_places(tmp_path: Path) -> None:
    """A problem in an included file names that file; lists of blocks can be files as well."""
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "1.yaml").write_text("heading: 甲\nbody:\n  - c/2.yaml\n", encoding="utf-8")
    (tmp_path / "c" / "2.yaml").write_text("- text: |\n    见{表:没有}。\n- txt: 乙\n", encoding="utf-8")
    reading = _read(tmp_path, HEAD + "chapters:\n  - c/1.yaml\n")
    told = {(problem.span.place.path.rpartition("plan")[2], problem.span.place.line) for problem in reading.problems}
    assert {path.endswith("c/2.yaml") for path, _ in told} == {True}
    assert {line for _, line in told} == {2, 3}


def test_what_can_be_read_is_read(tmp_path: Path) -> None:
    """One bad block does not hide the rest of the plan."""
    reading = _read(
        tmp_path, HEAD + "chapters:\n  - heading: 甲\n    body:\n      - txt: 乙\n      - text: |\n          丙。\n"
    )
    assert reading.plan is not None
    assert [passage.text.printed for passage in reading.plan.passages()] == ["甲", "丙。"]
    assert len(reading.problems) == 1


@pytest.mark.parametrize("text", ["", "[]", "- a\n- b\n", "文字\n", "a: {b\n", "[" * 3000, "chapters: 3\ntitle: {}\n"])
def test_hostile_text_gives_problems_and_no_exception(text: str, tmp_path: Path) -> None:
    """Whatever the file holds, reading returns."""
    assert _read(tmp_path, text).problems


@pytest.mark.parametrize("columns", ["序号", "[]", "{show: 2020}", "[没有]"])
def test_a_view_of_nothing_is_no_table(columns: str, tmp_path: Path) -> None:
    """No column that is known leaves nothing to print."""
    body = BODY.replace("[序号, 指标, {show: 2015, head: 2015年}, 2020, 2015-2020 年均增速, 2025, 单位]", columns)
    plan = _read(tmp_path, HEAD + body).plan
    assert plan is not None
    assert not [block for block in plan.blocks() if isinstance(block, Table)]


def test_the_notice_prints_references(tmp_path: Path) -> None:
    """A figure of the ledger stands in the notice as in the preface; what is unknown there is told, a footnote too."""
    notice = "document:\n  notice: |\n    高企达到{高企@2020}。\n\n    {没有@2020}。\n    现印发{注:说明。}。\n"
    reading = _read(tmp_path, HEAD.replace("indicators:", notice + "indicators:", 1) + BODY)
    assert reading.plan is not None
    assert reading.plan.document.notice[0].printed == "高企达到158家。"
    assert len(reading.problems) == 2
