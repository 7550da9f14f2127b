"""Every rule on its cases: tests/rules/cases/PFnnn.yaml holds bad and good text and the expected place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.lint.engine import lint
from planforge.lint.finding import Finding
from planforge.lint.fixes import fixed_files
from planforge.lint.registry import all_rules
from planforge.lint.report import Report
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan
from tests.rules.sample import file_of, lint_text

CASES = Path(__file__).parent / "cases"


def _load() -> list[tuple[str, dict[str, Any]]]:
    reader = YAML(typ="safe")
    found = []
    for file in sorted(CASES.glob("PF*.yaml")):
        found += [(file.stem, case) for case in reader.load(file.read_text(encoding="utf-8"))]
    return found


ALL = _load()
BAD = [(code, case) for code, case in ALL if "bad" in case]
GOOD = [(code, case) for code, case in ALL if "good" in case]


def _id(value: object) -> str:
    return value if isinstance(value, str) else str(value.get("name")) if isinstance(value, dict) else ""


def _matches(report: Report, finding: Finding, expected: dict[str, Any]) -> bool:
    return (
        report.text(finding.place) == str(expected["at"])
        and finding.severity.value == expected.get("severity", finding.severity.value)
        and all(str(words) in finding.message for words in expected.get("message", []))
        and [str(words) for words in expected.get("related", [])]
        == ([report.text(other.place) for other in finding.related] if "related" in expected else [])
    )


@pytest.mark.parametrize(("code", "case"), BAD, ids=_id)
def test_bad_text_is_reported_at_its_place(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A bad case gives exactly the expected findings of its rule."""
    report = lint_text(case["bad"], tmp_path)
    findings = [finding for finding in report.findings if finding.code == code]
    told = [(finding.severity.value, report.text(finding.place), finding.message) for finding in findings]
    assert len(findings) == len(case["expect"]), told
    for expected in case["expect"]:
        assert any(_matches(report, finding, expected) for finding in findings), (expected, told)


@pytest.mark.parametrize(("code", "case"), GOOD, ids=_id)
def test_good_text_is_silent(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A good case gives no finding of its rule."""
    report = lint_text(case["good"], tmp_path)
    assert [finding.message for finding in report.findings if finding.code == code] == []


@pytest.mark.parametrize("code", list(all_rules()))
def test_every_rule_has_cases_and_true_examples(code: str, tmp_path: Path) -> None:
    """The examples in a rule's documentation do what they say, and the rule has bad and good cases."""
    rule, _ = all_rules()[code]
    assert any(of == code for of, _ in BAD), f"no bad case for {code}"
    assert any(of == code for of, _ in GOOD), f"no good case for {code}"
    assert any(finding.code == code for finding in lint_text(rule.bad, tmp_path).findings)
    good = lint_text(rule.good, tmp_path)
    assert [finding.message for finding in good.findings if finding.code == code] == []


@pytest.mark.parametrize(("code", "case"), BAD, ids=_id)
def test_fixing_twice_equals_once(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A fixed finding is gone, other text is untouched, and a second run has nothing left to fix."""
    report = lint_text(case["bad"], tmp_path)
    fixable = [finding for finding in report.findings if finding.code == code and finding.fix]
    assert bool(fixable) == bool(case.get("fixed")), "say in `fixed` what a fixable case becomes"
    if not fixable:
        return
    for changed in fixed_files(report, unsafe=True):
        changed.save()
    name, wanted = file_of(case["fixed"])
    again = lint(read_plan(*open_plan(tmp_path if name == "plan.yaml" else tmp_path / name)))
    assert (tmp_path / name).read_text(encoding="utf-8") == wanted
    assert [finding for finding in again.findings if finding.code == code and finding.fix] == []
    assert fixed_files(again, unsafe=True) == []
