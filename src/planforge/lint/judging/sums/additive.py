"""Which figures add up: no means, rates per unit, prices, standards and extremes; balances can be below nothing.

粮食单产412公斤/亩，其中稻谷512公斤/亩: what a part of it has may be more than the whole has.
新增贷款28亿元，其中企业贷款31亿元: another part fell.
"""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.units import Unit
from planforge.facts.statement import Statement
from planforge.patterns import expression

_TIMES = frozenset(("年", "月", "天", "小时", "分钟", "秒", "周", "季", "季度", "昼夜"))
"""What is made or passes in so much time adds up (万吨/年, 立方米/秒), what one of anything has does not (公斤/亩)."""
_STATES = frozenset(
    ("temperature", "noise", "voltage", "age", "dose_n", "dose_u", "dose_m", "decay", "decay_m", "field", "magnetic")
)
"""Classes of units that tell how hot, loud or old something is."""

_MEAN = expression(
    "平均|[人户亩次]均|(?<![年月日季周天])均(?![衡等匀势分田可已为安])|均[价值分]$|每[百千万亿人户亩件头吨公平立]"
    "|(?<![业政人用共护管])单位(?:地区生产总值|国?内?生产总值|GDP|(?:工业)?增加值|产[值品量]|[^，。]{0,4}面积|[能电水]耗|投资|库容|里程)"
    "|元[^，。以]{2,10}(?:耗|用水|取水|用电|排放)|密度|强度|浓度$|(?<![订清简])单产(?!品|业|值)|亩产(?!吨|千|过|超)|率$|满意度"
    "|价格(?!改革|调节|补|监|认)|(?:单|[水电气热房地租油粮菜肉票运药售煤]|收购|保护|指导|起步|挂牌|最低|基准|限)价$"
    "|年限|寿命|年龄$|时长|小时数?$|时间$|周期$|工期$|[时期]限$|住院日$|工资(?!性|总额)"
    "|[气水]温$|温度$|湿度$|降[水雨]量$|水位$|海拔$|高程$|深度$|厚度$|坡度$|噪声$|声级$|指数$|系数$|弹性$|水平$"
    "|(?:贫困|低保|扶贫|保障|起付|封顶|录取|分数)线$"
    "|最[高大低小长短](?:[^，。]{0,4}(?:负荷|流量|风速|风力|跨[径度])|单?[日天月时班]|额|限|补|奖|支付|报销)|峰值|极值"
)
"""人均 and 次均, but not 年均 of what is done; 最大负荷, but not 全国最大基地 and 最低生活保障人数."""
_STANDARD = expression("标准$")
"""低保标准 in yuan; 制定标准36项 are counted."""
_EACH = expression("每(?![年月日天周季小分秒隔到逢个])[^，,。；;：:每]{1,8}(?:每[年月日天])?(?:补助|补贴|为|达到?)?$")
"""每人每月690元, 每平方米9800元, right before the figure."""
_HAD = expression(r"[人户亩次校村]均(?:拥有|占有|持有|使用)[^，,。；;：:\d]{0,10}$")
"""户均拥有汽车0.6辆: the name no longer has it, either."""
_GREATEST = expression("最[大高多](?:单?[日天月时]|(?:可?达到?|为)?$)|单[日天月]最[大高多]|历史最高|峰值")
"""最大单日接待游客, 用电负荷最高达120万千瓦."""
_FURTHEST = 16

_BALANCE = expression("利润|盈利|盈余|盈亏|顺差|逆差|差额|结余(?!资金)|增量$|净[增减流出投买]|自然增长|机械增长")
_OWED = expression("贷款|存款|融资|储蓄|余额")
"""What of it is new is new less repaid."""
_LOST = expression("亏损|逆差|净流出|净减|净回笼")


def adds_up(one: Statement) -> bool:
    """Whether parts can come to such a figure: it is no mean, rate, price, standard or extreme."""
    unit = one.quantity.unit
    return not (is_mean(one.head, unit) or _named(one.indicator) or _of_each(one))


def is_mean(name: str, unit: Unit) -> bool:
    """Whether what a name tells in a unit is a mean, rate, price, standard or extreme."""
    per = "/" in unit.name and not _per_time(unit.name)
    standard = (unit.kind == "money" or unit.name.startswith("元/")) and _STANDARD.search(name) is not None
    return per or standard or not _STATES.isdisjoint(unit.classes) or _named(name)


@lru_cache(maxsize=32)
def _per_time(unit: str) -> bool:
    return all(part in _TIMES for part in unit.partition("/")[2].split("·"))


@lru_cache(maxsize=64)  # each figure near a total is tried as a part of it
def _named(name: str) -> bool:
    return _MEAN.search(name) is not None


def _of_each(one: Statement) -> bool:
    """Whether the words right before a figure say that it is what each has, or the most that there was."""
    text, end = one.quote.file.text, one.span.start
    start = max(one.quote.start, end - _FURTHEST)
    told = (("每", _EACH), ("均", _HAD), ("最", _GREATEST))
    return any(text.find(word, start, end) >= 0 and words.search(text, start, end) for word, words in told)


def can_be_negative(one: Statement) -> bool:
    """Whether a part of such a figure can be below nothing, so that another is more than all: profits, balances."""
    name = one.head or one.indicator
    new = one.kind is Kind.INCREMENT and _OWED.search(name) is not None
    # 净增常住人口: the name has it no more
    net = one.quote.file.text.find("净增", one.quote.start, one.span.start) >= 0
    return new or net or _BALANCE.search(name) is not None


def taken_off(part: Statement, total: Statement) -> bool:
    """Whether a part is told as what is lost of a total of gains: 亏损企业亏损2.1亿元."""
    money = part.quantity.unit.kind == "money"
    return money and _LOST.search(part.head) is not None and _LOST.search(total.head) is None
