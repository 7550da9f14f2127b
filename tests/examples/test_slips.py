"""The mistakes of `slips.yaml`, each made in a copy of the starter example: one message, at its place, and no other."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.lint.engine import lint
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan

_HERE = Path(__file__).parent
_STARTER = _HERE.parents[1] / "examples" / "starter"
_SLIPS = YAML(typ="safe").load((_HERE / "slips.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("slip", [pytest.param(slip, id=slip["name"]) for slip in _SLIPS])
def test_a_slip_is_told_once_where_it_is(slip: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(_STARTER, folder)
    file = folder / slip["file"]
    text = file.read_text(encoding="utf-8")
    assert text.count(slip["from"]) >= 1
    file.write_text(text.replace(slip["from"], slip["to"], 1), encoding="utf-8")
    findings = lint(read_with_neighbours(*open_plan(folder))).findings
    told = [(finding.code, str(finding.place), finding.message) for finding in findings]
    assert len(told) == 1, told
    code, place, message = told[0]
    assert (code, place.endswith(f"{slip['file']}:{slip['at']}")) == (slip["told"], True), told
    assert slip["says"] in message
