"""PF480: a number of years beside a first and a last year that are further apart, or nearer (2024年至2027年，共5年)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.facts.times.period import period_of
from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._spans import COUNT, SPAN, counted, years_of
from planforge.lint.sheet import Sheet
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF480",
    slug="years-counted-differ",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="所写年数与起止年份不符（2024年至2027年，共5年）",
    why="期限的年数和起止年份说的是同一件事；两者不符，任务分几年完成、年均多少都无从算起。",
    bad="""\
- text: |
    实施期限为2024年至2027年，共5年。
""",
    good="""\
- text: |
    实施期限为2024年至2027年，共4年。
""",
    needs=Need.PLAN,
)

_YEAR = r"(?:19|20)\d\d"
_IN_ALL = "(?:总共|一共|共计|合计|共|为期|历时|前后|时间跨度)为?"
_ENDS = r"(?:时间)?(?=[，。；、,;）)\s]|$)"
_WORK = r"(?:行动|计划|规划|攻坚)"
_USING = rf"(?:用|利用|通过|经过){COUNT}(?:的?时间)[，,]?(?:力争|努力)?[到至](?P<to>{_YEAR})年"
_BRACKETED = ("（20", "(20", "（19", "(19", "（即")
_TIME = ("年时间", "年的时间")
_COUNTED = (
    (expression(rf"{SPAN}期?间?[，,]?[（(]?{_IN_ALL}{COUNT}{_ENDS}"), ("共", "合计", "为期", "历时", "前后", "跨度")),
    (expression(rf"{SPAN}[这的]?{COUNT}(?:间|时间|累计|合计)"), ("年间", "年时间", "年累计", "年合计")),
    (expression(rf"{COUNT}(?:[来间内]|期间|时间|以来)?[（(]即?{SPAN}[）)]"), _BRACKETED),
    (expression(rf"[从自](?P<from>{_YEAR})年(?:[初底末]|\d{{1,2}}月)?(?:起|开始)?[，,]?(?:力争|计划)?{_USING}"), _TIME),
)
"""How a number of years stands with its first and last, and the words of which such a line must have one."""
_NAMED = (
    (expression(rf"{COUNT}(?!禁)[\u4e00-\u9fff]{{0,4}}{_WORK}[\u4e00-\u9fff]{{0,6}}[（(]{SPAN}[）)]"), _BRACKETED),
    (expression(rf"{SPAN}{COUNT}{_WORK}"), ("年行动", "年计划", "年规划", "年攻坚")),
)
_WITHIN = expression(_USING)
_SINCE = expression(rf"{_YEAR}年?[^，。；]{{0,4}}[，,]?(?:力争|计划)?$")
_NEAR = 12


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each number of years that its first and last year do not give."""
    if subject.plan is None:
        return
    sheet = subject.prose.words
    for pattern, words in _COUNTED:
        for match in sheet.matches(pattern, sheet.lines.having(words)):
            if (right := years_of(match)) and _count(match) not in right:
                yield _finding(sheet, match, _told(match, right))
    for pattern, words in _NAMED:
        for match in sheet.matches(pattern, sheet.lines.having(words)):
            if (right := years_of(match)) and _count(match) != right[-1]:
                yield _named(sheet, match, right)
    yield from _within_plan(subject, sheet)


def _within_plan(subject: Subject, sheet: Sheet) -> Iterator[Finding]:
    """Yield a note for each task that ends with the plan and would have to begin before it (用五年时间，到2027年)."""
    for match in sheet.matches(_WITHIN, sheet.lines.having(_TIME)):
        before = sheet.text[max(0, match.start() - _NEAR) : match.start()]
        period = period_of(subject.plan) if subject.plan else None
        if period is None or period.start is None or period.end != int(match["to"]) or _SINCE.search(before):
            continue
        most = period.end - period.start + 1
        if _count(match) > most:
            said = f"本文件自{period.start}年起，到{period.end}年应为{most}年，实为{_count(match)}年"
            told = f"{said}；请核对，或写明从哪一年起算"
            yield _finding(sheet, match, told, Severity.INFO)


def _count(match: re.Match[str]) -> int:
    return counted(match) or 0


def _named(sheet: Sheet, match: re.Match[str], right: range) -> Finding:
    """A programme of three years may run from the middle of its first year to the middle of its fourth."""
    if _count(match) not in right:
        return _finding(sheet, match, _told(match, right))
    told = _told(match, range(right[-1], right[-1] + 1)).removesuffix(_ADVICE) + "如不自年初起算，请写明起止月份"
    return _finding(sheet, match, told, Severity.INFO)


_ADVICE = "请核对年数和年份"


def _told(match: re.Match[str], right: range) -> str:
    """Return what should stand there; of years without months the number that takes both ends in is told."""
    fewest = right[0] if match.groupdict().get("from_month") else right[-1]
    wanted = str(right[-1]) if fewest == right[-1] else f"{fewest}—{right[-1]}"
    return f"{match['from']}年至{match['to']}年首尾都算应为{wanted}年，实为{_count(match)}年；{_ADVICE}"


def _finding(sheet: Sheet, match: re.Match[str], told: str, severity: Severity | None = None) -> Finding:
    start, end = match.span()
    shown = sheet.printed(start, end).translate(str.maketrans("“”", "‘’"))
    return RULE.finding(sheet.span(start, end), f"“{shown}”的年数与年份不符：{told}", severity=severity)
