"""How long printing takes beside the bare libraries and other programs, as ratios in one run.

Run: python benchmarks/printing.py [characters] [runs]. A plan of so many characters (20,000 unless told) is made from
an example by repetition. Whole processes run in turn, byte-compiled and once before it counts: planforge, which also
checks the plan (anew, or with what it knows from the run before), WeasyPrint and python-docx given nothing but the same
paragraphs, typst and pandoc where they are installed. Behind them stand planforge's own writers, without reading and
checking. Seconds are those of the processor. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from planforge.plan.clauses import clauses
from planforge.plan.load import readable_plan
from planforge.plan.model import Plan
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.fonts import find_fonts
from planforge.render.house import House
from planforge.render.houses import find_house, find_profile
from planforge.render.page import Page
from planforge.render.pdf.fontconfig import weasyprint
from planforge.render.pdf.writer import write_pdf
from planforge.source.tree import open_plan

ROOT = Path(__file__).resolve().parents[1]
HEAD = "planforge: 1\ntitle: 某市“十四五”科技创新规划\nstage: 征求意见稿\nchapters:\n"
BARE_DOCX = """
import json, sys
from docx import Document
document = Document()
for words in json.load(open(sys.argv[1], encoding="utf-8")):
    document.add_paragraph(words)
document.save(sys.argv[2])
"""
BARE_PDF = """
import os, sys
os.environ["FONTCONFIG_FILE"] = sys.argv[3]
import weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
"""
BARE_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])
"""
TYPST_STYLE = """
#set page(paper: "a4", margin: (x: 27mm, y: 35mm))
#set text(font: ("{face}", "{face} R"), size: 16pt, lang: "zh")
#set par(leading: 12.95pt, first-line-indent: 2em, justify: true)
"""


def make_plan(folder: Path, characters: int) -> Plan:
    """Write a plan with about so many characters into `folder` and return it."""
    source = readable_plan(*open_plan(ROOT / "examples" / "panjin-145"))
    paragraphs = [one.text for one in clauses(source) if len(one.text) > 60 and "｜" not in one.text]
    body, count, chapter = [HEAD], 0, 0
    while count < characters:
        words = paragraphs[chapter % len(paragraphs)].replace("{", "（").replace("}", "）")
        body.append(f"  - heading: 第{chapter}项任务\n    body:\n      - text: |\n          {words}\n")
        count, chapter = count + len(words), chapter + 1
    (folder / "plan.yaml").write_text("".join(body), encoding="utf-8")
    return readable_plan(*open_plan(folder))


def peers(folder: Path, texts: list[str], house: House) -> dict[str, list[str]]:
    """Return the commands of the others, by name; no command for those that are not installed."""
    weasyprint()  # writes the font configuration that the bare run uses too
    config = Path("~/.cache/planforge/fontconfig/fonts.conf").expanduser()
    face = find_fonts(house).faces["body"][0]
    style = f"@font-face{{font-family:f;src:url({face.path.as_uri()})}} body{{font:16pt/28.95pt f}}"
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in texts)
    page = f'<meta charset="utf-8"><style>{style} @page{{size:A4;margin:35mm 27mm}}</style>{paragraphs}'
    (folder / "bare.html").write_text(page, encoding="utf-8")
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "plain.md").write_text("\n\n".join(texts), encoding="utf-8")
    words = "\n\n".join(re.sub(r"([#$*_`<>@\\])", r"\\\1", text) for text in texts)
    (folder / "plain.typ").write_text(TYPST_STYLE.format(face=face.name) + words, encoding="utf-8")
    typst = [sys.executable, "-c", BARE_TYPST, f"{folder}/plain.typ", f"{folder}/typst.pdf", str(face.path.parent)]
    pandoc = ["pandoc", f"{folder}/plain.md", "-o", f"{folder}/pandoc.docx"]
    return {
        "bare WeasyPrint": [sys.executable, "-c", BARE_PDF, f"{folder}/bare.html", f"{folder}/bare.pdf", str(config)],
        "bare python-docx": [sys.executable, "-c", BARE_DOCX, f"{folder}/texts.json", f"{folder}/bare.docx"],
        "typst, PDF": typst if importlib.util.find_spec("typst") else [],
        "pandoc, DOCX": pandoc if shutil.which("pandoc") else [],
    }


def measure(folder: Path, characters: int, runs: int) -> dict[str, float | None]:
    """Return the median seconds of everything, all of them in turn in each round; None for what is not installed."""
    plan = make_plan(folder, characters)
    house = find_house(plan.house)
    page = render_page(context_of(plan, lambda path: b""), house)
    program = [sys.executable, "-m", "planforge", "build", str(folder), "-o", f"{folder}/out", "--to"]
    commands = {
        "planforge, PDF, anew": [*program, "pdf", "--no-cache"],
        "planforge, DOCX, anew": [*program, "docx", "--no-cache"],
        "planforge, PDF": [*program, "pdf"],
        "planforge, DOCX": [*program, "docx"],
        **peers(folder, [one.text for one in clauses(plan)], house),
    }
    works: dict[str, Callable[[], object] | None] = {
        name: partial(_run, command, folder) if command else None for name, command in commands.items()
    }
    works |= writers(page, house, plan.page)
    return {name: statistics.median(timed(work, runs)) if work else None for name, work in works.items()}


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Return the processor's seconds of so many runs after a first one."""
    work()
    found = []
    for _ in range(runs):
        start = _seconds()
        work()
        found.append(_seconds() - start)
    return found


def _seconds() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _run(command: list[str], folder: Path) -> None:
    """Run a program as it runs where it is installed: with the byte code of the run before."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "byte code")
    subprocess.run(command, capture_output=True, check=True, env=environment)


def writers(page: Page, house: House, name: str) -> dict[str, Callable[[], object]]:
    """Return planforge's writers at work on a page that is ready."""
    profile = find_profile(house, name)
    return {
        "  its PDF writer alone": lambda: write_pdf(page, house, profile),
        "  its DOCX writer alone": lambda: write_docx(page, house, profile),
    }


def main() -> None:
    """Measure at one length and at ten times it, and print the table."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    rows = []
    for length in (characters, 10 * characters):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measure(Path(folder), length, runs))
    lengths = f"{characters:>9} {'/ bare':>7} {10 * characters:>9} {'/ bare':>7} {'growth':>7}"
    print(f"{'':24} {lengths}   (s of the processor, medians of {runs})")
    for name in rows[0]:
        print(f"{name:24} {_line(name, rows)}")


def _line(name: str, rows: list[dict[str, float | None]]) -> str:
    bare = "bare WeasyPrint" if "PDF" in name or "Weasy" in name else "bare python-docx"
    one, ten = (row[name] for row in rows)
    if one is None or ten is None:
        return "not installed"
    small, large = (seconds / (row[bare] or 1) for seconds, row in zip((one, ten), rows, strict=True))
    return f"{one:9.2f} {small:7.2f} {ten:9.2f} {large:7.2f} {ten / one:7.1f}"


if __name__ == "__main__":
    main()
