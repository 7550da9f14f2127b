"""Tables of many layouts: what each states, or that it is listed as not understood (table_cases.yaml)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.facts.statement import Statement
from tests.unit.facts.sample import book, grid, text

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("table_cases.yaml").read_text("utf-8"))


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
