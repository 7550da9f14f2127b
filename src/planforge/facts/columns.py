"""What the columns of a table hold, told by their heads: levels of a year, rates, sums, differences, units, names.

A head may stand on two rows (“2025年” over “目标值”); `layout` has put it together. What a head does not say is taken
from the columns beside it or from the plan's period, and then marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from planforge.facts.numbers import chinese
from planforge.facts.time import Years
from planforge.facts.units import split_scale, unit_of
from planforge.plan.model import Period


class Meaning(Enum):
    """What a column holds. MIXED is 年均/累计: a yearly rate, or in brackets a sum over the period."""

    INDEX = "index"
    NAME = "name"
    UNIT = "unit"
    LEVEL = "level"
    ANNUAL = "annual"
    TOTAL = "total"
    MIXED = "mixed"
    SHARE = "share"
    DIFFERENCE = "difference"
    OTHER = "other"

    @property
    def figures(self) -> bool:
        """Whether its cells are figures that are understood."""
        return self not in {Meaning.INDEX, Meaning.NAME, Meaning.UNIT, Meaning.OTHER}


@dataclass(frozen=True)
class Column:
    """What a column holds: for levels the year, for rates the period and the year they start from.

    Attributes:
        unit: the unit that its head names, "" for none.
        spent: what a column measures of the things its rows name (投资, 资金, 产值), "" for other columns.
        whole: whether that is what each of them costs in all, whenever it is spent.
        cumulative: whether a level adds up over its years.
        spanned: whether its head names a five-year plan and not a year, so that events in it add up (“十三五”完成).
        adjusted: whether a rate is at constant prices or on a comparable basis (比上年增长), not from the values.
        sure: whether its years are said by the head, or follow from exactly two columns of levels.
    """

    meaning: Meaning
    years: Years | None = None
    base_year: int | None = None
    unit: str = ""
    spent: str = ""
    whole: bool = False
    target: bool = False
    cumulative: bool = False
    spanned: bool = False
    falls: bool = False
    adjusted: bool = False
    sure: bool = True


YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?")
_SPAN = re.compile(r"(?P<first>(?:19|20)\d\d)年?[-—–－~～至]+(?P<last>(?:19|20)\d\d)年?")
_FIVE_YEARS = re.compile(r"(?P<plan>十[一二三四五六七八]?)五[”\"]?(?!年)(?P<tail>期?末)?")
_MIXED = re.compile(r"年均.*累计|累计.*年均|[\[〔［【]累计|累计[\]〕］】]|年均[增速长率（）()/／或\[]*累计")
_SPENT = re.compile("投资|资金|投入|总?产值|产量|增加值|(?:营业|销售)收入|税收|用电量|用水量|装机容量")
_WHOLE = re.compile(
    "(?:项目|工程)?(?P<sum>(?:计划|规划|估算|概算|匡算)?总投资|投资总?额|(?:估算|概算|匡算)投资|投资估算)(?:额|估算)?(?:[（(].*)?$"
)
"""What a project costs in all, whenever it is spent."""
_SUM = re.compile("累计|合计|[三五]年总|期间总|任务总量")
_RATE = re.compile("年增率|年均增|年均递增|年均增减|年增长|年增速|年均下降|年均降|平均增长|增速|年均|年递增")
_GROWTH = re.compile("增长率|增长|增幅|累计降低|下降|降低|变化率|增减|[±＋+][%％]")
_DIFFERENCE = re.compile(
    '^(?:[“"]?十[一二三四五]五[”"]?)?(?:五年|规划期内?|期间|期内)?(?:累计)?'
    "(?:净?增量|净增|增减量|变化(?=[（(]|$)|增加[量额]|(?<=累计)增加值|变化量|变化值|提高值?|提升值?)(?:[（(].*)?$"
)
_ON_YEAR = re.compile("(?:比|较)(?:上年|去年|上一?年)|同比|上年同期")
_FALLS = re.compile("下降|降低|减少|降幅")
_TARGET = re.compile("目标|规划|预期|计划")
_BRACKETED = re.compile(r"[（(](?P<inside>[^（()）]*)[)）]\s*$")
_NAMES = re.compile("指标|名称|(?:项目|工程)(?!个?数)|内容|产品|品种")
GROUP_HEAD = re.compile("^(?:类别|大类|分类|领域|维度|类型|序列|方面|一级指标|指标类别|指标分类)$")
_INDEX = re.compile(r"^(?:序号|编号|No\.?|代码|项次|#)$", re.IGNORECASE)
_UNIT = re.compile(r"^(?:计量)?单位$")
_NATURE = re.compile("属性|性质|^备注$|说明|责任|牵头|部门|来源|^方向$|完成情况$|是否|评价|依据")
_BASE = re.compile(
    r"现状|基期|基准|基数|基础值|^(?:实际)?完成[值数量]?(?:[（(]|$)|^实[际绩](?:值|数|完成值?)?(?:[（(]|$)"
)
_PLAIN = re.compile(
    r"^(?:绝对数|总量|数量|年末数|产量|全年|本年|数值|指标值|总额|金额|实绩|绝对额|期末数)(?:[（(].*)?$"
)
_SHARE = re.compile("^(?:占.{0,10})?(?:比重|占比|构成)")


def unit_in(words: str) -> str:
    """Return a bracket at the end of a head or a name as a unit, "" when it is none."""
    bracket = _BRACKETED.search(words)
    inside = bracket["inside"].strip() if bracket else ""
    return inside if is_unit(inside) else ""


def without_unit(words: str) -> str:
    """Return a name without the unit in brackets at its end."""
    bracket = _BRACKETED.search(words)
    return words[: bracket.start()].strip() if bracket and is_unit(bracket["inside"].strip()) else words


_NO_UNIT = re.compile(
    "^(?:含|不含|其中|包括|按|以|新|省|市|国|全|规|累计|目标|约|预)|(?:年|数据|口径|级|及|以上|以下|类|数|量|额|率|值)$"
)


def is_unit(words: str) -> bool:
    """Whether words in brackets name a unit: a known one, a compound, or at most four characters that may be one."""
    if words == "年":
        return True
    if not words or len(words) > 12 or YEAR.search(words):
        return False
    rest = split_scale(words)[2]
    if unit_of(rest).kind not in {"other", "bare"} or "/" in words or "％" in words or "‰" in words:
        return True
    return len(words) <= 4 and not words.isascii() and _NO_UNIT.search(words) is None


def columns_of(heads: Sequence[str], period: Period, caption: str = "") -> list[Column]:
    """Return what each column holds; `caption` may tell the one year that the whole table speaks of."""
    told = caption_year(caption)
    columns = [head_column(head, period, told) for head in heads]
    if not any(column.meaning is Meaning.NAME for column in columns):
        first = next((i for i, column in enumerate(columns) if column.meaning is Meaning.OTHER), None)
        if first is not None:
            columns[first] = Column(Meaning.NAME)
    return [timed(at, columns, period) for at in range(len(columns))]


def caption_year(caption: str) -> int | None:
    """Return the one year that a caption names, None when it names none or several."""
    years = {match["year"] for match in YEAR.finditer(caption)}
    return int(years.pop()) if len(years) == 1 else None


def head_column(head: str, period: Period, told: int | None) -> Column:
    """Return what a column holds by its head alone; `told` is the year of the whole table."""
    if _INDEX.search(head):
        return Column(Meaning.INDEX)
    if _UNIT.search(head):
        return Column(Meaning.UNIT)
    if GROUP_HEAD.search(head):
        return Column(Meaning.OTHER)
    figures = _figures(head, period, told)
    if figures is None and period.end and (cost := _WHOLE.match(head)):
        return Column(
            Meaning.LEVEL,
            _single(period.end),
            unit=unit_in(head),
            spent=cost["sum"],
            target=True,
            whole=True,
            sure=False,
        )
    if figures is not None:
        spent = _SPENT.search(head) if figures.meaning is Meaning.LEVEL else None
        return replace(figures, unit=unit_in(head), spent=spent[0] if spent else "")
    if _NATURE.search(head) and "名称" not in head:
        return Column(Meaning.OTHER)
    return Column(Meaning.NAME if _NAMES.search(head) else Meaning.OTHER)


def _figures(head: str, period: Period, told: int | None) -> Column | None:
    """Return a column of figures, None when the head names no such thing."""
    years = _years_in(head)
    target = _TARGET.search(head) is not None
    if _MIXED.search(head):
        return Column(Meaning.MIXED, years, target=target)
    if _DIFFERENCE.search(head):
        return Column(Meaning.DIFFERENCE, years, target=target)
    rate = Meaning.ANNUAL if _RATE.search(head) else Meaning.TOTAL if _GROWTH.search(head) else None
    if rate is not None:
        return _rate(head, rate, years, told, target=target)
    if years is not None:
        return _level(head, years, period, target=target)
    if _SHARE.search(head):
        return Column(Meaning.SHARE, _single(told or period.baseline), sure=told is not None)
    return _undated(head, period, told)


def _years_in(head: str) -> Years | None:
    if span := _SPAN.search(head):
        return Years(int(span["first"]), int(span["last"]))
    if found := YEAR.search(head):
        return _single(int(found["year"]))
    plan = _FIVE_YEARS.search(head)
    number = chinese(plan["plan"]) if plan else None
    if plan is None or number is None or number < 6:
        return None
    first = 1981 + 5 * (int(number) - 6)
    return _single(first + 4) if plan["tail"] else Years(first, first + 4)


def _rate(head: str, rate: Meaning, years: Years | None, told: int | None, *, target: bool) -> Column:
    falls = _FALLS.search(head) is not None and "增" not in head
    if _ON_YEAR.search(head):
        single = years if years is not None and years.single else _single(told)
        base = single.last - 1 if single else None
        return Column(Meaning.ANNUAL, single, base, falls=falls, adjusted=True)
    return Column(rate, years, target=target, falls=falls)


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
        return Column(Meaning.LEVEL, _single(year), sure=told is not None) if year else None
    if _TARGET.search(head) and "指标" not in head and "名称" not in head and period.end:
        return Column(Meaning.LEVEL, _single(period.end), target=True)
    return None


def _single(year: int | None) -> Years | None:
    return Years(year, year) if year else None


def timed(at: int, columns: Sequence[Column], period: Period) -> Column:
    """Give a rate column without years those of the columns of levels before it, or the plan's own period."""
    column = columns[at]
    if column.meaning is Meaning.SHARE and not column.sure:
        return _of_level_before(column, columns[:at], period)
    if column.meaning not in {Meaning.ANNUAL, Meaning.TOTAL, Meaning.MIXED, Meaning.DIFFERENCE}:
        return column
    levels = sorted(_level_years(columns))
    if column.adjusted:
        return _yearly(column, levels)
    if column.years is not None:
        first, last = column.years.first, column.years.last
        if column.years.single and column.meaning is not Meaning.ANNUAL:
            return _within(column, last, levels, period)
        if column.years.single:
            return _within(column, last, levels, period) if last in levels else replace(column, base_year=last - 1)
        base = first if first in levels else first - 1
        return _over(column, base, last, period)
    if len(levels) == 2:
        return _over(column, levels[0], levels[1], period)
    before = sorted(_level_years(columns[:at]))
    if len(before) >= 2:
        whole = period.end == before[-1] and period.baseline in before  # not from the halfway mark between
        base = period.baseline if whole and period.baseline else before[-2]
        return replace(_over(column, base, before[-1], period), sure=False)
    if period.baseline and period.end and (column.meaning is Meaning.MIXED or column.target or period.end in levels):
        return _over(column, period.baseline, period.end, period)
    return Column(Meaning.OTHER)


def _of_level_before(column: Column, before: Sequence[Column], period: Period) -> Column:
    """占全市比重 without a year is that of the column of levels on its left."""
    level = next((one for one in reversed(before) if one.meaning is Meaning.LEVEL and one.years), None)
    return replace(column, years=level.years, target=level.target) if level else column


def _level_years(columns: Sequence[Column]) -> set[int]:
    return {
        c.years.last for c in columns if c.meaning is Meaning.LEVEL and c.years and not c.cumulative and not c.whole
    }


def _yearly(column: Column, levels: list[int]) -> Column:
    """比上年增长 without a year of its own speaks of the last column of levels."""
    if column.years is not None:
        return column
    return replace(column, years=_single(levels[-1]), base_year=levels[-1] - 1) if levels else Column(Meaning.OTHER)


def _within(column: Column, last: int, levels: list[int], period: Period) -> Column:
    """2025年年均增速: from the level before, or from the baseline."""
    earlier = [year for year in levels if year < last]
    before = {period.end: period.baseline, period.baseline: period.previous}
    base = earlier[-1] if earlier else before.get(last)
    return _over(column, base, last, period) if base else Column(Meaning.OTHER)


def _over(column: Column, base: int, last: int, period: Period) -> Column:
    after = period.baseline is not None and last > period.baseline
    found = replace(column, years=Years(base + 1, last), base_year=base, target=column.target or after)
    on_year_before = column.meaning is Meaning.TOTAL and last == base + 1
    return replace(found, meaning=Meaning.ANNUAL, adjusted=True) if on_year_before else found
