"""Aims told beside what was reached: 城镇新增就业1186人，超额完成900人以上的目标."""

from __future__ import annotations

from planforge.facts.aims.aims_told import is_aim_of_plan
from planforge.facts.aims.plan_shares import is_planned, last_named
from planforge.facts.figures.aim_words import is_aim
from planforge.facts.figures.quantity import Form
from planforge.facts.names.indicators import Name
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around, Topic, name_of
from planforge.patterns import expression


def of_aim(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of an aim: what the clauses before say was reached, of several that which 分别 hands out."""
    figure = around.figure
    if around.grown is not None or not is_aim(figure, reader.words):
        return None
    clause = reader.clauses.clause_start(figure.start)
    before = [one for one in reader.same_sentence(figure) if one.quantity.start < clause and one.indicator]
    reached = last_named(one for one in before if one.quantity.unit.comparable(figure.unit) and not one.adds)
    if not reached:
        return Topic(Name(""), "") if _SET_BY.search(reader.words, clause, figure.start) else None
    told = reached[-1]
    if "分别" in reader.words[clause : figure.start]:
        given = sum(1 for one in reader.done if one.quantity.start > clause)
        count = given + reader.left_in_clause(figure)
        told = reached[given - count] if len(reached) >= count else told
    return _aim_for(told)


_SET_BY = expression("(?:完成|达到)了?(?:国家|省|市|上级)(?:下达|定|确定|规定|考核)")
"""累计下降18.4%，超额完成省下达的16%目标任务: of a change, and no level of anything."""


def _aim_for(told: Statement) -> Topic:
    name = name_of(told)
    return Topic(name, told.head, inherited=True, kind=told.kind)


def is_set(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is what was to be reached: 超额完成900人以上的目标, 完成年度任务589亿元的37.22%."""
    figure = around.figure
    if figure.form is Form.POINTS and _FROM_AIM.search(around.region) is not None:
        return False
    told = _is_fulfilled(reader, around) or is_aim(figure, reader.words) or is_planned(reader, figure)
    return told or is_aim_of_plan(reader, around) or _is_budgeted(around)


_FROM_AIM = expression(r"(?:[高低优好快慢]于|超过?|超出|低|高|距离?|比|较)[^，。；\d]{0,12}(?:目标|任务|要求)[值数]?$")
"""好于年度目标0.6个百分点: how far from the aim it is."""


def _is_budgeted(around: Around) -> bool:
    """Whether an amount is what a budget allows: 收入年初预算为452000万元, 人大常委会批准调整为428000万元."""
    if around.grown is not None or around.figure.form is not Form.AMOUNT:
        return False
    may_be = "预算" in around.region or around.region.endswith(("为", "到", "至"))
    return may_be and _BUDGETED.search(around.region) is not None


_BUDGETED = expression(
    "(?:年初|调整|变动|最终|收入|支出)预算数?(?:安排|调整)?[为是]?$|(?:批准|通过|同意)(?:调整|变更)[为到至]$"
)


def scope_of_reached(reader: PassageReader) -> str:
    """Return whose figures the aims beside them are for: 汾渭平原…发生重污染152天，超额完成…天数减少3%的目标."""
    return next((without_season(one.scope) for one in reversed(reader.done) if one.scope), "")


def _is_fulfilled(reader: PassageReader, around: Around) -> bool:
    """Whether a change is that of an aim: 超额完成浓度下降4%、重污染天数减少6%的改善目标."""
    words, figure = reader.words, around.figure
    told = words.startswith(_FULFILLED_BEGINS, figure.end) and _FULFILLED.match(words, figure.end) is not None
    if told and _AGAINST.search(words, around.start, figure.start):
        return True
    if around.grown is None or words.find("完成", max(0, figure.start - LONGEST_SENTENCE), figure.start) < 0:
        return False
    clause, end = reader.clauses.clause_start(figure.start), reader.clauses.clause_end(figure.end)
    return _FULFILS.match(words, clause) is not None and _ENDS_AS_AIM.search(words, figure.end, end) is not None


_FULFILS = expression("(?:超额|圆满|全面|提前|均|已)*完成")
_ENDS_AS_AIM = expression("的[^，。；的\\d]{0,6}(?:目标|任务|要求)$")
_FULFILLED = expression("(?:左右|以上|以内)?的[^，。；]{0,6}?(?:目标|任务|要求)")
"""超额完成下降13.5%的目标任务: what was to be reached."""
_FULFILLED_BEGINS = ("的", "左右的", "以上的", "以内的")
_AGAINST = expression("完成|[高低优好]于")
