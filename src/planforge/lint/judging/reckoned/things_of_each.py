"""How many, or how much else than money, one of something has: 改造小区118个，惠及居民2.46万户，平均每个小区208户.

The sentence tells one count of what 平均每 names and one figure in the unit of the mean before it, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.reckoned.quotients import is_plain, quotient, told_of_each
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.patterns import expression

_MEAN = expression(
    r"[，,；;、]?平均每(?:一)?(?P<each>[个条座处家台站])(?P<of>[\u4e00-\u9fff]{0,6}?)"
    r"(?:约|为|有|达到?|容纳|服务|覆盖)?\d"
)
_PUPILS = expression("^(?P<level>.*?)(?:在校|在园)?(?:学生|生|幼儿)(?:总?数|人数)?$")
_TEACHERS = expression("^(?P<level>.*?)专任教师(?:总?数|人数)?$")
_RATIO = "生师比"
_PARTS = ("其中", "新增")
"""Of these the mean may be alone."""


def things_of_each(book: FactBook) -> Iterator[Reckoned]:
    """Yield each such mean, and each 生师比 behind pupils and teachers of one kind of school."""
    for together, at in told_of_each(book):
        one = together[at]
        if one.quantity.unit.kind != "money" and (found := _MEAN.match(one.quote.text)) is not None:
            yield from _mean(one, found, _before(together[:at], one))
    for one in index(book).by_indicator.get(_RATIO, ()):
        yield from _pupils(one, _before(index(book).by_passage[one.position.passage], one))


def _before(told: Sequence[Statement], mean: Statement) -> list[Statement]:
    if mean.comparator is not Comparator.EQ or mean.quantity.low is not None:
        return []
    return [one for one in told if one.position == mean.position and one.order < mean.order and _plain(one)]


def _plain(one: Statement) -> bool:
    return one.kind.is_amount and one.flow is not Flow.PER_YEAR and not one.falls and is_plain(one)


def _mean(mean: Statement, found: re.Match[str], before: Sequence[Statement]) -> Iterator[Reckoned]:
    each, noun = found["each"], found["of"]
    counts = [one for one in before if one.quantity.raw_unit == each and one.parent is None]
    sums = [one for one in before if one.quantity.unit is mean.quantity.unit and one not in counts]
    if len(sums) != 1 or len(counts) != 1 or noun not in counts[0].head or counts[0].value <= 1:
        return
    first = min((sums[0], counts[0]), key=lambda one: one.order)
    if not any(word in words_between(first, mean) for word in _PARTS):
        yield _divided(mean, sums[0], counts[0])


def _pupils(ratio: Statement, before: Sequence[Statement]) -> Iterator[Reckoned]:
    pupils = [(one, found["level"]) for one in before if (found := _PUPILS.match(one.head))]
    teachers = [(one, found["level"]) for one in before if (found := _TEACHERS.match(one.head))]
    if len(pupils) == len(teachers) == 1 and teachers[0][1] in ("", pupils[0][1]) and teachers[0][0].value > 0:
        yield _divided(ratio, pupils[0][0], teachers[0][0])


def _divided(mean: Statement, whole: Statement, count: Statement) -> Reckoned:
    written = mean.quantity.written
    rounded = Fraction(written.unit_in_last_place) if written.exact else Fraction(0)  # 208户 may be 208.9
    return quotient(mean, whole, count, cut=rounded)
