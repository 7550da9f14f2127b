"""How long planforge takes to start, lint and build, as ratios to importing the libraries it uses.

Run: python benchmarks/start_up.py [runs]. Each command and its yardstick run in turn as whole processes, so that a
busy machine slows both; the medians and their ratio are printed. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLAN = "examples/panjin-145"
PROGRAM = (sys.executable, "-m", "planforge")
READING = "import typer, ruamel.yaml, jsonschema, regex"
WRITING = f"{READING}, jinja2, docx"


def _import(modules: str) -> tuple[str, ...]:
    return (sys.executable, "-c", modules)


def cases(out: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return each measured command with its yardstick."""
    build = (*PROGRAM, "build", PLAN, "-o", out, "--to")
    return {
        "--version / import typer": ((*PROGRAM, "--version"), _import("import typer")),
        "lint / import its libraries": ((*PROGRAM, "lint", PLAN), _import(READING)),
        "build DOCX / import its libraries": ((*build, "docx"), _import(WRITING)),
        "build HTML / import its libraries": ((*build, "html"), _import(f"{READING}, jinja2")),
        "build PDF / import its libraries": ((*build, "pdf"), _import(f"{READING}, jinja2, weasyprint")),
    }


def seconds(command: tuple[str, ...]) -> float:
    """Return the wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'measured / yardstick':36} {'ms':>8} {'ms':>8} {'ratio':>6}   (medians of {runs})")
    with tempfile.TemporaryDirectory() as out:
        for name, (command, yardstick) in cases(out).items():
            seconds(command)
            pairs = [(seconds(command), seconds(yardstick)) for _ in range(runs)]
            mine, theirs = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
            print(f"{name:36} {mine:8.0f} {theirs:8.0f} {mine / theirs:6.2f}")


if __name__ == "__main__":
    main()
