"""What an evaluation tells of each indicator under its name: 3.常住人口城镇化率。2022年为71.2%，规划目标为73.5%.

The first words of the paragraph, up to a full stop or a colon, are the name; figures behind words that only say what
was aimed at or reached are of it. Where there is no such name, an aim is of what the sentence before it told.
"""

from __future__ import annotations

from planforge.facts.aims.aims_told import LONGEST_NAME, is_bracketed_aim, only_tells
from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import left_head
from planforge.facts.names.indicators import Name
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Role, Statement
from planforge.facts.topic import Around, Topic, name_of
from planforge.patterns import expression

_NUMBER = expression(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]+|[—·●■-]{1,2}|“)*")
_NAMES = expression(
    "(?:率|比[重例]|占比|数量?|总?[量值额]|面积|里程|收入|投资|支出|经费|强度|浓度|指数|水平|年限|寿命|能力|人口|能耗|排放|用水|人次|装机|增速|增幅)$"
)
_DIGIT = expression(r"\d")
_OF_AGE = expression(r"PM2\.5|PM10|5G|\d{1,2}岁(?:及?以[上下])?")
_CHANGE = expression("(?<=[\u4e00-\u9fff]{2})(?:年均|累计)?(?:增长|降低|下降|提高)(?:率|幅度?)?$")
"""地区生产总值年均增长 names what grows."""
_GAP = expression("(?:的[^，。；\\d]{0,6}目标|目标)?[^，。；\\d]{0,4}(?:目标)?[^，。；\\d]{0,6}\\d")
_SHARES = expression(
    "[，,；]?(?:目标|任务|计划|规划|时序|序时)?(?:完成率|完成比例|完成进度|进度|完成度)(?:为|达到?|仅|已)*"
)


def of_item(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of a figure whose words only say what was aimed at or reached, under the name of its item."""
    if (gap := _gap_to_aim(reader, around)) is not None:
        return gap
    if around.figure.form is Form.RANK:
        return None
    if (aimed := _in_bracket_of_aim(reader, around)) is not None:
        return aimed
    may_share = "完成" in around.region or "进度" in around.region
    if may_share and _SHARES.fullmatch(around.region) is not None:
        return _fulfilled(reader)
    if len(around.region) > LONGEST_NAME or not only_tells(around.region):
        return None
    item = item_name(reader) if around.region or not _in_bracket_of_name(reader, around) else None
    if item is None or not _first_of_it(reader, around, item):
        return None
    return Topic(item, item.indicator, inherited=True)


def _in_bracket_of_name(reader: PassageReader, around: Around) -> bool:
    """Whether a figure stands in brackets right behind what it is told of: 白沙县（6.1%）."""
    bracket = reader.clauses.bracket_around(around.figure.start)
    return bracket is not None and "\u4e00" <= reader.words[bracket[0] - 1 : bracket[0]] <= "\u9fff"


def _gap_to_aim(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of how far an aim right before was missed or passed: 距95%的目标仅差0.4个百分点."""
    last = reader.done[-1] if reader.done else None
    if around.figure.form is not Form.POINTS or last is None or _GAP.match(reader.words, last.quantity.end) is None:
        return None
    near = last.quantity.end == around.start and last.role is Role.TARGET and not last.adds
    return Topic(name_of(last), last.head, inherited=True) if near else None


def _in_bracket_of_aim(reader: PassageReader, around: Around) -> Topic | None:
    """Return what an aim in brackets is of: 城镇化率达到71%，完成“十四五”目标（73%）的97%."""
    if not is_bracketed_aim(reader, around):
        return None
    told = _told_before(reader, around)
    if told is None:
        return None
    kind = told.kind if told.kind.is_change else None
    return Topic(name_of(told), told.head, inherited=True, kind=kind)


def reached_by(reader: PassageReader, topic: Topic) -> Statement | None:
    """Return what a share of an aim right before is reached by: 达到19家，完成2025年目标30家的63.3%."""
    aim = reader.done[-1] if reader.done and topic.name.indicator.endswith(PLAN_SHARE) else None
    if aim is None or aim.role is not Role.TARGET:
        return None
    same = (one for one in reversed(reader.done[:-1]) if one.position.sentence == aim.position.sentence)
    return next((one for one in same if one.indicator == aim.indicator and one.role is not Role.TARGET), None)


def item_name(reader: PassageReader) -> Name | None:
    """Return what the first words of a paragraph name, when they are nothing but an indicator; None otherwise."""
    heading = reader.context.headings[-1:]
    return _named(reader, reader.opening.removesuffix("。")) or next((_named(reader, words) for words in heading), None)


def _named(reader: PassageReader, line: str) -> Name | None:
    if line not in reader.items:
        reader.items[line] = _as_item(reader, line)
    return reader.items[line]


def _as_item(reader: PassageReader, line: str) -> Name | None:
    words = _NUMBER.sub("", line).removesuffix("。")
    if not words or len(words) > LONGEST_NAME or _DIGIT.search(_OF_AGE.sub("", words)):
        return None
    words = _CHANGE.sub("", words)
    name, head = reader.situation.table.resolve(plain_name(words)), left_head(words)
    if name.known and not name.scope:
        return name
    whole = head is not None and words.startswith(head.name[:2])  # nothing that somebody does
    return name if whole and _NAMES.search(words) is not None else None


def _first_of_it(reader: PassageReader, around: Around, item: Name) -> bool:
    """Whether nothing else was told of before in the sentence: 城镇化率。2022年为71%；绿地率为38%，目标为40%.

    Nor the same of a part: under 固定资产投资, 交通固定资产投资3245亿元，增长3.1%.
    """
    same = reader.same_sentence(around.figure)
    open_ones = (one for one in same if reader.clauses.bracket_around(one.quantity.start) is None)
    apart = any(reader.situation.table.resolve(one.head).scope not in ("", item.scope) for one in open_ones)
    return not apart and all(one.indicator in ("", item.indicator) for one in same)


def _fulfilled(reader: PassageReader) -> Topic | None:
    last = reader.done[-1] if reader.done else None
    name = item_name(reader) or (Name(last.indicator, last.tier, last.scope) if last is not None else None)
    if name is None or not name.indicator:
        return None
    return Topic(Name(name.indicator.removesuffix(PLAN_SHARE) + PLAN_SHARE, name.tier, name.scope), name.indicator)


def _told_before(reader: PassageReader, around: Around) -> Statement | None:
    """Return the last figure of the sentence in a unit like that of another."""
    same = (one for one in reversed(reader.same_sentence(around.figure)) if one.kind is not Kind.RANK)
    return next((one for one in same if one.quantity.unit.comparable(around.figure.unit)), None)
