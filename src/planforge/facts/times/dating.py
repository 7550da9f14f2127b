"""The years of a figure of prose: those it stands under, made to fit what sort of statement it is."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.changes.kinds import ends_a_change
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Flow, Role
from planforge.facts.times.added_up import years_added_up
from planforge.facts.times.mean_years import MEAN_OF_YEARS, SUMMED_YEARS, averaged_over, count_in, since_base
from planforge.facts.times.runs_of_years import is_done, run_going_on
from planforge.facts.times.season_words import WHOLE_YEAR
from planforge.facts.times.sums_going_on import opens_with_a_sum, years_of_share
from planforge.facts.times.timing import Anchor, default_years
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression

_ENDS = (Kind.GROWTH_TOTAL, Kind.MULTIPLE, Kind.DOUBLING)
"""Changes whose time is that of their end; a yearly rate has the years it is the rate of."""
_ALWAYS_AT_THE_END = (Kind.SHARE, Kind.RANK)
_PER_YEAR = expression("年均|平均|每年|累计")
_MEAN_OF_SUM = expression("[，,]?(?:平均)?(?:每年|年均)(?:平均)?[\u4e00-\u9fff]{0,2}")


def years_of(reader: PassageReader, around: Around, found: Anchor, kind: Kind, role: Role, flow: Flow) -> Years | None:
    """Return the years of a figure: a state at the end of a run of years, a sum over them, a mean rate over all."""
    if (of_sum := _of_a_sum(reader, around, kind)) is not None:
        return of_sum
    years = _years(reader, around, found, kind, role, flow)
    if years is None:
        return None
    if flow is Flow.PER_YEAR and (since := since_base(reader, around)) is not None:
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
    ended = kind in _ALWAYS_AT_THE_END or (kind.is_state and (carried or ends_a_change(reader, around)))
    if ended and flow is Flow.STOCK and not years.single and not _is_of_all(reader, around):
        return Years(years.last, years.last)
    if kind in _ENDS or (kind is Kind.INCREMENT and around.grown is not None):
        return Years(years.last, years.last)
    if kind.is_amount and years.single and (count := count_in(SUMMED_YEARS, reader, around)):
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
    if averaged and years is not None and (count := count_in(MEAN_OF_YEARS, reader, around)):
        return Years(years.last - count + 1, years.last)
    return averaged_over(reader, around, years) if averaged and years is not None and years.single else years


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
