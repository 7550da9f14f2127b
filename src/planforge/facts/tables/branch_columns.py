"""Tables of indicators by branches and sorts of firms: 行业名称 | 利润总额（亿元） | 比去年同期增长（%）.

The head of the rows tells that they name branches; as in prose what a figure is of begins with the branch.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.names.part_names import is_measured
from planforge.facts.tables.column import Column, Meaning
from planforge.facts.tables.head_units import YEAR, without_unit
from planforge.facts.tables.matrix import measured_columns
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Period

_BRANCH_HEAD = expression(
    "^(?:(?:主要|重点|国民经济|工业)*(?:行业|产业)(?:名称|类别|门类|大类|分类|分组)?"
    "|(?:登记注册|经济|企业|所有制|控股|单位|注册)类型|(?:企业|单位|学校|医院|机构|公司|园区|景区)名称)$"
)
_NUMBER = expression(
    r"^(?:其\s*中\s*[：:]?\s*|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]+[）)]|[#＃*※•·—-]+)*\s*"
)
_LEAST_ROWS = 2


def branch_columns(
    heads: Sequence[str], rows: Sequence[Sequence[Text]], period: Period, caption: str, *, counted: bool
) -> tuple[tuple[Column, ...], tuple[str, ...], int] | None:
    """Return the columns, what each measures and the column of branches; None when it is no such table.

    Rows that say themselves what is measured are indicators and no branches, and so are all rows below heads that are
    nothing but years.
    """
    at = next((index for index, head in enumerate(heads) if _BRANCH_HEAD.match("".join(head.split()))), None)
    if at is None or at > 1:
        return None
    named = [words for row in rows if at < len(row) and (words := reading_of(row[at]).text.strip())]
    if len(named) < _LEAST_ROWS or any(is_measured(branch_in(words)) for words in named):
        return None
    if any(not YEAR.sub("", without_unit(head)) for head in heads[at + 1 :]):
        return None
    found = measured_columns(heads, at, period, caption, counted=counted)
    if found is None:
        return None
    columns, measures, _ = found
    read = (measure for column, measure in zip(columns, measures, strict=True) if column.meaning.figures)
    return found if all(read) else None


def tells_apart(columns: Sequence[Column], measures: Sequence[str]) -> bool:
    """Whether columns of levels measure more than one thing."""
    read = zip(columns, measures, strict=True)
    return len({measure for column, measure in read if column.meaning is Meaning.LEVEL}) > 1


def branch_in(words: str) -> str:
    """Return the branch that a cell names, without the number before it."""
    return without_unit(_NUMBER.sub("", words))
