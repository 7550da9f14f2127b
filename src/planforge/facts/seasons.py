"""Parts of a year that a figure is told for: 1—5月, 前三季度, 上半年, 春节."""

from __future__ import annotations

import re
from functools import lru_cache

from planforge.facts.passage import PassageReader
from planforge.facts.season_words import PART_OF_YEAR, season_named
from planforge.patterns import expression

WHOLE_YEAR = "全年"


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
    if season is None or _is_over(reader, season, end) or _of_years(reader, season):
        return ""
    if reader.words.find(WHOLE_YEAR, season.end(), end) >= 0:
        return WHOLE_YEAR  # 1—11月增长7.8%，预计全年增长8%
    return season_named(season)


def _is_over(reader: PassageReader, season: re.Match[str], end: int) -> bool:
    """Whether a month only says when something began, as another time follows: 2021年6月启动，2021年年底前入驻10个."""
    month = season[0].endswith("月") and season["to"] is None and season["months"] is None
    after = season.end()
    return month and any(one.start >= after and one.end <= end and not one.base for one in reader.moments)


def _stage_before(reader: PassageReader, end: int) -> int:
    """Return where the time of the stage begins that holds at `end`, else `end`: 试点阶段（2023年1—6月）。…."""
    before = next((one for one in reversed(reader.moments) if one.end <= end and not one.base), None)
    return before.start if before is not None and before.stage else end


def _of_years(reader: PassageReader, season: re.Match[str]) -> bool:
    """Whether a month only says when a run of years begins or ends: 第一阶段（2023年1月—2024年6月）."""
    runs = (one for one in reader.moments if not one.years.single)
    return any(one.start <= season.start() and season.end() <= one.end for one in runs)


def opening_season(reader: PassageReader, end: int) -> str:
    """Return the part of a year that a passage opens with, where no other time is named since."""
    parts = _parts_of_years(reader.words)
    if not parts or parts[0].start() > _OPENING or (len(parts) > 1 and parts[1].end() <= end):
        return ""
    since = parts[0].end()
    if any(one.start >= since and one.end <= end and not one.base for one in reader.moments):
        return ""
    return season_of(reader, 0, end) if reader.words.find(WHOLE_YEAR, since, end) < 0 else ""


_OPENING = 8


_SIGN_OF_PART = expression("[月季半节旦午秋庆假暑]|五一|清明|黄金|[当单]日")
"""What each part of a year has; most passages have none."""


@lru_cache(maxsize=8)
def _parts_of_years(words: str) -> tuple[re.Match[str], ...]:
    """Return the parts of a year that a passage names and nothing is compared with; all its figures ask for them."""
    if _SIGN_OF_PART.search(words) is None:
        return ()
    named = (one for one in PART_OF_YEAR.finditer(words) if not _compared(words, one.start()))
    return tuple(one for one in named if not (one[0].endswith("月") and _reached(words, one.start())))


def _reached(words: str, at: int) -> bool:
    """Whether a month only says until when: 截至2019年11月."""
    return _UNTIL.search(words, max(0, at - _LONGEST_UNTIL), at) is not None


_LONGEST_UNTIL = 10
_UNTIL = expression(r"(?:截至|截止|到|至)(?:目前|20\d\d年|今年|去年|当年)?$")


def _compared(words: str, at: int) -> bool:
    """Whether the part of a year is only compared with: 增速比1—10月加快0.2个百分点."""
    return words.startswith(("比", "较"), at - 1) if at else False
