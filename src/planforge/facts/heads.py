"""What a figure counts or measures: the noun before it; `right_heads` knows those behind.

The words run from the clause (or the figure before) to the number, without times, areas and verbs; after 等,
和 or a bare verb the noun stands on the right (10个技术创新平台). A head is never taken from another clause, except
where a clause leaves its subject out (累计达到60项; 占GDP比重达到2.83%), and then it is marked as inherited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import regex

from planforge.facts.words import SHARE_OF, alternation, guarded_alternation, not_behind, table
from planforge.patterns import expression
from planforge.records import record

_CJK = "\u4e00-\u9fff"
_JOINTS = expression("[、，· \t\n\r\u3000\u00a0的“”]+")
LONGEST_NAME = 30
_QUOTES = expression("[“”\"'‘’「」『』《》〈〉 ]+")


@record(frozen=True, slots=True)
class Head:
    """The words for what a figure speaks of; `verbs` came before them, `actor` is who did it (大洼区建成…)."""

    name: str
    verbs: tuple[str, ...] = ()
    right_end: int = 0
    inherited: bool = False
    child: bool = False
    actor: str = ""


@cache
def verb_pattern() -> re.Pattern[str]:
    """Return the pattern of verbs that tell what is done with what is named behind them."""
    verbs = table("phrases")["verbs"]
    nominal = alternation(table("phrases")["nominal"])
    words = alternation([*verbs["flow"], *verbs["stock"]])
    return expression(
        rf"(?!{_RENEWAL}|(?<=机)构建)(?:{words})(?:并(?![网购轨])|和|与|、)?(?:{words})?(?:{_PAST})?(?!{_OR_BETTER}|(?!{_NO_END})(?:{nominal}|{_TIGHT}))"
    )


# A verb right before one of these is the inner part of a longer noun (转化中心, 建设达).
_NO_END = (
    "规模[以化]|数[字据码]|量[子化]|总[部装]|总投资|[业商][务贸]|路[网灯]|线[上下]|院[士校]"
    "|产业(?:园|基地|集群|学院|研究院|技术|联盟|基金|链|带|工人)"
)
"""培养数字人才: 数 begins a word of its own."""
_RENEWAL = "更新(?<=城市更新|有机更新|设备更新)"
"""城市更新单元 is one name."""
_OR_BETTER = "(?:或|和)(?:好|优|高)于"
"""达到或好于Ⅲ类水体比例 is one name."""
_PAST = "了|过(?![剩渡程境往])|出(?![口租让版栏生入])"
"""化解过剩产能, 完成出口额: 过, 出 begin words of their own."""
_TIGHT = "[性率额数量的达到为是占或（(]|面(?![积向对料])|$"


@cache
def _leading() -> re.Pattern[str]:
    keep = table("phrases")["leading_keep"]
    words = {word: f"(?!{alternation(keep[word])})" if word in keep else "" for word in table("phrases")["leading"]}
    longer = "|".join(table("phrases")["leading_patterns"])
    return expression(rf"(?:[、，,：:；;）)\s—-]|{longer}|{guarded_alternation(words)})+")


@cache
def _trailing() -> regex.Pattern[str]:
    keep = table("phrases")["trailing_keep"]
    words = [
        (f"(?<!{alternation(keep[word])})" if keep.get(word) else "") + re.escape(word)
        for word in sorted(table("phrases")["trailing"], key=lambda word: -len(word))
    ]
    longer = "|".join(table("phrases")["trailing_patterns"])
    return regex.compile(rf"(?r)(?:{longer}|{'|'.join(words)}|[、，：:\s])+")


@cache
def _bare_verbs() -> re.Pattern[str]:
    verbs = table("phrases")["verbs"]
    words = alternation([*verbs["flow"], *verbs["stock"]])
    return expression(rf"(?:{words}|[和及与并、]|并|了|着|{alternation(table('phrases')['leading'])})*")


@cache
def _verbal_noun() -> re.Pattern[str]:
    """研发投入, 技改投资: verbs and a word that makes a noun of them."""
    verbs = table("phrases")["verbs"]
    nominal = [word for word in table("phrases")["nominal"] if len(word) > 1]
    return expression(rf"(?:{alternation([*verbs['flow'], *verbs['stock']])})(?:{alternation(nominal)})")


def is_verb(words: str) -> bool:
    """Whether words are nothing but verbs that tell what is done with what is named behind them (新建, 改造)."""
    return _bare_verbs().fullmatch(words) is not None


_BETWEEN = expression(
    "(?<=[业械备料药工金材子车源品织舶铁化游流商区群链域口港])(?<!企业)(?<!出口)(?<!进口)(?:全年|当年|本年|已|共|累计)?(?:实现|完成|创造|净增加?)了?(?=增加值|总?产值|营业收入|主营业务收入|销售收入|利润|税收|零售额|技工贸总?收入"
    "|(?:货物|旅客|集装箱|货邮)?吞吐量)"
)
"""第一产业完成增加值, 工程机械实现产值: the verb stands inside the name."""
_REALISED = expression(
    "^(?:实现|完成|创造)(?=(?:工业)?(?:总?产值|增加值|营业收入|主营业务收入|销售收入|营收|利润总?额?|利税|零售额|交易额|销售额)$)"
)
"""规上工业企业186家，实现产值420亿元."""
_REACHING = expression("实现(?=全?(?:覆盖|普及|达标|入户|入网|通达)率)")
"""行政村实现覆盖率100%."""
_PLUS = expression("^[，,；。]?(?:加(?=[上下]级|上年|上解)|加上)")
"""加上调入资金5亿元，收入总量为83亿元."""
_BRACKET = expression(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]")
_AND_REACHES = ("并达到", "并达", "且达到", "并提高到", "并提升到")
_HOLDS = expression("(?:保持|处于|达到|稳定在)[^，。；]{2,14}(?:水平|前列|地位)[并且](?:达到?|提高到|提升到)$")
"""人均预期寿命保持发达国家水平并达到84岁."""
_ONLY = expression("(?<=[\u4e00-\u9fff]{2})(?:仅|只|约|已|均|共)(?=占)")
"""地区生产总值仅占全市的14%."""
_DONE_WITH = ("审结", "办结", "执结", "破获", "查结")
"""受理案件160件，审结141件: other cases than those taken in."""
_ONLY_DOES = ("调查", "抽查", "走访", "服务", "连接", "覆盖", "支撑", "对接", "联系")
"""服务5万家企业: who is served stands behind the figure."""
_WORD = expression(r"\w")
_COORDINATION_END = expression(r"(?:等|[和及与]|以及|[、])$")


def left_head(region: str) -> Head | None:
    """Return the head that the words before a number name, or None when they name none."""
    plain = _PLUS.sub("", unquoted(_BRACKET.sub("", region)))
    if "实现" in plain or "完成" in plain or "创造" in plain or "净增" in plain:
        plain = _BETWEEN.sub("", plain)
    if "实现" in plain:
        plain = _REACHING.sub("", plain)
    if plain.endswith(_AND_REACHES):
        plain = _HOLDS.sub("", plain)
    if "占" in plain:
        plain = _ONLY.sub("", plain)
    child = plain.lstrip("，,、").startswith(("其中", "包括", "其中包括"))
    name, verbs = _without_verbs(plain)
    before = plain[: len(plain) - len(name)]
    name = _REALISED.sub("", stripped(name))
    if not _WORD.search(name) or _COORDINATION_END.search(name):
        return None
    if name in _DONE_WITH:
        return Head(name, verbs, child=child, actor=actor_in(before))
    if name in _ONLY_DOES or (_bare_verbs().fullmatch(name) and not _verbal_noun().fullmatch(name)):
        return None
    return Head(name, verbs, child=child, actor=actor_in(before))


_SHARE = expression(SHARE_OF)
_TOLD_OF = expression(
    "的(?:比例|比重|占比|比率)(?=$|[达提上下降为在超升])|(?<=覆盖)[^，。；、的]{0,6}(?:人口|户|村)(?:比例|比重|占比)"
)
"""企业建有研发机构的比例, 供水工程覆盖农村人口比例: the verb behind a noun tells of what the share is."""
_RATE_ALONE = expression(
    "(?:公众|人口|人群|居民|社会)?(?:覆盖|普及|及时|准确|公开|达标|合格|成功|参训|完成|使用|处理|利用|满意|开工|竣工|投产|落实|通过|入住)?率|比例|比重|占比|面积|长度|成功率"
)
"""签约覆盖率, 消除比例: the verb says of what the rate is."""
_RATIO_HEAD = expression(
    r"[，、]?(?:全市|全县|全区|平均)?(?:每(?:百|千|万|十万|百万|亿)|[百千万](?:名|户|人)[\u4e00-\u9fff]{0,4}拥有|人均拥有)"
)


@cache
def _actor() -> re.Pattern[str]:
    ends = alternation(table("phrases")["actors"])
    verbs = table("phrases")["verbs"]
    other = alternation([*table("phrases")["no_actor"], *verbs["flow"], *verbs["stock"]])
    area = f"{not_behind(table('phrases')['no_area'])}[区县旗镇](?![级域内外场长民政区辖属委直])"
    sized = f"(?:规模以上|规上|限额以上|限上)[{_CJK}]{{0,8}}?(?:企业|单位)"
    sort = rf"(?![各同该本此分])[{_CJK}]{{2,10}}?类(?=安排|共|计划|完成|建成|项目|新开工|开工)"
    return expression(rf"{sized}|{sort}|(?!{other})[{_CJK}][{_CJK}（）]{{1,17}}?(?:{ends}|{area})")


def actor_in(words: str) -> str:
    """Return the area, firm or school that a clause begins with, whose figure is not that of the whole plan."""
    lead = _leading().match(words)
    match = _actor().match(words, lead.end() if lead else 0)
    return match[0] if match else ""


def _without_verbs(plain: str) -> tuple[str, tuple[str, ...]]:
    """Cut everything up to the last verb that still leaves a noun; return the noun and the verbs."""
    verbs, cut = [], 0
    if _RATIO_HEAD.match(plain):
        return plain.lstrip("，、").removeprefix("平均"), ()
    share, told_of = _SHARE.search(plain), _TOLD_OF.search(plain)
    for match in verb_pattern().finditer(plain, 0, share.start() if share else len(plain)):
        if told_of is not None and stripped(plain[cut : match.start()]):
            break
        rest = stripped(plain[match.end() :])
        if len(rest) >= 2 and not _bare_verbs().fullmatch(rest) and not _RATE_ALONE.fullmatch(rest):
            cut = match.end()
            verbs.append(match[0].rstrip("了过出"))
    rest = plain[cut:]
    if not cut and (bare := _bare_verbs().match(rest)) and bare[0] and not rest.startswith(_PLACES, bare.end()):
        verbs.append(bare[0])
    return rest, tuple(verbs)


_PLACES = ("区", "园")
"""开发区 is a place; nobody 开发s."""


def without_trailing(name: str) -> str:
    """Return a name without what only joins it to its figure; the pattern is matched backwards from the end."""
    match = _trailing().match(name) if name and _may_end(name[-1]) else None
    return name[: match.start()] if match else name


@cache
def _may_end(character: str) -> bool:
    """Whether what only joins a name to its figure can end with a character; most names do not."""
    return _trailing().match(character, partial=True) is not None


def known_ending(region: str, known: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the longest known name that the words before a number end with, and the verbs before it.

    Names that have a verb inside (城镇新增就业, 实际利用外资) are found so; ("", ()) when there is none.
    """
    plain = plain_name(without_trailing(unquoted(_BRACKET.sub("", region))))[-LONGEST_NAME:]
    name = next((plain[at:] for at in range(len(plain) - 1) if plain[at:] in known), "")
    return name, (_without_verbs(plain[: -len(name)])[1] if name and name != plain else ())


_DIVISIONS = frozenset("乡镇村")


def stripped(name: str) -> str:
    """Take off what is no part of a name at either end, as often as something comes off."""
    while True:
        shorter = without_trailing(name)
        lead = _leading().match(shorter)
        if lead and (len(shorter) - lead.end() >= 2 or shorter[lead.end() :] in _DIVISIONS):
            shorter = shorter[lead.end() :]
        elif lead and lead.end() == len(shorter):
            shorter = ""
        if shorter == name:
            return name
        name = shorter


def clause_subject(clause: str) -> str:
    """Return the words of a clause without figures, for a following clause that leaves its subject out."""
    return stripped(unquoted(_BRACKET.sub("", clause)))


def plain_name(name: str) -> str:
    """Return a head without the marks that only join its words (雏鹰、瞪羚企业 → 雏鹰瞪羚企业)."""
    return _JOINTS.sub("", name)


def unquoted(words: str) -> str:
    """Return words without quotation marks and blanks."""
    return _QUOTES.sub("", words)


def verbs_in(region: str) -> tuple[str, ...]:
    """Return the verbs of doing that occur in the words before a figure."""
    return tuple(_flow_verbs().findall(region))


@cache
def _flow_verbs() -> re.Pattern[str]:
    return expression(rf"(?:{alternation(table('phrases')['verbs']['flow'])})(?![到至])")
