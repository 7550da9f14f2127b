"""The form of a letter (10.1): mark, red double rules, number, title, no number on the first page."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Form
from planforge.inspect.judge import near, unmeasured, verdict
from planforge.inspect.letter_rules import double_rules, word_double_rules
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Side
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LEFT, LINE, MIDDLE, PAPER, RIGHT, SEVEN_EIGHTHS
from planforge.inspect.word_space import ink_gap, ink_top

_MARK_TOP, _RULE_GAP, _FOOT, _LENGTH = 30.0, 4.0, 20.0, 170.0


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements, file = subject.elements, subject.file
    if elements.form is not Form.LETTER:
        return
    mark = elements.marks[0]
    ends = mark.bare.endswith("文件")
    yield verdict("10.1-a", not ends and mark.side is Side.CENTRE, f"“{mark.bare}”", mark.place, "居中，不加“文件”")
    if mark.format.rule == "exact" and not mark.format.frame and mark.cell is None:
        yield near("10.1-a", ink_top(file, mark), _MARK_TOP, 1.0, mark.place, "上边缘距纸上边 ")
    else:
        yield unmeasured("10.1-a", "标志的高低由排版程序定", mark.place)
    yield from word_double_rules(file)
    if elements.number is not None:
        right = elements.number.side is Side.RIGHT and elements.number.indent("right") < 0.1
        yield verdict("10.1-f", right, "顶格居右" if right else "没有顶格居右", elements.number.place, "顶格居右")
    above = elements.number or elements.urgency or elements.secrecy
    if elements.title and above is not None:
        yield near("10.1-g", ink_gap(file, above, elements.title[0]), 2 * LINE, 1.5, elements.title[0].place, "标题上 ")
    for corner in (elements.copy_number, elements.secrecy, elements.urgency):
        if corner is not None:
            flush = corner.side is Side.LEFT and corner.indent("left") < 0.1
            yield verdict("10.1-e", flush, "顶格" if flush else "有缩进", corner.place, "顶格")
    first = file.sections[0]
    shown = any(one.has_page_field for one in first.footers.get("first", ()))
    holds = first.title_page and not shown
    yield verdict("10.1-i", holds, "首页没有页码" if holds else "首页有页码")
    yield _no_printed(subject)


def _no_printed(subject: WordSubject | PdfSubject) -> Measure:
    printed = subject.elements.printed
    words = "有印发机关和日期" if printed is not None else "没有印发机关和日期"
    return verdict("10.1-j", printed is None, words)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements, file = subject.elements, subject.file
    if elements.form is not Form.LETTER:
        return
    mark, sheet = elements.marks[0], file.sheets[0]
    ends = mark.bare.endswith("文件")
    yield verdict("10.1-a", not ends, f"“{mark.bare}”", mark.place, "不加“文件”")
    yield near("10.1-a", mark.first.top, _MARK_TOP, 1.0, mark.place, "上边缘距纸上边 ")
    yield near("10.1-a", mark.first.centre, PAPER[0] / 2, 1.5, mark.place, "中心距纸左边 ")
    upper, lower = double_rules(sheet)
    if upper:
        yield near("10.1-b", upper[0].top - mark.last.bottom, _RULE_GAP, 0.5, mark.place, "标志下 ")
        thick = upper[0].height > upper[-1].height and len(upper) == 2
        yield verdict("10.1-b", thick, "上粗下细" if thick else "不是上粗下细", mark.place, "上粗下细")
    if lower:
        yield near("10.1-c", PAPER[1] - lower[-1].bottom, _FOOT, 1.0, what="距纸下边 ")
        thin = len(lower) == 2 and lower[0].height < lower[-1].height
        yield verdict("10.1-c", thin, "上细下粗" if thin else "不是上细下粗", expected="上细下粗")
        last = [line for line in sheet.lines if line.bottom < lower[0].top]
        if last:
            free = lower[0].top - last[-1].bottom
            yield verdict("10.1-h", free >= SEVEN_EIGHTHS - 0.5, f"{free:.1f} 毫米")
    for rule in (*upper, *lower):
        yield near("10.1-d", rule.width, _LENGTH, 0.5, what="长 ")
        yield near("10.1-d", (rule.x0 + rule.x1) / 2, PAPER[0] / 2, 1.1, what="中心距纸左边 ")
    if elements.number is not None and upper:
        yield near("10.1-f", elements.number.first.x1, RIGHT, 1.0, elements.number.place, "右缘距纸左边 ")
        yield near(
            "10.1-f", elements.number.first.top - upper[-1].bottom, SEVEN_EIGHTHS, 0.5, elements.number.place, "线下 "
        )
    corners = [one for one in (elements.copy_number, elements.secrecy, elements.urgency) if one is not None]
    for corner in corners:
        yield near("10.1-e", corner.first.x0, LEFT, 1.0, corner.place, "左缘距纸左边 ")
    above = max((one.last.bottom for one in (elements.number, *corners) if one is not None), default=None)
    if elements.title and above is not None:
        line = elements.title[0].first
        yield near("10.1-g", line.top - above, 2 * LINE, 1.5, elements.title[0].place, "标题上 ")
        yield near("10.1-g", line.centre, MIDDLE, 1.0, elements.title[0].place, "中心距纸左边 ")
    shown = file.numbers[0] is not None
    yield verdict("10.1-i", not shown, "首页有页码" if shown else "首页没有页码")
    yield _no_printed(subject)
