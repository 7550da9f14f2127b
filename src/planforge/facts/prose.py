"""From a passage of prose to its statements.

Figures are taken from left to right; each gets its growth wording, its head, its time, its role and, when it is part
of another figure, its parent. Text that a reference printed is read like any other and marked as referenced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from planforge.facts import growth as wording
from planforge.facts.clauses import Clauses
from planforge.facts.growth import Growth, Kind
from planforge.facts.heads import Head, clause_subject, left_head, plain_name, predicate_after, right_head
from planforge.facts.indicators import IndicatorTable, Name, scope_of
from planforge.facts.normalise import Reading, read
from planforge.facts.quantity import Form, Quantity, quantities
from planforge.facts.role import role_of
from planforge.facts.scope import project_scope
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.time import Moment, Years, moments
from planforge.facts.timing import Anchor, anchor, base_of, default_years
from planforge.facts.words import alternation, table
from planforge.outline.text import SegmentKind, Text
from planforge.plan.model import Context, Passage, Period
from planforge.source.place import Span

MOST_FIGURES = 200
_ANY_FIGURE = regex.compile(r"[0-9０-９翻倍百千成十]")
_REFERENCE = regex.compile(r"\{\s*(?P<name>[^{}@:：]+)@")


@dataclass(frozen=True)
class Situation:
    """What holds for all passages of a plan."""

    table: IndicatorTable
    period: Period


@dataclass
class _Reader:
    """The state while one passage is read."""

    text: Text
    reading: Reading
    clauses: Clauses
    moments: Sequence[Moment]
    context: Context
    situation: Situation
    number: int
    project: str
    done: list[Statement] = field(default_factory=list)
    consumed: int = 0


def statements_of(passage: Passage, number: int, situation: Situation) -> list[Statement] | None:
    """Return the statements of a passage, or None when it holds more figures than a passage of prose can."""
    printed = passage.text.printed
    if not _ANY_FIGURE.search(printed):
        return []
    reading = read(printed)
    figures = list(quantities(reading.text))
    if len(figures) > MOST_FIGURES:
        return None
    if not figures:
        return []
    clauses = Clauses(reading.text)
    opening = regex.split("[。：:]", reading.text, maxsplit=1)[0]
    reader = _Reader(
        passage.text, reading, clauses, list(moments(reading.text, situation.period)), passage.context, situation, number,
        project_scope(passage.context, opening + "。"),
    )  # fmt: skip
    for position, figure in enumerate(figures):
        reader.done.extend(_read_figure(reader, figure, figures[position + 1 :]))
    return reader.done


def _read_figure(reader: _Reader, figure: Quantity, rest: Sequence[Quantity]) -> Iterator[Statement]:
    text = reader.reading.text
    start = max(reader.clauses.clause_start(figure.start), reader.consumed)
    grown = wording.wording(text, start, figure) or _continued(reader, figure, start)
    region_end = min(grown.start, figure.start) if grown else figure.start
    region = _without_times(reader, start, region_end)
    head = _find_head(reader, figure, region, grown, start)
    reader.consumed = max(figure.end, head.right_end if head else 0)
    for subject in _subjects(reader, figure, head, region, grown, start):
        yield _statement(reader, figure, subject, grown, start)


def _continued(reader: _Reader, figure: Quantity, start: int) -> Growth | None:
    """分别增长a和b: the second figure goes on with the wording of the first."""
    last = reader.done[-1] if reader.done else None
    joined = reader.reading.text[start : figure.start].strip() in {"和", "、", "及", "与", "以及"}
    if not joined or last is None or not last.kind.is_change or last.quantity.form is not figure.form:
        return None
    return Growth(last.kind, figure.start, last.falls, last.adds)


@dataclass(frozen=True)
class _Subject:
    """What one statement speaks of: its name, the words for it, and the statement it belongs to."""

    name: Name
    head: str
    verbs: tuple[str, ...] = ()
    parent: Statement | None = None
    inherited: bool = False


def _without_times(reader: _Reader, start: int, end: int) -> str:
    """Return the words in [start, end) with times, and the words that bind them, taken out."""
    parts, at = [], start
    for moment in reader.moments:
        if moment.start < start or moment.end > end:
            continue
        bound = _BINDING.search(reader.reading.text, start, moment.start)
        cut = bound.start() if bound and bound.end() == moment.start else moment.start
        parts.append(reader.reading.text[at : max(at, cut)])
        at = moment.end
        if moment.base and (tail := _BASE_TAIL.match(reader.reading.text, at)):
            at = min(tail.end(), end)
    parts.append(reader.reading.text[at:end])
    return "".join(parts)


_BINDING = regex.compile(r"(?:截至|截止|力争|争取|确保|努力|预计)?(?:到|至|在|比|较|相较于?|相比于?|与|同|是|为|相当于|由|从)?(?:20)?$")
_BASE_TAIL = regex.compile(r"(?:相比|基础上|时期|期间|的)+")


def _find_head(reader: _Reader, figure: Quantity, region: str, grown: Growth | None, start: int) -> Head | None:
    text = reader.reading.text
    head = left_head(region)
    if grown is None and figure.form is Form.PERCENT and head is not None and not _SHARE.search(head.name):
        predicate = predicate_after(text, figure.end)
        if predicate is not None:
            return replace(head, name=head.name + predicate[0], right_end=predicate[1])
    if head is not None and head.name.startswith("占"):
        return _with_subject(reader, head, start)
    if head is None and grown is None and figure.form is not Form.RANK:
        return right_head(text, figure.end, _verbs_in(region))
    return head


_SHARE = regex.compile(alternation(table("phrases")["share"]))


def _verbs_in(region: str) -> tuple[str, ...]:
    flow = table("phrases")["verbs"]["flow"]
    return tuple(verb for verb in flow if verb in region)


def _with_subject(reader: _Reader, head: Head, start: int) -> Head:
    """占GDP比重达到2.83% leaves its subject to the clause before."""
    before = reader.clauses.clause_start(max(0, start - 2))
    subject = clause_subject(_without_times(reader, before, max(before, start - 1)))
    return replace(head, name=subject + head.name, inherited=True) if subject else head


def _opened(reader: _Reader, start: int) -> Name | None:
    """Return the indicator that the clause before begins with: 高新技术企业快速发展，总数量达到150家."""
    before = reader.clauses.clause_start(max(0, start - 2))
    if before >= start - 1:
        return None
    return reader.situation.table.opening(clause_subject(_without_times(reader, before, start - 1)))


def _subjects(
    reader: _Reader, figure: Quantity, head: Head | None, region: str, grown: Growth | None, start: int
) -> Iterator[_Subject]:
    resolve = reader.situation.table.resolve
    referenced = _referenced_name(reader, figure)
    if referenced is not None and not grown:
        yield _Subject(resolve(referenced), referenced, head.verbs if head else ())
        return
    if head is None:
        opened = None if grown else _opened(reader, start)
        if opened is not None and _PLAIN_PREDICATE.fullmatch(region):
            yield _Subject(opened, "", _verbs_in(region), inherited=True)
            return
        yield from _inherited(reader, figure, region, grown)
        return
    names = _shared(reader, head, region, grown, ranked=figure.form is Form.RANK)
    if names:
        yield from names
        return
    name = resolve(head.name)
    parent = _parent(reader, figure, head)
    if plain_name(head.name) in _GENERIC:
        name = replace(name, indicator="")
        yield _Subject(name, head.name, head.verbs, parent, head.inherited)
        return
    if not name.indicator or plain_name(name.indicator) in _PARTITIVE:
        opened = None if parent else _opened(reader, start)
        known = parent or _last(reader, figure)
        if opened is not None:
            yield _Subject(opened, head.name, head.verbs, None, inherited=True)
            return
        if known is not None:
            name = replace(name, indicator=known.indicator, known=known.known, scope=name.scope or known.scope)
    yield _Subject(name, head.name, head.verbs, parent, head.inherited)


# Words that say nothing of what is counted; figures of them are never brought together.
_GENERIC = frozenset({"项目", "重点项目", "基地", "团队", "平台", "企业", "单位", "地区", "国家", "工程", "人才", "活动", "人", "协议", "机构", "专家", "任务", "产品", "成果"})  # fmt: skip
_PLAIN_PREDICATE = regex.compile(r"[，,]?(?:总数量?|数量|总量|已|将|累计|力争|规模)*(?:达到?|为|超过|突破|增加到|发展到|增至)?")
_PARTITIVE = frozenset({"", "其中", "数", "总数", "总量", "规模", "总数量"})


def _shared(reader: _Reader, head: Head, region: str, grown: Growth | None, *, ranked: bool) -> list[_Subject]:
    """One figure for several names: 国家级、省级孵化器各1个; 成交额和增加值较…翻一番."""
    resolve = reader.situation.table.resolve
    if regex.search(r"各(?:达到|达|为|有)?$", region):
        tiers = regex.findall(r"国家级|省级|市级|县级|省部级", region)
        if len(tiers) >= 2:
            bare = regex.sub(r"(?:(?:国家级|省级|市级|县级|省部级)[、和及]?)+", "", head.name)
            return [_Subject(resolve(tier + bare), head.name, head.verbs) for tier in tiers]
        return []
    if grown or ranked:
        parts = [part for part in regex.split(r"[、和及与]", head.name) if len(part) >= 3]
        names = [resolve(part) for part in _completed(reader, parts)]
        if len(parts) >= 2 and all(name.known for name in names):
            return [_Subject(name, part, head.verbs) for name, part in zip(names, parts, strict=True)]
    return []


def _completed(reader: _Reader, parts: list[str]) -> list[str]:
    """Give later parts of a coordination the beginning that the first one lends them (产品产值、增加值)."""
    known = reader.situation.table.names
    full = parts[:1]
    for part in parts[1:]:
        lent = (parts[0][:end] + part for end in range(len(parts[0]), 0, -1))
        full.append(part if plain_name(part) in known else next((name for name in lent if plain_name(name) in known), part))
    return full


def _inherited(reader: _Reader, figure: Quantity, region: str, grown: Growth | None) -> Iterator[_Subject]:
    """A clause without a subject goes on with that of the sentence; 分别 hands figures out in order."""
    sentence = reader.clauses.sentence_start(figure.start)
    same = [one for one in reader.done if one.position.sentence == sentence]
    if grown is not None:
        subjects = _grown_subjects(reader, same, figure)
    else:
        subjects = [one for one in same if one.quantity.unit.comparable(figure.unit) and not one.kind.is_change][-1:]
    if not subjects:
        yield _Subject(Name(""), "", _verbs_in(region), inherited=True)
        return
    for one in subjects:
        name = Name(one.indicator, one.tier, one.scope, one.known)
        parent = one if grown is not None else None
        yield _Subject(name, one.head, _verbs_in(region), parent, inherited=grown is None)


def _grown_subjects(reader: _Reader, same: list[Statement], figure: Quantity) -> list[Statement]:
    levels = [one for one in same if not one.kind.is_change and one.kind is not Kind.RANK]
    text = reader.reading.text
    clause = reader.clauses.clause_start(figure.start)
    apart = text.rfind("分别", clause, figure.start)
    if apart < 0:
        return levels[-1:]
    given = sum(1 for one in same if one.kind.is_change and one.quantity.start > apart)
    count = given + 1 + len([q for q in quantities(text[figure.end : reader.clauses.clause_end(figure.end)])])
    chosen = levels[-count:]
    return chosen[given : given + 1] if len(chosen) == count else levels[-1:]


def _parent(reader: _Reader, figure: Quantity, head: Head) -> Statement | None:
    """Return the figure that this one is a part of: before its bracket, or before 其中."""
    around = reader.clauses.bracket_around(figure.start)
    if around is not None:
        outside = [one for one in reader.done if one.quantity.end <= around[0]]
        return outside[-1] if outside and outside[-1].quantity.unit.comparable(figure.unit) else None
    last = _last(reader, figure)
    if last is None:
        return None
    if head.child:
        return last
    sentence = reader.clauses.sentence_start(figure.start)
    between = reader.reading.text[last.quantity.end : figure.start]
    if last.parent is not None and last.position.sentence == sentence and not regex.search("[，。；,;]", between):
        return last.parent
    return None


def _last(reader: _Reader, figure: Quantity) -> Statement | None:
    levels = [one for one in reader.done if not one.kind.is_change and one.quantity.unit.comparable(figure.unit)]
    return levels[-1] if levels else None


def _referenced_name(reader: _Reader, figure: Quantity) -> str | None:
    segment = reader.text.segment_at(reader.reading.printed(figure.number_at[0]))
    if segment.kind is not SegmentKind.REFERENCE:
        return None
    match = _REFERENCE.match(reader.text.file.text, segment.start, segment.end)
    return match["name"].strip() if match else None


def _statement(reader: _Reader, figure: Quantity, subject: _Subject, grown: Growth | None, start: int) -> Statement:
    clauses, period = reader.clauses, reader.situation.period
    found = anchor(reader.moments, clauses, figure.start, period)
    base = base_of(reader.moments, clauses, figure.start) if grown else None
    kind = _kind(reader, figure, subject, grown, base, start)
    sentence = clauses.sentence_start(figure.start)
    end = clauses.clause_end(figure.end)
    role = role_of(reader.context, reader.reading.text[sentence:end], found.years, period, explicit=found.years is not None)
    flow = _flow(reader, figure, subject, kind, start)
    years = _years(found, kind, role, flow, period, grown)
    at = reader.reading.printed(figure.number_at[0])
    inside = reader.clauses.bracket_around(figure.start) is not None
    return Statement(
        span=_figure_span(reader, figure),
        quote=_span(reader, min(start, figure.start), figure.end),
        indicator=subject.name.indicator + ("排名" if kind is Kind.RANK and subject.name.indicator else ""),
        head=subject.head,
        known=subject.name.known,
        tier=subject.name.tier,
        scope=scope_of(subject.name.scope) or reader.project,
        kind=kind,
        quantity=figure,
        role=role,
        years=years,
        source=Source.BOX if reader.context.kind == "box" else Source.PROSE,
        position=Position(reader.number, sentence),
        base_year=_base_year(base, kind, role, years, period),
        flow=flow,
        falls=bool(grown and grown.falls),
        adds=bool(grown and grown.adds),
        gates=Gates(found.explicit, base is not None, bool(subject.name.indicator) and not subject.inherited),
        context=reader.context,
        parent=subject.parent or (_parent(reader, figure, Head("")) if inside else None),
        referenced=reader.text.segment_at(at).kind is SegmentKind.REFERENCE,
    )


def _kind(
    reader: _Reader, figure: Quantity, subject: _Subject, grown: Growth | None, base: Moment | None, start: int
) -> Kind:
    if figure.form is Form.RANK:
        return Kind.RANK
    if grown is not None:
        if grown.kind is Kind.GROWTH_TOTAL and figure.form is Form.PERCENT and base is None:
            summed = regex.search("累计|总计|共", reader.reading.text[start : figure.start])
            return Kind.GROWTH_TOTAL if summed else Kind.GROWTH_ANNUAL
        if grown.kind is Kind.GROWTH_ANNUAL and not grown.yearly_words and base is not None and _far(base, reader):
            return Kind.GROWTH_TOTAL
        return grown.kind
    if figure.form is Form.PERCENT:
        return Kind.SHARE
    increments = table("phrases")["increments"]
    if any(verb in increments for verb in subject.verbs) or any(verb.startswith("新") for verb in subject.verbs):
        return Kind.INCREMENT
    before = reader.reading.text[start : figure.start]
    return Kind.INCREMENT if any(verb in before for verb in increments) else Kind.LEVEL


def _far(base: Moment, reader: _Reader) -> bool:
    """Whether the base lies more than one year before the plan's baseline, so that the growth is no yearly one."""
    baseline = reader.situation.period.baseline
    return baseline is not None and base.years.last < baseline - 1


_PER_YEAR = regex.compile(r"(?:每年|年均|平均每年|每年平均|年平均)")
_FLOWING = regex.compile(r"(?:攻关|转化|培训|融资|签约|引进|发放|招引|改造|治理|入驻)")


def _flow(reader: _Reader, figure: Quantity, subject: _Subject, kind: Kind, start: int) -> Flow:
    if kind not in {Kind.LEVEL, Kind.INCREMENT}:
        return Flow.STOCK
    before = reader.reading.text[start : figure.start]
    if _PER_YEAR.search(before):
        return Flow.PER_YEAR
    flowing = table("phrases")["verbs"]["flow"]
    said = any(any(verb.startswith(word) for word in flowing) for verb in subject.verbs)
    if said or kind is Kind.INCREMENT or _FLOWING.search(subject.name.indicator):
        return Flow.FLOW
    return Flow.STOCK


def _years(found: Anchor, kind: Kind, role: Role, flow: Flow, period: Period, grown: Growth | None) -> Years | None:
    yearly = kind is Kind.GROWTH_ANNUAL
    target = role is Role.TARGET
    whole = default_years(period, target=target, flow=flow is Flow.FLOW, yearly=True)
    if found.years is None:
        return default_years(period, target=target, flow=flow is not Flow.STOCK, yearly=yearly)
    if yearly and grown is not None and grown.yearly_words and found.years.single and whole is not None:
        return whole if found.years.last == whole.last else found.years
    if flow is not Flow.STOCK and found.carried and role is Role.ACTUAL and found.years.single:
        return default_years(period, target=False, flow=True, yearly=False)
    if kind in {Kind.LEVEL, Kind.SHARE} and flow is Flow.STOCK and not found.years.single:
        return found.years
    return found.years


def _base_year(base: Moment | None, kind: Kind, role: Role, years: Years | None, period: Period) -> int | None:
    if not kind.is_change:
        return None
    if base is not None:
        return base.years.last
    if kind is Kind.GROWTH_ANNUAL:
        return None if years is None or years.single else years.first - 1
    return period.baseline if role is Role.TARGET else period.previous


def _figure_span(reader: _Reader, figure: Quantity) -> Span:
    """The number, with % or 倍 or the whole 翻…番."""
    if figure.form is Form.DOUBLINGS:
        return _span(reader, figure.start, figure.end)
    start, end = figure.number_at
    if figure.form in {Form.PERCENT, Form.POINTS, Form.TIMES}:
        follows = reader.reading.text[end : figure.end]
        unit = regex.match(r"%|‰|个?百分点|多?余?倍|成", follows)
        end += unit.end() if unit else 0
    return _span(reader, start, end)


def _span(reader: _Reader, start: int, end: int) -> Span:
    reading = reader.reading
    return reader.text.span(reading.printed(start), reading.printed_end(end))
