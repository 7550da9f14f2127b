"""PF311: a target falls short of the superior plan's for the same rate, share or mean over people."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import weakenings
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.across._fulfilments import target_words
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF311",
    slug="weaker-than-superior",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="目标低于上位规划的同一比率或人均目标",
    why="上位规划的比率和每千人口、预期寿命等目标，下级应当承接；低于它的应说明理由。个数、总量和金额上下级不可比，不在此列。",
    bad="""\
# superior: 到2025年，全社会研发经费占GDP比重达到3%以上。
- text: |
    到2025年，全社会研发经费占GDP比重达到2.5%。
""",
    good="""\
# superior: 到2025年，全社会研发经费占GDP比重达到3%以上。
- text: |
    到2025年，全社会研发经费占GDP比重达到3.1%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each weaker target."""
    superior = subject.superior_facts
    for found in weakenings(superior, subject.facts) if superior else ():
        side = "高" if found.sinks else "低"
        message = (
            f"“{found.own.indicator}”的目标{side}于上位规划：应不{side}于{target_words(found.superior)}，"
            f"实为{target_words(found.own)}；请改正，或说明原因和口径"
        )
        related = ((found.superior.span, "上位规划的目标"),)
        yield RULE.finding(found.own.span, message, related=related, indicator=found.own.indicator)
