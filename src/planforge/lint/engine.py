"""Runs the rules over a plan and puts their findings in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from planforge.lint.configuration import Configuration
from planforge.lint.finding import Finding
from planforge.lint.report import Report
from planforge.lint.rule import Need
from planforge.lint.rules.source import unused_suppression
from planforge.lint.subject import Subject
from planforge.lint.suppression import apply
from planforge.plan.load import Reading


def lint(reading: Reading, configuration: Configuration | None = None) -> Report:
    """Check a plan that was read."""
    asked = configuration or Configuration()
    subject = Subject(
        reading.problems,
        reading.plan,
        reading.predecessor,
        reading.superior,
        reading.files,
        asked.aliases,
        asked.own_formats,
        reading.lost,
    )
    found = [finding for finding in _run(subject, asked) if not asked.ignores(finding.place.path, finding.code)]
    standing, idle = apply(found, subject.suppressions)
    if unused_suppression.RULE.code in asked.selected:
        standing += [unused_suppression.unused(suppression) for suppression in idle if suppression.reason]
    findings = _numbered(sorted((_weighed(finding, asked) for finding in standing), key=_order))
    files, neighbours = ({file.path: file for file in group} for group in (reading.files, reading.neighbour_files))
    return Report(tuple(findings), files, neighbours, (asked.rule_book,))


def _run(subject: Subject, asked: Configuration) -> Iterator[Finding]:
    for code, (rule, check) in asked.rules.items():
        if code in asked.selected and (rule.needs is Need.SOURCE or subject.plan is not None):
            yield from check(subject)


def _weighed(finding: Finding, asked: Configuration) -> Finding:
    """Give a finding the severity that the office has set for its rule."""
    severity = asked.severity.get(finding.code)
    return replace(finding, severity=severity) if severity else finding


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place  # by its parts: to compare two places takes many times as long
    where = (place.path, place.line, place.column, place.end_line, place.end_column)
    return (*where, finding.severity.rank, finding.code, finding.message)


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    """Number findings that would have the same fingerprint, in the order of the text."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        name = (finding.code, finding.indicator or "", finding.key)
        yield replace(finding, occurrence=seen[name]) if name in seen else finding
        seen[name] += 1
