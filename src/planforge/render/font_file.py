"""What planforge must know of a font file: which characters it has and where their ink lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import category

from planforge.records import record

_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn"})
"""Categories of Unicode whose characters need no ink: spaces, controls, marks that choose a shape."""
_SHORT_CHARSTRING = 9  # bytes: a width and the end, but also the call of a subroutine that draws


@record(frozen=True, slots=True)
class Metrics:
    """Ascent and descent of a face in ems above and below the base line."""

    ascent: float
    descent: float


@lru_cache(maxsize=32)
def characters(path: Path) -> frozenset[int]:
    """Return the code points the first face of the file prints: some map characters to glyphs without any ink."""
    font = _opened(path)
    # nobody asks for the names of the glyphs, and to read them takes longer than all the rest
    font.setGlyphOrder(range(font["maxp"].numGlyphs))
    bare = _inkless(font)
    found: dict[int, int] = font.getBestCmap() or {}
    return frozenset(code for code, glyph in found.items() if glyph not in bare or category(chr(code)) in _BLANK)


def _inkless(font: Any) -> frozenset[int]:
    """Return the numbers of the glyphs without an outline; only those of next to no bytes are drawn."""
    if "CFF " in font:
        drawings = font["CFF "].cff.topDictIndex[0]
        short = _shorter(drawings.CharStrings.charStringsIndex.offsets, _SHORT_CHARSTRING)
        return frozenset(number for number in short if not _draws(drawings, number))
    if "loca" in font:
        return frozenset(_shorter(font["loca"], 1))
    return frozenset()  # other outlines, or pictures


def _shorter(places: Iterable[int], least: int) -> Iterator[int]:
    """Yield the numbers of the glyphs that take fewer bytes than ``least``; ``places`` are where each begins."""
    return (number for number, (one, two) in enumerate(pairwise(places)) if two - one < least)


def _draws(drawings: Any, number: int) -> bool:
    from fontTools.pens.boundsPen import BoundsPen

    pen = BoundsPen(None)
    drawings.CharStrings[drawings.charset[number]].draw(pen)
    return pen.bounds is not None


@lru_cache(maxsize=32)
def metrics(path: Path) -> Metrics:
    """Return ascent and descent of the first face of the file (hhea table)."""
    font = _open(path)
    units = font["head"].unitsPerEm
    # some fonts write the descent with the wrong sign; Pango takes its size as well
    return Metrics(font["hhea"].ascent / units, abs(font["hhea"].descent) / units)


def advance(path: Path, char: str) -> float:
    """Return how far a character of the first face of the file moves the next one, in ems; 1 when it has none."""
    font = _open(path)
    name = (font.getBestCmap() or {}).get(ord(char))
    return float(font["hmtx"][name][0] / font["head"].unitsPerEm) if name is not None else 1.0


def ink_middle(path: Path, char: str) -> float:
    """Return the height in ems above the base line of the middle of a character's ink."""
    return sum(ink_bounds(path, char) or (0.0, 0.0)) / 2


@lru_cache(maxsize=256)
def ink_bounds(path: Path, char: str) -> tuple[float, float] | None:
    """Return the lower and upper end of a character's ink in ems above the base line; None when there is no ink."""
    from fontTools.pens.boundsPen import BoundsPen

    font = _open(path)
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    name = (font.getBestCmap() or {}).get(ord(char))
    if name is None:
        return None
    glyphs[name].draw(pen)
    if pen.bounds is None:
        return None
    units = font["head"].unitsPerEm
    return float(pen.bounds[1] / units), float(pen.bounds[3] / units)


@lru_cache(maxsize=32)
def _open(path: Path) -> Any:
    return _opened(path)


def _opened(path: Path) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(path, fontNumber=0, lazy=True)
