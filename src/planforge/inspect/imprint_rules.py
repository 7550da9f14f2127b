"""The rules of 版记 (7.4.1): length, thickness, place, colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.inspect.imprint_place import last_rule
from planforge.inspect.imprint_ruled import framed_foot, ruled
from planforge.inspect.judge import SIDES, info, near, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Colour, Place
from planforge.inspect.pdf_file import Line as PdfLine
from planforge.inspect.pdf_file import Rule, Sheet
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import BOTTOM, LEFT, WIDTH, mm_of_pt, mm_of_twips
from planforge.inspect.word_file import DrawnLine, WordParagraph
from planforge.inspect.word_runs import colour_of
from planforge.ooxml.formats import Border
from planforge.ooxml.levels import whole
from planforge.records import record

_FOOT = ("5.2.1-a", "5.2.1-e", *SIDES)
"""What moves the lower edge of the text, or what stands on it: narrower lines are more lines."""
_THICK, _THIN, _TOLERANCE = 0.35, 0.25, 0.05
_DARK = 60
_LONG = 100.0
_ROOM_ABOVE = 15.0
"""Millimetres above the first line in which its rule is looked for."""


@record(frozen=True, slots=True)
class Line:
    """A rule: thickness in millimetres, colour, and what it stands beside."""

    thick: float
    colour: Colour
    place: Place


def word_rules(subject: WordSubject) -> Iterator[Measure]:
    """Measure the borders and drawn lines of a DOCX."""
    imprint = subject.elements.imprint
    yield from _widths(subject)
    lines = list(_word_lines(subject))
    yield from _judged(lines, imprint[0].place)
    foot = last_rule(subject.file, imprint[0])
    if foot is None:
        foot = framed_foot(ruled(subject.file, imprint)[-1])
    else:
        foot += sum(line.thick for line in lines)  # programs add the rules to the rows
    if foot is None:
        yield info("7.4.1-d", "末线高低由排版程序定，这里没有量")
    else:
        yield near("7.4.1-d", foot, BOTTOM, 1.0, imprint[0].place, "末线距纸上边 ", due=_FOOT)


def _widths(subject: WordSubject) -> Iterator[Measure]:
    first = subject.elements.imprint[0]
    section = subject.file.section_of(first)
    if first.cell is not None:
        table = subject.file.tables[first.cell.table]
        if table.width is not None:
            yield near("7.4.1-a", mm_of_twips(table.width), WIDTH, 0.5, first.place, "表格宽 ")
        return
    for paragraph in ruled(subject.file, subject.elements.imprint):
        if any(border.drawn for border in paragraph.format.borders.values()):
            form = paragraph.format
            room = whole(form.frame.get("w")) or section.text_width
            width = mm_of_twips(room - form.right - form.left - min(form.first, 0))
            yield near("7.4.1-a", width, WIDTH, 0.5, paragraph.place, "线长 ")
    for line in _drawn(subject):
        yield near("7.4.1-a", line.width, WIDTH, 0.5, first.place, "线长 ")


def _word_lines(subject: WordSubject) -> Iterator[Line]:
    """Yield the rules top to bottom; a border two paragraphs share is one."""
    below: Border | None = None
    last: WordParagraph | None = None
    for paragraph in ruled(subject.file, subject.elements.imprint):
        borders = paragraph.cell.borders if paragraph.cell is not None else paragraph.format.borders
        if last is not None and last.cell and paragraph.cell and last.cell.row == paragraph.cell.row:
            below, last = below or borders.get("bottom"), paragraph
            continue
        top = borders.get("top")
        shared = [border for border in (below, top) if border is not None and border.drawn]
        if shared:
            yield _line(max(shared, key=lambda border: border.size), paragraph)
        below, last = borders.get("bottom"), paragraph
    if below is not None and below.drawn and last is not None:
        yield _line(below, last)
    for line in _drawn(subject):
        yield Line(mm_of_pt(line.weight), line.colour, subject.elements.imprint[0].place)


def _drawn(subject: WordSubject) -> list[DrawnLine]:
    members = {id(one) for one in subject.elements.imprint}
    first = next(i for i, one in enumerate(subject.file.paragraphs) if id(one) in members)
    return [line for line in subject.file.lines if line.paragraph >= first - 1 and line.width > _LONG]


def _line(border: Border, paragraph: WordParagraph) -> Line:
    return Line(mm_of_pt(border.size / 8), colour_of(border.color), paragraph.place)


def pdf_rules(subject: PdfSubject) -> Iterator[Measure]:
    """Measure the rules of a PDF."""
    first, last = subject.elements.imprint[0], subject.elements.imprint[-1]
    found = list(_of_pdf(subject))
    for rule in found:
        yield near("7.4.1-a", rule.width, WIDTH, 0.5, first.place, "长 ")
        yield near("7.4.1-a", rule.x0, LEFT, 0.5, first.place, "左端距纸左边 ")
    yield from _judged([Line(rule.height, rule.colour, first.place) for rule in found], first.place)
    if found:
        above = found[0].page == first.first.page and found[0].top < first.first.top
        yield verdict(
            "7.4.1-d", above, "首线在上" if above else "首线在首个要素之下", first.place, "首线在首个要素之上"
        )
        foot = found[-1].bottom if found[-1].page == last.last.page else 0.0
        yield near("7.4.1-d", foot, BOTTOM, 1.0, last.place, "末线距纸上边 ", due=_FOOT)


def _of_pdf(subject: PdfSubject) -> Iterator[Rule]:
    """Yield the rules of 版记 top to bottom; not those that close a row cut by the end of a page."""
    lines = [line for passage in subject.elements.imprint for line in passage.lines]
    first, last = lines[0].page, lines[-1].page
    for sheet in subject.file.sheets[first - 1 : last]:
        inside = [line for line in lines if line.page == sheet.number]
        if not inside:
            continue
        top = _above(sheet, inside[0]) if sheet.number == first else inside[0].y
        foot = sheet.height if sheet.number == last else inside[-1].y
        yield from (rule for rule in sheet.rules if rule.width > _LONG and top < rule.top < foot)


def _above(sheet: Sheet, first: PdfLine) -> float:
    """Return where the room for the first rule begins: below what stands above 版记, text or a footnote."""
    above = [line.y for line in (*sheet.lines, *sheet.notes) if line.y < first.y]
    return max([first.top - _ROOM_ABOVE, *above])


def _judged(lines: Sequence[Line], place: Place) -> Iterator[Measure]:
    if len(lines) < 2:
        yield verdict("7.4.1-b", False, f"有 {len(lines)} 条分隔线", place, "首末两条分隔线")
        return
    for line in (lines[0], lines[-1]):
        yield near("7.4.1-b", round(line.thick, 3), _THICK, _TOLERANCE, line.place, "粗 ")
    for line in lines[1:-1]:
        yield near("7.4.1-c", round(line.thick, 3), _THIN, _TOLERANCE, line.place, "粗 ")
    dark = all(max(line.colour) <= _DARK for line in lines)
    yield verdict("7.4.1-d", dark, "黑色" if dark else "不是黑色", place, "黑色")
