"""From a passage of prose to its statements.

Figures are taken from left to right; each gets its growth wording, its head, its time, its role and, when it is part
of another figure, its parent. Text that a reference printed is read like any other and marked as referenced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.aims.as_it_stands import stands_so
from planforge.facts.aims.evaluated import reached_by, years_of_aim
from planforge.facts.aims.role import role_of
from planforge.facts.aims.told_beside import is_set, scope_of_reached
from planforge.facts.aims.year_before import year_before
from planforge.facts.changes import growth as wording
from planforge.facts.changes.base_years import base_year_of, origin_years
from planforge.facts.changes.bettered import falls
from planforge.facts.changes.compared_with import base_at
from planforge.facts.changes.grown_in_brackets import growth_in_bracket
from planforge.facts.changes.grown_parts import growth_of_part
from planforge.facts.changes.growth import Growth, Kind
from planforge.facts.changes.kinds import is_cut, kind_of, starts_a_change, value_then
from planforge.facts.figures.beginnings import may_hold_figures
from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.means_of_sums import sum_of_bare_mean
from planforge.facts.going_on.owners import rate_compared
from planforge.facts.going_on.ranks import rank_named
from planforge.facts.heads.naming import head_of
from planforge.facts.heads.run_in_heads import without_run_in
from planforge.facts.names.way_names import usual_measure
from planforge.facts.narrowing.circumstances import action_of, flow_of, is_built, is_comparable, rests_on_last_year
from planforge.facts.narrowing.whose import narrowed_to
from planforge.facts.parts.other_wholes import owner_of_parts
from planforge.facts.parts.part_of_whole import added_with, part_of_which, scope_of_whole, stands_with, summed_with
from planforge.facts.passage import AS_JOINED, JOINERS, LONGEST_SENTENCE, PassageReader, open_passage
from planforge.facts.situation import Situation
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.subjects import topics_of
from planforge.facts.times.dating import each_its_year, other_years, over_years_told, years_of
from planforge.facts.times.same_season_before import of_same_season_before
from planforge.facts.times.still_expected import of_year_before
from planforge.facts.times.time import Moment
from planforge.facts.times.timing import Anchor, anchor
from planforge.facts.times.until_now import adds_up_until_now, is_in_all
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.normalise import reading_of
from planforge.outline.text import SegmentKind
from planforge.patterns import expression
from planforge.plan.model import Passage

MOST_FIGURES = 200
"""A passage with more figures is a table in disguise and is left to be listed as unread."""

_STRIVEN = expression("[，,、]?(?:并|努力)?(?:力争|争取|奋力冲刺|冲刺)(?:达到|实现|突破)?")
_RESET = expression("[，,]?(?:调整|提高|下调|上调|降低|提升|加快)(?:到|至|为)")
"""年均增速目标由6.5%调整为6%."""
_ANY_FIGURE = expression("[0-9０-９翻倍百千成十半分](?<=[^分]|分(?=之))")
_ANY_PLACE = expression("[第前][一二三四五六七八九]")


def statements_of(passage: Passage, number: int, situation: Situation) -> list[Statement] | None:
    """Return the statements of a passage, or None when it holds more figures than a passage of prose can."""
    printed = passage.text.printed
    if not _ANY_FIGURE.search(printed) and not _names_a_place(printed):
        return []
    reading = reading_of(passage.text)
    figures = quantities(reading.text) if may_hold_figures(reading.text) else []
    if len(figures) > MOST_FIGURES:
        return None
    if not figures:
        return []
    reader = open_passage(passage, reading, figures, number, situation)
    for figure in figures:
        reader.done.extend(_read_figure(reader, figure))
    return reader.done


def _names_a_place(printed: str) -> bool:
    return ("第" in printed or "前" in printed) and _ANY_PLACE.search(printed) is not None


def _read_figure(reader: PassageReader, figure: Quantity) -> Iterator[Statement]:
    start = reader.turn_to(figure)
    grown = _continued(reader, figure, start) if figure.form in (Form.TIMES, Form.POINTS) else None
    grown = grown or wording.wording(reader.words, start, figure) or _continued(reader, figure, start)
    if grown is None and (rate := rate_compared(reader, figure)) is not None:
        grown = Growth(Kind.GROWTH_ANNUAL, figure.start, rate["fall"] is not None, settled=True)
    grown = grown or growth_of_part(reader, figure) or growth_in_bracket(reader, figure)
    region = reader.without_times(start, min(grown.start, figure.start) if grown else figure.start)
    around = Around(figure, grown, region if start else without_run_in(region), start)
    head = head_of(reader, around)
    reader.consumed = max(figure.end, head.right_end if head else 0)
    for topic in topics_of(reader, around, head):
        told = _statement(reader, around, topic)
        yield from (replace(told, years=years) for years in other_years(reader, figure, told.years))
        yield told


def _continued(reader: PassageReader, figure: Quantity, start: int) -> Growth | None:
    """分别增长a和b, 增长7.5%以上，力争8%: the second figure goes on with the wording of the first."""
    last = reader.done[-1] if reader.done else None
    if last is None:
        return None
    between = reader.words[start : figure.start].strip()
    joined = between in JOINERS or _STRIVEN.fullmatch(between) is not None
    joined = joined or (last.role is Role.BASELINE and _RESET.fullmatch(between) is not None)
    alike = last.quantity.form is figure.form or _percent_beside_times(last, figure)
    if not joined or not alike or not (last.kind.is_change or last.adds):
        return None
    averaged = last.years is not None and not last.years.single
    return Growth(last.kind, figure.start, last.falls, last.adds, averaged, settled=True)


def _percent_beside_times(last: Statement, figure: Quantity) -> bool:
    """Whether a rate goes on with a multiple that was added or the other way round: 分别增长2倍和64.9%, 68%、1.4倍."""
    return last.adds and {last.quantity.form, figure.form} == {Form.TIMES, Form.PERCENT}


def _statement(reader: PassageReader, around: Around, topic: Topic) -> Statement:
    figure, grown = around.figure, around.grown
    last = reader.done[-1].quantity.end if reader.done else 0
    found = anchor(reader.moments, reader.clauses, figure.start, last, reader.situation.period)
    found = over_years_told(reader, around, each_its_year(reader, figure, found))
    found = of_same_season_before(reader, around, of_year_before(reader, figure, found))
    reader.base = base = base_at(reader, around)
    listed = _listed_with(reader, around, topic) or sum_of_bare_mean(reader, around)
    kind = kind_of(reader, around, topic, base, found)
    kind = listed.kind if listed is not None and kind is Kind.LEVEL else topic.kind or kind
    flow = flow_of(reader, around, topic, kind)
    whole = listed or (topic.parent if topic.inherited else None)  # 新建3500公里，其中2021年800公里
    if whole is not None and flow is Flow.STOCK and kind in _SUMS:
        flow = listed.flow if listed is not None else Flow.FLOW
    aim = is_set(reader, around)
    role, years = _when(reader, around, found, kind, flow, aim=aim)
    if kind in _SUMS and years is not None and adds_up_until_now(reader, around, topic, found, years, flow):
        years = None
    if (reached := reached_by(reader, topic)) is not None:
        role, years = reached.role, reached.years
    in_all = flow is Flow.FLOW and kind in _SUMS and is_in_all(reader, around, topic, years)
    if in_all:
        kind, flow = Kind.LEVEL, Flow.STOCK
    parent = part_of_which(reader, figure, topic, kind, years)
    per_year = parent is not None and parent.flow is Flow.PER_YEAR and kind in _SUMS  # 每年引进100个，其中…10个
    if parent is not None and (per_year or summed_with(parent, kind, flow, years)) and not found.explicit:
        flow, years = parent.flow, parent.years
    elif parent is not None and stands_with(parent, kind, flow, years):
        years = parent.years
    if parent is not None and added_with(parent, figure, kind):
        kind = Kind.INCREMENT
    if kind is Kind.GROWTH_ANNUAL and grown is not None and grown.yearly_words:
        years = _since(base, years)
    comparable, on_last_year = is_comparable(reader, figure, kind), rests_on_last_year(base, kind, years)
    return Statement(
        span=reader.figure_span(figure),
        quote=reader.quote_span(around.start, figure),
        indicator=_indicator(reader, around, topic, kind),
        head=topic.head,
        known=topic.name.known,
        tier=topic.name.tier,
        scope=narrowed_to(reader, around, topic)
        or scope_of_whole(parent, figure, topic, kind)
        or owner_of_parts(reader, around, topic)
        or (scope_of_reached(reader) if aim else "")
        or reader.situation.place,
        kind=kind,
        quantity=figure,
        role=role,
        years=years,
        source=Source.BOX if reader.context.kind == "box" else Source.PROSE,
        position=Position(reader.number, reader.sentence),
        base_year=base_year_of(reader, around, base, kind, role, years, found),
        flow=flow,
        action=(action_of(around, topic) or (whole.action if whole else "")) if in_all or flow is Flow.FLOW else "",
        adjusted=comparable or on_last_year,
        revised=on_last_year and not comparable,
        builds=is_built(reader, around, topic),
        until=found.until or found.years is None,
        falls=falls(reader, around, topic) or is_cut(around, topic),
        adds=bool(grown and grown.adds),
        gates=Gates(found.explicit, base is not None, bool(topic.name.indicator) and not topic.inherited),
        context=reader.context,
        parent=parent,
        referenced=reader.segment(figure).kind is SegmentKind.REFERENCE,
    )


def _listed_with(reader: PassageReader, around: Around, topic: Topic) -> Statement | None:
    """Return the figure before, where what was done is said once for both: 新增规上企业10家、高新技术企业5家."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is not None or last.adds or last.kind not in _SUMS:
        return None
    money = around.figure.unit.kind == "money" and last.quantity.unit.kind != "money"  # 新建项目18个、总投资46亿元
    if money or any(verb.strip("、和及与") for verb in topic.verbs):
        return None
    begins = reader.clause <= last.quantity.start
    joined = around.region.startswith(AS_JOINED) and not _STATES.search(around.region)
    return last if begins and joined and last.flow is not Flow.STOCK else None


_SUMS = (Kind.LEVEL, Kind.INCREMENT)
_STATES = expression("达|为|有|总数|累计|合计|[到至在]$")


def _when(
    reader: PassageReader, around: Around, found: Anchor, kind: Kind, flow: Flow, *, aim: bool
) -> tuple[Role, Years | None]:
    """Return the role and the years of a figure; where a change began is a baseline."""
    figure = around.figure
    if around.grown is None and wording.TO_MANY_YEARS.search(around.region) is not None:
        return Role.BASELINE, None
    if (then := value_then(reader, around)) is not None:
        return Role.BASELINE, (year_before(reader, around, found) if then.previous else None) or then.years
    if starts_a_change(reader, around):
        return Role.BASELINE, origin_years(reader, around, year_before(reader, around, found))
    begin = max(reader.sentence, figure.start - LONGEST_SENTENCE)
    sentence = reader.words[begin : reader.clauses.clause_end(figure.end)]
    known = reader.situation
    role = role_of(reader.context, sentence, found.years, known.period, known.reviewing, known.unsaid)
    if role is Role.TARGET and not aim and stands_so(reader, around, found, kind, flow):
        return Role.ACTUAL, None
    years = years_of(reader, around, found, kind, role, flow)  # of an aim those of what reached it
    return (Role.TARGET, years_of_aim(reader, around, years)) if aim else (role, years)


def _since(base: Moment | None, years: Years | None) -> Years | None:
    """Return the years that a mean rate is over, from the base on that is named: 比2010年…，年均增长10%."""
    if base is None or base.previous or years is None or base.years.last >= years.last:
        return years
    return Years(base.years.last + 1, years.last)


def _indicator(reader: PassageReader, around: Around, topic: Topic, kind: Kind) -> str:
    """A place in a ranking by an indicator is not that indicator; 高速公路412公里 is what 高速公路里程 is."""
    name, unit = topic.name.indicator, around.figure.unit
    if kind is Kind.LEVEL and not topic.verbs and unit.classes & _LENGTH and _WAYS.search(name):
        return usual_measure(f"{name}里程")
    return rank_named(reader, around, topic) if kind is Kind.RANK and name else name


_WAYS = expression("(?:公路|铁路|航道|轨道交通)$")
_LENGTH = frozenset({"length_km"})
