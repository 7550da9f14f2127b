"""Tables turned 横排 (8): where the page number and the table's head stand once the page is held upright.

A landscape page is turned to the left to be bound, so its upper edge, with the table's head, comes to the left: at the
binding of odd pages, at the outer edge of even ones, as the clause asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.judge import unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Place
from planforge.inspect.subject import PdfSubject, WordSubject

_ALONG = "页码排在横排页的下边，装订后跑到侧面"
_TURNED = "页码不在横排页的下边，是否在纵看时的同一位置要看版面"
_UPPER = "横排页左转 90 度，表头朝左"


def word(subject: WordSubject) -> Iterator[Measure]:
    """Look at the footers of landscape sections."""
    for number, section in enumerate(subject.file.sections, 1):
        if section.landscape:
            place = Place(text=f"第{number}节")
            shown = [one for kind in section.footers.values() for one in kind if one.has_page_field]
            yield from _turned(place, along=any(not one.floats and not one.format.frame for one in shown))


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Look at landscape pages."""
    for sheet, number in zip(subject.file.sheets, subject.file.numbers, strict=True):
        if sheet.width > sheet.height:
            yield from _turned(Place(sheet.number), along=number is not None)


def _turned(place: Place, *, along: bool) -> Iterator[Measure]:
    yield verdict("8-b", True, _UPPER, place)
    if along:
        yield verdict("8-a", False, _ALONG, place)
    else:
        yield unmeasured("8-a", _TURNED, place)
