"""Parts of a year that a figure is told for: 1—5月, 前三季度, 上半年, 春节."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from planforge.facts.passage import PassageReader
from planforge.facts.times.compared_seasons import is_compared, tells_whole_year
from planforge.facts.times.period_below import season_under
from planforge.facts.times.season_words import PART_OF_YEAR, WHOLE_YEAR, season_named
from planforge.facts.times.telling_which import SINCE_THEN
from planforge.facts.topic import Around
from planforge.patterns import expression


def without_season(scope: str) -> str:
    """Return a scope without the part of a year that it begins with."""
    season = PART_OF_YEAR.match(scope) if scope else None
    return scope[season.end() :] if season is not None else scope


def season_of(reader: PassageReader, start: int, end: int) -> str:
    """Return the part of a year that was named last, or 全年; several months are called by one name (1—5月)."""
    parts = _parts_of_years(reader.words)
    if not parts:
        return ""
    start = min(start, _stage_before(reader, end))
    named = (one for one in reversed(parts) if start <= one.start() and one.end() <= end)
    season = next(named, None)
    if season is None or _is_over(reader, season, end) or _of_years(reader, season) or _was_due(reader, season, end):
        return ""
    if tells_whole_year(reader.words, season.end(), end):
        return WHOLE_YEAR  # 1—11月增长7.8%，预计全年增长8%
    row = _row_up_to(reader.words, parts, parts.index(season))
    return row[_place_in(reader, len(row), season.end(), end)] if len(row) > 1 else row[0]


def _row_up_to(words: str, parts: tuple[re.Match[str], ...], at: int) -> list[str]:
    """Return the parts of a year named one after another up to `at`: 7月、8月、9月; 一、二、三季度."""
    row, first = [season_named(parts[at])], at
    while first and len(row) < _MOST_IN_ROW and _JOINED.fullmatch(words, parts[first - 1].end(), parts[first].start()):
        first -= 1
        row.insert(0, season_named(parts[first]))
    begin = parts[first].start()
    short = _SHORT.search(words, max(0, begin - _LONGEST_ROW), begin) if words[begin - 1 : begin] in _JOINERS else None
    unit = parts[first][0].lstrip("一二三四0123456789")
    return [*(f"{one}{unit}" for one in _NUMERAL.findall(short[0])), *row] if short is not None else row


def _place_in(reader: PassageReader, length: int, since: int, at: int) -> int:
    """Return which of a row of parts a figure is of, the last where there are not as many figures as parts."""
    begin = max(since, reader.clauses.clause_start(at))  # 一季度、二季度投资分别为a、b，分别增长c、d
    first, own = bisect_left(reader.starts, begin), bisect_left(reader.starts, at)
    several = bisect_left(reader.starts, reader.clauses.clause_end(at)) - first == length
    return own - first if several and own - first < length else length - 1


_JOINERS = ("、", "和", "及", "与")
_JOINED = expression("份?[、和及与]第?")
_LONGEST_ROW = 20
_MOST_IN_ROW = 12
_NUMERAL = expression("[一二三四]|1[0-2]|[1-9]")
_SHORT = expression(r"(?<![\d.])(?:(?:[一二三四]|1[0-2]|[1-9])[、和及与])+$")


def _is_over(reader: PassageReader, season: re.Match[str], end: int) -> bool:
    """Whether a month only says when something began, as another time follows: 2021年6月启动，2021年年底前入驻10个."""
    month = season[0].endswith("月") and season["to"] is None and season["months"] is None
    after = season.end()
    return month and any(one.start >= after and one.end <= end and not one.base for one in reader.moments)


def _stage_before(reader: PassageReader, end: int) -> int:
    """Return where the time of the stage begins that holds at `end`, else `end`: 试点阶段（2023年1—6月）。…."""
    before = next((one for one in reversed(reader.moments) if one.end <= end and not one.base), None)
    return before.start if before is not None and before.stage else end


def _was_due(reader: PassageReader, season: re.Match[str], end: int) -> bool:
    """Whether a part of a year is only when something else was due: 6月底前，…投产；新增企业12户."""
    due = _DUE.match(reader.words, season.end())
    return due is not None and _PARTED.search(reader.words, due.end(), end) is not None


_DUE = expression("份?(?:[底末初]|[上中下]旬|\\d{1,2}日)?[之以]?前(?![一二三四五六七八九十\\d])")
_PARTED = expression("[；。]")


def _of_years(reader: PassageReader, season: re.Match[str]) -> bool:
    """Whether a month only says when a run of years begins or ends: 第一阶段（2023年1月—2024年6月）."""
    runs = (one for one in reader.moments if not one.years.single)
    return any(one.start <= season.start() and season.end() <= one.end for one in runs)


def opening_season(reader: PassageReader, end: int, *, spans: bool = False) -> str:
    """Return the part of a year that a passage opens with, where no other time is named since.

    With `spans` only one that figures add up over (1—9月, 上半年): a month may only say when something happened.
    """
    parts = _parts_of_years(reader.words)
    if not parts or parts[0].start() > _OPENING or (len(parts) > 1 and parts[1].end() <= end):
        return ""
    if spans and _SPAN.search(season_named(parts[0])) is None:
        return ""
    since = parts[0].end()
    if any(one.start >= since and one.end <= end and not one.base for one in reader.moments):
        return ""
    return "" if tells_whole_year(reader.words, since, end) else season_of(reader, 0, end)


def season_of_section(reader: PassageReader, end: int) -> str:
    """Return the part of a year that the heading above tells of, where the sentence up to `end` names no time."""
    season = season_under(reader.context.headings)
    if not season or season != reader.situation.period.season:
        return ""  # 下半年工作计划完成情况, in a report on the year
    start = reader.clauses.sentence_start(end)
    dated = any(start <= one.start and one.end <= end and not one.base for one in reader.moments)
    return "" if dated or tells_whole_year(reader.words, start, end) else season


def has_its_own_year(reader: PassageReader, around: Around) -> bool:
    """Whether a year is named for a figure since the one before: 2024年6月底前改造50个，2025年底前100个."""
    since, end = around.start, around.figure.start
    own = any(since <= one.start and one.end <= end and not one.base for one in reader.moments)
    return own and "同期" not in around.region


_OPENING = 8
_SPAN = expression("[—季半]")


_SIGN_OF_PART = expression("[月季半节旦午秋庆假暑五清黄当单](?<=[^五清黄当单]|五(?=一)|清(?=明)|黄(?=金)|[当单](?=日))")
"""What each part of a year has; most passages have none."""


@lru_cache(maxsize=8)
def _parts_of_years(words: str) -> tuple[re.Match[str], ...]:
    """Return the parts of a year that a passage names and nothing is compared with; all its figures ask for them."""
    if _SIGN_OF_PART.search(words) is None:
        return ()
    named = (one for one in PART_OF_YEAR.finditer(words) if not is_compared(words, one.start(), one.end()))
    named = (one for one in named if not (one[0] == "当月" and words.endswith(_THIS_MONTH, 0, one.start())))
    told = (one for one in named if SINCE_THEN.match(words, one.end()) is None)
    told = (one for one in told if not (one[0].endswith("月") and _MOMENT.match(words, one.end())))
    return tuple(one for one in told if not (one[0].endswith("月") and _reached(words, one.start())))


_MOMENT = expression("\\d{1,2}日(?:零|0|24)[时点]")
"""What is counted at one moment is no part of a year: 2020年11月1日零时."""
_THIS_MONTH = tuple(f"{number}月{tail}" for number in range(10) for tail in ("", "份", "份，"))
"""2月份当月增长13.5% is of February."""


def _reached(words: str, at: int) -> bool:
    """Whether a month only says until when: 截至2019年11月."""
    return _UNTIL.search(words, max(0, at - _LONGEST_UNTIL), at) is not None


_LONGEST_UNTIL = 10
_UNTIL = expression(r"(?:截至|截止|到|至)(?:目前|20\d\d年|今年|去年|当年)?$")
