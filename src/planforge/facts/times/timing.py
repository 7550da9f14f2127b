"""Which of the times of a passage a figure belongs to, and what it is compared with.

The order of anchors: same clause, same sentence, a time that opened the passage, then the role of the chapter and the
horizon of the plan. Only what the passage itself says counts as explicit.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.times.milestones import milestone
from planforge.facts.times.time import Moment
from planforge.facts.times.told_then import is_told_then
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.clauses import Clauses
from planforge.patterns import expression
from planforge.plan.model import Period
from planforge.records import record

_NOW = expression("目前|当前|现阶段")
"""A sentence with one of these speaks of now, whatever years the sentences before it look ahead to."""
_MEAN_RATE = expression("[，,]?(?:全[市省县区国])?[^，。；、\\d]{0,16}?(?:年均|年平均)(?:增|递增|提高|下降|降低)")
"""“十三五”期间年均增长5%: the run of years is that of the mean rate, not of the figures after it."""
_LOOKED_AT = 40
_FURTHEST_PART = 600
"""A time behind 其中 is that of no figure further away; the bound keeps any text linear to read."""
_LONGEST_GLOSS = 6
"""Characters beside a time in brackets told of what follows: （2022年末数据）; longer ones say something else."""
_DIGIT = expression(r"\d")
_FIGURE_ENDS = expression(r"\d[万亿]?[^，。；、\d年月日（）]{1,3}$")
_LONGEST_FIGURE = 8
_ONLY_COMPARED = expression("(?:但|而|且)?[与同和比较]?[年末底同期]*相?比较?")


@record(frozen=True, slots=True)
class Anchor:
    """A time for a figure; `explicit` when the passage says it, `carried` when another sentence of it did.

    `until` when it is a deadline (到2025年), up to which a flow adds up; `origin` when it is that of the beginning of
    a change (由2015年的…); `soft` when carried from words like 五年来; `own` when handed out to this figure of a row.
    """

    years: Years | None
    explicit: bool = False
    carried: bool = False
    until: bool = False
    origin: bool = False
    soft: bool = False
    own: bool = False


def anchor(moments: Sequence[Moment], clauses: Clauses, at: int, last_figure: int, period: Period) -> Anchor:
    """Return the time that the figure at `at` stands under; `last_figure` is where the figure before it ended."""
    sentence, clause = whole_sentence(clauses, at), clauses.clause_start(at)
    before = [
        moment
        for moment in moments
        if not moment.base and moment.end <= at and not (moment.origin and moment.end <= max(last_figure, clause))
        if not (moment.end <= last_figure and _of_a_mean(moment, clauses.text))
        if moment.stage or not (_aside(moment, clauses, at) or _explains(moment, clauses, at))
    ]
    near = [moment for moment in before if moment.start >= sentence]
    if near:
        return Anchor(near[-1].years, explicit=not near[-1].soft, until=near[-1].until, origin=near[-1].origin)
    carried = [one for one in before if one.lead and (one.stage or one.years.last in (period.baseline, period.end))]
    if carried and _NOW.search(clauses.text, sentence, at) is not None:
        carried = [moment for moment in carried if moment.years.last <= (period.baseline or moment.years.last)]
    opening = milestone(before, clauses, sentence, at, period)
    if opening is not None and not opening.stage:
        return Anchor(opening.years, carried=True, until=opening.until)
    if carried:
        return Anchor(
            carried[-1].years,
            explicit=not carried[-1].soft,
            carried=True,
            until=carried[-1].until,
            soft=carried[-1].soft,
        )
    opened = _still_told_of(before, clauses, sentence, at) if period.baseline else None
    return Anchor(None) if opened is None else Anchor(opened.years, carried=True)


def _still_told_of(before: Sequence[Moment], clauses: Clauses, sentence: int, at: int) -> Moment | None:
    """Return the past year that the sentences before told of as a bulletin does: 2019年末…，比上年增长5%。…."""
    last = before[-1] if before else None
    if last is None or not last.lead or last.soft or not last.years.single:
        return None
    if last.until and not clauses.text.startswith(_BY, last.start - 2):
        return None
    if at - last.end > _FURTHEST_PART or _AHEAD.search(clauses.text, sentence, at) is not None:
        return None
    told = _YEAR_ON_YEAR.search(clauses.text, last.end, at) is not None
    return last if told else None


_BY = ("截至", "截止")
_YEAR_ON_YEAR = expression("同比|[比较与](?:上年|去年)")
_AHEAD = expression("目前|当前|现阶段|力争|预计|计划|目标|确保|争取|未来|规划|今后|将")


def _aside(moment: Moment, clauses: Clauses, at: int) -> bool:
    """Whether a time is of a part only: in a closed bracket of figures or words, or behind 其中 before a semicolon."""
    text, bracket = clauses.text, clauses.bracket_around(moment.start)
    if bracket is not None and bracket[1] <= at:
        figures = _DIGIT.search(text, moment.end, min(bracket[1], moment.end + _LOOKED_AT)) is not None
        if _FIGURE_ENDS.search(text, max(0, bracket[0] - _LONGEST_FIGURE), bracket[0]) is not None:
            return True  # 最高达到153.8万人次（2019年），: of that figure alone
        return figures or bracket[1] - bracket[0] > moment.end - moment.start + _LONGEST_GLOSS
    if not text.endswith("其中", 0, moment.start):
        return False
    return at - moment.end > _FURTHEST_PART or text.find("；", moment.end, at) >= 0


def _explains(moment: Moment, clauses: Clauses, at: int) -> bool:
    """Whether a time stands in a clause before that says why: 增长48.7%，主要是上年基数较低；企业所得税…."""
    if moment.lead or clauses.clause_end(moment.end) >= at:
        return False
    clause = max(clauses.clause_start(moment.start), moment.start - _LONGEST_REASON)
    if clause == clauses.sentence_start(moment.start):
        return False
    return (
        _REASON.match(clauses.text, clause, moment.start) is not None
        or _LEVEL_BEFORE.match(clauses.text, moment.end) is not None
        or is_told_then(clauses.text, clause, at)
    )


_LONGEST_REASON = 40
_REASON = expression(
    "[^，。；\\d]{0,12}?(?:主要(?:原因)?(?:是|为|系|在于|因|由于|受)|原因(?:是|为|系|在于)|由于|[一二三四]是)|[因受]"
)
_LEVEL_BEFORE = expression("[^，。；\\d]{0,12}?(?:基数|基期)[^，。；\\d]{0,6}[，。；）]")


def _of_a_mean(moment: Moment, text: str) -> bool:
    """Whether a run of years says over which the mean rate right behind it is."""
    averaged = not moment.years.single and not moment.lead and _MEAN_RATE.match(text, moment.end) is not None
    return averaged or text.endswith("平均", moment.start, moment.end)


def whole_sentence(clauses: Clauses, at: int) -> int:
    """Return where the sentence of `at` begins, or the one before it when it only tells parts (其中，…)."""
    sentence = clauses.sentence_start(at)
    return clauses.sentence_start(sentence - 1) if sentence and clauses.text.startswith("其中", sentence) else sentence


def base_of(moments: Sequence[Moment], clauses: Clauses, at: int) -> Moment | None:
    """Return what the figure at `at` is compared with, if its clause or the one before it says so."""
    clause = clauses.clause_start(at)
    sentence = clauses.sentence_start(at)
    bases = [moment for moment in moments if moment.base and sentence <= moment.start and moment.end <= at]
    if not bases:
        return None
    between = clauses.text[bases[-1].end : clause]
    valued = not clauses.text.endswith(_EQUALLED, 0, bases[-1].start) and _WITH_VALUE.fullmatch(between) is not None
    near = bases[-1].start >= clause or between.strip("，, ") == "" or valued
    return bases[-1] if near or _alone(bases[-1], clauses) else None


_EQUALLED = ("到", "至", "于", "为", "是")
"""恢复到2019年的95%, 相当于2015年的150%: no value of then."""
_WITH_VALUE = expression(r"[年末底期]*(?:（[^（）]{1,24}）)?的?\d[\d.]*[^，。；\d倍]{1,6}(?:相?比较?)?[，,]")
"""与2010年（普查数据）的1340万人相比，增加72万人; 对比2015年86家，增加132家."""


def _alone(base: Moment, clauses: Clauses) -> bool:
    """Whether a base has a clause of its own, so that it holds for its whole sentence: 与2015年相比，…；…."""
    start, end = clauses.clause_start(base.start), clauses.clause_end(base.end)
    words = clauses.text[start : base.start] + clauses.text[base.end : end]
    return _ONLY_COMPARED.fullmatch(words) is not None


def default_years(period: Period, *, target: bool, flow: bool, yearly: bool) -> Years | None:
    """Return the time of a figure that names none: the plan's horizon, or the last year or whole of the past period."""
    if target:
        if period.end is None:
            return None
        whole = yearly or (flow and period.stage)
        return Years(period.start, period.end) if whole and period.start else Years(period.end, period.end)
    if period.baseline is None:
        return None
    if (flow or yearly) and period.previous is not None:
        return Years(period.previous + 1, period.baseline)
    return Years(period.baseline, period.baseline)
