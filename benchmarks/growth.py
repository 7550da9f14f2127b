"""How the time of a plan grows with its length: each size beside a tenth (or a fifth) of it, as a ratio.

Run: python benchmarks/growth.py. A ratio near that of the sizes means linear work. What the program needs to start is
measured on an empty plan and taken off. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-m", "planforge")
HEAD = "planforge: 1\ntitle: 某市规划\nperiod: {from: 2021, to: 2025, baseline: 2020}\n"
SENTENCE = "完善第{0}项政策，到2025年第{0}类企业由{1}家增长到{2}家，增长{3}%。"


def ledger(size: int) -> str:
    """Return a plan with `size` indicators, a table of them and prose that refers to every tenth."""
    names = [f"第{number}类企业" for number in range(size)]
    entry = "  {}: {{unit: 家, actual: {{2020: {}}}, target: {{2025: {}}}}}"
    lines = [entry.format(name, number + 9, number + 30) for number, name in enumerate(names)]
    words = "".join(f"{name}达到{{{name}@2025}}。" for name in names[::10])
    indicators = "indicators:\n" + "\n".join(lines) + "\n" if lines else ""
    table = "      - table: 指标\n        columns: [指标, 2020, 2025]\n" if lines else ""
    chapter = f"chapters:\n  - heading: 目标\n    body:\n      - text: |\n          {words}正文。\n"
    return HEAD + indicators + chapter + table


def prose(size: int) -> str:
    """Return a plan with `size` paragraphs with figures, fifty a chapter."""
    parts = [HEAD, "chapters:\n"]
    for number in range(max(size, 1)):
        if number % 50 == 0:
            parts.append(f"  - heading: 第{number}方面任务\n    body:\n")
        words = SENTENCE.format(number, 100 + number, 200 + number, number % 90 + 1) if size else "正文。"
        parts.append(f"      - text: |\n          {words}\n")
    return "".join(parts)


def seconds(text: str, command: str) -> float:
    """Return the processor's time of one run of a command on a plan."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.yaml").write_text(text, encoding="utf-8")
        options = ("-o", f"{folder}/out", "--to", "docx,html") if command == "build" else ()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run((*PROGRAM, command, folder, *options), cwd=ROOT, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime


def main() -> None:
    """Measure and print the table."""
    cases: tuple[tuple[str, Callable[[int], str], int, int], ...] = (
        ("indicators", ledger, 1000, 5000),
        ("paragraphs", prose, 300, 3000),
    )
    print(f"{'what':12} {'command':8} {'small':>6} {'s':>7} {'large':>6} {'s':>7} {'sizes':>6} {'times':>6}")
    for name, plan, small, large in cases:
        for command in ("lint", "facts", "build"):
            idle = seconds(plan(0), command)
            short, long = (seconds(plan(size), command) - idle for size in (small, large))
            ratio = long / short if short > 0 else float("nan")
            sizes = f"{small:6} {short:7.2f} {large:6} {long:7.2f} {large / small:6.1f}"
            print(f"{name:12} {command:8} {sizes} {ratio:6.1f}", flush=True)


if __name__ == "__main__":
    main()
