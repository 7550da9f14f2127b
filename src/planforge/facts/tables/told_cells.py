"""Cells that tell their goals in sentences: 到2025年，森林覆盖率达到45%，新增造林8万亩."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.prose import statements_of
from planforge.facts.situation import Situation
from planforge.facts.statement import Position, Role, Source, Statement
from planforge.facts.tables.deadlines import deadline_columns, is_task_head, years_due
from planforge.facts.tables.layout import Layout
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
    table: TablePassage, cells: Sequence[Text], at: Position, layout: Layout, years: Years, situation: Situation
) -> list[Statement]:
    """Return what the sentences of the cell `at` state, nothing where its words name no indicator of their own.

    `years` are those of its column, which a deadline in its row goes before. The goals of a place or a year are none of
    the whole plan's for its whole time. Where the rows are tasks, what a cell names goes before the name of its task.
    """
    cell, deadlines = cells[at.column], deadline_columns(layout.heads)
    others = (one for index, one in enumerate(cells) if index != at.column and index not in deadlines)
    if _SENTENCE.search(cell.printed) is None or any(map(_is_owner, others)):
        return []
    found = statements_of(Passage(cell, table.context), at.passage, situation) or []
    known = any(one.known for one in found)
    several = len(found) > 1 or is_task_head(layout.heads[layout.name])
    named = found and several and all(len(one.indicator) >= _SHORTEST_NAME for one in found)
    if not known and not named:
        return []
    years = years_due(cells, deadlines, years)
    told = (replace(one, source=Source.TABLE, position=at, label=table.table.label) for one in found)
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
        for subject in _subjects(one):
            values[subject].add(one.value)
    return [one for one in found if not _is_told(one) or all(len(values[of]) == 1 for of in _subjects(one))]


def _subjects(one: Statement) -> list[tuple[object, ...]]:
    """Return what is told in a year, and of a goal that names none what is told by any deadline (一期, 二期)."""
    dated = _subject(one)
    return [dated, (*dated[:-1], "any year")] if _is_told(one) and not one.gates.time else [dated]


def _is_told(one: Statement) -> bool:
    """Whether words of its own name a figure, so that it is no plain cell's."""
    return one.quote.start != one.span.start


def _subject(one: Statement) -> tuple[object, ...]:
    return one.indicator, one.tier, one.scope, one.kind, one.years
