"""From which year a change is reckoned: said of it, of another change of its sentence, or understood."""

from __future__ import annotations

from planforge.facts.changes.growth import TO_MANY_YEARS, Kind
from planforge.facts.changes.kinds import began_at
from planforge.facts.figures.quantity import Form
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Role
from planforge.facts.times.time import TIMES_FOLLOW, Moment
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression
from planforge.plan.model import Period

_FIVE = 5


def _ends_a_plan(period: Period) -> bool:
    return period.baseline is not None and period.baseline % _FIVE == 0


def origin_years(reader: PassageReader, around: Around, year_before: Years | None = None) -> Years | None:
    """Return the years that a change begins in, said of it or of another change of its sentence before.

    `year_before` is the one before that which is told of, where 上年 is not that of the document.
    """
    sentence = reader.sentence
    before = (one for one in reversed(reader.moments) if sentence <= one.start and one.end <= around.figure.start)
    compared = (one for one in before if not (one.base and _of_times(reader.words, one.end)))
    began = next((one for one in compared if one.origin or (one.base and one.years.single)), None)
    if began is None:
        return _first_of_run(reader, sentence, around.figure.start)
    if not began.previous and not reader.words.startswith(_YEAR_BEFORE, began.start):
        return began.years
    said = (one for one in reversed(reader.moments) if sentence <= one.start < began.start and not one.base)
    year = next((one.years.last for one in said if one.years.single), None)
    if year is None:
        return year_before or began.years
    return Years(year - 1, year - 1)  # 2020年…比上年增加…，赤字率从2.8%提至3.6%


def _first_of_run(reader: PassageReader, sentence: int, end: int) -> Years | None:
    """Return the first year of 从2012年到2021年，规模从11亿元增长到45亿元, the one before of 五年来…从11亿元."""
    named = [one for one in reader.moments if one.end <= end and not one.base]
    for one in named:
        if sentence <= one.start and not one.years.single:
            if _RUNS.search(reader.words, one.start, one.end):
                return Years(one.years.first, one.years.first)
            return _before(one)
    last = named[-1] if named else None
    return _before(last) if last is not None and last.lead else None


def _before(run: Moment) -> Years | None:
    """Return the year before those that a review looks back on: 五年来."""
    soft = run.soft and not run.years.single
    return Years(run.years.first - 1, run.years.first - 1) if soft else None


_YEAR_BEFORE = ("上年", "去年", "上一年")
"""2017年…由上年的2.72下降为2.71."""
_RUNS = expression(r"\d\D{1,3}\d")


def _of_times(words: str, at: int) -> bool:
    """Whether a year is that of a multiple (是2010年的2.6倍), which is another figure's base."""
    return TIMES_FOLLOW.match(words, at) is not None


def base_year_of(
    reader: PassageReader,
    around: Around,
    base: Moment | None,
    kind: Kind,
    role: Role,
    years: Years | None,
    found: Anchor,
) -> int | None:
    """Return the year that a change is reckoned from, said or understood."""
    period = reader.situation.period
    if kind is Kind.INCREMENT and base is None and (began := began_at(reader, around.figure)) is not None:
        return began.years.last if began.years is not None else None
    if base is None and role is Role.TARGET and _points_to_an_end(reader, around, kind, years):
        return period.baseline
    if not kind.is_change and (kind not in (Kind.INCREMENT, Kind.SHARE) or base is None):
        return None
    if kind is Kind.MULTIPLE and base is None and began_at(reader, around.figure) is None:
        return None  # 是全国平均水平的1.5倍
    if base is None and TO_MANY_YEARS.search(around.region) is not None:
        return None
    if base is not None:
        return years.last - 1 if base.previous and years is not None and years.single else base.years.last
    if kind is Kind.GROWTH_ANNUAL:
        return None if years is None else years.first - 1
    began = began_at(reader, around.figure)
    if began is not None and began.years is not None:
        return began.years.last
    return _base_understood(reader.situation.period, kind, role, years, found)


def _base_understood(period: Period, kind: Kind, role: Role, years: Years | None, found: Anchor) -> int | None:
    """Return the year from which a change over several years is reckoned, where nothing says it."""
    since = None if found.years is None or found.years.single else found.years.first - 1
    if role is not Role.TARGET and period.previous is None and since is not None:
        return since  # 这五年…增长2.5倍
    if role is Role.BASELINE or (role is Role.TARGET and since is not None and period.end is None):
        return since  # “十三五”时期由4.7万亿元增加到7.8万亿元，增长66%
    if kind is Kind.GROWTH_TOTAL and role is not Role.TARGET and period.previous is None and _ends_a_plan(period):
        return (period.baseline or 0) - _FIVE  # 能耗累计下降17%, at the end of a five-year plan
    fulfilled = years is not None and period.baseline is not None and years.last <= period.baseline
    return period.baseline if role is Role.TARGET and not fulfilled else period.previous


def _points_to_an_end(reader: PassageReader, around: Around, kind: Kind, years: Years | None) -> bool:
    """Whether points lead up to the aim of a plan: 到2025年，占比提高3.7个百分点，达到10%."""
    points = kind is Kind.INCREMENT and around.figure.form is Form.POINTS and around.grown is not None
    ends = years is not None and years.single and years.last == reader.situation.period.end
    return points and ends and _TO_AN_END.match(reader.words, around.figure.end) is not None


_TO_AN_END = expression("(?:以上|左右)?[，,](?:力争|预计)?(?:达到?|提高到|提升到)")


def years_since(base: Moment | None, years: Years | None) -> Years | None:
    """Return the years that a mean rate is over, from the base on that is named: 比2010年…，年均增长10%."""
    if base is None or base.previous or years is None or base.years.last >= years.last:
        return years
    return Years(base.years.last + 1, years.last)
