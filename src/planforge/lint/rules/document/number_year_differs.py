"""PF502: the year in the 发文字号 is not the year in which the document is dated."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.document._dates import dates
from planforge.lint.rules.document._number import WELL_FORMED
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF502",
    slug="number-year-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="发文字号的年份与成文日期不在同一年",
    why="发文字号按成文的年份编排；两处年份不同，必有一处写错。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document:
  number: 某政办发〔2022〕5号
  signature: {by: 某市人民政府办公室, on: 2023年2月10日}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document:
  number: 某政办发〔2023〕5号
  signature: {by: 某市人民政府办公室, on: 2023年2月10日}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding when the number's year is neither that of the signature nor, without one, of printing."""
    document = subject.plan.document if subject.plan else None
    match = WELL_FORMED.fullmatch(document.number.printed) if document and document.number else None
    if document is None or document.number is None or match is None:
        return
    signed, printed = dates(document)
    dated = signed or printed
    if dated is None or dated.day.year == int(match["year"]):
        return
    # a document of late December may be printed in January; only the date of signing decides
    if dated is printed and dated.day.year == int(match["year"]) + 1 and dated.day.month == 1:
        return
    at = document.number.span(match.start("year"), match.end("year"))
    message = f"发文字号的年份应为{dated.day.year}，实为{match['year']}：{dated.name}是{dated.text.printed}"
    yield RULE.finding(at, message, related=((dated.text.whole, dated.name),))
