"""Words that only say that something was aimed at or reached, and the years of what was aimed at."""

from __future__ import annotations

from planforge.facts.names.trimming import QUOTES, unquoted
from planforge.facts.passage import PassageReader
from planforge.facts.times.years_meant import Years, five_year_plan, horizon
from planforge.facts.topic import Around
from planforge.patterns import expression

_AIM = expression("目标|规划值")
_AIM_OF_NAME = expression(
    "(?<=[率重例值额量速幅度能数])目标值?(?:由|从|设定|确定|调整|维持|保持|定|是|为|到|至|在|[:：（(])*(?:不[低高少超][于过])?$"
)
_AIM_RESET = expression("目标值?(?:由|从)[^，。；]*(?:调整|提高|下调|上调|降低|提升|加快)(?:到|至|为)$")
_AIMS = ("目标", "目标值", "目标任务", "任务")
_BRACKETS = ("（", "(", "[", "【")
_PLAN = expression("(?P<ordinal>十[一二三四五六])五")
_OF_PLAN = expression("规划|纲要|终期|期末")
_TELLS = expression(
    "[，,；;：:。、]?(?:其中|目前|当前|现|已|将|仅|均|约|至|到|保持|稳定在|控制在|实际|实绩|累计|达到?|完成|实现|提高|增加|下降|降低|为|是|值|数"
    "|(?:“?十[一二三四五六]五”?)?(?:规划|纲要|计划|预期|设定|确定|提出|要求|原定|省定|市定|下达|考核|年度|终期|中期|期末)*(?:的|中)?目标(?:任务)?值?|规划值?|现状值?|基期值?|年底|末|年末|预计|分别)*"
)
_OF_TELLING = frozenset(_TELLS.pattern + QUOTES)
"""Most words before a figure have a character that no word of these has."""
LONGEST_NAME = 34


def only_tells(region: str) -> bool:
    """Whether words say nothing but that something was aimed at or reached."""
    return _OF_TELLING.issuperset(region) and _TELLS.fullmatch(unquoted(region)) is not None


def is_aim_of_plan(reader: PassageReader, around: Around) -> bool:
    """Whether the words right before a figure say no more than that it is aimed at: 《纲要》目标为不低于82万吨."""
    begin, at = max(around.start, around.figure.start - LONGEST_NAME), around.figure.number_at[0]
    clause = max(reader.clause, at - 2 * LONGEST_NAME)
    if _AIM.search(reader.words, min(begin, clause), at) is None:
        return is_bracketed_aim(reader, around)  # most figures are no aims
    if _AIM.search(around.region) is not None and only_tells(around.region):
        return True
    if _AIM_OF_NAME.search(reader.words, begin, at) or _AIM_RESET.search(reader.words, clause, at):
        return True
    return is_bracketed_aim(reader, around)


def is_bracketed_aim(reader: PassageReader, around: Around) -> bool:
    """Whether a figure stands alone in a bracket right behind 目标 or 任务."""
    start = around.figure.start
    if not reader.words.startswith(_BRACKETS, start - 1) or not reader.words.endswith(_AIMS, 0, start - 1):
        return False
    bracket = reader.clauses.bracket_around(start)
    return bracket is not None and bracket[0] + 1 == start


def years_of_aim(reader: PassageReader, around: Around, years: Years | None) -> Years | None:
    """Return the years of an aim: those its clause says, else of a plan's aim the year that its aims are for.

    A yearly rate is that of all years of the plan.
    """
    aimed = _end_of_aim(reader, around, years)
    yearly = around.grown is not None and around.grown.yearly_words and aimed is not None and aimed.single
    first = reader.situation.period.previous
    whole = yearly and aimed is not None and aimed.last == horizon(reader.situation.period) and first is not None
    return Years(first + 1, aimed.last) if whole and first is not None and aimed is not None else aimed


def _end_of_aim(reader: PassageReader, around: Around, years: Years | None) -> Years | None:
    begin = reader.clauses.bracket_around(around.figure.start) if is_bracketed_aim(reader, around) else None
    clause, at = reader.clauses.clause_start(begin[0] if begin else around.figure.start), around.figure.start
    named = [one for one in reader.moments if clause <= one.start and one.end <= at]
    words = reader.words[clause : reader.clauses.clause_end(around.figure.end)]
    if (plan := _PLAN.search(words)) is not None and (run := five_year_plan(plan["ordinal"])) is not None:
        return Years(run.last, run.last)  # 完成“十四五”规划1.1%的目标
    end = horizon(reader.situation.period)
    by_name = reader.situation.period.end is None and _AIM_OF_NAME.search(reader.words, clause, at) is not None
    return Years(end, end) if end is not None and (_OF_PLAN.search(words) or by_name) and not named else years
