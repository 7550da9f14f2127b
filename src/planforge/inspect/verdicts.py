"""Measures → one result a clause: equal ones together, consequences set apart, what was not measured named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planforge.inspect.clause import Clause, clauses
from planforge.inspect.outcome import Finding, Measure, Result, Status

MOST_FINDINGS = 20
"""Different findings of one clause that are told; what goes beyond is counted."""
_JUDGED = (Status.FAIL, Status.STAND_IN, Status.HOLDS, Status.INFO)
_TOLD = (Status.FAIL, Status.STAND_IN, Status.INFO)
_NOT_SEEN = "这份文件里没有能量的地方"


def results_of(measures: Iterable[Measure], kind: str, page: str, present: frozenset[str]) -> dict[str, Result]:
    """Return the result of every clause, in the order of the table.

    Args:
        measures: what the groups measured.
        kind: docx or pdf.
        page: name of the page set-up.
        present: elements the file has.
    """
    by_clause: dict[str, list[Measure]] = {number: [] for number in clauses()}
    for measure in measures:
        by_clause[measure.clause].append(measure)
    results = {number: _result(clause, by_clause[number], kind, page, present) for number, clause in clauses().items()}
    results = {number: _mirrored(result, results, page, present) for number, result in results.items()}
    return {number: _consequence(result, results) for number, result in results.items()}


def _result(clause: Clause, measures: Sequence[Measure], kind: str, page: str, present: frozenset[str]) -> Result:
    if clause.page and clause.page != page:
        return Result(clause, Status.NOT_APPLICABLE, f"只在 {clause.page} 的页面设置下适用")
    judged = [measure for measure in measures if measure.status in _JUDGED]
    if judged:
        status = min((measure.status for measure in judged), key=_JUDGED.index)
        holding = [measure for measure in judged if measure.status is Status.HOLDS]
        return Result(
            clause,
            status,
            findings=tuple(_grouped(clause, judged)),
            measures=len(judged),
            measured=holding[0].measured if holding else "",
        )
    if clause.needs not in present:
        return Result(clause, Status.NOT_APPLICABLE, f"没有{clause.element}")
    said = [measure.measured for measure in measures]
    return Result(clause, Status.NOT_MEASURABLE, clause.obstacles[kind] or next(iter(said), _NOT_SEEN))


def _grouped(clause: Clause, measures: Iterable[Measure]) -> list[Finding]:
    groups: dict[tuple[Status, str, str, tuple[str, ...]], list[Measure]] = {}
    for measure in measures:
        if measure.status in _TOLD:
            key = (measure.status, measure.expected or clause.expected, measure.measured, measure.due)
            groups.setdefault(key, []).append(measure)
    found = [
        Finding(clause, status, expected, measured, group[0].place, len(group), due=due)
        for (status, expected, measured, due), group in groups.items()
    ]
    return sorted(found, key=lambda finding: _TOLD.index(finding.status))[:MOST_FINDINGS]


def _mirrored(result: Result, results: dict[str, Result], page: str, present: frozenset[str]) -> Result:
    """Return the result of a clause that is judged with others."""
    clause = result.clause
    if not clause.same or clause.needs not in present or (clause.page and clause.page != page):
        return result
    others = [results[number] for number in clause.same]
    judged = [other for other in others if other.status in _JUDGED]
    failed = next((other for other in judged if other.status is Status.FAIL), None)
    shown = "、".join(clause.same)
    if failed is not None:
        first = failed.findings[0]
        told = Finding(clause, Status.INFO, clause.expected, first.measured, first.place, first.count, failed.clause.id)
        return Result(clause, Status.INFO, findings=(told,), measures=failed.measures)
    if not judged:
        return Result(clause, Status.NOT_MEASURABLE, others[0].reason or _NOT_SEEN)
    return Result(clause, Status.HOLDS, measures=1, measured=f"同 {shown}")


def _consequence(result: Result, results: Mapping[str, Result]) -> Result:
    """Set apart the failures of a clause that the failure of another explains; it fails by what is left."""
    findings = tuple(_explained(one, results) for one in result.findings)
    left = any(one.status is Status.FAIL for one in findings)
    status = Status.INFO if result.status is Status.FAIL and not left else result.status
    return replace(result, status=status, findings=findings)


def _explained(finding: Finding, results: Mapping[str, Result]) -> Finding:
    cause = _root(finding.because, results) if finding.because else _cause(finding, results)
    return replace(finding, status=Status.INFO, because=cause) if cause else finding


def _cause(finding: Finding, results: Mapping[str, Result]) -> str:
    """Return the clause whose failure explains a failure, "" for none."""
    causes = (*finding.due, *finding.clause.follows) if finding.status is Status.FAIL else ()
    number = next((one for one in causes if results[one].status is Status.FAIL), "")
    return _root(number, results) if number else ""


def _root(number: str, results: Mapping[str, Result]) -> str:
    """Return the clause that has to be mended: another one, when all the failures of this one come of others."""
    causes = [_cause(one, results) for one in results[number].findings if one.status is Status.FAIL]
    return causes[0] if causes and all(causes) else number
