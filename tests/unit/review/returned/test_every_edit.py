"""Whatever a reviewer does is in the plan afterwards or named in the report, and merging again does nothing."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from planforge.cli.merging import Merger
from planforge.review.returned.outcome import OPEN, Item, Kind, Outcome, Status
from tests.unit.review.returned.desk import PLAN, built, printed, read, texts
from tests.unit.review.returned.reviewer import Reviewer, unexplained
from tests.unit.review.returned.word import Word

_PANJIN = Path(__file__).resolve().parents[4] / "examples" / "panjin-145"
_CASES = [*((PLAN, seed) for seed in range(24)), *((_PANJIN, seed) for seed in range(6))]


@pytest.mark.parametrize(("plan", "seed"), _CASES, ids=[f"{plan.name}-{seed}" for plan, seed in _CASES])
def test_every_edit_is_in_the_plan_or_in_the_report(plan: Path, seed: int, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(plan, tmp_path / plan.name))
    reviewer = Reviewer(Word(built(plan)), random.Random(seed))  # noqa: S311 - the same every time
    reviewer.work(1 + seed % 6)
    file = tmp_path / "reviewed.docx"
    file.write_bytes(reviewer.word.save())
    merger = Merger(folder, ["all"], False, False)
    outcome, after = merger.run([file], dry_run=False), texts(folder)

    told = [words for item in outcome.items for words in _words(item)]
    written = "".join("".join(after.values()).split())
    assert [words for words in reviewer.told if words not in written and words not in "\n".join(told)] == []
    assert unexplained(read(file, ["all"]), printed(folder), told) == []
    assert sum(item.kind is Kind.OBJECT for item in outcome.items) == reviewer.things
    assert all(item.reason for item in outcome.items if item.status in OPEN)

    again = merger.run([file], dry_run=False)
    assert texts(folder) == after
    assert _left(again) <= _left(outcome)


def _words(item: Item) -> list[str]:
    """Return what the report says of an edit; of one that was taken over only the new words, it speaks of no others."""
    if item.status is Status.APPLIED:
        return [item.new]
    lines = f"{item.old}\n{item.new}".replace(" | ", "\n").splitlines()
    sentence = item.context.replace(item.old, item.new) if item.old else item.context
    return [item.old, item.new, item.context, item.ours, sentence, *lines]


def _left(outcome: Outcome) -> Counter[tuple[Kind, str, str]]:
    return Counter((item.kind, item.old, item.new) for item in outcome.items if item.status in OPEN)
