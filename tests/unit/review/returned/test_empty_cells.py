"""Cells that stand empty in the plan are filled from a reviewed file, however the drafter wrote the row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planforge.cli.merging import Merger
from tests.unit.review.returned.desk import PLAN, built, texts
from tests.unit.review.returned.word import Word

ROW = "东河治理 | 东城区 | 完工"


@pytest.mark.parametrize(
    ("row", "column", "filled"),
    [
        ("东河治理 | 东城区 |", 2, "东河治理 | 东城区 | 完工"),
        ("| 东河治理 | 东城区 | |", 2, "| 东河治理 | 东城区 | 完工 |"),
        ("东河治理 | | 完工", 1, "东河治理 | 东城区 | 完工"),
        ("| 东城区 | 完工", 0, "东河治理 | 东城区 | 完工"),
        ("|  | 东城区 | 完工 |", 0, "| 东河治理 | 东城区 | 完工 |"),
    ],
)
def test_an_empty_cell_is_filled(row: str, column: int, filled: str, tmp_path: Path) -> None:
    """The words stand in their cell, with a blank between them and the bars."""
    plan = tmp_path / "plan"
    shutil.copytree(PLAN, plan)
    chapter = plan / "chapters" / "01.yaml"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace(ROW, row), encoding="utf-8")
    word = Word(built(plan))
    word.do({"cell": ["东城区" if column != 1 else "东河治理", column, ROW.split(" | ")[column]]})
    reviewed = tmp_path / "a.docx"
    reviewed.write_bytes(word.save())
    Merger(plan, ["all"], False, False).run([reviewed], dry_run=False)
    assert f"      {filled}\n" in texts(plan)["chapters/01.yaml"]
