"""PF466: （以下简称……） stands twice for one abbreviation."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._abbreviations import Definition, definitions
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF466",
    slug="abbreviation-defined-twice",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一简称注明了两次",
    why="简称注明一次即可，后文直接用；注明两次，读者会去找两者的差别。",
    bad="""\
- text: |
    东港高新技术产业开发区（以下简称“东港高新区”）扩区。
- text: |
    东港高新技术产业开发区（以下简称“东港高新区”）加快建设。
""",
    good="""\
- text: |
    东港高新技术产业开发区（以下简称“东港高新区”）扩区。
- text: |
    东港高新区加快建设。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at each further definition of an abbreviation."""
    sheet = subject.prose.words if subject.plan else None
    first: dict[str, Definition] = {}
    for definition in definitions(sheet) if sheet else ():
        earlier = first.setdefault(definition.marked, definition)
        if earlier is definition or sheet is None:
            continue
        message = f"“{definition.short}”前面已经注明是简称，这里不必再注"
        here, there = (sheet.span(one.start, one.end) for one in (definition, earlier))
        yield RULE.finding(here, message, related=((there, "第一次注明"),))
