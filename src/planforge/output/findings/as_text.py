"""A report for people: by file, with the line and the place marked, and a count at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.source.place import Place

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "text"
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BEFORE, _AFTER = 24, 16
"""How many characters of the line are shown around the place: a paragraph may be one long line."""
_LONGEST = 60
"""Characters of the place itself that are shown and marked."""


def format_report(report: Report, style: Style) -> str:
    """Return the report as lines of text."""
    parts: list[str] = []
    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        parts.append(_paint(path, "1", style))
        parts += ["\n".join(_lines(finding, report, style)) for finding in findings]
    parts.append(_summary(report))
    return "\n\n".join(parts)


def _lines(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    place = finding.place
    word = _paint(_WORDS[finding.severity], _COLOURS[finding.severity], style)
    yield f"  {place.line}:{place.column}  {word}  {finding.message}  [{finding.code}]"
    yield from _frame(place, report, style)
    for related in finding.related:
        yield f"      另见 {related.place}  {related.message}"


def _frame(place: Place, report: Report, style: Style) -> Iterator[str]:
    """Show the part of the line around the place, with a mark below it."""
    file = report.files.get(place.path)
    line = file.line(place.line) if file else ""
    if not line.strip():
        return
    start, first = place.column - 1, max(0, place.column - 1 - _BEFORE)
    end = min(place.end_column - 1 if place.end_line == place.line else len(line), start + _LONGEST)
    last = min(len(line), max(end, start + 1) + _AFTER)
    first += len(line[first:start]) - len(line[first:start].lstrip())
    head, body = ("…" if first and line[:first].strip() else ""), line[start : max(end, start + 1)]
    yield f"      {head}{line[first:last]}{'…' if last < len(line) else ''}"
    gap = " " * (_width(head) + _width(line[first:start]))
    yield f"      {gap}{_paint('^' * max(1, _width(body)), '32', style)}"


def _summary(report: Report) -> str:
    counts = [f"{report.count(severity)} 个{_WORDS[severity]}" for severity in Severity if report.count(severity)]
    if not counts:
        return f"没有发现问题（检查了 {len(report.files)} 个文件）。"
    read = f"检查了 {len(report.files)} 个文件"
    return f"共 {'、'.join(counts)}（{read}）。用 planforge explain 代码 查看某条规则的说明。"


def _width(text: str) -> int:
    """Return how many columns a terminal needs for the text."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
