"""What kind of statement a figure of prose makes, and from when its change is reckoned.

增长x% without a base is a yearly rate, unless it is summed up, is that of a whole plan (能耗降低13.5%), or follows the
two ends of the change (由112家增加到168家，增长50%).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile

from planforge.facts.changes.growth import TO_MANY_YEARS, Growth, Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.parts.sorting import sorts
from planforge.facts.passage import JOINERS, LONGEST_CLAUSE, PassageReader
from planforge.facts.statement import Role, Statement
from planforge.facts.times.seasons import season_of
from planforge.facts.times.time import BACK_TO, Moment
from planforge.facts.times.timing import Anchor
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

_SUMMED = expression("累计|总计|(?<!公)共(?![享同青建])|[一二两三四五六七八九十]年(?!均)")
_BY_THE_YEAR = expression("同比|环比|增长|递增|增速|增幅|涨|每年|(?:年|月)度")
_AT_A_RATE = expression("的(?:增速|增幅|涨幅|增长率|降幅)")
_SAME_PERIOD = expression("同比|环比|比上年|比去年")
_YEARS_OF_PLAN = 2
_INVESTED = expression("投资(?:达到?|突破)了?$")
"""“十四五”前四年交通投资达到15.2亿元 is a sum of these years."""
_FROM = expression("(?:由(?!于)|从(?![业事而]))[^，。；]*$")
_MEASURES = expression("(?:率|值|年限|标准|差距|水平|指数|系数|周期|时限|浓度|密度)$")
"""新建数据中心PUE值, 新增劳动力平均受教育年限: of new things, and no more of them."""
_ROW = r"(?:[、和及与:：](?:每人每[月年])?\d[\d.]*[^\d、，。；]{0,6}?)*"
_BECOMES = expression(
    _ROW
    + "[（(，,]?(?:转[为成]|转向|[^，。；]{0,4}?(?:增|提|升|扩|拓展|发展|降|减|压|缩|调整|优化|演变|变化|壮大|跃|延)"
    "[^，。；]{0,4}?(?:到|至|为))"
)
_RISEN = expression(
    "(?:(?:增|提|升|扩|发展|降|减|缩|调整|壮大|跃|攀|延)[^，。；]{0,3}?(?:到|至)|达到?"
    "|突破|超过?|迈上|跨上|站上|稳定在|保持在|控制在|总数)了?$"
)
_ENDS_OF_RISEN = frozenset("到至达破超过上在数了")
THIS_YEAR = expression(
    "同比|环比|[比较]上年|[比较]去年|全年|今年|去年|当年|年度|增速|每年|年均(?!浓度|气温|降水|湿度|值)"
)
"""What makes a change that of a year."""
_THEN = expression("[年末底期时同]*(?:（[^（）]{1,24}）)?的?")
_THEN_ASIDE = expression("[年末底期时同]*[（(](?:为|约|仅为)?")
"""较2019年同期（82.0%）上升3.5个百分点."""


def kind_of(reader: PassageReader, around: Around, topic: Topic, base: Moment | None, found: Anchor) -> Kind:
    """Return what kind of statement a figure makes."""
    figure, before = around.figure, reader.words[around.start : around.figure.start]
    if figure.form is Form.RANK:
        return Kind.RANK
    if around.grown is not None:
        kind = _kind_of_change(reader, around.grown, figure, base, before)
        open_base = kind is Kind.GROWTH_ANNUAL and base is None and not around.grown.settled
        return Kind.GROWTH_TOTAL if open_base and _of_whole(reader, around.grown, figure, found) else kind
    if figure.form is Form.PERCENT:
        return Kind.SHARE
    new = bool(topic.verbs) and any(map(_tells_of_new, topic.verbs))
    last = reader.done[-1].kind if reader.done else None
    same = before in JOINERS and topic.inherited and last is Kind.INCREMENT  # 新增80家、90家
    added = new or same or _increment().search(before) is not None or is_cut(around, topic)
    return Kind.INCREMENT if added and not _MEASURES.search(topic.name.indicator) else Kind.LEVEL


@lru_cache(maxsize=512)
def _tells_of_new(verb: str) -> bool:
    return verb.startswith("新") or _increment().fullmatch(verb) is not None


def is_cut(around: Around, topic: Topic) -> bool:
    """Whether a figure is by how much something is made less: 五年压减煤炭消费量300万吨."""
    measured = around.grown is None and around.figure.unit.kind == "physical" and not topic.inherited
    return measured and topic.verbs[-1:] != () and topic.verbs[-1] in _CUTS


_CUTS = ("压减", "压缩", "削减", "减少", "核减", "缩减")


@cache
def _increment() -> re.Pattern[str]:
    return expression(f"{alternation(table('phrases')['increments'])}(?!劳动力|[到至])")


def _kind_of_change(reader: PassageReader, grown: Growth, figure: Quantity, base: Moment | None, before: str) -> Kind:
    if grown.settled:
        return grown.kind
    if grown.kind is Kind.GROWTH_TOTAL and TO_MANY_YEARS.search(before) is not None:
        return Kind.GROWTH_TOTAL
    if grown.kind is Kind.GROWTH_TOTAL and figure.form is Form.PERCENT and base is not None and base.previous:
        return Kind.GROWTH_ANNUAL
    if grown.kind is Kind.GROWTH_TOTAL and figure.form is Form.PERCENT and base is None:
        summed = _SUMMED.search(before)
        within = summed is not None and summed[0] == "累计" and _within_a_year(reader, figure)
        return Kind.GROWTH_TOTAL if summed is not None and not within else Kind.GROWTH_ANNUAL
    if grown.kind is Kind.GROWTH_ANNUAL and not grown.yearly_words and base is not None and _far(base, reader):
        return Kind.GROWTH_TOTAL
    return grown.kind


def _within_a_year(reader: PassageReader, figure: Quantity) -> bool:
    """Whether a rate is of months added up, against the same months before: 1—5月，零售总额累计增长5.2%."""
    start = reader.clauses.sentence_start(figure.start)
    if any(start <= one.start and one.end <= figure.start and not one.years.single for one in reader.moments):
        return False
    return bool(season_of(reader, start, figure.start) or reader.situation.period.season)


def _of_whole(reader: PassageReader, grown: Growth, figure: Quantity, found: Anchor) -> bool:
    """Whether a change without a base is that of a whole plan, or of the two figures right before it."""
    if grown.yearly_words:
        return False
    if began_at(reader, figure) is not None and not _SAME_PERIOD.search(reader.words, grown.start - 4, figure.start):
        return True
    period = reader.situation.period
    if _of_years_reviewed(reader, figure, found):
        return True
    if _follows_a_year(reader, figure):
        return False
    if period.start is None and period.baseline is None:  # a text that does not say for which years it is
        return found.until and not _BY_THE_YEAR.search(reader.words, grown.start, figure.start)
    if period.start is None or period.end is None or period.end - period.start < _YEARS_OF_PLAN:
        return False
    if _BY_THE_YEAR.search(reader.words, grown.start, figure.start) or _AT_A_RATE.match(reader.words, figure.end):
        return False
    return found.years is None or not found.years.single or found.years.last == period.end


def _follows_a_year(reader: PassageReader, figure: Quantity) -> bool:
    """Whether the last change of the sentence was against the year before: 同比下降3.2%，其中…，分别下降a和b."""
    told = (
        reader.done
        if sorts(reader.words, reader.clauses.sentence_start(figure.start))
        else reader.same_sentence(figure)
    )
    last = next((one for one in reversed(told) if one.kind.is_change), None)
    if last is None or last.kind is not Kind.GROWTH_ANNUAL or last.years is None or not last.years.single:
        return False
    return not any(one.start > last.quantity.end for one in reader.moments if one.end <= figure.start)


def _of_years_reviewed(reader: PassageReader, figure: Quantity, found: Anchor) -> bool:
    """Whether a report for one year looks back on several here: 过去五年…最低工资标准提高69%."""
    period = reader.situation.period
    if period.start != period.end or period.baseline is None:
        return False
    first = found.years.first - 1 if found.years is not None else period.previous
    several = first is not None and period.baseline - first >= _YEARS_OF_PLAN
    said = THIS_YEAR.search(reader.words, reader.clauses.clause_start(figure.start), figure.start)
    return several and said is None and (found.years is None or not found.years.single)


def _far(base: Moment, reader: PassageReader) -> bool:
    """Whether the base lies more than one year before the plan's baseline, so that the growth is no yearly one."""
    baseline = reader.situation.period.baseline
    return baseline is not None and base.years.last < baseline - 1


def began_at(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return where the change began that the figures before led to: 由112家增加到168家，净增56家，增长50%."""
    sentence = reader.clauses.sentence_start(figure.start)
    changes = takewhile(lambda one: one.adds and one.position.sentence == sentence, reversed(reader.done))
    behind = len(reader.done) - sum(1 for _ in changes)
    if behind < 2:
        return None
    first, last = reader.done[behind - 2 : behind]
    later = first.years is None or (last.years is not None and first.years.last < last.years.first)
    ends = last.role is not Role.BASELINE or later  # “十三五”时期由4.7万亿元增加到7.8万亿元
    pair = first.role is Role.BASELINE and ends and first.indicator == last.indicator
    near = "。" not in reader.words[last.quantity.end : figure.start]
    return first if pair and near and last.kind is first.kind else None


def starts_a_change(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where a change began: 由5家增加到18家."""
    start = reader.clause
    before = reader.words[max(start, around.figure.start - LONGEST_CLAUSE) : around.figure.start]
    begins = ("由" in before or "从" in before) and _FROM.search(before) is not None
    return begins and _BECOMES.match(reader.words, around.figure.end) is not None


def ends_a_change(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where a change led: 五年来…由5家增加到18家 is a state at the end of those years."""
    words = reader.words[around.start : around.figure.number_at[0]]
    risen = words[-1:] in _ENDS_OF_RISEN and _RISEN.search(words) is not None
    return risen and "累计" not in words and not _INVESTED.search(words)


def value_then(reader: PassageReader, around: Around) -> Moment | None:
    """Return the base whose value a figure is: 比2015年的5.6张增加1.2张."""
    if around.grown is not None or around.figure.form in (Form.TIMES, Form.DOUBLINGS):
        return None
    if around.figure.form is Form.PERCENT and _POINTS_FOLLOW.match(reader.words, around.figure.end) is None:
        return None  # 相当于2019年的108.3%
    return compared_value(reader, around.figure)


_POINTS_FOLLOW = expression(
    "[）)]?(?:相比)?[，,]?(?:提高|提升|上升|回升|增加|增长|扩大|改善|好转|恶化|下降|降低|减少|回落|收窄|缩小|高|低)(?:了|出)?\\d[\\d.]{0,8}个?百分点"
)


def compared_value(reader: PassageReader, figure: Quantity) -> Moment | None:
    """Return the base that stands right before a figure: 较2019年的8500亿元."""
    then = _THEN_ASIDE if reader.words.startswith(("）", ")"), figure.end) else _THEN
    for one in reader.moments:
        before = one.base and one.end <= figure.start and not reader.words.endswith(BACK_TO, 0, one.start)
        if before and then.fullmatch(reader.words, one.end, figure.number_at[0]):
            return one
    return None
