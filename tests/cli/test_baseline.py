"""A pipeline with known findings: only new ones stop it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.program import planforge

PLAN = """\
planforge: 1
title: 某市规划
chapters:
  - heading: 任务
    body:
      - text: |
          见{表:没有}。
"""


def _lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return planforge("lint", str(folder), *arguments)


def test_only_new_findings_stop_the_pipeline(tmp_path: Path) -> None:
    """Known findings stay known when lines move; a new one is the only one told."""
    plan, baseline = tmp_path / "plan.yaml", tmp_path / "known.json"
    plan.write_text(PLAN, encoding="utf-8")
    assert _lint(tmp_path, "--write-baseline", str(baseline)).stdout == f"已把 1 个问题写入基线 {baseline}\n"
    plan.write_text("# 上移一行\n" + PLAN, encoding="utf-8")
    assert _lint(tmp_path, "--baseline", str(baseline)).returncode == 0
    plan.write_text(PLAN + "          见{专栏:也没有}。\n", encoding="utf-8")
    done = _lint(tmp_path, "--baseline", str(baseline), "--format", "json")
    assert done.returncode == 1
    assert [finding["message"] for finding in json.loads(done.stdout)["findings"]] == [
        "没有名为“也没有”的专栏；规划里没有专栏"
    ]


def test_a_broken_baseline_is_told(tmp_path: Path) -> None:
    """A missing file, no JSON, another version."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    known = tmp_path / "known.json"
    for text, message in ((None, "读不到"), ("{", "不是 JSON"), ('{"version": 9}', "不是本版本的基线文件")):
        if text is not None:
            known.write_text(text, encoding="utf-8")
        done = _lint(tmp_path, "--baseline", str(known))
        assert done.returncode == 2
        assert message in done.stderr


def test_a_known_finding_of_one_plan_does_not_hide_that_of_another(tmp_path: Path) -> None:
    """Two plans can have the same finding; each counts."""
    baseline = tmp_path / "known.json"
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_text(PLAN, encoding="utf-8")
    clean = PLAN.replace("{表:没有}", "上文")
    (tmp_path / "b" / "plan.yaml").write_text(clean, encoding="utf-8")
    _lint(tmp_path, "--write-baseline", str(baseline))
    (tmp_path / "a" / "plan.yaml").write_text(clean, encoding="utf-8")
    (tmp_path / "b" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert _lint(tmp_path, "--baseline", str(baseline)).returncode == 0, "text that moved to another file is known"
    (tmp_path / "a" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = _lint(tmp_path, "--baseline", str(baseline), "--format", "json")
    assert [finding["path"] for finding in json.loads(done.stdout)["findings"]] == [f"{tmp_path}/b/plan.yaml"]
    assert _lint(tmp_path, "--write-baseline", str(baseline)).stdout.startswith("已把 2 个问题")
    assert _lint(tmp_path, "--baseline", str(baseline)).returncode == 0
