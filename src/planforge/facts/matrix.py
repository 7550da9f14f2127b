"""Tables of places by indicators (县区 | 粮食产量（万吨）| 耕地面积（万亩）): columns are indicators, rows scopes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.facts.columns import Column, Meaning, caption_year, head_column, unit_in, without_unit
from planforge.facts.normalise import read
from planforge.facts.time import Years
from planforge.outline.text import Text
from planforge.plan.model import Period

_PLACE_HEAD = re.compile(
    "^(?:各?(?:地区|地市|地方|区域|城市|乡镇|镇街|街道|区县|县区|县市区?|市县|市州|市区|园区|行政区划?|设区市|省份|[县市区镇乡])"
    "|(?:[县市区州镇乡]|街道)?[（(][县市区州旗镇、街道乡]{1,6}[）)])(?:名称|别)?$"
)
_PLACE = re.compile("^[\u4e00-\u9fff]{1,9}(?:[省市县区镇乡州盟旗]|街道|新城|园区|垦区|林区)$")
_WHOLE = re.compile("^全[省市县区州]$")
_YEARS = re.compile(r"(?:19|20)\d\d年?|[“\"]?十[一二三四五六]五[”\"]?(?:期?末)?")
_RATES = re.compile("(?:比|较)上年|(?:同比|年均)?(?:名义|实际)?(?:增长率?|增速|增幅|增减)|[（(]?[±＋+]?[%％][)）]?$")
_ROLES = re.compile("(?:规划|预期)?目标值?|现状值?|基期值?|完成值?|任务|计划|实绩|实际")
_ABOUT = re.compile(
    "(?:20\\d\\d年?)?(?:全[省市县区]|我[省市县区])?各?(?:[县市区镇乡州地、]|街道|地区|[（(][县市区旗]+[）)])+(?P<measure>.{2,}?)"
    "(?:的?(?:基本)?情况|规划|目标|任务|统计|分解|分配|完成|计划|指标|一览)*表?(?:[（(].*[）)])?$"
)
_BRANCHES = re.compile(
    "(?:分|按)(?:行业|地区|产业|领域|门类|类别|区域|用途|登记注册类型|经济类型)(?:分)?的?(?P<measure>[\u4e00-\u9fff]{2,16}?)的?"
    "(?:及其?|和|与)?(?:同比)?(?:增长速度|增速|增长率|增长情况|增长|变化)"
)
_LEAST_PLACES = 2


def place_columns(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], period: Period, caption: str
) -> tuple[tuple[Column, ...], tuple[str, ...], int] | None:
    """Return the columns, what each measures and the column of places; None when it is no such table.

    Every figure must have a year of its own or that of the caption.
    """
    at = next((index for index, head in enumerate(heads) if _PLACE_HEAD.match(head)), None)
    if at is None or at > 1:
        return None
    places = [row for row in rows if at < len(row) and place_in(read(row[at].printed).text) is not None]
    if len(places) < _LEAST_PLACES or 2 * len(places) < len(rows):
        return None
    measures = _measures(heads, at, caption)
    told = caption_year(caption)
    columns = tuple(
        _column(head, period, told) if measure else Column(Meaning.OTHER)
        for head, measure in zip(heads, measures, strict=True)
    )
    dated = any(column.meaning is Meaning.LEVEL for column in columns)
    return (columns, measures, at) if dated else None


def place_in(words: str) -> str | None:
    """Return the place that a cell names, "" for the whole (全市), None when it names none."""
    words = "".join(words.split())
    if _WHOLE.match(words):
        return ""
    return words if _PLACE.match(words) else None


def measure_of_branches(caption: str) -> str:
    """Return what a table by branches measures (分行业固定资产投资增长速度), "" when the caption tells none."""
    found = _BRANCHES.search(caption)
    return found["measure"] if found else ""


def _measures(heads: Sequence[str], places: int, caption: str) -> tuple[str, ...]:
    """Return what each column measures; a rate without a name of its own is that of the column before."""
    about = _ABOUT.search(caption)
    found: list[str] = []
    for at, head in enumerate(heads):
        bare = _ROLES.sub("", _RATES.sub("", _YEARS.sub("", without_unit(head)))).strip("（()）：: ")
        rate = _RATES.search(without_unit(head)) is not None and bool(found and found[-1])
        above = found[-1] if rate else without_unit(about["measure"]) if about else ""
        found.append("" if at <= places else bare or above)
    return tuple(found)


def _column(head: str, period: Period, told: int | None) -> Column:
    found = head_column(head, period, told)
    if found.meaning is Meaning.ANNUAL and (found.years or told):
        years = found.years or Years(told or 0, told or 0)
        return Column(Meaning.ANNUAL, years, years.first - 1, unit_in(head) or "%", adjusted=True)
    if found.meaning in {Meaning.LEVEL, Meaning.SHARE} and found.years is not None:
        return found
    if found.meaning in {Meaning.NAME, Meaning.OTHER, Meaning.SHARE} and told:
        aims = period.baseline is not None and told > period.baseline
        return Column(Meaning.LEVEL, Years(told, told), unit=unit_in(head), target=aims)
    return Column(Meaning.OTHER)
