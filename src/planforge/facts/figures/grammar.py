"""The patterns of figures: how they begin, traps first, and what may stand behind their unit.

A trap is consumed and says nothing: dates, document numbers, 5G, “1+2+X”, list numbers, names in 《》. `literals` puts
a figure together from them, with plain code for its unit; what it means is worked out by `quantity`.
"""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.figures.numbers import LONGEST_NUMBER
from planforge.facts.figures.units import units
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

_CJK = r"\u4e00-\u9fff"
DASHES = tuple("-—–－~～〜至到")
_DASH = f"[{''.join(DASHES)}]"
CHINESE_DIGITS = "零〇一二三四五六七八九两十百千万亿"

# Years and dates are read by `time`; here they only must not be taken for quantities.
_DATES = rf"""
    (?:19|20)\d\d(?:{_DASH}+(?:(?:19|20)\d\d|\d\d))?(?:年度?|级(?!以上))
        (?:{_DASH}(?:19|20)?\d\d年)?(?:\d{{1,2}}月(?:份|底|末|初)?(?:\d{{1,2}}日)?)?
  | (?:19|20)\d\d{_DASH}+(?:19|20)\d\d(?=$|[^\d.])
  | (?<!\d)\d{{1,2}}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{{1,2}}(?:日|号))?
  | (?<!\d)(?:19|20)\d\d(?=(?:”|重点|专项|、(?:19|20)\d\d))
"""
# 使用年限达70年 and 达到98%和15年 are figures, 3年 is none. A place is looked back from by each of the widths between.
_NO_AGE = r"(?<![\d.])" + "".join(rf"(?<!(?:年限|寿命|年数)[达提延为到高至升长约]{{{width}}})" for width in range(5))
_NO_AGE += "(?<!%[和与及、])(?<!(?:以上|左右)[和与及、])"
# What begins with a digit and is no figure, by what follows.
_NUMBERED = rf"""
    {_DATES}
  | (?<=[{_CJK}])\d+(?:\.\.\d+(?!\.)|(?:\.\d+){{2,}})
  | \d+(?:\+[\dA-ZXN]+)+(?:项)?
  | (?:^|(?<=[。；;\n]))\d{{1,3}}(?:[.．、]\d{{1,2}})*[.．、)）](?!\d)
  | \d+(?:{_DASH}\d+)?(?:个季度|个交易日|周年|年级|季度|世纪|年代|时代)
  | {_NO_AGE}\d+年(?!限|一遇)
  | (?<![到达至为])\d+(?:周?岁)?{_DASH}\d+周?岁
  | \d+周?岁(?=及?以[上下]|人口|老年|儿童|婴幼儿)
  | 10万人(?=(?:生产安全)?事故死亡)
  | ^[（(]?1/(?:10|十)?[万亿千](?:人|名|户|辆|平方公里)?[)）]?$
  | (?<=^[人例件次起]/)10?万(?:人|辆|户)?$
  | \d+(?:\.\d+)?[‰%](?=[^，。；]{{0,8}}抽样)
  | \d+[×xX*]\d+(?:小时)?
  | 1(?:美元|欧元|英镑|港元|日元)(?=兑|合|对)
  | \d+(?:国道|省道|县道|工程|热线)
  | \d+(?:级|号|版|代|届|路|弄|室|楼|层|型|系列|等奖|纳米|英寸|周年|维|位数|字头|两)
  | \d[\d,.]{{0,20}}[万千百亿]{{0,4}}(?:元|吨|千瓦|兆瓦|米|亩|平方米|立方米|升|公斤)级
"""
# What else holds digits or numerals that are no figures: names, document numbers, 5G, places of a list, capacities.
_NAMED = rf"""
    《[^《》]{{0,120}}(?:《[^《》]{{0,80}}》[^《》]{{0,40}})?》
  | 〈[^〈〉]{{0,80}}〉
  | [“"「『](?=[^”"」』]{{0,16}}\d)[^“”"「」『』，。；]{{0,18}}[”"」』]
  | [〔\[（(](?:19|20)\d\d[〕\]）)]第?\d+号
  | 第\d++(?:\.\d++)*(?!位|名)[{_CJK}]?
  | 第[{CHINESE_DIGITS}]++(?!位|名)[{_CJK}]
  | (?!GDP\d)(?<!G)(?<!GD)[A-Za-zα-ω][A-Za-z0-9.\-]*\d[A-Za-z0-9.]*(?:[+]\d+)?
  | (?:^|(?<=[。；;\n]))\(\d{{1,3}}(?:[.．、]\d{{1,2}})*[.．、)）](?!\d)
  | [（(]\d{{1,2}}[)）]
  | (?:国道|省道|县道)\d++(?![\d.]*(?:公里|千米|里|[万亿元条个]))(?:国道|省道|线|高速)?
  | (?:重工|航天|航空|兵器|电科|中电|集团|中核)\d+(?:所|院|厂)
  | (?:专栏|附表|表|图|附件|公式|页|电话|邮编|邮政编码|编号|代码)[：:]?\d+(?:[-—.]\d+)*
  | 年(?:产|处理|加工|吞吐)(?!值|量|出)\d[\d,.]{{0,20}}[万亿]?[{_CJK}]{{1,3}}
  | 每(?:百|千|万|十万|百万|亿|\d+万?)(?:人口|人|名|户|亩|元|平方公里|个)?
  | 前\d+(?:位|名|强)
  | [.·…]{{3,}}\d+
  | [（(]\d{{1,3}}(?:\.\d+)?%部分[)）]
"""
_NAMED_STARTS = r"《〈“\"「『〔\[（(第A-Za-zα-ω国省县重航兵电中集专附表图公页邮编代年每前.·…"
_NUMERALS = f"[{CHINESE_DIGITS}]{{0,{2 * LONGEST_NUMBER}}}"
"""Bounded, or an endless row of numerals would be gone over from each of them."""
# 百亿元台阶, 亿元以上企业, 千亿级产业集群: a size that names a sort of thing.
_SIZES = (
    rf"(?:十|百|千)?万(?:人|人口|吨|工时|车公里)(?=[{_CJK}]{{0,12}}(?:死亡|事故|发病|发生)率)"
    rf"|(?:{_NUMERALS}[百千万亿]{_NUMERALS})(?:元|斤|吨)?"
    r"(?:级|以上的?(?!$|[，。；、])|规模|台阶|大关|产业|企业|项目|园区|集群|工程|投资|镇|县|村|俱乐部|板块)"
)
_CHINESE_NAMES = (
    "[一二][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
    "|一(?:批|系列|体|流|定|直|些|带|路|线)|百(?:千万|分点)|十[二三四五]五"
    rf"|(?:[{CHINESE_DIGITS}]{_NUMERALS})(?:年|月|届|次|级|大|线|区|产业|会|中全会)"
)


# 每个街道至少建成1处: the verb of what must at least be done.
_DEEDS = "建成|建有|建设|建立|设立|设置|配备|配置|培育|引进|有|新增|完成|打造|创建|培养|开展|举办|组织"


_NO_NOUN = "(?<![签节预合履集契]约)"
"""签约36万人, 节约5000万元: no 约 that means about."""
_PASSES = r"(?<=[值额入产模收])过(?=\d)|(?<=[、，和])过(?=\d)"
"""产值过50亿元的企业: 过 alone means more than where no verb ends with it (通过, 经过)."""
_EACH = "每人每[月年]|每[人户月年亩]"
"""不低于每人每月690元: the bound stands before what the amount is for."""


def _before() -> str:
    before = table("comparators")["before"]
    groups = [f"(?P<{name}_before>{alternation(words)})" for name, words in before.items()]
    groups = [f"{group}{_NO_NOUN}" if "about" in group else group for group in groups]
    groups = [f"{group[:-1]}|{_PASSES})" if "gt_before" in group else group for group in groups]
    return rf"(?:(?:{'|'.join(groups)})(?:了|到|达到|达|为|约|(?<=至少)(?:{_DEEDS})|{_EACH})?)?"


_AIM = "(?:的(?:年度|预期|调控|控制|规划)*目标值?|的?(?:控制)?(?:红线|上限))"
"""涨幅控制在3%的预期目标以内: the bound stands behind what the figure is."""


def _after() -> str:
    after = table("comparators")["after"]
    bounds = "|".join(f"(?P<{name}_after>{alternation(words)})" for name, words in after.items())
    return f"(?:(?:{_AIM}(?=[以之]内|以[上下]))?(?:{bounds}))?"


@cache
def opening_pattern() -> re.Pattern[str]:
    """Return the pattern of how figures begin, up to their unit; a match with the group “trap” is no figure.

    It is tried where `beginnings` says that one of its parts can begin.
    """
    return expression(openings(), re.VERBOSE)


_ABOUT = "近|上|约|超|超过|突破|逾"
_ABOUT_FIRSTS = "近上约超突逾"
_NO_NUMERAL = "(?![百千万亿][一二两三四五六七八九])"
"""欧科亿三期: a name that ends like a number; 一 is not left out before 百 and what is greater where more follows."""
_AMONG = "全国|全省|全市|全区|全州|全盟|世界|全球"
"""Among whom a place counts; 居全省第四 needs no 位."""
_AMONG_SUCH = rf"(?:{_AMONG})(?:[{_CJK}A-ZI]{{0,6}}(?:城市|城区|市|县|区|旗|州|园区|开发区|高新区|省份))?"
"""居全省同类城市第三."""


_PLACE_ALONE = rf"(?:(?<=[{_CJK}]第\d)|(?<=[{_CJK}]第\d\d))(?=[，。；]|$|、(?!第|\d))"
"""投资潜力第3: a place, where `places_told` finds that the sentence tells of others."""


def _number() -> str:
    over = alternation(table("comparators")["over"])
    scale = "万亿|千亿|百亿|亿|千万|百万|十万|万|千(?!米|瓦|克|伏|升)|百(?=[家个项余名人羽只])"
    digits = r"(?:(?<![\d.])[-−])?\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?"
    return rf"(?P<number>{digits})(?P<over1>{over})?(?P<scale>{scale})?(?P<over2>{over})?"


def openings() -> str:
    """Return how figures begin as a verbose pattern that may be tried anywhere."""
    return rf"""
        (?P<rank>(?P<among>{_AMONG_SUCH}(?:排名|排|位列|位居|名列|居)?)?(?:第(?P<rank_n>\d+|[一二三四五六七八九十]+)
          (?:位|名|(?(among)(?=[，。；、）]|$)|{_PLACE_ALONE}))
          |前(?P<rank_top>\d+|[一二三四五六七八九十]+)(?:位|名|强)(?=[，。；、）]|$|行列|之列|以内|方阵)))
      | (?P<trap>(?=\d)(?:{_NUMBERED})|(?=[{_NAMED_STARTS}])(?:{_NAMED}))
      | (?P<doubled>
          (?<!个)翻(?:了)?(?P<doublings_near>近)?(?P<doublings>[一二两三四五\d]+|(?=番))番
          (?P<doublings_more>以上|多|有余|左右|半)?)
      | {_before()}(?:百分之(?P<percent_cn>[{CHINESE_DIGITS}]+(?:点[{CHINESE_DIGITS}]+)?)|{_number()})
      | (?=[{CHINESE_DIGITS}半{_ABOUT_FIRSTS}不过接])(?:(?P<trap2>{_SIZES}|{_CHINESE_NAMES})
        | {fractions()}
        | (?P<cn_about>{_ABOUT})?(?P<cn>{_NO_NUMERAL}{_NUMERALS}[十百千万亿]{_NUMERALS})
        | {tenths()})
        """


def tenths() -> str:
    """Return the pattern of 三倍, 七成以上 in Chinese numerals."""
    no_tenths = alternation(units()["成"].not_before)
    return (
        r"(?P<times_about>近|约|超过?|突破|逾|不足|不到)?(?P<times_cn>[一二两三四五六七八九十半]{1,9})(?P<times_cn_unit>倍|成(?!"
        rf"{no_tenths}))(?P<times_cn_post>以上|左右)?"
    )


def fractions() -> str:
    """Return the pattern of 三分之二, 一半以上, 过半."""
    return (
        r"(?P<fraction>(?P<fraction_about>近|接近|约|超过?|突破|逾|不足|不到)?(?:"
        r"(?P<fraction_of>(?P<fraction_per>[二三四五六七八九十])分之(?P<fraction_n>[一二三四五六七八九]))"
        r"|(?P<half>一半|半数|(?P<over_half>过)?半(?=[，。；、）]|以上|左右)))(?P<fraction_post>以上|左右)?)"
    )


@cache
def number_pattern() -> re.Pattern[str]:
    """Return the pattern of the number behind the dash of a range."""
    return expression(_number())


@cache
def tenths_pattern() -> re.Pattern[str]:
    """Return `tenths` compiled."""
    return expression(tenths())


@cache
def closing_pattern() -> re.Pattern[str]:
    """Return the pattern of the words behind a unit that belong to the figure; it matches anywhere."""
    over = alternation(table("comparators")["over"])
    return expression(rf"(?P<paren>[（(][{_CJK}]{{1,3}}[)）])?(?P<over3>{over}(?=[，。；、]|$))?{_after()}")


@cache
def closing_starts() -> frozenset[str]:
    """Return the characters that what stands behind a unit can begin with; behind most there is nothing of it."""
    words = [
        *(word for words in table("comparators")["after"].values() for word in words),
        *table("comparators")["over"],
    ]
    return frozenset(word[0] for word in (*words, *"（(的控红上"))


DASH = expression(rf"{_DASH}+(?=\d)")
"""What stands between the ends of a range."""
