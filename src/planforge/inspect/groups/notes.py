"""附注 (7.3.6) and the words on disclosure (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.judge import info, near, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, LINE
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_ROUND = expression(r"（[^（）]+）")
_DISCLOSURE = ("此件公开发布", "此件依申请公开", "此件不公开", "此件主动公开", "此件不予公开", "此件删减后公开")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    remark, date = subject.elements.remark, subject.elements.date
    if remark is None:
        return
    start = remark.indent("left") + remark.indent("first")
    yield verdict("7.3.6", abs(start - 2) <= 0.15, f"左空 {start:.1f} 字", remark.place, "左空二字")
    if date is not None:
        between = [one for one in subject.file.between(date, remark) if one.bare]
        yield verdict("7.3.6", not between, "紧接日期" if not between else "与日期之间隔着文字", remark.place)
    yield from _words(subject.elements)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    remark, date = subject.elements.remark, subject.elements.date
    if remark is None:
        return
    yield near("7.3.6", remark.first.x0 - subject.file.left(remark.first), 2 * CHARACTER, 0.6, remark.place, "左空 ")
    if date is not None and date.last.page == remark.first.page:
        step = remark.first.y - date.last.y
        yield verdict("7.3.6", 0 < step < 2.5 * LINE, f"在日期下 {step:.1f} 毫米", remark.place, "在日期下一行")
    yield from _words(subject.elements)


def _words(elements: Elements[P]) -> Iterator[Measure]:
    remark = elements.remark
    if remark is None:
        return
    yield verdict("7.3.6", bool(_ROUND.fullmatch(remark.bare)), f"“{remark.bare}”", remark.place, "用全角圆括号括起")
    words = remark.bare.strip("（）()[]【】〔〕")
    if "公开" in words:
        yield verdict("P2", words in _DISCLOSURE, f"“{words}”", remark.place)
    else:
        yield info("P2", "附注没有写公开属性", remark.place)
