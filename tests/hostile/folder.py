"""The folder of a case: files written from the case's data, and what was there before and after."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import Any

from tests.hostile import materials

GOOD_PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
stage: 送审稿
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
"""


def lay_out(folder: Path, case: dict[str, Any]) -> None:
    """Make the input of a case below `folder`: `plan/` is the plan, what lies beside it must not be read.

    A case without a plan.yaml of its own gets a good one. `links` are symbolic links; `make` names functions of
    `materials` and gives their arguments.
    """
    plan = folder / "plan"
    plan.mkdir()
    (folder / "secret.yaml").write_text("heading: 机密\nbody: [{text: 机密内容}]\n", encoding="utf-8")
    for name, text in ({"plan.yaml": GOOD_PLAN} | case.get("files", {})).items():
        if text is not None:
            _write(plan / name, text)
    for name, target in case.get("links", {}).items():
        (plan / name).unlink(missing_ok=True)
        (plan / name).symlink_to(target)
    for name, arguments in case.get("make", {}).items():
        getattr(materials, name)(plan, **(arguments or {}))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def state(folder: Path) -> dict[str, str]:
    """Return what is in a folder: each path with its kind and content, links not followed."""
    found = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root, name)
            found[str(path.relative_to(folder))] = _state_of(path)
    return found


def _state_of(path: Path) -> str:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"-> {path.readlink()}"
    content = hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(mode) else ""
    return f"{stat.filemode(mode)} {content}"
