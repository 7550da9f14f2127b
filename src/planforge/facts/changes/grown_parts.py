"""Bare percentages behind the growth of a whole: 收入年均增长8.5%，其中城镇7.5%、农村9.5% tells how the parts grow."""

from __future__ import annotations

from fractions import Fraction

from planforge.facts.changes.growth import Growth, Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.patterns import expression

_NAMED = expression(
    r"(?:以上|左右|以内)?(?P<begins>[，,；;]?其中[，,：:]?|[（(])?[、，,；;和及与]?"
    r"(?P<name>[^，。；、：（）\d]{2,22}?)(?:分别)?(?:为|达到?)?"
)
_NO_GROWTH = expression("[占率比]|以[上下]|不[低高超]|目标|[高低快慢]于")
"""城镇化率60%, 优质稻占60%: what is told so does not grow."""
_CAN_GROW = expression(
    "(?:业|税|投资|[进出]口(?:额|总额)?|收入|支出|消费|增加值|产值|销售额|零售额|[产用耗电销货客运存贷]+量|居民|企业|经济|地区|部)$"
)
_FIGURE = expression(r"(?P<number>[-－—]?\d[\d.]{0,8})[%％]")
_SENTENCE_PART = expression("[；。]")
_SECTORS = ("一产", "二产", "三产")
_ALL = 100


def growth_of_part(reader: PassageReader, figure: Quantity) -> Growth | None:
    """Return the growth that a bare percentage tells, where 其中 or a bracket divides what grew before it."""
    last = reader.done[-1] if reader.done else None
    if figure.form is not Form.PERCENT or last is None or not is_rate(last):
        return None
    told = _NAMED.fullmatch(reader.words, last.quantity.end, figure.start)
    if told is None or (told["begins"] is None and whole_of_growth(reader, figure) is None):
        return None
    if not _grows(reader, last, told["name"]) or _are_shares(reader, figure, told.start("name")):
        return None
    averaged = last.years is not None and not last.years.single
    falls = last.falls and figure.written.value > 0
    return Growth(last.kind, figure.start, falls, last.adds, averaged, settled=True)


def is_rate(one: Statement) -> bool:
    """Whether a statement tells the rate of a change as a percentage."""
    return one.kind in (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL) and one.quantity.form is Form.PERCENT


def _grows(reader: PassageReader, last: Statement, name: str) -> bool:
    """Whether a name is a part of what grew, or something that can grow itself."""
    if _NO_GROWTH.search(name) is not None:
        return False
    part = name in table("phrases")["parts"] or name in _SECTORS or _CAN_GROW.search(name) is not None
    return part or name[-_SHARED_END:] == last.indicator[-_SHARED_END:]


_SHARED_END = 2


def _are_shares(reader: PassageReader, figure: Quantity, start: int) -> bool:
    """Whether the percentages of a list are all of a whole."""
    end = _SENTENCE_PART.search(reader.words, figure.end, figure.end + _LONGEST_LIST)
    stop = end.start() if end is not None else figure.end + _LONGEST_LIST
    numbers = [each["number"] for each in _FIGURE.finditer(reader.words, start, stop)]
    return len(numbers) > 1 and sum((Fraction(one) for one in numbers if one[0].isdigit()), Fraction(0)) == _ALL


_LONGEST_LIST = 120


def whole_of_growth(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return the growth that 其中, or the bracket around a figure, divides, where only growth is told since."""
    sentence = reader.clauses.sentence_start(figure.start)
    bracket = reader.clauses.bracket_around(figure.start)
    begins = bracket[0] if bracket is not None else reader.words.rfind("其中", sentence, figure.start)
    same = reader.same_sentence(figure)
    before = [one for one in same if one.quantity.end <= begins]
    since = same[len(before) :]
    if begins < 0 or not before or not is_rate(before[-1]) or not all(is_rate(one) for one in since):
        return None
    return before[-1]


def named_like_whole(reader: PassageReader, figure: Quantity, part: str) -> Name | None:
    """Return the name of a part that grows, with what is measured of its whole: 城镇居民人均可支配收入."""
    if part not in table("phrases")["parts"] and not part.endswith(_RESIDENTS):
        return None
    whole = whole_of_growth(reader, figure)
    if whole is None or not whole.indicator:
        return None
    longer = part.removesuffix(_RESIDENTS) if whole.indicator.startswith(_RESIDENTS) else part
    name = reader.situation.table.resolve(longer + whole.indicator)
    return name if name.known and not whole.scope else Name(whole.indicator, whole.tier, part, whole.known)


_RESIDENTS = "居民"
