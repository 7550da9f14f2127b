"""The whole that a share is of, where its sentence or paragraph tells it by a shorter or longer name, or by a count.

投诉3046件，其中商品类投诉1782件，占投诉总量的…; 断面902个，其中830个达标，占…; 甲650个，占29.8%；乙327个，占… A whole
so found is taken only where no other figure of the paragraph gives the share as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.figures.interval import Interval
from planforge.facts.statement import Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression

_AREA = expression("^全(?:国|省|市|县|区|州|盟|旗|镇|乡|系统|行业)")
_LEADS = expression("^(?:全部|所有|各类|各项|总(?!部|理|统|裁))+")
_ENDS = expression("(?:的|总[户人件处个]数?|总数|总量|总额|数量|人数|件数|总|数|量|额)+$")
_SHORTEST = 2
_COUNT_OF = expression(r"[^，,；;。]{0,40}(?:[，,]其中[，,：:]?|中[，,]|(?<![高初集])中(?=有))有?")
"""902个断面，其中830个达标: a count right behind it, without a name of its own."""
_AMONG_THEM = expression(r"[家个所户座处件名人项][^，,；;。、\d]{0,16}(?<![高初集])中[，,][^，,；;。、\d]{2,16}")
"""325家企业中，有研发活动的企业234家: one named behind those counted."""
_IN_ALL = expression("占[^占，,；;。]{0,3}总(?:数|量|额)的")
_TOTAL = expression("总(?:数|量|额|计)")
_NEXT_IN_ROW = expression(r"[^，,；;。、\d]{0,3}[，,、和及](?!其中)[^，,；;。：:、\d]{1,24}")
_NEXT = expression(r"[；;，,、]?(?!其中)[^，,；;。：:、\d]{2,24}")


def named_before(name: str, part: Statement, told: Sequence[Statement]) -> Statement | None:
    """Return the level that a share calls `name`, by another form of that name: 投诉总量, 全部投诉 for 投诉."""
    area = _AREA.match(name)
    core = _core(name)
    if (counted := _COUNTED_BY.search(name)) is not None and part.quantity.raw_unit != counted["by"]:
        return None  # 829户2856人，占总户数的73.6%: the share of the households is not that of the people
    fits = (one for one in _greater(part, told) if core and core in {_core(one.indicator), _core(_found(one.head))})
    found = [one for one in fits if area is None or area[0] in one.quote.text]
    return found[-1] if len({one.value for one in found}) == 1 else None


_COUNTED_BY = expression("总(?P<by>[户人件处个])数?$")


def _found(head: str) -> str:
    """Return a head without the deed by which the whole was found: 排查隐患 is called 隐患总数 behind it."""
    return str(_FINDING.sub("", head))


_FINDING = expression("^(?:累计|共)?(?:识别|排查|认定|摸排|纳入)(?:出|了|的)?")


def _core(name: str) -> str:
    core = _ENDS.sub("", _LEADS.sub("", _AREA.sub("", name)))
    return core if len(core) >= _SHORTEST else ""


def counted_before(share: Statement, part: Statement, told: Sequence[Statement]) -> Statement | None:
    """Return the level that an unnamed whole is: one called 总数, or the count that 其中 or …中 begins to divide."""
    here = [one for one in _greater(part, told) if one.position.sentence == part.position.sentence]
    if _IN_ALL.search(words_between(part, share)):
        total = [one for one in here if _TOTAL.search(one.quote.text) or _TOTAL.search(one.indicator)]
        return total[0] if len(total) == 1 else None
    last = here[-1] if here and here[-1] is told[-2] else None
    between = words_between(last, part) if last is not None else ""
    counted = _COUNT_OF.fullmatch(between) or _AMONG_THEM.fullmatch(between)
    return last if last is not None and counted else None


def total_divided(name: str, part: Statement) -> Statement | None:
    """Return the whole of a part that a share calls by the end of its name: 水利总投资46亿元，其中…，占总投资的33%."""
    whole = part.parent
    named = whole is not None and name.startswith("总") and len(name) > _SHORTEST and whole.head.endswith(name)
    return whole if named else None


def parent_of_row(part: Statement, told: Sequence[Statement]) -> Statement | None:
    """Return the whole of the figures right before a part: 人员4605人，其中医师1780人，护士2090人，分别占….

    Only what all figures from that whole to the part divide together.
    """
    at = next((at for at, one in enumerate(told) if one is part), 0)
    before = told[at - 1] if at else part
    whole = before.parent
    if whole is None or before.position != part.position or not _NEXT_IN_ROW.fullmatch(words_between(before, part)):
        return None
    row = [one for one in told if one.order > whole.order and one.position == part.position]
    alike = all(one.parent is whole or one is part for one in row) and whole in told
    fits = part.quantity.unit.comparable(whole.quantity.unit) and sum(one.value for one in row) <= whole.value
    return whole if alike and fits else None


def goes_on(before: Statement, part: Statement) -> bool:
    """Whether a part with its share stands right behind another one of the same list: …占29.8%；制造业327个."""
    return before.position.passage == part.position.passage and _NEXT.fullmatch(words_between(before, part)) is not None


def said_of_another(stated: Interval, part: Statement, total: Statement, told: Sequence[Statement]) -> bool:
    """Whether another figure told before gives the share that `total` does not."""
    others = (one for one in _greater(part, told) if one is not total)
    return any(stated.meets(operand(part).ratio_to(operand(one)).scaled(100)) for one in others)


def _greater(part: Statement, told: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the levels told before that a part can be of by size, unit, year and place."""
    for one in told:
        same = one is not part and one.years == part.years and one.scope in ("", part.scope) and not one.adds
        if same and one.quantity.unit.comparable(part.quantity.unit) and one.value >= part.value > 0:
            yield one
