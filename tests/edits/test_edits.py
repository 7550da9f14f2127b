"""Two hundred edits of the examples: each is told once, with the right kind and judgement, and nothing else is."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from planforge.plan.load import readable_plan
from planforge.plan.model import Plan
from planforge.review.compare import compare
from planforge.source.tree import open_plan
from tests.edits.ledger import ledger_edits
from tests.edits.sources import Edit, write_copy
from tests.edits.structure import structure_edits

_HOW_MANY = {"starter": 76, "panjin-2018": 92, "fuxin-145": 8, "panjin-145": 10, "huludao-145": 7, "dalian-145": 7}


@cache
def chosen(example: str) -> tuple[Edit, ...]:
    """Return edits of every sort in turn, at random places that are the same on every run."""
    by_sort: dict[str, list[Edit]] = defaultdict(list)
    for edit in (*ledger_edits(example), *structure_edits(example)):
        by_sort[edit.sort].append(edit)
    chance = random.Random(example)  # noqa: S311 - a seed, no secret
    for edits in by_sort.values():
        chance.shuffle(edits)
    found: list[Edit] = []
    while len(found) < _HOW_MANY[example] and any(by_sort.values()):
        found += [edits.pop() for edits in by_sort.values() if edits]
    return tuple(found[: _HOW_MANY[example]])


@pytest.mark.parametrize("example", _HOW_MANY)
def test_each_edit_is_told_once(example: str, tmp_path: Path) -> None:
    """The right kind, the right judgement, nothing else."""
    old = _read(write_copy(example, tmp_path / "old"))
    wrong = []
    for number, edit in enumerate(chosen(example)):
        new = _read(write_copy(example, tmp_path / str(number), edit))
        told = [(change.kind, change.judgement.value) for change in compare(old, new).changes]
        if told != [(edit.kind, edit.judgement)]:
            where = f"{edit.sort} {edit.file}:{edit.start} {edit.replacement.strip()!r}"
            wrong.append(f"{where}: {told[:6]}, not {edit.kind} {edit.judgement}")
    assert not wrong, "\n".join(wrong)


def test_there_are_two_hundred_of_all_sorts() -> None:
    """The generators find what they look for."""
    edits = [edit for example in _HOW_MANY for edit in chosen(example)]
    assert len(edits) == 200
    assert {edit.sort for edit in edits} == {
        *("value", "comparator", "actual", "year", "owner", "unit"),
        *("rename", "row", "reword", "split", "lead", "due", "remove", "move"),
    }


def _read(folder: Path) -> Plan:
    return readable_plan(*open_plan(folder))
