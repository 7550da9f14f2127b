"""Tables turned 横排 (8): where the page number and the table's head stand."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.judge import unmeasured
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Place
from planforge.inspect.subject import PdfSubject, WordSubject

_TURNED = "横排页的页码在旋转的文本框里，这里还量不到"


def word(subject: WordSubject) -> Iterator[Measure]:
    """Name the landscape sections of a DOCX."""
    for number, section in enumerate(subject.file.sections, 1):
        if section.landscape:
            yield from _turned(Place(text=f"第{number}节"))


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Name the landscape pages of a PDF."""
    for sheet in subject.file.sheets:
        if sheet.width > sheet.height:
            yield from _turned(Place(sheet.number))


def _turned(place: Place) -> Iterator[Measure]:
    for clause in ("8-a", "8-b"):
        yield unmeasured(clause, _TURNED, place)
