"""`planforge new`: a folder that lints and builds at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planforge.draft.skeleton import KINDS, Years, new_plan
from planforge.errors import PlanforgeError
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan
from tests.ci import planforge


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plan_lints_and_builds_at_once(kind: str, tmp_path: Path) -> None:
    """Nothing is wrong with it but that it is not filled in; --final knows that."""
    done = planforge(tmp_path, "new", "我的规划", "--kind", kind, "--title", "某市“十五五”科技创新规划")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(planforge(tmp_path, "lint", "我的规划", "--format", "json").stdout)["findings"]
    assert {finding["code"] for finding in found} == {"PF131"}
    assert {finding["severity"] for finding in found} == {"warning"}
    assert planforge(tmp_path, "build", "我的规划", "-o", "out", "--to", "docx,html").returncode == 0
    assert "某市“十五五”科技创新规划" in (tmp_path / "out" / "我的规划.html").read_text("utf-8").replace(
        "&#x27;", "'"
    ).replace("&#39;", "'")
    assert planforge(tmp_path, "build", "我的规划", "-o", "out", "--to", "html", "--final").returncode == 1


@pytest.mark.parametrize("title", ["科技: '创新' #规划", "- [x] {a}", "null", "{指标@2025}", '\\x41"', "2026"])
def test_a_title_is_what_was_typed(title: str, tmp_path: Path) -> None:
    """Whatever it means to YAML."""
    new_plan(tmp_path / "plan", "实施方案", title, Years(2026, 2030))
    plan = read_with_neighbours(*open_plan(tmp_path / "plan")).plan
    assert plan is not None
    assert plan.title is not None
    assert plan.title.printed == title


@pytest.mark.parametrize("kind", KINDS)
def test_every_written_year_follows_the_period(kind: str, tmp_path: Path) -> None:
    """Whatever the period: a long one, one of a single year."""
    for first, last in ((2026, 2035), (2028, 2028)):
        folder = tmp_path / f"{first}"
        new_plan(folder, kind, "", Years(first, last))
        report = lint(read_with_neighbours(*open_plan(folder)))
        assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("kind", "today", "years"),
    [
        ("专项规划", 2024, Years(2021, 2025)),
        ("专项规划", 2025, Years(2026, 2030)),
        ("专项规划", 2026, Years(2026, 2030)),
        ("行动计划", 2026, Years(2027, 2029)),
    ],
)
def test_the_usual_years(kind: str, today: int, years: Years) -> None:
    """A 专项规划 goes with the five-year plan; other kinds begin next year."""
    assert Years.coming(kind, today) == years


def test_what_is_there_is_not_touched(tmp_path: Path) -> None:
    """A folder with anything in it, or a file, is refused; an empty folder is fine."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "plan.yaml").write_text("title: 我的\n", encoding="utf-8")
    done = planforge(tmp_path, "new", "used")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有改动" in done.stderr
    assert [path.name for path in (tmp_path / "used").iterdir()] == ["plan.yaml"]
    assert planforge(tmp_path, "new", "used/plan.yaml").returncode == 2
    (tmp_path / "empty").mkdir()
    assert planforge(tmp_path, "new", "empty").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--kind", "报告"), "专项规划、行动计划、实施方案"),
        (("--period", "2026"), "起年-止年"),
        (("--period", "2030-2026"), "应不晚于"),
        (("--title", "题" * 61), "不超过60字"),
        (("--title", "一行\n两行"), "一行文字"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    """And nothing is written."""
    done = planforge(tmp_path, "new", "plan", *arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert words in done.stderr
    assert not (tmp_path / "plan").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands in the way."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PlanforgeError, match=r"无法写入|不是文件夹"):
        new_plan(tmp_path / "file" / "plan", "专项规划", "", Years(2026, 2030))
