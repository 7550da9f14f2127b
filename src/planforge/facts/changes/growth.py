"""Growth wording: what a percentage, a 倍 or a 番 says about the end divided by the base.

是…的k倍 means end/base = k, 增长k倍 means 1 + k, 增长x% means 1 + x/100, 翻N番 means 2 to the N; 增长到 and 增至 give
a level and are no growth at all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from planforge.facts.figures.interval import Interval, exactly
from planforge.facts.figures.precision import Comparator, Written
from planforge.facts.figures.quantity import Form, Quantity
from planforge.patterns import expression
from planforge.records import record


class Kind(Enum):
    """What a statement states; the values are those of the JSON contract."""

    LEVEL = "level"
    GROWTH_TOTAL = "growth_total"
    GROWTH_ANNUAL = "growth_annual"
    MULTIPLE = "multiple"
    DOUBLING = "doubling"
    INCREMENT = "increment"
    SHARE = "share"
    RANK = "rank"

    def __init__(self, word: str) -> None:
        self.is_change = word in {"growth_total", "growth_annual", "multiple", "doubling"}
        """Whether it compares an end with a base."""
        self.is_amount = word in {"level", "increment"}
        """Whether it is what there is of something, or what was added to it: no rate, share or place."""
        self.is_state = word in {"level", "share"}
        """Whether it is what there is at some time."""


@record(frozen=True, slots=True)
class Growth:
    """The wording of a change: its kind, where the wording begins, and how the figure becomes end/base.

    `settled` when it goes on with a change whose kind is known.
    """

    kind: Kind
    start: int
    falls: bool = False
    adds: bool = False
    yearly_words: bool = False
    settled: bool = False


_FILL = (
    r"(?:[“”]|分别|高?达到|高?达|仅为|仅|只有|为|约|保持在|稳定在|保持|控制在|维持在|均|至少|超过|不低于|不少于"
    r"|了|在|力争|实现|目标值?(?:由|从|维持|设定)?|幅度|速度|率|将|左右|近|就|是|预计|要)*"
)
_YEARLY = (
    r"(?:年均|[两二三四五六七八九十]年平均|(?<![多常历往])年平均|平均每年|每年平均|每年|年度"
    r"|(?<![上去本今当同半全多常历往\d一二两三四五六七八九十])年)"
)
_RISE = (
    "(?:增长|增产|增收|加快|回升|递增|增速|增幅|增加|提高|提升|上升|扩大|增|上涨|偏[多高]"
    "|升值|上浮|上调|涨幅|升|高出|恶化)"
)
_FALL = (
    r"(?:下降|递减|降低|减低|减少|偏[少低]|降幅|下跌|回落|压减|缩减|削减|缩短|压缩|精简"
    r"|减排|减产|减收|贬值|下滑|改善|好转|放缓|收窄|缩小|负增长|(?<![审核])减|降)"
)
_NO_END = "(?!(?<=[降高升加少低])为)"
"""下降为2.67% tells where a value fell to."""
_ANNUAL = expression(rf"{_YEARLY}(?:的|复合|实际|总体|分别|名义)*(?:(?P<fall>{_FALL})|{_RISE}){_NO_END}{_FILL}$")
_SPEED = expression(
    rf"(?:自然|同口径|可比|名义)?(?:增速|增幅|(?<!自然)增长率|增长速度|递增|涨幅|(?P<fall>降幅|减幅|跌幅)){_FILL}$"
)
_OPENS_AS_MEAN = expression("[，,]?平均")
"""从2015年的1.71万亿元增长至2019年的2.95万亿元，平均增幅14.6%."""
_TOTAL = expression(
    r"(?:同比|环比|累计|总计|共|实际|名义|再|约"
    r"|大幅|小幅|略|略有|明显|显著|较快|平均|持续|自然|(?:按(?:\d{4}年)?)?(?:可比|不变|现行|当年)价格?(?:计算)?|可比|同口径|按?现价(?:计算)?)*"
    rf"(?:(?P<fall>{_FALL})|(?P<rise>(?!增长率){_RISE})){_NO_END}{_FILL}$"
)
_ADDED = expression(
    r"(?:提高|增加|增长|(?<!改造)(?<!精准)(?<!质量)提升|上升|前移|跃升|前进|攀升|回升|扩大|净增|增产|增收|增支|偏[多高]|(?:比|较)(?:年初|(?:20\d\d|上|去)年[年末底]{0,2})(?:同期)?新增加?|(?:比|较|同比)[^，。；]{0,14}(?:多(?:增|[\u4e00-\u9fff]{2})?|高)"
    r"|(?:高出|高于|超出|多于|[好优快]于)[^，。；]{0,12}(?:平均水平|平均|水平|目标值?|计划|要求)(?:（[^（）]{1,16}）)?|超(?:年度|全年|规划|预定|原定|预期|[“\"]?十[一二三四五六七八]?五[”\"]?(?:时期|期间)?)*(?:规划|计划|任务|目标)(?:目标|任务|指标)?|(?:决算数)?大于(?:年初|调整)?预算数?"
    r"|(?P<fall>(?:决算数)?小于(?:年初|调整)?预算数?|(?:低于|少于|慢于)[^，。；]{0,12}(?:平均水平|平均|水平|目标值?|计划|要求)(?:（[^（）]{1,16}）)?|减少|偏[少低]|下降|后移|后退|下滑|降低|减低|回落|缩短|缩小|收窄|压减|削减|净减|减产|减收|减支|(?:比|较|同比)[^，。；]{0,14}(?:少(?:增|[\u4e00-\u9fff]{2})?|低)))(?:了|约|近|超过|至少)?$"
)
_ENDS_OF_ADDED = frozenset("高加长升移进大增产收支多平均划务算数少低降退滑落短小窄减了约近过标值求）")
"""What each of these words ends with, but 比上年多征收 and 比上年少签约."""
# 压减经费8.7%, 上调标准5%: the verb before its object.
_LED = expression(
    r"^[，、]?(?:再|又|将|已)?(?:(?P<fall>压减|压缩|削减|核减|缩减|下调)|上调|提高|提升)(?![^，]*(?:[到至达率]|比重|占比))[^，。；\d]{2,14}$"
)
_GAP = expression("(?:差距|差异|差)(?:[^，。；、\\d]{0,4}(?:到|至|在|为))$")
"""城镇化率差距缩小至14个百分点: how many points there are, not how many more."""
_EQUALS = expression(r"(?:是|为|相当于|达到?|超过|增长到|增至|扩大到|提高到|增加到)[^，。；]{0,16}的?$")
_LED_BY_VERB = expression(
    rf"(?:(?:以|按照?|实现|保持|取得|维持|继续保持|完成)[了在]?(?P<yearly>{_YEARLY})?|(?P<mean>年均|平均每年))(?:约|近|超|超过|不低于|高达)?$"
)
_BEHIND = expression(
    r"(?:以上|左右)?(?:[和、及与]\d[\d.]*[%％])?的(?:年均|同比|较[快高]|高|中高|平均|正(?=增长))?"
    r"(?:(?P<rate>增速|增幅|涨幅|增长率|(?:增长)?(?:速度|比例)|(?P<fall>降幅|降速))(?P<each>[逐每]年)?|增长)"
)
"""以6.5%的增速扩大, 实现6.5%的增长: the wording stands on both sides."""
TO_MANY_YEARS = expression("[比较与](?:多年|常年|历年|往年)")
"""比多年平均值偏少2%: less than the mean of many years, not of one."""
_MEAN = expression("年均(?:约|近|超过)?$")
_GROWTH_BEHIND = expression("的(?!(?:增长)?速度)(?P<of>[\u4e00-\u9fff]{2,8}?)(?:增长|增速|增幅|(?P<fall>降幅|下降))")
_YEAR_ON_YEAR = expression(r"(?:同比|环比|比上年|较上年|比去年|较去年|上年同期)")


_EVERY_YEAR = expression("[，,、；]?(?:力争|确保|保持)?每年(?!度)")
"""每年到位资金增长10%以上."""
_ASIDE = expression("(?<=[长加降少跌涨升落])（[^（）]*）$")
"""增长（以下如无特别说明，均为同比名义增长）8.0%."""


def wording(text: str, clause_start: int, quantity: Quantity) -> Growth | None:
    """Return the growth that the words before a figure speak of, or None when the figure is a level."""
    left = text[clause_start : quantity.start]
    if left.endswith("）"):
        left = _ASIDE.sub("", left)
    if quantity.form is Form.DOUBLINGS:
        return Growth(Kind.DOUBLING, quantity.start)
    if quantity.form is Form.TIMES:
        return _multiple(left, clause_start, quantity)
    if quantity.form in (Form.AMOUNT, Form.BARE):
        return _added(left, clause_start)
    if quantity.form not in (Form.PERCENT, Form.POINTS):
        return None
    found = _percentage(left, clause_start, quantity)
    return _around(text, left, clause_start, quantity) if found is None else found


def _around(text: str, left: str, offset: int, quantity: Quantity) -> Growth | None:
    """以6.5%的增速扩大, 保持年均6.5%的增长: a verb before the percentage, the change behind it; 年均6%的经济增长."""
    if _MEAN.search(left) and (behind := growth_behind(text, quantity.end)) is not None:
        return Growth(Kind.GROWTH_ANNUAL, quantity.start, behind["fall"] is not None, yearly_words=True)
    behind = _BEHIND.match(text, quantity.end)
    verb = _LED_BY_VERB.search(left) if behind is not None else None
    if behind is None or verb is None:
        return None
    yearly = bool(verb["yearly"] or verb["mean"] or behind["each"])
    kind = Kind.GROWTH_ANNUAL if yearly or behind["rate"] else Kind.GROWTH_TOTAL
    total = kind is Kind.GROWTH_TOTAL
    return Growth(kind, offset + verb.start(), bool(behind["fall"]), adds=total, yearly_words=yearly)


def _added(left: str, offset: int) -> Growth | None:
    """提高1岁, 增加31户: an amount more or less, no level."""
    may_end = left[-1:] in _ENDS_OF_ADDED or "多" in left or "少" in left
    match = _ADDED.search(left) if may_end else None
    return Growth(Kind.INCREMENT, offset + match.start(), bool(match["fall"]), adds=True) if match else None


def _multiple(left: str, offset: int, quantity: Quantity) -> Growth:
    if match := _EQUALS.search(left):
        return Growth(Kind.MULTIPLE, offset + match.start())
    if match := _TOTAL.search(left):
        return Growth(Kind.GROWTH_TOTAL, offset + match.start(), bool(match["fall"]), adds=True)
    return Growth(Kind.MULTIPLE, quantity.start)


def _percentage(left: str, offset: int, quantity: Quantity) -> Growth | None:
    if quantity.form is Form.POINTS and _GAP.search(left):
        return None
    if quantity.form is Form.POINTS:
        match = _TOTAL.search(left)
        start = offset + match.start() if match else quantity.start
        return Growth(Kind.INCREMENT, start, bool(match and match["fall"]), adds=True)
    if match := _ANNUAL.search(left):
        return Growth(Kind.GROWTH_ANNUAL, offset + match.start(), bool(match["fall"]), yearly_words=True)
    if match := _SPEED.search(left):
        mean = _OPENS_AS_MEAN.fullmatch(left, 0, match.start()) is not None
        return Growth(Kind.GROWTH_ANNUAL, offset + match.start(), bool(match["fall"]), yearly_words=mean)
    if match := _LED.search(left):
        return Growth(Kind.GROWTH_TOTAL, quantity.start, bool(match["fall"]), adds=True)
    if match := _TOTAL.search(left):
        if _EVERY_YEAR.match(left) is not None:
            return Growth(Kind.GROWTH_ANNUAL, offset + match.start(), bool(match["fall"]), yearly_words=True)
        yearly = _YEAR_ON_YEAR.search(left) is not None
        kind = Kind.GROWTH_ANNUAL if yearly else Kind.GROWTH_TOTAL
        return Growth(kind, offset + match.start(), bool(match["fall"]), adds=True)
    return None


def growth_behind(text: str, at: int) -> re.Match[str] | None:
    """Return what grows where the words stand behind the rate: 年均2.1%的能源消费增长."""
    return _GROWTH_BEHIND.match(text, at)


def rate_interval(quantity: Quantity, *, falls: bool = False) -> Interval:
    """Return a percentage as the rates it admits (26.4 % → 0.2635 … 0.265), negative for a fall."""
    rate = quantity.interval.scaled(Fraction(1, 1000 if quantity.unit.name == "‰" else 100))
    if not falls:
        return rate
    low = None if rate.high is None else -rate.high
    high = None if rate.low is None else -rate.low
    return Interval(low, high, rate.high_open, rate.low_open)


def ratio_interval(kind: Kind, quantity: Quantity, *, falls: bool, adds: bool) -> Interval:
    """Return end/base as a statement of total growth, a multiple or doublings claims it."""
    if kind is Kind.DOUBLING:
        return _doublings(quantity.written, quantity.comparator)
    if quantity.form is Form.TIMES:
        return quantity.interval.shifted(1) if adds else quantity.interval
    return rate_interval(quantity, falls=falls).shifted(1)


def _doublings(written: Written, comparator: Comparator) -> Interval:
    ratio = Fraction(Decimal(2) ** (Decimal(written.value.numerator) / written.value.denominator))
    return Interval(ratio, None) if comparator.one_sided else exactly(ratio)
