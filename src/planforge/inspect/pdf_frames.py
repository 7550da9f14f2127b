"""Where tables, boxes and 版记 stand on the pages of a PDF, told by the rules around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planforge.inspect.passage import is_red
from planforge.inspect.pdf_file import Line, Rule, Sheet
from planforge.patterns import expression

Stretch = tuple[float, float]
"""From where to where something reaches on a page, in millimetres from its upper edge."""
WIDE = 100.0
"""A horizontal rule that is longer than this (mm) parts what stands above it from what stands below."""
_TALL = 5.0
_IMPRINT = expression(r"[抄主]送[:：]|.*日\s*印发$")
"""What 版记 opens with: organs, or where there are none the line of the printing."""


def frames_of(sheets: Iterable[Sheet]) -> dict[int, list[Stretch]]:
    """Return for each page the stretches beside which a vertical rule runs: tables and boxes."""
    return {sheet.number: [(rule.top, rule.bottom) for rule in sheet.rules if _is_side(rule)] for sheet in sheets}


def is_framed(line: Line, frames: Mapping[int, Sequence[Stretch]]) -> bool:
    """Return whether a line stands in one of the stretches of its page."""
    return any(top - 1 < line.y < bottom + 1 for top, bottom in frames.get(line.page, ()))


def between_rules(sheet: Sheet) -> list[Line]:
    """Return the lines between two wide rules that are not red: 版记, and tables without vertical rules."""
    tops = [rule.top for rule in sheet.rules if rule.width > WIDE and not is_red(rule.colour)]
    return [line for line in sheet.lines if tops and min(tops) < line.y < max(tops)]


def imprint_at_foot(sheet: Sheet) -> int:
    """Return the index of the first line of 版记, the number of lines where none ends the page.

    It opens directly below a wide rule, with its own words, and another wide rule closes the page.
    """
    lines = sheet.lines
    tops = [rule.top for rule in sheet.rules if rule.width > WIDE and not is_red(rule.colour)]
    if lines and any(top > lines[-1].y for top in tops):
        for index, line in enumerate(lines):
            above = lines[index - 1].y if index else 0.0
            if _IMPRINT.match(line.text.strip()) and any(above < top < line.y for top in tops):
                return index
    return len(lines)


def _is_side(rule: Rule) -> bool:
    return rule.height > _TALL > rule.width
