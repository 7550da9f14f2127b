"""Means told behind a sum and a count: 改造小区126个，总投资18.9亿元，平均每个小区投资1500万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.reckoned.quotients import is_money, is_plain, quotient, told_of_each
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.patterns import expression

_MEAN = expression(
    r"[，,；;]?(?:平均)?(?:(?P<by>[户人亩])均|每(?:一)?(?P<each>公里|[户人亩个项家名座所处])[^，。；\d]{0,4}?)"
    r"(?:计划|完成)?(?:投资|投入|补助|补贴|奖补|资金|发放|支出)*(?:金额|额)?(?:约|为|达到?|近|超过?)?\d"
)
"""Only bare words of money: 人均可支配收入 is an indicator of its own."""
_IN_ALL = ("合计", "共计", "共", "总计")
"""供水管网120公里、燃气管网86公里，合计206公里: the mean is over all of them."""
_INVESTED = "总投资"
"""Of a paragraph that tells it once: 改造小区126个，总投资18.9亿元。惠及居民2.68万户，户均投资7.05万元."""
_NEXT = expression("[；;]")
"""Behind it another matter begins."""


def means(book: FactBook) -> Iterator[Reckoned]:
    """Yield each mean with the one sum of money and the one count that its sentence tells before it."""
    for together, at in told_of_each(book):
        if is_money(together[at]):
            yield from _mean(together[at], together[:at])


def _mean(mean: Statement, before: Sequence[Statement]) -> Iterator[Reckoned]:
    found = _MEAN.match(mean.quote.text)
    if found is None or mean.comparator in (Comparator.GE, Comparator.LE):
        return
    unit = found["by"] or found["each"]
    near = [one for one in before if one.position == mean.position and one.kind.is_amount and _plain(one)]
    here = [one for one in near if _NEXT.search(words_between(one, mean)) is None]
    sums = [one for one in here if one.quantity.unit.kind == "money"]
    if not sums and "投资" in found[0]:
        sums = [one for one in before if one.head == _INVESTED and _plain(one)]
    counts = [one for one in here if one.quantity.raw_unit == unit]
    in_all = [one for one in counts if one.head in _IN_ALL]
    counts = in_all or counts
    if len(sums) == len(counts) == 1 and counts[0].value > 0:
        yield quotient(mean, sums[0], counts[0])


def _plain(one: Statement) -> bool:
    return one.flow is not Flow.PER_YEAR and is_plain(one)
