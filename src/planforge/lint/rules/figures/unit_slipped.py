"""PF235: the digits of another place in another unit: 出生率6.49‰ here, 6.49% there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.found import conflicts
from planforge.lint.judging.conflicts.odd_units import odd_units
from planforge.lint.judging.words import related, shown, told, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF235",
    slug="unit-slipped",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="数字相同而单位不同，疑为单位写错（6.49‰、6.49%）",
    why="把‰写成%、把亿元写成万元，数字看上去没错，大小却差了十倍、万倍。",
    bad="""\
- text: |
    2020年，全县人口出生率为6.49‰。

    2020年，全县人口出生率为6.49%。
""",
    good="""\
- text: |
    2020年，全县人口出生率为6.49‰。

    2020年，全县人口出生率为6.49‰，比上年有所下降。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for every figure in a unit that others like it do not have; PF201 tells the rest."""
    book = subject.facts
    disputed = {one.span.start for each in conflicts(book) for one in (each.first, *each.against)}
    for odd, others in odd_units(book):
        if odd.span.start not in disputed:
            message = f"“{told(odd)}”这里为{shown(odd)}，{_elsewhere(odd, others)}，疑为单位写错；请核实单位"
            yield RULE.finding(odd.span, message, related=related(others), indicator=odd.indicator, key=odd.literal)


def _elsewhere(odd: Statement, others: Sequence[Statement]) -> str:
    other = others[0]
    if other.parent is odd:
        return (
            f"所列{len(others)}项之和为{odd.literal}{other.quantity.scale}{other.quantity.raw_unit}，数字相同而单位不同"
        )
    said = f"{where(other)}“{told(other)}”为{shown(other)}"
    return f"{said}，数字相同而单位不同" if odd.literal == other.literal else f"{said}，同类比率都用{other.unit}"
