"""PF303: targets of the predecessor that this plan says nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import Outcome
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.across._fulfilments import target_words, with_outcome
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF303",
    slug="predecessor-target-dropped",
    severity=Severity.INFO,
    since="0.1.0",
    summary="上一规划的目标在本规划里没有交代",
    why="回顾通常逐项交代上一规划目标的完成情况；没有提到的目标，读者会以为没有完成。",
    bad="""\
# predecessor: 到2020年，科技进步贡献率达到60%以上。
- text: |
    截至2020年底，产业技术研究院达到26家。
""",
    good="""\
# predecessor: 到2020年，科技进步贡献率达到60%以上。
- text: |
    截至2020年底，科技进步贡献率达到61%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names all targets without an answer."""
    dropped = [found.target for found in with_outcome(subject, Outcome.UNMENTIONED)]
    plan = subject.plan
    if not dropped or plan is None:
        return
    at = plan.predecessor or plan.title or plan.chapters[0].heading
    listed = "、".join(dict.fromkeys(f"{target.indicator}（{target_words(target)}）" for target in dropped))
    related = tuple((target.span, f"上一规划的目标：{target.indicator}") for target in dropped)
    key = "、".join(target.indicator for target in dropped)
    message = f"上一规划的目标没有交代完成情况：{listed}；请在回顾部分写明"
    yield RULE.finding(at.whole, message, related=related, key=key)
