"""The second sector by its two parts, wherever they stand: 第二产业增加值231.5亿元 / 工业…186.2亿元 / 建筑业…45.3亿元.

Industry holds some services of mining and repair that statistics count to the third sector, so that both together are
a little more than the second sector, not less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.words import shown, told

_SECOND, _INDUSTRY, _BUILDING = "第二产业增加值", "工业增加值", "建筑业增加值"
_SERVICES = Fraction(4, 100)
"""How much of industry and building the services are at most."""
_REVISED = Fraction(1, 100)


def second_sectors(book: FactBook) -> Iterator[Reckoned]:
    """Yield the second sector of each year and place for which one value of either part is told."""
    parts = [_levels(book, name) for name in (_INDUSTRY, _BUILDING)]
    for key, told_so in _levels(book, _SECOND).items() if all(parts) else ():
        found = [part.get(key, []) for part in parts]
        if all(len({one.value for one in each}) == 1 for each in (told_so, *found)):
            yield _reckoned(told_so[0], found[0][0], found[1][0])


def _levels(book: FactBook, name: str) -> dict[object, list[Statement]]:
    found: dict[object, list[Statement]] = defaultdict(list)
    for one in index(book).by_indicator.get(name, ()):
        plain = one.kind is Kind.LEVEL and one.comparator is Comparator.EQ and one.quantity.low is None
        if plain and one.years is not None and one.years.single and one.quantity.unit.kind == "money":
            found[one.scope, one.tier, one.years, one.role.done].append(one)
    return found


def _reckoned(second: Statement, industry: Statement, building: Statement) -> Reckoned:
    """Return the sector with its parts; the rest of industry is what is told when one part alone is a slip."""
    how = f"{told(industry)}{shown(industry)}＋{told(building)}{shown(building)}"
    return Reckoned(
        second,
        (industry, building),
        _allowed(industry.interval + building.interval),
        industry.value + building.value,
        how,
    )


def _allowed(both: Interval) -> Interval:
    low = None if both.low is None else both.low * (1 - _SERVICES)
    high = None if both.high is None else both.high * (1 + _REVISED)
    return replace(both, low=low, high=high)
