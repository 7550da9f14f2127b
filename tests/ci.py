"""A repository with a plan, as a pipeline sees it, and the planforge that its commands find."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import program

ROOT = Path(__file__).resolve().parents[1]


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody with a name."""
    who = ("-c", "user.name=drafter", "-c", "user.email=drafter@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def planforge(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run planforge in a folder."""
    return program.planforge(*arguments, cwd=folder)


def repository(folder: Path) -> Path:
    """Make a repository with a new plan that has no finding but what is to be filled in."""
    git(folder, "init", "-q", "-b", "main")
    assert planforge(folder, "new", "规划", "--period", "2026-2030").returncode == 0
    chapter = folder / "规划" / "chapters" / "01-review.yaml"
    figures = chapter.read_text(encoding="utf-8").replace("达到{公共服务平台@2025}", "达到12个")
    chapter.write_text(figures, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


def break_a_figure(folder: Path) -> None:
    """Write another number of platforms than the ledger has."""
    chapter = folder / "规划" / "chapters" / "01-review.yaml"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("达到12个", "达到11个"), encoding="utf-8")


def run_shell(script: str, folder: Path, bin_folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step of a pipeline with bash, as the services do, with `planforge` and a pip that only takes notes."""
    bin_folder.mkdir(exist_ok=True)
    _program(bin_folder / "planforge", f'exec "{sys.executable}" -m planforge "$@"')
    _program(bin_folder / "python3", f'printf "%s\\n" "$*" >> "{bin_folder}/pip.log"')
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
