"""Tables in plain text, as extractions and typists leave them (table_cases.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.outline.text import Text
from planforge.plan.load import read_plan
from planforge.plan.model import Table
from planforge.source.tree import open_plan

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("table_cases.yaml").read_text("utf-8"))


def printed(row: tuple[Text, ...]) -> str:
    """Return a row as the cases write it."""
    return "|".join(cell.printed for cell in row)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_rows(case: dict[str, Any], tmp_path: Path) -> None:
    """The text gives one table with these rows, and every cell points at its own characters."""
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(["某区“十四五”发展规划", "一、目标", *case["text"]]), encoding="utf-8")
    plan = read_plan(*open_plan(path)).plan
    assert plan is not None
    [table] = [block for block in plan.blocks() if isinstance(block, Table)]
    assert [printed(row) for row in table.rows] == case["rows"]
    assert "head" not in case or printed(table.head) == case["head"]
    assert all(row[-1].whole.text == row[-1].printed for row in table.rows)
