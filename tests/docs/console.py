"""Runs the ```console blocks of a document as its reader would, and compares what they print.

A block whose first line names a file (```yaml my-plan/plan.yaml) is written there, as its reader would.

A line `$ command` is run in a folder that holds a copy of `examples/`, in a shell unless it is a plain call of
planforge; the lines below it are what it must print on standard output and standard error together. A line of only `…`
stands for any lines. All blocks of a document share one folder, so that a tour can go on where it left off.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.program import planforge

ROOT = Path(__file__).resolve().parents[2]
_PLAIN = re.compile(r"planforge(?: [\w/.,-]+)*")
"""A call without anything that a shell would read otherwise than as words."""
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command and the lines it must print; or, without a command, a file to write and its text."""

    command: str
    expected: tuple[str, ...]
    file: Path | None = None
    text: str = ""


def steps_of(document: Path) -> list[Step]:
    """Return the commands of a document in order; a block that names a file becomes a step that writes it."""
    steps: list[Step] = []
    for language, name, block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        if name:
            steps.append(Step("", (), Path(name), block))
        elif language == "console":
            steps += _commands(block)
    return steps


def _commands(block: str) -> Iterator[Step]:
    command = ""
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield Step(command, tuple(lines))
            command, lines = line[2:], []
        else:
            lines.append(line)
    if command:
        yield Step(command, tuple(lines))


def run(step: Step, folder: Path) -> list[str]:
    """Run a command, or write a file; return the lines it printed."""
    if step.file is not None:
        (folder / step.file).write_text(step.text, encoding="utf-8")
        return []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    if _PLAIN.fullmatch(step.command):
        arguments = step.command.split(" ")[1:]
        printed = planforge(*arguments, cwd=folder, environment=environment, together=True).stdout
    else:
        printed = _in_shell(step.command, folder, {**os.environ, **environment})
    return printed.rstrip("\n").split("\n") if printed.strip() else []


def _in_shell(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [shutil.which("bash") or "sh", "-c", command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    return done.stdout


def matches(printed: list[str], expected: tuple[str, ...]) -> bool:
    """Return whether the lines are those expected, `…` standing for any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "…":
        return any(matches(printed[start:], expected[1:]) for start in range(len(printed) + 1))
    return bool(printed) and printed[0].rstrip() == expected[0].rstrip() and matches(printed[1:], expected[1:])


def prepare(folder: Path) -> Path:
    """Return a folder with a copy of the examples."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder
