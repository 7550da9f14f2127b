"""Where the head of a table ends: title rows above it, heads of two rows, rows that only name a group.

A head on two rows is put together column by column (“2025年” over “目标值”); a cell left empty beside another belongs
to the merged cell on its left, as a text table shows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.tables.area_columns import area_columns
from planforge.facts.tables.branch_columns import branch_columns, tells_apart
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.columns import columns_of
from planforge.facts.tables.head_rows import heads_at
from planforge.facts.tables.head_units import YEAR
from planforge.facts.tables.matrix import place_columns
from planforge.facts.tables.measure_heads import told_apart
from planforge.facts.tables.measures import of_places
from planforge.facts.tables.open_spans import settled
from planforge.facts.tables.unfolding import names_within
from planforge.facts.tables.unit_columns import with_units
from planforge.facts.writing.normalise import read, reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Period, Table
from planforge.records import record

_MOST_ABOVE = 3
_YEARLY_LEVELS = 3
_NOTE = expression(r"(?<=[\u4e00-\u9fff])[\[［]\d{1,2}[\]］]")
"""比重[4]: the number of a note."""
_CONTENT = expression("建设内容|工程内容|主要内容|规模")
_TOTAL = expression("^(?:合计|总计|小计|共计|总和)$")
_STATED_UNIT = expression(r"单位\s*[:：]\s*(?P<unit>[^）)；;\s]+)")


@record(frozen=True)
class Layout:
    """A table that is understood: its columns, which of them names the rows, and where the rows begin.

    `start` counts the table's lines from its head (0); `measures` are the indicators of the columns where the rows are
    places, or branches where it is `by_branch`; `units` are those that the table names for all its figures; `by_area`
    tells that the columns are areas.
    """

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    name: int
    start: int = 0
    units: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    by_area: bool = False
    by_branch: bool = False


def layout_of(table: Table, period: Period, heading: str = "") -> Layout | None:
    """Return how a table is laid out, or None when that is not understood; `heading` is the one right above it."""
    lines = [table.head, *table.rows]
    words = [_words(line) for line in lines[: _MOST_ABOVE + 2]]
    caption = table.caption.printed or (heading if of_places(heading) else "")
    for at in range(min(_MOST_ABOVE, len(lines) - 1)):
        if at and not _above(words[at - 1]):
            return None
        for heads, start in heads_at(words, at):
            titles, units = caption + "".join(_titles(words[:at])), _units(table, words[:at])
            found = _layout(heads, lines[start:], period, titles, counted=not units)
            if found is not None:
                return replace(found, start=start, units=units)
    return None


def _layout(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], period: Period, caption: str, *, counted: bool
) -> Layout | None:
    """Return the columns below a head and what names the rows, None when that is not understood."""
    by_place = place_columns(heads, rows, period, caption, counted=counted)
    if by_place is not None:
        columns, measures, name = by_place
        return Layout(columns, tuple(heads), name, measures=measures)
    plain = with_units(settled(columns_of(heads, period, caption), rows, period), heads, rows)
    if not _understood(plain) and (by_area := area_columns(heads, period, caption)) is not None:
        return Layout(by_area, tuple(heads), _name_column(heads, by_area, rows), by_area=True)
    by_branch = branch_columns(heads, rows, period, caption, counted=counted)
    if by_branch is not None and (not _understood(plain) or tells_apart(*by_branch[:2])):
        columns, measures, name = by_branch
        return Layout(columns, tuple(heads), name, measures=measures, by_branch=True)
    if not _understood(plain) or names_within(heads, [column.meaning.figures for column in plain]):
        return None
    plain = told_apart(plain)
    return Layout(plain, tuple(heads), _name_column(heads, plain, rows))


def _words(line: Sequence[Text]) -> list[str]:
    return [_NOTE.sub("", reading_of(cell).text.strip()) for cell in line]


def _above(words: Sequence[str]) -> bool:
    """Whether a line above the head is a title or names the unit: one text, however often it is repeated."""
    return len({word for word in words if word}) <= 1


def _titles(lines: Sequence[Sequence[str]]) -> list[str]:
    return [next((word for word in words if word), "") for words in lines]


def _understood(columns: Sequence[Column]) -> bool:
    named = any(column.meaning is Meaning.NAME for column in columns)
    return named and any(
        (column.meaning in {Meaning.LEVEL, Meaning.MIXED, Meaning.DIFFERENCE} or column.adjusted) and column.years
        for column in columns
    )


def _name_column(heads: Sequence[str], columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> int:
    """Return the column that names the rows: of several, the one with the most names, the last of equals.

    What is built (建设内容) names nothing beside the name of a project.
    """
    named = [index for index, column in enumerate(columns) if column.meaning is Meaning.NAME]
    named = [index for index in named if not _CONTENT.search(heads[index])] or named
    return max(named, key=lambda index: (len({row[index].printed for row in rows if index < len(row)}), index))


def _units(table: Table, above: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the units that the table, its caption or a line above its head names, rates left out."""
    own = table.unit.printed if table.unit else ""
    for words in (own, table.caption.printed, *_titles(above)):
        found = _STATED_UNIT.search(words)
        unit = found["unit"] if found else (words if words is own else "")
        named = tuple(one for one in re.split("[、，,]", unit.strip("（()）")) if one not in ("", "%", "％"))
        if named:
            return named
    return ()


def is_yearly(layout: Layout) -> bool:
    """Whether a table has levels of many years, so that what is done by one of them is not all that the plan does."""
    levels = (column for column in layout.columns if column.meaning is Meaning.LEVEL and not column.whole)
    return len({column.years.last for column in levels if column.years}) >= _YEARLY_LEVELS


def turned_by_years(table: Table) -> Table | None:
    """Return a table that has a row for each year with its years as columns, None when it is no such table."""
    lines = [table.head, *(row for row in table.rows if row and not is_total(row[0].printed))]
    named = [line[0].printed.strip() if line else "" for line in lines]
    if len(lines) < 3 or not all(YEAR.fullmatch(read(name).text) for name in named[1:]):
        return None
    columns = list(zip(*lines, strict=True)) if len({len(line) for line in lines}) == 1 else []
    return replace(table, head=columns[0], rows=tuple(columns[1:])) if len(columns) > 1 else None


def is_total(name: str) -> bool:
    """Whether a row is the sum of others."""
    return _TOTAL.match(re.sub(r"\s", "", name)) is not None
