"""SARIF 2.1.0 of an inspection: a must-clause that fails is an error, a should-clause a warning, a stand-in a note."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from planforge import __version__
from planforge.inspect.outcome import Finding, Report, Status

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "sarif"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"must": "error", "should": "warning", "print": "note"}


def format_report(report: Report, style: Style) -> str:
    """Return one SARIF log with one run."""
    rules = [
        {
            "id": result.clause.id,
            "name": result.clause.group,
            "shortDescription": {"text": result.clause.title},
            "fullDescription": {"text": result.clause.expected},
            "defaultConfiguration": {"level": _LEVELS[result.clause.level]},
        }
        for result in report.results.values()
    ]
    places = {number: index for index, number in enumerate(report.results)}
    run = {
        "tool": {"driver": {"name": "planforge inspect", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, report, places[finding.clause.id]) for finding in _told(report)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=style.ascii_only, indent=2)


def _told(report: Report) -> Iterator[Finding]:
    for result in report.results.values():
        yield from (one for one in result.findings if one.status in (Status.FAIL, Status.STAND_IN))


def _result(finding: Finding, report: Report, index: int) -> dict[str, Any]:
    level = _LEVELS[finding.clause.level] if finding.status is Status.FAIL else "note"
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(report.path)}}
    if finding.place.paragraph is not None:
        location["region"] = {"startLine": finding.place.paragraph}
    properties = {"page": finding.place.page, "text": finding.place.text, "count": finding.count}
    return {
        "ruleId": finding.clause.id,
        "ruleIndex": index,
        "level": level,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {name: value for name, value in properties.items() if value},
    }
