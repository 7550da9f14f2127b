"""PF302: only a figure under a similar name answers the predecessor's target, and it falls short."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.across import Outcome
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.across._fulfilments import target_words, with_outcome
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF302",
    slug="predecessor-target-renamed",
    severity=Severity.INFO,
    since="0.1.0",
    summary="上一规划的目标换了叫法，且数字低于目标",
    why="换了名称的指标读者无法对照；可能口径变窄了，也可能目标没有完成，应当说清。",
    bad="""\
# predecessor: 到2020年，创新团队达到15个。
- text: |
    截至2020年底，高端创新团队达到6个。
""",
    good="""\
# predecessor: 到2020年，创新团队达到15个。
- text: |
    截至2020年底，创新团队达到16个，其中高端创新团队6个。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target answered only under a similar name by a smaller figure."""
    for found in with_outcome(subject, Outcome.MISSED_UNDER_OTHER_NAME):
        if found.actual is None:
            continue
        name, reported = found.target.indicator, found.actual
        message = (
            f"上一规划“{name}”的目标是{target_words(found.target)}，这里只有“{reported.indicator or reported.head}”"
            f"{reported.shown}；如是同一指标则没有达到，如口径不同请写明"
        )
        related = ((found.target.span, "上一规划的目标"),)
        yield RULE.finding(reported.span, message, related=related, indicator=name)
