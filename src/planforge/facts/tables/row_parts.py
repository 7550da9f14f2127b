"""Rows that are parts of the row above, 其中：高速铁路 below 铁路营业里程（公里）, and those that go on with them.

A part takes from its whole what it leaves out: the unit, and what is measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planforge.facts.figures.units import split_scale
from planforge.facts.names.part_names import STAGES, is_measured, of_sort, with_measure
from planforge.facts.tables.cells import has_figure
from planforge.facts.tables.column import Meaning
from planforge.facts.tables.head_units import unit_in, without_unit
from planforge.facts.tables.layout import Layout
from planforge.facts.tables.numbered_rows import NUMBER
from planforge.facts.tables.row_leads import Division, is_lead, measured, name_below
from planforge.facts.writing.normalise import reading_of
from planforge.facts.writing.words import word_list
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Table
from planforge.records import record

_OF_WHICH = expression(
    r"^(?:\d{1,2}(?:[.．]\d{1,2})?[.．、]?\s*|[（(]?[一二三四五六七八九十\d]+[)）、]\s*)?其\s*中\s*[：:]?"
)
_STAGE = expression(STAGES)
_INDUSTRY = expression("第[一二三]产业")
_OWN_UNIT = expression("[%％‰\u4e00-\u9fff]")
_SCHOOLED = expression("(?:在校生|毕业生|学生|教师|招生|学校|教职工)(?:总?人?数|规模)?$")
_RATE = expression("(?:率|比例|比重|占比|覆盖面|年限|寿命|水平|指数|降低|下降|减少|增长|增速|比)$")


_PER_HEAD = expression(
    "(?P<per>每[百千万十]+(?:常住)?(?:人口|人|名老年人|老年人口?)(?:拥有)?)[\u4e00-\u9fff（）()]{2,}?(?P<measure>床位数?|托位数?|学位数?)"
)
"""每千人口医疗卫生机构床位数: what there is for so many people, whoever has it."""
_OF_EACH = expression("(?:主要|重点|各类|大气|水)*污染物(?P<measure>(?:重点工程)?(?:年度|累计)?(?:排放|减排|削减).+)$")
"""主要污染物排放总量减少: what each of the pollutants below is measured by."""


@record(frozen=True)
class Whole:
    """What a row is a part of: the name without its unit, the unit in its brackets, the unit in a column of units.

    `led` tells that a lead (按产业分：) says so, `sure` whether it is surely a whole itself and no part of one above.
    """

    name: str
    unit: str
    unit_cell: str = ""
    led: bool = False
    sure: bool = True

    def name_of(self, part: str) -> str:
        """Return the name of a part with what it leaves out, "" where the whole's own name stands and it is a scope."""
        if part in word_list("phrases", "parts"):
            return ""
        if (each := _OF_EACH.match(self.name)) is not None and not part.endswith(each["measure"]):
            return part + each["measure"]
        if self.led:
            return name_below(part, self.name)
        if (per := _PER_HEAD.fullmatch(self.name)) is not None and not is_measured(part) and part[0] not in "每人":
            return per["per"] + part + per["measure"]
        named = of_sort(part, self.name) or with_measure(part, self.name)
        if named != part or is_measured(part):
            return named
        rate = _RATE.search(self.name) is not None
        if _STAGE.fullmatch(part) and (rate or _SCHOOLED.search(self.name)):
            return part + self.name
        return "" if rate else part

    def goes_on(self, row: Sequence[Text], words: str, before: str, unit_cell: str) -> bool:
        """Whether a row behind a part is another one: 初中 behind 小学, or without a unit where the whole has one."""
        if any(sort.fullmatch(words) and sort.fullmatch(before) for sort in (_STAGE, _INDUSTRY)):
            return True
        parts = word_list("phrases", "parts")
        if words in parts and before in parts:
            return True
        if is_measured(words) or unit_in(words) or NUMBER.match(words):
            return False
        if unit_cell:  # 核电, 万千瓦 goes on below 电力装机容量, 亿千瓦
            same = split_scale(unit_cell)[2] == split_scale(self.unit_cell)[2]
            return same and with_measure(words, self.name) != words
        return bool(self.unit) and not any(has_figure(cell) and _OWN_UNIT.search(cell.printed) for cell in row)


def row_wholes(table: Table, layout: Layout) -> Mapping[int, Whole]:
    """Return for the rows that are parts, by their number, what they are parts of."""
    units = next((at for at, one in enumerate(layout.columns) if one.meaning is Meaning.UNIT), None)
    found: dict[int, Whole] = {}
    state = _Parts(layout)
    for number, row in enumerate(table.rows):
        if (whole := state.whole_of(row, _words(row, layout.name), _words(row, units))) is not None:
            found[number] = whole
    return found


class _Parts:
    """The row that may have parts, while the rows of a table are read one after the other.

    Attributes:
        whole: that row, None for none.
        before: the name of the part before, "" for none.
        led: whether a lead (按产业分：) stands above, so that rows are parts without being told so.
        told: whether only a bare 其中： stands above, so that the next row is a part.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.whole: Whole | None = None
        self.before = ""
        self.led = self.told = False
        self.division: Division | None = None

    def whole_of(self, row: Sequence[Text], words: str, unit: str) -> Whole | None:
        """Return what the next row is a part of, None for a row that is none."""
        figures = any(map(has_figure, row))
        if not figures and self.whole is not None and self._leads(words):
            return None
        part = _OF_WHICH.sub("", words)
        if self.led and figures and self.division is not None and self._is_below_lead(words, unit):
            self.division.take(row)
            return self.whole
        if self.whole is not None and (part != words or (figures and self.told) or self._goes_on(row, part, unit)):
            self.before, self.told = without_unit(part), False
            return self.whole
        self._begin(row, words, unit, figures=figures)
        return None

    def _leads(self, words: str) -> bool:
        """Whether a row without figures tells how its whole is divided; a bare 其中： says that the next is a part."""
        if _OF_WHICH.fullmatch(words):
            self.told = True
            return True
        if not is_lead(words) or self.division is None or self.whole is None:
            return False
        self.whole, self.led, self.before = replace(self.whole, led=True), True, ""
        self.division.begin()
        return True

    def _is_below_lead(self, words: str, unit: str) -> bool:
        """Whether a row is still a part below the lead: no other unit, no new number, nothing measured by itself."""
        if self.whole is None or self.division is None or self.division.is_numbered_anew(words):
            return False
        other = unit_in(words) not in ("", self.whole.unit) or unit != self.whole.unit_cell
        return not other and not measured(without_unit(NUMBER.sub("", words)))

    def _goes_on(self, row: Sequence[Text], part: str, unit: str) -> bool:
        return bool(self.before and self.whole is not None and self.whole.goes_on(row, part, self.before, unit))

    def _begin(self, row: Sequence[Text], words: str, unit: str, *, figures: bool) -> None:
        """Begin with a row that is no part; whether one below a lead may be one after all, its parts cannot tell."""
        other = self.whole is not None and (unit_in(words) not in ("", self.whole.unit) or unit != self.whole.unit_cell)
        sure = not self.led or self.division is None or self.division.is_complete or other
        name = NUMBER.sub("", words)
        self.whole = Whole(without_unit(name), unit_in(name), unit, sure=sure) if words and figures else None
        self.division = Division(row, self.layout.name) if self.whole is not None else None
        self.before, self.led, self.told = "", False, False


def _words(row: Sequence[Text], at: int | None) -> str:
    return reading_of(row[at]).text.strip() if at is not None and at < len(row) else ""
