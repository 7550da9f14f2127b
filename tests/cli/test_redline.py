"""`planforge diff --to docx` as its user meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.review.redline.schema import faults
from tests.unit.review.redline.tracked import W, accepted, body_of, marked

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "某市规划\n\n一、总体要求\n\n（一）目标\n\n到2025年达到230家。\n", "到2025年达到210家。"


def _diff(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(OLD.replace("到2025年达到230家。", NEW), encoding="utf-8")
    command = [sys.executable, "-m", "planforge", "diff", "old.txt", "new.txt", "--to", "docx", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=folder, env=variables)


@pytest.mark.parametrize(
    ("options", "environment", "signed"),
    [
        (("--author", "张三", "--date", "2026-11-26"), {}, ("张三", "2026-11-26T00:00:00Z")),
        (("--date", "2026-11-26T08:00:00+08:00"), {}, ("planforge", "2026-11-26T00:00:00Z")),
        ((), {"SOURCE_DATE_EPOCH": "1"}, ("planforge", "1970-01-01T00:00:01Z")),
        ((), {}, ("planforge", None)),
    ],
)
def test_it_is_signed_and_dated(
    options: tuple[str, ...], environment: dict[str, str], signed: tuple[str, str | None], tmp_path: Path
) -> None:
    """By options, by the environment, else undated: the same input gives the same bytes on any day."""
    done = _diff(tmp_path, "-o", "redline.docx", *options, **environment)
    assert done.returncode == 1, done.stderr
    data = (tmp_path / "redline.docx").read_bytes()
    assert marked(data) == ["到2025年达到[-230-]{+210+}家。"]
    assert not faults(data)
    marks = [node for node in body_of(data).iter() if node.get(f"{W}author")]
    assert {(mark.get(f"{W}author"), mark.get(f"{W}date")) for mark in marks} == {signed}


@pytest.mark.parametrize(
    ("options", "environment", "told"),
    [
        ((), {}, "要写成文件"),
        (("-o", "x.docx", "--date", "2026-13"), {}, "--date"),
        (("-o", "x.docx", "--date", "0001-01-01T00:00:00+08:00"), {}, "--date"),
        (("-o", "x.docx", "--author", "a\x01"), {}, "--author"),
        (("-o", "x.docx", "--author", ""), {}, "--author"),
        (("-o", "x.docx"), {"SOURCE_DATE_EPOCH": "today"}, "SOURCE_DATE_EPOCH"),
        (("-o", "x.json", "--to", "json", "--author", "张三"), {}, "只用于“--to docx”"),
    ],
)
def test_what_cannot_be_run_is_told_in_one_line(
    options: tuple[str, ...], environment: dict[str, str], told: str, tmp_path: Path
) -> None:
    """Exit code 2, and nothing is written."""
    done = _diff(tmp_path, *options, **environment)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("x.*"))


def test_a_word_file_with_pictures_is_a_version_too(tmp_path: Path) -> None:
    """Of its pictures the captions are read."""
    build = [sys.executable, "-m", "planforge", "build", "examples/starter", "-o", str(tmp_path), "--to", "docx"]
    subprocess.run(build, check=True, cwd=ROOT, capture_output=True)
    target = tmp_path / "redline.docx"
    command = [sys.executable, "-m", "planforge", "diff", str(tmp_path / "starter.docx"), "examples/starter"]
    done = subprocess.run([*command, "--to", "docx", "-o", str(target)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "不是规划的源文件" in done.stderr.decode()
    assert not faults(target.read_bytes())
    assert "图2　数字经济发展总体框架" in [line.text for line in accepted(target.read_bytes())]
