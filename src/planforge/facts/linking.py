"""Which statements speak of the same thing: same indicator, tier, scope, kind, flow, time, and done or still to come.

Statements that a reference printed are left out: they are the ledger's own. Linking says nothing about whether the
figures agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.named_figures import LEFT_TO_DO
from planforge.facts.statement import Flow, Role, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression
from planforge.plan.model import Period
from planforge.records import record

_STEP = expression("[万亿千元吨人次户家斤美]{0,4}(?:[两三几一二]?[大个]?(?:大关|台阶|关口|门槛))")
_SHORTEST_NAME = 4
_LONG_NAME = 6
_BRANCHES = ("业", "企业", "产品", "地区", "类", "组", "部门")
_STILL = "尚仍还亟急需有待未"
_PORTION = "比重"
_OF_A_THING = ("产量", "总产量", "种植面积", "播种面积")


@record(frozen=True, slots=True)
class Subject:
    """An indicator at a tier and within a scope; "" for none named."""

    indicator: str
    tier: str = ""
    scope: str = ""


@record(frozen=True, slots=True)
class Topic:
    """What two statements must share before their figures can be compared."""

    subject: Subject
    kind: Kind
    flow: Flow
    done: bool
    years: Years
    base_year: int | None


@record(frozen=True)
class Group:
    """Statements of one topic in comparable units, in document order."""

    topic: Topic
    statements: tuple[Statement, ...]


def subject_of(statement: Statement) -> Subject:
    """Return what a statement speaks of; 煤炭消费比重 and 煤炭消费占比 are one."""
    name = statement.indicator
    if name.endswith(_PORTION) and "占" not in name and len(name) > len(_PORTION) + 1:
        name = f"{name.removesuffix(_PORTION)}占比"
    if name in _OF_A_THING and statement.scope:
        return Subject(statement.scope + name, statement.tier)  # 煤炭：产量32.4亿吨 is 煤炭产量
    return Subject(name, statement.tier, statement.scope)


def topic_of(statement: Statement, period: Period) -> Topic | None:
    """Return the topic of a statement, or None when it cannot be compared with anything."""
    if statement.years is None or statement.referenced or not says_enough(statement) or _mean_of_what(statement):
        return None
    if statement.role is Role.BASELINE and statement.source is not Source.TABLE and not statement.gates.time:
        return None  # 五年来由18家增加到25家: what it began from may be of a year in between
    if _is_step(statement) or _from_budget(statement) or _was_changed(statement) or _from_season_before(statement):
        return None
    kind = Kind.LEVEL if statement.kind.is_state else statement.kind
    more = kind is Kind.INCREMENT and statement.adds  # 比上年增加2049人, 比2012年增加10165人
    base = statement.base_year if kind.is_change or more else None
    return Topic(subject_of(statement), kind, statement.flow, statement.role.done, _reckoned(statement, period), base)


def _is_step(statement: Statement) -> bool:
    """Whether a figure is a mark that was passed (迈上5000亿元台阶), not how much there is."""
    file, end = statement.span.file.text, statement.span.end
    return statement.source is not Source.TABLE and _STEP.match(file, end) is not None


def _mean_of_what(statement: Statement) -> bool:
    """Whether a rate is a yearly mean (年均) of which only the last year is known: no rate of that year."""
    if statement.kind is not Kind.GROWTH_ANNUAL or statement.years is None or not statement.years.single:
        return False
    quote = statement.quote
    return quote.file is statement.span.file and "年均" in quote.file.text[quote.start : statement.span.start]


def _from_budget(statement: Statement) -> bool:
    """Whether a change is reckoned from what was budgeted, not from what came of it: 比上年年初预算增长3.2%."""
    quote = statement.quote
    if not statement.kind.is_change or quote.file is not statement.span.file:
        return False
    return _BUDGETED.search(quote.file.text, quote.start, statement.span.start) is not None


_BUDGETED = expression("[比较][^，。；\\d]{0,6}预算(?![内外收支])")


def _from_season_before(statement: Statement) -> bool:
    """Whether a rate is against the part of the year before, not against the same part of last year: 比上月增长2%."""
    quote = statement.quote
    if not statement.kind.is_change or quote.file is not statement.span.file:
        return False
    words = quote.file.text[quote.start : statement.span.start]
    return "环比" in words or (("比" in words or "较" in words) and _SEASON_BEFORE.search(words) is not None)


_SEASON_BEFORE = expression(
    r"[比较](?:上年|去年)?(?:上个?[月季旬周]|第?前?[一二三四]季度|[上下]半年|(?:\d{1,2}[-—－~～至])?\d{1,2}月(?!同期))"
)


def _was_changed(statement: Statement) -> bool:
    """Whether the clause behind an aim replaces it: 年初预算为452000万元，区人大常委会批准调整为428000万元."""
    if statement.role.done or statement.source is Source.TABLE:
        return False
    return _CHANGED_TO.match(statement.span.file.text, statement.span.end) is not None


_CHANGED_TO = expression(
    "[\u4e00-\u9fff]{0,6}[，,（(][^，。；,\\n\\d]{0,20}(?:调整|变更|变动)"
    "(?:后?的?(?:收入|支出)?预算数?)?[为到至是]?(?=\\d)"
)


def says_enough(statement: Statement) -> bool:
    """Whether a name is enough to bring a statement together with others of the same name.

    A name of no table must be long. What happened in some time under such a name (签订协议12项) may be another event,
    and under any name when nobody said which time.
    """
    happened = statement.flow is not Flow.STOCK and statement.role.done
    if not statement.indicator or (happened and not statement.gates.time):
        return False
    if statement.known:
        return True
    if statement.indicator[0] in _STILL and LEFT_TO_DO.fullmatch(statement.indicator):
        return False  # 需更新改造160公里: of what, the words before tell
    if statement.kind.is_change and statement.indicator.endswith(_BRANCHES):
        return False  # 制造业增长4.9%: of what, the words before tell
    thing = len(statement.scope) if statement.indicator in _OF_A_THING else 0
    return thing + len(statement.indicator) >= (_LONG_NAME if happened else _SHORTEST_NAME)


def _reckoned(statement: Statement, period: Period) -> Years:
    """Return the years a figure adds up over: a flow “to 2025” is that of the whole period."""
    years = statement.years
    assert years is not None  # noqa: S101 - asked by topic_of
    if statement.flow is Flow.STOCK:
        whole = years.single or years.first in (period.start, (period.previous or 0) + 1)
        return Years(years.last, years.last) if statement.kind.is_state and whole else years
    if (
        not statement.role.done
        and statement.until
        and years.single
        and years.last == period.end
        and period.start is not None
    ):
        return Years(period.start, years.last)
    return years


def groups(statements: Iterable[Statement], period: Period) -> list[Group]:
    """Return the statements by topic, those in units that cannot be compared apart."""
    by_topic: dict[Topic, list[list[Statement]]] = {}
    for statement in statements:
        topic = topic_of(statement, period)
        if topic is None:
            continue
        batches = by_topic.setdefault(topic, [])
        fitting = next((batch for batch in batches if _comparable(batch[0], statement)), None)
        if fitting is None:
            batches.append([statement])
        else:
            fitting.append(statement)
    return [Group(topic, tuple(batch)) for topic, batches in by_topic.items() for batch in batches]


def _comparable(one: Statement, two: Statement) -> bool:
    """Whether the units can be compared and, of sums of events, the same was done (the ledger names no deed)."""
    same_deed = one.action == two.action or Source.LEDGER in {one.source, two.source}
    return same_deed and one.quantity.unit.comparable(two.quantity.unit)
