"""planforge.toml: what it can say, and that it never ignores a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.errors import PlanforgeError
from planforge.lint.configuration import Configuration, find_configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.lint.registry import all_rules
from planforge.lint.report import Report
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan

PLAN = """\
planforge: 1
title: 某市规划
chapters:
  - heading: 任务
    body:
      - text: |
          根据某委办发[2017]69号，达到待填家。
"""


def _report(folder: Path, toml: str, name: str = "planforge.toml") -> Report:
    (folder / name).write_text(toml, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return lint(read_plan(*open_plan(folder)), find_configuration(folder))


def _codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    ("toml", "codes"),
    [
        ("", {"PF131", "PF506"}),
        ('ignore = ["PF506"]', {"PF131"}),
        ('ignore = ["cited-number-brackets"]', {"PF131"}),
        ('select = ["PF5"]', {"PF506"}),
        ('select = ["PF1", "PF5"]\nignore = ["PF131"]', {"PF506"}),
        ('[per-file-ignores]\n"plan.yaml" = ["PF1"]', {"PF506"}),
        ('[per-file-ignores]\n"chapters/*.yaml" = ["PF1"]', {"PF131", "PF506"}),
    ],
)
def test_rules_are_chosen(toml: str, codes: set[str], tmp_path: Path) -> None:
    """By code, slug or family; for all files or some."""
    assert _codes(_report(tmp_path, toml)) == codes


def test_severities_are_set(tmp_path: Path) -> None:
    """A rule of its own has the last word over its family."""
    report = _report(tmp_path, '[severity]\nPF506 = "info"\nPF5 = "error"\nPF1 = "error"\n')
    assert {finding.code: finding.severity for finding in report.findings} == {
        "PF131": Severity.ERROR,
        "PF506": Severity.INFO,
    }


def test_pyproject_is_read_as_well(tmp_path: Path) -> None:
    """[tool.planforge] of a pyproject.toml, found upward from the plan."""
    (tmp_path / "pyproject.toml").write_text('[tool.planforge]\nignore = ["PF131"]\n', encoding="utf-8")
    inner = tmp_path / "plans" / "a"
    inner.mkdir(parents=True)
    for path in (inner, inner / "plan.yaml"):
        assert set(all_rules()) - find_configuration(path).selected == {"PF131"}


def test_without_a_file_everything_is_on(tmp_path: Path) -> None:
    """The default configuration."""
    assert find_configuration(tmp_path) == Configuration()


@pytest.mark.parametrize(
    ("toml", "message", "hint"),
    [
        ('ignroe = ["PF506"]', "没有“ignroe”", "ignore"),
        ('ignore = ["PF9999"]', "“PF9999”不是规则", ""),
        ('ignore = ["cited-number-bracket"]', "不是规则", "cited-number-brackets"),
        ('ignore = "PF506"', "应为文字列表", ""),
        ('[severity]\nPF506 = "fatal"', "应为 error、warning、info，实为“fatal”", ""),
        ("fail-on = 3", "应为 error", ""),
        ("ignore = [", "不符合 TOML 写法", ""),
        ("severity = 3", "应为“规则 = 级别”", ""),
        ("per-file-ignores = 3", "应为“文件 = [规则]”", ""),
    ],
)
def test_slips_are_errors(toml: str, message: str, hint: str, tmp_path: Path) -> None:
    """Unknown keys and rules, wrong kinds and broken TOML stop the run with a suggestion."""
    with pytest.raises(PlanforgeError) as caught:
        _report(tmp_path, toml)
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")
