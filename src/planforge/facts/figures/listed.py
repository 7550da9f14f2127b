"""Figures in a row: a unit that only the last one writes, a bound that is said once for all.

2.16和1.66个百分点 are two figures of points; of 分别超过2%、5% both are bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.facts.figures.aim_words import without_comparison
from planforge.facts.figures.named_figures import belongs_to_name
from planforge.facts.figures.precision import Approximation, Comparator
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.scanning import FORMS, figures_of
from planforge.facts.figures.sector_ratios import with_sector_shares
from planforge.patterns import expression

_JOINED = expression("[、和与及]|以及")
_LONGEST_JOINER = 2
_EACH_BOUND = expression("分别[^，。；、\\d]{0,8}$")
_LENDING = (Form.PERCENT, Form.POINTS, Form.AMOUNT, Form.TIMES)
_FROM = expression(r"[由从](?:(?:(?:19|20)\d\d年|上年|去年)(?:同期|[底末])?的?)?$")
_BECOMES = expression(r"[^，。；\d]{1,4}?(?:到|至|为)(?:(?:19|20)\d\d年[底末]?的?)?")
_MOVES = expression("(?:提高|上升|提升|增加|下降|降低|回落|减少|扩大|缩小)了?$")
_COUNTED_POINTS = "个"
"""1.74个、3.22个、4.0个百分点: the first ones are short for points."""


def quantities(text: str) -> list[Quantity]:
    """Return the figures of a reading from left to right, with what those beside them in a row say for them too."""
    figures = with_sector_shares(list(figures_of(text)), text)
    for at in range(len(figures) - 2, -1, -1):
        one, two = figures[at], figures[at + 1]
        if _joined(one, two, text) or _leads_to(one, two, text) or _compared_too(one, two, text):
            figures[at] = _with_unit_of(figures[at], figures[at + 1], text)
    _bound_all_that_are_kept_within(figures, text)
    figures = [without_comparison(_about(one, text), text) for one in figures]
    for at in range(1, len(figures)):
        before = figures[at - 1]
        if before.comparator.one_sided and _joined(before, figures[at], text) and _said_of_each(figures, at, text):
            figures[at] = _bounded(figures[at], before.comparator)
    stated: list[Quantity] = []
    for one in figures:
        if not belongs_to_name(one, text) or (stated and _done_too(stated[-1], one, text)):
            stated.append(one)
    return _all_crossed(stated, text)


def _done_too(before: Quantity, one: Quantity, text: str) -> bool:
    """Whether an amount goes on with a list of what was done: 完成9.4亿吨粗钢、3.6亿吨焦化改造.

    Of another measure only ways are built by their length: 建成10万亩高标准农田、300公里高速公路.
    """
    alike = before.unit.name == one.unit.name or (before.scale == one.scale == "亿" and before.unit.kind == "physical")
    plain = one.unit.named == "true" and before.low is None is one.low
    if not plain or _OBJECT_AND_NEXT.fullmatch(text, before.end, one.start) is None:
        return False
    long = before.unit.kind == "physical" and not _LENGTHS.isdisjoint(one.unit.classes)
    return alike or (long and _WAY.match(text, one.end) is not None)


_LENGTHS = frozenset(("length_km", "length_m"))
_WAY = expression(
    "的?[\u4e00-\u9fff]{0,6}(?:公路|铁路|道路|[管路渠]网|管[道线廊]|线路|渠道|堤防|河道|[绿步栈车]道|岸线)(?=[，。；、和及]|$)"
)
_OBJECT_AND_NEXT = expression("[\u4e00-\u9fff]{1,12}[、和]")


def _all_crossed(figures: list[Quantity], text: str) -> list[Quantity]:
    """Bound every threshold of a row as the first: 跨越1500亿元、2000亿元两个台阶."""
    for at in range(len(figures) - 1, 0, -1):
        if _THRESHOLDS.match(text, figures[at].end) is None:
            continue
        first = at
        while first and _joined(figures[first - 1], figures[first], text):
            first -= 1
        if figures[first].comparator is Comparator.GT:
            figures[first : at + 1] = [_bounded(one, Comparator.GT) for one in figures[first : at + 1]]
    return figures


_THRESHOLDS = expression("(?:[两三四]个)?(?:大?台阶|大关|关口|门槛)")


def _joined(one: Quantity, two: Quantity, text: str) -> bool:
    between = two.start - one.end
    return 0 < between <= _LONGEST_JOINER and _JOINED.fullmatch(text, one.end, two.start) is not None


def _about(one: Quantity, text: str) -> Quantity:
    """约占消费量的6%: the word stands before the share's whole."""
    before = max(0, one.start - _LONGEST_BOUND)
    at_least = one.comparator is Comparator.EQ and text.find("少", before, one.start) >= 0
    if at_least and _AT_LEAST.search(text, before, one.start) is not None:
        return replace(one, comparator=Comparator.GE)
    plain = one.comparator is Comparator.EQ and one.form is Form.PERCENT
    if plain and (bound := _BOUND_OF_A_SHARE.search(text, max(0, one.start - 20), one.start)) is not None:
        return replace(one, comparator=_BOUNDS[bound["bound"]])
    if one.comparator is Comparator.EQ and text.endswith(_ABOUT_AS_MUCH, before, one.start):
        return replace(one, comparator=Comparator.APPROX, approximation=Approximation.ABOUT)
    if not plain or _ABOUT_A_SHARE.search(text, max(0, one.start - 20), one.start) is None:
        return one
    return replace(one, comparator=Comparator.APPROX, approximation=Approximation.ABOUT)


_LONGEST_BOUND = 24
_AT_LEAST = expression(
    "(?:至少|不少于)(?:建成|建设|建有|设立|设置|配备|配置|培育|引进|拥有|新增|打造|创建|培养|开展|举办|组织)[^，。；、\\d]{2,14}$"
)
"""至少建成公共充电站2座."""
_BOUND_OF_A_SHARE = expression(
    "(?P<bound>不低于|不少于|超过|不超过|不高于)(?:全[省市县国])?[\u4e00-\u9fff]{2,10}(?:面积|总量|总数|总额|人口)的$"
)
_BOUNDS = {
    "不低于": Comparator.GE,
    "不少于": Comparator.GE,
    "超过": Comparator.GT,
    "不超过": Comparator.LE,
    "不高于": Comparator.LE,
}
"""面积不低于国土面积的26.3%."""
_ABOUT_AS_MUCH = ("约合", "约折合", "折合约")
"""人均生产总值约合8200美元: at the rate of some day."""
_ABOUT_A_SHARE = expression(r"约占[^，。；、\d]{0,16}$")


def _leads_to(one: Quantity, two: Quantity, text: str) -> bool:
    """Whether a change leads from one figure to the other: 由2015年的54下降到35微克/立方米."""
    if one.form is not Form.BARE:
        return False
    begins = _FROM.search(text, max(0, one.start - 10), one.start) is not None
    return begins and _BECOMES.fullmatch(text, one.end, two.start) is not None


def _compared_too(one: Quantity, two: Quantity, text: str) -> bool:
    """Whether both are points that one figure differs by from others: 高于全国0.9个、全省0.4个百分点."""
    return two.form is Form.POINTS and _AMONG_OTHERS.fullmatch(text, one.end, two.start) is not None


_AMONG_OTHERS = expression("[、和](?:全国|全省|全市|全区|全州)(?:平均)?(?:水平|增速)?")


def _bound_all_that_are_kept_within(figures: list[Quantity], text: str) -> None:
    """Bound every figure of a row whose last one says 以内: 分别控制在5%、3%以内."""
    for at in range(len(figures) - 2, -1, -1):
        last = figures[at + 1]
        if last.comparator in _CEILINGS and _joined(figures[at], last, text) and _kept(figures, at, text):
            figures[at] = _bounded(figures[at], last.comparator)


def _kept(figures: Sequence[Quantity], at: int, text: str) -> bool:
    while at and _joined(figures[at - 1], figures[at], text):
        at -= 1
    return _KEPT_WITHIN.search(text, max(0, figures[at].start - 10), figures[at].start) is not None


_CEILINGS = (Comparator.LE, Comparator.LT)
_KEPT_WITHIN = expression("分别(?:稳定|继续)?控制在$")


def _with_unit_of(one: Quantity, last: Quantity, text: str) -> Quantity:
    short = last.form is Form.POINTS and one.unit.name == _COUNTED_POINTS
    points = short and (one.written.decimals > 0 or _MOVES.search(text, max(0, one.start - 4), one.start) is not None)
    scaled = bool(one.scale) and one.scale == last.scale and not one.raw_unit and bool(last.raw_unit)
    if not points and not scaled and (one.form is not Form.BARE or one.scale or last.form not in _LENDING):
        return one  # 分别达到2.8亿、0.3亿千瓦: the unit comes once, the scale each time
    written = replace(one.written, counted=last.unit.counts, scale=last.written.scale)
    form = FORMS.get(last.unit.name, Form.AMOUNT)
    return replace(one, unit=last.unit, raw_unit=last.raw_unit, scale=last.scale, written=written, form=form)


def _said_of_each(figures: Sequence[Quantity], at: int, text: str) -> bool:
    """Whether the first figure of the row that ends at `at` stands behind 分别 and its bound before it."""
    first = at - 1
    while first and _joined(figures[first - 1], figures[first], text):
        first -= 1
    start = figures[first].start
    bound_before = figures[first].number_at[0] > start
    return bound_before and _EACH_BOUND.search(text, max(0, start - 10), start) is not None


def _bounded(figure: Quantity, comparator: Comparator) -> Quantity:
    plain = figure.comparator is Comparator.EQ and figure.approximation is Approximation.NONE
    return replace(figure, comparator=comparator) if plain else figure
