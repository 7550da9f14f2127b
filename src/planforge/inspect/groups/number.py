"""发文字号 (7.2.5) and 签发人 (7.2.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.faces import FANGSONG, KAI
from planforge.inspect.judge import near, piece_look, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side, is_han
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, LEFT, LINE, MIDDLE, RIGHT
from planforge.inspect.word_file import WordParagraph

P = TypeVar("P", bound=Passage)
_GAP = 2 * LINE
_YEAR = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕")
_ORDINAL = re.compile(r"[〕\]）)］】﹞][1-9]\d*号")
_SIGNER = re.compile(r"签发人[:：]")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements, number = subject.elements, subject.elements.number
    yield from _signers(elements)
    if number is None or elements.form in (Form.ORDER, Form.MINUTES):
        return
    yield from _words(number)
    if elements.form is Form.LETTER:
        return
    if elements.signers:
        yield _one_in(number, "left", "7.2.5-d")
    else:
        centred = number.side is Side.CENTRE and abs(number.indent("left") - number.indent("right")) < 0.1
        yield verdict("7.2.5-a", centred, "居中" if centred else "没有居中", number.place, "居中")
    marks = [mark for mark in elements.marks if mark.cell is None and not mark.floats]
    if marks and marks[-1].format.rule == "exact":
        yield gap_of("7.2.5-a", subject.file, marks[-1], number, 2, "标志下")


def _one_in(passage: WordParagraph, side: str, clause: str) -> Measure:
    chars = passage.indent(side) or (passage.indent("first") if side == "left" else 0)
    return verdict(clause, 0.9 <= chars <= 1.1, f"空 {chars:.1f} 字", passage.place, "空一字")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements, number = subject.elements, subject.elements.number
    yield from _signers(elements)
    if number is None or elements.form in (Form.ORDER, Form.MINUTES):
        return
    yield from _words(number)
    if elements.form is Form.LETTER:
        return
    line = number.first
    if elements.signers:
        yield near("7.2.5-d", line.x0, LEFT + CHARACTER, 0.6, number.place, "左缘距纸左边 ")
        last = elements.signers[-1].first
        yield near("7.2.5-d", last.y - line.y, 0, 0.3, number.place, "与末一个签发人高低差 ")
        yield near("7.2.6-a", last.x1, RIGHT - CHARACTER, 0.6, elements.signers[-1].place, "右缘距纸左边 ")
    else:
        yield near("7.2.5-a", line.centre, MIDDLE, 1.0, number.place, "中心距纸左边 ")
    if elements.marks:
        bottom = max(mark.last.bottom for mark in elements.marks)
        yield near("7.2.5-a", line.top - bottom, _GAP, 1.5, number.place, "标志下 ")


def _words(number: Passage) -> Iterator[Measure]:
    text = _SIGNER.split(number.bare)[0]
    yield verdict(
        "7.2.5-b", bool(_YEAR.match(text)), f"“{text}”", number.place, "机关代字后用六角括号括四位年份，如〔2023〕"
    )
    yield verdict("7.2.5-c", bool(_ORDINAL.search(text)), f"“{text}”", number.place, "不编虚位的顺序号加“号”，如5号")


def _signers(elements: Elements[P]) -> Iterator[Measure]:
    """Judge faces and separators; the label is what stands up to the colon."""
    if not elements.signers:
        return
    for passage in elements.signers:
        seen = "" if _SIGNER.search(passage.text) else "签发人："
        for piece in passage.pieces:
            before, seen = seen, seen + piece.text
            if sum(map(is_han, piece.text)):
                label = not _SIGNER.search(before) and "签发人" in piece.text
                named = bool(_SIGNER.search(before))
                if label or named:
                    yield piece_look("7.2.6-b", piece, FANGSONG if label else KAI, 16, passage.place)
    names = "".join(passage.text for passage in elements.signers)
    yield verdict(
        "7.2.6-c", "、" not in names, "姓名间用顿号" if "、" in names else "姓名间空格", elements.signers[0].place
    )
    first = elements.signers[-1]
    if isinstance(first, WordParagraph) and first.side is Side.RIGHT:
        yield _one_in(first, "right", "7.2.6-a")
    elif isinstance(first, WordParagraph):
        tabs = [position for position, kind in first.format.tabs if kind in ("right", "end")]
        yield verdict(
            "7.2.6-a", any(8500 <= tab <= 8580 for tab in tabs), "右对齐制表位" if tabs else "没有右对齐", first.place
        )
