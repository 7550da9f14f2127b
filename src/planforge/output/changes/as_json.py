"""The JSON contract of `planforge diff`: {"version": 1, "changes": […], "summary": {…}}; additive changes only."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from planforge.lint.finding import Finding
from planforge.review.change import Change
from planforge.review.compare import Comparison
from planforge.source.place import Place

NAME = "json"
VERSION = 1


def format_changes(comparison: Comparison, ascii_only: bool) -> str:
    """Return the comparison as one JSON object."""
    counts = Counter(change.area.value for change in comparison.changes)
    data = {
        "version": VERSION,
        "changes": [_change(change) for change in comparison.changes],
        "findings": {
            "new": [_finding(finding) for finding in comparison.new_findings],
            "resolved": [_finding(finding) for finding in comparison.resolved],
        },
        "summary": {"total": len(comparison.changes), "weaker_targets": len(comparison.weaker()), **counts},
    }
    return json.dumps(data, ensure_ascii=ascii_only, indent=2)


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject,
        "detail": change.detail or None,
        "judgement": change.judgement.value,
        "old": change.old or None,
        "new": change.new or None,
        "old_place": _place(change.old_place),
        "new_place": _place(change.new_place),
        "fingerprint": change.fingerprint,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "place": _place(finding.place),
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"path": place.path, "line": place.line, "column": place.column} if place else None
