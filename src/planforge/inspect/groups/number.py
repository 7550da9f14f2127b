"""发文字号 (7.2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.judge import SIDES, near, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side
from planforge.inspect.recognise_head import number_in
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, LINE, MIDDLE
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_GAP = 2 * LINE
_YEAR = expression(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕")
_ORDINAL = expression(r"[〕\]）)］】﹞][1-9]\d*号")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements, number = subject.elements, subject.elements.number
    if number is None or elements.form in (Form.ORDER, Form.MINUTES):
        return
    yield from _words(number)
    if elements.form is Form.LETTER:
        return
    if elements.signers:
        chars = number.indent("left") or number.indent("first")
        yield verdict("7.2.5-d", 0.9 <= chars <= 1.1, f"左空 {chars:.1f} 字", number.place, "左空一字")
    else:
        centred = number.side is Side.CENTRE and abs(number.indent("left") - number.indent("right")) < 0.1
        yield verdict("7.2.5-a", centred, "居中" if centred else "没有居中", number.place, "居中")
    marks = [mark for mark in elements.marks if mark.cell is None and not mark.floats]
    if marks and marks[-1].format.rule == "exact":
        yield gap_of("7.2.5-a", subject.file, marks[-1], _upper(elements, number), 2, "标志下")


def _upper(elements: Elements[P], number: P) -> P:
    """Return what stands directly below the mark: the first row of 签发人 may be above the number's."""
    return elements.signers[0] if elements.signers else number


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements, number = subject.elements, subject.elements.number
    if number is None or elements.form in (Form.ORDER, Form.MINUTES):
        return
    yield from _words(number)
    if elements.form is Form.LETTER:
        return
    line = number.first
    if elements.signers:
        yield near("7.2.5-d", line.x0 - subject.file.left(line), CHARACTER, 0.6, number.place, "左空 ")
        last = elements.signers[-1].first
        yield near("7.2.5-d", last.y - line.y, 0, 0.3, number.place, "与末一个签发人高低差 ")
    else:
        yield near("7.2.5-a", line.centre, MIDDLE, 1.0, number.place, "中心距纸左边 ", due=SIDES)
    if elements.marks:
        bottom = max(mark.last.bottom for mark in elements.marks)
        yield near("7.2.5-a", _upper(elements, number).first.top - bottom, _GAP, 1.5, number.place, "标志下 ")


def _words(number: Passage) -> Iterator[Measure]:
    text = number_in(number.bare)
    yield verdict(
        "7.2.5-b", bool(_YEAR.match(text)), f"“{text}”", number.place, "机关代字后用六角括号括四位年份，如〔2023〕"
    )
    yield verdict("7.2.5-c", bool(_ORDINAL.search(text)), f"“{text}”", number.place, "不编虚位的顺序号加“号”，如5号")
