"""Page numbers (7.5), their place outside the text (7.1), even pages (6.2), the footer distance (C5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from planforge.inspect.elements import Form
from planforge.inspect.faces import SONG, Match, match_face, shown_face
from planforge.inspect.judge import info, near, size_words, unmeasured, verdict
from planforge.inspect.outcome import Measure, Status
from planforge.inspect.passage import Piece, Place, Side
from planforge.inspect.pdf_file import Line, Sheet
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import BOTTOM, CHARACTER, LEFT, PAPER, RIGHT, mm_of_pt, mm_of_twips
from planforge.inspect.word_file import Section, WordParagraph
from planforge.inspect.word_space import above_ink, line_height
from planforge.patterns import expression

_PT = 14.0
_DASH_TOP = 269.0
_DASH_ABOVE_BASE = 0.3
"""A dash of a Chinese face lies so many sizes above the base line."""
_ONE = (0.9, 1.25)
_DASHED = expression(r"—\s?\d+\s?—")
_NO_NUMBER = "没有页码"


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure the footers of a DOCX."""
    file = subject.file
    stray = next((one for one in file.paragraphs if one.has_page_field), None)
    yield verdict(
        "7.1-b", stray is None, "只在页脚" if stray is None else "正文里有页码", stray.place if stray else Place()
    )
    numbered = [(at, section) for at, section in enumerate(file.sections) if _is_numbered(section)]
    if not numbered:
        if subject.elements.form is Form.LETTER:
            yield unmeasured("7.5-a", "信函的首页没有页码，是不是只有一页要看版面")
        else:
            yield verdict("7.5-a", False, _NO_NUMBER)
        return
    words = "单双页分开" if file.even_and_odd else "单双页不分"
    yield verdict("6.2-a", file.even_and_odd, words)
    for at, section in numbered:
        if section.landscape:
            continue  # clause 8 is about these
        measured = _section(subject, section, Place(text=f"第{at + 1}节页脚"))
        yield from _softened(measured, subject.elements.official)
    restarts = [at for at, section in numbered[1:] if section.restarts]
    yield verdict("7.5-f", not restarts, "连续" if not restarts else f"第{restarts[0] + 1}节重新编号")
    last = file.sections[-1]
    if subject.elements.imprint and last.kind in ("evenPage", "oddPage"):
        still = _is_numbered(last)
        yield verdict("7.5-e", not still, "版记的节里还有页码" if still else "版记的节没有页码")


def _is_numbered(section: Section) -> bool:
    return any(_numbers(section, kind) for kind in section.footers)


def _softened(measures: Iterable[Measure], official: bool) -> Iterator[Measure]:
    """Tell, without judging, on which side the number stands where nothing makes the file an official document."""
    for measure in measures:
        if official or measure.clause != "7.5-d" or measure.status is not Status.FAIL:
            yield measure
        else:
            yield info("7.5-d", f"{measure.measured}；没有公文的版头、落款和版记，只供参考", measure.place)


def _numbers(section: Section, kind: str) -> list[WordParagraph]:
    return [paragraph for paragraph in section.footers.get(kind, ()) if paragraph.has_page_field]


def _section(subject: WordSubject, section: Section, place: Place) -> Iterator[Measure]:
    kinds = ("default", "even") if subject.file.even_and_odd else ("default",)
    if not subject.file.even_and_odd:
        yield verdict("7.5-d", False, "单双页码在同一边", place)
    for kind in kinds:
        for paragraph in _numbers(section, kind):
            yield from _footer(subject, section, paragraph, place)
            if subject.file.even_and_odd:
                yield _side(paragraph, kind, place)


def _footer(subject: WordSubject, section: Section, paragraph: WordParagraph, place: Place) -> Iterator[Measure]:
    digits = [piece for piece in paragraph.pieces if re.search(r"\d", piece.text)] or list(paragraph.pieces)
    for piece in digits[:1]:
        yield _face(piece, place)
    text = re.sub(r"\s", "", paragraph.text)
    holds = bool(re.fullmatch(r"—\d*—", text)) and paragraph.text.count(" ") <= 2
    yield verdict("7.5-b", holds, f"“{paragraph.text}”", place, "“— 1 —”")
    exact = paragraph.format.rule == "exact"
    line = line_height(subject.file, paragraph)
    top = PAPER[1] - mm_of_twips(section.margins["footer"]) - mm_of_pt(line + paragraph.format.after / 20)
    dash = top + mm_of_pt(above_ink(subject.file, paragraph) + (0.77 - _DASH_ABOVE_BASE) * paragraph.size)
    yield near("7.5-c", dash, _DASH_TOP, 0.5 if exact else 1.0, place, "一字线距纸上边 ")
    footer = section.margins["footer"]
    if exact and abs(line - 14) < 0.1:
        yield verdict("C5", 1437 <= footer <= 1468, f"页脚距 {footer} 缇", place)


def _side(paragraph: WordParagraph, kind: str, place: Place) -> Measure:
    if paragraph.format.frame:
        return unmeasured("7.5-d", "页码在图文框里，左右由排版程序定", place)
    outer = "right" if kind == "default" else "left"
    free = paragraph.indent(outer) + (paragraph.indent("first") if outer == "left" else 0)
    there = paragraph.side is (Side.RIGHT if outer == "right" else paragraph.side)
    if outer == "left":
        there = paragraph.side in (Side.LEFT, Side.INDENTED)
    words = {Side.RIGHT: "居右", Side.CENTRE: "居中"}.get(paragraph.side, "居左")
    page, wanted = ("单页", "居右空一字") if outer == "right" else ("双页", "居左空一字")
    holds = there and _ONE[0] <= free <= _ONE[1]
    return verdict("7.5-d", holds, f"{page}{words}，外侧空 {free:.1f} 字", place, f"{page}{wanted}")


def _face(piece: Piece, place: Place) -> Measure:
    match = match_face(piece.latin, SONG)
    status = Status.FAIL
    if abs(piece.size - _PT) <= 0.5 and match is not Match.OTHER and not re.search(r"[０-９]", piece.text):
        status = Status.HOLDS if match is Match.OFFICIAL else Status.STAND_IN
    return Measure("7.5-a", status, f"{size_words(piece.size)}{shown_face(piece.latin)}", place, "4号宋体")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure the page numbers of a PDF."""
    file, elements = subject.file, subject.elements
    numbered = [(sheet, number) for sheet, number in zip(file.sheets, file.numbers, strict=True) if number is not None]
    count = len(file.sheets)
    if elements.imprint and elements.form is Form.DOCUMENT:
        yield verdict("6.2-a", count % 2 == 0, f"共 {count} 页")
    elif elements.form is Form.LETTER:
        yield unmeasured("6.2-a", "信函的版记在末面，不必是偶数页")
    else:
        yield unmeasured("6.2-a", "没有版记，看不出是不是成品")
    turned = [(sheet.turned_number, Place(sheet.number)) for sheet in file.sheets if sheet.turned_number is not None]
    for number, place in turned:  # where they stand is for clause 8
        yield from _printed(number, place)
    if not numbered:
        if count > 1 and not turned:
            yield verdict("7.5-a", False, _NO_NUMBER)
        return
    values = [int(re.sub(r"\D", "", number.text)) for _, number in numbered]
    for sheet, number in numbered:
        if sheet.width > sheet.height:
            continue  # clause 8 is about these
        yield from _softened(_on_page(sheet, number), elements.official)
    steps = all(b - a == later.number - sooner.number for (a, sooner), (b, later) in _pairs(values, numbered))
    yield verdict("7.5-f", steps, "连续" if steps else f"不连续（{values[0]}……{values[-1]}）")
    yield from _blank(subject)


def _pairs(
    values: list[int], numbered: list[tuple[Sheet, Line]]
) -> Iterator[tuple[tuple[int, Sheet], tuple[int, Sheet]]]:
    rows = [(value, sheet) for value, (sheet, _) in zip(values, numbered, strict=True)]
    yield from pairwise(rows)


def _on_page(sheet: Sheet, number: Line) -> Iterator[Measure]:
    place = Place(sheet.number)
    yield verdict("7.1-b", number.top > BOTTOM, f"上缘距纸上边 {number.top:.1f} 毫米", place, "在 262 毫米以下")
    yield from _printed(number, place)
    dashes = [
        character for character in number.characters if not character.text.strip().isalnum() and character.text.strip()
    ]
    if dashes:
        middle = (dashes[0].ink[1] + dashes[0].ink[3]) / 2
        yield near("7.5-c", middle, _DASH_TOP, 0.5, place, "一字线距纸上边 ")
    if int(re.sub(r"\D", "", number.text)) % 2:
        yield near("7.5-d", number.x1, RIGHT - CHARACTER, 0.8, place, "单页右缘距纸左边 ")
    else:
        yield near("7.5-d", number.x0, LEFT + CHARACTER, 0.8, place, "双页左缘距纸左边 ")


def _printed(number: Line, place: Place) -> Iterator[Measure]:
    """Measure the face and the form of a page number."""
    digits = [character for character in number.characters if character.text.isdigit()]
    piece = Piece(digits[0].text, digits[0].faces, digits[0].faces, digits[0].size)
    yield _face(piece, place)
    text = " ".join(number.text.split())
    yield verdict("7.5-b", bool(_DASHED.fullmatch(text)), f"“{text}”", place, "“— 1 —”")


def _blank(subject: PdfSubject) -> Iterator[Measure]:
    imprint = subject.elements.imprint
    page = imprint[0].first.page if imprint else 0
    if page > 1 and subject.file.sheets[page - 2].is_blank:
        numbers = subject.file.numbers[page - 2 : imprint[-1].last.page]
        still = any(number is not None for number in numbers)
        yield verdict("7.5-e", not still, "还有页码" if still else "没有页码", Place(page))
