"""Figures of the same digits whose units cannot both be right, where no two of them exclude each other outright.

One indicator of one year in units that measure the same (林地36.2万亩, 36.2万公顷; 出生率6.49‰, 6.49%), rates of births
and deaths of which some are in ‰ and one in %, a long figure that stands once in another power of its unit than
everywhere else (总投资102.5亿元 twice, 估算总投资102.5万元 once), and a total in another unit than the parts it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from planforge.facts.book import FactBook
from planforge.facts.linking import Topic, subject_of
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.slips import digits_told, unit_slipped
from planforge.lint.judging.sums.parts import divisions
from planforge.patterns import expression

_MEASURING_THE_SAME = (
    frozenset({"%", "‰"}),
    frozenset({"元", "美元"}),
    frozenset({"亩", "公顷", "平方公里", "平方米"}),
    frozenset({"公里", "米"}),
    frozenset({"吨", "公斤", "千克"}),
    frozenset({"千瓦", "兆瓦", "千瓦时"}),
)
_LONG, _OTHERS = 4, 2
"""Digits of a figure that is hardly met by chance, and how often at least it stands in its usual unit."""
_SCALES = 2
"""The usual one and the odd one."""
_ALIKE = 2
"""Characters at the end of names that are of the same thing: 估算总投资, 总投资."""


def odd_units(book: FactBook) -> Iterator[tuple[Statement, list[Statement]]]:
    """Yield each figure whose unit looks wrong, with those that stand in another."""
    told: set[int] = set()
    for odd, others in (*_of_one_topic(book), *_per_thousand(book), *_of_long_figures(book), *_of_parts(book)):
        if odd.span.start not in told:
            told.add(odd.span.start)
            yield odd, others


def _of_one_topic(book: FactBook) -> Iterator[tuple[Statement, list[Statement]]]:
    by_topic: dict[Topic, list[Statement]] = {}
    for group in index(book).groups:
        by_topic.setdefault(group.topic, []).append(group.statements[0])
    for firsts in by_topic.values():
        for one, two in combinations(firsts, 2) if len(firsts) > 1 else ():
            if unit_slipped(one, two) and _measure_the_same(one, two) and one.position != two.position:
                odd, other = (one, two) if two.source is Source.LEDGER else (two, one)
                yield odd, [other]


def _per_thousand(book: FactBook) -> Iterator[tuple[Statement, list[Statement]]]:
    """Yield percentages of what is told in ‰ elsewhere; a name too short for a topic is enough for that."""
    rates = [one for one in book.statements if one.quantity.unit.name == "‰" and one.indicator and not one.referenced]
    once = {(subject_of(rate), rate.kind, rate.years, rate.literal): rate for rate in reversed(rates)}
    for rate in reversed(once.values()):
        for one in index(book).by_indicator[rate.indicator]:
            if _percent_beside(one, rate) and subject_of(one) == subject_of(rate) and unit_slipped(one, rate):
                yield one, [rate]
    for rate in (rate for rate in rates if _VITAL.fullmatch(rate.indicator)):
        for one in index(book).by_passage[rate.position.passage]:
            if _percent_beside(one, rate) and _both_vital(one, rate):
                yield one, [rate]


def _percent_beside(one: Statement, rate: Statement) -> bool:
    return one.quantity.unit.name == "%" and one.kind is rate.kind and one.years == rate.years


def _both_vital(one: Statement, rate: Statement) -> bool:
    """Whether two are rates of births, deaths or natural growth, told in one unit by custom."""
    names = {one.indicator, rate.indicator}
    return len(names) > 1 and all(_VITAL.fullmatch(name) for name in names)


_VITAL = expression("(?:(?:常住)?人口)?(?:出生率|死亡率|自然增长率)")


def _measure_the_same(one: Statement, two: Statement) -> bool:
    """Whether nothing but the measure differs: 36.2万公顷 and 36.2万亩, not 36.2公顷 and 36.2万亩."""
    names = {one.quantity.unit.name, two.quantity.unit.name}
    return one.quantity.scale == two.quantity.scale and any(names <= same for same in _MEASURING_THE_SAME)


def _of_long_figures(book: FactBook) -> Iterator[tuple[Statement, list[Statement]]]:
    alike: dict[tuple[str, str], list[Statement]] = {}
    for one in book.statements:
        if one.quantity.scale and not one.referenced and digits_told(one) >= _LONG:
            alike.setdefault((one.literal, one.quantity.unit.name), []).append(one)
    for statements in alike.values():
        scales = [one.quantity.scale for one in statements]
        if len(statements) > _OTHERS and len(set(scales)) == _SCALES:
            odd = min(statements, key=lambda one: scales.count(one.quantity.scale))
            others = [one for one in statements if one is not odd and _named_alike(one, odd)]
            if scales.count(odd.quantity.scale) == 1 and len(others) >= _OTHERS:
                yield odd, others


def _of_parts(book: FactBook) -> Iterator[tuple[Statement, list[Statement]]]:
    """Yield totals that their parts add up to digit by digit, in another unit: 246亿元，其中甲182万元、乙64万元."""
    for division in divisions(book):
        total, parts = division.total, division.parts
        units = {one.unit for one in parts}
        plain = division.firm and len(parts) > 1 and digits_told(total) >= _FEW_DIGITS
        if plain and len(units) == 1 and total.unit not in units:
            digits = sum((one.quantity.written.number for one in parts), Fraction(0))
            if digits == total.quantity.written.number:
                yield total, list(parts)


_FEW_DIGITS = 3


def _named_alike(one: Statement, two: Statement) -> bool:
    first, second = one.head or one.indicator, two.head or two.indicator
    return len(first) >= _ALIKE and first[-_ALIKE:] == second[-_ALIKE:]
