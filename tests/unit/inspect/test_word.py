"""A conforming DOCX passes; each broken variant of it is told by exactly the clause that was broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.broken import BROKEN, Break
from tests.unit.inspect.made import Made, conforming


def inspected(made: Made, folder: Path) -> Report:
    """Return what `inspect` says of a document."""
    path = folder / "made.docx"
    path.write_bytes(made.save())
    return inspect_file(path, "margins-37-35")


def failed(report: Report) -> dict[str, list[str]]:
    """Return the clauses that do not hold, with what was said."""
    return {result.clause.id: [one.message for one in result.findings] for result in report.of(Status.FAIL)}


def test_a_conforming_document_passes(tmp_path: Path) -> None:
    report = inspected(conforming(), tmp_path)
    assert failed(report) == {}
    assert not report.failed
    assert report.count(Status.HOLDS) > 70


def test_there_are_enough_variants() -> None:
    assert len({clause for clause, _ in BROKEN.values()}) >= 50


@pytest.mark.parametrize(("clause", "break_it"), BROKEN.values(), ids=BROKEN)
def test_a_broken_clause_is_named_and_no_other(clause: str, break_it: Break, tmp_path: Path) -> None:
    made = conforming()
    break_it(made)
    assert set(failed(inspected(made, tmp_path))) == {clause}
