"""Which whole 其中 divides where that is not simply the figure before it."""

from __future__ import annotations

from planforge.facts.heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Quantity
from planforge.facts.statement import Statement
from planforge.patterns import expression

_LISTED = expression(r"、[^，。；、\d]*")


def whole_that_moves(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return the whole of a part listed behind one that rose or fell: 其中甲减少100万吨、乙减少300万吨."""
    moved = reader.done[-1] if reader.done else None
    whole = moved.parent if moved is not None and moved.adds else None
    if moved is None or whole is None or whole.indicator == moved.indicator or moved.quantity.unit is not figure.unit:
        return None
    return whole if _LISTED.fullmatch(reader.words, moved.quantity.end, figure.start) is not None else None


def divided_by(reader: PassageReader, figure: Quantity, head: Head, last: Statement) -> Statement | None:
    """Return what 其中 before a head divides: the level that bears its name, else the last level.

    小巨人企业26户，单项冠军企业5户，其中新增小巨人企业7户. A greater figure is no part of what stands before another
    rate: 社区医院24家，达标率96.2%，其中达到推荐标准的45家.
    """
    if last.head != head.name and (named := _named_before(reader, figure, head.name)) is not None:
        return named
    beside = reader.done[-1]
    of_it = beside is last or beside.kind.is_change or beside.adds or beside.indicator.startswith(last.indicator)
    return last if of_it or figure.written.value <= last.value else None


def _named_before(reader: PassageReader, figure: Quantity, name: str) -> Statement | None:
    """Return the level of a sentence that the name of a part begins with."""
    levels = (one for one in reader.same_sentence(figure) if not (one.kind.is_change or one.adds))
    alike = (one for one in levels if one.head and name.startswith(one.head))
    named = [one for one in alike if one.parent is None and one.quantity.unit.comparable(figure.unit)]
    return max(named, key=lambda one: len(one.head), default=None)


def goes_beyond(figure: Quantity, head: Head, whole: Statement) -> bool:
    """Whether a later class is greater than a whole with which its name shares no more than the measure.

    粮食产量3018万吨。其中，早稻产量741万吨；蔬菜产量4401万吨: vegetables are no grain.
    """
    if figure.written.value <= whole.value:
        return False
    measure = _MEASURE.search(head.name)
    own = head.name[: measure.start()] if measure is not None else head.name
    sort = _MEASURE.sub("", whole.head)
    return not any(own[at : at + 2] in sort for at in range(len(own) - 1))


_MEASURE = expression(
    "(?:播种|种植|养殖|栽培|建筑|占地|营业|销售)?(?:总?(?:产量|产值|面积|收入|支出|投资|余额|里程|数量|总量|规模|人数|增加值|销售额|零售额|量|数|额))$"
)
