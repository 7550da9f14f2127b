"""An example beside its own DOCX: nothing has changed, and what is changed afterwards is told where the plan has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planforge.lint.configuration import Configuration
from planforge.review.change import Area
from planforge.review.compare import Comparison, compare_versions
from planforge.review.printed import on_one_footing
from planforge.review.version import read_version
from tests.examples.test_findings import EXAMPLES, NAMES
from tests.word.made import built, plan_of


def _compared(old: Path, new: Path) -> Comparison:
    return compare_versions(*on_one_footing(read_version(old), read_version(new)), Configuration())


def _document(name: str, folder: Path, *, final: bool = False) -> Path:
    path = folder / f"{name}.docx"
    plan = plan_of(name)
    path.write_bytes(built(plan, plan.plan.house, plan.plan.page, final=final))
    return path


@pytest.mark.parametrize("final", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_does_not_differ_from_its_document(name: str, final: bool, tmp_path: Path) -> None:
    """Neither changes nor findings that came or went, whichever is the older."""
    comparison = _compared(EXAMPLES / name, _document(name, tmp_path, final=final))
    assert comparison.changes == ()
    assert (comparison.new_findings, comparison.resolved) == ((), ())
    if final:
        assert _compared(tmp_path / f"{name}.docx", EXAMPLES / name).changes == ()


def test_what_really_differs_is_told_where_the_plan_has_it(tmp_path: Path) -> None:
    """Targets are judged by the plan's ledger, and every place of the plan is one of its files."""
    plan = tmp_path / "starter"
    shutil.copytree(EXAMPLES / "starter", plan)
    ledger, tasks = plan / "indicators.yaml", plan / "chapters" / "04-tasks.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("4000以上", "3800以上", 1), encoding="utf-8")
    words = tasks.read_text(encoding="utf-8").replace("分行业制定改造指南", "分行业制订改造指南", 1)
    tasks.write_text(words.replace("lead: 市发展改革委", "lead: 市数据局", 1), encoding="utf-8")
    comparison = _compared(_document("starter", tmp_path), plan)
    assert [(one.old, one.new) for one in comparison.weaker()] == [("4000家以上", "3800家以上")]
    assert {one.area for one in comparison.changes} == {Area.TARGET, Area.TABLE, Area.PROSE}
    places = {one.new_place for one in comparison.changes}
    assert {Path(place.path).name for place in places if place} <= {path.name for path in plan.rglob("*.yaml")}
    lines = tasks.read_text(encoding="utf-8").splitlines()
    reworded = [one.new_place for one in comparison.changes if "制订改造指南" in one.new]
    assert ["制订改造指南" in lines[place.line - 1] for place in reworded if place] == [True]
