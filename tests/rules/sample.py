"""A rule's example or case as a plan folder, and what lint says of it."""

from __future__ import annotations

import re
import textwrap
from functools import partial
from pathlib import Path

from planforge.lint.engine import lint
from planforge.lint.report import Report
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan

_FRAME = """\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: “十三五”时期发展回顾
    role: [回顾]
    body:
"""
_ENCODING = "# encoding: "
_NEIGHBOUR = re.compile(r"# (?P<kind>predecessor|superior): (?P<text>.*)\n")
_DOCUMENT = re.compile(r"# document: (?P<name>\S+)\n")
_NEIGHBOUR_TEXT = "{title}\n一、发展目标\n{text}\n"
_TITLES = {"predecessor": "某市“十三五”科技创新规划", "superior": "某省“十四五”科技创新规划"}


def whole_plan(snippet: str) -> str:
    """Return a snippet as a whole plan: blocks are put into a chapter that looks back (role 回顾)."""
    if snippet.startswith(("- ", "#")) and not snippet.startswith(_ENCODING):
        return _FRAME + textwrap.indent(snippet, "      ")
    return snippet


def file_of(text: str) -> tuple[str, str]:
    """Return the name of the file that a snippet is written to, and what stands in it."""
    document = _DOCUMENT.match(text)
    return (document["name"], text[document.end() :]) if document else ("plan.yaml", whole_plan(text))


def lint_text(text: str, folder: Path) -> Report:
    """Lint a snippet.

    A first line `# encoding: gb18030` says how the file is to be saved; `# predecessor: …` and `# superior: …` give
    the goals of another plan to compare with. A first line `# document: 规划.txt` makes the rest a file of that name.
    """
    name, words = file_of(text)
    if name != "plan.yaml":
        (folder / name).write_text(words, encoding="utf-8")
        return lint(read_with_neighbours(*open_plan(folder / name)))
    neighbours: dict[str, Path] = {}
    for match in _NEIGHBOUR.finditer(text):
        other = folder / f"{match['kind']}.txt"
        other.write_text(_NEIGHBOUR_TEXT.format(title=_TITLES[match["kind"]], text=match["text"]), encoding="utf-8")
        neighbours[match["kind"]] = other
    predecessor, superior = neighbours.get("predecessor"), neighbours.get("superior")
    read = partial(read_with_neighbours, predecessor=predecessor, superior=superior)
    text = _NEIGHBOUR.sub("", text)
    first = text.partition("\n")[0]
    encoding = first.removeprefix(_ENCODING).strip() if first.startswith(_ENCODING) else "utf-8"
    (folder / "plan.yaml").write_bytes(whole_plan(text).encode(encoding))
    return lint(read(*open_plan(folder)))
