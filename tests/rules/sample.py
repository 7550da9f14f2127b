"""A rule's example or case as a plan folder, and what lint says of it."""

from __future__ import annotations

import textwrap
from pathlib import Path

from planforge.lint.engine import Report, lint
from planforge.plan.load import read_plan
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


def whole_plan(snippet: str) -> str:
    """Return a snippet as a whole plan: blocks are put into a chapter that looks back (role 回顾)."""
    if snippet.startswith(("- ", "#")) and not snippet.startswith(_ENCODING):
        return _FRAME + textwrap.indent(snippet, "      ")
    return snippet


def lint_text(text: str, folder: Path) -> Report:
    """Lint a snippet; a first line `# encoding: gb18030` says how the file is to be saved."""
    first = text.partition("\n")[0]
    encoding = first.removeprefix(_ENCODING).strip() if first.startswith(_ENCODING) else "utf-8"
    (folder / "plan.yaml").write_bytes(whole_plan(text).encode(encoding))
    return lint(read_plan(*open_plan(folder)))
