"""Orders (10.2) and minutes (10.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.faces import FANGSONG, HEI
from planforge.inspect.judge import SIDES, near, piece_look, unmeasured, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LINE, MIDDLE
from planforge.inspect.word_space import ink_top
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_TOPS = {Form.ORDER: ("10.2-a", 57.0), Form.MINUTES: ("10.3-a", 72.0)}
_LISTED = expression(r"(出席|请假|列席)[:：]?")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    if elements.form not in _TOPS:
        return
    clause, top = _TOPS[elements.form]
    mark, number = elements.marks[0], elements.number
    centred = mark.side is Side.CENTRE
    yield verdict(clause, centred, "居中" if centred else "没有居中", mark.place, "居中")
    if mark.format.rule == "exact" and not mark.format.frame:
        yield near(clause, ink_top(subject.file, mark), top, 1.0, mark.place, "上边缘距纸上边 ")
    else:
        yield unmeasured(clause, "标志的高低由排版程序定", mark.place)
    if elements.form is Form.ORDER and number is not None:
        middle = number.side is Side.CENTRE
        yield verdict("10.2-b", middle, "居中" if middle else "没有居中", number.place, "居中")
        yield gap_of("10.2-b", subject.file, elements.marks[-1], number, 2, "标志下")
    yield from _lists(elements)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    if elements.form not in _TOPS:
        return
    clause, top = _TOPS[elements.form]
    mark, number = elements.marks[0], elements.number
    yield near(clause, mark.first.top, top, 1.0, mark.place, "上边缘距纸上边 ")
    yield near(clause, mark.first.centre, MIDDLE, 1.0, mark.place, "中心距纸左边 ", due=SIDES)
    if elements.form is Form.ORDER and number is not None:
        yield near("10.2-b", number.first.centre, MIDDLE, 1.0, number.place, "中心距纸左边 ", due=SIDES)
        yield near("10.2-b", number.first.top - elements.marks[-1].last.bottom, 2 * LINE, 1.5, number.place, "标志下 ")
    yield from _lists(elements)


def _lists(elements: Elements[P]) -> Iterator[Measure]:
    """Judge the lists of who was there (10.3)."""
    if elements.form is Form.MINUTES:
        listed = [passage for passage in elements.body if _LISTED.match(passage.bare)]
        for passage in listed:
            clause = "10.3-b" if passage.bare.startswith("出席") else "10.3-c"
            label, rest = passage.pieces[0], passage.pieces[1:]
            yield piece_look(clause, label, HEI, 16, passage.place)
            yield verdict(clause, passage.bare[2:3] == "：", f"“{passage.bare[:3]}”", passage.place, "后用全角冒号")
            for piece in rest[:1]:
                yield piece_look(clause, piece, FANGSONG, 16, passage.place)
        if not any(passage.bare.startswith("出席") for passage in listed):
            yield unmeasured("10.3-b", "没有出席名单")
        if not any(not passage.bare.startswith("出席") for passage in listed):
            yield unmeasured("10.3-c", "没有请假、列席名单")
