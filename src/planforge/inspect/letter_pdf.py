"""The form of a letter (10.1) in a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Elements
from planforge.inspect.judge import SIDES, near, verdict
from planforge.inspect.letter_lengths import (
    FOOT,
    GAP_TOLERANCE,
    LENGTH,
    MARK_TOP,
    NO_LOWER,
    NO_UPPER,
    RULE_GAP,
    unprinted,
)
from planforge.inspect.letter_rules import double_rules
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import is_han
from planforge.inspect.pdf_file import Line, PdfPassage, Rule, Sheet
from planforge.inspect.subject import PdfSubject
from planforge.inspect.units import BOTTOM, INK_ABOVE, LEFT, LINE, MIDDLE, PAPER, RIGHT, SEVEN_EIGHTHS, mm_of_pt

_LOWEST = 5.0
"""The ink of the last line of 版记 lies within so many millimetres of the lower edge of the text."""
_LONG, _AROUND = 100.0, 12.0


def pdf_letter(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a letter."""
    elements, file = subject.elements, subject.file
    mark, sheet = elements.marks[0], file.sheets[0]
    yield from _pdf_mark(mark)
    upper, lower = double_rules(sheet)
    yield from _pdf_upper(mark, upper)
    yield from _pdf_lower(sheet, lower)
    for rule in (*upper, *lower):
        yield near("10.1-d", rule.width, LENGTH, 0.5, what="长 ")
        yield near("10.1-d", (rule.x0 + rule.x1) / 2, PAPER[0] / 2, 1.1, what="中心距纸左边 ")
    yield from _pdf_below(elements, upper)
    shown = file.numbers[0] is not None
    yield verdict("10.1-i", not shown, "首页有页码" if shown else "首页没有页码")
    yield unprinted(elements.printed)
    if elements.imprint:
        yield from _pdf_imprint(subject, elements.imprint)


def _pdf_mark(mark: PdfPassage) -> Iterator[Measure]:
    ends = mark.bare.endswith("文件")
    yield verdict("10.1-a", not ends, f"“{mark.bare}”", mark.place, "不加“文件”")
    yield near("10.1-a", mark.first.top, MARK_TOP, 1.0, mark.place, "上边缘距纸上边 ")
    yield near("10.1-a", mark.first.centre, PAPER[0] / 2, 1.5, mark.place, "中心距纸左边 ", due=SIDES)


def _pdf_upper(mark: PdfPassage, upper: list[Rule]) -> Iterator[Measure]:
    if not upper:
        yield verdict("10.1-b", False, NO_UPPER, mark.place)
        return
    yield near("10.1-b", upper[0].top - mark.last.bottom, RULE_GAP, GAP_TOLERANCE, mark.place, "标志下 ")
    thick = upper[0].height > upper[-1].height
    yield verdict("10.1-b", thick, "上粗下细" if thick else "不是上粗下细", mark.place, "上粗下细")


def _pdf_lower(sheet: Sheet, lower: list[Rule]) -> Iterator[Measure]:
    if not lower:
        yield verdict("10.1-c", False, NO_LOWER)
        return
    yield near("10.1-c", PAPER[1] - lower[-1].bottom, FOOT, 1.0, what="距纸下边 ")
    thin = lower[0].height < lower[-1].height
    yield verdict("10.1-c", thin, "上细下粗" if thin else "不是上细下粗", expected="上细下粗")
    last = [line for line in sheet.lines if line.bottom < lower[0].top]
    if last:
        free = lower[0].top - last[-1].bottom
        yield verdict("10.1-h", free >= SEVEN_EIGHTHS - GAP_TOLERANCE, f"{free:.1f} 毫米")


def _pdf_below(elements: Elements[PdfPassage], upper: list[Rule]) -> Iterator[Measure]:
    """Measure what stands below the upper rule."""
    number, corners = elements.number, elements.corners
    if number is not None:
        yield near("10.1-f", number.first.x1, RIGHT, 1.0, number.place, "右缘距纸左边 ", due=SIDES)
    for corner in corners:
        yield near("10.1-e", corner.first.x0, LEFT, 1.0, corner.place, "左缘距纸左边 ", due=SIDES)
    for clause, first in (("10.1-f", number), ("10.1-e", corners[0] if corners else None)):
        if first is not None and upper:
            gap = _top(first.first) - upper[-1].bottom
            yield near(clause, gap, SEVEN_EIGHTHS, GAP_TOLERANCE, first.place, "线下 ")
    above = max((one.last.bottom for one in (number, *corners) if one is not None), default=None)
    for at, line in enumerate(line for passage in elements.title for line in passage.lines):
        place = elements.title[0].place
        yield near("10.1-g", line.centre, MIDDLE, 1.0, place, "中心距纸左边 ", due=SIDES)
        if not at and above is not None:
            yield near("10.1-g", line.top - above, 2 * LINE, 1.5, place, "标题上 ")


def _top(line: Line) -> float:
    """Return the upper edge of the ink, for a line of figures that which Chinese characters would have."""
    return line.top if any(map(is_han, line.text)) else line.y - mm_of_pt(INK_ABOVE * line.size)


def _pdf_imprint(subject: PdfSubject, imprint: list[PdfPassage]) -> Iterator[Measure]:
    """版记 ends the last page, at the foot of the text, without a rule beside it."""
    first, last, place = imprint[0].first, imprint[-1].last, imprint[0].place
    pages = len(subject.file.sheets)
    yield verdict("10.1-j", last.page == pages, f"在第{last.page}页，共 {pages} 页", place, "在最后一面")
    lowest = BOTTOM - _LOWEST <= last.bottom <= BOTTOM + 1
    yield verdict("10.1-j", lowest, f"末行距纸上边 {last.bottom:.1f} 毫米", place, "在版心最下方（262 毫米）")
    rules = subject.file.sheets[last.page - 1].rules
    around = [one for one in rules if one.width > _LONG and first.top - _AROUND < one.top < last.bottom + _AROUND]
    yield verdict("10.1-j", not around, "有分隔线" if around else "没有分隔线", place, "没有分隔线")
