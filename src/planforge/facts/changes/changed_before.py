"""Which of the figures before a change speaks of: the last, or of several the one that 分别 hands it to."""

from __future__ import annotations

from planforge.facts.aims.plan_shares import PLAN_SHARE, is_planned, last_named
from planforge.facts.changes.kinds import compared_value
from planforge.facts.changes.measured_beside import named_apart
from planforge.facts.changes.points_of import points_of
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow, Role, Statement
from planforge.patterns import expression

_DIGIT = expression(r"\d")
_RATE = r"\d[\d.]*(?:[%％]|个?百分点|个(?=[、和及与]))"
_SINCE = '[比较](?:20\\d\\d年|上年|去年|年初|[“"]?十[一二三四五六七八]?五[”"]?)[年末底同期]*'
_ROW = expression(
    rf"[，,]?(?:同比|分别|均|年均|实际|名义|{_SINCE})*(?:增长|下降|提高|上升){_RATE}(?:[和及与、]{_RATE})+"
)
"""甲、乙分别达到a、b，增长c和d: as many changes as there are figures before."""


_ROW_OF_TIMES = expression(r"[，,]?(?:分别)?(?:是|为|相当于|达到)[^，。；]{2,16}的?\d[\d.]*倍(?:[和及与、]\d[\d.]*倍)+")
"""收入a亿元，支出b亿元，是2015年的1.3倍和1.5倍."""


def changed_before(reader: PassageReader, figure: Quantity, same: list[Statement]) -> Statement | None:
    """Return what a change speaks of: the last figure; 分别 hands changes out to several in order."""
    stated = [one for one in same if not one.kind.is_change and not one.adds and not one.indicator.endswith(PLAN_SHARE)]
    while len(stated) > 1 and (_is_compared_with(reader, stated[-1]) or restates(reader, stated[-1].quantity)):
        stated.pop()  # 1.2万亿元，较2019年的8500亿元增长40%
    if len(stated) > 1 and stated[-1].flow is Flow.PER_YEAR and stated[-2].indicator == stated[-1].indicator:
        stated.pop()  # 总投资4050亿元，年均810亿元，是“十三五”的2.7倍
    if len(stated) > 1 and _is_share_of(stated[-1], stated[-2]) and figure.form is Form.PERCENT:
        stated.pop()  # 经费投入46.8亿元，占GDP比重2.52%，年均增长14.6%
    levels = named_apart(reader, stated)
    begin = reader.clauses.clause_start(figure.start)
    apart = reader.words.rfind("分别", begin, figure.start)
    clause = reader.words[begin : reader.clauses.clause_end(figure.end)]
    if apart < 0 and (_ROW.fullmatch(clause) or _ROW_OF_TIMES.fullmatch(clause)):
        apart = begin
    if apart >= 0 and figure.form is Form.POINTS:
        levels = [one for one in levels if one.quantity.form is Form.PERCENT] or levels
    last = same[-1] if same else None
    if apart >= 0 and not levels and not _OTHERS.search(reader.words, apart, figure.start):
        levels = last_named(one for one in same if one.quantity.start < apart)  # 甲增长a，乙增长b，分别快于…c和d
    if apart < 0 and (told := points_of(reader, figure, same)) is not None:
        return told
    if apart < 0 or not levels:
        own = last is not None and last.kind.is_change and last.parent is None
        return last if own or not levels else whole_of_list(reader, levels) or levels[-1]
    given = sum(1 for one in same if (one.kind.is_change or one.adds) and one.quantity.start > apart)
    count = given + reader.left_in_clause(figure)
    if len(levels) > count and levels[-1].indicator.startswith(_MEANS):
        measured = [one for one in levels if not one.indicator.startswith(_MEANS)]
        levels = measured if len(measured) == count else levels
    return levels[given - count] if len(levels) >= count else levels[-1]


_MEANS = ("人均", "户均", "亩均", "平均", "单位面积")
"""接待甲万人次，收入乙亿元，人均花费丙元，分别是2020年的a倍和b倍: of what was counted, not of its mean."""


def _is_compared_with(reader: PassageReader, one: Statement) -> bool:
    """Whether a level is what a change is reckoned from, that of another year or the mean of many, or what was planned.

    完成年初预算207380万元的54.2%，比上年同期133191万元减收20745万元
    """
    return (
        is_planned(reader, one.quantity)
        or (one.role is Role.BASELINE and one.years is None)
        or compared_value(reader, one.quantity) is not None
    )


def restates(reader: PassageReader, figure: Quantity) -> bool:
    """Whether a level says another way what the one before does: 地表水资源量21.5亿立方米，折合年径流深150.5毫米."""
    clause = reader.clauses.clause_start(figure.start)
    return reader.words.startswith(_RESTATES, clause)


_RESTATES = ("折合", "约合", "折算")


def _is_share_of(share: Statement, amount: Statement) -> bool:
    shared = amount.indicator and share.indicator.startswith(f"{amount.indicator}占")
    return bool(shared) and share.quantity.form is Form.PERCENT and amount.quantity.form is Form.AMOUNT


_OTHERS = expression("(?:于|比|出)[^，。；\\d]{1,8}[、和与及][^，。；\\d]{1,10}$")
"""分别高于全国、全省2.5个和1.1个百分点: two others, one thing."""


def whole_of_list(reader: PassageReader, levels: list[Statement]) -> Statement | None:
    """89个，其中国家级2个、省级31个，较2015年增加52个: the change behind a list of parts is that of the whole."""
    whole = levels[-1].parent
    if whole is None or len(levels) < 2 or levels[-2].parent is not whole:
        return None
    between = reader.words[levels[-2].quantity.end : levels[-1].quantity.start]
    return whole if between.startswith("、") and not _DIGIT.search(between) else None  # no 甲a亿元、增长b%，乙c亿元
