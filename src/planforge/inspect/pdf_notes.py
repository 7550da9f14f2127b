"""Footnotes of a PDF: marks raised in the text belong to its lines, the words at the foot of the page to no paragraph.

The standard says nothing of footnotes: they are set apart so that they are not measured as text. On the last page they
stand above 版记.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planforge.inspect.pdf_file import Character, Line, Rule, Sheet
from planforge.inspect.pdf_frames import imprint_at_foot
from planforge.inspect.units import mm_of_pt
from planforge.patterns import expression

_MARK = expression(r"[\s\[［〔(（]*(?P<mark>\d{1,3}|[①-⑳]|[*＊※]{1,3}|[a-zivx]{1,4})[\s\]］〕)）]*")
_RAISED_SIZE, _RAISED_BY = 0.75, 0.6
"""A raised mark is no larger than this, and no higher above the base line, in sizes of the text beside it."""
_LARGEST = 12.5
"""Points: below the sizes of text and 版记; what is larger is no footnote."""
_LONGEST_RULE = 100.0
_FRAME = 5.0


def with_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a page from top to bottom, raised marks of notes put into the line they stand in."""
    raised: Line | None = None
    for line in lines:
        if raised is not None:
            belongs = _raised(raised, line)
            yield from () if belongs else (raised,)
            line = replace(line, characters=_together(raised, line)) if belongs else line
            raised = None
        if _MARK.match(line.text) and len(line.text) == len(_marks(line.text)):
            raised = line
        else:
            yield line
    if raised is not None:
        yield raised


def split_notes(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield the pages with their footnotes apart from their lines."""
    goes_on = False
    for sheet in sheets:
        end = imprint_at_foot(sheet)
        begin = _begin(sheet, sheet.lines[:end], goes_on=goes_on)
        goes_on = begin < end
        text = sheet.lines[:begin] + sheet.lines[end:]
        yield replace(sheet, lines=text, notes=sheet.lines[begin:end]) if goes_on else sheet


def _marks(text: str) -> str:
    """Return the marks that a line begins with, whatever parts them."""
    at = 0
    while (match := _MARK.match(text, at)) is not None and match.end() > at:
        at = match.end()
    return text[:at]


def _raised(marks: Line, line: Line) -> bool:
    size = mm_of_pt(line.size)
    near = 0 < line.y - marks.y < _RAISED_BY * size and marks.size <= _RAISED_SIZE * line.size
    return near and line.x0 - size < marks.x0 and marks.x1 < line.x1 + size


def _together(marks: Line, line: Line) -> tuple[Character, ...]:
    return tuple(sorted((*line.characters, *marks.characters), key=lambda one: one.x0))


def _begin(sheet: Sheet, lines: Sequence[Line], *, goes_on: bool) -> int:
    """Return the index of the first line of the footnotes, the number of lines where there are none.

    They stand below a short rule, or begin with a mark that is raised in the text above. ``lines``: those of the page
    above 版记.
    """
    small = len(lines)
    while small and lines[small - 1].size <= _LARGEST and not _framed(lines[small - 1], sheet.rules):
        small -= 1
    referred = {mark for line in lines[:small] for mark in _referred(line)}
    for index in range(small, len(lines)):
        above = lines[index - 1].y if index else 0.0
        ruled = any(_parts(rule, above, lines[index], goes_on=goes_on) for rule in sheet.rules)
        mark = _MARK.match(lines[index].text)
        if (ruled and (mark or goes_on)) or (mark and mark["mark"] in referred):
            return index
    return len(lines)


def _parts(rule: Rule, above: float, line: Line, *, goes_on: bool) -> bool:
    """Return whether a rule parts a line from the text above it; where a note goes on, it is as wide as the text."""
    horizontal = rule.height < 1 and (rule.width <= _LONGEST_RULE or goes_on)
    return horizontal and above <= rule.top <= line.y


def _referred(line: Line) -> Iterator[str]:
    words = "".join(one.text if one.size <= _RAISED_SIZE * line.size else "\n" for one in line.characters)
    for part in words.split("\n"):
        if (match := _MARK.fullmatch(part)) is not None:
            yield match["mark"]


def _framed(line: Line, rules: Sequence[Rule]) -> bool:
    """Return whether a line stands in a table or a box: beside vertical rules."""
    return any(rule.height > _FRAME > rule.width and rule.top - 1 < line.y < rule.bottom + 1 for rule in rules)
