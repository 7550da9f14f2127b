"""Paper and margins (5.1, 5.2.1), the three parts in order (7.1), the margins of GB/T 33476.2 (E6.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.judge import info, near, unmeasured, verdict, within
from planforge.inspect.letter_lengths import MARK_TOP
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Place
from planforge.inspect.pdf_edges import HANGING
from planforge.inspect.pdf_file import Line, Sheet
from planforge.inspect.setup import SetUp
from planforge.inspect.subject import PdfSubject, WordSubject, is_body_size
from planforge.inspect.units import BOTTOM, CHARACTER, HEIGHT, LEFT, LINE, PAPER, RIGHT, TOP, WIDTH, mm_of_twips
from planforge.inspect.word_file import Section

P = TypeVar("P", bound=Passage)
_PAPER_TOLERANCE = 0.2
_MARGIN_TOLERANCE = 1.0
_FLUSH = 0.6
_OF_SOFTWARE = (
    ("top", 34.58, "5.2.1-a"),
    ("bottom", 32.58, "5.2.1-e"),
    ("left", 28.0, "5.2.1-b"),
    ("right", 26.0, "5.2.1-d"),
)
_NO_FULL_LINE = "没有写满一行的正文，看不出版心的左右边"
_NO_FIRST_LINE = "没有以正文开头的页，看不出版心的上边缘"
_NO_FULL_PAGE = "没有写满一面的正文，看不出版心的下边缘"


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure the sections of a DOCX."""
    for number, section in enumerate(subject.file.sections, 1):
        place = Place(text=f"第{number}节")
        yield from _section(section, subject.setup, place, letter=number == 1 and _is_page_of_letter(subject))
    yield from _order(subject.elements)


def _is_page_of_letter(subject: WordSubject) -> bool:
    """Return whether the first section is the first page of a letter, as far as a file can tell."""
    turned = any(one.starts_page and not one.section for one in subject.file.paragraphs[1:])
    return subject.elements.form is Form.LETTER and not turned


def _section(section: Section, setup: SetUp, place: Place, *, letter: bool) -> Iterator[Measure]:
    """Judge a section; that of the first page of a `letter` may begin where the mark does."""
    paper = section.paper[::-1] if section.landscape else section.paper
    wide, high = (mm_of_twips(twips) for twips in paper)
    yield _paper(wide, high, place)
    if section.landscape:
        return
    margins = {side: mm_of_twips(twips) for side, twips in section.margins.items()}
    inner = margins["left"] + margins["gutter"]
    top = setup.top
    if letter and abs(margins["top"] - MARK_TOP) <= _MARGIN_TOLERANCE:
        top = MARK_TOP
        yield info(
            "5.2.1-a", f"信函首页上页边距 {margins['top']:.1f} 毫米，从标志量起；次页起应为 {setup.top:g} 毫米", place
        )
    else:
        yield near("5.2.1-a", margins["top"], top, _MARGIN_TOLERANCE, place, "上页边距 ")
    yield near("5.2.1-b", inner, LEFT, _MARGIN_TOLERANCE, place, "左页边距 ")
    text_width, text_height = wide - inner - margins["right"], high - margins["top"] - margins["bottom"]
    asked = round(PAPER[1] - top - setup.bottom, 2)
    right, bottom = margins["right"], margins["bottom"]
    shifted = ("5.2.1-b",) if _as_asked(text_width, WIDTH) else ()
    yield near("5.2.1-d", right, PAPER[0] - RIGHT, _MARGIN_TOLERANCE, place, "右页边距 ", due=shifted)
    raised = ("5.2.1-a",) if _as_asked(text_height, asked) else ()
    yield near("5.2.1-e", bottom, setup.bottom, _MARGIN_TOLERANCE, place, "下页边距 ", due=raised)
    yield near("5.2.1-c", text_width, WIDTH, _MARGIN_TOLERANCE, place, "宽 ")
    yield near("5.2.1-c", text_height, asked, _MARGIN_TOLERANCE, place, "高 ")
    yield from _software(section, place)


def _as_asked(length: float, asked: float) -> bool:
    """Return whether a text area is as wide or high as it should be: then one margin moves the other."""
    return abs(length - asked) <= _MARGIN_TOLERANCE


def _software(section: Section, place: Place) -> Iterator[Measure]:
    for side, wanted, clause in _OF_SOFTWARE:
        yield near("E6.2", mm_of_twips(section.margins[side]), wanted, 0.1, place, due=(clause,))


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure the pages of a PDF by their ink."""
    for sheet in subject.file.sheets:
        wide = sheet.width > sheet.height
        yield _paper(*((sheet.height, sheet.width) if wide else (sheet.width, sheet.height)), Place(sheet.number))
    yield from chain(_top(subject), _bottom(subject), _sides(subject))
    yield from _order(subject.elements)


def _paper(wide: float, high: float, place: Place) -> Measure:
    holds = abs(wide - PAPER[0]) <= _PAPER_TOLERANCE and abs(high - PAPER[1]) <= _PAPER_TOLERANCE
    return verdict("5.1", holds, f"{wide:.1f}×{high:.1f} 毫米", place)


def _top(subject: PdfSubject) -> Iterator[Measure]:
    sheets = [sheet for sheet in subject.file.sheets if _begins_with_body(subject, sheet)]
    if not sheets:
        yield unmeasured("5.2.1-a", _NO_FIRST_LINE)
    for sheet in sheets:
        line, place = sheet.lines[0], Place(sheet.number)
        inside = TOP if subject.setup.by_ink else TOP + subject.setup.leading
        # some programs share out what is left of a page below its lines, less than a line, above and below them
        due = ("3.2",) if inside < line.top < inside + LINE else ()
        if subject.setup.by_ink:
            yield near("5.2.1-a", line.top, TOP, _MARGIN_TOLERANCE, place, "首行字面上缘 ", due=due)
        else:
            yield within("5.2.1-a", line.top, TOP - 1, inside + 1, place, "首行字面上缘 ", due=due)
    if sheets and not subject.setup.by_ink:
        yield info("5.2.1-a", f"按页边距判，首行字面上缘距纸上边 {sheets[0].lines[0].top:.1f} 毫米")


def _bottom(subject: PdfSubject) -> Iterator[Measure]:
    sheets = subject.full_sheets()
    if not sheets:
        yield unmeasured("5.2.1-e", _NO_FULL_PAGE)
    low, leading = PAPER[1] - BOTTOM, 0.0 if subject.setup.by_ink else subject.setup.leading
    for sheet in sheets:
        ink, place = sheet.height - sheet.lines[-1].bottom, Place(sheet.number)
        tall = sheet.lines[-1].bottom - sheet.lines[0].top
        # text as high as it should be only stands higher or lower
        due = ("5.2.1-a",) if HEIGHT - leading - 2 <= tall <= HEIGHT + 2 else ()
        if subject.setup.by_ink:
            yield near("5.2.1-e", ink, low, _MARGIN_TOLERANCE, place, "末行字面下缘距纸下边 ", due=due)
        else:
            yield within("5.2.1-e", ink, low - 1, low + leading + 1, place, "末行字面下缘距纸下边 ", due=due)
    if sheets and not subject.setup.by_ink:
        ink = sheets[0].height - sheets[0].lines[-1].bottom
        yield info("5.2.1-e", f"按页边距判，末行字面下缘距纸下边 {ink:.1f} 毫米")


def _sides(subject: PdfSubject) -> Iterator[Measure]:
    lines = [line for passage in subject.body for line in passage.lines[:-1]]
    if not lines:
        for clause in ("5.2.1-b", "5.2.1-c", "5.2.1-d"):
            yield unmeasured(clause, _NO_FULL_LINE)
        return
    for left, right in dict.fromkeys(subject.file.edges):
        yield near("5.2.1-b", left, LEFT, _MARGIN_TOLERANCE, what="顶格行左缘 ")
        shifted = ("5.2.1-b",) if WIDTH - 2 <= right - left <= WIDTH + 1 else ()
        free = min(sheet.width for sheet in subject.file.sheets) - right
        wanted, ragged = PAPER[0] - RIGHT, CHARACTER if _is_ragged(lines, right) else 0.0
        if ragged:
            high = wanted + _MARGIN_TOLERANCE + ragged
            yield within("5.2.1-d", free, wanted - 1, high, what="最长的行右缘距纸右边 ", due=shifted)
        else:
            yield near("5.2.1-d", free, wanted, _MARGIN_TOLERANCE, what="满行右缘距纸右边 ", due=shifted)
        yield within("5.2.1-c", right - left, WIDTH - 2 - ragged, WIDTH + 1, what="宽 ")
    sheets = subject.file.sheets
    if subject.elements.form is Form.LETTER:
        sheets = sheets[1:]  # 10.1 says how high the mark of its first page stands, and how low the text may go
    body = [line for sheet in sheets if sheet.height >= sheet.width for line in sheet.lines]
    if body:
        tallest = max(line.bottom for line in body) - min(line.top for line in body)
        yield within("5.2.1-c", tallest, 0, HEIGHT + 1, what="字面高 ")


def _is_ragged(lines: Sequence[Line], right: float) -> bool:
    """Return whether too few lines end at one edge for it to be that of the text: it is within a character of it."""
    return sum(abs(line.x1 - right) <= 0.5 or line.text[-1] in HANGING for line in lines) < _FLUSH * len(lines)


def _begins_with_body(subject: PdfSubject, sheet: Sheet) -> bool:
    return bool(sheet.lines) and id(sheet.lines[0]) in subject.body_lines and is_body_size(sheet.lines[0])


def _order(elements: Elements[P]) -> Iterator[Measure]:
    late = [one for one in elements.imprint if not one.boxed and one.size >= 15.5 and len(one.bare) > 40]
    if late:
        yield verdict("7.1-a", False, "版记后面还有正文", late[0].place)
    else:
        yield verdict("7.1-a", True, "版头、主体、版记依次")
    for stray in elements.strays:
        yield info("7.1-a", f"版头里的“{stray.words()}”不是版头的要素", stray.place)
