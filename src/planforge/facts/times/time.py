"""When a figure holds: years, five-year plans, 期间 and 末, 较…, 到…年, 近三年 in a text.

A `Moment` is a year or a run of years with the words that named it; which of them a figure belongs to is decided
by `timing`, which years its words mean by `years_meant`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from planforge.facts.figures.numbers import chinese
from planforge.facts.times.censuses import CENSUS, OF_CENSUS
from planforge.facts.times.season_words import SEASON
from planforge.facts.times.stages import is_of_stage
from planforge.facts.times.telling_which import tells_which
from planforge.facts.times.years_meant import Years, years_of_match
from planforge.patterns import expression
from planforge.plan.model import Period
from planforge.records import record


@record(frozen=True, slots=True)
class Moment:
    """A time named in a text at [start, end).

    `base` marks what a figure is compared with (较2015年, 是2015年的…倍), which is not the time of the figure;
    `until` a deadline (到2025年); `lead` a time that opens its sentence and so may hold for the ones after it;
    `origin` what a change starts from (由2015年的…提高到), the time of one figure only; `previous` the year before
    (比上年), whichever that is; `stage` the time of a stage of the work, which all that is told behind it is of.
    """

    start: int
    end: int
    years: Years
    base: bool = False
    until: bool = False
    lead: bool = False
    soft: bool = False
    origin: bool = False
    previous: bool = False
    stage: bool = False


_NUMERAL = "一二三四五六七八九十"
_MONTH = r"\d{1,2}月(?:底|末)?"
_MONTHS = rf"{_MONTH}(?:[-—–－~～至到]+{_MONTH})?"
_STARTS = '12“"「『十近过最这一二三四五六七八九两今未上去同年本明规计期第后'
"""What a time can begin with; nothing is tried elsewhere."""


@cache
def time_beginnings() -> re.Pattern[str]:
    """Return the pattern of one of these characters, where the next one can go with it."""
    return expression(
        rf"[{_STARTS}](?<=[12](?=\d)|[“\"「『](?=[十六七八九])|[{_NUMERAL}两](?=[{_NUMERAL}两年〇○零])|[近过最这](?=[{_NUMERAL}\d去近])"
        "|[今未上去明](?=[年后来一个世])|同(?=比|期(?<=[比较]同期))|年(?=初)|本(?=[年世])|[规计](?=划)|期(?=末)|后(?=[两二三四234])|第)"
    )


@cache
def time_pattern() -> re.Pattern[str]:
    """Return the pattern of the words that name a time."""
    return expression(
        rf"""
        (?=[{_STARTS}])(?:
        (?P<from>(?:19|20)\d\d)年?(?:[-—–－~～至到]+)(?P<to>(?:19|20)\d\d|\d\d)年
      | (?P<from2>(?:19|20)\d\d)(?:[-—–－~～]+|年{_MONTH}[-—–－~～至到]+|[/／](?=20\d\d{SEASON}))
        (?P<to2>(?:19|20)\d\d)(?!\d)
        (?:年(?:{_MONTH})?)?
      | (?P<listed>(?<!\d)(?:19|20)\d\d)(?=(?:[、和及与](?:19|20)\d\d){{1,9}}年)
      | (?P<year>(?:19|20)\d\d)年(?!代)(?P<year_tail>(?:以来|[以之][前后]|起|年底|年末|底|末|度|前|初
        |{_MONTHS})*){OF_CENSUS}?
      | [“"「『]?(?P<plan>十[一二三四五六七八]?|(?<=[“"「『])[六七八九](?=五[”"」』]))五[”"」』]?(?:规划|计划)?
        (?:(?P<plan_tail>期末|末期|时期末|末年|末|期间|时期|同期|以来|初期|初|前期|前[两二三四2-4]年|期|五年|阶段)
          |(?P<plan_of>(?<=[”"」』]))(?=[\u4e00-\u9fff]{{2,14}}?(?:累计|投资|投入)[^，。；\d]{{0,4}}\d)
          |(?=[，,：:]|[全我][市省县区州盟国旗]|年均|累计|共|完成|实际|增|的|提|下降|降|减|翻|新[增建改开]|开工|建成|预计
            |(?:计划|规划|估算)?(?:投资|投入)[^，。；\d]{{0,3}}\d))
      | (?:(?P<century>20|上个?|本)世纪)(?P<decade>[二三四五六七八九]十|[2-9]0)年代(?:[初中末后前]期?)?
      | (?:近|过去|最近|这)(?P<recent_n>[{_NUMERAL}\d]{{1,3}})年来?|(?P<recent_n2>[{_NUMERAL}两]{{1,3}})年(?:来|间|平均)
      | (?:^|(?<=[，。；：、\n\ ]))(?P<rest>后)(?P<rest_n>[两二三四234])年(?![级前后内])
      | (?P<coming>今后|未来)(?P<coming_n>[{_NUMERAL}\d]{{1,3}})年
      | (?P<relative>[上去]年同(?:期|月份?|季度?|日)|上年[末底]?|去年[末年底]?|同比|上一年度?|(?<=[比较])(?:年初|同期))
      | (?P<this>今年(?:以来|末|底|年底)?|本年度?)
      | (?P<next>明年)
      | (?P<chinese>[一二][〇○零九][〇○零一二三四五六七八九]{{2}})年
      | {CENSUS}
      | (?P<plan_end>规划期末|计划期末|(?<!”)期末)
      | (?P<plan_whole>(?:规划|计划)(?:期(?:间|内)|年限内)))
        """,
        re.VERBOSE,
    )


_GONE = expression("(?:刚刚?|即将|已经)?过去的$")
_LONGEST_OPENING = 8
_AND = frozenset({"、", "和", "与", "及"})
_NAMED = expression(r"[《〔\[（(](?:(?<=《)[^《》]*(?:《[^《》]*》[^《》]*)*》|(?<=[〔\[（(])(?:19|20)\d\d[〕\]）)])")
_COMPARED = expression(r"(?:比|较|相较于?|相比于?|与|同|比照|在|以)$")
_ABOVE = expression("(?:[高低快慢优好]于|超过|高出|低出)$")
_EQUATED = expression(r"(?:是|为|相当于|达到?|约为|超过)$")
TIMES_FOLLOW = expression(r"(?:年?底?末?期?)?的?(?:近|约|超过|超)?[\d.一二三四五六七八九十两]+(?:\.\d+)?(?:多|余)?倍")
_VALUE_TIMES = expression(
    r"[年底末]*的?\d[\d.]{0,12}[^\d，。；]{1,8}的(?:近|约|超过|超)?(?:\d[\d.]{0,8}|[一二三四五六七八九十两]{1,3})倍"
)
"""是2020年186家的2.5倍."""
AMOUNTS_TO = expression("(?:(?<!调整)(?<!优化)(?<!变化)(?<!转变)(?<!演变)为|是|达到)$")
"""为2019年的104.2%; but 调整为2025年的10.5% is what it became."""
BACK_TO = ("恢复到", "恢复至", "回升到", "相当于")
"""恢复到2019年的108.3% is no figure of 2019."""
_SHARE_FOLLOWS = expression(r"[年底末同期]*(?:水平)?的[\d.]+%")
_COMPARISON_FOLLOWS = expression(
    r"[年末底期同]*(?:决算数|执行数|实际数|同口径|可比口径)?(?:（[^（）]{1,24}）)?"
    r"[^，。；]{0,6}?(?:持平|相当|相比|比较|比[，,]|[^，。；]{0,6}基础上|翻|增|提|下降|降|减|高|低|扩|压|缩|多|少|快|慢|分别|累计|年均|平均"
    r"|上升|回升|攀升|跃升|回落|放缓|收窄|改善|好转|恶化|变化|[前后上下]移|实现|的)"
)
_THAN = ("比", "较", "于")
_SURELY_THAN = "较"
"""The last word of no name, as 比 is (药占比2020年为25%)."""
_CHANGE_BEHIND_VALUE = expression(
    r"[年末底期]*\d[\d.]{0,9}[^，。；\d]{1,6}[，,](?:净|共|累计|实际|同比|年均)?(?:增|减|提|下降|上升|升|降|扩|多|少|翻|高|低)"
)
"""对比2015年86家，增加132家."""
_UNTIL = expression(r"(?:(?:力争|争取|确保|努力|预计|截至|截止)(?:到|至)?|到|至)$")


def moments(text: str, period: Period) -> Iterator[Moment]:
    """Yield every time named in a reading, from left to right; those inside 《》 are skipped."""
    names = [match.span() for match in _NAMED.finditer(text)] if "《" in text or "〔" in text or "（" in text else []
    last: Moment | None = None
    for match in _named_times(text):
        if names and any(start <= match.start() < end for start, end in names):
            continue
        years = None if tells_which(text, match) else years_of_match(match, period) or _before(last, match)
        if last is not None and years is not None and match["recent_n"] and _counts(match["recent_n"], last.years):
            years = last.years  # 2019年—2023年，这5年
        if last is not None and match["recent_n2"] and match[0].endswith("平均"):
            years = _up_to(last, match["recent_n2"], text[last.end : match.start()]) or years
        if years is not None:
            moment = _moment(match, years, text)
            if last is not None and last.base and text[last.end : moment.start] in _AND:
                moment = replace(moment, base=True)  # 是1949年、1978年的…倍
            last = moment
            yield moment


def _named_times(text: str) -> Iterator[re.Match[str]]:
    """Yield what names a time; the pattern is tried only where two characters tell that one can begin."""
    begin_at, match, at = time_beginnings().search, time_pattern().match, 0
    while (begin := begin_at(text, at)) is not None:
        found = match(text, begin.start())
        at = found.end() if found is not None else begin.end()
        if found is not None:
            yield found


def _before(last: Moment | None, match: re.Match[str]) -> Years | None:
    """Return the year before the one named last, in a text of no known time: 2023年…比上年增长5%."""
    if not match["relative"] or last is None or last.base or not last.years.single:
        return None
    return Years(last.years.last - 1, last.years.last - 1)


def _up_to(last: Moment, count: str, between: str) -> Years | None:
    """Return the years of a mean that end with the year named last: 2021年、2022年…，两年平均增长6%."""
    number = int(count) if count.isdigit() else chinese(count.replace("两", "二"))
    if number is None or last.base or not last.years.single or "。" in between:
        return None
    return Years(last.years.last - int(number) + 1, last.years.last)


def _counts(number: str, run: Years) -> bool:
    return not run.single and (int(number) if number.isdigit() else chinese(number)) == run.last - run.first + 1


def _moment(match: re.Match[str], years: Years, text: str) -> Moment:
    start, before = _with_modifier(text, match.start())
    base = previous = _is_year_before(match, before)
    if _COMPARED.search(before) and (
        _COMPARISON_FOLLOWS.match(text, match.end())
        or (before.endswith(_THAN) and _CHANGE_BEHIND_VALUE.match(text, match.end()))
        or before.endswith(_SURELY_THAN)
    ):
        sure = _SURELY_COMPARED.match(text, match.end()) is not None
        sure = sure or bool(match["relative"] and text.startswith(_CHANGES, match.end()))  # 与去年增长10.9%
        base = sure or not before.endswith(("在", "以", "同", "与"))
    elif _ABOVE.search(before):
        base = True  # 力争投入强度高于“十三五”时期实际
    elif before.endswith(BACK_TO) and _SHARE_FOLLOWS.match(text, match.end()):
        base = True  # 恢复到2019年的108.3%
    elif _EQUATED.search(before) and (TIMES_FOLLOW.match(text, match.end()) or _VALUE_TIMES.match(text, match.end())):
        base, previous = True, bool(match["relative"])
    elif AMOUNTS_TO.search(before) and _SHARE_FOLLOWS.match(text, match.end()):
        base = True  # 为2019年的104.2%
    until = None if base else _UNTIL.search(before)
    opening = _GONE.sub("", text[: match.start() - (len(until[0]) if until else 0)][-_LONGEST_OPENING:])
    of_one_thing = match["plan_of"] is not None  # “十三五”专利授权量累计5.6万件: of no figure behind it
    lead = not base and not of_one_thing and (not opening or opening[-1] in "。；;！？：:\n—")
    soft = bool(match["recent_n"] or match["recent_n2"] or match["coming"])
    stage = not base and is_of_stage(text, match.start(), match.end())
    return Moment(
        start, match.end(), years, base, until is not None, lead or stage, soft,
        origin=before.endswith(("由", "从")) and (years.single or match["decade"] is not None), previous=previous,
        stage=stage,
    )  # fmt: skip


def _with_modifier(text: str, start: int) -> tuple[int, str]:
    """Return where a time begins with what modifies it (改革前的2016年), and the words before it."""
    if text.endswith(_MODIFIED, 0, start):
        said = _MODIFIER.search(text, max(0, start - _LONGEST_MODIFIER), start)
        if said is not None and said["word"] is not None:
            return said.start("of"), said["word"]
    return start, text[max(0, start - 5) : start]


_MODIFIED = ("的", "基期", "基年", "基准年", "之年", "之初", "初期", "年份")
_LONGEST_MODIFIER = 16
_MODIFIER = expression(
    "(?:^|[，,。；：（）、])(?:则?(?:已|均|都)?)(?P<word>相较于?|相比于?|相当于|比|较|与|同|是|为)(?![例重值率邻城])"
    "(?P<of>[^，,。；：（）、\\d]{2,11}(?:的|[基之初]期|基准?年|之[年初]|年份))$"
)
_CHANGES = ("增长", "下降", "增加", "减少", "提高", "降低")
_STATED = expression("为|是|仅|只|数")


def _is_year_before(match: re.Match[str], before: str) -> bool:
    """Whether 上年, 去年 or 同比 is what a figure is compared with, and not when it holds (去年完成投资3亿元)."""
    words = match["relative"] or ""
    if words.endswith("同期") and _STATED.match(match.string, match.end()):
        return False
    return words.endswith(_SAME_PART) or bool(words and _COMPARED.search(before))


_SAME_PART = ("同期", "同月", "同月份", "同季", "同季度", "同日", "同比", "年初")
_SURELY_COMPARED = expression(
    r"[年末底期]*(?:（[^（）]{1,24}）)?[^，。；\d]{0,8}?(?:\d[\d.]*[^，。；\d]{0,5}?的?)?(?:相比|比较|基础上)|[年末底同期]*比[，,]|[年末底同期]*[基大总]?[本体]?(?:持平|相当)"
)
