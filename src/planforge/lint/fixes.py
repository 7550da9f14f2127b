"""Makes the fixes of findings in the users' files: splices, whole files at a time, nothing where two would overlap.

A fix never changes a figure: rules about figures offer none.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from planforge.lint.finding import Finding, Safety
from planforge.lint.report import Report
from planforge.records import record
from planforge.source.decode import encode
from planforge.source.edits import Edit, apply_edits
from planforge.source.files import write_edited
from planforge.source.place import SourceFile


@record(frozen=True)
class FixedFile:
    """A file with its fixes made: the old and the new text, and how many findings that mends."""

    file: SourceFile
    text: str
    mended: int

    def diff(self) -> str:
        """Return the change as a unified diff."""
        old, new = (text.splitlines(keepends=True) for text in (self.file.text, self.text))
        return "".join(difflib.unified_diff(old, new, self.file.path, self.file.path))

    def save(self) -> None:
        """Replace the file, in the encoding it had.

        Raises:
            SourceError: when it cannot be written; the old file is then untouched.
        """
        write_edited([(Path(self.file.path), encode(self.file, self.text))])


def fixed_files(report: Report, *, unsafe: bool) -> list[FixedFile]:
    """Return every file that the fixes of a report change; a Word file is never one of them.

    Args:
        report: the findings.
        unsafe: whether fixes that may change the meaning are made as well.
    """
    found = []
    for file in report.files.values():
        if file.original is not None:  # its characters were taken out of it: written back they would be all of it
            continue
        mending = list(_compatible(_fixable(report.findings, file, unsafe=unsafe)))
        if mending:
            edits = [edit for _, edits in mending for edit in edits]
            found.append(FixedFile(file, apply_edits(file, edits), len(mending)))
    return found


def _fixable(findings: Iterable[Finding], file: SourceFile, *, unsafe: bool) -> Iterator[tuple[Finding, list[Edit]]]:
    for finding in findings:
        fix = finding.fix
        if fix is not None and (unsafe or fix.safety is Safety.SAFE):
            edits = [edit for edit in fix.edits if edit.span.file is file]
            if len(edits) == len(fix.splices):
                yield finding, edits


def _compatible(fixable: Iterable[tuple[Finding, list[Edit]]]) -> Iterator[tuple[Finding, list[Edit]]]:
    """Yield fixes in the order of the file; one that overlaps an earlier one waits for the next run."""
    taken: list[tuple[int, int]] = []
    for finding, edits in fixable:
        spans = [(edit.span.start, edit.span.end) for edit in edits]
        if not any(_overlaps(taken, *span) for span in spans):
            for span in spans:
                insort(taken, span)
            yield finding, edits


def _overlaps(taken: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether [begin, end) meets one of some stretches that are in order and meet none of one another."""
    at = bisect_left(taken, (begin, begin))
    if at and begin < taken[at - 1][1] and taken[at - 1][0] < end:
        return True
    behind = takewhile(lambda one: one[0] < end, (taken[place] for place in range(at, len(taken))))
    return any(begin < stop for _, stop in behind)
