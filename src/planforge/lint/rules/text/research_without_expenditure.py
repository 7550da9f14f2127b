"""PF467: a share or an intensity of 研究与试验发展 that does not say 经费."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF467",
    slug="research-without-expenditure",
    severity=Severity.INFO,
    since="0.1.0",
    summary="“研究与试验发展”后面缺“经费”",
    why="占比和强度是经费的占比和强度，统计指标的名称是“研究与试验发展（R&D）经费”（国家统计局《研究与试验发展（R&D）投入统计规范》）。",
    bad="""\
- text: |
    全社会研究与试验发展（以下简称R&D）占GDP比重达到2.83%。
""",
    good="""\
- text: |
    全社会研究与试验发展（R&D）经费占GDP比重达到2.83%。
""",
    needs=Need.PLAN,
)

_NAME = r"研究与试验发展(?:（[^（）\n]{1,16}）)?"
_WITHOUT = expression(rf"{_NAME}(?=占|投入强度|强度)")
_IN_FULL = expression(rf"(?:{_NAME}|R&D|研发)(?:经费支出|经费投入|经费|支出|投入)(?=占)")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each, with the first place that has the name in full."""
    if subject.plan is None:
        return
    sheet = subject.prose.words
    full = next(sheet.matches(_IN_FULL), None)
    there = sheet.span(*full.span()) if full else None
    related = ((there, f"这里写作“{full.group()}”"),) if full and there else ()
    for match in sheet.matches(_WITHOUT):
        found = sheet.printed(*match.span())
        message = f"“{found}”缺“经费”：统计指标的名称是“研究与试验发展（R&D）经费”，请补上"
        yield RULE.finding(sheet.span(*match.span()), message, related=related)
