"""PF506: a 发文字号 cited in prose has other brackets than 〔〕, 第 or a zero before its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.rules.document._number import LIKELY, YEAR_IN_BRACKETS
from planforge.lint.subject import Subject
from planforge.outline.text import Text
from planforge.patterns import expression

RULE = Rule(
    code="PF506",
    slug="cited-number-brackets",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="正文引用的发文字号括号不是〔〕，或顺序号加了“第”、补了零",
    why="发文字号的年份用六角括号〔〕括入，顺序号不加“第”、不补零（GB/T 9704-2012 7.2.5），引用时应与原文一致。",
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

_COUNTED_OTHERWISE = expression("(?:公告|通告|公报|令|公示)$")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each cited number with other brackets."""
    plan = subject.plan
    if plan is None:
        return
    texts = [*plan.document.notice, *(passage.text for passage in plan.passages())]
    for text in texts:
        # most have neither; what may stand before the year is tried from each character on
        if "号" not in text.printed or YEAR_IN_BRACKETS.search(text.printed) is None:
            continue
        for match in LIKELY.finditer(text.printed):
            if len(match["year"]) != 4:
                continue
            yield from _serial(text, match)
            if (match["open"], match["close"]) == ("〔", "〕"):
                continue
            year = f"{match['open']}{match['year']}{match['close']}"
            span = text.span(match.start("open"), match.end("close"))
            right = f"〔{match['year']}〕"
            message = f"发文字号的年份应为“{right}”，实为“{year}”"
            yield RULE.finding(span, message, key=match.group(), fix=replacement(span, right))


def _serial(text: Text, match: re.Match[str]) -> Iterator[Finding]:
    """Yield what is wrong with the number behind the year; a 公告 or a 令 has its own way of counting."""
    start, end = match.end("close"), match.end("serial")
    written, right = text.printed[start:end], str(int(match["serial"]))
    if written == right or _COUNTED_OTHERWISE.search(match["organ"]):
        return
    span = text.span(start, end)
    message = f"发文字号的顺序号应为“{right}号”，实为“{written}号”"
    yield RULE.finding(span, message, key=match.group(), fix=replacement(span, right))
