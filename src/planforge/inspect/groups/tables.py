"""Tables turned 横排 (8): where the page number and the table's head stand once the page is held upright.

A landscape page is turned to the left to be bound, so its upper edge, with the table's head, comes to the left: at the
binding of odd pages, at the outer edge of even ones, as the clause asks. Its left edge comes to the foot: a distance
from that edge is one from the foot of the page held upright, and one from its upper edge is one from the left.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.judge import unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Place
from planforge.inspect.pdf_file import Line, Sheet
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, LEFT, PAPER, RIGHT, mm_of_twips
from planforge.inspect.word_file import TurnedFoot

_ALONG = "页码排在横排页的下边，装订后跑到侧面"
_TURNED = "页码不在横排页的下边，是否在纵看时的同一位置要看版面"
_UPPER = "横排页左转 90 度，表头朝左"
_DASH_TOP = 269.0
_TOLERANCE = 2.0


def word(subject: WordSubject) -> Iterator[Measure]:
    """Look at the footers of landscape sections."""
    for number, section in enumerate(subject.file.sections, 1):
        if section.landscape:
            place = Place(text=f"第{number}节")
            yield verdict("8-b", True, _UPPER, place)
            shown = [one for kind in section.footers.values() for one in kind if one.has_page_field]
            if any(not one.floats and not one.format.frame for one in shown):
                yield verdict("8-a", False, _ALONG, place)
            elif section.turned:
                yield from (_foot(kind, foot, place) for kind, foot in section.turned.items())
            else:
                yield unmeasured("8-a", _TURNED, place)


def _foot(kind: str, foot: TurnedFoot, place: Place) -> Measure:
    """Judge a cell that takes the place of the footer: its middle, and its ends beside those of the text."""
    middle = PAPER[1] - mm_of_twips(foot.x + foot.width / 2)
    ends = (mm_of_twips(foot.y), mm_of_twips(foot.y + foot.length))
    outer = ends[0] - LEFT if kind == "even" else ends[1] - RIGHT
    return _judged(middle, outer, place)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Look at landscape pages."""
    for sheet, number in zip(subject.file.sheets, subject.file.numbers, strict=True):
        if sheet.width <= sheet.height:
            continue
        place = Place(sheet.number)
        yield verdict("8-b", True, _UPPER, place)
        if number is not None:
            yield verdict("8-a", False, _ALONG, place)
        elif (turned := sheet.turned_number) is not None:
            yield _number(turned, sheet, place)
        else:
            yield unmeasured("8-a", _TURNED, place)


def _number(line: Line, sheet: Sheet, place: Place) -> Measure:
    dash = line.characters[0].ink
    upright = PAPER[1] - (dash[0] + dash[2]) / 2
    even = int("".join(one.text for one in line.characters if one.text.isdigit())) % 2 == 0
    first, last = line.characters[0], line.characters[-1]
    outer = first.ink[1] - (LEFT + CHARACTER) if even else last.ink[3] - (RIGHT - CHARACTER)
    return _judged(upright, outer, place)


def _judged(dash: float, outer: float, place: Place) -> Measure:
    """Judge a number by where its dashes lie and how far its outer end is from where it should be."""
    holds = abs(dash - _DASH_TOP) <= _TOLERANCE and abs(outer) <= _TOLERANCE
    measured = f"纵看时一字线距纸上边 {dash:.1f} 毫米，外侧差 {abs(outer):.1f} 毫米"
    return verdict("8-a", holds, measured, place, f"纵看时一字线距纸上边 {_DASH_TOP:g}±{_TOLERANCE:g} 毫米，外侧空一字")
