"""The groups that rows of a table stand in: named by a column (类别) or by a row that holds nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from planforge.facts.names.indicators import IndicatorTable, Name
from planforge.facts.tables.columns import GROUP_HEAD
from planforge.facts.tables.head_units import without_unit
from planforge.facts.tables.layout import Layout
from planforge.facts.tables.numbered_rows import NUMBER, rows_above
from planforge.facts.tables.row_leads import is_lead
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table
from planforge.records import record

_RATES = ("率", "比例", "比重", "占比")
_MEASURED = expression("^(?:规模|总量|数量|速度|年均)(?:类?指标|类)?$")
"""Groups by what is measured: 工业企业 below 规模 are not those above a size (规模工业企业)."""


@record(frozen=True)
class RowGroups:
    """The group of each row by its number, the names that several rows have, and the numbered row above each."""

    groups: Mapping[int, str]
    repeated: frozenset[str]
    above: Mapping[int, str]

    def name(self, number: int, written: str, names: IndicatorTable) -> Name:
        """Return what a row names: 巩固率 below 九年义务教育 is 义务教育巩固率, 在校生 in two groups is that of each.

        Args:
            number: the number of the row in its table.
            written: its name without its unit.
            names: the known names.
        """
        own, group = names.resolve(written), self.groups.get(number, "")
        if written in self.repeated and (above := self.above.get(number)):
            return replace(own, scope=group + above + own.scope)
        if not group or _MEASURED.match(group):
            return own
        whole = names.resolve(group + written)
        rate = written in self.repeated and written.endswith(_RATES)
        if rate or (whole.known and not whole.scope and not (own.known and written not in self.repeated)):
            return whole
        return replace(own, scope=group + own.scope) if written in self.repeated else own


def row_groups(table: Table, layout: Layout) -> RowGroups:
    """Return the groups of the rows of a table that is understood."""
    column = group_column(layout)
    groups: dict[int, str] = {}
    written: list[str] = []
    group = ""
    for number, row in enumerate(table.rows):
        alone = _alone(row)
        group = alone or (_words(row[column]) or group if column is not None and column < len(row) else group)
        if not alone and layout.name < len(row):
            groups[number] = _named(group)
            written.append(without_unit(_words(row[layout.name])))
    many = Counter(written)
    repeated = frozenset(name for name, count in many.items() if count > 1)
    return RowGroups(groups, repeated, rows_above(table, layout.name) if repeated else {})


def group_column(layout: Layout) -> int | None:
    """Return the column of the groups: 类别, or the first of the two that a merged head 指标 stands above."""
    if layout.name and layout.heads[layout.name] == layout.heads[layout.name - 1]:
        return layout.name - 1
    first = next((at for at, column in enumerate(layout.columns) if column.meaning.figures), 0)
    return next((at for at, head in enumerate(layout.heads[:first]) if GROUP_HEAD.match(head)), None)


def _alone(row: Sequence[Text]) -> str:
    """Return what a row says that only names a group: one text, however often it is repeated."""
    said = {words for cell in row if (words := _words(cell))}
    return said.pop() if len(said) == 1 and len(row) > 1 else ""


def _named(group: str) -> str:
    """Return the name of a group, "" where it only tells how the rows below divide the one above (按产业分：)."""
    return "" if group in _BARE or group.isdigit() or is_lead(group) else group.rstrip("：:")


_BARE = ("其中", "其中：", "其中:")


def _words(cell: Text) -> str:
    return NUMBER.sub("", reading_of(cell).text.strip())
