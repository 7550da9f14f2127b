"""The head of a figure in its sentence: on its left, on its right, or with a subject from the clause before.

`left_heads` knows words only; here the figure, its growth wording and the figures before it count as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.changes.growth import Kind, growth_behind
from planforge.facts.figures.implied import counted_before
from planforge.facts.figures.named_figures import SHARE_OF_IT
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.ranks import head_among
from planforge.facts.heads.announced import with_announced
from planforge.facts.heads.counted_behind import on_the_right, without_measure
from planforge.facts.heads.left_heads import Head, clause_subject, known_ending, left_head
from planforge.facts.heads.nameless import own_words, says_no_subject
from planforge.facts.heads.right_heads import predicate_after, right_head
from planforge.facts.heads.sectors_of_product import adds_value
from planforge.facts.names.trimming import plain_name
from planforge.facts.names.verbs import verbs_in
from planforge.facts.parts.sorting import sorts
from planforge.facts.parts.whole_shares import whole_divided
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around
from planforge.facts.writing.words import SHARE_OF, alternation, table
from planforge.patterns import expression

_RATIO_TO = expression("[，,、]?与[^，。；]{2,16}(?:之比|的比[率例值])(?:为|达到?|提高到)?$")
_AREA = expression("(?:全|我)?[\u4e00-\u9fff]{1,3}[省市县区]|(?:地级及以上)?(?:城市|县城|市|县)?建成区|(?:中心|主)城区")
_AREA_ENDS = ("省", "市", "县", "区")
_SHARE_OF = expression(SHARE_OF)
_PART_OF = expression(
    "[，,]?(?P<part>[^占，。；]{2,20}?|(?=相当于))(?:已|将)?(?:达到?|相当于|不低于|不少于|超过|不超过|不高于)(?P<whole>[^占，。；\\d]{2,14}?(?<!水平)(?<!计划)(?<!目标)(?<!任务))的"
)
_PER_SO_MANY = expression("(?P<per>每(?:百|千|万|十万|百万)(?:名?(?:常住|户籍)?(?:人口?|老年人)|户))(?:拥有)?$")
PER_HEAD = expression("每(?:(?:百|千|万|十万|百万)名?(?:常住|户籍)?(?:人口|老年人|老人|人)|平方公里|公里)(?:拥有)?")
"""The beginning of 每千名老年人拥有床位数, which the names coordinated with it share."""


def head_of(reader: PassageReader, around: Around) -> Head | None:
    """Return the head of a figure, or None when its words name none."""
    return (
        _grown_behind(reader, around)
        or _named_apart(reader, around)
        or head_among(reader, around)
        or _head_at_its_side(reader, around)
    )


def _grown_behind(reader: PassageReader, around: Around) -> Head | None:
    """Return what grows where its noun stands behind the rate: 年均2.1%的能源消费增长."""
    grown, figure = around.grown, around.figure
    if grown is None or not grown.yearly_words or grown.settled or grown.start != figure.start:
        return None
    behind = growth_behind(reader.words, figure.end)
    return Head(behind["of"], right_end=behind.end()) if behind is not None else None


def _head_at_its_side(reader: PassageReader, around: Around) -> Head | None:
    figure, level = around.figure, around.grown is None
    region = own_words(around)
    if says_no_subject(region, level) or (figure.form is Form.POINTS and not region.strip("，,、")):
        return None
    if "每" in region and (per_head := PER_HEAD.fullmatch(region.strip("，,、"))) is not None:
        return Head(per_head[0].removesuffix("拥有"))  # 5G基站达到6000个，每万人拥有30个
    if figure.unit.counts and not figure.raw_unit and not counted_before(reader.words, figure.start):
        return right_head(reader.words, figure.end, verbs_in(around.region))
    share = level and figure.form is Form.PERCENT
    if share and region.endswith("的") and (part := _PART_OF.fullmatch(region)) is not None:
        region = f"{part['part']}占{part['whole']}比重"  # 高标准农田达到耕地总面积的64%
    if level and (whole := _whole_of_share(reader, figure, region)) is not None:
        return whole
    head = _completed(reader, around, _widened(reader, around, region, left_head(region)))
    if head is not None and _leaves_out_its_subject(head, region):
        return _with_subject(reader, around, head)
    if share and head is not None and (told := _told_behind(reader, figure, head)):
        return told
    if level and head is not None and head.name.endswith(_AREA_ENDS) and _AREA.fullmatch(head.name) and not head.child:
        noun = without_measure(right_head(reader.words, figure.end, head.verbs), figure)
        return replace(noun, actor=head.name) if noun else head
    if level and figure.form is not Form.RANK:
        return on_the_right(reader, around, head)
    return head


def _leaves_out_its_subject(head: Head, region: str) -> bool:
    """Whether words tell of a share, a ratio or a contribution, and not whose it is."""
    if head.name.startswith("占"):
        return _SHARE_OF.match(head.name) is not None or _RATIO_TO.match(region) is not None
    if "与" in region and _RATIO_TO.match(region) is not None:
        return True
    return head.name.startswith(("对", "贡献率")) and _CONTRIBUTES.match(head.name) is not None


def _named_apart(reader: PassageReader, around: Around) -> Head | None:
    """Return what 分别 hands changes out to, where the clause before only names it: 甲、乙，分别比2020年下降3%、5%."""
    if around.grown is None or not around.region.strip("，,").startswith("分别") or not around.start:
        return None
    clause = _GOES_WELL.sub("", reader.clause_before(around.start).rstrip("，,"))
    count = reader.left_in_clause(around.figure)
    several = count > 1 and len(_COORDINATED.findall(clause)) == count - 1 and not _DIGIT.search(clause)
    return left_head(clause) if several else None


_COORDINATED = expression("[、和与及]")
_GOES_WELL = expression(
    "(?<=[\u4e00-\u9fff]{2})(?:市场)?(?:供应|供给|增势|势头|走势|运行|增长|生产|销售|保持|总体|持续|较为|相对|较|稳中)*"
    "(?:充足|充裕|良好|平稳|稳定|稳健|向好|向优|强劲|较好|较快|明显|显著|旺盛|活跃|有力|喜人|好)$"
)
"""蔬菜、瓜果供应充足，分别增长0.4%、33%: how it goes is no part of the name."""


def _whole_of_share(reader: PassageReader, figure: Quantity, region: str) -> Head | None:
    """Return what a share is of, whose value stands before it: 占一般公共预算收入102.4亿元的66.7%."""
    if figure.form is not Form.AMOUNT or SHARE_OF_IT.match(reader.words, figure.end) is None:
        return None
    whole = _OF_WHOLE.search(region)
    return left_head(whole["whole"]) if whole is not None else None


_CONTRIBUTES = expression("(?:对[^，。；]{0,10}增长的?)?贡献率$")
_TO_GROWTH, _OF_ECONOMY = "对经济增长贡献率", expression("第[一二三]产业|农业|工业|建筑业|服务业")
_SECTOR = expression("[\u4e00-\u9fff]{1,12}?(?:产业|业|经济)(?=增加值|$|占)")
"""第三产业增加值579亿元，增长7.9%，对GDP增长的贡献率为29.8%."""
_OF_WHOLE = expression("占(?:全[省市县区])?(?P<whole>[^占，。；\\d]{2,16})$")


def _told_behind(reader: PassageReader, figure: Quantity, head: Head) -> Head | None:
    """Return the head of a percentage with the predicate behind it, or as a share where its words end with 占."""
    if head.name.endswith("占") and len(head.name) > 1:
        whole = whole_divided(reader, figure)
        return replace(head, name=f"{head.name}{whole}比重") if whole and head.name != "分别占" else _portion(head)
    predicate = predicate_after(reader.words, figure.end) if not _share().search(head.name) else None
    return replace(head, name=head.name + predicate[0], right_end=predicate[1]) if predicate is not None else None


def _with_subject(reader: PassageReader, around: Around, head: Head) -> Head:
    """Return the head of a share or ratio with whose it is: 占GDP比重 begins the clause."""
    if _CONTRIBUTES.match(head.name):
        sector = _SECTOR.match(reader.done[-1].indicator) if reader.done else None
        bare = head.name == "贡献率"
        if sector is None or (bare and _OF_ECONOMY.fullmatch(sector[0]) is None):
            return head
        return replace(head, name=sector[0] + (_TO_GROWTH if bare else head.name))
    subject = share_subject(reader, around)
    joint = "" if _SHARE_OF.match(head.name) else "与"
    share = "占比" if head.name == "占" else head.name
    return replace(head, name=subject + joint + share, inherited=True) if subject else head


def _portion(head: Head) -> Head:
    """Return the head of a share: 普惠托位占60%; 甲96亿元、乙58亿元，分别占62%和38%, of the figures before."""
    handed = head.name == "分别占"
    return replace(head, name="占比" if handed else f"{head.name}比", inherited=handed or head.inherited)


def _widened(reader: PassageReader, around: Around, region: str, head: Head | None) -> Head | None:
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


_JOINED_BEFORE = expression("(?:^|[，,；：:])(?P<names>[^，。；：]{2,40}?)(?P<mark>[、和及与])$")


def _completed(reader: PassageReader, around: Around, head: Head | None) -> Head | None:
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


_GROUPS = ("企业", "业", "地区", "收入组", "收入户")
_MEASURED = expression(
    "(?:增加值|总?产值|产量|营业收入|销售收入|利润总额|利润|投资额?|零售额|销售额|税收|用电量|价格|人均可支配收入)$"
)


def _output_too(reader: PassageReader, around: Around, head: Head) -> bool:
    """Whether output grows here as before: 新能源汽车产量增长82.2%，集成电路增长14.3%."""
    last = reader.done[-1] if reader.done else None
    if around.grown is None or last is None or not last.kind.is_change or not last.indicator.endswith("产量"):
        return False
    bare = around.figure.form is Form.PERCENT and not _HAS_MEASURE.search(head.name)
    return bare and last.position.sentence == reader.sentence


_HAS_MEASURE = expression("[量额值率积数入资格]$|投资|收入|支出|价格|面积|人次|企业|业$")


def share_subject(reader: PassageReader, around: Around) -> str:
    """Return whose share it is when the clause begins with 占: the figure's before, or the subject of the clause."""
    clause = reader.clauses.clause_start(max(0, around.start - 2))
    inside = (None, reader.clauses.bracket_around(around.start))
    open_ones = (one for one in reversed(reader.done) if reader.clauses.bracket_around(one.quantity.start) in inside)
    last = next(open_ones, None)  # 工业用水96亿立方米（其中冷却水48亿立方米），占16.2%
    if last is not None and last.quantity.start >= clause and last.indicator:
        return without_season(last.scope) + last.tier + _part_of(last)
    subject = clause_subject(_DIGIT.split(reader.clause_before(around.start), 1)[0])
    if not _COMPARED_WITH.match(subject):
        return subject
    named = (one for one in reversed(reader.same_sentence(around.figure)) if one.indicator)
    return next(
        (without_season(one.scope) + one.tier + one.indicator for one in named), ""
    )  # 高于全国水平（4.1%），占…


def _part_of(share: Statement) -> str:
    """Return what a share is of: 制造业增加值占GDP比重27.8%，占全球比重30% are both of 制造业增加值."""
    part, _, _ = share.indicator.removesuffix(PLAN_SHARE).partition("占")
    return part if share.kind is Kind.SHARE and len(part) > 1 else share.indicator


_DIGIT = expression(r"\d")
_COMPARED_WITH = expression("(?:增速|增幅|仍|均)?(?:[高低快慢优好]于|领先|超过|[比较])")


@cache
def _share() -> re.Pattern[str]:
    return expression(alternation(table("phrases")["share"]))
