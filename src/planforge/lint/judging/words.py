"""How figures, times and places are called in the messages of the rules on figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.quantity import Quantity
from planforge.facts.linking import Subject
from planforge.facts.statement import Source, Statement, figure_words
from planforge.source.place import Span


def line_name(words: str) -> str:
    """Return the name of a row or column in “ ”, those inside it as ‘ ’: “‘十四五’投资（亿元）”."""
    return f"“{words.translate(_INNER_MARKS)}”"


_INNER_MARKS = str.maketrans("“”", "‘’")


def subject_name(subject: Subject) -> str:
    """Return an indicator with its tier and scope: 省级专业技术创新中心."""
    return f"{subject.scope}{subject.tier}{subject.indicator}"


def told(statement: Statement) -> str:
    """Return the user's own name for what a statement counts, with its tier where the name is not one itself."""
    head = statement.head or statement.indicator
    named = not statement.tier or statement.tier[:1] in head[:2] or head in _TIERS
    return head if named else statement.tier + head


_TIERS = frozenset(
    f"{area}级" for area in ("国家", "省", "自治区", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "乡镇")
)


def where(statement: Statement) -> str:
    """Return what a reader calls the place of a statement: 正文, 表1, 台账, 专栏."""
    if statement.label:
        return statement.label
    return {Source.PROSE: "正文", Source.BOX: "专栏", Source.TABLE: "表中", Source.LEDGER: "台账"}[statement.source]


def shown(statement: Statement) -> str:
    """Return the figure of a statement in one fashion: 165家, 230家以上, 26.4%."""
    return figure_words(statement.quantity)


def dated(statement: Statement) -> str:
    """Return a figure with its year, where it has one: 2020年158家."""
    return f"{statement.years}年{shown(statement)}" if statement.years else shown(statement)


def related(statements: Iterable[Statement]) -> tuple[tuple[Span, str], ...]:
    """Return the places of statements, each with a word on what stands there."""
    return tuple((one.span, f"{where(one)}：{told(one)}{_changed(one)}{shown(one)}") for one in statements)


def related_cells(where: str, places: Iterable[Span], figures: Iterable[Quantity]) -> tuple[tuple[Span, str], ...]:
    """Return the places of the cells of a table whose figures are added up, each with what stands there."""
    return tuple((place, f"{where}：{one.literal}") for place, one in zip(places, figures, strict=True))


def _changed(one: Statement) -> str:
    """Return the word for a rise or fall, so that 增加12.6万吨 is not taken for how much there is."""
    if one.kind in (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL):
        return "下降" if one.falls else "增长"
    return ("减少" if one.falls else "增加") if one.adds else ""


def decimal(value: Fraction | Decimal, places: int) -> str:
    """Return a number with so many digits behind the point, half rounded up."""
    number = value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)
    return str(number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def plain(value: Fraction) -> str:
    """Return a number without needless zeros."""
    text = decimal(value, 4)
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounds_of_sum(total: Interval, size: int = 1) -> str:
    """Return what a sum or difference is, in units of `size` (万: 10000): 51, 1300—1301.5, 100以上."""
    middle = total.scaled(Fraction(1, size))
    if middle.low is None or middle.high is None or middle.exact:
        return bounds(middle)
    return f"{plain(middle.low)}—{plain(middle.high)}"


def added(parts: Sequence[Quantity], total: Interval, size: int = 1) -> str:
    """Return a sum as it is told: 20.5＋11.2＝31.7（各数舍入后为31.6—31.9）, in units of `size`."""
    sums = "＋".join(part.literal for part in parts)
    return f"{sums}＝{exactly_and_rounded(sum((part.written.value for part in parts), Fraction(0)), total, size)}"


def exactly_and_rounded(exact: Fraction, total: Interval, size: int = 1, unit: str = "") -> str:
    """Return what figures give as they are printed and what rounding leaves open: 31.7（各数舍入后为31.6—31.9）."""
    rounded = bounds_of_sum(total, size) + unit
    if total.low is None or total.high is None or total.exact or not total.low <= exact <= total.high:
        return rounded
    return f"{plain(exact / size)}{unit}（各数舍入后为{rounded}）"


def percent(value: Fraction | Decimal, places: int) -> str:
    """Return a fraction as a percentage."""
    return f"{decimal(value * 100, places)}%"


def percent_bounds(rate: Interval, places: int) -> str:
    """Return the percentages that a printed rate stands for: 26.35%—26.50%."""
    if rate.low is None or rate.high is None:
        bound = rate.high if rate.low is None else rate.low
        return percent(bound or Fraction(0), places) + ("以下" if rate.low is None else "以上")
    return "—".join(dict.fromkeys(percent(end, places) for end in (rate.low, rate.high)))


def bounds(interval: Interval) -> str:
    """Return an interval of plain numbers."""
    if interval.low is None or interval.high is None:
        bound = interval.high if interval.low is None else interval.low
        return plain(bound or Fraction(0)) + ("以下" if interval.low is None else "以上")
    return plain(interval.low) if interval.exact else f"{plain(interval.low)}—{plain(interval.high)}"
