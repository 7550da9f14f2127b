"""Rows of a table beside the sections of the same names: （二）老旧厂区更新工程…总投资12.4亿元 / 老旧厂区更新 | 12.4.

That nearly all sections tell what their rows do shows that the table is of them; then one that does not is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Source, Statement
from planforge.patterns import expression

_TOTAL = "总投资"
_KIND = expression("(?:改造|建设|更新|提升|工程|行动|项目|任务|计划)*[。：:]?$")
"""What the name of a section or of its row may end with, and not that of the other."""
_Name = Callable[[Statement], str]
_LEAST = 3
"""Sections that tell what their rows do, for one that does not."""


def rows_by_heading(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield the one total investment of a section with that of its row, where all others agree and these do not."""
    totals = [one for one in book.statements if one.head == _TOTAL and one.kind is Kind.LEVEL and not one.referenced]
    sections = _single(totals, (Source.PROSE, Source.BOX), _section)
    tables: dict[int, list[Statement]] = defaultdict(list)
    for one in totals if len(sections) > _LEAST else ():
        if one.source is Source.TABLE and one.scope:
            tables[one.position.passage].append(one)
    for rows in tables.values():
        yield from _odd(sections, _single(rows, (Source.TABLE,), _row))


def _single(totals: list[Statement], sources: tuple[Source, ...], name: _Name) -> Mapping[str, Statement]:
    """Return the totals by what they are of, where one is told of it."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in totals:
        if one.source in sources and one.parent is None and name(one):
            found[name(one)].append(one)
    return {key: told[0] for key, told in found.items() if len(told) == 1}


def _section(one: Statement) -> str:
    headings = one.context.headings if one.context is not None else ()
    return str(_KIND.sub("", headings[-1])) if headings else ""


def _row(one: Statement) -> str:
    return str(_KIND.sub("", one.scope))


def _odd(sections: Mapping[str, Statement], rows: Mapping[str, Statement]) -> Iterator[tuple[Statement, Statement]]:
    both = [(told, rows[name]) for name, told in sections.items() if name in rows]
    odd = [(told, row) for told, row in both if not told.interval.meets(row.interval)]
    if len(odd) == 1 and len(both) > _LEAST:
        yield odd[0]
