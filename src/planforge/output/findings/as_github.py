"""Workflow commands that GitHub Actions shows beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "github"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def format_report(report: Report, style: Style) -> str:
    """Return one command a finding."""
    return "\n".join(_command(finding) for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.place
    fields = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": f"{finding.code} {finding.rule}",
    }
    listed = ",".join(f"{name}={_escaped(str(value), field=True)}" for name, value in fields.items())
    places = "".join(f"\n另见 {related.place} {related.message}" for related in finding.related)
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(finding.message + places, field=False)}"


def _escaped(text: str, *, field: bool) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if field else escaped
