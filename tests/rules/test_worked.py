"""The worked examples of worked.yaml, each with its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.rules.sample import lint_text

EXAMPLES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("worked.yaml").read_text("utf-8"))
_TABLE = """\
      - table: 主要指标完成情况
        rows: |
          指标 | 2015年 | 2020年 | 年增率
          {row}
"""
_PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {{from: 2021, to: 2025, baseline: 2020, previous: 2015}}
chapters:
  - heading: “十三五”时期发展回顾
    role: [回顾]
    body:
      - text: |
          {prose}
{table}  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          {goal}
  - heading: 主要任务
    role: [任务]
    body:
      - heading: {heading}
      - text: |
          {task}
"""


def _plan(example: dict[str, Any]) -> str:
    return _PLAN.format(
        prose=example.get("prose", "回顾如下。"),
        table=_TABLE.format(row=example["row"]) if "row" in example else "",
        goal=example.get("goal", "目标如下。"),
        heading=example.get("heading", "实施创新工程"),
        task=example.get("task", "任务如下。"),
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_verdict(example: dict[str, Any], tmp_path: Path) -> None:
    """The rules on figures say what the example says, and nothing more."""
    report = lint_text(_plan(example), tmp_path)
    found = [one for one in report.findings if one.code.startswith("PF2")]
    assert [f"{one.code} {one.severity.value}" for one in found] == example["verdict"], [one.message for one in found]
