"""Plays a scripted review: builds the plan, lets the reviewers edit, merges, and says what became of it."""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planforge.cli.build_options import choose_formats
from planforge.cli.building import Builder
from planforge.cli.merging import Merger, accepting
from planforge.ooxml.package import Package
from planforge.ooxml.revised import revised_paragraphs
from planforge.review.returned.hunks import without_number
from planforge.review.returned.outcome import Outcome
from planforge.review.returned.present import read_present
from planforge.review.returned.resolve import resolve
from planforge.source.tree import open_plan
from tests.unit.review.returned.word import Word

PLAN = Path(__file__).parent / "plan"


@dataclass(frozen=True)
class Played:
    """What became of a review, all lines of the plan that changed, and the same of the file merged once more."""

    outcome: Outcome
    diff: list[str]
    rebuilt: list[str]
    wanted: list[str]
    again: Outcome
    diff_again: list[str]


@cache
def built(plan: Path = PLAN) -> bytes:
    """Return the DOCX of a plan."""
    files = Builder.open(plan).write(choose_formats("docx"), all_of_them=True, say=lambda words: None)
    return files.written[0][1].data


def play(folder: Path, *reviews: list[dict[str, Any]], **options: Any) -> Played:
    """Play reviews of the sample plan in an empty folder.

    Options: `ours` (edits of the plan since: file, old, new), `accept`, `figures`, `soffice` (saves the file first).
    """
    plan = folder / "plan"
    shutil.copytree(PLAN, plan)
    for name, old, new in options.get("ours", ()):
        text = (plan / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (plan / name).write_text(text.replace(old, new), encoding="utf-8")
    before = texts(plan)
    paths = [_reviewed(folder / f"{number}.docx", script, options) for number, script in enumerate(reviews)]
    accept = options.get("accept", ["all"])
    merger = Merger(plan, accept, options.get("figures", False), False)
    outcome, after = merger.run(paths, dry_run=False), texts(plan)
    rebuilt = printed(plan)
    wanted = read(paths[0], accept) if len(paths) == 1 else []
    again = merger.run(paths, dry_run=False)
    return Played(outcome, changed(before, after), rebuilt, wanted, again, changed(after, texts(plan)))


def _reviewed(path: Path, script: list[dict[str, Any]], options: dict[str, Any]) -> Path:
    word = Word(built())
    for action in script:
        word.do(action)
    path.write_bytes(word.save())
    return saved_by(options["soffice"], path) if options.get("soffice") else path


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for LibreOffice's settings, made once: setting it up takes longer than saving a file."""
    return tempfile.TemporaryDirectory()


def saved_by(soffice: str, path: Path) -> Path:
    """Return the file as LibreOffice saves it."""
    profile = f"-env:UserInstallation=file://{_profile().name}"
    command = [soffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    target = path.parent / "saved"
    # the PDF writer tells this process which fonts to use; LibreOffice shall use the system's
    own = {key: value for key, value in os.environ.items() if not key.startswith("FONTCONFIG")}
    done = subprocess.run([*command, "--outdir", str(target), str(path)], capture_output=True, timeout=180, env=own)
    assert not done.returncode, done.stderr
    return target / path.name


def texts(plan: Path) -> dict[str, str]:
    """Return the files of a plan."""
    files = sorted(plan.rglob("*.yaml"))
    return {str(path.relative_to(plan)): path.read_bytes().decode() for path in files}


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the lines that changed, without indentation."""
    found = []
    for name, text in before.items():
        lines = difflib.unified_diff(text.splitlines(), after[name].splitlines(), lineterm="", n=0)
        found += [f"{one[0]} {one[1:].strip()}" for one in lines if one[:3] not in ("---", "+++") and one[0] in "+-"]
    return found


def printed(plan: Path) -> list[str]:
    """Return what a plan prints now, numbers taken away."""
    present = read_present(*open_plan(plan))
    return [without_number(line.text) for line in present.trace.lines]


def read(path: Path, accept: list[str]) -> list[str]:
    """Return what the reviewer's file reads, numbers taken away."""
    resolved = resolve(revised_paragraphs(Package(path.name, path.read_bytes())), accepting(accept))
    return [without_number(one.text) for one in resolved.paragraphs if one.text]
