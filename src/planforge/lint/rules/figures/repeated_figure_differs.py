"""PF201: repeated figure differs."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.contradiction import contradictions
from planforge.lint.judging.conflicts.found import Between
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF201",
    slug="repeated-figure-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="同一指标在正文不同位置的数字互相矛盾",
    why="同一指标、同一口径、同一时间只能有一个数；前后不一，读者无从知道以哪个为准。",
    bad="""\
- text: |
    截至2020年底，高新技术企业达到158家，创新主体不断壮大。

    截至2020年底，全市高新技术企业总数为185家。
""",
    good="""\
- text: |
    截至2020年底，高新技术企业达到158家，创新主体不断壮大。

    截至2020年底，全市高新技术企业总数为158家。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a group of figures that exclude each other; a warning when a time or name was inferred."""
    yield from contradictions(RULE, subject, Between.SAME_SORT)
