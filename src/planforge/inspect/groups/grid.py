"""Lines and characters of a page (3.1, 3.2, 5.2.3) and the values computed from them (C2–C4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.judge import near, unmeasured, verdict, within
from planforge.inspect.layers import level_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Place, is_han
from planforge.inspect.pdf_edges import HANGING
from planforge.inspect.pdf_file import Line
from planforge.inspect.subject import BODY_SIZES, PdfSubject, WordSubject, is_body_size
from planforge.inspect.units import CHARACTER, LINE, PT_PER_MM, mm_of_pt
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.inspect.word_space import line_height

P = TypeVar("P", bound=Passage)
_PITCHES = (28.95, 29.45, 30.0)
_CHARACTER_PT = 15.79
_JUSTIFIED = ("both", "distribute", "thaiDistribute")
_FLUSH_SHARE = 0.95
_CLOSEST = 0.88
_PAGE_CHARACTERS = 22 * 28
_CHAPTERS = ("章", "节")
_ENOUGH = 5
"""Lines of Chinese characters only, from which on the usual number of characters is counted."""
_ENOUGH_STEPS = 20


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure the resolved properties of a DOCX."""
    upright = (p for p in subject.elements.body if not subject.file.section_of(p).landscape)
    body = [p for p in upright if BODY_SIZES[0] <= p.size <= BODY_SIZES[1]]
    adjustable, below_text = _before_signature(subject.elements), _below_text(subject)
    for paragraph in body:
        advance = paragraph.size + paragraph.spaced / 20
        pitch = line_height(subject.file, paragraph)
        yield near("3.1", round(mm_of_pt(advance), 2), CHARACTER, 0.15, paragraph.place)
        yield _line(mm_of_pt(pitch), paragraph, adjustable)
        if not any(paragraph is one for one in adjustable):
            yield _pitch(pitch, paragraph)
            yield _lines_a_page(subject.file, paragraph, pitch)
        yield verdict("C3", abs(advance - _CHARACTER_PT) <= 0.1, f"一字 {advance:.2f} 磅", paragraph.place)
        yield _characters_a_line(subject.file, paragraph, advance)
        yield _filled(paragraph, below_text=id(paragraph) in below_text)
    yield from _grids(subject.file, body)


def _before_signature(elements: Elements[P]) -> list[P]:
    """Return the text above the date, on one page: its lines may be closer for the date to fit (7.3.5.5)."""
    date = elements.date
    if date is None:
        return []
    if date.place.page is not None:
        return [p for p in elements.body if p.place.page == date.place.page]
    above = [p for p in elements.body if (p.place.paragraph or 0) < (date.place.paragraph or 0)]
    return above if sum(len(p.text) for p in above) <= _PAGE_CHARACTERS else []


def _line(pitch: float, passage: P, adjustable: list[P]) -> Measure:
    if any(passage is one for one in adjustable):
        return within("3.2", pitch, _CLOSEST * LINE, LINE + 0.3, passage.place, "行距 ")
    return near("3.2", pitch, LINE, 0.3, passage.place, "行距 ")


def _lines_a_page(file: WordFile, paragraph: WordParagraph, pitch: float) -> Measure:
    section = file.section_of(paragraph)
    tall = section.paper[1] - section.margins["top"] - section.margins["bottom"]
    lines = int(tall / 20 / pitch + 0.005)
    return verdict("5.2.3-a", lines == 22, f"行距 {pitch:g} 磅，每面 {lines} 行", paragraph.place)


def _characters_a_line(file: WordFile, paragraph: WordParagraph, advance: float) -> Measure:
    section = file.section_of(paragraph)
    if section.grid in ("linesAndChars", "snapToChars"):
        return unmeasured("5.2.3-b", "文档网格指定了每行字数，由排版程序算")
    characters = int(section.text_width / 20 / advance + 0.005)
    return verdict("5.2.3-b", characters == 28, f"每行 {characters} 字", paragraph.place)


def _pitch(pitch: float, paragraph: WordParagraph) -> Measure:
    holds = any(abs(pitch - known) <= 0.1 for known in _PITCHES)
    return verdict("C2", holds, f"{pitch:g} 磅", paragraph.place)


def _below_text(subject: WordSubject) -> set[int]:
    """Return the identities of the paragraphs directly below another one of the text: no white parts them.

    Above the first one, below a table and around chapters there may be some.
    """
    running = {id(one) for one in subject.elements.body if level_of(one.bare) not in _CHAPTERS}
    shown = [id(one) for one in subject.file.paragraphs if one.bare]
    return {lower for upper, lower in pairwise(shown) if upper in running and lower in running}


def _filled(paragraph: WordParagraph, *, below_text: bool) -> Measure:
    form = paragraph.format
    spaced = ["段前有空"] if below_text and (form.before or form.before_lines) else []
    spaced += ["段后有空"] if form.after or form.after_lines else []
    words = {"left": "左对齐", "start": "左对齐", "center": "居中", "right": "右对齐"}.get(form.jc, "两端对齐")
    holds = form.jc in _JUSTIFIED and not spaced
    return verdict("5.2.3-c", holds, "，".join((words, *spaced)), paragraph.place)


def _grids(file: WordFile, body: list[WordParagraph]) -> Iterator[Measure]:
    """Judge the text grid of each section by the pitch most of its text has."""
    pitches: dict[int, Counter[float]] = {}
    first: dict[int, WordParagraph] = {}
    for paragraph in body:
        pitches.setdefault(paragraph.section, Counter())[line_height(file, paragraph) * 20] += 1
        first.setdefault(paragraph.section, paragraph)
    for number, paragraph in first.items():
        section, usual = file.section_of(paragraph), pitches[number].most_common(1)[0][0]
        words = {"lines": "只指定行网格", "default": "没有网格"}.get(section.grid, "指定行和字符网格")
        holds = section.grid == "lines" and abs(section.grid_pitch - usual) <= 2
        yield verdict("C4", holds, f"{words}，跨度 {section.grid_pitch} 缇", paragraph.place)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure the lines of a PDF."""
    yield from _characters(subject)
    yield from _lines(subject)
    yield from _edges(subject)


def _characters(subject: PdfSubject) -> Iterator[Measure]:
    full = [line for passage in subject.body for line in passage.lines[:-1] if is_body_size(line)]
    step = _step(subject, full)
    if step is None:
        for clause in ("3.1", "C3", "5.2.3-b"):
            yield unmeasured(clause, "没有写满一行的正文")
        return
    yield near("3.1", round(step, 2), CHARACTER, 0.15, what="一字 ")
    yield verdict("C3", abs(step * PT_PER_MM - _CHARACTER_PT) <= 0.1, f"一字 {step * PT_PER_MM:.2f} 磅")
    plain = [line for line in full if all(map(is_han, line.text)) and abs(line.x0 - subject.file.left(line)) < 1]
    if len(plain) < _ENOUGH:
        left, right = subject.file.edges[0]
        usual = int((right - left) / step + 0.1)
        yield verdict("5.2.3-b", usual == 28, f"按字距算，每行 {usual} 字")
    else:
        # a line whose next word may not be cut is shorter; most are full
        usual = Counter(len(line.text) for line in plain).most_common(1)[0][0]
        yield verdict("5.2.3-b", usual == 28, f"每行 {usual} 字", Place(plain[0].page))


def _step(subject: PdfSubject, full: Sequence[Line]) -> float | None:
    """Return how far apart characters stand, None where no line is full.

    Programs do not stretch last lines to the edge. Where these are too few to tell, the closest line does: one that
    ends before a long word of Latin letters is stretched far.
    """
    last = [passage.last for passage in subject.body if is_body_size(passage.last)]
    natural = [step for line in last for step in _steps(line)]
    steps = [step for line in full for step in _steps(line)]
    if full and len(natural) >= _ENOUGH_STEPS:
        return median(natural)
    lines = [found for line in (*full, *last) if len(found := list(_steps(line))) >= _ENOUGH] if full else []
    return min(map(median, lines), default=median(steps) if steps else None)


def _steps(line: Line) -> Iterator[float]:
    for left, right in zip(line.characters, line.characters[1:], strict=False):
        if is_han(left.text) and is_han(right.text):
            yield right.x0 - left.x0


def _lines(subject: PdfSubject) -> Iterator[Measure]:
    adjustable = _before_signature(subject.elements)
    for passage in subject.body:
        for upper, lower in zip(passage.lines, passage.lines[1:], strict=False):
            if upper.page == lower.page and is_body_size(upper) and is_body_size(lower):
                pitch = lower.y - upper.y
                yield _line(pitch, passage, adjustable)
                if not any(passage is one for one in adjustable):
                    holds = any(abs(pitch * PT_PER_MM - known) <= 0.1 for known in _PITCHES)
                    yield verdict("C2", holds, f"{pitch * PT_PER_MM:.2f} 磅", passage.place)
    full = subject.full_sheets()
    if not full:
        yield unmeasured("5.2.3-a", "没有只写正文、写满一面的页")
    for sheet in full:
        count = len(sheet.lines)
        yield verdict("5.2.3-a", count == 22, f"每面 {count} 行", Place(sheet.number))


def _edges(subject: PdfSubject) -> Iterator[Measure]:
    full = [line for passage in subject.body for line in passage.lines[:-1] if is_body_size(line)]
    if not full:
        yield unmeasured("5.2.3-c", "没有写满一行的正文")
        return
    flush = [line for line in full if abs(line.x1 - subject.file.right(line)) <= 0.5 or line.text[-1] in HANGING]
    share = len(flush) / len(full)
    yield verdict("5.2.3-c", share >= _FLUSH_SHARE, f"{share:.0%} 的满行齐右边")
