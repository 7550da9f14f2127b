"""Runs the rules over a plan and puts their findings in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from planforge.lint.configuration import Configuration
from planforge.lint.finding import Finding, Severity
from planforge.lint.registry import Rules, all_rules
from planforge.lint.rule import Need
from planforge.lint.rules.source import unused_suppression
from planforge.lint.subject import Subject
from planforge.lint.suppression import apply
from planforge.plan.load import Reading
from planforge.source.place import Place, SourceFile


@dataclass(frozen=True)
class Report:
    """What lint says of one or several plans, worst place first within each file.

    Attributes:
        findings: in the order of files, lines and columns.
        files: every file of the plans that were checked, by the name findings use.
        neighbours: the files of the plans they were compared with.
        rules: the rules there were, those of packs with them.
    """

    findings: tuple[Finding, ...]
    files: dict[str, SourceFile]
    neighbours: dict[str, SourceFile] = field(default_factory=dict)
    rules: Rules = field(default_factory=all_rules)

    def text(self, place: Place) -> str:
        """Return the user's characters at a place, those of its first line."""
        file = self.files.get(place.path) or self.neighbours.get(place.path)
        if file is None:
            return ""
        end = place.end_column - 1 if place.end_line == place.line else None
        return file.line(place.line)[place.column - 1 : end]

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def without(self, known: frozenset[str]) -> Report:
        """Return the report without the findings of a baseline, given by their fingerprints."""
        return replace(self, findings=tuple(item for item in self.findings if item.fingerprint not in known))

    def reaches(self, severity: Severity) -> bool:
        """Return whether any finding is at least this serious."""
        return any(finding.severity.rank <= severity.rank for finding in self.findings)


def lint(reading: Reading, configuration: Configuration | None = None) -> Report:
    """Check a plan that was read."""
    asked = configuration or Configuration()
    subject = Subject(reading.problems, reading.plan, reading.predecessor, reading.superior, reading.files)
    found = [finding for finding in _run(subject, asked) if not asked.ignores(finding.place.path, finding.code)]
    standing, idle = apply(found, subject.suppressions)
    if unused_suppression.RULE.code in asked.selected:
        standing += [unused_suppression.unused(suppression) for suppression in idle if suppression.reason]
    findings = _numbered(sorted((_weighed(finding, asked) for finding in standing), key=_order))
    files, neighbours = ({file.path: file for file in group} for group in (reading.files, reading.neighbour_files))
    return Report(tuple(findings), files, neighbours, asked.rules)


def merged(reports: Iterable[Report]) -> Report:
    """Return several reports as one."""
    reports = list(reports)
    findings = tuple(finding for report in reports for finding in report.findings)
    files = {path: file for report in reports for path, file in report.files.items()}
    neighbours = {path: file for report in reports for path, file in report.neighbours.items()}
    rules = {code: rule for report in reports for code, rule in report.rules.items()}
    return Report(findings, files, neighbours, rules or all_rules())


def _run(subject: Subject, asked: Configuration) -> Iterator[Finding]:
    for code, (rule, check) in asked.rules.items():
        if code in asked.selected and (rule.needs is Need.SOURCE or subject.plan is not None):
            yield from check(subject)


def _weighed(finding: Finding, asked: Configuration) -> Finding:
    """Give a finding the severity that the office has set for its rule."""
    severity = asked.severity.get(finding.code)
    return replace(finding, severity=severity) if severity else finding


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.place, finding.severity.rank, finding.code, finding.message)


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    """Number findings that would have the same fingerprint, in the order of the text."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        name = (finding.code, finding.indicator or "", finding.key)
        yield replace(finding, occurrence=seen[name])
        seen[name] += 1
