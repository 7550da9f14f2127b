"""Heads of columns that say how much something changes: rates, changes in all, differences, sums in brackets.

A head may say since when (2025年比2020年增加, 较2020年增长（%）, “十四五”新增); a year in it is then never that of a
level. What a head leaves open, `column_years` takes from the columns of levels, and `fitting` from the figures.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import one_year
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression

_MIXED = expression(r"年均.*累计|累计.*年均|[\[〔［【](?:五年)?累计|累计[\]〕］】]|年均[增速长率（）()/／或\[]*累计")
_RATED = expression("均|增长|增速|增幅")
_RATE = expression("年增率|平均增长|增速|年均|年递增|(?<![两三四五六七八九十])年增长")
_YEARLY_AMOUNT = expression("年均(?:净?增[量额]|新增|净增|增加[量额值]|减少[量额])")
_GROWTH = expression(
    "增长率|增长|增幅|降幅|累计降低|下降|降低|变化率|增减|涨幅|跌幅|[±＋+][%％]"
    r"|(?:涨跌|升降)(?=幅|率|[（(]?\s*[±＋+]?[-－]?[%％])|同比(?=[（(]?\s*[±＋+]?[%％]|$)"
    r"|同期(?:累计)?对比(?=率|[（(]?\s*[±＋+]?[%％])"
)
"""涨跌 alone may be an amount as well."""
_PREFIX = (
    '^(?:[“"]?十[一二三四五]五[”"]?|(?:19|20)\\d\\d年?[-—–－~～至]+(?:19|20)\\d\\d年?)?'
    "(?:五年|规划期内?|期间|期内|时期)?"
)
_AMOUNT = (
    "(?:净?增量|净增加?|新增|增减量|变化(?=[（(]|$)|增加[量额]?|(?<=累计)增加值|变化量|变化值|提高值?|提升值?|减少[量额]?"
    "|(?:增减|涨跌|升降)(?:变化|情况)?(?!幅|(?:[（(]\\s*)?[±＋+]?[-－]?[%％]))"
)
_DIFFERENCE = expression(f"{_PREFIX}(?:累计)?{_AMOUNT}(?:[（(].*)?$")
_SINCE = expression(
    r"(?:(?P<last>20\d\d)年?末?)?(?:比|较|相比于?|对比|与|同)(?P<base>(?:19|20)\d\d)年?(?:末|底)?(?:相比|累计)?"
)
_SINCE_AMOUNT = expression(
    r"净?增量|净增|新增|(?:增减|涨跌|升降)(?!幅|(?:[（(]\s*)?[±＋+]?[-－]?[%％])|增加|变化(?!率|幅度)|提高|提升|减少"
)
_ON_YEAR = expression("(?:比|较|与)(?:上年|去年|上一?年)|同比|上年同期|同期(?:累计)?对比")
_ON_NORMAL = expression("(?:比|较|与|距)(?:多年|常年|历年)(?:同期)?(?:平均)?")
"""与多年平均比较: a change since no year."""
_FALLS = expression("(?<!升)下降|降低|减少|削减|压减|降幅|(?<!涨)跌幅")
_OPEN = expression("累计|变化|增减|涨跌|升降")
"""Words that leave open whether more or less is meant, where no other says it."""
_OF_RATES = ("", "%", "％", "‰", "倍", "百分点", "个百分点")
_SAYS_MORE = expression("增(?!减)|提高|提升|升")


def change_column(head: str, years: Years | None, told: int | None, *, target: bool) -> Column | None:
    """Return the column of changes that a head names, None when it speaks of none.

    Args:
        head: the words of the head.
        years: the years that it names.
        told: the year of the whole table.
        target: whether the head speaks of an aim.
    """
    if _YEARLY_AMOUNT.search(head):
        return Column(Meaning.OTHER)
    if _ON_NORMAL.search(head):
        return _since_normal(head, years or one_year(told))
    since = _SINCE.search(head)
    if since is not None:
        base, last = int(since["base"]), int(since["last"] or 0)
        span = Years(base + 1, last) if last > base else None
        return _kept(
            head[since.end() :], _SINCE_AMOUNT.search(head, since.end()) is not None, span, base, target=target
        )
    if _MIXED.search(head):
        return Column(Meaning.MIXED, years, target=target, cumulative=_RATED.search(head) is None, neutral=True)
    return _plain(head, years, told, target=target)


def _since_normal(head: str, years: Years | None) -> Column:
    """Return the column of rates on a mean of many years, which no table has the amount of."""
    if years is None or not _GROWTH.search(head):
        return Column(Meaning.OTHER)
    return Column(Meaning.TOTAL, years, falls=_falls(head), adjusted=True)


def _plain(head: str, years: Years | None, told: int | None, *, target: bool) -> Column | None:
    """Return the column of a head that names no year to compare with."""
    amount = _DIFFERENCE.search(head) is not None
    if not amount and _ON_YEAR.search(head) and _kept(head, amount, years, None, target=target):
        single = years if years is not None and years.single else one_year(told)
        base = single.last - 1 if single else None
        return Column(Meaning.ANNUAL, single, base, falls=_falls(head), adjusted=True)
    return _kept(head, amount, years, None, target=target)


def _kept(words: str, amount: bool, years: Years | None, base: int | None, *, target: bool) -> Column | None:
    """Return the column that holds what words say: an amount, a rate by the year, a change in all."""
    yearly = _RATE.search(words) is not None
    amount = amount and "均" not in words
    if not (amount or yearly or _GROWTH.search(words)):
        return Column(Meaning.OTHER) if base is not None else None
    meaning = Meaning.DIFFERENCE if amount else Meaning.ANNUAL if yearly else Meaning.TOTAL
    falls = _falls(words)
    neutral = not falls and _OPEN.search(words) is not None and _SAYS_MORE.search(words) is None
    return Column(meaning, years, base, target=target, falls=falls, neutral=neutral)


def amount_in(column: Column) -> Column:
    """Return a column of changes whose head names a unit of amounts (增长（亿元）) as one of differences."""
    if column.meaning not in (Meaning.TOTAL, Meaning.ANNUAL) or column.unit in _OF_RATES:
        return column
    yearly = column.adjusted or column.meaning is Meaning.ANNUAL
    return Column(Meaning.OTHER) if yearly else replace(column, meaning=Meaning.DIFFERENCE)


def _falls(words: str) -> bool:
    return _FALLS.search(words) is not None and "增" not in words
