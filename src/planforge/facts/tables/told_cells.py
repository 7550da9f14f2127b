"""Cells that tell their goals in sentences: 到2025年，森林覆盖率达到45%，新增造林8万亩."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.prose import statements_of
from planforge.facts.situation import Situation
from planforge.facts.statement import Position, Role, Source, Statement
from planforge.facts.tables.matrix import place_in
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Passage, TablePassage

_SENTENCE = expression(r"[\u4e00-\u9fff]{4,}[^\u4e00-\u9fff]{0,3}\d")
_SHORTEST_NAME = 4
_OF_A_TIME = expression(r"(?:19|20)\d\d年|年度|阶段|季度|[上下]半年")


def told_in_cell(
    table: TablePassage, cells: Sequence[Text], cell: Text, years: Years, position: Position, situation: Situation
) -> list[Statement]:
    """Return what the sentences of a cell state, nothing where its words name no indicator of their own.

    `years` are those of its column. The goals of a place or a year are none of the whole plan's for its whole time.
    """
    if _SENTENCE.search(cell.printed) is None or any(_is_owner(one) for one in cells if one is not cell):
        return []
    found = statements_of(Passage(cell, table.context), position.passage, situation) or []
    known = any(one.known for one in found)
    named = len(found) > 1 and all(len(one.indicator) >= _SHORTEST_NAME for one in found)
    if not known and not named:
        return []
    told = (replace(one, source=Source.TABLE, position=position, label=table.table.label) for one in found)
    return [_aimed(one, years) for one in told]


def _aimed(one: Statement, years: Years) -> Statement:
    """Return a goal that names no time with that of its column."""
    own = one.gates.time or one.kind.is_change
    return replace(one, role=Role.TARGET, years=one.years if own else years)


def _is_owner(cell: Text) -> bool:
    words = reading_of(cell).text.strip()
    return bool(place_in(words)) or _OF_A_TIME.search(words) is not None


def told_once(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a table without the goals that its rows tell apart: they are each row's own."""
    values: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for one in found:
        values[_subject(one)].add(one.value)
    return [one for one in found if one.quote.start == one.span.start or len(values[_subject(one)]) == 1]


def _subject(one: Statement) -> tuple[object, ...]:
    return one.indicator, one.tier, one.scope, one.kind, one.years
