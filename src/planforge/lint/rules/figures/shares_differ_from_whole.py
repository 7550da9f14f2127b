"""PF222: shares of one whole that are not 100 together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.numbers import arabic, decimals
from planforge.facts.figures.precision import Written
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.shares.shares_in_turn import shares_of_all
from planforge.lint.judging.sums.division import summed
from planforge.lint.judging.sums.grid import cell_sums
from planforge.lint.judging.words import added, decimal, line_name, related, told
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Sheet
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF222",
    slug="shares-differ-from-whole",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="同一整体的各部分占比之和不是100",
    why="三次产业结构、表中的构成各项加起来是100（四舍五入可差一点）；差得多就是有一个数写错。",
    bad="""\
- text: |
    2020年，三次产业结构调整为8.1:40.2:61.7。
""",
    good="""\
- text: |
    2020年，三次产业结构调整为8.1:40.2:51.7。
""",
    needs=Need.FACTS,
)

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_RATIO = expression(
    rf"(?:结构|构成|比例|比重|之比|占比|产业比)[^。；]{{0,40}}?(?<![\d:：∶.])(?P<parts>{_NUMBER}(?:\s*[:：∶]\s*{_NUMBER}){{1,5}})(?![\d:：∶])"
)
_FURTHER = expression(
    rf"[^。；\d]{{0,16}}(?:(?:19|20)\d\d年[^。；\d]{{0,6}})?(?P<parts>{_NUMBER}(?:\s*[:：∶]\s*{_NUMBER}){{1,5}})(?![\d:：∶])"
)
_SECTORS = expression(
    rf"(?:第?一(?:次产业|产业)?[、，]第?二(?:次产业|产业)?[、和及]第?三(?:次)?产业|三次产业)[^。；\d]{{0,30}}(?:比重|占比|占|贡献率)[^。；\d]{{0,12}}"
    rf"(?P<parts>{_NUMBER}%[、，和]{_NUMBER}%[、，和]{_NUMBER}%)"
)
_FIGURE = expression(_NUMBER)
_ABOUT = (75, 125)
"""Ratios whose terms come near 100 are percentages; 1:2:3 is none."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every a:b:c of percentages and every column of shares that is not 100 together."""
    sheet = subject.prose.words
    seen: set[int] = set()
    for start, end in _ratios(sheet):
        figures = [match[0] for match in _FIGURE.finditer(sheet.text, start, end)]
        if start not in seen and not _whole(figures):
            yield _finding(sheet, start, end, figures)
        seen.add(start)
    for run in shares_of_all(subject.facts):
        figures = [one.literal for one in run]
        if not _whole(figures):
            yield _in_turn(run, figures)
    for found in cell_sums(subject.plan) if subject.plan else ():
        if found.share and not found.fits:
            message = f"{line_name(found.line)}各项之和应为100，实为{added(found.parts, found.sum)}；请核对"
            yield RULE.finding(found.at, message, related=tuple((place, "其中一项") for place in found.places))


def _in_turn(run: Sequence[Statement], figures: list[str]) -> Finding:
    parts = "、".join(told(one) for one in run)
    message = f"“{parts}”之和应为100，实为{_added(figures)}；请核对"
    return RULE.finding(run[0].span, message, related=related(run[1:]), key=f"{told(run[0])} {run[0].years}")


def _added(figures: list[str]) -> str:
    total = sum((arabic(figure) for figure in figures), Fraction(0))
    return f"{'＋'.join(figures)}＝{decimal(total, max(decimals(figure) for figure in figures))}"


def _ratios(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield where ratios stand; one “由…调整为…” holds two."""
    for pattern, words in ((_RATIO, (":", "：", "∶")), (_SECTORS, ("三产业", "三次产业"))):
        for match in sheet.matches(pattern, sheet.lines.having(words)):
            yield match.span("parts")
            further = _FURTHER.match(sheet.text, match.end()) if pattern is _RATIO else None
            if further is not None and "\n" not in further[0]:
                yield further.span("parts")


def _stated(figure: str) -> Written:
    return Written(arabic(figure), decimals(figure))


def _whole(figures: list[str]) -> bool:
    total = sum((arabic(figure) for figure in figures), Fraction(0))
    if not _ABOUT[0] <= total <= _ABOUT[1] or len(figures) < 2:
        return True
    possible: Interval = summed(_stated(figure).plain() for figure in figures)
    return 100 in possible


def _finding(sheet: Sheet, start: int, end: int, figures: list[str]) -> Finding:
    message = f"各部分之和应为100，实为{_added(figures)}；请核对"
    return RULE.finding(sheet.span(start, end), message)
