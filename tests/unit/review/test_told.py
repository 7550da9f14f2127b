"""What a comparison says of an edit, word for word: places, marks, settings, footnotes, fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planforge.output.changes.words import sentence
from planforge.plan.load import readable_plan
from planforge.plan.model import Plan
from planforge.review.compare import compare
from planforge.source.tree import open_plan
from planforge.tables import read_table

PLAN = Path(__file__).with_name("told.plan.yaml").read_text(encoding="utf-8")
CASES = read_table(Path(__file__).with_name("told.yaml"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["says"][0] for case in CASES])
def test_an_edit_is_told_in_these_words(case: dict[str, Any], tmp_path: Path) -> None:
    """The sentences of the case, and no others."""
    changes = compare(_read(PLAN, tmp_path / "old"), _read(_edited(case), tmp_path / "new")).changes
    assert [sentence(change) for change in changes] == case["says"]
    assert all(change.old_place and change.new_place for change in changes)


def _edited(case: dict[str, Any]) -> str:
    if "swap" not in case:
        assert PLAN.count(case["old"]) == 1
        return PLAN.replace(case["old"], case["new"])
    first, second, end = (PLAN.index(words) for words in case["swap"])
    return PLAN[:first] + PLAN[second:end] + PLAN[first:second] + PLAN[end:]


def _read(text: str, folder: Path) -> Plan:
    folder.mkdir()
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    (folder / "a.png").write_bytes(b"")
    (folder / "b.png").write_bytes(b"")
    return readable_plan(*open_plan(folder))
