"""PF478: a target in words that differs: 省内领先 here, 国内领先 there, for the same thing and year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Sheet, Stretch
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.records import record

RULE = Rule(
    code="PF478",
    slug="level-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="同一事物同一年要达到的水平前后不一（省内领先、国内领先）",
    why="“省内领先”“国内一流”也是目标；同一年两处不同，不知道以哪个为准，考核时说不清。",
    bad="""\
- text: |
    到2025年，电子商务产业实现省内领先。

    到2025年，全市电子商务产业实现国内领先。
""",
    good="""\
- text: |
    到2025年，电子商务产业实现省内领先，到2035年，电子商务产业实现国内领先。
""",
    needs=Need.PLAN,
)

_AREA = "(?:区域|省内|全省|东北|行业|国内|全国|亚洲|国际|世界|全球)"
_RANKS = ("领先", "一流", "知名", "著名", "先进")
_RANK = f"(?:{'|'.join(_RANKS)})"
_LEVEL = expression(f"({_AREA})({_RANK})")
_CLAIM = expression(
    rf"(?:实现|达到|处于|保持|跻身|进入|迈入|步入)"
    rf"(?P<levels>{_AREA}{_RANK}(?:[、，,和与及]{{1,2}}{_AREA}{_RANK})*)"
)
_SUBJECT = expression("[\u4e00-\u9fffA-Za-z]*$")
_ON_THE_WHOLE = expression("(?:总体|整体|基本)$")
_LONGEST_SUBJECT = 22
_YEAR = expression(r"(?:19|20)\d\d(?=年)")
_BEFORE_SUBJECT = expression("^(?:全市|我市|本市|全省|全县|全区|全州|力争|推动|促进|确保|使|让|年|底|末|到|前)+")
_OF_MANY_THINGS = expression(
    "[\u4e00-\u9fff]{0,4}(?:水平|能力|技术|规模|质量|实力|指标|领域|方面|环节|产品|工艺|装备|设备|效率|总体|整体)"
)
"""What anything has: two paragraphs speak of different ones."""
_SAME_AREA = {"全省": "省内", "全国": "国内", "全球": "世界", "国际": "世界"}
_SAME_RANK = {"著名": "知名"}


@record(frozen=True)
class _Claim:
    """What is to reach a level in a year, as it stands in the sheet; `ranks` has the area for each rank."""

    start: int
    end: int
    words: str
    ranks: dict[str, str]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each claim that gives another area for a rank than the first one of its subject and year."""
    if subject.plan is None:
        return
    sheet = subject.prose.words
    claims: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    for match in sheet.matches(_CLAIM, sheet.lines.having(_RANKS)):
        year, name = _year(sheet, match), _subject(sheet, match)
        if year and len(name) > 1 and not _OF_MANY_THINGS.fullmatch(name):
            claims[name, year].append(_claim(match))
    for (name, year), (first, *others) in claims.items():
        for other in others:
            if any(other.ranks.get(rank, area) != area for rank, area in first.ranks.items()):
                message = f"{year}年“{name}”要达到的水平前后不一：一处为“{first.words}”，这里为“{other.words}”，请统一"
                related = ((sheet.span(first.start, first.end), f"“{first.words}”"),)
                yield RULE.finding(sheet.span(other.start, other.end), message, related=related)


def _claim(match: re.Match[str]) -> _Claim:
    found = _LEVEL.findall(match["levels"])
    ranks = {_SAME_RANK.get(rank, rank): _SAME_AREA.get(area, area) for area, rank in found}
    return _Claim(match.start("levels"), match.end("levels"), match["levels"], ranks)


def _subject(sheet: Sheet, match: re.Match[str]) -> str:
    """Return the words that stand right before, without whose they are."""
    before = sheet.text[max(0, match.start() - _LONGEST_SUBJECT) : match.start()]
    found = _SUBJECT.search(before)
    return _BEFORE_SUBJECT.sub("", _ON_THE_WHOLE.sub("", found.group())) if found else ""


def _year(sheet: Sheet, match: re.Match[str]) -> str:
    """Return the last year named before in the paragraph, "" for none: a target holds for a year."""
    stretch: Stretch = sheet.stretch(match.start())
    years = _YEAR.findall(sheet.text, stretch.start, match.start())
    return str(years[-1]) if years else ""
