"""`Report`: what lint says. Light to load: a report from the cache needs neither the rules nor the readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.records import cached_property, record
from planforge.source.place import Place, SourceFile

if TYPE_CHECKING:
    from planforge.lint.registry import Rules


@record(frozen=True)
class RuleBook:
    """Gives the rules of a configuration; in another process, or for a report from the cache, it reads them anew.

    Attributes:
        file: the file of the configuration; None for planforge's own rules.
        known: the rules, where they are loaded.
    """

    file: Path | None = None
    known: Rules | None = field(default=None, compare=False, repr=False)

    def __call__(self) -> Rules:
        """Return the rules by code."""
        if self.known is not None:
            return self.known
        from planforge.lint.configuration import configuration_of
        from planforge.lint.settings import Settings, find_settings

        return configuration_of(find_settings(self.file) if self.file else Settings()).rules

    def __reduce__(self) -> tuple[type[RuleBook], tuple[Path | None]]:
        return (RuleBook, (self.file,))


@record(frozen=True)
class Report:
    """What lint says of one or several plans, worst place first within each file.

    Attributes:
        findings: in the order of files, lines and columns.
        files: every file of the plans that were checked, by the name findings use.
        neighbours: the files of the plans they were compared with.
        rule_books: return the rules there were, those of packs with them; asked only when a format shows them.
    """

    findings: tuple[Finding, ...]
    files: dict[str, SourceFile]
    neighbours: dict[str, SourceFile] = field(default_factory=dict)
    rule_books: tuple[RuleBook, ...] = (RuleBook(),)

    @cached_property
    def rules(self) -> Rules:
        """The rules there were, by code."""
        return {code: rule for book in self.rule_books for code, rule in book().items()}

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

    def beyond(self, known: Mapping[str, Sequence[str]]) -> Report:
        """Return the report without as many findings of each fingerprint as a baseline knows.

        Args:
            known: the paths of the known findings by fingerprint, one path a finding. Two plans may have the same
                finding: the known ones are first looked for where they were, then anywhere, since text moves.
        """
        left = {fingerprint: Counter(paths) for fingerprint, paths in known.items()}
        there = {item for item in self.findings if _taken(left.get(item.fingerprint), item.place.path)}
        rest = [item for item in self.findings if item not in there]
        new = [item for item in rest if not _taken_anywhere(left.get(item.fingerprint))]
        return replace(self, findings=tuple(new))

    def reaches(self, severity: Severity) -> bool:
        """Return whether any finding is at least this serious."""
        return any(finding.severity.rank <= severity.rank for finding in self.findings)


def _taken(paths: Counter[str] | None, path: str) -> bool:
    """Take one of the findings that are known at a path; return whether there was one."""
    if not paths or paths[path] <= 0:
        return False
    paths[path] -= 1
    return True


def _taken_anywhere(paths: Counter[str] | None) -> bool:
    return paths is not None and any(_taken(paths, path) for path in list(paths))


def merged(reports: Iterable[Report]) -> Report:
    """Return several reports as one."""
    reports = list(reports)
    findings = tuple(finding for report in reports for finding in report.findings)
    files = {path: file for report in reports for path, file in report.files.items()}
    neighbours = {path: file for report in reports for path, file in report.neighbours.items()}
    books = tuple(dict.fromkeys(book for report in reports for book in report.rule_books))
    return Report(findings, files, neighbours, books or (RuleBook(),))
