"""Whole texts in the genres that planforge reads, marked by a reader: how much of them is read as the reader did.

The texts stand in `texts/*.txt`, their figures marked in place (`marked` says how). The floors are below what is
reached, so that one more misreading of a text passes and a habit of misreading does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.facts.book import read_facts
from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.plan.load import read_plan, readable_plan
from planforge.source.tree import open_plan
from tests.annotated.marked import read_marked
from tests.annotated.measure import measured

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
FLOORS = {
    "recall": 0.97, "precision": 0.97, "kind": 0.97, "comparator": 0.97, "role": 0.96, "time": 0.95, "base": 0.95,
    "linking": 0.82,
}  # fmt: skip


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_read_as_its_reader_read_it(path: Path, tmp_path: Path) -> None:
    """Every measure stays above its floor."""
    text, marks = read_marked(path)
    (tmp_path / path.name).write_text(text, encoding="utf-8")
    measure = measured(marks, read_facts(readable_plan(*open_plan(tmp_path / path.name))).statements)
    shares = measure.shares()
    below = {name: share for name, share in shares.items() if share < FLOORS[name]}
    assert not below, "\n".join([str(below), "missed", *measure.missed, "extra", *measure.extra, *measure.wrong])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_consistent_text_raises_no_alarm(path: Path, tmp_path: Path) -> None:
    """The figures of these texts agree; neither an error nor a warning may say otherwise."""
    (tmp_path / path.name).write_text(read_marked(path)[0], encoding="utf-8")
    findings = lint(read_plan(*open_plan(tmp_path / path.name)), Configuration()).findings
    figures = [one for one in findings if one.code.startswith(("PF2", "PF3")) and one.severity is not Severity.INFO]
    assert [f"{one.place.line} {one.code} {one.message}" for one in figures] == []


def test_the_texts_are_many_and_long() -> None:
    """The measures rest on no fewer figures than they did."""
    assert sum(len(read_marked(path)[1]) for path in TEXTS) >= 1350
