"""GitLab's Code Quality report, shown in merge requests."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "gitlab"
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def format_report(report: Report, style: Style) -> str:
    """Return the list that GitLab reads."""
    rows = [
        {
            "description": finding.message,
            "check_name": finding.code,
            "fingerprint": _fingerprint(finding),
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": finding.place.path,
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in report.findings
    ]
    return json.dumps(rows, ensure_ascii=style.ascii_only, indent=2)


def _fingerprint(finding: Finding) -> str:
    """GitLab shows one issue a fingerprint, so equal findings of two plans must not share it."""
    return hashlib.sha256(f"{finding.place.path}\x1f{finding.fingerprint}".encode("utf-8", "replace")).hexdigest()[:32]
