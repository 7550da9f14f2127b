"""Lines of a PDF → passages: a paragraph begins with an indent, after a short line, or where the look changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planforge.inspect.passage import Piece, Place, Side
from planforge.inspect.pdf_edges import Edges, edges_of, on_page
from planforge.inspect.pdf_file import Character, Line, PdfPassage, Sheet
from planforge.inspect.pdf_frames import WIDE, Stretch, frames_of, is_framed
from planforge.inspect.units import BOTTOM, CHARACTER, LINE
from planforge.patterns import expression

_NUMBER = expression(r"[\s\-‐–—－一─·.]*\d{1,4}[\s\-‐–—－一─·.]*")
_LONG = 20
_NEAR, _BELOW = 1.0, CHARACTER / 2
"""Millimetres: what stands at one edge; what hangs below a character, well or badly."""
_SHORT_BY = 1.6
"""A line that ends this many characters before the edge ends its paragraph."""
_SMALL, _SMALL_INDENT = 15.0, 1.0
"""Below this size (points) text has room at its right too: 版记, 专栏."""
_LOOSE = 1.5
_DATE = expression(r"\d{4}年\d{1,2}月\d{1,2}日")
_ITEM = expression(r"\s*\d{1,2}[.．、](?!\d)")
_LABELS = ("抄送：", "主送：", "附件：")
_FOOT = 30.0
"""Height of the foot of a page turned sideways."""
_RED_FROM = 20.0


def split_numbers(sheets: Iterable[Sheet]) -> tuple[list[Sheet], list[Line | None]]:
    """Return the pages without their page numbers, and the line of the number of each page, None where none is."""
    bodies: list[Sheet] = []
    numbers: list[Line | None] = []
    for sheet in sheets:
        last = sheet.lines[-1] if sheet.lines else None
        below = BOTTOM + 1 if sheet.height > sheet.width else sheet.height - _FOOT
        found = last if last and last.y > below and _NUMBER.fullmatch(last.text) else None
        numbers.append(found)
        bodies.append(replace(sheet, lines=tuple(line for line in sheet.lines if line is not found)))
    return bodies, numbers


def turned_number(characters: Sequence[Character], page: int) -> Line | None:
    """Return the page number among the characters that are turned, None when they are something else.

    Its characters run downwards when they are turned to the right, upwards when to the left.
    """
    turned = sorted(
        (one for one in characters if one.turned and one.text.strip()), key=lambda one: one.ink[1] * one.turned
    )
    words = "".join(one.text for one in turned)
    return Line(page, tuple(turned)) if _NUMBER.fullmatch(words) else None


def sideways_of(characters: Sequence[Character]) -> int:
    """Return which way most words of an upright page are turned, as those of a table set sideways; 0: they are not."""
    turned = Counter(one.turned for one in characters if one.text.strip())
    way = 1 if turned[1] > turned[-1] else -1
    return way if turned[way] >= max(_LONG, turned[0]) else 0


def passages_of(sheets: Sequence[Sheet]) -> Iterator[PdfPassage]:
    """Yield the passages of all pages in reading order; a paragraph over two pages is one."""
    both = edges_of(sheets)
    kept: list[Line] = []
    frames = frames_of(sheets)
    rules = {sheet.number: [rule.top for rule in sheet.rules if rule.width > WIDE] for sheet in sheets}
    for line in (line for sheet in sheets for line in sheet.lines):
        if kept and (_parted(kept[-1], line, rules) or not _goes_on(kept, line, both, frames)):
            yield _passage(kept, both, frames, sheets)
            kept = []
        kept.append(line)
    if kept:
        yield _passage(kept, both, frames, sheets)


def side_of(line: Line, edges: Edges) -> Side:
    """Return how a line stands between the edges."""
    left, right = edges
    before, after = line.x0 - left, right - line.x1
    if abs(before) < _NEAR:
        return Side.LEFT
    if abs(before - 2 * CHARACTER) < 1.2 and (after < 6 * CHARACTER or abs(before - after) > 3 * CHARACTER):
        return Side.INDENTED
    if abs(before - after) < 1.5 * CHARACTER and before > CHARACTER:
        return Side.CENTRE
    return Side.RIGHT if before > after and before > 6 * CHARACTER else Side.INDENTED


def _parted(last: Line, line: Line, rules: dict[int, list[float]]) -> bool:
    """Return whether a rule runs between two lines of a page."""
    return last.page == line.page and any(last.y < y < line.y for y in rules[line.page])


def _goes_on(kept: Sequence[Line], line: Line, both: tuple[Edges, Edges], frames: dict[int, list[Stretch]]) -> bool:
    last = kept[-1]
    if abs(last.size - line.size) > 1 or (last.red != line.red and line.size > _RED_FROM):
        return False
    if is_framed(last, frames) != is_framed(line, frames):
        return False
    indented = _SMALL_INDENT if last.size < _SMALL else 0.0
    full = last.x1 > on_page(last.page, both)[1] - (_SHORT_BY + indented) * CHARACTER
    full_width = full
    near = line.page != last.page or line.y - last.y < _LOOSE * LINE
    full = full and near
    # a line that ends early, before a word that may not be cut, is known by the one above it
    if near and (full or _level(kept, line)) and (_labelled(kept[0], line) or _is_listed(kept, line, both)):
        return _ITEM.match(line.text) is None
    side, before = (side_of(one, on_page(one.page, both)) for one in (line, last))
    if Side.CENTRE in (side, before):
        gap = line.y - last.y
        # a large line that fills the page goes on in a centred one
        alike = side is before or (full_width and (last.size > _RED_FROM or _is_open(kept)))
        close = last.page == line.page and 0 < gap < _LOOSE * last.size * 0.55
        return alike and close and not _DATE.fullmatch(line.text.strip())
    if side is Side.RIGHT or line.text.startswith("　"):
        return False
    hangs = not _begins(last, line, both) and (_level(kept, line) or _hangs(kept, line))
    return full and (side is Side.LEFT or hangs)


def _is_open(kept: Sequence[Line]) -> bool:
    """Return whether a passage is in brackets that close further on, as a 题注 that needs more than one line."""
    return kept[0].text.lstrip().startswith("（") and not any("）" in line.text for line in kept)


def _begins(last: Line, line: Line, both: tuple[Edges, Edges]) -> bool:
    """Return whether a line begins a paragraph: two characters in, below one that ends a sentence or an address."""
    indent = line.x0 - on_page(line.page, both)[0]
    return abs(indent - 2 * CHARACTER) < _NEAR and last.text.rstrip().endswith(("：", "。"))


def _labelled(first: Line, line: Line) -> bool:
    """Return whether a line stands behind the label of its paragraph's first one (抄送：…, 附件：1. …)."""
    return first.text.startswith(_LABELS) and line.x0 > first.x0 + CHARACTER


def _is_listed(kept: Sequence[Line], line: Line, both: tuple[Edges, Edges]) -> bool:
    """Return whether a line stands below the name of an item that is set in below the first one of 附件说明."""
    first = kept[0]
    deep = first.x0 - on_page(first.page, both)[0] > 3 * CHARACTER
    return deep and _ITEM.match(first.text) is not None and (_level(kept, line) or _hangs(kept, line))


def _level(kept: Sequence[Line], line: Line) -> bool:
    """Return whether a line goes on below lines that already hang; below an indented first line it is a new indent."""
    return len(kept) > 1 and abs(line.x0 - kept[-1].x0) < _NEAR


def _hangs(kept: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins below one of the first characters of its paragraph."""
    first = kept[0]
    starts = [character.x0 for character in first.characters[2:8]]
    return line.x0 > first.x0 + _NEAR and any(abs(line.x0 - x) < _BELOW for x in starts)


def _passage(
    lines: Sequence[Line], both: tuple[Edges, Edges], frames: dict[int, list[Stretch]], sheets: Sequence[Sheet]
) -> PdfPassage:
    text = "".join(line.text for line in lines).strip()
    first = lines[0]
    sheet = sheets[first.page - 1]
    return PdfPassage(
        pieces=tuple(_pieces(lines)),
        place=Place(first.page, None, text if len(text) <= 16 else f"{text[:14]}……"),
        side=side_of(first, on_page(first.page, both)),
        starts_page=first is sheet.lines[0],
        boxed=is_framed(first, frames),
        lines=tuple(lines),
    )


def _pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    characters = [character for line in lines for character in line.characters]
    for (faces, size, colour), group in groupby(characters, key=lambda one: (one.faces, one.size, one.colour)):
        yield Piece("".join(one.text for one in group), faces, faces, size, colour)
