"""PF469: a name one character off an abbreviation that the plan has defined."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.packs.near import near_misses
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._abbreviations import Definition, definitions
from planforge.lint.sheet import Sheet
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF469",
    slug="abbreviation-altered",
    severity=Severity.INFO,
    since="0.1.0",
    summary="简称与注明的差一个字",
    why="注明简称后全文一致；差一个字，读者会以为是另一个单位。",
    bad="""\
- text: |
    辽宁东戴河新区（以下简称“东戴河新区”）加快建设。
- text: |
    依托东戴河高新区发展信息产业。
""",
    good="""\
- text: |
    辽宁东戴河新区（以下简称“东戴河新区”）加快建设。
- text: |
    依托东戴河新区发展信息产业。
""",
    needs=Need.PLAN,
)

_SHORTEST = 5
"""A shorter name with a character changed is often another name."""

_JOINERS = frozenset("各的和与及等")
"""Words between the parts of a name: 葫芦岛各高新区 speaks of several."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each near miss of a defined abbreviation that is no defined name itself."""
    sheet = subject.prose.words if subject.plan else None
    known = list(definitions(sheet)) if sheet else []
    for definition in {one.short: one for one in known if len(one.short) >= _SHORTEST}.values():
        if sheet is not None:
            yield from _altered(sheet, definition, known)


def _altered(sheet: Sheet, definition: Definition, known: list[Definition]) -> Iterator[Finding]:
    for start, end in near_misses(sheet.lines, definition.short):
        words = sheet.text[start:end]
        named = any(words in one.full or words == one.short for one in known)
        if named or not _JOINERS.isdisjoint(set(words) - set(definition.short)):
            continue
        message = f"“{sheet.printed(start, end)}”与前面注明的简称“{definition.short}”差一个字，请核对"
        there = sheet.span(definition.start, definition.end)
        yield RULE.finding(sheet.span(start, end), message, related=((there, "在这里注明"),))
