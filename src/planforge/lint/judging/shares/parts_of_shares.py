"""The figure that a share is said of: right before it, behind a bracket or a change, or handed to it by 分别."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.relations import positive
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.printed import words_before, words_between
from planforge.lint.judging.shares.after_lists import whole_of_years
from planforge.lint.judging.sums.division import left_bracket
from planforge.patterns import expression

_CHANGED = r"(?:[，,](?:同比|[比较](?:上年末?|20\d\d年))?(?:增长|下降|增加|减少)\d[\d.]*[%％])?"
_ORIGIN = r"(?:[由从](?:19|20)\d\d年[末底]?的?)?"
"""占比由2020年的68.5%提高到72%."""
_JOINT = expression(rf"[^，,；;。]{{0,12}}{_CHANGED}[，,]?(?:其?占|相当于)[^，,；;。\d]{{0,20}}{_ORIGIN}")
_ANOTHER = expression("、(?!其|大?约|仅|均|各|分别|合计|已)(?P<of>[^占、，,]{2,8}?)(?:所|共|约|仅)?占")
"""产业项目78个、投资占比62%: the share is of what is named behind the mark, which is not what was counted."""
_BRACKET = expression("[（(][^（）()]*[）)]")


def value_of_whole(share: Statement, told: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """Return total and part where the value of the total stands before the share: 占预算收入102.4亿元的66.7%.

    What stands between, as 比上年3.1亿元增收0.4亿元, is neither.
    """
    reached = [one for one in told[:-1] if not (one.adds or _is_base(one)) and _counts(one, told[-1], share)]
    if not reached or reached[-1].position.sentence != share.position.sentence:
        return None
    total = told[-1]
    part = _measured_by(total, [one for one in reached if one.position == reached[-1].position], share)
    if part is None:
        return None
    between = total.span.file.text[total.span.end : share.span.start] if total.span.file is share.span.file else ""
    words = total.span.file.text[part.span.end : total.span.start] if between else ""
    part = (whole_of_years(part, told, words) if part.parent is not None else None) or part
    return (total, part) if _OF_WHOLE.search(words) and _ITS.fullmatch("".join(between.split())) else None


def _measured_by(total: Statement, reached: Sequence[Statement], share: Statement) -> Statement | None:
    """Return which of the figures before a total is its part: that of its name or unit, not any beside it.

    改造小区428个，惠及居民5.6万户，完成目标任务720个的59.4%. Where two may be meant and neither gives the share, None.
    """
    fitting = [one for one in reached if one.quantity.unit.comparable(total.quantity.unit)]
    same = (one for one in fitting if one.quantity.unit.name == total.quantity.unit.name)
    own = [one for one in same if one.indicator and share.head.startswith(f"{one.indicator}占")]
    if own:
        return own[-1]
    named = [one for one in fitting if one.indicator and one.indicator == total.indicator]
    if named or not fitting:
        return named[-1] if named else None
    alike = [one for one in fitting if one.quantity.unit.name == total.quantity.unit.name] or fitting
    either = (alike[-1], fitting[-1])
    if either[0] is either[1] or not positive(total.interval, *(one.interval for one in either)):
        return fitting[-1]
    gives = (one for one in either if share.interval.meets(one.interval.ratio_to(total.interval).scaled(100)))
    return next(gives, None)


def _counts(one: Statement, total: Statement, share: Statement) -> bool:
    """Whether a figure has the years of a share, and is a yearly mean only where the total is one."""
    if (one.flow is Flow.PER_YEAR) != (total.flow is Flow.PER_YEAR):
        return False
    if one.years is None or share.years is None or one.flow is not Flow.FLOW:
        return one.years == share.years
    return one.years.last == share.years.last


def _is_base(one: Statement) -> bool:
    return _THAN.search(words_before(one, _BEFORE)) is not None


_THAN = expression("[比较][^，,；;。]{0,12}$")
_BEFORE = 20
_OF_WHOLE = expression("占|(?:完成|为|达到?)[^，,；;。]{0,8}(?:目标|任务|计划|预算)")
_ITS = expression(r"[^，,；;。占]{1,4}的(?:约|近)?(?:\d[\d.]*[%％][和、及与])*")


def part_of(share: Statement, name: str, told: Sequence[Statement]) -> Statement | None:
    """Return the figure that a share is said of: the one right before it, or of several the one 分别 hands it to.

    Figures in brackets that are closed before it are not: 325件（其中无照210件），占9%.
    """
    same = (one for one in told if one.position.sentence == share.position.sentence)
    here = [one for one in same if one.span.file is share.span.file and not left_bracket(one, share)]
    if not here:
        return None
    if "分别" not in here[-1].span.file.text[here[-1].span.end : share.span.start]:
        return here[-1] if leads_to(here[-1], share) else None
    return next((one for one in here if name and one.indicator == name), None)


def leads_to(part: Statement, share: Statement) -> bool:
    """Whether a share is said of the figure right before it: 158家，占…的37%."""
    if part.span.file is not share.span.file or part.position.sentence != share.position.sentence:
        return False
    between = _BRACKET.sub("", words_between(part, share))
    another = _ANOTHER.search(between) if "、" in between else None
    if another is not None and not part.head.endswith(another["of"]):
        return False
    unit, mark, again = between.partition("，" + part.head)  # 城镇人口228万人，城镇人口占…
    return _JOINT.fullmatch(unit + mark[:1] + again if part.head else between) is not None
