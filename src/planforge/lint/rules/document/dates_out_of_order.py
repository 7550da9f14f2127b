"""PF503: printed before it was signed, or a day that is not in the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.document._dates import dates, is_dated, to_day
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF503",
    slug="dates-out-of-order",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="印发日期早于成文日期，或日期不存在",
    why="公文先成文后印发；日期有误会影响效力和施行时间的认定。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document:
  signature: {by: 某市人民政府办公室, on: 2023年2月14日}
  printed: {by: 某市人民政府办公室, on: 2023年2月10日}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document:
  signature: {by: 某市人民政府办公室, on: 2023年2月10日}
  printed: {by: 某市人民政府办公室, on: 2023年2月14日}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for a wrong order and for each day that does not exist."""
    document = subject.plan.document if subject.plan else None
    if document is None:
        return
    for part in (document.signature, document.printed):
        if part and part.on and is_dated(part.on.printed) and to_day(part.on.printed) is None:
            yield RULE.finding(part.on.whole, f"日历上没有“{part.on.printed}”这一天，请核对")
    signed, printed = dates(document)
    if signed and printed and printed.day < signed.day:
        message = f"印发日期应不早于成文日期{signed.text.printed}，实为{printed.text.printed}"
        yield RULE.finding(printed.text.whole, message, related=((signed.text.whole, "成文日期"),))
