"""PF312: binding targets of the superior plan that this plan does not set."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import uncarried
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.across._fulfilments import target_words
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF312",
    slug="superior-target-not-carried",
    severity=Severity.INFO,
    since="0.1.0",
    summary="上位规划的约束性指标在本规划里没有目标",
    why="约束性指标层层分解，下级规划一般要有对应的目标；确实不由本级承担的，可以不写。",
    bad="""\
# superior: 到2025年，森林覆盖率达到42%（约束性）。
- text: |
    到2025年，城镇化率达到65%。
""",
    good="""\
# superior: 到2025年，森林覆盖率达到42%（约束性）。
- text: |
    到2025年，森林覆盖率达到43%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names all binding targets without a target of their own."""
    superior, plan = subject.superior_facts, subject.plan
    missing = uncarried(superior, subject.facts) if superior else []
    if not missing or plan is None or not (plan.superior or plan.title or plan.chapters):
        return
    at = plan.superior or plan.title or plan.chapters[0].heading
    listed = "、".join(dict.fromkeys(f"{target.indicator}（{target_words(target)}）" for target in missing))
    related = tuple((target.span, f"上位规划的约束性指标：{target.indicator}") for target in missing)
    key = "、".join(target.indicator for target in missing)
    message = f"上位规划的约束性指标在本规划里没有目标：{listed}；请补上目标，或说明由谁承担"
    yield RULE.finding(at.whole, message, related=related, key=key)
