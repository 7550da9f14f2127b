"""Heads made whole: the longer known name, 每千人口 before it, what is measured of a group of firms."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.announced import with_announced
from planforge.facts.heads.left_heads import Head, known_ending
from planforge.facts.heads.sectors_of_product import adds_value
from planforge.facts.names.trimming import plain_name
from planforge.facts.parts.sorting import sorts
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_PER_SO_MANY = expression("(?P<per>每(?:百|千|万|十万|百万)(?:名?(?:常住|户籍)?(?:人口?|老年人)|户))(?:拥有)?$")
PER_HEAD = expression("每(?:(?:百|千|万|十万|百万)名?(?:常住|户籍)?(?:人口|老年人|老人|人)|平方公里|公里)(?:拥有)?")
"""The beginning of 每千名老年人拥有床位数, which the names coordinated with it share."""
_GROUPS = ("企业", "业", "地区", "收入组", "收入户")
_MEASURED = expression(
    "(?:增加值|总?产值|产量|营业收入|销售收入|利润总额|利润|投资额?|零售额|销售额|税收|用电量|价格|人均可支配收入)$"
)
_HAS_MEASURE = expression("[量额值率积数入资格]$|投资|收入|支出|价格|面积|人次|企业|业$")
_JOINED_BEFORE = expression("(?:^|[，,；：:])(?P<names>[^，。；：]{2,40}?)(?P<mark>[、和及与])$")


def widened(reader: PassageReader, around: Around, region: str, head: Head | None) -> Head | None:
    """Return the known name that the words end with, where it is longer (城镇新增就业), or one with 每千人口 before."""
    name, verbs = known_ending(region, reader.situation.table)
    if name and (head is None or len(name) > len(plain_name(head.name))):
        head = replace(head, name=name, verbs=verbs) if head else Head(name, verbs)
    per = _PER_SO_MANY.search(region) if head is not None and "每" in region else None
    if head is not None and per is not None and not head.name.startswith("每"):
        head = replace(head, name=per["per"] + head.name)
    if head is not None and name and "分别" in region and (whole := _with_those_before(region, name)):
        head = replace(head, name=whole)
    goes_on = region.startswith("、") or (reader.words.endswith("，", 0, around.start) and around.figure.is_mean)
    if head is not None and goes_on and reader.done and not head.name.startswith("每"):
        per_head = PER_HEAD.match(reader.done[-1].head)
        return replace(head, name=per_head[0].removesuffix("拥有") + head.name) if per_head else head
    return head


def _with_those_before(region: str, name: str) -> str:
    """Return a known name with those joined to it: 外贸进出口、实际利用外资分别增长12%、6%."""
    before = _JOINED_BEFORE.search(region, 0, region.rfind(name)) if name in region else None
    return f"{before['names']}{before['mark']}{name}" if before else ""


def completed(reader: PassageReader, around: Around, head: Head | None) -> Head | None:
    """国有企业增加值增长3%，股份制企业增长4%: a group takes over what is measured of the last."""
    last = reader.done[-1] if reader.done else None
    if head is not None and (named := with_announced(reader, around, head)) != head.name:
        return replace(head, name=named)
    if head is not None and _output_too(reader, around, head):
        return replace(head, name=f"{head.name}产量")
    measured = around.grown is not None or around.figure.unit.kind in ("money", "physical")
    if head is None or last is None or not measured or not head.name.endswith(_GROUPS):
        return head
    if adds_value(reader, head.name):
        return replace(head, name=f"{head.name}增加值")
    sentence = reader.sentence
    divided = sorts(reader.words, sentence) or reader.words.startswith("其中", sentence)
    if last.position.sentence != sentence and divided:  # 投资增长12%，居第4位。分产业看，第一产业…
        last = next((one for one in reversed(reader.done) if one.kind is not Kind.RANK), last)
    elif last.position.sentence != sentence:
        return head
    tail = _MEASURED.search(last.indicator)
    return replace(head, name=head.name + tail[0]) if tail else head


def _output_too(reader: PassageReader, around: Around, head: Head) -> bool:
    """Whether output grows here as before: 新能源汽车产量增长82.2%，集成电路增长14.3%."""
    last = reader.done[-1] if reader.done else None
    if around.grown is None or last is None or not last.kind.is_change or not last.indicator.endswith("产量"):
        return False
    bare = around.figure.form is Form.PERCENT and not _HAS_MEASURE.search(head.name)
    return bare and last.position.sentence == reader.sentence
