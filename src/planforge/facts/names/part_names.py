"""Names of parts that leave out what is measured, which their whole tells: 铁路营业里程, 其中高速铁路."""

from __future__ import annotations

from planforge.patterns import expression

STAGES = "小学|初中|普通高中|中职|中等职业(?:教育|学校)|高中(?:阶段)?|高职|高校|本科|幼儿园|学前教育?|义务教育"
_AMOUNT = r"\d*[一二两三五十百千万亿]+(?:元|吨|人|亩)"
THRESHOLD = expression(rf"{_AMOUNT}?(?:及?以上|以下)|(?:超过?|过)?{_AMOUNT}")
"""10亿元以上, 超百亿元: which ones of those before so many are."""
_THRESHOLD_ENDS = tuple("上下元吨人亩")
_OF_SIZE = expression(
    "(?P<measure>[^\\d]*?(?:产值|收入|营收|投资额?|税收|规模|利润|销售额|交易额|成交额|出口额)|)"
    rf"(?:{_AMOUNT}(?:及?以上|以下)|(?:超过?|过|突破){_AMOUNT})(?P<of>[\u4e00-\u9fff]*)"
)
_STAGE = expression(STAGES)
_SORT_OF_SIZE = expression("(?:项目|企业|园区|基地|城市|水库|灌区)$")
_PLACES_AT_SCHOOL = "学位"
_CLASS = expression("(?:[1-5]A|[一二三四五]星)级")
_SORT = expression("公办|民办|公立|私立|民营|国有|普惠性?|公共|专用|自用|护理型|在编|全职|省外|国外|海外")
"""新增学位5.2万个，其中公办4.1万个: what is owned or used so is of the same sort as the whole."""
_CLASSED = expression("^(?:[1-5]?A|星)级")
_MEASURES = expression(
    "(?:装机容量|里程|产量|[用耗]电量|发电量|用水量|消费量|(?:货物|集装箱|旅客|货邮)?吞吐量|种植面积|播种面积|增加值|产值|零售额|销售额|(?<![总成])投资|床位|(?<=债务)(?:限额|余额))$"
)
_MEASURED = expression("[量额值积程率费款数区县市镇乡级]$|收入|投资|资金|支出|[进出]口|部分|工程|项目|装机|[本当新]年")


def of_sort(part: str, whole: str) -> str:
    """Return the name of a part that only says of which sort of the whole it is (10亿元以上, 小学, 4A级), else ""."""
    if THRESHOLD.fullmatch(part) and (sort := _SORT_OF_SIZE.search(whole)):
        return part + sort[0]  # 引进项目62个，其中10亿元以上4个
    if whole.endswith(_PLACES_AT_SCHOOL) and _STAGE.fullmatch(part):
        return part + _PLACES_AT_SCHOOL  # 新增学位4.28万个（其中小学2.61万个）
    if _CLASS.fullmatch(part):
        return part + _CLASSED.sub("", whole)
    return part + whole if _SORT.fullmatch(part) else ""


def of_other_size(size: str, before: str) -> str:
    """Return a name or scope with another size class, else "": 年产值10亿元以上集群3个、5亿元以上5个.

    An amount alone is what 超过, no part of a name, stood before.
    """
    threshold = size.endswith(_THRESHOLD_ENDS) and THRESHOLD.fullmatch(size) is not None
    sort = _OF_SIZE.fullmatch(before) if threshold else None
    bound = "" if size.startswith(_OVER) or size.endswith(_BOUNDS) else _OVER[0]
    return sort["measure"] + bound + size + sort["of"] if sort is not None else ""


_OVER, _BOUNDS = ("超", "过"), ("以上", "以下")


def with_measure(part: str, whole: str) -> str:
    """Return the name of a part with what is measured of its whole, where it has no measure itself."""
    measure = _MEASURES.search(whole)
    told = measure is None or is_measured(part) or part.endswith(measure[0])  # 护理型床位
    return part if measure is None or told else part + measure[0]


def is_measured(part: str) -> bool:
    """Whether a name says itself what is measured of it."""
    return _MEASURED.search(part) is not None
