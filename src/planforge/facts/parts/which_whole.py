"""Which whole 其中 divides where that is not simply the figure before it."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.told_then import is_told_then
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
    last = _reached_with(reader, figure, head, _told_now(reader, figure, last))
    near = last.quantity.unit is figure.unit
    if last.head != head.name and (named := _named_before(reader, figure, head.name, near=near)) is not None:
        return named
    beside = reader.done[-1]
    of_it = beside is last or beside.kind.is_change or beside.adds or beside.indicator.startswith(last.indicator)
    return last if of_it or figure.written.value <= last.value else None


def _told_now(reader: PassageReader, figure: Quantity, last: Statement) -> Statement:
    """Return what there is now of what is told of the year before right behind it: 9亿元，上年为8亿元，其中…."""
    if not is_told_then(reader.words, reader.clauses.clause_start(last.quantity.start), figure.start):
        return last
    levels = (one for one in reversed(reader.done) if not (one.kind.is_change or one.adds))
    before = (one for one in levels if one.indicator == last.indicator and one.quantity.end < last.quantity.start)
    return next((one for one in before if one.quantity.unit is last.quantity.unit), last)


def _reached_with(reader: PassageReader, figure: Quantity, head: Head, added: Statement) -> Statement:
    """Return the level that came of what was added where a part is of that level.

    企业达到300家，新增82家，其中瞪羚企业达到90家. A part of what was added is added itself, or at
    most as much and without 达到.
    """
    if added.kind is not Kind.INCREMENT or any("新" in verb or "增" in verb for verb in head.verbs):
        return added
    begins = max(figure.start - _SAYING, added.quantity.end)
    if figure.written.value <= added.value and "达" not in reader.words[begins : figure.number_at[0]]:
        return added
    beside = (one for one in reversed(reader.done) if one.position.sentence == added.position.sentence)
    levels = (one for one in beside if not (one.kind.is_change or one.adds or one.kind is Kind.INCREMENT))
    same = (one for one in levels if one.indicator == added.indicator and one.scope == added.scope)
    return next((one for one in same if one.quantity.unit is added.quantity.unit and one.parent is None), added)


_SAYING = 3


def _named_before(reader: PassageReader, figure: Quantity, name: str, *, near: bool) -> Statement | None:
    """Return the level of a sentence that the name of a part begins with."""
    levels = (one for one in reader.same_sentence(figure) if not (one.kind.is_change or one.adds))
    alike = (one for one in levels if one.head and name.startswith(one.head))
    named = [one for one in alike if one.parent is None and _can_hold(one, figure, near=near)]
    return max(named, key=lambda one: len(one.head), default=None)


def of_its_measure(reader: PassageReader, figure: Quantity, name: str, whole: Statement) -> Statement:
    """Return the level beside a whole that measures what a part does where the whole itself measures something else.

    营业收入186亿元，利润8.6亿元，其中甲集团营业收入36亿元. Things counted must bear the whole name of what they
    are taken from: 医院86家，卫生院120家，其中三级医院11家.
    """
    least = max(_MEASURED, _shared_end(name, whole.head) + 1)
    begins = reader.words.rfind("其中", 0, figure.start)
    beside = (one for one in reader.done if one.position.sentence == whole.position.sentence)
    levels = (one for one in beside if one.parent is None and not (one.kind.is_change or one.adds))
    near = whole.quantity.unit is figure.unit
    before = (one for one in levels if one.quantity.end <= begins and _can_hold(one, figure, near=near))
    shared = ((_shared_end(name, one.head), one) for one in before)
    loose = not figure.unit.counts or figure.written.value > whole.value
    alike = [(size, one) for size, one in shared if size >= (least if loose else max(least, len(one.head)))]
    return max(alike, key=lambda pair: pair[0], default=(0, whole))[1]


def _can_hold(one: Statement, figure: Quantity, *, near: bool) -> bool:
    """Whether the unit of a figure lets it be part of another; where one in the same unit stands `near`, no other can.

    小学6所，学位1.5万个，其中小学9600个: no part of 6 schools.
    """
    return one.quantity.unit is figure.unit if near else one.quantity.unit.comparable(figure.unit)


_MEASURED = 2
"""How many characters the name of a measure has at least: 产值, 利润."""


def _shared_end(one: str, other: str) -> int:
    """Return how many characters two names share at their ends, 总额 of a sum left out: 利润, 利润总额."""
    one, other = one.removesuffix("总额"), other.removesuffix("总额")
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


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
