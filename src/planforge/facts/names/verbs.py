"""The verbs that tell what is done with what is named behind them, in the words of plans."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.names.two_ways import DIRECTION
from planforge.facts.writing.words import alternation, searched_alternation, table
from planforge.patterns import expression


@cache
def verb_pattern() -> re.Pattern[str]:
    """Return the pattern of verbs that tell what is done with what is named behind them."""
    verbs = table("phrases")["verbs"]
    nominal = alternation(table("phrases")["nominal"])
    every = [*verbs["flow"], *verbs["stock"]]
    first = searched_alternation(every, rf"{_RENEWAL}|{_FINANCE}|{_BRED}|{DIRECTION}|(?<=机)构建|(?<=计)划建")
    words = alternation(every)
    return expression(
        rf"(?:{first})(?:(?:和|与|、|并)(?:{_ONLY_SECOND})|(?:并(?![网购轨])|和|与|、)?(?:{words})?)(?:{_PAST})?(?!{_OR_BETTER}|{_MENDED}|(?!{_NO_END})(?:{_ANY_VERB}{nominal}|{_TIGHT}))"
    )


# A verb right before one of these is the inner part of a longer noun (转化中心, 建设达).
_NO_END = (
    "服务业|规模(?:[以化]|工业)|数[字据码]|量[子化]|总[部装]|总投资|[业商][务贸]|路[网灯]|线[上下]|院[士校]"
    "|产业(?:园|基地|集群|学院|研究院|技术|联盟|基金|链|带|工人)"
)
"""培养数字人才: 数 begins a word of its own."""
_ONLY_SECOND = "(?:改善|恢复|保护|提升|巩固)(?![型性率]|改造|升级)"
"""新增和改善灌溉面积: done to the same as what is new; alone these begin names as well."""
_RENEWAL = "更新(?<=城市更新|有机更新|设备更新)|(?:建设|更新改造)(?<=[\u4e00-\u9fff]{2}..)(?=固定资产投资)"
"""城市更新单元 is one name, 民航建设固定资产投资 another."""
_BRED = "育成[功本果长熟]"
"""选育成功品种, 教育成果: no 育成."""
_FINANCE = "融资(?=租赁|担保|性|余额|成本|平台|对接|需求|规模|服务|渠道|增信|主体|利率|总额|总量|综合)"
"""融资租赁合同余额 is one name."""
_ANY_VERB = "(?<!拥有)(?<![建设]有)"
"""拥有商业综合体: no noun is made with 拥有 but 拥有量."""
_OR_BETTER = "(?:或|和)(?:好|优|高)于"
"""达到或好于Ⅲ类水体比例 is one name."""
_MENDED = "(?<=新修)[订缮编复正]"
"""新修订标准5项: no 新修."""
_PAST = "了|过(?![剩渡程境往])|出(?![口租让版栏生入])"
"""化解过剩产能, 完成出口额: 过, 出 begin words of their own."""
_TIGHT = "[及性率额数量的达到为是占或（(]|面(?![积向对料])|$"


@cache
def bare_verbs() -> re.Pattern[str]:
    """Return the pattern of words that are nothing but verbs and what joins them."""
    verbs = table("phrases")["verbs"]
    words = alternation([*verbs["flow"], *verbs["stock"]])
    return expression(rf"(?:{words}|[{_JOINING_VERBS}]|{alternation(table('phrases')['leading'])})*")


@cache
def verbal_noun() -> re.Pattern[str]:
    """研发投入, 技改投资: verbs and a word that makes a noun of them."""
    verbs = table("phrases")["verbs"]
    nominal = [word for word in table("phrases")["nominal"] if len(word) > 1]
    return expression(rf"(?:{alternation([*verbs['flow'], *verbs['stock']])})(?:{alternation(nominal)})")


def is_verb(words: str) -> bool:
    """Whether words are nothing but verbs that tell what is done with what is named behind them (新建, 改造)."""
    return not words or (_may_begin(words) and bare_verbs().fullmatch(words) is not None)


def verbs_before(words: str) -> str:
    """Return the verbs, and what joins them, that words begin with; most begin with none."""
    found = bare_verbs().match(words) if _may_begin(words) else None
    return found[0] if found is not None else ""


def deed_in(bare: str) -> str:
    """Return what is done, of words that `verbs_before` gives: 累计新建 is 新建, 全年 tells of no deed."""
    first = _any_verb().search(bare)
    return bare[first.start() :] if first is not None else ""


@cache
def _any_verb() -> re.Pattern[str]:
    verbs = table("phrases")["verbs"]
    return expression(alternation([*verbs["flow"], *verbs["stock"]]))


def _may_begin(words: str) -> bool:
    """Whether `bare_verbs` may take the beginning of words, as their first two characters tell."""
    return words[:2] in _firsts() or words[:1] in _firsts()


@cache
def _firsts() -> frozenset[str]:
    """Return the first two characters of what `bare_verbs` takes, or the one there is."""
    verbs = table("phrases")["verbs"]
    words = [*verbs["flow"], *verbs["stock"], *table("phrases")["leading"], *_JOINING_VERBS]
    return frozenset(word[:2] for word in words)


_JOINING_VERBS = "和及与并、了着"


def verbs_in(region: str) -> tuple[str, ...]:
    """Return the verbs of doing that occur in the words before a figure."""
    return tuple(_flow_verbs().findall(region))


@cache
def _flow_verbs() -> re.Pattern[str]:
    return expression(rf"(?:{alternation(table('phrases')['verbs']['flow'])})(?![到至])")
