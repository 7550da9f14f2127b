"""The share of days with good air, by the days of the year: 优良天数310天，优良天数比例84.9%."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.lint.judging.index import index
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.words import shown, told

_DAYS, _SHARE = "空气质量优良天数", "空气质量优良天数比例"
_NOT_MEASURED = Fraction(15, 1000)
"""Days without valid measurements, as a share of the year, may be left out of it."""


def shares_of_days(book: FactBook) -> Iterator[Reckoned]:
    """Yield the share of each year for which one number of days is told beside it."""
    days = [one for one in index(book).by_indicator.get(_DAYS, ()) if one.kind is Kind.LEVEL and _plain(one)]
    for share in index(book).by_indicator.get(_SHARE, ()):
        same = [one for one in days if _of_one_year(one, share)] if share.kind is Kind.SHARE and _plain(share) else []
        if len({one.value for one in same}) == 1:
            yield _reckoned(share, same[0])


def _plain(one: Statement) -> bool:
    whole_year = one.years is not None and one.years.single and without_season(one.scope) == one.scope
    return whole_year and one.comparator is Comparator.EQ and one.quantity.low is None


def _of_one_year(days: Statement, share: Statement) -> bool:
    same = (days.years, days.scope, days.tier, days.role) == (share.years, share.scope, share.tier, share.role)
    return same and days.quantity.unit.name == "天" and share.quantity.unit.name == "%"


def _reckoned(share: Statement, days: Statement) -> Reckoned:
    year = 366 if share.years is not None and isleap(share.years.last) else 365
    value = days.value * 100 / year
    allowed = days.interval.scaled(Fraction(100, year))
    high = None if allowed.high is None else allowed.high / (1 - _NOT_MEASURED)
    return Reckoned(share, (days,), replace(allowed, high=high), value, f"{told(days)}{shown(days)}÷全年{year}天")
