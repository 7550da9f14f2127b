"""The red head above the document number: 份号, 密级, 紧急程度 (7.2.1–7.2.3), 发文机关标志 (7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.faces import BIAOSONG, HEI, Match, match_face, shown_face
from planforge.inspect.judge import SIDES, look, near, unmeasured, verdict
from planforge.inspect.outcome import Measure, Status
from planforge.inspect.passage import Passage, Side, is_han, is_red
from planforge.inspect.pdf_file import PdfPassage
from planforge.inspect.recognise_head import ORGANS
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LEFT, MIDDLE, WIDTH, mm_of_pt
from planforge.inspect.word_file import WordParagraph
from planforge.inspect.word_space import ink_top
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
MARK_TOP = 72.0
_TOLERANCE = 1.0
_PERIOD = expression(r"★(\d+(年|个月|天)|长期)")
_NAME = expression(r"[\u4e00-\u9fff（）()、]+")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    for passage in elements.corners:
        yield from _corner(elements, passage, _indented(passage))
    yield from _words(elements)
    if elements.form is not Form.DOCUMENT or not elements.marks:
        return
    yield from _marks(elements.marks)
    for mark in elements.marks:
        width = mm_of_pt(sum(map(is_han, mark.bare)) * mark.size)
        yield verdict("7.2.4-c", width <= WIDTH + 0.5, f"宽 {width:.0f} 毫米", mark.place)
    yield from _word_place(subject, elements.marks)


def _indented(passage: WordParagraph) -> bool:
    return passage.side is not Side.LEFT or passage.indent("left") > 0.1


def _word_place(subject: WordSubject, marks: list[WordParagraph]) -> Iterator[Measure]:
    first = marks[0]
    if first.cell is None:
        centred = first.side is Side.CENTRE and abs(first.indent("left") - first.indent("right")) < 0.1
        yield verdict("7.2.4-b", centred, "居中" if centred else "没有居中", first.place, "居中")
    loose = first.float_top is None and (first.floats or first.format.frame)
    if loose or first.cell is not None or first.format.rule != "exact":
        yield unmeasured(
            "7.2.4-b", "标志在表格、图文框或随文字走的文本框里，或行距不是固定值，高低由排版程序定", first.place
        )
        return
    top = ink_top(subject.file, first)
    yield near("7.2.4-b", top, MARK_TOP, _TOLERANCE, first.place, "上边缘距纸上边 ", due=("5.2.1-a",))


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    for passage in elements.corners:
        yield from _corner(elements, passage, abs(passage.first.x0 - LEFT) > _TOLERANCE)
    yield from _words(elements)
    if elements.form is not Form.DOCUMENT or not elements.marks:
        return
    yield from _marks(elements.marks)
    for mark in elements.marks:
        width = max(line.x1 - line.x0 for line in mark.lines)
        yield verdict("7.2.4-c", width <= WIDTH + 0.5, f"宽 {width:.0f} 毫米", mark.place)
    yield from _pdf_place(elements.marks)


def _pdf_place(marks: list[PdfPassage]) -> Iterator[Measure]:
    lines = [line for mark in marks for line in mark.lines]
    top = min(line.top for line in lines)
    yield near("7.2.4-b", top, MARK_TOP, _TOLERANCE, marks[0].place, "上边缘距纸上边 ", due=("5.2.1-a",))
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    yield near("7.2.4-b", (left + right) / 2, MIDDLE, _TOLERANCE, marks[0].place, "中心距纸左边 ", due=SIDES)


def _corner(elements: Elements[P], passage: P, indented: bool) -> Iterator[Measure]:
    """Judge one of the three elements at the upper left."""
    clause = {id(elements.copy_number): "7.2.1", id(elements.secrecy): "7.2.2-a"}.get(id(passage), "7.2.3-a")
    if passage is elements.copy_number:
        yield verdict(clause, len(passage.bare) == 6, f"{len(passage.bare)} 位", passage.place, "6 位")
        yield verdict(clause, 15.5 <= passage.size <= 16.5, f"{passage.size:g} 磅", passage.place, "16 磅")
    else:
        yield look(clause, passage, HEI, 16)
    if elements.form is not Form.LETTER:  # there 10.1 asks for it
        yield verdict(clause, not indented, "有缩进" if indented else "顶格", passage.place, "顶格")


def _words(elements: Elements[P]) -> Iterator[Measure]:
    secrecy, urgency = elements.secrecy, elements.urgency
    if secrecy is not None and len(secrecy.bare) > 2:
        yield verdict("7.2.2-b", bool(_PERIOD.search(secrecy.bare)), secrecy.bare, secrecy.place)
    elif secrecy is not None:
        yield verdict("7.2.2-b", True, "没有写保密期限", secrecy.place)
    if urgency is not None:
        yield verdict("7.2.3-a", urgency.bare in ("特急", "加急"), urgency.bare, urgency.place)
    present = [one for one in (elements.copy_number, secrecy, urgency) if one is not None]
    if len(present) > 1:
        pairs = pairwise([(one.place.page or 0, one.place.paragraph or 0, _height(one)) for one in present])
        ordered = all(a < b for a, b in pairs)
        yield verdict("7.2.3-b", ordered, "依次" if ordered else "次序颠倒", present[0].place)


def _height(passage: Passage) -> float:
    return passage.first.y if isinstance(passage, PdfPassage) else 0.0


def _marks(marks: list[P]) -> Iterator[Measure]:
    name = "".join(sorted((mark.bare for mark in marks), key=lambda words: words == "文件"))
    plain = name.removesuffix("文件")
    holds = bool(_NAME.fullmatch(name)) and len(plain) > 2 and (name.endswith("文件") or plain.endswith(ORGANS))
    yield verdict("7.2.4-a", holds, name, marks[0].place)
    for mark in marks:
        piece = mark.main
        if piece is None:
            continue
        match, red = match_face(piece.faces, BIAOSONG), is_red(piece.colour)
        status = Status.FAIL
        if red and not piece.bold and match is not Match.OTHER:
            status = Status.HOLDS if match is Match.OFFICIAL else Status.STAND_IN
        words = f"{'红色' if red else '不是红色的'}{shown_face(piece.faces)}{'加粗' if piece.bold else ''}"
        yield Measure("7.2.4-c", status, words, mark.place, "红色小标宋")
    yield from _joint(marks)


def _joint(marks: list[P]) -> Iterator[Measure]:
    if len(marks) < 2:
        return
    label = next((mark for mark in marks if mark.bare.endswith("文件")), None)
    if label is None:
        yield verdict("7.2.4-d", True, f"{len(marks)} 个机关名称，没有“文件”", marks[-1].place)
    elif isinstance(label, WordParagraph):
        middle = label.bare == "文件" and label.cell is not None and label.cell.valign == "center"
        yield verdict("7.2.4-d", middle, "上下居中" if middle else "没有上下居中", label.place)
    elif isinstance(label, PdfPassage):
        yield _centred(label, [mark for mark in marks if isinstance(mark, PdfPassage)])


def _centred(label: PdfPassage, marks: list[PdfPassage]) -> Measure:
    """Return whether “文件” stands in the middle of the names beside it, of which one may share its line."""
    ending = label.last.characters[-2:]
    names = [mark for mark in marks if mark.bare != "文件"]
    middle = (min(name.first.top for name in names) + max(name.last.bottom for name in names)) / 2
    off = (min(one.ink[1] for one in ending) + max(one.ink[3] for one in ending)) / 2 - middle
    return near("7.2.4-d", off, 0, 1.0, label.place, "“文件”离名称中线 ")
