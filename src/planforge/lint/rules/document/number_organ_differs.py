"""PF508: the 机关代字 of the number does not fit the issuing organ."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.document._number import WELL_FORMED
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF508",
    slug="number-organ-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="发文字号的机关代字与发文机关不符",
    why="政府发文用“政发”，政府办公室发文用“政办发”；代字与机关不符，文号就登记到了别的机关名下。",
    bad="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 盘锦市人民政府办公室, number: 盘政发〔2023〕5号}
chapters:
  - heading: 主要任务
""",
    good="""\
planforge: 1
title: 某市科技创新规划
document: {issuer: 盘锦市人民政府办公室, number: 盘政办发〔2023〕5号}
chapters:
  - heading: 主要任务
""",
    needs=Need.PLAN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding when one side says 办公室 and the other does not."""
    document = subject.plan.document if subject.plan else None
    if document is None or document.issuer is None or document.number is None:
        return
    match = WELL_FORMED.fullmatch(document.number.printed)
    if match is None or "政" not in match["organ"] or "人民政府" not in document.issuer.printed:
        return
    office, coded = document.issuer.printed.endswith(("办公室", "办公厅")), "办" in match["organ"]
    if office != coded:
        wanted = "带“办”的代字（政办发）" if office else "不带“办”的代字（政发）"
        message = f"发文机关是“{document.issuer}”，代字应为{wanted}，实为“{match['organ']}”"
        span = document.number.span(match.start("organ"), match.end("organ"))
        yield RULE.finding(span, message, related=((document.issuer.whole, "发文机关"),))
