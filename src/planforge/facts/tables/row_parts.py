"""Rows that are parts of the row above, 其中：高速铁路 below 铁路营业里程（公里）, and those that go on with them.

A part takes from its whole what it leaves out: the unit, and what is measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.facts.names.part_names import STAGES, is_measured, of_sort, with_measure
from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.column import Meaning
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.layout import Layout
from planforge.facts.writing.normalise import reading_of
from planforge.facts.writing.words import word_list
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table
from planforge.records import record

_OF_WHICH = expression(
    r"^(?:\d{1,2}(?:[.．]\d{1,2})?[.．、]?\s*|[（(]?[一二三四五六七八九十\d]+[)）、]\s*)?其\s*中\s*[：:]?"
)
_NUMBER = expression(r"^(?:[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]+[）)])\s*")
_STAGE = expression(STAGES)
_OWN_UNIT = expression("[%％‰\u4e00-\u9fff]")
_SCHOOLED = expression("(?:在校生|毕业生|学生|教师|招生|学校|教职工)(?:总?人?数|规模)?$")
_RATE = expression("(?:率|比例|比重|占比|覆盖面|年限|寿命|水平|指数|降低|下降|减少|增长|增速|比)$")


@record(frozen=True)
class Whole:
    """What a row is a part of: the name without its unit, the unit in its brackets, the unit in a column of units."""

    name: str
    unit: str
    unit_cell: str = ""

    def name_of(self, part: str) -> str:
        """Return the name of a part with what it leaves out, "" where the whole's own name stands and it is a scope."""
        if part in word_list("phrases", "parts"):
            return ""
        named = of_sort(part, self.name) or with_measure(part, self.name)
        if named != part or is_measured(part):
            return named
        rate = _RATE.search(self.name) is not None
        if _STAGE.fullmatch(part) and (rate or _SCHOOLED.search(self.name)):
            return part + self.name
        return "" if rate else part

    def goes_on(self, row: Sequence[Text], words: str, before: str, unit_cell: str) -> bool:
        """Whether a row behind a part is another one: 初中 behind 小学, or without a unit where the whole has one."""
        if _STAGE.fullmatch(words) and _STAGE.fullmatch(before):
            return True
        parts = word_list("phrases", "parts")
        if words in parts and before in parts:
            return True
        if is_measured(words) or unit_in(words) or _NUMBER.match(words):
            return False
        if unit_cell:
            return unit_cell == self.unit_cell and with_measure(words, self.name) != words
        return bool(self.unit) and not any(has_figure(cell) and _OWN_UNIT.search(cell.printed) for cell in row)


def row_wholes(table: Table, layout: Layout) -> Mapping[int, Whole]:
    """Return for the rows that are parts, by their number, what they are parts of."""
    units = next((at for at, one in enumerate(layout.columns) if one.meaning is Meaning.UNIT), None)
    found: dict[int, Whole] = {}
    whole: Whole | None = None
    before = ""
    for number, row in enumerate(table.rows):
        words, unit = _words(row, layout.name), _words(row, units)
        part = _OF_WHICH.sub("", words)
        if whole is not None and (part != words or (before and whole.goes_on(row, part, before, unit))):
            found[number], before = whole, without_unit(part)
        elif words and any(map(has_figure, row)):
            name = _NUMBER.sub("", words)
            whole, before = Whole(without_unit(name), unit_in(name), unit), ""
        else:
            whole, before = None, ""
    return found


def _words(row: Sequence[Text], at: int | None) -> str:
    return reading_of(row[at]).text.strip() if at is not None and at < len(row) else ""
