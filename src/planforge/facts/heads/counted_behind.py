"""The noun behind a figure, where the words before it name nothing or only tell which: 在…开展88条河流复苏行动."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.right_heads import begins_with_verb, right_head
from planforge.facts.names.trimming import plain_name
from planforge.facts.names.verbs import verbs_in
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

# 总投资82亿元的电站: the noun behind is what has it.
_ATTRIBUTES = ("投资", "规模", "资金", "总额", "面积", "产值", "收入")


def on_the_right(reader: PassageReader, around: Around, head: Head | None) -> Head | None:
    """A noun behind a figure: 10个技术创新平台, 规模50亿元的产业基金; 总投资82亿元的…工程 belongs to the latter."""
    figure = around.figure
    if head is None:
        also = _COUNTED_TOO.match(reader.words, figure.end)
        end = also.end() if also else figure.end
        noun = right_head(reader.words, end, verbs_in(around.region))
        if noun is not None and (end > figure.end or _shared_with_rate(reader, noun)):
            noun = replace(noun, name=_RATE_OF_THEM.sub("", noun.name), right_end=figure.end)
        noun = _with_deed(reader, without_measure(noun, figure), figure)
        done = noun is not None and figure.unit.kind == "money" and begins_with_verb(noun.name)
        return (None if done else noun) or deed_alone(around)  # 投入5亿元新建3所学校
    if figure.unit.kind == "counter" and (_MODIFIES.search(around.region) or _is_done(around.region)):
        noun = without_measure(right_head(reader.words, figure.end, head.verbs), figure)
        if noun is not None and not begins_with_verb(noun.name):
            return noun
    if figure.unit.kind == "money" and _PROVIDES.search(around.region):
        noun = right_head(reader.words, figure.end, head.verbs)
        if noun is not None and noun.name.endswith(_FUNDS):
            return noun  # 市财政每年安排3000万元文旅专项资金
    if reader.words.startswith("的", figure.end) and plain_name(head.name).endswith(_ATTRIBUTES):
        noun = right_head(reader.words, figure.end, head.verbs)
        if noun is not None:
            return noun if head.name.endswith("规模") else replace(head, actor=noun.name, right_end=noun.right_end)
    return head


def _with_deed(reader: PassageReader, noun: Head | None, figure: Quantity) -> Head | None:
    """Return the noun behind a percentage with what these have or do: 95%的乡镇实现通客车."""
    if noun is None or figure.form is not Form.PERCENT or _WHO_DO.search(noun.name) is None:
        return noun
    deed = _DEED.match(reader.words, noun.right_end)
    return replace(noun, name=noun.name + deed["deed"], right_end=deed.end()) if deed is not None else noun


_WHO_DO = expression("[乡镇村县市区]$|社区|街道|学校|医院|机构|小区|园区|企业$")
_DEED = expression(
    "(?:基本|全部|均|都|已)*(?:实现|达到)?(?P<deed>(?:(?<=实现)|(?=建[成有]|设有|开通|通(?!过)|用上|喝上|接入))"
    "[\u4e00-\u9fff]{2,12})(?=[，。；、]|$)"
)
"""What most of 行政村 have or do, which tells of what it is the share."""


def deed_alone(around: Around) -> Head | None:
    """Return what is carried out where its name is a verb as well: 开展培训5万人次."""
    events = around.figure.unit.classes & _EVENTS
    told = _CARRIED_OUT.fullmatch(around.region) if events else None
    return Head(told["deed"], (told["verb"],)) if told is not None else None


_EVENTS = frozenset({"visit", "event", "issue", "batch"})
_CARRIED_OUT = expression(
    "[，,、；;]?(?:全[省市县区])?(?:累计|共|每年|年均|年)*(?P<verb>开展|组织|举办|完成|实施|参加)(?:各类|各级|各种)?"
    "(?P<deed>[\u4e00-\u9fff]{0,6}(?:培训|宣传|巡查|检查|体检|义诊|救援|调解|走访|慰问|抽检|筛查|救助|招聘))"
    "(?:达到?|共|累计|约|近|超过?|不少于)*"
)


def _shared_with_rate(reader: PassageReader, noun: Head) -> bool:
    """5个国控断面水质达标率达到100%: the noun behind a count begins the name of the next figure."""
    rate = _RATE_OF_THEM.search(noun.name)
    return rate is not None and _THEN_SHARE.match(reader.words, noun.right_end) is not None


_PROVIDES = expression("(?:安排|投入|拨付|筹集|争取|落实|设立|发放|统筹|整合|列支|配套|下达)(?:了|过|出)?$")


_FUNDS = ("资金", "经费", "补助", "补贴", "基金", "贷款", "债券", "奖励")


_RATE_OF_THEM = expression(
    "(?<=城市|县城|断面|园区)[\u4e00-\u9fff]{2,10}(?:率|比例|比重|占比)$|(?:水质|水体|优良|达标|合格|覆盖|普及|处理|治理|收集|利用|签约|通[\u4e00-\u9fff]{1,3})*(?:率|比例|比重|占比)$"
)


_THEN_SHARE = expression(r"[^，。；、\d]{0,8}\d[\d.]*[%％]")


def without_measure(noun: Head | None, figure: Quantity) -> Head | None:
    """21个行业增加值实现增长, 229家经开区生产总值15.7亿元: what is measured of them begins the next name."""
    measure = _MEASURE_OF_THEM.search(noun.name) if noun is not None and figure.unit.counts else None
    if noun is None or measure is None:
        return noun
    return replace(noun, name=noun.name[: measure.start()], right_end=noun.right_end - len(measure[0]))


_MEASURE_OF_THEM = expression(
    "(?<=..)(?:增加值|总?产值|(?:地区|国内)?生产总值|(?:一般公共预算|财政|税收|营业|主营业务)收入|进出口总?额|利润总额"
    "|销售额|零售额|用电量|(?:累计|共|已)*完成投资|总投资)$"
)


_COUNTED_TOO = expression(r"\d[\d.]*[万余多]*[人户个](?=[\u4e00-\u9fff]{3})")
"""9826户34117人贫困人口: the noun behind both."""


# 光伏、风电、光热3条产业链, 推进大湾区建设38项工作, 规划建设的10条高速公路: the words before only tell which things.
_MODIFIES = expression("、(?![^、]*等)|(?:建设|领域|方面|对|的)$|[，、]?(?:推进|围绕|聚焦|涉及|被列为|列为)")


def _is_done(region: str) -> bool:
    return region.endswith(_PAST) and _done().search(region) is not None


_PAST = ("了", "过", "出")


@cache
def _done() -> re.Pattern[str]:
    """在全国范围内开展了88条河流复苏行动: a verb right before the number."""
    verbs = table("phrases")["verbs"]
    return expression(rf"(?:{alternation([*verbs['flow'], *verbs['stock']])})(?:{'|'.join(_PAST)})$")
