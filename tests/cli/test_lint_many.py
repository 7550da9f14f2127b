"""`planforge lint` of many plans: folders, standard input, several processes; one report in a stable order."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document

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
"""


def _lint(*arguments: str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return planforge("lint", *arguments, cwd=cwd, given=given)


def _found(*arguments: str, cwd: Path, given: str = "") -> dict[str, Any]:
    done = _lint(*arguments, "--format", "json", cwd=cwd, given=given)
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _paths(report: dict[str, Any]) -> list[str]:
    return [finding["path"] for finding in report["findings"]]


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Three plans in a folder, one of them deep in it, one in a hidden folder beside them."""
    for name in ("b", "a", "c/deep", ".old"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "c" / "README.md").write_text("# 不是规划\n", encoding="utf-8")
    return tmp_path


def test_a_folder_of_plans_is_walked_in_order(offices: Path) -> None:
    """By name, hidden folders left out, each plan once however often it is named."""
    assert _paths(_found(".", cwd=offices)) == ["a/plan.yaml", "b/plan.yaml", "c/deep/plan.yaml"]
    assert _paths(_found("c", "a", ".", "a/plan.yaml", cwd=offices)) == [
        "c/deep/plan.yaml",
        "a/plan.yaml",
        "b/plan.yaml",
    ]


def test_a_folder_without_plans_is_told(tmp_path: Path) -> None:
    """It would be worse to call an empty folder clean."""
    done = _lint(".", cwd=tmp_path)
    assert done.returncode == 2
    assert "没有 plan.yaml" in done.stderr


@pytest.mark.parametrize(
    ("text", "arguments", "path"),
    [
        (PLAN, (), "stdin.yaml"),
        ("一、总体要求\n达到【待填】家。\n", (), "stdin.txt"),
        ("# 总体要求\n达到【待填】家。\n", ("--stdin-filename", "稿/规划.md"), "稿/规划.md"),
    ],
)
def test_standard_input_is_read_for_what_it_is(
    text: str, arguments: tuple[str, ...], path: str, tmp_path: Path
) -> None:
    """A plan's YAML, plain text, or what its name says."""
    report = _found("-", *arguments, cwd=tmp_path, given=text)
    assert _paths(report) == [path]
    assert report["summary"]["files"] == 1


def test_standard_input_stands_for_a_file_of_its_plan(tmp_path: Path) -> None:
    """An editor's unsaved chapter is checked within its plan, against the ledger on disk."""
    shutil.copytree(EXAMPLES / "starter", tmp_path / "plan")
    chapter = tmp_path / "plan" / "chapters" / "01-review.yaml"
    text = chapter.read_text(encoding="utf-8").replace("{上云企业@2025}", "1580家")
    report = _found("-", "--stdin-filename", "plan/chapters/01-review.yaml", cwd=tmp_path, given=text)
    assert [(found["code"], found["path"]) for found in report["findings"]] == [
        ("PF207", "plan/chapters/01-review.yaml")
    ]
    assert report["summary"]["files"] == _found("plan", cwd=tmp_path)["summary"]["files"] > 5


def test_a_name_for_standard_input_needs_standard_input(tmp_path: Path) -> None:
    """A slip in a script is told."""
    assert _lint(".", "--stdin-filename", "plan.yaml", cwd=tmp_path).returncode == 2


def test_any_number_of_processes_says_the_same(tmp_path: Path) -> None:
    """Byte for byte, in every format that a pipeline reads."""
    paths = [str(EXAMPLES / name) for name in ("starter", "panjin-2018", "panjin-145")]
    for form in ("json", "sarif"):
        one, two = (_lint(*paths, "--no-cache", "--format", form, "--jobs", n, cwd=tmp_path) for n in ("1", "2"))
        assert one.stdout == two.stdout
        assert one.returncode == two.returncode == 1


def test_an_error_in_another_process_is_one_sentence(offices: Path) -> None:
    """Whichever process meets it."""
    (offices / "b" / "plan.yaml").write_bytes(b"\0")
    done = _lint(".", "--jobs", "2", "--no-cache", cwd=offices)
    assert done.returncode == 2
    assert done.stderr.startswith("planforge：“b/plan.yaml”第1行有空字符")


def test_fixes_never_touch_a_word_file(tmp_path: Path) -> None:
    """What lint reads of it is not what it is; the finding stays, to be mended in Word."""
    document = Document()
    document.add_paragraph("根据某委办发[2017]69号精神，完善体系。")
    path = tmp_path / "a.docx"
    document.save(str(path))
    before = path.read_bytes()
    assert _lint("a.docx", "--diff", cwd=tmp_path).stdout == ""
    done = _lint("a.docx", "--fix", "--unsafe", "--format", "json", cwd=tmp_path)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["PF506"]
    assert path.read_bytes() == before


def test_standard_input_is_not_mended_in_place(tmp_path: Path) -> None:
    """--diff shows what would change; --fix would write over a file with what the editor has not saved."""
    text = "根据某委办发[2017]69号精神，完善体系。\n"
    (tmp_path / "a.txt").write_text("别的\n", encoding="utf-8")
    assert _lint("-", "--stdin-filename", "a.txt", "--fix", cwd=tmp_path, given=text).returncode == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "别的\n"
    assert "〔2017〕" in _lint("-", "--stdin-filename", "a.txt", "--diff", cwd=tmp_path, given=text).stdout


def test_runs_side_by_side_share_a_cache(offices: Path) -> None:
    """All say the same, whoever writes an entry first."""
    command = [sys.executable, "-m", "planforge", "lint", ".", "--format", "json"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "XDG_CACHE_HOME": str(offices / ".cache")}
    running = [subprocess.Popen(command, cwd=offices, env=environment, stdout=subprocess.PIPE) for _ in range(4)]
    told = {process.communicate()[0] for process in running}
    assert len(told) == 1
    assert b"PF008" in told.pop()
    kept = offices / ".cache" / "planforge"
    assert {path.suffix for path in (kept / "lint").rglob("*") if path.is_file()} == {".json"}
    assert len(list((kept / "expressions").iterdir())) == 1  # nothing half written is left
