"""What a figure counts or measures: the noun before it; `right_heads` knows those behind.

The words run from the clause (or the figure before) to the number, without times, areas and verbs; after 等,
和 or a bare verb the noun stands on the right (10个技术创新平台). A head is never taken from another clause, except
where a clause leaves its subject out (累计达到60项; 占GDP比重达到2.83%), and then it is marked as inherited.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planforge.facts.heads.sorts_of_firms import sort_of_firms
from planforge.facts.names.indicators import IndicatorTable
from planforge.facts.names.trimming import leading_end, plain_name, stripped, unquoted, without_trailing
from planforge.facts.names.verbs import is_verb, verb_pattern, verbal_noun, verbs_before
from planforge.facts.writing.words import SHARE_OF, alternation, not_behind, table
from planforge.patterns import expression
from planforge.records import record

_CJK = "\u4e00-\u9fff"
LONGEST_NAME = 30


@record(frozen=True, slots=True)
class Head:
    """The words for what a figure speaks of; `verbs` came before them, `actor` is who did it (大洼区建成…)."""

    name: str
    verbs: tuple[str, ...] = ()
    right_end: int = 0
    inherited: bool = False
    child: bool = False
    actor: str = ""


_BETWEEN = expression(
    "(?:(?<=[业械备料药工金材子车源品织舶铁化游流商区群链域口港济])(?<!企业)(?<!出口)(?<!进口)"
    "|(?<=[一二三]产|城镇|乡村|农村|餐饮|批发|零售))(?:全年|当年|本年|已|共|累计)?(?:实现|完成|创造|净增加?)了?(?=增加值|总?产值|营业收入|主营业务收入|销售收入|利润|税收|零售额|技工贸总?收入"
    "|(?:货物|旅客|集装箱|货邮)?吞吐量)"
    "|(?:(?<=交通|水利|水运|公路|铁路|航空|民航|机场|港口|邮政|能源|电力|电网|工业|农业|林业|旅游|教育|卫生|环保|信息)"
    "|(?<=房地产|制造业|服务业))"
    "(?:全年|当年|本年|已|共|累计)*完成了?(?=投资(?!项目|计划|任务|额度))"
)
"""第一产业完成增加值, 一产实现增加值, 工程机械实现产值: the verb stands inside the name."""
_REALISING = ("实现", "完成", "创造")
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
_OPENING = expression("^[，,]?[^，。；—]{1,40}?(?:方面|情况|来看|领域)—{1,2}")
"""在政府性基金方面——基金收入36亿元: what the paragraph is about stands before the dash."""
_DONE_WITH = ("审结", "办结", "执结", "破获", "查结")
"""受理案件160件，审结141件: other cases than those taken in."""
_ONLY_DOES = ("调查", "抽查", "走访", "服务", "连接", "覆盖", "支撑", "对接", "联系")
"""服务5万家企业: who is served stands behind the figure."""
_WORD = expression(r"\w")
_COORDINATING = ("等", "和", "及", "与", "、")


@lru_cache(maxsize=8)
def bare_words(region: str) -> str:
    """Return words without brackets and quotation marks; for one figure its words are asked for more than once."""
    return unquoted(_BRACKET.sub("", region))


def left_head(region: str) -> Head | None:
    """Return the head that the words before a number name, or None when they name none."""
    plain = _undisguised(bare_words(region))
    child = plain.lstrip("，,、").startswith(("其中", "包括", "其中包括"))
    name, verbs = _without_verbs(plain)
    before = plain[: len(plain) - len(name)]
    name = stripped(name)
    if name.startswith(_REALISING):
        name = _REALISED.sub("", name)
    if not _WORD.search(name) or name.endswith(_COORDINATING):
        return None
    if name in _DONE_WITH:
        return Head(name, verbs, child=child, actor=actor_in(before))
    if name in _ONLY_DOES or (is_verb(name) and not verbal_noun().fullmatch(name)):
        return None
    firms = sort_of_firms(plain, leading_end(plain)) if verbs else ""
    return Head(name, verbs, child=child, actor=actor_in(before) or (firms if firms not in name else ""))


def _undisguised(plain: str) -> str:
    """Return the words before a number without those that stand in a name or before it and are no part of it."""
    if "加" in plain:
        plain = _PLUS.sub("", plain)
    if "实现" in plain or "完成" in plain or "创造" in plain or "净增" in plain:
        plain = _BETWEEN.sub("", plain)
    if "实现" in plain:
        plain = _REACHING.sub("", plain)
    if plain.endswith(_AND_REACHES):
        plain = _HOLDS.sub("", plain)
    if "占" in plain:
        plain = _ONLY.sub("", plain)
    if "—" in plain:
        plain = _OPENING.sub("", plain)
    return plain


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
    sized = f"(?:规模以[上下]|规[上下]|限额以[上下]|限[上下])[{_CJK}]{{0,8}}?(?:企业|单位)"
    sort = rf"(?![各同该本此分])[{_CJK}]{{2,10}}?类(?=安排|共|计划|完成|建成|项目|新开工|开工)"
    return expression(rf"{sized}|{sort}|(?!{other})[{_CJK}][{_CJK}（）]{{1,17}}?(?:{ends}|{area})")


def actor_in(words: str) -> str:
    """Return the area, firm or school that a clause begins with, whose figure is not that of the whole plan."""
    start = leading_end(words)
    match = _actor().match(words, start)
    return match[0] if match else sort_of_firms(words, start)


def _without_verbs(plain: str) -> tuple[str, tuple[str, ...]]:
    """Cut everything up to the last verb that still leaves a noun; return the noun and the verbs."""
    verbs, cut = [], 0
    if ("每" in plain or "拥有" in plain) and _RATIO_HEAD.match(plain):
        return plain.lstrip("，、").removeprefix("平均"), ()
    share = _SHARE.search(plain) if "占" in plain else None
    told_of = _TOLD_OF.search(plain) if "的" in plain or "覆盖" in plain else None
    for match in verb_pattern().finditer(plain, 0, share.start() if share else len(plain)):
        if told_of is not None and stripped(plain[cut : match.start()]):
            break
        rest = stripped(plain[match.end() :])
        if len(rest) >= 2 and not is_verb(rest) and not _RATE_ALONE.fullmatch(rest):
            cut = match.end()
            verbs.append(match[0].rstrip("了过出"))
    rest = plain[cut:]
    if not cut and (bare := verbs_before(rest)) and not rest.startswith(_PLACES, len(bare)):
        verbs.append(bare)
    return rest, tuple(verbs)


_PLACES = ("区", "园")
"""开发区 is a place; nobody 开发s."""


def known_ending(region: str, names: IndicatorTable) -> tuple[str, tuple[str, ...]]:
    """Return the longest known name that the words before a number end with, and the verbs before it.

    Names that have a verb inside (城镇新增就业, 实际利用外资) are found so; ("", ()) when there is none.
    """
    plain = plain_name(without_trailing(bare_words(region)))[-LONGEST_NAME:]
    name = next(names.endings(plain), "")
    return name, (_without_verbs(plain[: -len(name)])[1] if name and name != plain else ())


def clause_subject(clause: str) -> str:
    """Return the words of a clause without figures, for a following clause that leaves its subject out."""
    return stripped(bare_words(clause))
