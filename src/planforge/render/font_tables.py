"""Reads two tables of a font by themselves: which glyph a character has, and how many bytes draw a glyph.

fontTools reads them too, but makes objects and names for the thirty thousand glyphs of a Chinese font; here they are
taken as the rows of numbers that they are. What is not of the usual shape is left to fontTools. The formats are those
of OpenType 1.9 (`cmap`, formats 4 and 12) and of Adobe's Technical Note 5176 (CFF).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from itertools import pairwise
from struct import error, unpack_from

_PREFERRED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platforms and encodings of Unicode, the widest first."""
_LAST = 0x10FFFF
_END = 0xFFFF
"""The code point of the segment that ends a subtable of format 4; it is no character."""
_CHARSTRINGS = 17
"""The operator of a CFF dictionary whose operand tells where the outlines are."""


def glyphs_by_code(table: bytes) -> dict[int, int] | None:
    """Return the number of the glyph of each code point in a `cmap` table; None for one of another shape."""
    try:
        (count,) = unpack_from(">H", table, 2)
        records = (unpack_from(">HHL", table, 4 + 8 * number) for number in range(count))
        places = {(platform, encoding): place for platform, encoding, place in records}
        place = next(places[kind] for kind in _PREFERRED if kind in places)
        (form,) = unpack_from(">H", table, place)
        found = {4: _segments, 12: _groups}[form](table, place)
    except (error, StopIteration, KeyError, ValueError):
        return None
    return {code: glyph for code, glyph in found.items() if glyph} if 0 in found.values() else found


def _segments(table: bytes, place: int) -> dict[int, int]:
    """Return the glyphs of a subtable of format 4: segments of code points, most of them of one only."""
    length, _, twice = unpack_from(">HHH", table, place + 2)
    count = twice // 2
    numbers = _numbers("H", table[place + 14 : place + length])
    ends, starts = numbers[:count], numbers[count + 1 : 2 * count + 1]
    deltas, aways = numbers[2 * count + 1 : 3 * count + 1], numbers[3 * count + 1 : 4 * count + 1]
    found: dict[int, int] = {}
    for index, (start, end, delta, away) in enumerate(zip(starts, ends, deltas, aways, strict=True)):
        if not away and start == end:
            found[start] = (start + delta) & 0xFFFF
            continue
        codes = range(start, end + 1)
        at = 3 * count + 1 + index + away // 2
        listed = numbers[at : at + len(codes)] if away else codes
        moved = [(glyph + delta) & 0xFFFF if glyph or not away else 0 for glyph in listed] if delta else listed
        found.update(zip(codes, moved, strict=True))
    if starts and starts[-1] == ends[-1] == _END:
        found.pop(_END, None)
    return found


def _groups(table: bytes, place: int) -> dict[int, int]:
    """Return the glyphs of a subtable of format 12: groups of code points whose glyphs follow each other."""
    (count,) = unpack_from(">L", table, place + 12)
    found: dict[int, int] = {}
    for number in range(count):
        start, end, glyph = unpack_from(">LLL", table, place + 16 + 12 * number)
        if end > _LAST:
            raise ValueError(end)
        found.update(zip(range(start, end + 1), range(glyph, glyph + end + 1 - start), strict=True))
    return found


def short_outlines(table: bytes, least: int) -> frozenset[int] | None:
    """Return the numbers of the glyphs of a `CFF ` table with fewer bytes than ``least``; None for another shape."""
    try:
        names = _index(table, table[2])[1]
        tops, _ = _index(table, names)
        (place,) = _operand(table[tops[0] : tops[1]], _CHARSTRINGS)
        return shorter(_index(table, place)[0], least)
    except (error, IndexError, ValueError):
        return None


def shorter(places: Sequence[int], least: int) -> frozenset[int]:
    """Return the numbers of the glyphs that take fewer bytes than ``least``; ``places`` are where each begins."""
    return frozenset(number for number, (one, two) in enumerate(pairwise(places)) if two - one < least)


def _index(table: bytes, place: int) -> tuple[Sequence[int], int]:
    """Return where the parts of an INDEX begin and the last of them ends, and where the INDEX ends."""
    (count,) = unpack_from(">H", table, place)
    if not count:
        return (), place + 2
    size, first = table[place + 2], place + 3
    last = first + size * (count + 1)
    written = table[first:last]
    wide = bytearray(4 * (count + 1))
    for byte in range(size):
        wide[4 - size + byte :: 4] = written[byte::size]
    places = [last - 1 + one for one in _numbers("I", bytes(wide))]
    return places, places[-1]


def _operand(written: bytes, wanted: int) -> tuple[int, ...]:
    """Return the whole numbers that stand before an operator of a dictionary.

    Raises:
        ValueError: the operator is not there.
    """
    operands: list[int] = []
    at = 0
    while at < len(written):
        byte = written[at]
        if byte == wanted:
            return tuple(operands)
        if byte <= 21:
            operands.clear()
            at += 2 if byte == 12 else 1
        elif byte == 30:  # a broken number, half a byte a digit; 15 ends it
            at = 1 + next(end for end in range(at + 1, len(written)) if 15 in divmod(written[end], 16))
        else:
            number, length = _whole(written, at)
            operands.append(number)
            at += length
    raise ValueError(wanted)


def _whole(written: bytes, at: int) -> tuple[int, int]:
    """Return a whole number of a dictionary and how many bytes it takes."""
    byte = written[at]
    if byte == 28:
        return unpack_from(">h", written, at + 1)[0], 3
    if byte == 29:
        return unpack_from(">l", written, at + 1)[0], 5
    if byte <= 246:
        return byte - 139, 1
    more = written[at + 1]
    return ((byte - 247) * 256 + more + 108 if byte <= 250 else -(byte - 251) * 256 - more - 108), 2


def _numbers(kind: str, written: bytes) -> array[int]:
    """Return a row of unsigned numbers, the most significant byte first."""
    found = array(kind)
    found.frombytes(written[: len(written) // found.itemsize * found.itemsize])
    if sys.byteorder == "little":
        found.byteswap()
    return found
