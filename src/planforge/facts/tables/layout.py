"""Where the head of a table ends: title rows above it, heads of two rows, rows that only name a group.

A head on two rows is put together column by column (“2025年” over “目标值”); a cell left empty beside another belongs
to the merged cell on its left, as a text table shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.facts.figures.units import split_scale, unit_of
from planforge.facts.tables.area_columns import area_columns
from planforge.facts.tables.branch_columns import branch_columns, tells_apart
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.columns import columns_of
from planforge.facts.tables.head_units import YEAR, is_unit, unit_in, without_unit
from planforge.facts.tables.matrix import of_places, place_columns
from planforge.facts.tables.measure_heads import told_apart
from planforge.facts.tables.open_spans import settled
from planforge.facts.tables.unfolding import names_within
from planforge.facts.times.season_words import PART_OF_YEAR
from planforge.facts.writing.normalise import read, reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Period, Table
from planforge.records import record

_MOST_ABOVE = 3
_LONGEST_UNIT = 4
_YEARLY_LEVELS = 3
_NOTE = expression(r"(?<=[\u4e00-\u9fff])[\[［]\d{1,2}[\]］]")
"""比重[4]: the number of a note."""
_FIGURE = expression(r"\d")
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
        for heads, start in _heads(words, at):
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
    plain = settled(columns_of(heads, period, caption), rows, period)
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


def _heads(words: Sequence[Sequence[str]], at: int) -> Iterator[tuple[list[str], int]]:
    """Yield the head at a line: together with the line below when that one carries on the head, else alone."""
    first = words[at]
    if at + 1 < len(words) and _goes_on(first, words[at + 1]):
        yield _together(first, words[at + 1]), at + 2
    yield list(first), at + 1


def _goes_on(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a line belongs to the head above: no figures but times, and every cell new or the one above it."""
    if not any(second) or len(first) != len(second):
        return False
    plain = [PART_OF_YEAR.sub("", YEAR.sub("", word)) for word in second]
    if any(_FIGURE.search(word) for word in plain):
        return False
    name = next((index for index, word in enumerate(first) if word), 0)
    return second[name] in ("", first[name]) and any(
        below and below != above for above, below in zip(first, second, strict=True)
    )


def _together(first: Sequence[str], second: Sequence[str]) -> list[str]:
    joined, last = [], ""
    for above, below in zip(first, second, strict=True):
        last = above or (last if below else "")
        joined.append(last if below in ("", last) else _joined(last, below))
    return joined


def _joined(above: str, below: str) -> str:
    """Return a head cell and the one below it as one, its unit last: 充电桩（个） and 2025年."""
    unit = unit_in(above)
    if _SEASON.match(below) and not _DATED.search(above):
        return f"{without_unit(below)}{above}" if unit else f"{below}{above}"  # 1—2月 below 利润总额
    if not unit or is_unit(below):
        return above + _bracketed(below)
    return without_unit(above) + below + ("" if unit_in(below) else f"（{unit}）")


_SEASON = expression(rf"(?:{PART_OF_YEAR.pattern}|[本当]月|累计)(?![^（(]*(?:同比|[增比较降占]))")
_DATED = expression(r"\d|五|[本当]月|累计|全年")


def _bracketed(below: str) -> str:
    """A unit that stands alone below a year is written as heads write units; 面积 and 套数 are none."""
    known = is_unit(below) and unit_of(split_scale(below)[2]).kind != "other"
    return f"（{below}）" if known and len(below) <= _LONGEST_UNIT else below


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
