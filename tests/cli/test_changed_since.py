"""`planforge lint --changed-since`: what a change touches or breaks, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.program import planforge

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PLAN = """\
planforge: 1
title: 某市规划
chapters:
  - heading: 任务
    body:
      - text: |
          见{表:没有}。

          建设平台100家。
"""


def _lint(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return planforge("lint", *arguments, cwd=folder, given=given)


def _found(folder: Path, *arguments: str, since: str = "HEAD") -> list[dict[str, Any]]:
    done = _lint(folder, *(arguments or (".",)), "--changed-since", since, "--format", "json")
    assert done.stderr == ""
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=drafter", "-c", "user.email=drafter@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a plan that has an old finding, in a folder of its own."""
    (tmp_path / "规划").mkdir()
    (tmp_path / "规划" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def _change(repository: Path, old: str, new: str) -> None:
    file = repository / "规划" / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_old_findings_are_not_told(repository: Path) -> None:
    """Nor when their lines move, or another line changes."""
    assert _lint(repository, ".").returncode == 1
    _change(repository, "title: ", "# 说明\n\ntitle: ")
    _change(repository, "100家", "120家")
    done = _lint(repository, ".", "--changed-since", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_new_finding_is_told_alone(repository: Path) -> None:
    """What the change breaks, in whatever line."""
    _change(repository, "100家。", "100家，见{专栏:没有}。")
    assert [found["message"] for found in _found(repository)] == ["没有名为“没有”的专栏；规划里没有专栏"]


def test_an_old_finding_in_a_changed_line_is_told(repository: Path) -> None:
    """Who touches the sentence can mend it."""
    _change(repository, "见{表:没有}。", "请见{表:没有}。")
    assert [found["line"] for found in _found(repository)] == [7]


def test_a_figure_broken_from_afar_is_told(tmp_path: Path) -> None:
    """The ledger changes; the sentence that now disagrees stands in a file that does not."""
    shutil.copytree(EXAMPLES / "starter", tmp_path / "plan")
    chapter, ledger = tmp_path / "plan" / "chapters" / "01-review.yaml", tmp_path / "plan" / "indicators.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("{上云企业@2025}", "1850家"), encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "first")
    assert _found(tmp_path, "plan") == []
    ledger.write_text(ledger.read_text("utf-8").replace("1850", "1580"), encoding="utf-8")
    found = [item for item in _found(tmp_path, "plan") if item["code"] == "PF207"]
    assert [item["path"] for item in found] == ["plan/chapters/01-review.yaml"]
    assert [other["path"] for other in found[0]["related"]] == ["plan/indicators.yaml"]


def test_a_new_plan_is_told_whole(repository: Path) -> None:
    """Beside an old one, not yet known to git."""
    (repository / "新规划").mkdir()
    (repository / "新规划" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert [found["path"] for found in _found(repository)] == ["新规划/plan.yaml"]
    (repository / "新规划" / "深").mkdir()
    (repository / "新规划" / "plan.yaml").rename(repository / "新规划" / "深" / "plan.yaml")
    assert [found["path"] for found in _found(repository, "新规划")] == ["新规划/深/plan.yaml"]


def test_a_plan_that_nobody_could_read_was_clean(repository: Path) -> None:
    """Its findings are new."""
    _change(repository, "title", "\0title")
    _git(repository, "commit", "-qam", "broken")
    _change(repository, "\0title", "title")
    assert len(_found(repository)) == 1


def test_standard_input_is_compared_as_well(repository: Path) -> None:
    """An editor's text against the last commit."""
    text = PLAN.replace("100家。", "100家，见{专栏:没有}。")
    name = ("-", "--stdin-filename", "规划/plan.yaml", "--changed-since", "HEAD")
    done = _lint(repository, *name, given=text)
    assert done.returncode == 1
    assert "共 1 个错误" in done.stdout


@pytest.mark.parametrize(
    ("revision", "message"),
    [("没有", "没有版本“没有”"), ("--output=x", "没有版本“--output=x”"), ("HEAD~9", "没有版本“HEAD~9”")],
)
def test_an_unknown_revision_is_one_message(revision: str, message: str, repository: Path) -> None:
    """And exit code 2; what looks like an option is none."""
    done = _lint(repository, ".", f"--changed-since={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (repository / "x").exists()


def test_without_a_repository_it_is_one_message(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = _lint(tmp_path, ".", "--changed-since", "HEAD")
    assert done.returncode == 2
    assert "不在 git 仓库里" in done.stderr


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    """A hook runs with HEAD there too; any other revision is none."""
    _git(tmp_path, "init", "-q")
    (tmp_path / "plan.yaml").write_text(
        "planforge: 1\ntitle: 某市规划\nchapters:\n  - heading: 任务\n    body:\n      - text: 见{表:没有}。\n",
        encoding="utf-8",
    )
    assert _lint(tmp_path, ".", "--changed-since", "HEAD").stdout == _lint(tmp_path, ".").stdout
    assert _lint(tmp_path, ".", "--changed-since", "HEAD~1").returncode == 2
