"""`planforge git-setup` and what git does with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import planforge

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository with an attributes file that must stay."""
    _git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    return tmp_path


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=drafter", "-c", "user.email=drafter@example.org", "-c", "commit.gpgsign=false")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return done.stdout


def _set_up(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return planforge("git-setup", *arguments, cwd=folder)


def test_it_asks_first(repository: Path) -> None:
    """Nobody to ask: nothing is written."""
    done = _set_up(repository)
    assert done.returncode == 2
    assert "*.docx diff=planforge" in done.stdout
    assert "--yes" in done.stderr
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == "*.png binary"


def test_git_shows_word_files_as_text(repository: Path) -> None:
    """After it, git diff prints the words of a DOCX that changed; a second run changes nothing."""
    assert _set_up(repository, "--yes").returncode == 0
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n*.docx diff=planforge\n"
    shutil.copytree(ROOT / "examples" / "starter", repository / "plan")
    _built(repository)
    _git(repository, "add", "-A")
    _git(repository, "commit", "-qm", "draft")
    ledger = repository / "plan" / "indicators.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("4000以上", "3800以上"), encoding="utf-8")
    _built(repository)
    shown = _git(repository, "diff", "--", "plan.docx")
    assert [line for line in shown.splitlines() if line[:1] in "+-" and "3800" in line]
    assert "没有改动" in _set_up(repository).stdout


def _built(folder: Path) -> None:
    assert planforge("build", "plan", "-o", ".", "--to", "docx", cwd=folder).returncode == 0


def test_no_repository(tmp_path: Path) -> None:
    """One message."""
    done = _set_up(tmp_path, "--yes")
    assert done.returncode == 2
    assert "不在 git 仓库里" in done.stderr
