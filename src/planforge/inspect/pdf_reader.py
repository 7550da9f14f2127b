"""PDF → `PdfFile`, through PDFium: it knows the ink of every character and is built to read files from anywhere.

Bounded: pages, characters and shapes of a page, and the time of the whole. Reading goes on in a thread, so that a page
that keeps PDFium busy for ever ends in a message too.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from planforge.errors import SourceError, UsageError
from planforge.inspect.head_rows import pdf_row
from planforge.inspect.pdf_edges import edges_of
from planforge.inspect.pdf_file import Character, Line, PdfFile, Rule, Sheet
from planforge.inspect.pdf_glyphs import Glyphs
from planforge.inspect.pdf_notes import split_notes, with_marks
from planforge.inspect.pdf_passages import passages_of, sideways_of, split_numbers, turned_number
from planforge.inspect.pdf_shapes import area_of, rules_of
from planforge.inspect.pdf_tags import is_drawing
from planforge.inspect.units import mm_of_pt

MOST_PAGES = 2_000
MOST_CHARACTERS = 20_000
"""Characters of one page; a full page of the official form has 616."""
MOST_SHAPES = 20_000
MOST_OBJECTS = MOST_CHARACTERS + MOST_SHAPES
"""Things drawn on one page, counted before any is looked at; a character can be one."""
MOST_SECONDS = 300.0
_HEADS = {-1: "left", 0: "", 1: "right"}
_WAYS = {90: 1, 270: -1}
"""Which way a page is turned that is shown rotated by so many degrees."""
_SAME_LINE = 0.8
"""Base lines closer than this (mm) are one line."""


def read_pdf(name: str, data: bytes) -> PdfFile:
    """Return a PDF as measured data.

    Raises:
        SourceError: when it is damaged, locked, or larger than any official document.
        UsageError: when the library that reads PDF is not installed.
    """
    try:
        import pypdfium2  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise UsageError("没有安装读 PDF 用的库", hint="请运行 pip install 'planforge[inspect]'") from error
    whole, numbers = split_numbers(_in_time(name, data))
    bodies = list(split_notes(whole))
    return PdfFile(
        tuple(bodies),
        tuple(part for passage in passages_of(bodies) for part in pdf_row(passage)),
        tuple(numbers),
        edges_of(bodies),
    )


def _in_time(name: str, data: bytes) -> list[Sheet]:
    """Read in a thread that is left behind when it takes too long."""
    result: list[list[Sheet] | Exception] = []

    def read() -> None:
        try:
            result.append(_Reader(name).read(data))
        except Exception as error:  # noqa: BLE001 - handed over to the waiting thread, which raises it
            result.append(error)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(MOST_SECONDS)
    if not result:
        raise _too_much(name, f"读了 {MOST_SECONDS:g} 秒还没有读完")
    if isinstance(result[0], Exception):
        raise result[0]
    return result[0]


def _too_much(name: str, why: str) -> SourceError:
    return SourceError(f"“{name}”不像公文：{why}，没有测量", hint="请确认选对了文件")


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._ends = time.monotonic() + MOST_SECONDS

    def read(self, data: bytes) -> list[Sheet]:
        from pypdfium2 import PdfDocument, PdfiumError

        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            reason = "加了密码" if "assword" in str(error) else "不是完好的 PDF 文件"
            raise SourceError(f"“{self._name}”{reason}", hint="请重新导出一份不加密的 PDF") from error
        try:
            if len(document) > MOST_PAGES:
                raise _too_much(self._name, f"有 {len(document)} 页，多于 {MOST_PAGES} 页")
            return [self._sheet(document, number) for number in range(len(document))]
        finally:
            document.close()

    def _sheet(self, document: Any, number: int) -> Sheet:
        from pypdfium2 import PdfiumError

        if time.monotonic() > self._ends:
            raise _too_much(self._name, f"读了 {MOST_SECONDS:g} 秒还没有读完")
        try:
            with closing(document[number]) as page:
                self._refuse_crowded(page)
                with closing(page.get_textpage()) as text:
                    return self._measured(page, text, number + 1)
        except PdfiumError as error:
            raise SourceError(f"“{self._name}”已损坏，第{number + 1}页读不出来") from error

    def _refuse_crowded(self, page: Any) -> None:
        """Stop at a page of millions of objects before each of them is looked at."""
        from pypdfium2 import raw

        if (count := raw.FPDFPage_CountObjects(page.raw)) > MOST_OBJECTS:
            raise _too_much(self._name, f"一页有 {count} 个图形和字")

    def _measured(self, page: Any, text: Any, number: int) -> Sheet:
        rotation = page.get_rotation()
        page.set_rotation(0)  # characters are measured on the page as it was set, whichever way it is shown
        width, height = page.get_size()
        if text.count_chars() > MOST_CHARACTERS:
            raise _too_much(self._name, f"一页有 {text.count_chars()} 个字")
        characters = Glyphs(text, height).all()
        turned = turned_number(characters, number) if width > height else None
        sideways = sideways_of(characters) if width <= height else 0
        aside = set(map(id, turned.characters)) if turned else set()
        aside |= {id(one) for one in characters if sideways and one.turned}
        way = -turned.characters[0].turned if turned else sideways or (_WAYS.get(rotation, 0) if width > height else 0)
        lines = tuple(with_marks(_lines([one for one in characters if id(one) not in aside], number)))
        rules, pictures = self._shapes(page, height, number)
        return Sheet(number, mm_of_pt(width), mm_of_pt(height), lines, rules, pictures, turned, _HEADS[way])

    def _shapes(self, page: Any, height: float, number: int) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
        from pypdfium2 import raw

        rules: list[Rule] = []
        pictures: list[Rule] = []
        for count, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE])):
            if count > MOST_SHAPES:
                raise _too_much(self._name, f"一页有 {MOST_SHAPES} 个以上图形")
            if shape.type == raw.FPDF_PAGEOBJ_IMAGE or is_drawing(shape):
                pictures.append(area_of(shape, height, number))
            else:
                rules += rules_of(shape, height, number)
        return tuple(sorted(set(rules), key=lambda rule: (rule.top, rule.x0))), tuple(pictures)


def _lines(characters: Sequence[Character], page: int) -> Iterator[Line]:
    """Gather characters on one base line, left to right, top to bottom."""
    row: list[Character] = []
    for character in sorted(characters, key=lambda one: one.y):
        if row and character.y - row[0].y > _SAME_LINE:
            yield from _line(page, row)
            row = []
        row.append(character)
    yield from _line(page, row)


def _line(page: int, row: Sequence[Character]) -> Iterator[Line]:
    if any(character.text.strip() for character in row):
        yield Line(page, tuple(sorted(row, key=lambda one: one.x0)))
