"""What a reader of the redline sees: only what changed is marked, whole figures, whole words, moves as moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.review.redline.document import redline
from tests.unit.review.redline.test_redline import side
from tests.unit.review.redline.tracked import marked

_DATA: dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("marks.yaml"))
PLAN: str = _DATA["plan"]
CASES: dict[str, dict[str, Any]] = _DATA["cases"]


@pytest.mark.parametrize("name", CASES)
def test_only_what_changed_is_marked(name: str, tmp_path: Path) -> None:
    """The marks of one edit."""
    case = CASES[name]
    assert PLAN.count(case["old"]) == 1
    assert _marks(PLAN, PLAN.replace(case["old"], case["new"]), tmp_path) == case["seen"]


def test_a_moved_section_is_moved(tmp_path: Path) -> None:
    """The shorter of two that changed places; in the headings only the numbers changed."""
    section = CASES["section"]["old"]
    moved = PLAN.replace(section, "").replace("      - box", f"{section}      - box")
    assert _marks(PLAN, moved, tmp_path) == [
        "-（->{+一+}-）建设平台->-¶->",
        "-建设一批高水平创新平台，提高资源共享水平。->-¶->",
        "（[-一-]{+二+}）培育主体",
        "<-（-[-二-]<-）建设平台-<-¶-",
        "<-建设一批高水平创新平台，提高资源共享水平。-<-¶-",
    ]


def _marks(old: str, new: str, folder: Path) -> list[str]:
    for name, text in (("old", old), ("new", new)):
        (folder / name).mkdir()
        (folder / name / "plan.yaml").write_text(text, encoding="utf-8")
    return marked(redline(side(folder / "old"), side(folder / "new"), "甲"))
