"""Texts of our own whose figures agree, in the genres that planforge reads: nothing about their figures is reported.

Statistics bulletins, government work reports, outlines with an indicator table, plans with one cell a line. Notes
(info) may stand: a count in 家 here and 个 there is no contradiction.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_consistent_figures_are_left_alone(path: Path) -> None:
    """No error and no warning of the rules on figures."""
    report = lint(read_plan(*open_plan(path)), Configuration())
    serious = [one for one in report.findings if one.code.startswith(("PF2", "PF3"))]
    assert [one.message for one in serious if one.severity is not Severity.INFO] == []
