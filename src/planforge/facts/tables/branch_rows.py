"""Rows that name a sector or branch only, whose measure the caption or the row of their whole tells.

第一产业 below 地区生产总值 is what that sector adds, 种植业 below 农林牧渔业总产值 what it makes. Below another economy
(民营经济增加值) neither is that of the whole area.
"""

from __future__ import annotations

from collections.abc import Mapping

from planforge.facts.tables.head_units import without_unit
from planforge.facts.tables.layout import Layout
from planforge.facts.writing.normalise import reading_of
from planforge.patterns import expression
from planforge.plan.model import Table

_ADDED, _MADE = "增加值", "产值"
_BRANCHES = {
    _ADDED: expression("第[一二三]产业|农业|工业|建筑业"),
    _MADE: expression("(?:种植|农|林|牧|畜牧|渔)业|农林牧渔服务业|农林牧渔专业及辅助性活动"),
}
_TOLD = {_ADDED: expression("生产总值|增加值|GDP"), _MADE: expression("(?:农林牧渔业|农业)总?产值")}
_WHOLES = {
    _ADDED: expression("(?:地区|国内|全[省市县区州旗盟])?生产总值|GDP"),
    _MADE: expression("(?:农林牧渔业|农业)总产值"),
}
_ECONOMY = expression(".*经济(?:增加值)?")
_NUMBER = expression("^(?:其中|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[^\u4e00-\u9fffA-Z])+")


def branch_measures(table: Table, layout: Layout, caption: str) -> Mapping[int, str]:
    """Return for rows that are branches, by their number, what is measured of them."""
    told = next((measure for measure, words in _TOLD.items() if words.search(caption)), "")
    found: dict[int, str] = {}
    measure = told
    for number, row in enumerate(table.rows):
        name = reading_of(row[layout.name]).text.strip() if layout.name < len(row) else ""
        name = without_unit(_NUMBER.sub("", name))
        if measure and _BRANCHES[measure].fullmatch(name):
            found[number] = measure
        elif name:
            measure = _measure_below(name, measure, told)
    return found


def _measure_below(name: str, before: str, told: str) -> str:
    """Return what is measured of the branches below a row that is none."""
    for measure, words in _WHOLES.items():
        if words.fullmatch(name) and told in ("", measure):
            return measure
    if told:
        return "" if _ECONOMY.fullmatch(name) else before
    return before if name.endswith("业") else ""
