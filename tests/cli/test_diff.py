"""`planforge diff` as its user meets it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _diff(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planforge", "diff", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)


def _edited(folder: Path, old: str, new: str) -> Path:
    plan = folder / "plan"
    shutil.copytree(ROOT / "examples" / "starter", plan)
    ledger = plan / "indicators.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return plan


def test_a_weaker_target_comes_first_and_fails(tmp_path: Path) -> None:
    """The report says weaker, with both figures and places; exit code 1."""
    done = _diff("examples/starter", str(_edited(tmp_path, "4000以上", "3800以上")))
    assert done.returncode == 1
    assert "修改（变弱）  上云企业（2030年）：4000家以上 → 3800家以上" in done.stdout
    assert done.stdout.rstrip().endswith("共 1 处变化，其中 1 处目标变弱、推迟或删去。")


def test_no_difference_is_exit_code_0() -> None:
    """The same plan."""
    done = _diff("examples/starter", "examples/starter")
    assert (done.returncode, done.stdout) == (0, "两个版本没有差别。\n")


def test_fail_on_weaker_targets_only(tmp_path: Path) -> None:
    """A stronger target passes."""
    plan = str(_edited(tmp_path, "4000以上", "4200以上"))
    assert _diff("examples/starter", plan).returncode == 1
    assert _diff("examples/starter", plan, "--fail-on", "weaker-target").returncode == 0


def test_json_and_markdown(tmp_path: Path) -> None:
    """The contract's fields; a table for merge requests."""
    plan = str(_edited(tmp_path, "4000以上", "3800以上"))
    data = json.loads(_diff("examples/starter", plan, "--to", "json").stdout)
    assert data["summary"]["weaker_targets"] == 1
    change = data["changes"][0]
    assert (change["kind"], change["judgement"]) == ("target-changed", "weaker")
    assert change["old_place"]["path"] == "examples/starter/indicators.yaml"
    assert (
        "| 目标 | 修改（**变弱**） | 上云企业（2030年） |" in _diff("examples/starter", plan, "--to", "markdown").stdout
    )
