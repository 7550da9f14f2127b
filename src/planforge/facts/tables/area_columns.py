"""Tables of indicators by areas: 指标 | 全省 | 城市 | 农村. The caption tells the year and what the figures are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.column_years import one_year
from planforge.facts.tables.columns import caption_year, head_column
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.patterns import expression
from planforge.plan.model import Period

_WHOLE = expression("^全(?P<of>[国省市县区州旗盟])(?:平均|合计)?$")
_SIZES = "国省市州盟区县旗"
"""Areas from the greatest on: of several wholes (全国, 全省, 全市) the report is on the smallest."""
_AREA = expression(
    "^(?:城市|农村|城镇|乡村|市区|市辖区|[\u4e00-\u9fff]{1,7}(?:[省县州盟旗镇乡]|(?<!全)[市区]|街道|新城|园区))(?:居民)?(?:平均)?$"
)
_NAMES = expression("^(?:指标|项目|类别|名称|品种|分类|行业|产业)(?:名称)?$")
_CHANGE = expression("涨跌|涨幅|跌幅|(?:比|较)(?:上年|去年)|同比|增长|增速|增幅|增减")
_PRICES = expression("价格")
_LEAST_AREAS = 2


def area_columns(heads: Sequence[str], period: Period, caption: str) -> tuple[Column, ...] | None:
    """Return the columns of a table that has one for each of several areas, None when it is no such table."""
    told = caption_year(caption)
    year = told or period.baseline
    sizes = [_size(without_unit(head)) for head in heads]
    areas = sum(area_in(without_unit(head)) is not None for head in heads)
    if year is None or areas < _LEAST_AREAS:
        return None
    level = Column(Meaning.LEVEL, one_year(year), sure=told is not None)
    rate = replace(level, meaning=Meaning.ANNUAL, base_year=year - 1, adjusted=True)
    of_area = rate if _CHANGE.search(caption) else level
    greater = [0 <= size < max(sizes) for size in sizes]
    found = [
        Column(Meaning.OTHER) if other else _column(head, of_area, period)
        for head, other in zip(heads, greater, strict=True)
    ]
    figures = sum(column.meaning.figures for column in found)
    named = any(column.meaning is Meaning.NAME for column in found)
    return tuple(found) if named and figures == areas - sum(greater) else None


def _column(head: str, of_area: Column, period: Period) -> Column:
    """Return the column of an area like another such one, or what else a head names."""
    words = without_unit(head)
    area = area_in(words)
    if area is not None:
        return replace(of_area, head=head, unit=unit_in(head), scope=area)
    return Column(Meaning.NAME) if _NAMES.match(words) else head_column(head, period, None)


def area_in(words: str) -> str | None:
    """Return the area that a head names, "" for the whole (全省), None when it names none."""
    if _WHOLE.match(words):
        return ""
    return words.removesuffix("平均").removesuffix("居民") if _AREA.match(words) else None


def _size(words: str) -> int:
    """Return where a whole stands among those of all sizes, -1 for a part or another head."""
    whole = _WHOLE.match(words)
    return _SIZES.index(whole["of"]) if whole is not None else -1


def priced(caption: str, name: str) -> str:
    """Return the name of a row with what a table of prices says of it: 食品烟酒 is 食品烟酒价格."""
    return f"{name}价格" if _PRICES.search(caption) and not _PRICES.search(name) else name
