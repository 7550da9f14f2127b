"""Harvests by area and yield: 播种面积120万亩，亩产450公斤，总产量54万吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_before
from planforge.lint.judging.reckoned.told import Reckoned, product
from planforge.lint.judging.words import shown, told
from planforge.patterns import expression

_YIELD = expression("(?P<crop>.{2,}?)(?:作物)?(?:平均)?(?P<by>亩产|单产)(?:量|水平)?(?:每公顷)?")
_AREA = expression("(?P<crop>.{2,}?)(?:作物)?(?:播种|种植|收获)?面积")
_HARVEST = expression("(?P<crop>.{2,}?)(?:作物)?总?产量?")
_MEANS = ("亩均产量", "平均亩产", "亩均单产", "亩产", "亩产量", "平均单产每公顷", "单产每公顷")
_AREAS = ("播种面积", "种植面积", "收获面积")
_BEFORE = 6
_BY_THE_HECTARE = ("每公顷", "每公顷达到", "每公顷达", "每公顷为")
_KILOGRAMS = {"公斤": Fraction(1), "千克": Fraction(1), "斤": Fraction(1, 2), "吨": Fraction(1000)}
_MU = {"亩": 1, "公顷": 15, "平方公里": 1500}
_NEARLY = Fraction(1, 100)
"""The area harvested may be a little less than what was sown."""


def harvests(book: FactBook) -> Iterator[Reckoned]:
    """Yield each harvest with the one area and the one yield that its paragraph tells for its crop and year."""
    for told_together in index(book).by_passage.values():
        plain = [one for one in told_together if one.kind is Kind.LEVEL and _plain(one)]
        for one in plain:
            if one.indicator in _MEANS:
                if crop := _crop_before(one, plain):
                    yield from _of_crop(crop, one, plain)
                continue
            found = _YIELD.fullmatch(one.indicator) if "产" in one.indicator else None
            if found is not None and (found["by"] == "亩产" or _area_of_one(one)):
                yield from _of_crop(found["crop"], one, plain)


def _area_of_one(one: Statement) -> str:
    """Return the area whose yield is told, "" for none: 单产419公斤/亩, 单产每亩419公斤, 单产每公顷6285公斤."""
    words = words_before(one, _BEFORE)
    if words.endswith(_BY_THE_HECTARE) or one.quantity.unit.name.endswith("/公顷"):
        return "公顷"
    mu = one.quantity.unit.name.endswith("/亩") or words.endswith(("每亩", "每亩达到", "每亩达", "每亩为"))
    return "亩" if mu else ""


def _crop_before(by_mu: Statement, told_together: Sequence[Statement]) -> str:
    """Return the crop of the harvest right before a yield that names none: 粮食总产量28.5万吨，亩均产量407公斤."""
    before = [one for one in told_together if one.position == by_mu.position and one.order < by_mu.order]
    before = before[:-1] if before and before[-1].indicator in _AREAS else before
    found = _HARVEST.fullmatch(before[-1].indicator) if before else None
    return found["crop"] if found is not None and "产" in before[-1].indicator else ""


def _plain(one: Statement) -> bool:
    return one.comparator is Comparator.EQ and one.quantity.low is None and one.years is not None and one.value > 0


def _of_crop(crop: str, by_mu: Statement, told_together: Sequence[Statement]) -> Iterator[Reckoned]:
    same = [one for one in told_together if _alike(one, by_mu)]
    areas = [one for one in same if _is_area_of(crop, one, by_mu) and _unit(one) in _MU]
    results = [one for one in same if _named(_HARVEST.fullmatch(one.indicator), crop) and _unit(one) in _KILOGRAMS]
    weight = _unit(by_mu).partition("/")[0]
    if len(areas) == len(results) == 1 and weight in _KILOGRAMS:
        yield _reckoned(results[0], areas[0], by_mu, _KILOGRAMS[weight])


def _alike(one: Statement, other: Statement) -> bool:
    return (one.years, one.scope, one.role) == (other.years, other.scope, other.role)


def _is_area_of(crop: str, one: Statement, by_mu: Statement) -> bool:
    """Whether an area is that of a crop; without a name that of its sentence: 总产量7亿斤，播种面积78万亩，亩产…."""
    near = one.indicator in _AREAS and one.position == by_mu.position and one.order < by_mu.order
    return near or _named(_AREA.fullmatch(one.indicator), crop)


def _named(found: re.Match[str] | None, crop: str) -> bool:
    return found is not None and found["crop"] == crop


def _unit(one: Statement) -> str:
    return one.quantity.unit.name


def _reckoned(result: Statement, area: Statement, by_mu: Statement, kilograms: Fraction) -> Reckoned:
    factor = kilograms * _MU[_unit(area)] / _MU[_area_of_one(by_mu) or "亩"] / _KILOGRAMS[_unit(result)]
    value = area.value * by_mu.value * factor
    how = f"{told(area)}{shown(area)}×{told(by_mu)}{shown(by_mu)}"
    return Reckoned(result, (area, by_mu), _nearly(product(area.interval, by_mu.interval).scaled(factor)), value, how)


def _nearly(product: Interval) -> Interval:
    low, high = product.low or Fraction(0), product.high
    return Interval(low * (1 - _NEARLY), None if high is None else high * (1 + _NEARLY))
