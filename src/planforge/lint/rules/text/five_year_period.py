"""PF464: a five-year plan with years that are not its own."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF464",
    slug="five-year-period-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="“十四五”之类的五年规划与所写年份不符",
    why="“十三五”是2016—2020年，“十四五”是2021—2025年；年份写错，指标的起点和终点就都错了。",
    bad="""\
- text: |
    “十四五”时期（2016—2020年），着力提升创新能力。
""",
    good="""\
- text: |
    “十四五”时期（2021—2025年），着力提升创新能力。
""",
    needs=Need.PLAN,
)

_ORDINALS = {
    name: index for index, name in enumerate(["七", "八", "九", "十", *(f"十{one}" for one in "一二三四五六七")], 7)
}
_FIRST = {index: 1986 + 5 * (index - 7) for index in _ORDINALS.values()}
"""The seventh plan began in 1986; since then each follows the other after five years."""
_PERIOD = regex.compile(
    r"(?:“(?P<short>[七八九]|十[一二三四五六七]?)五”|第(?P<long>[七八九]|十[一二三四五六七]?)个五年规划)"
    r"(?:(?:时期|期间|规划期|规划)?[（(](?P<from>\d{4})年?[-—–－～~至](?P<to>\d{4})年[）)]"
    r"|(?P<end>末|期末|时期末)[（(](?P<year>\d{4})年[底末]?[）)])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each pair of years, or last year, that the plan named before it does not have."""
    sheet = subject.prose.words if subject.plan else None
    for match in sheet.matches(_PERIOD) if sheet else ():
        first = _FIRST[_ORDINALS[match["short"] or match["long"]]]
        right = f"{first + 4}年" if match["end"] else f"{first}—{first + 4}年"
        years = {int(match["year"])} if match["end"] else {int(match["from"]), int(match["to"])}
        wanted = {first + 4} if match["end"] else {first, first + 4}
        within = not match["end"] and first <= min(years) < max(years) <= first + 4
        # some years of a period are no mistake, years outside it are
        if years != wanted and not within and sheet:
            shown = sheet.printed(match.start(), match.end()).translate(str.maketrans("“”", "‘’"))
            message = f"“{shown}”的年份应为{right}，请核对是哪一个五年规划"
            yield RULE.finding(sheet.span(match.start(), match.end()), message)
