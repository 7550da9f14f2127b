"""PF301: the review reports less than the predecessor's target."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import Outcome
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.across._fulfilments import target_words, with_outcome
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF301",
    slug="predecessor-target-missed",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="上一规划的目标没有完成，回顾里没有说明",
    why="读者会拿上一规划的目标与本规划的回顾对照；没有完成的应说明原因，口径变了的应说明口径。",
    bad="""\
# predecessor: 到2020年，产业技术研究院达到25家。
- text: |
    截至2020年底，产业技术研究院达到15家。
""",
    good="""\
# predecessor: 到2020年，产业技术研究院达到25家。
- text: |
    截至2020年底，产业技术研究院达到26家。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target that the plan's own figure falls short of."""
    for found in with_outcome(subject, Outcome.MISSED):
        if found.actual is None:
            continue
        name, reported = found.target.indicator, found.actual
        message = (
            f"上一规划“{name}”的目标是{target_words(found.target)}，这里为{reported.shown}，没有达到；"
            "请核对数字，或说明原因和口径"
        )
        related = ((found.target.span, "上一规划的目标"),)
        yield RULE.finding(reported.span, message, related=related, indicator=name)
