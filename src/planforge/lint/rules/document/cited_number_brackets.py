"""PF506: a 发文字号 cited in prose has other brackets than 〔〕."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.rules.document._number import LIKELY
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF506",
    slug="cited-number-brackets",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="正文引用的发文字号没有用六角括号〔〕",
    why="发文字号的年份用六角括号〔〕括入（GB/T 9704-2012 7.2.5），引用时应与原文一致。",
    bad="""\
- text: |
    根据某委办发[2017]69号精神，制定本规划。
""",
    good="""\
- text: |
    根据某委办发〔2017〕69号精神，制定本规划。
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each cited number with other brackets."""
    plan = subject.plan
    if plan is None:
        return
    texts = [*plan.document.notice, *(passage.text for passage in plan.passages())]
    for text in texts:
        if "号" not in text.printed:
            continue
        for match in LIKELY.finditer(text.printed):
            if (match["open"], match["close"]) == ("〔", "〕") or len(match["year"]) != 4:
                continue
            year = f"{match['open']}{match['year']}{match['close']}"
            span = text.span(match.start("open"), match.end("close"))
            right = f"〔{match['year']}〕"
            message = f"发文字号的年份应为“{right}”，实为“{year}”"
            yield RULE.finding(span, message, key=match.group(), fix=replacement(span, right))
