"""The JSON contract of `planforge inspect`: {"version": 1, "file": …, "clauses": […], "summary": {…}}."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planforge.inspect.outcome import Finding, Report, Result, Status

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "json"
VERSION = 1


def format_report(report: Report, style: Style) -> str:
    """Return the report as one JSON object."""
    data = {
        "version": VERSION,
        "file": report.path,
        "kind": report.kind,
        "page": report.page,
        "pages": report.pages,
        "clauses": [_clause(result) for result in report.results.values()],
        "summary": {status.value: report.count(status) for status in Status}
        | {"must-failed": len(report.of(Status.FAIL, "must"))},
    }
    return json.dumps(data, ensure_ascii=style.ascii_only, indent=2)


def _clause(result: Result) -> dict[str, Any]:
    clause = result.clause
    return {
        "clause": clause.id,
        "title": clause.title,
        "level": clause.level,
        "group": clause.group,
        "status": result.status.value,
        "expected": clause.expected,
        "tolerance": clause.tolerance or None,
        "measured": result.measured or None,
        "measures": result.measures,
        "reason": result.reason or None,
        "findings": [_finding(finding) for finding in result.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "status": finding.status.value,
        "message": finding.message,
        "expected": finding.expected,
        "measured": finding.measured,
        "page": finding.place.page,
        "paragraph": finding.place.paragraph,
        "text": finding.place.text or None,
        "count": finding.count,
        "because": finding.because or None,
    }
