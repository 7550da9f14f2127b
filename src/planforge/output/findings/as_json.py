"""The JSON contract of `planforge lint`: {"version": 1, "findings": […], "summary": {…}}; additive changes only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.lint.finding import Finding, Fix, Severity
from planforge.lint.report import Report
from planforge.output.places import place_data
from planforge.output.rows import json_of_rows

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "json"
VERSION = 1


def format_report(report: Report, style: Style) -> str:
    """Return the report as one JSON object."""
    data = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {severity.value: report.count(severity) for severity in Severity} | {"files": len(report.files)},
    }
    return json_of_rows(data, style.ascii_only)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **place_data(finding.place),
        "related": [place_data(related.place) | {"message": related.message} for related in finding.related],
        "indicator": finding.indicator,
        "fix": _fix(finding.fix),
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [place_data(edit.span.place) | {"replacement": edit.replacement} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}
