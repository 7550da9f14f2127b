"""Sums over years that were told one by one: 2023年完成320亿元，2024年360亿元，合计680亿元."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_IN_ALL = expression("[，,]?(?:合计|总计|共计)(?:约|为|达到?)?")


def years_added_up(reader: PassageReader, around: Around) -> list[Statement]:
    """Return the figures of one thing, each of another year, that a figure adds up; none where it adds up others."""
    if "计" not in around.region or around.grown is not None or _IN_ALL.fullmatch(around.region) is None:
        return []
    unit = around.figure.unit
    told = [one for one in reader.same_sentence(around.figure) if one.quantity.unit.comparable(unit)]
    years = {one.years for one in told if one.years is not None and one.years.single}
    return told if len({one.indicator for one in told}) == 1 and len(told) == len(years) > 1 else []
