"""One statement of a figure of prose, step by step: its time, kind and flow, role and years, its whole, whose it is.

Each step takes what those before it found; `prose` finds the words around a figure and what they speak of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from planforge.facts.aims.evaluated import reached_by
from planforge.facts.aims.role_and_years import role_and_years
from planforge.facts.aims.told_beside import is_set, scope_of_reached
from planforge.facts.changes.base_years import base_year_of, years_since
from planforge.facts.changes.bettered import falls
from planforge.facts.changes.compared_with import base_at
from planforge.facts.changes.growth import Kind
from planforge.facts.changes.kinds import is_cut, kind_of
from planforge.facts.going_on.means_of_sums import sum_of_bare_mean
from planforge.facts.going_on.said_once import listed_with
from planforge.facts.heads.indicator_meant import indicator_meant
from planforge.facts.narrowing.circumstances import action_of, flow_of, is_built, is_comparable, rests_on_last_year
from planforge.facts.narrowing.whose import narrowed_to
from planforge.facts.parts.other_wholes import owner_of_parts
from planforge.facts.parts.part_of_whole import added_with, part_of_which, scope_of_whole, stands_with, summed_with
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.times.dating import over_years_told
from planforge.facts.times.same_season_before import of_same_season_before
from planforge.facts.times.still_expected import of_year_before
from planforge.facts.times.time import Moment
from planforge.facts.times.timing import Anchor, anchor
from planforge.facts.times.until_now import adds_up_until_now, is_in_all
from planforge.facts.times.years_handed_out import each_its_year
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around, Topic
from planforge.outline.text import SegmentKind


def statement_of(reader: PassageReader, around: Around, topic: Topic) -> Statement:
    """Return what a figure with these words around it tells of a topic."""
    found = _time(reader, around)
    reader.base = base = base_at(reader, around)
    told = _Told(reader, around, topic, found, base)
    _take_kind_and_flow(told)
    _take_role_and_years(told)
    _take_over_from_whole(told)
    return _stated(told)


@dataclass(slots=True)
class _Told:
    """What a figure tells, as far as the steps have come.

    Attributes:
        found, base: the time it stands under; what it is compared with.
        before: the figure before that tells what was done for this one too.
        role, years: when, and whether reached or aimed at; `aim` when its words say that it is the latter.
        in_all: whether it sums up all until now, and so is a level.
        parent: the figure that it is a part of.
    """

    reader: PassageReader
    around: Around
    topic: Topic
    found: Anchor
    base: Moment | None
    before: Statement | None = None
    kind: Kind = Kind.LEVEL
    flow: Flow = Flow.STOCK
    aim: bool = False
    role: Role = Role.ACTUAL
    years: Years | None = None
    in_all: bool = False
    parent: Statement | None = None


def _time(reader: PassageReader, around: Around) -> Anchor:
    figure = around.figure
    last = reader.done[-1].quantity.end if reader.done else 0
    found = anchor(reader.moments, reader.clauses, figure.start, last, reader.situation.period)
    found = over_years_told(reader, around, each_its_year(reader, figure, found))
    return of_same_season_before(reader, around, of_year_before(reader, figure, found))


def _take_kind_and_flow(told: _Told) -> None:
    reader, around, topic = told.reader, told.around, told.topic
    listed = listed_with(reader, around, topic) or sum_of_bare_mean(reader, around)
    kind = kind_of(reader, around, topic, told.base, told.found)
    told.kind = kind = listed.kind if listed is not None and kind is Kind.LEVEL else topic.kind or kind
    told.flow = flow_of(reader, around, topic, kind)
    told.before = listed or (topic.parent if topic.inherited else None)  # 新建3500公里，其中2021年800公里
    if told.before is not None and told.flow is Flow.STOCK and kind.is_amount:
        told.flow = listed.flow if listed is not None else Flow.FLOW


def _take_role_and_years(told: _Told) -> None:
    reader, around, topic = told.reader, told.around, told.topic
    told.aim = is_set(reader, around)
    told.role, told.years = role_and_years(reader, around, told.found, told.kind, told.flow, aim=told.aim)
    years = told.years if told.kind.is_amount else None
    if years is not None and adds_up_until_now(reader, around, topic, told.found, years, told.flow):
        told.years = None
    if (reached := reached_by(reader, topic)) is not None:
        told.role, told.years = reached.role, reached.years
    told.in_all = told.flow is Flow.FLOW and told.kind.is_amount and is_in_all(reader, around, topic, told.years)
    if told.in_all:
        told.kind, told.flow = Kind.LEVEL, Flow.STOCK


def _take_over_from_whole(told: _Told) -> None:
    """Find the whole of a part, and take its time over and that it was added."""
    figure = told.around.figure
    told.parent = parent = part_of_which(told.reader, figure, told.topic, told.kind, told.years)
    if parent is None:
        return
    per_year = parent.flow is Flow.PER_YEAR and told.kind.is_amount  # 每年引进100个，其中…10个
    summed = per_year or summed_with(parent, told.kind, told.flow, told.years)
    if summed and not told.found.explicit:
        told.flow, told.years = parent.flow, parent.years
    elif stands_with(parent, told.kind, told.flow, told.years):
        told.years = parent.years
    if added_with(parent, figure, told.kind):
        told.kind = Kind.INCREMENT


def _stated(told: _Told) -> Statement:
    reader, around, topic, found, kind = told.reader, told.around, told.topic, told.found, told.kind
    figure, grown, base, years = around.figure, around.grown, told.base, told.years
    if kind is Kind.GROWTH_ANNUAL and grown is not None and grown.yearly_words:
        years = years_since(base, years)
    comparable, on_last_year = is_comparable(reader, figure, kind), rests_on_last_year(base, kind, years)
    return Statement(
        span=reader.figure_span(figure),
        quote=reader.quote_span(around.start, figure),
        indicator=indicator_meant(reader, around, topic, kind),
        head=topic.head,
        known=topic.name.known,
        tier=topic.name.tier,
        scope=_scope(told),
        kind=kind,
        quantity=figure,
        role=told.role,
        years=years,
        source=Source.BOX if reader.context.kind == "box" else Source.PROSE,
        position=_position(reader.number, reader.sentence),
        base_year=base_year_of(reader, around, base, kind, told.role, years, found),
        flow=told.flow,
        action=_action(told),
        adjusted=comparable or on_last_year,
        revised=on_last_year and not comparable,
        builds=is_built(reader, around, topic),
        until=found.until or found.years is None,
        falls=falls(reader, around, topic) or is_cut(around, topic),
        adds=bool(grown and grown.adds),
        gates=_gates(found.explicit, base is not None, bool(topic.name.indicator) and not topic.inherited),
        context=reader.context,
        parent=told.parent,
        referenced=reader.segment(figure).kind is SegmentKind.REFERENCE,
    )


_gates = cache(Gates)
_position = lru_cache(maxsize=8)(Position)
"""Figures of one sentence have one position, and few gates there are: a long text has very many figures."""


def _scope(told: _Told) -> str:
    """Return whose a figure is: as its words narrow it, its whole, the owner of the parts, or the document."""
    reader, around, topic = told.reader, told.around, told.topic
    return (
        narrowed_to(reader, around, topic)
        or scope_of_whole(told.parent, around.figure, topic, told.kind)
        or owner_of_parts(reader, around, topic)
        or (scope_of_reached(reader) if told.aim else "")
        or reader.situation.place
    )


def _action(told: _Told) -> str:
    """Return what was done, of a sum its own or that of the figure before."""
    if not (told.in_all or told.flow is Flow.FLOW):
        return ""
    return action_of(told.around, told.topic) or (told.before.action if told.before else "")
