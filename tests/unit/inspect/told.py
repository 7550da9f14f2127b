"""What a report tells, in a word."""

from __future__ import annotations

from planforge.inspect.outcome import Report, Status


def failed(report: Report) -> set[str]:
    """Return the clauses that do not hold."""
    return {result.clause.id for result in report.of(Status.FAIL)}
