"""What surrounds a figure of prose: whether it is a state or a sum, what was done, how it is reckoned."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Quantity
from planforge.facts.names.verbs import deed_in
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Flow
from planforge.facts.times.sums_going_on import sums_go_on
from planforge.facts.times.time import Moment
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import alternation, table, word_list
from planforge.patterns import expression

_PER_YEAR = expression("(?<!每人)每年|年均(?!浓度|气温|降水|湿度|值|汇率)|平均每年|年平均(?!汇率|气温|浓度|降水)")
_SUMMED_UP = expression(
    "累计(?:完成|投入|争取|减排|治理|改造|实施|新增|实现|支出|接待|发放|到位|签约|上缴)|[两二三四五六七八九十]年(?:来|间)?累计$"
    "|[二两三四五](?<!第[二三四五])年(?:来|间)?(?:累计|合计|共)(?!达到|有)"
)
"""五年累计造林6万亩."""
_FLOWING = expression("攻关|转化|培训|融资|(?<!医生)签约|引进|发放|招引|改造|治理|入驻")


def flow_of(reader: PassageReader, around: Around, topic: Topic, kind: Kind) -> Flow:
    """Return whether a level is a state, a sum of what happened, or what happens each year."""
    told = reader.words[around.start : around.figure.start]
    yearly = "年" in told and _PER_YEAR.search(reader.words, around.start, around.figure.start) is not None
    if kind is Kind.INCREMENT and around.grown is not None and yearly:
        return Flow.PER_YEAR  # 年均提高0.5个百分点
    if not kind.is_amount or around.grown is not None:
        return Flow.STOCK
    if topic.name.indicator.endswith(_HOW_LONG):
        return Flow.STOCK  # 新增劳动力平均受教育年限
    if yearly:
        return Flow.PER_YEAR
    said = bool(topic.verbs) and any(map(_flows, topic.verbs))
    may_be = "累计" in told or "年" in told
    summed = may_be and _SUMMED_UP.search(reader.words, around.start, around.figure.start) is not None
    summed = summed or _summed_too(reader, around) or sums_go_on(reader, around) or _goes_on_yearly(around, topic)
    if said or summed or kind is Kind.INCREMENT or _FLOWING.search(topic.name.indicator):
        return Flow.FLOW
    return Flow.STOCK


_HOW_LONG = ("年限", "寿命", "年龄")


@lru_cache(maxsize=512)
def _flows(verb: str) -> bool:
    return verb.startswith(word_list("phrases", "verbs", "flow"))


_IN_ALL = expression("累计(?:达到?|突破|超过|为|完成|约)*$")
_OVER_YEARS = expression("支出$|投资$|成交额$|进出口总额$|(?:接待|进出)[^，。；]*(?:游客|旅客)[^，。；]*$")
"""What goes on year by year, so that its 累计 is of them all: 接待游客累计突破1200万人次."""


def _goes_on_yearly(around: Around, topic: Topic) -> bool:
    in_all = "累计" in around.region and _IN_ALL.search(around.region) is not None
    return in_all and _OVER_YEARS.search(topic.name.indicator) is not None


def _summed_too(reader: PassageReader, around: Around) -> bool:
    """Whether a sum over years goes on here: 累计接待游客2.36亿人次、实现旅游综合收入1892亿元."""
    last = reader.done[-1] if reader.done else None
    if last is None or last.flow is not Flow.FLOW or not around.region.startswith("、"):
        return False
    begins = reader.clause <= last.quantity.start
    told = _SUMMED_UP.search(reader.words, reader.clauses.clause_start(last.quantity.start), last.quantity.start)
    return begins and told is not None and _STATE.search(around.region) is None


_STATE = expression("达到?|总数|为|至")


def action_of(around: Around, topic: Topic) -> str:
    """Return the verb that tells sums of events apart: 引进10人, not 推荐10人; 图书馆新建2座 has it behind."""
    groups = table("phrases")["verbs"]["alike"]
    behind = _increment().search(around.region) if not topic.verbs else None
    for said in filter(None, map(deed_in, topic.verbs)) if behind is None else (behind[0],):
        found = _grouped_verb().match(said)
        verb = found[0] if found else said
        if not said.startswith(word_list("phrases", "verbs", "general")):
            return str(groups.get(verb, verb))
    return ""


@cache
def _increment() -> re.Pattern[str]:
    return expression(f"{alternation(table('phrases')['increments'])}$")


@cache
def _grouped_verb() -> re.Pattern[str]:
    return expression(alternation(table("phrases")["verbs"]["alike"]))


def is_built(reader: PassageReader, around: Around, topic: Topic) -> bool:
    """Whether a figure tells how much is built rather than how much there is: 建成甲（86公里）、乙（124公里）等15条."""
    if topic.verbs and any(map(_builds, topic.verbs)):
        return True
    if around.region not in ("", "等"):
        return False
    building = word_list("phrases", "verbs", "building")
    return reader.words.startswith(building, reader.clause)


@lru_cache(maxsize=512)
def _builds(verb: str) -> bool:
    return verb.startswith(word_list("phrases", "verbs", "building"))


def rests_on_last_year(base: Moment | None, kind: Kind, years: Years | None) -> bool:
    """Whether a change is from the year before, whose figure statistics revise after it was printed: 同比, 比上年."""
    if base is not None:
        return base.previous
    return kind is Kind.GROWTH_ANNUAL and years is not None and years.single


def is_comparable(reader: PassageReader, figure: Quantity, kind: Kind) -> bool:
    """Whether a change is said to be at constant prices or on a comparable basis."""
    if not (kind.is_change or kind is Kind.INCREMENT):
        return False
    begin = max(reader.clauses.sentence_start(figure.start), figure.start - LONGEST_SENTENCE)
    return _comparable_basis().search(reader.words, begin, reader.clauses.clause_end(figure.end)) is not None


def says_comparable(words: str) -> bool:
    """Whether the head of a column says that its rates are at constant prices or on a comparable basis."""
    return _comparable_basis().search(words) is not None


@cache
def _comparable_basis() -> re.Pattern[str]:
    return expression(alternation(table("roles")["comparable_basis"]))
