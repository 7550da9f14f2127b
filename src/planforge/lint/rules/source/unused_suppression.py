"""PF013: a suppression that lets nothing stand. The engine reports it, when it knows which ones were used."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.lint.suppression import Suppression

RULE = Rule(
    code="PF013",
    slug="unused-suppression",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="忽略的规则在这里并没有报出问题",
    why="问题已经改好，或者规则代码写错；留着它，以后真有问题也会被放过。",
    bad="""\
# planforge: ignore[PF506] 原文如此
- text: |
    根据某委办发〔2017〕69号精神，制定本规划。
""",
    good="""\
# planforge: ignore[PF506] 原文如此，照录
- text: |
    根据某委办发[2017]69号精神，制定本规划。
""",
    needs=Need.SOURCE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield nothing: only the engine knows what was used."""
    yield from ()


def unused(suppression: Suppression) -> Finding:
    """Return the finding for a comment that lets nothing stand."""
    rules = "、".join(suppression.rules)
    return RULE.finding(suppression.span, f"这里没有“{rules}”的问题，请删去这条忽略")
