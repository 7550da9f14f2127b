"""SARIF 2.1.0, as code-scanning services read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from planforge import __version__
from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.source.place import Place

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "sarif"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def format_report(report: Report, style: Style) -> str:
    """Return one SARIF log with one run."""
    places = {code: index for index, code in enumerate(report.rules)}
    run = {
        "tool": {"driver": {"name": "planforge", "version": __version__, "rules": _rules(report)}},
        # columns count Unicode characters, as in the JSON contract
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=style.ascii_only, indent=2)


def _rules(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "id": rule.code,
            "name": rule.slug,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.why},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule, _ in report.rules.values()
    ]


def _result(finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.place)],
        "relatedLocations": [
            {"id": number} | _location(related.place) | {"message": {"text": related.message}}
            for number, related in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {"planforge/v1": finding.fingerprint},
    }


def _location(place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": region}}


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
