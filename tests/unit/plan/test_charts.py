"""What a chart takes from the ledger: years, figures, what is a target; the table below it; how it is numbered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.plan.chart import Chart, Panel
from planforge.plan.load import read_plan
from planforge.plan.model import Plan, Prose
from planforge.source.tree import open_plan

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("chart_cases.yaml"))


def _plan(folder: Path, body: list[dict[str, Any]], **top: Any) -> Plan:
    written = {"planforge": 1, "title": "某市规划", **top, "chapters": [{"heading": "目标", "body": body}]}
    with (folder / "plan.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump(written, file)
    plan = read_plan(*open_plan(folder)).plan
    assert plan is not None
    return plan


def _told(panel: Panel) -> str:
    points = (f"{one.at}{one.mark} {'-' if one.value is None else one.value}" for one in panel.points)
    return f"{panel.title}：{'、'.join(points)}"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_chart_draws_the_ledger(case: dict[str, Any], tmp_path: Path) -> None:
    plan = _plan(tmp_path, [case["chart"]], indicators=case["ledger"], period=case.get("period", {}))
    chart = next(block for block in plan.blocks() if isinstance(block, Chart))
    assert case.keys() & {"panels", "table", "alt"}
    assert [_told(panel) for panel in chart.panels] == case.get("panels", [_told(panel) for panel in chart.panels])
    rows = [" ".join(cell.printed for cell in row) for row in (chart.head, *chart.rows)]
    assert rows == case.get("table", rows)
    assert chart.alt == case.get("alt", chart.alt)


def test_charts_are_counted_with_the_figures(tmp_path: Path) -> None:
    """图1 a picture, 图2 a chart; one notation refers to both, and a table between them counts for itself."""
    (tmp_path / "a.png").write_bytes(b"")
    body: list[dict[str, Any]] = [
        {"figure": "框架", "file": "a.png"},
        {"table": "进度", "rows": "阶段 | 时间\n启动 | 2021年\n"},
        {"chart": "目标", "id": "目标图", "indicators": ["企业"]},
        {"chart": "目标", "indicators": ["企业"]},
        {"text": "见{图:框架}、{图:目标图}、{图:目标}和{表:进度}。\n"},
    ]
    plan = _plan(tmp_path, body, indicators={"企业": {"unit": "家", "actual": {2020: 158}}})
    prose = next(block for block in plan.blocks() if isinstance(block, Prose))
    assert [text.printed for text in prose.paragraphs] == ["见图1、图2、图3和表1。"]


def test_a_chart_with_nothing_to_draw_is_left_out(tmp_path: Path) -> None:
    plan = _plan(tmp_path, [{"chart": "目标", "indicators": ["没有的指标"]}], indicators={})
    assert not any(isinstance(block, Chart) for block in plan.blocks())
