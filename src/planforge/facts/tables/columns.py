"""What the columns of a table hold, told by their heads: levels of a year, rates, sums, differences, units, names.

A head may stand on two rows (“2025年” over “目标值”); `layout` has put it together. What a head does not say is taken
from the columns beside it or from the plan's period, and then marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.figures.numbers import chinese
from planforge.facts.tables.achieved import with_achieved
from planforge.facts.tables.budget_columns import budget_column, with_fulfilment, with_last_budget, year_of_budget
from planforge.facts.tables.change_heads import amount_in, change_column
from planforge.facts.tables.column import AT_FIXED_PRICES, Column, Meaning
from planforge.facts.tables.column_years import is_of_one_year, one_year, timed
from planforge.facts.tables.head_units import YEAR, unit_in
from planforge.facts.tables.reviewed import reviewed
from planforge.facts.tables.season_columns import season_column, season_told, with_seasons
from planforge.facts.tables.spent_by_year import spent_by_year
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression
from planforge.plan.model import Period

_SPAN = expression(r"(?P<first>(?:19|20)\d\d)年?[-—–－~～至]+(?P<last>(?:19|20)\d\d)年?")
_FIVE_YEARS = expression(r"(?P<plan>十[一二三四五六七八]?)五[”\"]?(?!年)(?P<tail>期?末)?")
_SPENT = expression("投资|资金|投入|总?产值|产量|增加值|(?:营业|销售)收入|税收|用电量|用水量|装机容量")
_WHOLE = expression(
    "(?:项目|工程)?(?P<sum>(?:计划|规划|估算|概算|匡算)?总投资|投资总?额|(?:估算|概算|匡算)投资|投资估算)(?:额|估算)?(?:[（(].*)?$"
)
"""What a project costs in all, whenever it is spent."""
_SUM = expression("累计|合计|[总共]计|[两二三四五]年总|期间总|任务总[量数]|总任务|^小计")
_TARGET = expression("目标|规划|预期|计划|预算(?!执行|完成)")
_OF_PLAN = expression("^(?:为|占|完成).{0,10}(?:预算|计划|目标|任务)数?的?(?:[（(]?[%％]|比|率|进度)")
"""为预算%: how far a plan is fulfilled."""
_PART_OF_YEAR = expression("[上下]半年|季度")
_NAMES = expression("指标|名称|(?:项目|工程)(?!个?数)|内容|产品|品种")
GROUP_HEAD = expression("^(?:(?:指标)?(?:类别|分类|类型)|大类|领域|维度|序列|方面|一级指标)$")
_BINDING = expression("^(?:指标|目标)(?:属性|性质|类型)$")
"""Whether a target is binding or expected; of the target itself 目标类型 tells nothing."""
_INDEX = expression(r"^(?:序号|编号|No\.?|代码|项次|#)$", re.IGNORECASE)
_UNIT = expression(r"^(?:计量)?单位$")
_NATURE = expression("属性|性质|^备注$|说明|责任|牵头|部门|来源|^方向$|完成情况$|是否|评价|依据")
_BASE = expression(
    r"现状|基期|基准|基数|基础值|^(?:实际)?完成[值数量]?(?:[（(]|$)|^实[际绩](?:值|数|完成值?)?(?:[（(]|$)"
)
_PRICES = "(?:按?(?:现价|[现当]年价格?|现行价格?|不变价格?|可比价格?))"
_FIXED = expression("不变价|可比价")
_PLAIN = expression(
    r"^(?:绝对[数额值]|总量|数量|年末(?:总?人口?|总?户|实有)?数|产量|全年|本年|本期|数值|指标值|总[额值]|金额|数额|实绩|期末数|[年期]末余额|余额"
    rf"|{_PRICES}(?:计算)?(?:绝对[数额值]|总量|总?产值|增加值)?)(?:[（(].*)?$"
)
_MADE = expression(r"^(?:增加值|总?产值|销售额|零售额|营业收入)(?:[（(].*)?$")
"""What a table on one year measures of the things its rows name: 增加值（亿元）."""
_ONLY_YEAR = expression(r"20\d\d年?(?:规划|预期|发展)?(?:目标|计划)[值数]?(?:[（(].{1,4}[)）])?")
_SHARE = expression("^(?:占.{0,10}|所占?|行业)?(?:比重|占比|构成|结构(?=[（(]?[%％]))")


def columns_of(heads: Sequence[str], period: Period, caption: str = "") -> list[Column]:
    """Return what each column holds; `caption` may tell the one year that the whole table speaks of."""
    told = caption_year(caption)
    season = season_told(caption, heads, period)
    year = year_of_budget(heads, period, told)
    found = [
        budget_column(head, year, told=told is not None) or head_column(head, period, told, season) for head in heads
    ]
    columns = with_seasons(with_last_budget(found))
    if not any(column.meaning is Meaning.NAME for column in columns):
        first = next((i for i, column in enumerate(columns) if column.meaning is Meaning.OTHER), None)
        if first is not None:
            columns[first] = Column(Meaning.NAME)
    columns = reviewed(heads, columns, caption, period)
    columns = with_fulfilment([timed(at, columns, period) for at in range(len(columns))])
    columns = with_achieved(heads, columns)
    return spent_by_year([_measured(at, columns) for at in range(len(columns))])


def _measured(at: int, columns: Sequence[Column]) -> Column:
    """Return a column 2025年目标 as one of what the levels before it measure: 2020年产值（亿元）."""
    column = columns[at]
    if column.meaning is not Meaning.LEVEL or column.spent or not _ONLY_YEAR.fullmatch(column.head):
        return column
    before = next((one for one in reversed(columns[:at]) if one.meaning is Meaning.LEVEL), None)
    if before is None or before.whole or not before.spent or (column.unit and column.unit != before.unit):
        return column
    return replace(column, spent=before.spent, unit=before.unit)


def caption_year(caption: str) -> int | None:
    """Return the one year that a caption names, None when it names none or several."""
    years = {match["year"] for match in YEAR.finditer(caption)}
    return int(years.pop()) if len(years) == 1 else None


def head_column(head: str, period: Period, told: int | None, season: str = "") -> Column:
    """Return what a column holds by its head alone; `told` is the year of the whole table, `season` a part of it."""
    if _INDEX.search(head):
        return Column(Meaning.INDEX)
    if _UNIT.search(head):
        return Column(Meaning.UNIT)
    if GROUP_HEAD.search(head) or _BINDING.search(head):
        return Column(Meaning.OTHER)
    figures = season_column(head, period, told, season) or _figures(head, period, told)
    if figures is None and period.end and (cost := _WHOLE.match(head)):
        return Column(
            Meaning.LEVEL,
            one_year(period.end),
            head=head,
            unit=unit_in(head),
            spent=cost["sum"],
            target=True,
            whole=True,
            sure=False,
        )
    if figures is not None:
        return amount_in(replace(figures, head=head, unit=unit_in(head), spent=_spent(head, figures)))
    if _NATURE.search(head) and "名称" not in head:
        return Column(Meaning.OTHER)
    return Column(Meaning.NAME if _NAMES.search(head) else Meaning.OTHER, head=head)


def _spent(head: str, figures: Column) -> str:
    """Return what a column of levels measures of the things its rows name, by its head."""
    if figures.meaning is not Meaning.LEVEL:
        return ""
    if _FIXED.search(head):
        return AT_FIXED_PRICES  # never to be compared with what is at current prices
    spent = _SPENT.search(head)
    return spent[0] if spent else ""


def _figures(head: str, period: Period, told: int | None) -> Column | None:
    """Return a column of figures, None when the head names no such thing."""
    if _OF_PLAN.search(head) or _PART_OF_YEAR.search(head):
        return None
    years = _years_in(head)
    target = _TARGET.search(head) is not None
    change = change_column(head, years, told, target=target)
    if change is not None:
        return change
    if years is not None and years.single and not target and _SHARE.search(YEAR.sub("", head)):
        return Column(Meaning.SHARE, years)
    if years is not None:
        return _level(head, years, period, target=target)
    if _SHARE.search(head):
        return Column(Meaning.SHARE, one_year(told or period.baseline), sure=told is not None)
    return _undated(head, period, told)


def _years_in(head: str) -> Years | None:
    if span := _SPAN.search(head):
        return Years(int(span["first"]), int(span["last"]))
    if found := YEAR.search(head):
        return one_year(int(found["year"]))
    plan = _FIVE_YEARS.search(head)
    number = chinese(plan["plan"]) if plan else None
    if plan is None or number is None or number < 6:
        return None
    first = 1981 + 5 * (int(number) - 6)
    return one_year(first + 4) if plan["tail"] else Years(first, first + 4)


def _level(head: str, years: Years, period: Period, *, target: bool) -> Column:
    after = period.baseline is not None and years.last > period.baseline
    spanned = not years.single and not any(words.search(head) for words in (_SPAN, _SUM, _SPENT))
    if spanned:
        years = Years(years.last, years.last)  # “十四五”目标: that of the last year
    aims = target or (after and _BASE.search(head) is None)  # 2022年基期 in a plan from 2021 on
    cumulative = not years.single or _SUM.search(head) is not None
    return Column(Meaning.LEVEL, years, target=aims, cumulative=cumulative, spanned=spanned)


def _undated(head: str, period: Period, told: int | None) -> Column | None:
    if _SUM.search(head) and period.start and period.end and not _BASE.search(head):
        return Column(Meaning.LEVEL, Years(period.start, period.end), target=True, cumulative=True, sure=False)
    if _PLAIN.search(head) or (_BASE.search(head) and "率" not in head):
        year = told or period.baseline
        return Column(Meaning.LEVEL, one_year(year), sure=told is not None) if year else None
    if _MADE.search(head) and (told is not None or is_of_one_year(period)):
        year = told or period.baseline or period.end
        return Column(Meaning.LEVEL, one_year(year), sure=told is not None) if year else None
    if _TARGET.search(head) and "指标" not in head and "名称" not in head and period.end:
        return Column(Meaning.LEVEL, one_year(period.end), target=True)
    return None
