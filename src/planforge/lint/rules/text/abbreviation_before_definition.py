"""PF465: an abbreviation is used in a paragraph before the one that defines it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._abbreviations import Definition, definitions
from planforge.lint.sheet import Part, Sheet
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF465",
    slug="abbreviation-before-definition",
    severity=Severity.INFO,
    since="0.1.0",
    summary="简称在注明“以下简称”之前就用了",
    why="简称第一次出现时注明全称，读者才知道说的是谁。",
    bad="""\
- text: |
    支持东港高新区扩区。
- text: |
    某省东港高新技术产业开发区（以下简称“东港高新区”）加快建设。
""",
    good="""\
- text: |
    某省东港高新技术产业开发区（以下简称“东港高新区”）加快建设。
- text: |
    支持东港高新区扩区。
""",
    needs=Need.PLAN,
)

_SHORTEST = 4
"""Shorter abbreviations are often words of their own (高新区, 规划)."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the first use of each abbreviation that is defined later."""
    sheet = subject.prose.words if subject.plan else None
    told: set[str] = set()
    for definition in definitions(sheet) if sheet else ():
        if definition.short in told or sheet is None:
            continue
        told.add(definition.short)
        at = _first_use(sheet, definition)
        if at is not None:
            shown = definition.marked
            message = f"“{shown}”到后文才注明是简称，请把“以下简称”移到第一次出现处"
            here, there = (sheet.span(at, at + len(shown)), sheet.span(definition.start, definition.end))
            yield RULE.finding(here, message, related=((there, "在这里注明"),))


def _first_use(sheet: Sheet, definition: Definition) -> int | None:
    """Return where running text uses the abbreviation first, before its definition and not within the full name."""
    if len(definition.short) < _SHORTEST:
        return None
    inside = definition.full.find(definition.short)
    at = sheet.text.find(definition.marked)
    while 0 <= at < definition.start:
        full = inside >= 0 and sheet.text.startswith(definition.full, max(0, at - inside))
        same = sheet.stretch(at) is sheet.stretch(definition.start)
        if sheet.stretch(at).part is Part.BODY and not full and not same:
            return at
        at = sheet.text.find(definition.marked, at + 1)
    return None
