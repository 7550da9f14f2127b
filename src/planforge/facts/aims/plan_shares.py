"""How far a plan is fulfilled: 完成投资629.0亿元，占年度投资计划的97.2% speaks of the figure before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.named_figures import SHARE_OF_IT
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import left_head
from planforge.facts.names.indicators import Name
from planforge.facts.parts.whole_shares import OF_IT
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.times.time import AMOUNTS_TO, BACK_TO
from planforge.facts.topic import Around, Topic, name_of
from planforge.patterns import expression

PLAN_SHARE = "计划完成率"
_OF_PLAN = expression(
    r'[，,、]?(?:分别|仅|已|只)*(?:为|占|达到?|完成了?)(?:20\d\d年|[三五]年|[“"]?十[一二三四五六]五[”"]?|本年度|年度|全年|年初|年|预期|考核|调整|变动|最终|序时|规划|投资|减排)*(?:省|国家|上级)?(?:下达的?)?'
    "(?:计划|目标|任务|预算|进度)+数?(?:投资|开工)?的?"
)
_WITH_SUBJECT = expression(
    "[，,、]?(?P<of>[^，。；、\\d]{2,20}?(?<![预年季超]))(?:完成|达到|为|占)(?:年度|全年|年初|预期|调整|变动|最终|序时)*(?:计划|预算|目标任务|序时进度)数?的"
)
_BRACKET = expression("（[^（）]*）")
_SHORTEST = 2
_AND_MORE = expression(r"[和、及与]\d[\d.]*[%％]")


def of_plan(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of 为年度计划的128.6%: how far the figure before fulfils the plan."""
    last = reader.done[-1] if reader.done else None
    if around.figure.form is not Form.PERCENT:
        return None
    if own := _with_subject(reader, around.region):
        return own
    if last is None:
        return None
    if around.region in OF_IT and is_planned(reader, last.quantity):
        return Topic(Name(last.indicator + PLAN_SHARE, last.tier, last.scope), last.head, inherited=True)
    goes_on = around.region in JOINERS and last.indicator.endswith(PLAN_SHARE)
    region = _whole_clause(reader, around) if around.region.startswith("）") else around.region
    if not goes_on and not _OF_PLAN.fullmatch(_BRACKET.sub("", region)):
        return None
    one = _fulfilled(reader, around.figure, goes_on=goes_on)
    named = one.indicator + PLAN_SHARE if one.indicator or without_season(one.scope) else ""
    return Topic(Name(named, one.tier, one.scope), one.head, inherited=True)


def _whole_clause(reader: PassageReader, around: Around) -> str:
    """Return the words of a clause up to a figure behind a bracket: 完成“十四五”目标（73.5%）的96.9%."""
    start = reader.clause
    return reader.words[start : around.figure.start]


def is_planned(reader: PassageReader, figure: Quantity) -> bool:
    """Whether an amount is that of a plan of which a share is told: 完成年度目标任务589亿元的37.22%."""
    if figure.form is not Form.AMOUNT or not reader.words.startswith("的", figure.end):
        return False
    start, at = reader.clauses.clause_start(figure.start), figure.number_at[0]
    if SHARE_OF_IT.match(reader.words, figure.end) is None:
        return False
    return _PLANNED.search(reader.words, max(start, at - _LONGEST_PLAN), at) is not None


_LONGEST_PLAN = 16
_PLANNED = expression(r"(?:完成|占|为|达到?)了?(?:(?:19|20)\d\d年)?[^，。；\d]{0,6}?(?:目标|任务|计划|预算)+数?$")


def planned(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of such an amount: what the figure before it fulfils."""
    if around.grown is not None or not reader.done or not is_planned(reader, around.figure):
        return None
    unit = around.figure.unit
    same = (one for one in reversed(reader.same_sentence(around.figure)) if not (one.kind.is_change or one.adds))
    fitting = [one for one in same if one.indicator and one.quantity.unit.comparable(unit)]
    one = next(iter([one for one in fitting if one.quantity.unit is unit] or fitting), None)
    return None if one is None else Topic(name_of(one), one.head, kind=one.kind)


def _with_subject(reader: PassageReader, region: str) -> Topic | None:
    """Return the topic of 固定资产投资完成计划的102.6%, which names its subject in the same clause."""
    subject = _WITH_SUBJECT.fullmatch(region)
    head = left_head(subject["of"]) if subject is not None else None
    if head is None or len(head.name) <= _SHORTEST:
        return None
    name = reader.situation.table.resolve(head.name)
    return Topic(replace(name, indicator=name.indicator + PLAN_SHARE, known=False), head.name, head.verbs)


def of_base(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of 为2019年的104.2%, 恢复到2019年的58.4%: how much of a year's value the figure before is."""
    if around.grown is not None or not is_part_of_base(reader, around):
        return None
    name = _recovered(reader, around.figure, goes_on=_goes_on(reader, around))
    if name is None:
        return None
    return Topic(Name(name.indicator + _RECOVERED, name.tier, name.scope), name.head, inherited=True)


def _recovered(reader: PassageReader, figure: Quantity, *, goes_on: bool) -> Statement | None:
    """Return what a share of another year's value is of: the level before, or one of several in order."""
    before = [one for one in reader.same_sentence(figure) if not one.kind.is_change and not one.adds]
    levels = last_named(one for one in before if not one.indicator.endswith(_RECOVERED))
    if not goes_on and _AND_MORE.match(reader.words, figure.end) is None:
        return before[-1] if before else None
    given = sum(1 for one in before if levels and one.quantity.start > levels[-1].quantity.start)
    count = given + reader.left_in_clause(figure)
    return levels[given - count] if len(levels) >= count else None


def is_part_of_base(reader: PassageReader, around: Around) -> bool:
    """Whether a percentage is that of another year's value, or joined to such a one."""
    if around.figure.form is not Form.PERCENT:
        return False
    if _goes_on(reader, around):
        return True
    at = around.figure.number_at[0]
    bases = (one for one in reader.moments if one.base and around.start <= one.start and one.end <= at)
    return any(
        _OF_YEAR.fullmatch(reader.words, one.end, at) is not None and _equals(reader.words, one.start) for one in bases
    )


def _equals(words: str, at: int) -> bool:
    before = words[max(0, at - _EQUAL) : at]
    return before.endswith(BACK_TO) or AMOUNTS_TO.search(before) is not None


_EQUAL = 5
"""Characters of the longest word that says so."""


def _goes_on(reader: PassageReader, around: Around) -> bool:
    return around.region in JOINERS and bool(reader.done) and reader.done[-1].indicator.endswith(_RECOVERED)


_RECOVERED = "恢复率"
_OF_YEAR = expression("[年底末同期]*(?:水平)?的")


def _fulfilled(reader: PassageReader, figure: Quantity, *, goes_on: bool) -> Statement:
    """Return whose plan is fulfilled: that of the figure before, or of several in order where as many shares follow."""
    inside = (None, reader.clauses.bracket_around(figure.start))  # 收入126亿元（县本级98亿元），完成预算的103%
    same = [one for one in reader.same_sentence(figure) if one.kind is not Kind.RANK]
    same = [one for one in same if reader.clauses.bracket_around(one.quantity.start) in inside] or same
    told = [one for one in same if not one.indicator.endswith(PLAN_SHARE)] or reader.done[-1:]
    if not goes_on and _AND_MORE.match(reader.words, figure.end) is None:
        return told[-1]
    given = sum(
        1 for one in same if one.indicator.endswith(PLAN_SHARE) and one.quantity.start > told[-1].quantity.start
    )
    count = given + reader.left_in_clause(figure)
    levels = [one for one in told if not one.kind.is_change and not one.adds]
    alike = [one for one in levels if one.quantity.unit.comparable(levels[-1].quantity.unit)]
    named = last_named(alike or told)
    return named[given - count] if len(named) >= count else told[-1]


def last_named(statements: Iterable[Statement]) -> list[Statement]:
    """Return the last statement of each thing, in the order in which they were named last."""
    named: dict[tuple[str, str, str], Statement] = {}
    for one in statements:
        named.pop((one.indicator, one.tier, one.scope), None)
        named[one.indicator, one.tier, one.scope] = one
    return list(named.values())
