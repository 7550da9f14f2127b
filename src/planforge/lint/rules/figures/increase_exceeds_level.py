"""PF229: a rise that is greater than what it led to."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.words import related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF229",
    slug="increase-exceeds-level",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="所写增加量大于增加后的总量",
    why="增加后是1.52%，就不可能比原来提高了16个百分点：多半是小数点或单位写错了。",
    bad="""\
- text: |
    2020年，研发投入强度达到1.52%，比2015年提高16个百分点。
""",
    good="""\
- text: |
    2020年，研发投入强度达到1.52%，比2015年提高0.16个百分点。
""",
    needs=Need.FACTS,
)

_WITH_OTHERS = expression("[高低快慢]于|平均|水平|差距")
"""占3.7%，低于全国平均水平6个百分点 is no change."""
_CAN_BE_NEGATIVE = expression("利润|收益|盈余|结余|顺差|差额|净|增速|增长率|增幅|涨幅|指数|气温|温度")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every amount added that leaves less than nothing to begin with."""
    for added in subject.facts.statements:
        total = added.parent
        if total is not None and _is_rise(added, total) and added.value > total.value:
            message = (
                f"“{told(total)}”增加了{shown(added)}，大于增加后的{shown(total)}，原来的数就会小于0；"
                "请核对小数点、单位，或两个数是不是说的同一件事"
            )
            yield RULE.finding(added.span, message, related=related([total]), indicator=total.indicator or None)


def _is_rise(added: Statement, total: Statement) -> bool:
    rises = added.kind is Kind.INCREMENT and added.adds and not added.falls and added.source is not Source.TABLE
    rises = rises and added.base_year is not None and _WITH_OTHERS.search(added.quote.text) is None
    levels = total.kind.is_state and total.comparator is Comparator.EQ
    points = added.quantity.form is Form.POINTS and total.quantity.form is Form.PERCENT
    alike = points or (added.quantity.form is Form.AMOUNT and added.quantity.unit.comparable(total.quantity.unit))
    return rises and levels and alike and _CAN_BE_NEGATIVE.search(total.indicator) is None
