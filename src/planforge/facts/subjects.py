"""What a figure of prose speaks of: the name its head means, or the name it takes over from another figure.

One figure may speak of several things (各1个; 成交额和增加值翻一番), several figures of as many heads (分别达到).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from planforge.facts.growth import Growth, Kind
from planforge.facts.heads import Head, clause_subject, left_head, plain_name, predicate_after, right_head
from planforge.facts.indicators import Name
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.quantity import Form, Quantity, quantities
from planforge.facts.statement import Statement
from planforge.facts.words import alternation, table
from planforge.outline.text import SegmentKind

_REFERENCE = regex.compile(r"\{\s*(?P<name>[^{}@:：]+)@")
_ONLY_CHANGES = regex.compile(
    "[，,、]?(?:进一步|再|又|已|将)?(?:提高|增加|增长|上升|下降|降低|减少|扩大|发展|提升|上调|下调)(?:到|至)?的?"
)
_PLAIN_PREDICATE = regex.compile(
    "[，,]?(?:总数量?|数量|总量|已|将|累计|力争|规模)*(?:达到?|为|超过|突破|增加到|发展到|增至)?"
)
_PARTITIVE = frozenset({"", "其中", "数", "总数", "总量", "规模", "总数量"})
_SHARE_OF = regex.compile("占(?!地|用|道)")
_EACH = regex.compile("各(?:达到|达|为|有)?$")
_TIERS = regex.compile("国家级|省级|市级|县级|省部级")
_TIER_LIST = regex.compile("(?:(?:国家级|省级|市级|县级|省部级)[、和及]?)+")
_COORDINATION = regex.compile("[、和及与]")


@dataclass(frozen=True)
class Topic:
    """What one statement speaks of: its name, the words for it, and the statement it belongs to."""

    name: Name
    head: str
    verbs: tuple[str, ...] = ()
    parent: Statement | None = None
    inherited: bool = False
    actor: str = ""


@dataclass(frozen=True)
class Around:
    """A figure with its growth wording and the words before it, times taken out, from `start` on."""

    figure: Quantity
    grown: Growth | None
    region: str
    start: int


def head_of(reader: PassageReader, around: Around) -> Head | None:
    """Return the head of a figure: on its left, on its right, or with a subject from the clause before."""
    if _ONLY_CHANGES.fullmatch(around.region):
        return None
    figure, level = around.figure, around.grown is None
    head = left_head(around.region)
    if level and figure.form is Form.PERCENT and head is not None and not _share().search(head.name):
        predicate = predicate_after(reader.words, figure.end)
        if predicate is not None:
            return replace(head, name=head.name + predicate[0], right_end=predicate[1])
    if head is not None and _SHARE_OF.match(head.name):
        subject = clause_subject(reader.clause_before(around.start))
        return replace(head, name=subject + head.name, inherited=True) if subject else head
    if head is None and level and figure.form is not Form.RANK:
        return right_head(reader.words, figure.end, _verbs_in(around.region))
    return head


@cache
def _share() -> regex.Pattern[str]:
    return regex.compile(alternation(table("phrases")["share"]))


def _verbs_in(region: str) -> tuple[str, ...]:
    flow = table("phrases")["verbs"]["flow"]
    return tuple(verb for verb in flow if verb in region)


def topics_of(reader: PassageReader, around: Around, head: Head | None) -> Iterator[Topic]:
    """Yield what a figure speaks of, mostly one thing."""
    resolve = reader.situation.table.resolve
    if reader.waiting and around.region.strip("，,") in JOINERS:
        handed = reader.waiting.pop(0)
        yield Topic(resolve(handed), handed)
        return
    reader.waiting = []
    referenced = _referenced_name(reader, around.figure)
    if referenced is not None and around.grown is None:
        yield Topic(resolve(referenced), referenced, head.verbs if head else ())
    elif head is None:
        yield from _inherited(reader, around)
    else:
        yield from _named(reader, around, head)


def _referenced_name(reader: PassageReader, figure: Quantity) -> str | None:
    segment = reader.segment(figure)
    if segment.kind is not SegmentKind.REFERENCE:
        return None
    match = _REFERENCE.match(reader.text.file.text, segment.start, segment.end)
    return match["name"].strip() if match else None


def _named(reader: PassageReader, around: Around, head: Head) -> Iterator[Topic]:
    resolve = reader.situation.table.resolve
    if handed_out := _handed_out(reader, around, head):
        reader.waiting = handed_out[1:]
        yield Topic(resolve(handed_out[0]), handed_out[0], head.verbs)
        return
    if shared := _each_tier(reader, around, head) or _coordinated(reader, around, head):
        yield from shared
        return
    name = resolve(head.name)
    parent = parent_of(reader, around.figure, head)
    if plain_name(head.name) in table("phrases")["generic"]:
        yield Topic(replace(name, indicator=""), head.name, head.verbs, parent, head.inherited)
    elif plain_name(name.indicator) in _PARTITIVE:
        yield _partitive(reader, around, head, name, parent)
    else:
        yield Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


def _partitive(reader: PassageReader, around: Around, head: Head, name: Name, parent: Statement | None) -> Topic:
    """国家级4家 is a part of the figure before; 总数达到150家 speaks of what the clause before speaks of."""
    opened = None if parent else _opened(reader, around.start)
    if opened is not None:
        return Topic(opened, head.name, head.verbs, inherited=True)
    whole = parent or reader.last_level(around.figure)
    if whole is not None:
        name = replace(name, indicator=whole.indicator, known=whole.known, scope=name.scope or whole.scope)
    return Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


def _opened(reader: PassageReader, start: int) -> Name | None:
    """Return the indicator that the clause before begins with: 高新技术企业快速发展，总数量达到150家."""
    clause = reader.clause_before(start)
    return reader.situation.table.opening(clause_subject(clause)) if clause else None


def _handed_out(reader: PassageReader, around: Around, head: Head) -> list[str]:
    """Return the heads of 甲、乙和丙分别达到a、b和c when there are as many figures, else nothing."""
    figure = around.figure
    if "分别" not in reader.words[around.start : figure.start]:
        return []
    following = reader.words[figure.end : reader.clauses.clause_end(figure.end)]
    figures = 1 + sum(1 for _ in quantities(following))
    parts = [part for part in _COORDINATION.split(head.name) if part]
    return _completed(reader, parts) if len(parts) == figures > 1 else []


def _each_tier(reader: PassageReader, around: Around, head: Head) -> list[Topic]:
    """One figure for several tiers: 国家级、省级孵化器各1个."""
    tiers = _TIERS.findall(around.region) if _EACH.search(around.region) else []
    if len(tiers) < 2:
        return []
    bare = _TIER_LIST.sub("", head.name)
    return [Topic(reader.situation.table.resolve(tier + bare), head.name, head.verbs) for tier in tiers]


def _coordinated(reader: PassageReader, around: Around, head: Head) -> list[Topic]:
    """One change or rank for several indicators, all of them known: 成交额和增加值较…翻一番."""
    if around.grown is None and around.figure.form is not Form.RANK:
        return []
    parts = [part for part in _COORDINATION.split(head.name) if len(part) >= 3]
    if len(parts) < 2:
        return []
    names = [reader.situation.table.resolve(part) for part in _completed(reader, parts)]
    if not all(name.known for name in names):
        return []
    return [Topic(name, part, head.verbs) for name, part in zip(names, parts, strict=True)]


def _completed(reader: PassageReader, parts: list[str]) -> list[str]:
    """Give later parts of a coordination the beginning that the first one lends them (产品产值、增加值)."""
    return [parts[0], *(_lent(reader, parts[0], part) for part in parts[1:])]


def _lent(reader: PassageReader, first: str, part: str) -> str:
    known = reader.situation.table.names
    candidates = (part, *(first[:end] + part for end in range(len(first), 0, -1)))
    return next((name for name in candidates if plain_name(name) in known), part)


def _inherited(reader: PassageReader, around: Around) -> Iterator[Topic]:
    """A clause without a subject goes on with that of the clause before or of the sentence."""
    verbs = _verbs_in(around.region)
    opened = None if around.grown else _opened(reader, around.start)
    if opened is not None and _PLAIN_PREDICATE.fullmatch(around.region):
        yield Topic(opened, "", verbs, inherited=True)
        return
    taken = _grown_level(reader, around.figure) if around.grown else _level_before(reader, around.figure)
    if taken is None:
        yield Topic(Name(""), "", verbs, inherited=True)
        return
    name = Name(taken.indicator, taken.tier, taken.scope, taken.known)
    parent = taken if around.grown else None
    yield Topic(name, taken.head, verbs, parent, inherited=around.grown is None)


def _level_before(reader: PassageReader, figure: Quantity) -> Statement | None:
    same = (one for one in reversed(reader.same_sentence(figure)) if not one.kind.is_change)
    return next((one for one in same if one.quantity.unit.comparable(figure.unit)), None)


def _grown_level(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return the level that a change speaks of: the last one; 分别 hands changes out to several in order."""
    same = reader.same_sentence(figure)
    named = {one.indicator: one for one in same if not one.kind.is_change and one.kind is not Kind.RANK}
    levels = list(named.values())
    if not levels:
        return None
    apart = reader.words.rfind("分别", reader.clauses.clause_start(figure.start), figure.start)
    if apart < 0:
        return levels[-1]
    given = sum(1 for one in same if one.kind.is_change and one.quantity.start > apart)
    following = reader.words[figure.end : reader.clauses.clause_end(figure.end)]
    count = given + 1 + sum(1 for _ in quantities(following))
    return levels[given - count] if len(levels) >= count else levels[-1]


def parent_of(reader: PassageReader, figure: Quantity, head: Head | None = None) -> Statement | None:
    """Return the figure that this one is a part of: before its bracket, or before 其中."""
    around = reader.clauses.bracket_around(figure.start)
    if around is not None:
        outside = [one for one in reader.done if one.quantity.end <= around[0]]
        return outside[-1] if outside and outside[-1].quantity.unit.comparable(figure.unit) else None
    last = reader.last_level(figure)
    if last is None or (head is not None and head.child):
        return last
    between = reader.words[last.quantity.end : figure.start]
    same = last.position.sentence == reader.clauses.sentence_start(figure.start)
    return last.parent if same and not regex.search("[，。；,;]", between) else None
