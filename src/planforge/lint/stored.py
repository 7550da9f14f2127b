"""A report as plain data for the cache, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planforge.lint.finding import Finding, Fix, Related, Safety, Severity
from planforge.source.place import Place, SourceFile


def stored(finding: Finding) -> list[Any]:
    """Return a finding as lists and strings."""
    return [
        finding.code,
        finding.rule,
        finding.severity.value,
        finding.message,
        _numbers(finding.place),
        [[*_numbers(related.place), related.message] for related in finding.related],
        finding.indicator,
        finding.key,
        _stored_fix(finding.fix),
        finding.occurrence,
    ]


def restored(data: list[Any], files: Mapping[str, SourceFile]) -> Finding:
    """Return the finding that was stored.

    Args:
        data: what `stored` gave.
        files: the files of the plan, by the name findings use.

    Raises:
        ValueError, TypeError, KeyError: when the data is none of ours.
    """
    code, rule, severity, message, place, related, indicator, key, fix, occurrence = data
    return Finding(
        code,
        rule,
        Severity(severity),
        message,
        Place(*place),
        tuple(Related(Place(*numbers), words) for *numbers, words in related),
        indicator,
        key,
        _restored_fix(fix, files),
        occurrence,
    )


def _numbers(place: Place) -> list[Any]:
    return [place.path, place.line, place.column, place.end_line, place.end_column]


def _stored_fix(fix: Fix | None) -> list[Any] | None:
    if fix is None:
        return None
    splices = [[file.path, start, end, replacement] for file, start, end, replacement in fix.splices]
    return [fix.title, fix.safety.value, splices]


def _restored_fix(data: list[Any] | None, files: Mapping[str, SourceFile]) -> Fix | None:
    if data is None:
        return None
    title, safety, splices = data
    made = ((files[path], start, end, replacement) for path, start, end, replacement in splices)
    return Fix(title, Safety(safety), tuple(made))
