"""The years of a figure of prose: those it stands under, made to fit what sort of statement it is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from planforge.facts.changes.growth import Kind
from planforge.facts.changes.kinds import ends_a_change
from planforge.facts.figures.listed import quantities
from planforge.facts.figures.numbers import chinese
from planforge.facts.figures.quantity import Quantity
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Flow, Role
from planforge.facts.times.added_up import years_added_up
from planforge.facts.times.runs_of_years import is_done, run_going_on, run_of_mean
from planforge.facts.times.season_words import WHOLE_YEAR
from planforge.facts.times.sums_going_on import opens_with_a_sum, years_of_share
from planforge.facts.times.time import Moment
from planforge.facts.times.timing import Anchor, default_years
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression

_DIGIT = expression(r"\d")
_STATES = (Kind.LEVEL, Kind.SHARE)
_ENDS = (Kind.GROWTH_TOTAL, Kind.MULTIPLE, Kind.DOUBLING)
"""Changes whose time is that of their end; a yearly rate has the years it is the rate of."""
_ALWAYS_AT_THE_END = (Kind.SHARE, Kind.RANK)
_PER_YEAR = expression("年均|平均|每年|累计")
_MEAN_OF_SUM = expression("[，,]?(?:平均)?(?:每年|年均)(?:平均)?[\u4e00-\u9fff]{0,2}")
_SO_MANY = "(?<![第个十\\d])(?P<n>[二两三四五六七八九十]|[2-9]|1\\d)年"
_MEAN_OF_YEARS = expression(_SO_MANY + "(?:来|间)?(?:年均|平均每年|年平均)")
_SUMMED_YEARS = expression(
    _SO_MANY + "(?:(?:来|间)?(?:累计|合计|总计|共)"
    "|(?=城镇新增|新增|规划投|计划投|完成|投资|投入|引进|实施|改造|新建|建设|收储|实际|签约|[\u4e00-\u9fff]{2,8}投资))"
)


def years_of(reader: PassageReader, around: Around, found: Anchor, kind: Kind, role: Role, flow: Flow) -> Years | None:
    """Return the years of a figure: a state at the end of a run of years, a sum over them, a mean rate over all."""
    if (of_sum := _of_a_sum(reader, around, kind)) is not None:
        return of_sum
    years = _years(reader, around, found, kind, role, flow)
    if years is None:
        return None
    if flow is Flow.PER_YEAR and (since := _since_base(reader, around)) is not None:
        return Years(since + 1, years.last)
    if flow is Flow.PER_YEAR and years.single and _MEAN_OF_SUM.fullmatch(around.region) and reader.done:
        summed = reader.done[-1]  # 五年累计培训500万人次，平均每年100万人次
        return summed.years if summed.flow is Flow.FLOW and summed.years else years
    if (
        not found.own
        and reader.done
        and reader.done[-1].kind is kind
        and reader.words[around.start : around.figure.start] in JOINERS
    ):
        return reader.done[-1].years  # 分别达4.7万元和2.5万元
    # “十三五”期间…。建成区面积42平方公里
    carried = found.soft or (found.carried and around.figure.unit.kind != "money")
    if found.soft and role is Role.ACTUAL:
        carried = not is_done(reader, around)  # 五年来…。建成安置房1200套
    ended = kind in _ALWAYS_AT_THE_END or (kind in _STATES and (carried or ends_a_change(reader, around)))
    if ended and flow is Flow.STOCK and not years.single and not _is_of_all(reader, around):
        return Years(years.last, years.last)
    if kind in _ENDS or (kind is Kind.INCREMENT and around.grown is not None):
        return Years(years.last, years.last)
    if kind.is_amount and years.single and (count := _count_in(_SUMMED_YEARS, reader, around)):
        return Years(years.last - count + 1, years.last)
    return years


def _of_a_sum(reader: PassageReader, around: Around, kind: Kind) -> Years | None:
    """Return the years that a figure adds up, or that of the sum it is the share of, None for other figures."""
    if told := years_added_up(reader, around):
        return Years(*(pick(one.years.last for one in told if one.years) for pick in (min, max)))
    return years_of_share(reader, around) if kind is Kind.SHARE else None


def over_years_told(reader: PassageReader, around: Around, found: Anchor) -> Anchor:
    """Return the run of years that a sentence opens with for a sum behind another year.

    “十三五”期间，零售总额2020年达98.6亿元；进出口总额累计完成46.8亿元.
    """
    at, clause = around.figure.start, reader.clause
    if found.years is None or not found.years.single or "累计" not in reader.words[around.start : at]:
        return found
    if any(clause <= one.start and one.end <= at for one in reader.moments):
        return found
    sentence = reader.clauses.sentence_start(at)
    runs = (one for one in reader.moments if sentence <= one.start < at and one.lead and not one.years.single)
    run = next(runs, None)
    held = run is not None and run.years.first <= found.years.first <= run.years.last
    return replace(found, years=run.years) if run is not None and held else found


def _is_of_all(reader: PassageReader, around: Around) -> bool:
    """Whether a figure is that of all years of a run, and no state at its end."""
    yearly = _PER_YEAR.search(reader.words, around.start, around.figure.start) is not None
    return yearly or _adds_up(reader, around)


def _adds_up(reader: PassageReader, around: Around) -> bool:
    """Whether a total adds up over the years that its clause begins with: 从1978年到2011年，回国人员总数达81万人."""
    sentence, at = reader.sentence, around.figure.number_at[0]
    runs = (one for one in reader.moments if sentence <= one.start and one.end <= at and not one.years.single)
    from_to = any(reader.words.endswith("从", 0, one.start) for one in runs)
    return from_to and _TOTAL.search(reader.words, around.start, at) is not None


_TOTAL = expression("(?:总数|总量|总额|共|合计)(?:已)?(?:达到?|为|超过)?$")


def _years(reader: PassageReader, around: Around, found: Anchor, kind: Kind, role: Role, flow: Flow) -> Years | None:
    period, target = reader.situation.period, role is Role.TARGET
    averaged = kind is Kind.GROWTH_ANNUAL and around.grown is not None and around.grown.yearly_words
    years = found.years
    last = reader.done[-1] if reader.done else None
    if years is None and flow is Flow.PER_YEAR and last is not None and last.flow is Flow.FLOW and last.years:
        years = None if last.years.single else last.years  # 三年新增10.5万人，年均新增3.5万人
    if years is None and target and period.end is None and period.baseline:
        in_year = period.season or _BY_ITS_END.search(around.region) is not None
        years = (
            Years(period.baseline, period.baseline) if in_year else None
        )  # 力争全年增长15%, in a report on three quarters
    if years is None and flow is Flow.FLOW and (not target or opens_with_a_sum(reader)):
        years = run_going_on(reader, around)
    if years is None:
        summed = flow is not Flow.STOCK and not (flow is Flow.FLOW and _of_one_year(reader, around))
        years = default_years(period, target=target, flow=summed, yearly=averaged or flow is Flow.PER_YEAR)
    elif averaged and years.single:
        whole = default_years(period, target=target, flow=False, yearly=True)
        years = whole if whole is not None and years.last == whole.last else years
    elif flow is not Flow.STOCK and found.carried and role is Role.ACTUAL and years.single:
        years = default_years(period, target=False, flow=True, yearly=False)
    if averaged and years is not None and (count := _count_in(_MEAN_OF_YEARS, reader, around)):
        return Years(years.last - count + 1, years.last)
    return _averaged_over(reader, around, years) if averaged and years is not None and years.single else years


_BY_ITS_END = expression("全年|年底|年内|年末")


def _of_one_year(reader: PassageReader, around: Around) -> bool:
    """Whether a sum is that of the last year, as the growth behind it says: 完成投资57.4亿元，同比增长29.8%."""
    whole_year = WHOLE_YEAR in around.region or _THEN_YEARLY.match(reader.words, around.figure.end) is not None
    return whole_year or (
        _THEN_GROWN.match(reader.words, around.figure.end) is not None and _SEVERAL.search(around.region) is None
    )


_THEN_GROWN = expression(r"[，、（(](?:增长|下降)\d[\d.]*[%％]")
_SEVERAL = expression("累计|共|[二两三四五六七八九十]年")
_THEN_YEARLY = expression(
    r"[，,（(](?:为|占|完成)(?:年初|年度|全年|本年度?)(?:预算|计划)|"
    r"[，,（(](?:按[^，。；]{1,10}计算[，,])?(?:同比|[比较](?:上年|去年)(?:同期)?)(?:名义|实际)?(?:增长|下降|减少|增加|提高)[^，。；\d]{0,3}\d"
)


def each_its_year(reader: PassageReader, figure: Quantity, found: Anchor) -> Anchor:
    """Hand out times as figures: 2030年、2035年…分别达到25%和30%，…分别为5%和8%，新增80家和90家."""
    times = reader.moments
    if not times or (len(times) == 1 and (times[0].years.single or "分别" not in reader.words)):
        return found
    start, end = reader.clause, reader.clauses.clause_end(figure.end)
    apart = max(start, reader.words.rfind("分别", start, figure.start))
    named = _named_in_a_row(reader, reader.sentence, figure.start)
    named = named or _years_of_a_run(reader, apart, end)
    told = len(named) > 1 and not any(
        one.start >= max(start, named[-1].end) and one.end <= end for one in reader.moments
    )
    if not told or (apart == start and named[-1].end > start):
        return found
    figures = list(quantities(reader.words[max(apart, named[-1].end) : end]))
    given = len({one.quantity.start for one in reader.done if one.quantity.start > max(apart, named[-1].end)})
    return replace(found, years=named[given].years, own=True) if len(figures) == len(named) > given else found


_IN_EACH = expression("各(?![省市县区旗乡镇村级类项部地方界种])|(?<![人平年月日户亩])[均都](?!衡|等|匀|价|市)")


def other_years(reader: PassageReader, figure: Quantity, years: Years | None) -> list[Years]:
    """Return the further years that a figure holds for: 2024年和2025年各新建12所."""
    if len(reader.moments) < 2:
        return []
    row = _named_in_a_row(reader, reader.sentence, figure.start)
    if not row or row[-1].years != years or _IN_EACH.search(reader.words, row[-1].end, figure.start) is None:
        return []
    return [one.years for one in row[:-1]]


def _named_in_a_row(reader: PassageReader, start: int, end: int) -> list[Moment]:
    """Return the years that are named one after another (2024年、2025年和2026年) in [start, end), the last such row."""
    row: list[Moment] = []
    for one in reader.moments:
        if one.base or one.start < start or one.end > end:
            continue
        goes_on = row and reader.words[row[-1].end : one.start] in JOINERS
        row = [*row, one] if goes_on else row if len(row) > 1 else [one]
    return row if len(row) > 1 else []


def _years_of_a_run(reader: PassageReader, apart: int, end: int) -> list[Moment]:
    """Return each year of a run for which values are told with nothing between: 2018—2020年分别为56、63、71亿元."""
    run = next((one for one in reversed(reader.moments) if one.end <= apart), None)
    if run is None or run.base or run.years.single:
        return []
    if _DIGIT.search(reader.words, run.end, apart) or reader.clauses.sentence_start(apart) > run.start:
        return []
    years = range(run.years.first, run.years.last + 1)
    if sum(reader.words.count(joiner, apart, end) for joiner in JOINERS) < len(years) - 1:
        return []  # too few to stand between so many values; to read figures takes longer
    figures = list(quantities(reader.words[apart:end]))
    bare = all(reader.words[apart + one.end : apart + two.start] in JOINERS for one, two in pairwise(figures))
    return [replace(run, years=Years(year, year)) for year in years] if bare and len(figures) == len(years) else []


def _averaged_over(reader: PassageReader, around: Around, years: Years) -> Years:
    """Return the years that a mean rate is over where the document has no period: “十三五”时期…年均增长7%."""
    before = [one for one in reader.moments if one.end <= around.figure.start]
    sentence = reader.sentence
    began = (one for one in reversed(before) if one.origin and one.start >= sentence and one.years.last < years.last)
    if (origin := next(began, None)) is not None:
        return Years(origin.years.last + 1, years.last)
    if (first := _first_of_two(reader, years)) is not None:
        return Years(first + 1, years.last)
    runs = (one.years for one in reversed(before) if not one.years.single and one.years.last == years.last)
    return next(runs, None) or run_of_mean(reader, around, years)


def _since_base(reader: PassageReader, around: Around) -> int | None:
    """Return from when on a mean of what was added is: 比2012年增加9486人，年均增加1054人."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is None or last.kind is not Kind.INCREMENT or not last.adds:
        return None
    return last.base_year if last.position.sentence == reader.sentence else None


def _first_of_two(reader: PassageReader, years: Years) -> int | None:
    """Return the first year of 1978年常住人口110万人，2009年达到190万人，年平均增长1.8%."""
    if len(reader.done) < 2:
        return None
    base, end = reader.done[-2:]
    same = base.indicator == end.indicator and base.scope == end.scope and base.position == end.position
    if not same or base.years is None or end.years != years or not base.years.single or base.kind is not end.kind:
        return None
    return base.years.last if base.kind in _STATES and base.years.last < years.last else None


def _count_in(pattern: re.Pattern[str], reader: PassageReader, around: Around) -> int:
    """Return over how many years a figure says to be (五年累计完成投资320亿元, 三年年均增长7%), else 0."""
    if reader.words.find("年", around.start, around.figure.start) < 0:
        return 0
    said = pattern.search(reader.words, around.start, around.figure.start)
    if said is None:
        return 0
    return int(said["n"]) if said["n"].isdigit() else int(chinese(said["n"]) or 0)
