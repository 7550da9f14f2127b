"""PF241: wording of a change that can be read in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.linking import subject_of
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.words import shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF241",
    slug="ambiguous-change",
    severity=Severity.INFO,
    since="0.1.0",
    summary="“翻k倍”“下降k倍”“提高x%”等说法有几种读法",
    why="“翻三倍”有人读成三倍、四倍或八倍；“下降两倍”没有意义；百分数“提高2%”与“提高2个百分点”不是一回事。",
    bad="""\
- text: |
    “十三五”期间，全市规模以上企业数量翻3倍。
""",
    good="""\
- text: |
    “十三五”期间，全市规模以上企业数量翻两番。
""",
    needs=Need.FACTS,
)

_K = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多|余)?"
_TIMES = expression(rf"翻(?:了|近|约|上)*{_K}倍")
_FALLS = expression(rf"(?:下降|减少|降低|缩短|压缩|缩小|压减)(?:了|近|约)*{_K}倍")
_RISES = expression("(?:提高|提升|上升|下降|降低|回落)(?:了|约|近|超过|至少|达|达到)*$")
# 劳动生产率 is money by the head, 效率 no percentage, 死亡率 so many in ten thousand, 碳排放强度 so much for each of
# something: their changes have one reading.
_RATIO = expression(
    "(?:(?<!效)(?<!生产|产出|死亡|发病|患病|感染|事故|出生|生育|发案|伤亡)率|比重|占比|比例"
    "|(?<!排放|产生|能耗|物耗|水耗|电耗|消耗|消费|用水|用电|用能|使用|施用|开发|产出)强度)$"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a note for every such wording; percentages only where base and end do not tell which is meant."""
    sheet = subject.prose.words
    for pattern, advice in ((_TIMES, "请写“翻k番”或“是……的k倍”"), (_FALLS, "请写下降百分之几，或“降到几分之一”")):
        for match in sheet.matches(pattern, sheet.lines.having(("倍",))):
            span = sheet.span(*match.span())
            yield RULE.finding(span, f"“{match[0]}”有几种读法；{advice}")
    told = {claim.statement.span.start for claim in claims(subject.facts)}
    for one in subject.facts.statements:
        if one.span.start not in told and _of_a_percentage(one):
            said = shown(one)
            points = said.replace("%", "个百分点").replace("‰", "个百分点")
            message = (
                f"“{subject_name(subject_of(one))}”是百分数，“{said}”不知是比率还是百分点；如是两数之差，请写“{points}”"
            )
            yield RULE.finding(one.span, message, indicator=one.indicator or None)


def _of_a_percentage(one: Statement) -> bool:
    changes = one.kind in (Kind.GROWTH_TOTAL, Kind.GROWTH_ANNUAL) and one.quantity.form is Form.PERCENT
    if not changes or one.source in (Source.TABLE, Source.LEDGER) or one.referenced:
        return False
    share = one.parent is not None and one.parent.kind is Kind.SHARE and one.indicator == one.parent.indicator
    ratio = _RATIO.search(one.indicator) is not None and "增长率" not in one.indicator
    before = one.span.file.text[max(0, one.span.start - 8) : one.span.start]
    return (share or ratio) and _RISES.search(re.sub(r"\s", "", before)) is not None
