"""The body text (7.3.3-a … c): on the first page, its face, its indents."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.faces import FANGSONG
from planforge.inspect.judge import info, near, piece_look, unmeasured, verdict
from planforge.inspect.layers import level_of
from planforge.inspect.leads import main_of, split_lead
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side
from planforge.inspect.pdf_file import PdfFile, PdfPassage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER
from planforge.inspect.word_file import WordParagraph

_INDENT = 2 * CHARACTER
_TOLERANCE = 0.6
_CHAPTERS = ("章", "节")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    for paragraph in subject.elements.body:
        yield from _face(paragraph)
        if paragraph.latin_marks:
            marks = "".join(dict.fromkeys(paragraph.latin_marks))
            yield info("7.3.3-b", f"“{marks}”会用西文字体，与汉字不配（字体设置里没有注明是中文标点）", paragraph.place)
        if _is_running(paragraph):
            yield _word_indent(paragraph)


def _word_indent(paragraph: WordParagraph) -> Measure:
    text = "".join(piece.text for piece in paragraph.pieces)
    left, first = paragraph.indent("left"), paragraph.indent("first")
    if text[:1] in ("\u3000", " ", "\t", "\xa0"):
        return verdict("7.3.3-c", False, "用空格缩进", paragraph.place)
    holds = 1.9 <= first <= 2.1 and abs(left) < 0.1
    words = f"首行缩进 {first:.1f} 字" + (f"，左缩进 {left:.1f} 字" if abs(left) >= 0.1 else "")
    return verdict("7.3.3-c", holds, words, paragraph.place)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    if elements.title:
        # behind a cover and contents, the page that begins with the title
        page = elements.title[0].first.page
        first = [passage for passage in elements.body if passage.first.page == page]
        if elements.body:
            yield verdict("7.3.3-a", bool(first), f"首页有 {len(first)} 段正文")
    else:
        yield unmeasured("7.3.3-a", "没有标题，看不出哪一页是首页")
    for passage in subject.body:
        yield from _face(passage)
        if _is_running(passage):
            yield from _pdf_indent(subject.file, passage)


def _pdf_indent(file: PdfFile, passage: PdfPassage) -> Iterator[Measure]:
    indent = passage.first.x0 - file.left(passage.first)
    yield near("7.3.3-c", indent, _INDENT, _TOLERANCE, passage.place, "首行缩进 ")
    for line in passage.lines[1:]:
        yield near("7.3.3-c", line.x0 - file.left(line), 0, _TOLERANCE, passage.place, "回行缩进 ")


def _face(passage: Passage) -> Iterator[Measure]:
    """Judge the text of a paragraph, without the numbered heading it may begin with."""
    _, rest = split_lead(passage)
    piece = main_of(rest)
    if piece is not None:
        yield piece_look("7.3.3-b", piece, FANGSONG, 16, passage.place)


def _is_running(passage: Passage) -> bool:
    """Whether it is set as running text: chapters may be centred, an office decides."""
    return not (passage.side is Side.CENTRE and level_of(passage.bare) in _CHAPTERS)
