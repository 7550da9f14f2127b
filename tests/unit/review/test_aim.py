"""Which way a target is to go is told by its words, where no ledger says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.plan.load import readable_plan
from planforge.review.change import Area
from planforge.review.figures import figure_changes
from planforge.source.tree import open_plan
from planforge.tables import read_table

CASES = read_table(Path(__file__).with_name("judgements.yaml"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["new"])
def test_judgement_by_the_words(case: dict[str, str], tmp_path: Path) -> None:
    """A ceiling that rises, a fall that is less deep and a lower end that sinks make a target weaker."""
    plans = []
    for name in ("old", "new"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"某市“十四五”规划\n\n一、目标\n\n{case[name]}\n", encoding="utf-8")
        plans.append(readable_plan(*open_plan(path)))
    changes = [one for one in figure_changes(*plans) if one.area is Area.TARGET]
    assert [one.judgement.value for one in changes] == [case["is"]]
