"""From a passage of prose to its statements.

Figures are taken from left to right; each gets its growth wording, its head, its time, its role and, when it is part
of another figure, its parent. Text that a reference printed is read like any other and marked as referenced.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from planforge.facts import growth as wording
from planforge.facts.growth import Growth, Kind
from planforge.facts.heads import actor_in
from planforge.facts.indicators import scope_of
from planforge.facts.naming import head_of
from planforge.facts.normalise import read
from planforge.facts.numbers import chinese
from planforge.facts.passage import JOINERS, LONGEST_CLAUSE, PassageReader, Situation, open_passage
from planforge.facts.quantity import Form, Quantity, quantities
from planforge.facts.role import role_of
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.subjects import parent_of, topics_of
from planforge.facts.time import Moment, Years
from planforge.facts.timing import Anchor, anchor, base_of, default_years
from planforge.facts.topic import Around, Topic
from planforge.facts.words import alternation, table
from planforge.outline.text import SegmentKind
from planforge.plan.model import Passage, Period

LONGEST_SENTENCE = 600
MOST_FIGURES = 200
"""A passage with more figures is a table in disguise and is left to be listed as unread."""

_ANY_FIGURE = regex.compile("[0-9０-９翻倍百千成十]")
_PART_OF_YEAR = regex.compile(
    r"春节|元旦|清明|五一|端午|中秋|国庆|黄金周|假期|暑期|(?<![比较])[上下]半年|前?[一二三四]季度|(?<!1[0-2]|\d)[1-9]月|1[01]月|当月|当日|单日"
)
_SUMMED = regex.compile("累计|总计|(?<!公)共(?![享同青建])|[一二两三四五]年(?!均)")
_PER_YEAR = regex.compile("每年|年均|平均每年|年平均")
_FLOWING = regex.compile("攻关|转化|培训|融资|签约|引进|发放|招引|改造|治理|入驻")


def statements_of(passage: Passage, number: int, situation: Situation) -> list[Statement] | None:
    """Return the statements of a passage, or None when it holds more figures than a passage of prose can."""
    if not _ANY_FIGURE.search(passage.text.printed):
        return []
    reading = read(passage.text.printed)
    figures = list(quantities(reading.text))
    if len(figures) > MOST_FIGURES:
        return None
    if not figures:
        return []
    reader = open_passage(passage, reading, number, situation)
    for figure in figures:
        reader.done.extend(_read_figure(reader, figure))
    return reader.done


def _read_figure(reader: PassageReader, figure: Quantity) -> Iterator[Statement]:
    start = reader.start_of(figure)
    grown = wording.wording(reader.words, start, figure) or _continued(reader, figure, start)
    region = reader.without_times(start, min(grown.start, figure.start) if grown else figure.start)
    around = Around(figure, grown, region, start)
    head = head_of(reader, around)
    reader.consumed = max(figure.end, head.right_end if head else 0)
    for topic in topics_of(reader, around, head):
        yield _statement(reader, around, topic)


def _continued(reader: PassageReader, figure: Quantity, start: int) -> Growth | None:
    """分别增长a和b: the second figure goes on with the wording of the first."""
    last = reader.done[-1] if reader.done else None
    joined = reader.words[start : figure.start].strip() in JOINERS
    changed = last is not None and (last.kind.is_change or last.adds)
    if not joined or last is None or not changed or last.quantity.form is not figure.form:
        return None
    averaged = last.years is not None and not last.years.single
    return Growth(last.kind, figure.start, last.falls, last.adds, averaged, settled=True)


def _statement(reader: PassageReader, around: Around, topic: Topic) -> Statement:
    figure, grown, period = around.figure, around.grown, reader.situation.period
    last = reader.done[-1].quantity.end if reader.done else 0
    found = anchor(reader.moments, reader.clauses, figure.start, last, period)
    base = base_of(reader.moments, reader.clauses, figure.start) or _same_base(reader, around) if grown else None
    reader.base = base
    sentence = reader.clauses.sentence_start(figure.start)
    words = reader.words[max(sentence, figure.start - LONGEST_SENTENCE) : reader.clauses.clause_end(figure.end)]
    kind = _kind(reader, around, topic, base, found)
    role = role_of(reader.context, words, found.years, period)
    flow = _flow(reader, around, topic, kind)
    years = _years(found, kind, role, flow, period, grown)
    if kind in _STATES and flow is Flow.STOCK and years is not None and _ends_a_change(reader, around):
        years = Years(years.last, years.last)
    if kind in _SUMS and years is not None and years.single and (count := _years_summed(reader, around)):
        years = Years(years.last - count + 1, years.last)
    if _starts_a_change(reader, around):
        role, years = Role.BASELINE, found.years if found.origin else None
    inside = reader.clauses.bracket_around(figure.start) is not None
    return Statement(
        span=reader.figure_span(figure),
        quote=reader.quote_span(around.start, figure),
        indicator=_indicator(topic, kind),
        head=topic.head,
        known=topic.name.known,
        tier=topic.name.tier,
        scope=_scope(reader, figure, topic),
        kind=kind,
        quantity=figure,
        role=role,
        years=years,
        source=Source.BOX if reader.context.kind == "box" else Source.PROSE,
        position=Position(reader.number, sentence),
        base_year=_base_year(base, kind, role, years, period),
        flow=flow,
        action=_action(topic) if flow is Flow.FLOW else "",
        adjusted=_adjusted(reader, figure, base)
        or (kind is Kind.GROWTH_ANNUAL and base is None and _of_one_year(years)),
        builds=any(verb.startswith(tuple(table("phrases")["verbs"]["building"])) for verb in topic.verbs),
        until=found.until or found.years is None,
        falls=bool(grown and grown.falls),
        adds=bool(grown and grown.adds),
        gates=Gates(found.explicit, base is not None, bool(topic.name.indicator) and not topic.inherited),
        context=reader.context,
        parent=_of_same_time(topic.parent or (parent_of(reader, figure) if inside else None), years, kind),
        referenced=reader.segment(figure).kind is SegmentKind.REFERENCE,
    )


def _same_base(reader: PassageReader, around: Around) -> Moment | None:
    """较“十三五”增加1519亿元，增长34%: a change right after a change is reckoned from the same base."""
    return reader.base if reader.done and _JOINED.fullmatch(around.region) else None


def _of_same_time(parent: Statement | None, years: Years | None, kind: Kind) -> Statement | None:
    """Return the whole of a part; a value of another year in brackets (上年同期为…) is no part."""
    if parent is None or kind.is_change or years is None or parent.years is None:
        return parent
    apart = years.last < parent.years.first or years.first > parent.years.last
    return None if apart else parent


_JOINED = regex.compile("[，,、]?(?:也|又|再|并)?")


def _indicator(topic: Topic, kind: Kind) -> str:
    """A place in a ranking by an indicator is not that indicator."""
    name = topic.name.indicator
    return f"{name}排名" if kind is Kind.RANK and name else name


def _scope(reader: PassageReader, figure: Quantity, topic: Topic) -> str:
    """Return what narrows a figure: its own words, who acts in its clause or sentence, the project of the passage."""
    home = reader.situation.home
    sentence = reader.clauses.sentence_start(figure.start)
    part = max(sentence, reader.words.rfind("；", 0, figure.start) + 1)
    actor = (
        topic.actor or _acting(reader, part, figure) or (part != sentence and _acting(reader, sentence, figure)) or ""
    )
    season = _PART_OF_YEAR.search(reader.words, max(sentence, figure.start - LONGEST_SENTENCE), figure.start)
    if actor and any(actor in one.head for one in reader.same_sentence(figure)):
        actor = topic.actor  # what is counted itself does not act
    scope = scope_of(topic.name.scope, home) or scope_of(actor, home) or reader.project
    return scope or (season[0] if season else "")


def _acting(reader: PassageReader, start: int, figure: Quantity) -> str:
    """Return who acts in the clause at `start`, when the figure stands in a later one."""
    end = reader.clauses.clause_end(start)
    if end >= figure.start:
        return ""
    if start not in reader.actors:
        reader.actors[start] = actor_in(reader.without_times(start, min(end, start + LONGEST_CLAUSE)))
    return reader.actors[start]


def _kind(reader: PassageReader, around: Around, topic: Topic, base: Moment | None, found: Anchor) -> Kind:
    figure, before = around.figure, reader.words[around.start : around.figure.start]
    if figure.form is Form.RANK:
        return Kind.RANK
    if around.grown is not None:
        kind = _kind_of_change(reader, around.grown, figure, base, before)
        over = kind is Kind.GROWTH_ANNUAL and base is None and _over_period(reader, around.grown, figure, found)
        return Kind.GROWTH_TOTAL if over else kind
    if figure.form is Form.PERCENT:
        return Kind.SHARE
    new = any(verb.startswith("新") or _increment().fullmatch(verb) for verb in topic.verbs)
    return Kind.INCREMENT if new or _increment().search(before) else Kind.LEVEL


@cache
def _increment() -> regex.Pattern[str]:
    return regex.compile(alternation(table("phrases")["increments"]))


def _kind_of_change(reader: PassageReader, grown: Growth, figure: Quantity, base: Moment | None, before: str) -> Kind:
    """增长x% without a base is a yearly rate, unless it is summed up; with an early base it is none."""
    if grown.settled:
        return grown.kind
    if grown.kind is Kind.GROWTH_TOTAL and figure.form is Form.PERCENT and base is None:
        return Kind.GROWTH_TOTAL if _SUMMED.search(before) else Kind.GROWTH_ANNUAL
    if grown.kind is Kind.GROWTH_ANNUAL and not grown.yearly_words and base is not None and _far(base, reader):
        return Kind.GROWTH_TOTAL
    return grown.kind


_BY_THE_YEAR = regex.compile("同比|环比|增长|递增|增速|增幅|涨|每年|(?:年|月)度")


def _over_period(reader: PassageReader, grown: Growth, figure: Quantity, found: Anchor) -> bool:
    """Whether a change without a base is that of a whole plan: 能耗降低13.5% by its end, while 增长8% is yearly."""
    period = reader.situation.period
    if grown.yearly_words or period.start is None or period.end is None or period.end - period.start < _YEARS_OF_PLAN:
        return False
    if _BY_THE_YEAR.search(reader.words, grown.start, figure.start):
        return False
    return found.years is None or not found.years.single or found.years.last == period.end


_YEARS_OF_PLAN = 2


def _far(base: Moment, reader: PassageReader) -> bool:
    """Whether the base lies more than one year before the plan's baseline, so that the growth is no yearly one."""
    baseline = reader.situation.period.baseline
    return baseline is not None and base.years.last < baseline - 1


def _flow(reader: PassageReader, around: Around, topic: Topic, kind: Kind) -> Flow:
    if kind not in {Kind.LEVEL, Kind.INCREMENT} or around.grown is not None:
        return Flow.STOCK
    if _PER_YEAR.search(reader.words[around.start : around.figure.start]):
        return Flow.PER_YEAR
    flowing = tuple(table("phrases")["verbs"]["flow"])
    said = any(verb.startswith(flowing) for verb in topic.verbs)
    if said or kind is Kind.INCREMENT or _FLOWING.search(topic.name.indicator):
        return Flow.FLOW
    return Flow.STOCK


_FROM = regex.compile("(?:由|从)[^，。；]*$")
_BECOMES = regex.compile("[（(]?[^，。；]{0,4}?(?:增|提|升|扩|发展|降|减|缩|调整|壮大|跃)[^，。；]{0,4}?(?:到|至|为)")


_SUMS = frozenset({Kind.LEVEL, Kind.INCREMENT})
_SUMMED_YEARS = regex.compile("(?P<n>[二两三四五六七八九十]|[2-9]|1\\d)年(?:来|间)?(?:累计|共)")


def _years_summed(reader: PassageReader, around: Around) -> int:
    """Return over how many years a figure says to add up (五年累计完成投资320亿元), else 0."""
    said = _SUMMED_YEARS.search(reader.words, around.start, around.figure.start)
    if said is None:
        return 0
    return int(said["n"]) if said["n"].isdigit() else int(chinese(said["n"]) or 0)


_STATES = frozenset({Kind.LEVEL, Kind.SHARE})
_RISEN = regex.compile("(?:(?:增|提|升|扩|发展|降|减|缩|调整|壮大|跃|攀)[^，。；]{0,3}?(?:到|至)|达到?)了?$")


def _ends_a_change(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where a change led: 五年来…由5家增加到18家 is a state at the end of those years."""
    words = reader.words[around.start : around.figure.start]
    return _RISEN.search(words) is not None and "累计" not in words


def _starts_a_change(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is where a change began: 由5家增加到18家."""
    start = reader.clauses.clause_start(around.figure.start)
    before = reader.words[max(start, around.figure.start - LONGEST_CLAUSE) : around.figure.start]
    return _FROM.search(before) is not None and _BECOMES.match(reader.words, around.figure.end) is not None


def _adjusted(reader: PassageReader, figure: Quantity, base: Moment | None) -> bool:
    """Whether a change is not simply the ratio of the printed values; 同比 rates rest on revised bases."""
    if base is not None and base.previous:
        return True
    begin = max(reader.clauses.sentence_start(figure.start), figure.start - LONGEST_SENTENCE)
    return _comparable_basis().search(reader.words, begin, reader.clauses.clause_end(figure.end)) is not None


@cache
def _comparable_basis() -> regex.Pattern[str]:
    return regex.compile(alternation(table("roles")["comparable_basis"]))


def _of_one_year(years: Years | None) -> bool:
    """Whether a yearly growth is that of one year: statistics revise the year before, which the text may print."""
    return years is not None and years.single


def _action(topic: Topic) -> str:
    """Return the first verb that tells one sum of events from another: 引进10人 is not 推荐10人."""
    groups = table("phrases")["verbs"]["alike"]
    general = table("phrases")["verbs"]["general"]
    for said in topic.verbs:
        verb = next((word for word in sorted(groups, key=len, reverse=True) if said.startswith(word)), said)
        if not said.startswith(tuple(general)):
            return str(groups.get(verb, verb))
    return ""


def _years(found: Anchor, kind: Kind, role: Role, flow: Flow, period: Period, grown: Growth | None) -> Years | None:
    yearly, target = kind is Kind.GROWTH_ANNUAL, role is Role.TARGET
    averaged = yearly and grown is not None and grown.yearly_words
    if found.years is None:
        return default_years(period, target=target, flow=flow is not Flow.STOCK, yearly=averaged)
    if averaged and found.years.single:
        whole = default_years(period, target=target, flow=False, yearly=True)
        return whole if whole is not None and found.years.last == whole.last else found.years
    if flow is not Flow.STOCK and found.carried and role is Role.ACTUAL and found.years.single:
        return default_years(period, target=False, flow=True, yearly=False)
    return found.years


def _base_year(base: Moment | None, kind: Kind, role: Role, years: Years | None, period: Period) -> int | None:
    if not kind.is_change and (kind is not Kind.INCREMENT or base is None):
        return None
    if base is not None:
        return years.last - 1 if base.previous and years is not None and years.single else base.years.last
    if kind is Kind.GROWTH_ANNUAL:
        return None if years is None else years.first - 1
    return period.baseline if role is Role.TARGET else period.previous
