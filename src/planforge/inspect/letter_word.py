"""The form of a letter (10.1) in a DOCX."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Elements
from planforge.inspect.judge import near, unmeasured, verdict
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
from planforge.inspect.letter_word_rules import DoubleRule, word_double_rules
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Side
from planforge.inspect.subject import WordSubject
from planforge.inspect.units import LINE, PAPER, SEVEN_EIGHTHS
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.inspect.word_space import ink_bottom, ink_gap, ink_top

_BY_PROGRAM = "线的高低由排版程序定"


def word_letter(subject: WordSubject) -> Iterator[Measure]:
    """Measure a letter."""
    elements, file = subject.elements, subject.file
    upper, lower = word_double_rules(file)
    yield from _word_mark(file, elements.marks[0])
    yield from _word_upper(file, elements.marks[0], upper)
    yield from _word_lower(lower)
    for rule in (upper, lower):
        if rule is not None:
            yield near("10.1-d", rule.width, LENGTH, 0.5, rule.place, "长 ")
            if rule.middle is not None:
                yield near("10.1-d", rule.middle, PAPER[0] / 2, 1.1, rule.place, "中心距纸左边 ")
    yield from _word_below(file, elements, upper)
    first = file.sections[0]
    kind = "first" if first.title_page else "default"
    shown = any(one.has_page_field for one in first.footers.get(kind, ()))
    yield verdict("10.1-i", not shown, "首页有页码" if shown else "首页没有页码")
    yield unprinted(elements.printed)
    yield from _word_imprint(elements.imprint)


def _word_mark(file: WordFile, mark: WordParagraph) -> Iterator[Measure]:
    ends = mark.bare.endswith("文件")
    yield verdict("10.1-a", not ends and mark.side is Side.CENTRE, f"“{mark.bare}”", mark.place, "居中，不加“文件”")
    if mark.format.rule == "exact" and mark.cell is None and (mark.float_top is not None or not mark.floats):
        yield near("10.1-a", ink_top(file, mark), MARK_TOP, 1.0, mark.place, "上边缘距纸上边 ")
    else:
        yield unmeasured("10.1-a", "标志的高低由排版程序定", mark.place)


def _word_upper(file: WordFile, mark: WordParagraph, rule: DoubleRule | None) -> Iterator[Measure]:
    if rule is None:
        yield verdict("10.1-b", False, NO_UPPER, mark.place)
        return
    yield verdict("10.1-b", rule.kind == "thickThin", _kind(rule), rule.place, "上粗下细")
    if rule.top is None or mark.format.rule != "exact" or (mark.floats and mark.float_top is None):
        yield unmeasured("10.1-b", _BY_PROGRAM, rule.place)
    else:
        yield near("10.1-b", rule.top - ink_bottom(file, mark), RULE_GAP, GAP_TOLERANCE, mark.place, "标志下 ")


def _word_lower(rule: DoubleRule | None) -> Iterator[Measure]:
    if rule is None:
        yield verdict("10.1-c", False, NO_LOWER)
        return
    yield verdict("10.1-c", rule.kind == "thinThick", _kind(rule), rule.place, "上细下粗")
    if rule.bottom is None:
        yield unmeasured("10.1-c", _BY_PROGRAM, rule.place)
    else:
        yield near("10.1-c", PAPER[1] - rule.bottom, FOOT, 1.0, rule.place, "距纸下边 ")


def _kind(rule: DoubleRule) -> str:
    return {"thickThin": "上粗下细", "thinThick": "上细下粗"}.get(rule.kind, "两条一样粗")


def _word_below(file: WordFile, elements: Elements[WordParagraph], upper: DoubleRule | None) -> Iterator[Measure]:
    """Measure what stands below the upper rule."""
    number, corners = elements.number, elements.corners
    if number is not None:
        free = _right_free(file, number)
        right = number.side is Side.RIGHT and free < 0.1
        words = "没有居右" if number.side is not Side.RIGHT else f"右空 {free:.1f} 字"
        yield verdict("10.1-f", right, "顶格居右" if right else words, number.place, "顶格居右")
    for corner in corners:
        flush = corner.side is Side.LEFT and corner.indent("left") < 0.1
        yield verdict("10.1-e", flush, "顶格" if flush else "有缩进", corner.place, "顶格")
    if upper is not None and upper.bottom is not None:
        for clause, first in (("10.1-f", number), ("10.1-e", corners[0] if corners else None)):
            if first is not None and first.format.rule == "exact":
                gap = ink_top(file, first) - upper.bottom
                yield near(clause, gap, SEVEN_EIGHTHS, GAP_TOLERANCE, first.place, "线下 ")
    if elements.title:
        yield from _word_title(file, elements, elements.title)


def _word_title(file: WordFile, elements: Elements[WordParagraph], title: list[WordParagraph]) -> Iterator[Measure]:
    for line in title:
        centred = line.side is Side.CENTRE and abs(line.indent("first")) < 0.1
        yield verdict("10.1-g", centred, "居中" if centred else "没有居中", line.place, "居中")
    order = {id(one): index for index, one in enumerate(file.paragraphs)}
    above = [one for one in (elements.number, *elements.corners) if one is not None]
    if above:
        last = max(above, key=lambda one: order[id(one)])
        yield near("10.1-g", ink_gap(file, last, title[0]), 2 * LINE, 1.5, title[0].place, "标题上 ")


def _right_free(file: WordFile, number: WordParagraph) -> float:
    """Return how many characters the number stands from the right edge of the text."""
    if number.ends_at is None:
        return number.indent("right")
    return (file.section_of(number).text_width - number.ends_at) / 20 / (number.size or 16.0)


def _word_imprint(imprint: list[WordParagraph]) -> Iterator[Measure]:
    for one in imprint:
        borders = one.cell.borders if one.cell is not None else one.format.borders
        ruled = any(border.drawn for border in borders.values())
        yield verdict("10.1-j", not ruled, "有分隔线" if ruled else "没有分隔线", one.place, "没有分隔线")
