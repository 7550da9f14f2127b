"""What a column of a table holds, once it is understood."""

from __future__ import annotations

from enum import Enum

from planforge.facts.times.years_meant import Years
from planforge.records import record

AT_FIXED_PRICES = "不变价"
"""What tells a level at the prices of another year from that at those of its own."""


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


@record(frozen=True)
class Column:
    """What a column holds: for levels the year, for rates the period and the year they start from.

    Attributes:
        head: the words of its head.
        unit: the unit that its head names, "" for none.
        spent: what a column measures of the things its rows name (投资, 资金, 产值), "" for other columns.
        whole: whether that is what each of them costs in all, whenever it is spent.
        cumulative: whether a level adds up over its years, and a MIXED column holds nothing but sums.
        spanned: whether its head names a five-year plan and not a year, so that events in it add up (“十三五”完成).
        adjusted: whether a rate is at constant prices or on a comparable basis (比上年增长), not from the values.
        neutral: whether the head of a change leaves open if there is to be more or less (变化, 累计).
        achieved: whether it tells what was reached of the aims of the same years in another column (2020年完成).
        scope: the part of the year (1—9月) or the area (城市) that its head narrows its figures to.
        sure: whether its years are said by the head, or follow from exactly two columns of levels.
    """

    meaning: Meaning
    years: Years | None = None
    base_year: int | None = None
    head: str = ""
    unit: str = ""
    spent: str = ""
    whole: bool = False
    target: bool = False
    cumulative: bool = False
    spanned: bool = False
    falls: bool = False
    adjusted: bool = False
    neutral: bool = False
    achieved: bool = False
    scope: str = ""
    sure: bool = True
