"""`planforge diff` as its user meets it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.program import planforge

ROOT = Path(__file__).resolve().parents[2]


def _diff(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return planforge("diff", *arguments, cwd=cwd)


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


def test_the_plan_of_the_next_period_is_no_version(tmp_path: Path) -> None:
    """The user learns why all targets are called postponed, and which command tells what became of them."""
    for name, period, year in (("旧", "十三五", 2020), ("新", "十四五", 2025)):
        text = f"某市“{period}”规划\n一、目标\n到{year}年，高新技术企业达到{year}家。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = _diff("旧.txt", "新.txt", cwd=tmp_path)
    assert "规划期不同（2016—2020年、2021—2025年）" in done.stderr
    assert "facts 新版 --compare 旧版" in done.stderr
    assert _diff("旧.txt", "旧.txt", cwd=tmp_path).stderr == ""


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


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=drafter", "-c", "user.email=drafter@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits: the second lowers a target."""
    plan = _edited(tmp_path, "nothing", "nothing")
    _git(tmp_path, "init", "-q")
    for old, new in (("4000以上", "4000以上"), ("4000以上", "3800以上")):
        ledger = plan / "indicators.yaml"
        ledger.write_text(ledger.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        _git(tmp_path, "add", "-A")
        _git(tmp_path, "commit", "-qm", "draft")
    return tmp_path


@pytest.mark.parametrize(
    "arguments", [("HEAD~1", "HEAD", "--", "plan"), ("HEAD~1", "plan"), ("HEAD~1", "plan/plan.yaml")]
)
def test_git_revisions(arguments: tuple[str, ...], repository: Path) -> None:
    """Two revisions of a path, or a revision and the files as they are; places name the revision."""
    done = _diff(*arguments, cwd=repository)
    assert done.returncode == 1
    assert "4000家以上 → 3800家以上" in done.stdout
    assert "HEAD~1:plan/indicators.yaml:" in done.stdout


def test_a_deleted_plan_can_still_be_compared(repository: Path) -> None:
    """The path need not exist any more."""
    shutil.rmtree(repository / "plan")
    assert _diff("HEAD~1", "HEAD", "--", "plan", cwd=repository).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("HEAD~7", "HEAD", "--", "plan"), "没有版本“HEAD~7”"),
        (("--", "--output=x", "HEAD", "plan"), "没有版本“--output=x”"),
        (("HEAD~1", "HEAD", "--", "plans"), "找不到“HEAD~1:plans”"),
        (("HEAD~1", "HEAD", "--", "."), "“HEAD~1:.”里没有 plan.yaml"),
        (("HEAD~1", "plans"), "找不到“HEAD~1”"),
    ],
)
def test_a_revision_that_is_not_there(arguments: tuple[str, ...], message: str, repository: Path) -> None:
    """One message, exit code 2."""
    done = _diff(*arguments, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_new_and_resolved_findings(tmp_path: Path) -> None:
    """What lint says anew of the new version, and what it no longer says."""
    broken = str(_edited(tmp_path, "actual: {2025", "actual: {2024"))
    data = json.loads(_diff("examples/starter", broken, "--to", "json").stdout)
    assert {finding["code"] for finding in data["findings"]["new"]} >= {"PF008"}
    back = json.loads(_diff(broken, "examples/starter", "--to", "json").stdout)
    resolved, new = (
        [finding["fingerprint"] for finding in found]
        for found in (back["findings"]["resolved"], data["findings"]["new"])
    )
    assert resolved == new


def test_a_finding_told_of_other_figures_is_not_resolved(tmp_path: Path) -> None:
    """A target that asks for little more growth asks for still less: PF606 goes on, and nothing was put right."""
    plans = []
    for number in (230, 220):
        file = tmp_path / f"{number}.yaml"
        file.write_text(_SLOWER.replace("230", str(number)), encoding="utf-8")
        plans.append(str(file))
    data = json.loads(_diff(*plans, "--to", "json").stdout)["findings"]
    assert "PF606" in {finding["code"] for finding in data["new"]}
    assert "PF606" not in {finding["code"] for finding in data["resolved"]}


_SLOWER = """\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
stage: 征求意见稿
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
indicators:
  高新技术企业: {unit: 家, owner: 市科技局, actual: {2015: 32, 2020: 158}, target: {2025: 230以上}}
chapters:
  - heading: 发展目标
    role: 目标
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}。
"""
