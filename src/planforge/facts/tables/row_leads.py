"""Rows that tell how those below divide the row above: 按产业分： between 地区生产总值 and 第一产业."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.names.part_names import is_measured, with_measure
from planforge.facts.tables.cells import cell_quantity, has_figure
from planforge.outline.text import Text
from planforge.patterns import expression

_LEAD = expression(
    "^(?:其中[，：:]?)?(?:按[^，。；\\d]{1,14}?(?:划?分(?:组|类)?|看)[：:]?|分[^，。；\\d]{1,8}(?:看[：:]?|[：:]))$"
)
_NUMBERED = expression("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")
_SECTOR = expression("第[一二三]产业|农业|工业|建筑业|(?:农林牧渔|服务|批发和零售|住宿和餐饮|金融|房地产)业")
_PRODUCT = expression("生产总值|GDP")
_PLACES = tuple("区县市镇乡")
_NEAR = 0.01
"""What parts may be off their whole by rounding."""


def is_lead(words: str) -> bool:
    """Whether words tell how the rows below are divided: 按产业分：, 分行业看, 按登记注册类型分组."""
    return words.startswith(("按", "分", "其中")) and _LEAD.match(words) is not None


def name_below(part: str, whole: str) -> str:
    """Return the name of a row below a lead with what it leaves out: 第二产业 of 固定资产投资 is 第二产业投资."""
    if _PRODUCT.search(whole) and _SECTOR.fullmatch(part):
        return f"{part}增加值"
    named = with_measure(part, whole)
    return named if named != part or measured(part) or part[-2:] in whole else part + whole


def measured(words: str) -> bool:
    """Whether a name says itself what is measured; the name of a place (松柏镇) does not."""
    return is_measured(words) and not words.endswith(_PLACES)


class Division:
    """What a row is divided into below its leads, while the rows are read one after the other.

    `rest` is what the parts read so far leave of the whole in each column of figures.
    """

    def __init__(self, row: Sequence[Text], at: int) -> None:
        self._whole = _amounts(row, at)
        self._rest = dict(self._whole)
        self._at = at
        self._numbered: bool | None = None

    def begin(self) -> None:
        """Begin with the parts below another lead."""
        self._rest = dict(self._whole)
        self._numbered = None

    def take(self, row: Sequence[Text]) -> None:
        """Take a part from what is left."""
        for column, amount in _amounts(row, self._at).items():
            self._rest[column] = self._rest.get(column, 0.0) - amount

    @property
    def is_complete(self) -> bool:
        """Whether the parts read so far come to the whole."""
        return any(abs(self._rest[at]) <= _NEAR * abs(whole) for at, whole in self._whole.items())

    def is_numbered_anew(self, words: str) -> bool:
        """Whether a row has a number (二、) that the first part has not."""
        numbered = _NUMBERED.match(words) is not None
        self._numbered = numbered if self._numbered is None else self._numbered
        return numbered and not self._numbered


def _amounts(row: Sequence[Text], name: int) -> dict[int, float]:
    found = ((at, cell_quantity(cell.printed, "")) for at, cell in enumerate(row) if at > name and has_figure(cell))
    return {at: float(figure.written.number) for at, figure in found if figure is not None}
