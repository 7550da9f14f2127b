"""What a figure of prose speaks of: the name its head means, or the name it takes over from another figure.

One figure may speak of several things (各1个; 成交额和增加值翻一番), several figures of as many heads (分别达到).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.aims.evaluated import of_item
from planforge.facts.aims.plan_shares import of_base, of_plan, planned
from planforge.facts.aims.told_beside import of_aim
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.belonging import owned_by_last
from planforge.facts.going_on.inheriting import inherited, opened_by, renamed_partitive
from planforge.facts.going_on.means_of_sums import sum_of_bare_mean
from planforge.facts.going_on.owners import named_before_bracket, owner_of, rate_compared
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.local_accounts import told_apart
from planforge.facts.heads.people_served import benefited, people_served
from planforge.facts.heads.read_otherwise import read_otherwise
from planforge.facts.heads.widened import PER_HEAD
from planforge.facts.lists.all_alike import of_all_alike
from planforge.facts.lists.coordination import coordinated, each_tier
from planforge.facts.lists.counted_again import counted_again
from planforge.facts.lists.grown_before import grown_before
from planforge.facts.lists.handed_back import handed_back
from planforge.facts.lists.handed_out import handed_out
from planforge.facts.lists.listed_before import listed_before
from planforge.facts.lists.sectors import sector_shares
from planforge.facts.lists.trades_listed import trades_listed
from planforge.facts.names.indicators import Name
from planforge.facts.names.trimming import plain_name
from planforge.facts.parts.grown_places import grown_in_place
from planforge.facts.parts.part_heads import handed_part, like_whole, part_of
from planforge.facts.parts.whole_shares import of_whole_before, shares_in_order
from planforge.facts.parts.wholes import parent_of
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic, name_of
from planforge.facts.writing.words import table
from planforge.outline.text import SegmentKind
from planforge.patterns import expression

_REFERENCE = expression(r"\{\s*(?P<name>[^{}@:：]+)@")
_EACH_TIME = expression("(?<=[、和与及到至])每(?:人每)?[月年人户亩]$")
_EACH_ONE = ("人均", "户均", "亩均")
_BECOMES = expression("[^，。；]{1,4}?[到至]的?|[，,]?(?:调整|优化|变化|转变|演变|变|改)?[为到至]的?|的")
_PARTITIVE = frozenset({"", "其中", "数", "总数", "总量", "规模", "总数量", "总里程"})


def topics_of(reader: PassageReader, around: Around, head: Head | None) -> Iterator[Topic]:
    """Yield what a figure speaks of, mostly one thing."""
    resolve = reader.situation.table.resolve
    between = around.region.strip("，,")
    if "每" in between:
        between = _EACH_TIME.sub("", between)
    if reader.waiting and (between in JOINERS or _BECOMES.fullmatch(between)):
        handed = reader.waiting.pop(0)
        yield Topic(handed_part(reader, around, handed) or resolve(handed), handed)
        return
    reader.waiting = []
    referenced = _referenced_name(reader, around.figure)
    if listed := _listed(reader, around):
        reader.waiting = listed[1:]
        yield Topic(resolve(listed[0]), listed[0])
    elif referenced is not None and around.grown is None:
        yield Topic(resolve(referenced), referenced, head.verbs if head else ())
    elif (
        spoken := of_item(reader, around)
        or of_aim(reader, around)
        or planned(reader, around)
        or of_plan(reader, around)
        or of_base(reader, around)
        or of_whole_before(reader, around)
    ):
        yield spoken
    elif (rate := rate_compared(reader, around.figure)) is not None:
        yield Topic(resolve(rate["of"]) if resolve(rate["of"]).known else Name(""), rate["of"])
    elif head is None and not around.region and (owner := named_before_bracket(reader, around)):
        name = grown_in_place(reader, around, owner) or resolve(owner)
        told = around.grown is not None or name.known  # 固定资产投资（增长6.9%）, but 甲线（86公里）
        yield Topic(name, owner) if told else Topic(Name(""), owner, actor=owner)
    elif head is None:
        yield from of_all_alike(reader, around) or [inherited(reader, around)]
    else:
        yield from _named(reader, around, head)


def _listed(reader: PassageReader, around: Around) -> list[str]:
    """Return what as many figures from here on are of, one after another."""
    told = listed_before(reader, around) or grown_before(reader, around) or trades_listed(reader, around)
    return told or counted_again(reader, around) or shares_in_order(reader, around)


def _referenced_name(reader: PassageReader, figure: Quantity) -> str | None:
    segment = reader.segment(figure)
    if segment.kind is not SegmentKind.REFERENCE:
        return None
    match = _REFERENCE.match(reader.text.file.text, segment.start, segment.end)
    return match["name"].strip() if match else None


def _named(reader: PassageReader, around: Around, head: Head) -> Iterator[Topic]:
    resolve = reader.situation.table.resolve
    if handed := sector_shares(reader, around) or handed_out(reader, around, head):
        reader.waiting = handed[1:]
        yield Topic(handed_part(reader, around, handed[0]) or resolve(handed[0]), handed[0], head.verbs)
        return
    if shared := each_tier(reader, around, head) or coordinated(reader, around, head):
        yield from shared
        return
    if reader.done and _is_per_head(head.name):
        before = reader.done[-1].indicator  # 实有床位4.12万张，每千人口6.86张
        yield Topic(resolve(head.name + before), head.name, head.verbs)
        return
    if (topic := read_otherwise(reader, around, head)) is not None:
        yield topic
        return
    name = told_apart(reader, around.start, head, resolve(head.name))
    again = _among_people(reader, around, name) or _rate_of_what(reader, around, name)
    again = again or _added_to(reader, around, head) or sum_of_bare_mean(reader, around)
    if again is not None:
        yield Topic(name_of(again), head.name, head.verbs)
        return
    parent = parent_of(reader, around.figure, head)
    name = resolve(like_whole(head, parent)) if parent is not None and not name.known else name
    served = benefited(reader, around, head) or people_served(around, head, name, parent)
    part = served or part_of(reader, around, head)
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


def _is_per_head(name: str) -> bool:
    return name in _EACH_ONE or (name.startswith("每") and PER_HEAD.fullmatch(name) is not None)


def _among_people(reader: PassageReader, around: Around, name: Name) -> Statement | None:
    """Return the mean over people that parts of one thing go on with: 每千人口托位数达到3.8个，…托位数达到4.5个."""
    if not around.figure.is_mean or not name.indicator or PER_HEAD.match(name.indicator):
        return None
    means = (one for one in reversed(reader.done) if PER_HEAD.match(one.indicator))
    return next((one for one in means if one.indicator.endswith(name.indicator)), None)


def _added_to(reader: PassageReader, around: Around, head: Head) -> Statement | None:
    """Return what was added right before a total of it: 新增风电3万千瓦，总装机达到9万千瓦."""
    total = head.name.startswith("总") and _TOTAL_OF_IT.fullmatch(head.name) is not None
    last = reader.done[-1] if reader.done and total else None
    if last is None or last.kind is not Kind.INCREMENT or not last.indicator or around.grown is not None:
        return None
    same = last.position.sentence == reader.sentence
    return last if same and last.quantity.unit.comparable(around.figure.unit) else None


_TOTAL_OF_IT = expression("总(?:装机(?:容量|规模)?|面积|规模|产能|长度|里程|床位|库容|产量|数|量)")


def _rate_of_what(reader: PassageReader, around: Around, name: Name) -> Statement | None:
    """Return the rate that its bare word goes on with: 农村自来水普及率达到90%，年底将普及率提升到92%."""
    if around.figure.form is not Form.PERCENT or _BARE_RATE.fullmatch(name.indicator) is None:
        return None
    if reader.done and reader.done[-1].quantity.unit.counts:
        return None  # 服务中心312个，覆盖率达到92%；互助设施1160处，覆盖率达到65%
    same = (one for one in reversed(reader.same_sentence(around.figure)) if not one.kind.is_change)
    return next((one for one in same if one.indicator.endswith(name.indicator)), None)


_BARE_RATE = expression("(?:普及|覆盖|达标|利用|处理|合格|入学|完成|使用|机械化|城镇化|回收|自给|满意)率")


def _partitive(reader: PassageReader, around: Around, head: Head, name: Name, parent: Statement | None) -> Topic:
    """国家级4家 is a part of the figure before; 总数达到150家 speaks of what the clause before speaks of."""
    if given := handed_back(reader, around):  # 新增甲46家、乙12家，总数分别达到312家、38家
        reader.waiting = [one.scope + one.tier + one.indicator for one in given[1:]]
        return Topic(Name(given[0].indicator, given[0].tier, given[0].scope, given[0].known), head.name, head.verbs)
    opened = None if parent else opened_by(reader, around.start)
    if opened is not None:
        opened = replace(opened, tier=name.tier or opened.tier)  # 国家级众创空间4家、省级8家
        return Topic(opened, head.name, head.verbs, inherited=True)
    whole = parent or reader.last_level(around.figure) or _grown_before(reader, around, head)
    if whole is not None and _of_those_counted(reader, around, head, whole):
        last = reader.done[-1]  # 新增通车里程402公里；开工建设5个项目，总里程280公里
        return Topic(replace(name, scope=last.scope + last.tier + last.indicator), head.name, head.verbs)
    if whole is not None:
        name = renamed_partitive(name, whole)
    return Topic(name, head.name, head.verbs, parent, head.inherited, head.actor)


def _grown_before(reader: PassageReader, around: Around, head: Head) -> Statement | None:
    """Return what grew right before its total: 海洋生产总值年均增长8%、总量超过1.6万亿元."""
    last = reader.done[-1] if reader.done and around.grown is None else None
    if last is None or not last.kind.is_change or plain_name(head.name) not in _TOTALS:
        return None
    same = last.position.sentence == reader.sentence
    ends = _MONEY_ENDS if around.figure.unit.kind == "money" else _AMOUNT_ENDS
    return last if same and not around.figure.unit.counts and last.indicator.endswith(ends) else None


_TOTALS = ("总量", "规模", "总规模")
_MONEY_ENDS = ("总值", "增加值", "产值", "总额", "收入", "零售额", "交易额", "投资")
_AMOUNT_ENDS = ("产量", "消费量", "用量", "排放量", "吞吐量", "发电量", "用电量", "周转量", "运量")


def _of_those_counted(reader: PassageReader, around: Around, head: Head, whole: Statement) -> bool:
    """Whether a total measures what was counted right before it, behind the semicolon that ends the part of `whole`."""
    last = reader.done[-1]
    counted = last is not whole and last.quantity.unit.counts and head.name.startswith("总")
    return counted and reader.words.find("；", whole.quantity.end, last.quantity.start) >= 0
