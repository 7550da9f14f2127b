"""Two measures of the same things, told one behind the other: 桥梁87万座、6063万米, 贷款1560笔、12.8亿元."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planforge.facts.figures.quantity import Form
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.facts.writing.words import table


def is_second_measure(reader: PassageReader, one: Statement) -> bool:
    """Whether a level measures what was counted right before it, under the name of that."""
    earlier = (told for told in reversed(reader.done) if told.quantity.end <= one.quantity.start)
    before = next(earlier, None)
    if before is None or not before.quantity.unit.counts or before.quantity.unit.comparable(one.quantity.unit):
        return False
    same = (before.indicator, before.tier, before.scope) == (one.indicator, one.tier, one.scope)
    return same and reader.words[before.quantity.end : one.quantity.start] in _BESIDE


_BESIDE = ("", *JOINERS)


def named_apart(reader: PassageReader, levels: Iterable[Statement]) -> list[Statement]:
    """Return the last level of each thing and measure, in the order in which they were told last."""
    named: dict[tuple[str, str, str, bool], Statement] = {}
    for one in levels:
        key = (one.indicator, one.tier, one.scope, is_second_measure(reader, one))
        named.pop(key, None)
        named[key] = one
    return list(named.values())


def measure_of_change(reader: PassageReader, around: Around, taken: Statement) -> str | None:
    """Return what a rate is handed of that is told beside a number (长度, 金额), "" for one of the number itself.

    An amount more tells by its unit. None where no word says what the unit measures: 载货汽车87万辆、1358万吨.
    """
    if around.figure.form is Form.AMOUNT or taken.kind.is_change:
        return ""
    begin = reader.clause
    given = sum(1 for one in reader.done if one.quantity.start >= begin)
    several = given + reader.left_in_clause(around.figure) > 1
    if not several or not is_second_measure(reader, taken):
        return ""
    words: Mapping[str, str] = table("units")["measures"]
    return next((words[name] for name in taken.quantity.unit.classes if name in words), None)
