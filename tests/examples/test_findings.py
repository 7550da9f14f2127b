"""Every example lints to exactly the findings that stand in its expected-findings.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from planforge.lint.engine import lint
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/plan.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_those_expected(name: str) -> None:
    """Code, severity, file and the words on the line agree, none missing, none too much."""
    folder = EXAMPLES / name
    report = lint(read_with_neighbours(*open_plan(folder)))
    expected = YAML(typ="safe").load((folder / "expected-findings.yaml").read_text(encoding="utf-8")) or []
    left = list(report.findings)
    missing = []
    for entry in expected:
        found = next(
            (
                finding
                for finding in left
                if (finding.code, finding.severity.value) == (entry["code"], entry["severity"])
                and finding.place.path == (folder / entry["file"]).as_posix()
                and str(entry["contains"]) in report.files[finding.place.path].line(finding.place.line)
                and all(str(words) in finding.message for words in entry.get("message", []))
            ),
            None,
        )
        if found is None:
            missing.append(entry)
        else:
            left.remove(found)
    surplus = [f"{finding.place} {finding.severity.value} {finding.code} {finding.message}" for finding in left]
    assert (missing, surplus) == ([], [])
