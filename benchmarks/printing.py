"""How long printing takes beside the bare libraries and other programs, as ratios in one run.

Run: python benchmarks/printing.py [characters] [runs]. A plan of so many characters (20,000 unless told) is made from
an example by repetition. Whole processes run in turn: planforge (which also checks the plan), WeasyPrint and
python-docx given nothing but the same paragraphs, typst and pandoc where they are installed. Behind them stand
planforge's own writers, without reading and checking. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
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
    """Return the commands of the others, by name; those that are not installed are left out."""
    weasyprint()  # writes the font configuration that the bare run uses too
    config = Path("~/.cache/planforge/fontconfig/fonts.conf").expanduser()
    face = find_fonts(house).faces["body"][0].path.as_uri()
    style = f"@font-face{{font-family:f;src:url({face})}} body{{font:16pt/28.95pt f}} @page{{size:A4;margin:35mm 27mm}}"
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in texts)
    (folder / "bare.html").write_text(f'<meta charset="utf-8"><style>{style}</style>{paragraphs}', encoding="utf-8")
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "plain.md").write_text("\n\n".join(texts), encoding="utf-8")
    (folder / "plain.typ").write_text("\n\n".join(words.replace("#", "") for words in texts), encoding="utf-8")
    found = {
        "bare WeasyPrint": [sys.executable, "-c", BARE_PDF, f"{folder}/bare.html", f"{folder}/bare.pdf", str(config)],
        "bare python-docx": [sys.executable, "-c", BARE_DOCX, f"{folder}/texts.json", f"{folder}/bare.docx"],
    }
    if shutil.which("typst"):
        found["typst, PDF"] = ["typst", "compile", f"{folder}/plain.typ", f"{folder}/typst.pdf"]
    if shutil.which("pandoc"):
        found["pandoc, DOCX"] = ["pandoc", f"{folder}/plain.md", "-o", f"{folder}/pandoc.docx"]
    return found


def measure(folder: Path, characters: int, runs: int) -> dict[str, float]:
    """Return the median seconds of everything, all of them in turn in each round."""
    plan = make_plan(folder, characters)
    house = find_house(plan.house)
    page = render_page(context_of(plan, lambda path: b""), house)
    program = [sys.executable, "-m", "planforge", "build", str(folder), "-o", f"{folder}/out", "--to"]
    commands = {
        "planforge, PDF": [*program, "pdf"],
        "planforge, DOCX": [*program, "docx"],
        **peers(folder, [one.text for one in clauses(plan)], house),
    }
    works: dict[str, Callable[[], object]] = {
        name: lambda command=command: subprocess.run(command, capture_output=True, check=True)
        for name, command in commands.items()
    } | writers(page, house, plan.page)
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


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
    yardsticks = {True: "bare WeasyPrint", False: "bare python-docx"}
    lengths = f"{characters:>9} {'/ bare':>7} {10 * characters:>9} {'/ bare':>7} {'growth':>7}"
    print(f"{'':24} {lengths}   (s, medians of {runs})")
    for name in rows[0]:
        bare = yardsticks["PDF" in name or "Weasy" in name]
        one, ten = (row[name] for row in rows)
        shares = [row[name] / row[bare] for row in rows]
        print(f"{name:24} {one:9.2f} {shares[0]:7.2f} {ten:9.2f} {shares[1]:7.2f} {ten / one:7.1f}")


if __name__ == "__main__":
    main()
