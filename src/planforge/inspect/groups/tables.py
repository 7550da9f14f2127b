"""Tables turned 横排 (8): where the page number and the table's head stand once the page is held upright.

A landscape page should be turned to the left to be bound: its upper edge, with the table's head, then comes to the
left, at the binding of odd pages, at the outer edge of even ones, as the clause asks. Its left edge comes to the foot:
a distance from that edge is one from the foot of the page held upright, one from its upper edge is one from the left.

Which way it is turned, the page number tells that is turned with it, or how a PDF shows the page, or on an upright page
the words of the table themselves; where nothing tells, whoever prints and binds the page decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.judge import unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Place
from planforge.inspect.pdf_file import Line, PdfFile
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, LEFT, PAPER, RIGHT, mm_of_twips
from planforge.inspect.word_file import TurnedFoot

_ALONG = "页码排在横排页的下边，装订后跑到侧面"
_TURNED = "页码不在横排页的下边，是否在纵看时的同一位置要看版面"
_UNTOLD = "横排页的页码没有跟着转，看不出装订时往哪边转；左转 90 度，表头就在左边"
_HEADS = {"left": "表头朝左", "right": "表头朝右"}
_WANTED = "纵看时表头朝左（单页是订口，双页是切口）"
_DASH_TOP = 269.0
_TOLERANCE = 2.0


def word(subject: WordSubject) -> Iterator[Measure]:
    """Look at the footers of landscape sections."""
    for number, section in enumerate(subject.file.sections, 1):
        if section.landscape:
            place = Place(text=f"第{number}节")
            yield _head("left" if section.turned else "", place)
            shown = [one for kind in section.footers.values() for one in kind if one.has_page_field]
            if any(not one.floats and not one.format.frame for one in shown):
                yield verdict("8-a", False, _ALONG, place)
            elif section.turned:
                yield from (_foot(kind, foot, place) for kind, foot in section.turned.items())
            else:
                yield unmeasured("8-a", _TURNED, place)


def _head(side: str, place: Place) -> Measure:
    if not side:
        return unmeasured("8-b", _UNTOLD, place)
    return verdict("8-b", side == "left", _HEADS[side], place, _WANTED)


def _foot(kind: str, foot: TurnedFoot, place: Place) -> Measure:
    """Judge a cell that takes the place of the footer: its middle, and its ends beside those of the text."""
    middle = PAPER[1] - mm_of_twips(foot.x + foot.width / 2)
    ends = (mm_of_twips(foot.y), mm_of_twips(foot.y + foot.length))
    outer = ends[0] - LEFT if kind == "even" else ends[1] - RIGHT
    return _judged(middle, outer, place)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Look at landscape pages."""
    ends = _outer_ends(subject.file)
    for sheet, number in zip(subject.file.sheets, subject.file.numbers, strict=True):
        place = Place(sheet.number)
        if sheet.head or sheet.width > sheet.height:
            yield _head(sheet.head, place)
        if sheet.width <= sheet.height:
            continue
        if number is not None:
            yield verdict("8-a", False, _ALONG, place)
        elif (turned := sheet.turned_number) is not None:
            yield _number(turned, ends, place)
        else:
            yield unmeasured("8-a", _TURNED, place)


def _outer_ends(file: PdfFile) -> dict[bool, float]:
    """Return where the numbers of upright pages end outside (mm from the left), those of even pages under True.

    Without any they are to end where 7.5 says.
    """
    ends = {True: LEFT + CHARACTER, False: RIGHT - CHARACTER}
    for sheet, number in zip(reversed(file.sheets), reversed(file.numbers), strict=True):
        if number is not None and sheet.width <= sheet.height:
            even = _is_even(number)
            ends[even] = number.characters[0].ink[0] if even else number.characters[-1].ink[2]
    return ends


def _is_even(number: Line) -> bool:
    return int("".join(one.text for one in number.characters if one.text.isdigit())) % 2 == 0


def _number(line: Line, ends: dict[bool, float], place: Place) -> Measure:
    dash, even = line.characters[0].ink, _is_even(line)
    upright = PAPER[1] - (dash[0] + dash[2]) / 2
    outer = dash[1] if even else line.characters[-1].ink[3]
    return _judged(upright, outer - ends[even], place)


def _judged(dash: float, outer: float, place: Place) -> Measure:
    """Judge a number by where its dashes lie and how far its outer end is from where it should be."""
    holds = abs(dash - _DASH_TOP) <= _TOLERANCE and abs(outer) <= _TOLERANCE
    measured = f"纵看时一字线距纸上边 {dash:.1f} 毫米，外侧差 {abs(outer):.1f} 毫米"
    return verdict(
        "8-a", holds, measured, place, f"纵看时一字线距纸上边 {_DASH_TOP:g}±{_TOLERANCE:g} 毫米，外侧与其他页齐"
    )
