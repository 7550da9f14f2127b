"""A plan as the plain data that templates are given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planforge.errors import SourceError
from planforge.plan.load import read_plan
from planforge.render.context import context_of
from planforge.source.tree import open_plan
from tests.unit.render.sample import png
from tests.unit.render.test_pictures import picture

PNG = png()

PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
stage: 印发稿
document:
  issuer: 某市人民政府办公室
  notice: |
    现印发给你们。
chapters:
  - heading: 主要任务
    count: {task: 通章}
    body:
      - heading: 壮大主体
        run_in: true
      - text: |
          第一段。

          第二段。
      - heading: 空的
        run_in: true
      - heading: 平台建设
      - point: |
          从国际看。
      - task: 建联盟
        lead: 市科技局
        duty: 市国资委（市金融办）
        due: 2025
        text: |
          内容。
      - task: 只有时限
        due: 2025
        text: |
          内容。
      - list: |
          甲。

          乙。
      - figure: 框架
        file: a.png
"""


def _context(folder: Path, picture: bytes = PNG) -> dict[str, Any]:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "a.png").write_bytes(picture)
    tree, main = open_plan(folder)
    plan = read_plan(tree, main).plan
    assert plan is not None
    return context_of(plan, tree.read_bytes)


def test_run_in_headings_lead_the_next_paragraph(tmp_path: Path) -> None:
    """A run-in heading ends with a full stop and keeps its face; without a paragraph it stands alone."""
    blocks = _context(tmp_path)["plan"]["chapters"][0]["blocks"]
    assert blocks[0]["paragraphs"] == [
        {"lead": "（一）壮大主体。", "lead_level": 2, "text": "第一段。"},
        {"lead": "", "lead_level": 0, "text": "第二段。"},
    ]
    assert blocks[1]["paragraphs"] == [{"lead": "（二）空的。", "lead_level": 2, "text": ""}]


def test_points_tasks_and_lists(tmp_path: Path) -> None:
    """Numbers and marks are leads; organs close a task, in square brackets when they hold round ones."""
    blocks = _context(tmp_path)["plan"]["chapters"][0]["blocks"]
    assert blocks[3]["paragraphs"] == [{"lead": "1.", "lead_level": 0, "text": "从国际看。"}]
    assert blocks[4]["paragraphs"] == [
        {
            "lead": "1.建联盟。",
            "lead_level": 3,
            "text": "内容。［牵头单位：市科技局；责任单位：市国资委（市金融办）；完成时限：2025年］",
        }
    ]
    assert blocks[5]["paragraphs"][0]["text"] == "内容。"
    assert [item["lead"] for item in blocks[6]["items"]] == ["——", "——"]


def test_the_title_of_the_notice_is_composed(tmp_path: Path) -> None:
    """发文机关 + 关于印发 + title + 的通知."""
    assert _context(tmp_path)["document"]["title"] == "某市人民政府办公室关于印发某市“十四五”科技创新规划的通知"


def test_a_picture_is_what_its_bytes_are(tmp_path: Path) -> None:
    """The name decides nothing."""
    figure = _context(tmp_path, picture("JPEG"))["plan"]["chapters"][0]["blocks"][7]
    assert figure["media_type"] == "image/jpeg"
    with pytest.raises(SourceError, match="应为 PNG 或 JPEG"):
        _context(tmp_path, b"GIF89a")
