"""The demo that the README starts with, on the environment that runs these tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import demo
from tools.bootstrap import debian

ROOT = Path(__file__).resolve().parents[2]


def run_demo(out: Path) -> subprocess.CompletedProcess[str]:
    """Run the demo as `make demo` does, with another output folder."""
    command = [sys.executable, "-m", "tools.demo", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_prints_findings_and_says_where_the_files_are(tmp_path: Path) -> None:
    """It ends well although the plan has errors, and shows one and the files."""
    result = run_demo(tmp_path)
    assert result.returncode == 0, result
    assert "工程技术研究中心" in result.stdout
    kinds = {"docx", "html"} if demo.pdf_trouble() else {"docx", "pdf", "html"}
    assert {file.suffix[1:] for file in tmp_path.iterdir()} == kinds
    for file in tmp_path.iterdir():
        assert file.name in result.stdout


def test_a_failing_pdf_is_a_failure_only_when_nothing_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where libraries are missing the demo goes on without PDF; where they are there it fails."""
    calls: list[tuple[str, ...]] = []

    def planforge(*arguments: str) -> int:
        calls.append(arguments)
        return 0

    monkeypatch.setattr(demo, "pdf_trouble", lambda: "没有 libpango")
    monkeypatch.setattr(demo, "planforge", planforge)
    for kind in ("docx", "html"):
        (tmp_path / f"panjin-145.{kind}").write_text("x", encoding="utf-8")
    monkeypatch.setattr(debian, "missing", lambda names: list(names))
    assert demo.main([str(tmp_path)]) == 0
    monkeypatch.setattr(debian, "missing", lambda names: [])
    assert demo.main([str(tmp_path)]) == 1
    assert {call[call.index("--to") + 1] for call in calls if call[0] == "build"} == {"docx,html"}
