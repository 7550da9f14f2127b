"""意见汇总表: every comment and edit once, with its place and its author."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.main import _run
from planforge.output.opinions import formats
from planforge.review.returned.opinion import HEAD, Opinion
from planforge.review.returned.opinions import opinions
from planforge.review.returned.present import Present, read_present
from planforge.review.returned.reading import read_reviewed
from planforge.source.tree import open_plan
from tests.unit.review.returned.desk import PLAN, built
from tests.unit.review.returned.word import Word

_FIRST = "一、发展基础 › （一）主要成绩"
_SECOND = "一、发展基础 › （二）存在的不足"


@pytest.fixture(scope="module")
def present() -> Present:
    """Return the sample plan as it prints."""
    return read_present(*open_plan(PLAN))


def _opinions(present: Present, *actions: dict[str, Any]) -> list[Opinion]:
    word = Word(built())
    for action in actions:
        word.do(action)
    return opinions([read_reviewed("某局.docx", word.save(), present, lambda stamp: False)])


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            {"comment": ["节水灌溉面积达到", "请注明口径"], "by": "市统计局"},
            Opinion("市统计局", _FIRST, "节水灌溉面积达到", "请注明口径"),
        ),
        (
            {"replace": ["步伐加快", "步伐明显加快"], "by": "王强"},
            Opinion(
                "王强", _FIRST, "“十四五”时期，水利建设步伐加快。", "建议修改为：“十四五”时期，水利建设步伐明显加快。"
            ),
        ),
        (
            {"replace": ["全部完成。|", "运行安全。"], "by": "王强"},
            Opinion("王强", _FIRST, "水库除险加固全部完成。", "建议修改为：水库除险加固全部完成。运行安全。"),
        ),
        (
            {"delete": ["部分河段"], "by": "李敏"},
            Opinion("李敏", _SECOND, "部分河段防洪标准偏低，农村供水保障能力不强。", "建议删去"),
        ),
        (
            {"after": ["部分河段", "信息化水平不高。"], "by": "李敏"},
            Opinion("李敏", _SECOND, "", "建议增加：信息化水平不高。"),
        ),
        (
            {"move": ["水库除险加固", "水库除险加固", "部分河段"], "by": "李敏"},
            Opinion(
                "李敏",
                _FIRST,
                "水库除险加固全部完成。",
                "建议移到“部分河段防洪标准偏低，农村供水保障能力不”之后",
            ),
        ),
        (
            {"row": ["西渠改造", "北库加固", "北山县", "在建"], "by": "王强"},
            Opinion("王强", _SECOND, "", "建议增加一行：北库加固 | 北山县 | 在建"),
        ),
        (
            {"drop_row": ["南库加固"], "by": "王强"},
            Opinion("王强", _SECOND, "南库加固 | 南山县 | 完工", "建议删去这一行"),
        ),
        (
            {"replace": ["全部完成", "基本完成"]},
            Opinion(
                "（未留修订痕迹：某局.docx）",
                "发展基础 › 主要成绩",
                "水库除险加固全部完成。",
                "建议将“全部”修改为“基本”",
            ),
        ),
    ],
)
def test_one_opinion(present: Present, action: dict[str, Any], expected: Opinion) -> None:
    assert _opinions(present, action) == [expected]


def test_opinions_stand_in_printed_order(present: Present) -> None:
    found = _opinions(
        present,
        {"replace": ["各县区要结合实际", "各县区、各部门要结合实际"], "by": "李敏"},
        {"comment": ["节水灌溉面积达到", "请注明口径"], "by": "市统计局"},
        {"replace": ["全部完成", "基本完成"]},
        {"replace": ["步伐加快", "步伐明显加快"], "by": "王强"},
    )
    assert [opinion.who[:3] for opinion in found] == ["王强", "市统计", "李敏", "（未留"]


def test_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = Word(built())
    word.do({"comment": ["节水灌溉面积达到", "=1+1|两倍"], "by": "@市统计局"})
    (tmp_path / "a.docx").write_bytes(word.save())
    command = ["comments", str(PLAN), str(tmp_path / "a.docx"), "--to", "xlsx,md", "-o", str(tmp_path / "out")]
    assert _run(command) == 0
    assert "共 1 条意见。" in capsys.readouterr().out
    table = (tmp_path / "out/plan-意见汇总表.md").read_text(encoding="utf-8")
    assert "| 1 | @市统计局 |" in table
    assert "| =1+1\\|两倍 |" in table
    assert (tmp_path / "out/plan-意见汇总表.xlsx").read_bytes()[:2] == b"PK"
    assert _run([*command[:3], "--to", "pdf"]) == 2


def test_workbook_is_safe_and_the_same_twice() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = [Opinion("=cmd()", "一、发展基础", "原文", "+1")]
    data = formats()["xlsx"](rows, "规划")
    assert formats()["xlsx"](rows, "规划") == data
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert [cell.value for cell in sheet[1]] == list(HEAD)
    assert [cell.value for cell in sheet[2]][:5] == [1, "=cmd()", "一、发展基础", "原文", "+1"]
    assert {cell.data_type for cell in sheet[2][1:5]} == {"s"}
