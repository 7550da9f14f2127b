"""Tables of many layouts: what each states, or that it is listed as not understood (table_*cases.yaml)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.facts.statement import Statement
from tests.unit.facts.sample import book, grid, text

CASES: list[dict[str, Any]] = [
    case
    for path in sorted(Path(__file__).parent.glob("table_*cases.yaml"))
    for case in YAML(typ="safe").load(path.read_text("utf-8"))
]


def told(one: Statement) -> str:
    """Return name, kind, figure, role and years as the cases write them."""
    bound = "" if one.comparator.value == "eq" else one.comparator.value
    name = (
        f"{one.indicator or one.head}{'@' if one.scope and one.indicator else ''}{one.scope if one.indicator else ''}"
    )
    return f"{name} {one.kind.value} {bound}{one.literal}{one.unit} {one.role.value} {one.years}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_table_states(case: dict[str, Any]) -> None:
    """Each cell that is understood is one statement; without `facts` the table is one not understood."""
    table = grid(*case["rows"].strip("\n").split("\n"))
    caption = text(case.get("caption", table.caption.printed))
    found = book(replace(table, caption=caption, note=text(case["note"]) if "note" in case else None))
    assert [told(one) for one in found.statements if one.source.value == "table"] == case.get("facts", [])
    assert bool(found.unread) == ("facts" not in case)


def test_a_fall_is_shown_without_its_sign() -> None:
    """-[13.5]: the place of the figure is the number alone."""
    found = book(grid("指标 | 2020年 | 年均/累计", "能源消耗降低（%） | — | -[13.5]")).statements
    assert [(one.span.text, one.falls, one.literal) for one in found] == [("13.5", True, "13.5")]


@pytest.mark.parametrize("head", ["〔累计〕", "累计变化", "较2020年变化", "年均增速[累计]"])
def test_a_change_without_a_sign_goes_where_the_row_goes(head: str) -> None:
    """〔11.1%〕 beside 36 and 32 is a fall, beside 32 and 36 a rise."""
    down, up = "PM2.5浓度（微克/立方米） | 36 | 32 | 〔11.1%〕", "臭氧浓度（微克/立方米） | 32 | 36 | 〔12.5%〕"
    found = book(grid(f"指标 | 2020年 | 2025年 | {head}", down, up)).statements
    assert [one.falls for one in found if one.kind.is_change] == [True, False]


def test_what_is_added_is_compared_with_no_year() -> None:
    """新增150 beside 500 and 600: some may have gone, so that it need not be the difference."""
    found = book(grid("指标 | 2020年 | 2025年 | “十四五”新增 | “十四五”增加", "床位（张） | 500 | 600 | 150 | 100"))
    assert [(one.literal, one.base_year) for one in found.statements[2:]] == [("150", None), ("100", 2020)]


def test_projects_keep_their_tier() -> None:
    """What 市级 and 县级福利中心 cost in all are two things."""
    rows = ("市级福利中心 | 500 | 300", "县级福利中心 | 400 | 100")
    found = book(grid("项目名称 | 总投资（万元） | 2023年（万元）", *rows)).statements
    assert [one.scope or one.tier for one in found] == ["市级福利中心", "市级", "县级福利中心", "县级"]
