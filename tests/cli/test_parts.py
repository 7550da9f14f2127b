"""A chapter or a ledger by itself: in its plan for lint, alone for what compares two versions of one file."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.program import planforge

STARTER = Path(__file__).resolve().parents[2] / "examples/starter"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan to be worked on."""
    return Path(copytree(STARTER, tmp_path / "plan"))


def test_two_versions_of_a_ledger_are_compared(plan: Path, tmp_path: Path) -> None:
    """As git gives them: two files in folders of their own."""
    for name, figure in (("old", "4000以上"), ("new", "3000以上")):
        words = (plan / "indicators.yaml").read_text(encoding="utf-8").replace("4000以上", figure)
        (tmp_path / f"{name}.yaml").write_text(words, encoding="utf-8")
    done = planforge("diff", "old.yaml", "new.yaml", "--fail-on", "weaker-target", cwd=tmp_path)
    assert done.returncode == 1
    assert "上云企业（2030年）：4000家以上 → 3000家以上" in done.stdout


def test_two_versions_of_a_chapter_are_compared(plan: Path, tmp_path: Path) -> None:
    """Its words and its own figures, with their places in the file."""
    chapter = plan / "chapters/01-review.yaml"
    (tmp_path / "old.yaml").write_bytes(chapter.read_bytes())
    words = chapter.read_text(encoding="utf-8").replace("持续扩大", "不断扩大")
    (tmp_path / "new.yaml").write_text(words, encoding="utf-8")
    done = planforge("diff", "old.yaml", "new.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "“持续”→“不断”" in done.stdout


@pytest.mark.parametrize("folder", [".", "chapters"])
def test_a_chapter_is_linted_within_its_plan(plan: Path, folder: str) -> None:
    """The same is found as in the whole plan, from whatever folder."""
    part = {".": "chapters/01-review.yaml", "chapters": "01-review.yaml"}[folder]
    done = planforge("lint", part, cwd=plan / folder)
    assert done.returncode == 0
    assert "检查了 8 个文件" in done.stdout


@pytest.mark.parametrize("command", [["facts"], ["text"], ["diff", "../whole"]])
def test_what_is_half_read_is_not_listed_as_all(plan: Path, tmp_path: Path, command: list[str]) -> None:
    """A chapter that is no YAML, or is not there, would be missing without a word."""
    copytree(plan, tmp_path / "whole")
    goals = plan / "chapters/03-goals.yaml"
    goals.write_text(goals.read_text(encoding="utf-8").replace("heading: ", 'heading: "', 1), encoding="utf-8")
    done = planforge(*command, ".", cwd=plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有全部读出来" in done.stderr
    assert "03-goals.yaml" in done.stderr


def test_a_document_with_a_gap_is_told(plan: Path) -> None:
    """`build` prints what there is for the drafter to look at, and says what is missing."""
    (plan / "chapters/03-goals.yaml").unlink()
    done = planforge("build", ".", "-o", "out", "--to", "html", cwd=plan)
    assert done.returncode == 0
    assert "写出的文件缺这一部分" in done.stderr
    assert planforge("build", ".", "-o", "out", "--to", "html", "--final", cwd=plan).returncode == 1


@pytest.mark.parametrize(
    "options",
    [
        ["lint", "plan", "--format", "json", "-o", "plan/plan.yaml"],
        ["lint", "plan", "--write-baseline", "plan/indicators.yaml"],
        ["lint", "note.md", "--format", "html", "-o", "note.md"],
        ["diff", "plan", "note.md", "-o", "plan/chapters/01-review.yaml"],
        ["diff", "plan", "note.md", "-o", "note.md"],
        ["facts", "plan", "--format", "csv", "-o", "plan/plan.yaml"],
    ],
)
def test_a_plan_is_never_written_over(plan: Path, options: list[str]) -> None:
    """A slip in -o must not cost the draft."""
    folder = plan.parent
    (folder / "note.md").write_text("# 某市规划\n\n企业达到30家。\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = planforge(*options, cwd=folder)
    assert done.returncode == 2
    assert "不能写在上面" in done.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_known_findings_are_not_mended(tmp_path: Path) -> None:
    """What a baseline lets stand --fix leaves alone."""
    (tmp_path / "note.md").write_text("# 某市规划\n\n做好工作,落实责任。\n", encoding="utf-8")
    planforge("lint", "note.md", "--write-baseline", "known.json", cwd=tmp_path)
    planforge("lint", "note.md", "--baseline", "known.json", "--fix", cwd=tmp_path)
    assert "做好工作,落实责任" in (tmp_path / "note.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["lint", ".", "--unsafe"], "--fix 或 --diff"),
        (["lint", ".", "--write-baseline", "b.json", "-o", "r.txt"], "不作报告"),
        (["lint", ".", "--jobs", "a"], "“--jobs”应为不小于1的整数，实为“a”"),
        (["facts", ".", "--year", "abc"], "“--year”应为整数，实为“abc”"),
        (["inspect", "a", "b"], "多了参数“b”"),
        (["inspect", "nofile.docx"], "找不到“nofile.docx”"),
        (["formats", "nofile"], "找不到“nofile”"),
    ],
)
def test_options_that_cannot_be(plan: Path, options: list[str], said: str) -> None:
    """One Chinese sentence and exit code 2."""
    done = planforge(*options, cwd=plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_chapter_that_cannot_be_read_is_not_missing(plan: Path) -> None:
    """One mistake, one message: what the chapter holds is not asked for beside it."""
    chapter = plan / "chapters" / "05-safeguards.yaml"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("heading:", "heading：", 1), encoding="utf-8")
    found = json.loads(planforge("lint", str(plan), "--format", "json").stdout)["findings"]
    assert [finding["code"] for finding in found] == ["PF001"]
