"""版记 (7.4): its rules and place in a document, the words and faces of its lines there and in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.faces import FANGSONG
from planforge.inspect.imprint_rules import pdf_rules, word_rules
from planforge.inspect.judge import SIDES, look, near, unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side
from planforge.inspect.pdf_file import PdfPassage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LEFT, LINE, RIGHT, TOP, mm_of_pt
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_PT = 14.0
_CHARACTER = mm_of_pt(_PT) + 0.36
"""One character of room: 4号 or 3号, both are read from the clause, so the middle with a tolerance covers both."""
_ROOM = (0.9, 1.2)
_COPIES = expression(r"抄送：[^。]+。")
_MAIN = expression(r"主送：[^。]+。")
_PRINTED = expression(r"(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发$")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    if elements.form is Form.LETTER:
        yield from _words(elements)
        yield from _word_copies(elements.copies) if elements.copies is not None else ()
    yield from _missing(elements)
    if not elements.imprint or elements.form is not Form.DOCUMENT:
        return
    yield from word_rules(subject)
    yield from _words(elements)
    if elements.copies is not None:
        yield from _word_copies(elements.copies)
    if elements.printed is not None:
        yield from _word_printed(subject.file, elements, elements.printed)
    last = subject.file.sections[-1]
    if last.kind == "evenPage":
        yield verdict("7.4.1-e", True, "另起偶数页")
    else:
        yield unmeasured("7.4.1-e", "版记不在另起偶数页的节里，在第几页由排版程序定")


def _missing(elements: Elements[P]) -> Iterator[Measure]:
    """Tell of a red head without 版记, the third part of a document (7.1)."""
    if elements.form is Form.DOCUMENT and elements.marks and not elements.imprint:
        yield verdict("7.4.1-e", False, "有红头，没有版记", elements.marks[0].place)


def _word_copies(copies: WordParagraph) -> Iterator[Measure]:
    left, first, right = (copies.indent(side) for side in ("left", "first", "right"))
    yield _room("7.4.2-a", left + first, "左", copies)
    yield _room("7.4.2-a", right, "右", copies)
    if width_of(copies.bare) > 29:
        yield verdict("7.4.2-c", abs(first + 3) <= 0.1, f"悬挂 {-first:.1f} 字", copies.place, "悬挂 3 字")


def _word_printed(file: WordFile, elements: Elements[WordParagraph], printed: WordParagraph) -> Iterator[Measure]:
    row = [one for one in elements.imprint if _same_row(one, printed)] or [printed]
    for passage in row:
        yield look("7.4.3-a", passage, FANGSONG, _PT)
    yield _room("7.4.3-a", row[0].indent("left") + row[0].indent("first"), "左", row[0])
    tabs = [position for position, kind in printed.format.tabs if kind in ("right", "end")]
    if len(row) > 1 or printed.side is Side.RIGHT:
        free = printed.indent("right")
    elif tabs:
        width = file.section_of(printed).text_width
        free = (width - printed.format.right - tabs[-1]) / 20 / _PT + printed.indent("right")
    else:
        text = "".join(piece.text for piece in printed.pieces)
        free = 442.2 / _PT - width_of(text) - printed.indent("left") - printed.indent("first")
    yield _room("7.4.3-a", free, "日期右", printed, due=SIDES)


def _same_row(one: WordParagraph, other: WordParagraph) -> bool:
    if one.cell is None or other.cell is None:
        return one is other
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)


def _room(clause: str, chars: float, side: str, passage: Passage, *, due: tuple[str, ...] = ()) -> Measure:
    holds = _ROOM[0] <= chars <= _ROOM[1]
    return verdict(clause, holds, f"{side}空 {chars:.1f} 字", passage.place, f"{side}空一字", due=due)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    if elements.form is Form.LETTER:
        yield from _words(elements)
        yield from _pdf_copies(elements.copies) if elements.copies is not None else ()
    yield from _missing(elements)
    if not elements.imprint or elements.form is not Form.DOCUMENT:
        return
    yield from pdf_rules(subject)
    yield from _words(elements)
    if elements.copies is not None:
        yield from _pdf_copies(elements.copies)
    if elements.printed is not None:
        line = elements.printed.first
        yield look("7.4.3-a", elements.printed, FANGSONG, _PT)
        yield near("7.4.3-a", line.x0, LEFT + _CHARACTER, 0.8, elements.printed.place, "机关左缘距纸左边 ", due=SIDES)
        yield near("7.4.3-a", line.x1, RIGHT - _CHARACTER, 0.8, elements.printed.place, "日期右缘距纸左边 ", due=SIDES)
    yield _pdf_page(subject)


def _pdf_page(subject: PdfSubject) -> Measure:
    """Tell on which pages 版记 stands: the last one, an even one; what fills that may begin before it."""
    imprint, sheets = subject.elements.imprint, subject.file.sheets
    first, last = imprint[0].first.page, imprint[-1].last.page
    head = sheets[last - 1].lines[0]
    full = head.top < TOP + 2 * LINE and any(line is head for passage in imprint for line in passage.lines)
    holds = last == len(sheets) and last % 2 == 0 and (first == last or full)
    pages = f"{first}页" if first == last else f"{first}～{last}页"
    return verdict("7.4.1-e", holds, f"在第{pages}，共 {len(sheets)} 页", imprint[0].place)


def _pdf_copies(copies: PdfPassage) -> Iterator[Measure]:
    yield near("7.4.2-a", copies.first.x0, LEFT + _CHARACTER, 0.8, copies.place, "左缘距纸左边 ", due=SIDES)
    widest = max(line.x1 for line in copies.lines)
    holds = widest <= RIGHT - _CHARACTER + 0.8
    yield verdict("7.4.2-a", holds, f"右空 {RIGHT - widest:.1f} 毫米", copies.place, "右空一字", due=SIDES)
    name = next((c.x0 for index, c in enumerate(copies.first.characters) if _after_colon(copies, index)), None)
    for line in copies.lines[1:]:
        if name is not None:
            yield near("7.4.2-c", line.x0, name, 0.5, copies.place, "回行左缘距纸左边 ")


def _after_colon(copies: PdfPassage, index: int) -> bool:
    text = [character.text for character in copies.first.characters]
    return index > 0 and text[index - 1] in "：:" and "：" not in text[: index - 1]


def _words(elements: Elements[P]) -> Iterator[Measure]:
    copies, main, printed = elements.copies, elements.main_copies, elements.printed
    if copies is not None:
        yield look("7.4.2-a", copies, FANGSONG, _PT)
        yield verdict("7.4.2-b", bool(_COPIES.fullmatch(copies.bare)), _ends(copies), copies.place)
    if main is not None:
        yield verdict("7.4.2-d", bool(_MAIN.fullmatch(main.bare)), _ends(main), main.place)
        if copies is not None:
            first = _before(elements.imprint, main, copies)
            yield verdict("7.4.2-e", first, "主送在上" if first else "抄送在上", main.place)
    if printed is not None and elements.form is not Form.LETTER:  # which must not have it at all
        if copies is not None:
            first = _before(elements.imprint, copies, printed)
            yield verdict("7.4.2-a", first, "在印发行之上" if first else "在印发行之下", copies.place, "在印发行之上")
        text = re.search(r"\d{2,4}年.*$", printed.bare)
        shown = text[0] if text else printed.bare
        yield verdict("7.4.3-b", bool(_PRINTED.search(printed.bare)), f"“{shown}”", printed.place)


def _before(imprint: Sequence[P], one: P, other: P) -> bool:
    return next(i for i, p in enumerate(imprint) if p is one) < next(i for i, p in enumerate(imprint) if p is other)


def _ends(passage: Passage) -> str:
    return f"“{passage.bare[:3]}……{passage.bare[-2:]}”"
