"""The noun or the predicate behind a figure: 10个技术创新平台, 10人获…奖, 100%建有研发机构."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.figures.classes import with_thing
from planforge.facts.figures.named_figures import LEFT_TO_DO
from planforge.facts.heads.left_heads import Head
from planforge.facts.names.trimming import stripped, unquoted
from planforge.facts.names.verbs import verb_pattern
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

_CJK = "\u4e00-\u9fff"
_QUALITY = expression("[高专现标智绿精][\u4e00-\u9fff]{0,2}(?:水平|质量|化|品质|标准|能)")
_TIER = expression("(?:国家|世界|国际|省部?|市|县)级")
_AND = expression("[、和]|及(?!以[上下])")


@cache
def _right() -> re.Pattern[str]:
    return expression(
        rf"(?:的|各类|各种|以上的?)?(?P<noun>(?:[2-6]G|[2-5]A级?)?[{_CJK}A-Za-z“”‘’《》·R&D]+(?:[、和及]?[{_CJK}A-Za-z“”]+){{0,3}})"
    )


@cache
def _right_stop() -> re.Pattern[str]:
    ends = [word for word in table("phrases")["after_noun"] if word not in {"以上", "以", "建设", "发展"}]
    words = alternation([*table("phrases")["predicates"], *ends])
    return expression(
        rf"{words}|几乎|全(?=[在是都])|(?<!平)均(?![衡等价])|共(?![性享建同青产])|(?<![绝相针面应结])对(?![象外口接标])|(?<=[份市县区村业目标校院镇品])中(?![心学小医等药部央国高初级型游石铁层外巴])|(?<![级及模额])以上|以(?![上下内外])|(?:建设|发展)(?!重点|工程|项目|专项|用地|任务|资金|投资|先行|示范|试验|实验|规划|区|基金|中心|平台|带)|年(?:销售|营业|总)?(?:收入|产值)|脱贫(?![人户村县地攻成])|退出(?![率机])|免费(?!率)|分解(?=[到至])"
    )


def right_head(text: str, at: int, verbs: tuple[str, ...] = ()) -> Head | None:
    """Return the head behind a figure that ends at `at`: a noun, or a predicate (10人获…奖)."""
    such = _SUCH.match(text, at)
    if such is not None:
        return Head(such["noun"] or such["sized"], verbs, right_end=such.end())
    if text.startswith("的", at) and (use := _USED_BY.match(text, at)) is not None:
        return Head(use["use"], verbs, right_end=use.end())
    if (left := LEFT_TO_DO.match(text, at)) is not None:
        return Head(left[0], verbs, right_end=left.end())
    match = _right().match(text, at)
    return _noun_behind(match, text, verbs) if match is not None else None


_USED_BY = expression(
    "的(?P<use>[\u4e00-\u9fff]{0,8}(?:水|能源|燃料|厕所|炊事用能|住房|生活用能)[\u4e00-\u9fff]{0,4}(?:为|是|使用)[^，。；\\d]{1,20})(?=[，。；]|$)"
)
"""39.46万户的饮用水为自来水: which households these are, what they use tells."""


def _noun_behind(match: re.Match[str], text: str, verbs: tuple[str, ...]) -> Head | None:
    noun = match["noun"]
    if (glossed := _glossed(match, text, verbs)) is not None:
        return glossed
    if _DOUBLED.match(noun) or noun.startswith(_COMPARED):
        return None  # 比2020年的35家翻了一番多
    if text[match.end() : match.end() + 1].isdigit():
        if _CHANGES.fullmatch(noun):
            return None  # 较2019年的8500亿元增长40%
        noun = _before_verb(_CODE.sub("", noun))
        noun = owner[0] if (owner := _WHO.match(noun)) is not None else noun
    stop, later = _stops(noun)
    if later:
        noun = noun[:later]
    if stop and stop.start() >= 2:
        noun = noun[: stop.start()]
    elif stop and stop.start() == 0 and len(noun) < 4:
        return None
    if not (stop and stop.start() == 0):
        first, *others = _AND.split(noun, 1)
        noun = first + _TIER.sub("", others[0], count=1) if others and _TIER.fullmatch(first) else first
        noun = others[0] if others and _QUALITY.fullmatch(first) else noun
    name = stripped(unquoted(noun))
    if len(name) < 2 or _STEPS.fullmatch(name) or _CONDITION.match(name):
        return None
    end = match.start("noun") + len(noun)
    return Head(with_thing(name, text, end), verbs, right_end=end)


def _glossed(match: re.Match[str], text: str, verbs: tuple[str, ...]) -> Head | None:
    """Return a noun with a bracket inside: 6条国际（地区）航线; of 38个县（市、区）建成分馆 only 县."""
    noun, gloss = match["noun"], _GLOSS.match(text, match.end())
    if gloss is None:
        alone = noun in _DIVISIONS and text[match.end() : match.end() + 1] in _MARKS
        return Head(noun, verbs, right_end=match.end()) if alone else None
    if _right_stop().search(noun) is None and not begins_with_verb(gloss["rest"]):
        return Head(stripped(unquoted(noun + gloss["rest"])), verbs, right_end=gloss.end())
    return Head(noun, verbs, right_end=match.end()) if len(noun) == 1 else None


_DIVISIONS = frozenset("镇乡村县市区州旗")
_MARKS = frozenset("、，。；（")
"""7个镇、3个乡，179个村."""
_GLOSS = expression("（[^（）\\d]{1,8}）(?P<rest>[\u4e00-\u9fff]{2,10})(?=[，。；、（]|$)")
_SUCH = expression(
    r"(?:(?=(?:对|引领|在|具有|具备|面向|符合|支撑)[^，。；]{0,16}|(?:总资产|市场规模|年?(?:营业|销售)?收入|年?产值|市值|综合实力|竞争力|技术水平)[^，。；的]{2,24}的)"
    r"(?:[^。；：\d]|\d+强){2,60}?的(?P<noun>[\u4e00-\u9fff“”]{4,14}|[\u4e00-\u9fff、]{6,20})(?=[，。；]|$)"
    r"|(?P<sized>\d[\d.]{0,6}[万亿]元(?:以上|级)?的?[\u4e00-\u9fff]{2,12})(?=[，。；、]))"
)
"""10个对区域带动较强的成长型冠军产业: what is counted stands behind what is said of it; 6个500亿元重点产业集群."""


def _stops(noun: str) -> tuple[re.Match[str] | None, int]:
    """Return where a noun ends, and a later place where it begins with one (投产项目完成投资…), 0 for none.

    What is still to be done is told of it (29万亩耕地未建成高标准农田): without that it would be all there is.
    """
    found = (one for one in _right_stop().finditer(noun) if not noun.endswith("未", 0, one.start()))
    stop = next(found, None)
    if stop is None or stop.start() >= 2 or _predicate().match(noun):
        return stop, 0
    return stop, next((one.start() for one in found if one.start() >= 2), 0)


_WHO = expression(
    "[\u4e00-\u9fff]{0,10}?(?:银行|企业|学校|高校|医院|园区(?!企业)|高新区|开发区|示范区|自贸区|试验区|实验区|综试区|保税区|城市|区县|县区|乡镇|街道|公司|小区|断面|水库|港口|机场|合作社)"
    "(?![\u4e00-\u9fff]*(?:率|比例|比重|占比)(?:$|[达为是超提上升下降]))(?=[\u4e00-\u9fff]{2,}$)"
    "(?!(?:研发|技术|工程|服务|集群|联盟|家属|创新|改造|建设|名录|清单|总部|[单梯]位|分[支院行校]))"
)
"""5家商业银行普惠贷款余额4.03万亿元: behind the banks begins another name."""
_CODE = expression("(?<=[\u4e00-\u9fff])[A-Z]+$")
"""29个城市PM2.5浓度: the letters begin the next name."""
_CHANGES = expression(
    "(?:(?:年均|年平均|平均每年|每年|逐年|累计|总体)(?:复合)?)?(?:同比|实际|名义)?(?:增长|递增|递减|增加|提高|提升|下降|降低|减少|翻|[增减短超][收支产]|上涨|下跌|偏[多少高低])(?:了|约|近|超过|到|至)?"
)
_COMPARED = ("相比", "比较", "并", "且", "连续")
"""与2020年的133.9万人相比, 突破40万亿元并连续居首位: nothing that is counted."""
_DOUBLED = expression("(?:已经?|将|再)?(?:翻了?[一两二三四]?番|(?:增长|增加)了?[一两二三四]倍)")
_STEPS = expression("[一二两三四五六七八九十几多]*[大个]?(?:台阶|关口|大关|门槛|水平)")
"""突破5000亿元、6000亿元两大台阶: how far, not of what."""


_CONDITION = expression("基础上|前提下|情况下|同时|(?:全部|顺利|按期|如期|提前)(?:完成|实现|消除|达到|建成|纳入)")
"""在2030年达到25%的基础上: no noun that is counted."""


def _before_verb(noun: str) -> str:
    """为6107名新生发放资助金5637万元: words that run on to another figure are those of two nouns, a verb between."""
    verb = next((one for one in verb_pattern().finditer(noun) if one.start() >= 2 and one.end() < len(noun)), None)
    return noun[: verb.start()] if verb else noun


def begins_with_verb(name: str) -> bool:
    """Whether a name begins with what somebody does (参加培训) and so is a predicate, no noun."""
    return verb_pattern().match(name) is not None or _predicate().match(name) is not None


@cache
def _predicate() -> re.Pattern[str]:
    return expression(rf"(?P<verb>{alternation(table('phrases')['predicates'])})(?P<object>[^，。；、：（）,;\d]*)")


def predicate_after(text: str, at: int) -> tuple[str, int] | None:
    """Return the verb and object behind a percentage (100%建有研发机构) and where they end."""
    match = _predicate().match(text, at)
    if match is None:
        return None
    words = unquoted(match["verb"] + match["object"])
    return (words, match.end()) if len(words) >= 3 else None
