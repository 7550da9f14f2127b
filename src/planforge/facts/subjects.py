"""What a figure of prose speaks of: the name its head means, or the name it takes over from another figure.

One figure may speak of several things (各1个; 成交额和增加值翻一番), several figures of as many heads (分别达到).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.belonging import owned_by_last
from planforge.facts.coordination import coordinated, each_tier, handed_out
from planforge.facts.heads import Head, plain_name
from planforge.facts.indicators import Name
from planforge.facts.inheriting import inherited, opened_by, renamed_partitive
from planforge.facts.naming import PER_HEAD
from planforge.facts.owners import named_before_bracket, owner_of
from planforge.facts.parts import part_of
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.plan_shares import of_base, of_plan
from planforge.facts.quantity import Quantity
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.facts.words import table
from planforge.outline.text import SegmentKind

_REFERENCE = re.compile(r"\{\s*(?P<name>[^{}@:：]+)@")
_CLAUSE_MARK = re.compile("[，。；,;]")
_EACH_TIME = re.compile("(?<=[、和与及])每(?:人每)?[月年人户亩]$")
_EACH_ONE = ("人均", "户均", "亩均")
_BECOMES = re.compile("[^，。；]{1,4}?[到至]")
_PARTITIVE = frozenset({"", "其中", "数", "总数", "总量", "规模", "总数量", "总里程"})


def topics_of(reader: PassageReader, around: Around, head: Head | None) -> Iterator[Topic]:
    """Yield what a figure speaks of, mostly one thing."""
    resolve = reader.situation.table.resolve
    between = _EACH_TIME.sub("", around.region.strip("，,"))
    if reader.waiting and (between in JOINERS or _BECOMES.fullmatch(between)):
        handed = reader.waiting.pop(0)
        yield Topic(resolve(handed), handed)
        return
    reader.waiting = []
    referenced = _referenced_name(reader, around.figure)
    if referenced is not None and around.grown is None:
        yield Topic(resolve(referenced), referenced, head.verbs if head else ())
    elif planned := of_plan(reader, around) or of_base(reader, around):
        yield planned
    elif head is None and not around.region and (owner := named_before_bracket(reader, around)):
        yield Topic(Name(""), owner, actor=owner)
    elif head is None:
        yield from inherited(reader, around)
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
    if handed := handed_out(reader, around, head):
        reader.waiting = handed[1:]
        yield Topic(resolve(handed[0]), handed[0], head.verbs)
        return
    if shared := each_tier(reader, around, head) or coordinated(reader, around, head):
        yield from shared
        return
    if reader.done and (PER_HEAD.fullmatch(head.name) or head.name in _EACH_ONE):
        before = reader.done[-1].indicator  # 实有床位4.12万张，每千人口6.86张
        yield Topic(resolve(head.name + before), head.name, head.verbs)
        return
    name = resolve(head.name)
    if (among := _among_people(reader, around, name)) is not None:
        yield Topic(Name(among.indicator, among.tier, among.scope, among.known), head.name, head.verbs)
        return
    parent = parent_of(reader, around.figure, head)
    part = part_of(reader, around, head)
    if part is not None:
        yield part
        return
    plain = plain_name(head.name)
    if owned := owned_by_last(reader, around, head, plain):
        yield owned
        return
    if plain in table("phrases")["generic"]:
        owner = head.actor or ("" if around.figure.unit.counts else owner_of(reader, around))
        yield Topic(replace(name, indicator=""), head.name, head.verbs, parent, head.inherited, owner)
    elif plain_name(name.indicator) in _PARTITIVE:
        yield _partitive(reader, around, head, name, parent)
    else:
        yield Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


def _among_people(reader: PassageReader, around: Around, name: Name) -> Statement | None:
    """Return the mean over people that parts of one thing go on with: 每千人口托位数达到3.8个，…托位数达到4.5个."""
    figure = around.figure
    broken = figure.unit.counts and figure.written.decimals > 0 and not figure.scale
    if not broken or not name.indicator or PER_HEAD.match(name.indicator):
        return None
    means = (one for one in reversed(reader.done) if PER_HEAD.match(one.indicator))
    return next((one for one in means if one.indicator.endswith(name.indicator)), None)


def _partitive(reader: PassageReader, around: Around, head: Head, name: Name, parent: Statement | None) -> Topic:
    """国家级4家 is a part of the figure before; 总数达到150家 speaks of what the clause before speaks of."""
    opened = None if parent else opened_by(reader, around.start)
    if opened is not None:
        opened = replace(opened, tier=name.tier or opened.tier)  # 国家级众创空间4家、省级8家
        return Topic(opened, head.name, head.verbs, inherited=True)
    whole = parent or reader.last_level(around.figure)
    if whole is not None:
        name = renamed_partitive(name, whole)
    return Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


_RECOUNTED = re.compile("共|合计|总计|拆分|分解|折合|换算")


def parent_of(reader: PassageReader, figure: Quantity, head: Head | None = None) -> Statement | None:
    """Return the figure that this one is a part of: before its bracket, or before 其中."""
    around = reader.clauses.bracket_around(figure.start)
    if around is not None:
        return _whole_before_bracket(reader, around, figure)
    last = reader.last_level(figure)
    if last is None:
        return None
    end = last.quantity.end
    closed = reader.clauses.bracket_around(last.quantity.start)
    if closed is not None and last.parent is not None:
        last, end = last.parent, closed[1]  # 其中甲5家（含乙2家）、丙3家
    if head is not None and head.child:
        return last
    same = last.position.sentence == reader.clauses.sentence_start(figure.start)
    start = reader.clauses.clause_start(figure.start)
    if head is not None and start >= last.quantity.end and reader.words.endswith(_OF_WHICH, 0, start):
        return last if same else _only_level_before(reader, figure)
    if same and not _CLAUSE_MARK.search(reader.words, end, figure.start):
        return last.parent
    if head is not None and _SORTED.match(reader.words, reader.clauses.sentence_start(figure.start)):
        return _greatest_before(reader, figure)
    return _whole_of_parts(reader, figure, head) if head is not None else None


def _whole_of_parts(reader: PassageReader, figure: Quantity, head: Head) -> Statement | None:
    """Return what a sentence that begins with 其中， divides, for a figure in a later clause of it.

    其中，外出农民工60人，增长2%；本地农民工40人. 总投资2450亿元。其中，续建项目26个，总投资510亿元；新建…，总投资….
    A second 其中 in the sentence may begin to divide one of the parts; then nothing is certain.
    """
    sentence, clause = reader.clauses.sentence_start(figure.start), reader.clauses.clause_start(figure.start)
    if not reader.words.startswith(_OF_WHICH, sentence) or "其中" in reader.words[sentence + 2 : figure.start]:
        return None
    comparable = [one for one in reader.same_sentence(figure) if one.quantity.unit.comparable(figure.unit)]
    first = next((one for one in comparable if not one.kind.is_change and not one.adds), None)
    if first is not None and reader.words.startswith(("；", ";"), clause - 1) and _alike(first.head, head.name):
        return first.parent if first.parent is not None and first.parent.position.sentence != sentence else None
    before = reader.clauses.sentence_start(sentence - 1)
    named = [one for one in reader.done if one.position.sentence == before and one.head == head.name]
    return named[0] if len(named) == 1 and named[0].quantity.unit.comparable(figure.unit) else None


def _greatest_before(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return what 按工程类型分：… divides: the greatest level of the sentence before."""
    before = reader.clauses.sentence_start(reader.clauses.sentence_start(figure.start) - 1)
    levels = (one for one in reader.done if one.position.sentence == before and one.parent is None and not one.adds)
    alike = (one for one in levels if not one.kind.is_change and one.quantity.unit.comparable(figure.unit))
    return max(alike, key=lambda one: one.value, default=None)


_SORTED = re.compile("(?:其中[，：:]?)?按[^，。；：:]{1,10}?分(?:类)?(?:来?看)?[，：:,]")


def _alike(one: str, other: str) -> bool:
    """Whether two names end alike, as those of parts do: 外出农民工, 本地农民工."""
    return one != other and one[-_SHARED_END:] == other[-_SHARED_END:]


_SHARED_END = 2
_OF_WHICH = ("其中，", "其中：", "其中:", "其中,")


def _only_level_before(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return the level of the sentence before that 其中，… divides; of several it may be any."""
    before = reader.clauses.sentence_start(reader.clauses.sentence_start(figure.start) - 1)
    levels = (one for one in reader.done if one.position.sentence == before and one.parent is None and not one.adds)
    alike = [one for one in levels if not one.kind.is_change and one.quantity.unit.comparable(figure.unit)]
    return alike[0] if len(alike) == 1 else None


def _whole_before_bracket(reader: PassageReader, bracket: tuple[int, int], figure: Quantity) -> Statement | None:
    """Return the figure before a bracket in its sentence; 甲（86公里） tells how much 甲 is, a part of nothing."""
    if _RECOUNTED.search(reader.words, bracket[0], figure.start):
        return None  # 444项（拆分后共569项）
    before = next((one for one in reversed(reader.done) if one.quantity.end <= bracket[0]), None)
    if before is None or reader.clauses.bracket_around(before.quantity.start) is not None:
        return None  # 甲线（86公里）、乙线（124公里）: neither is a part of the other
    bare = figure.start == bracket[0] + 1 and before.quantity.end < bracket[0]
    apart = bare or before.position.sentence != reader.clauses.sentence_start(figure.start)
    return before if not apart and before.quantity.unit.comparable(figure.unit) else None
