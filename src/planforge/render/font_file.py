"""What planforge must know of a font file: which characters it has and where their ink lies."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category

from planforge.records import record
from planforge.render.font_tables import glyphs_by_code, short_outlines, shorter

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
    font, found = _opened(path), _glyphs(path)
    short = _short(font)
    doubtful = [(code, glyph) for code, glyph in found.items() if glyph in short and category(chr(code)) not in _BLANK]
    return frozenset(found) - {code for code, glyph in doubtful if not _has_ink(font, glyph)}


@lru_cache(maxsize=32)
def _glyphs(path: Path) -> Mapping[int, int]:
    """Return the number of the glyph of each code point in the first face of the file."""
    font = _opened(path)
    found = glyphs_by_code(font.getTableData("cmap")) if "cmap" in font else {}
    if found is None:
        # nobody asks for the names of the glyphs, and to read them takes longer than all the rest
        font.setGlyphOrder(range(font["maxp"].numGlyphs))
        found = font.getBestCmap() or {}
    return found


def _short(font: Any) -> Container[int]:
    """Return the numbers of the glyphs that may have no ink: those of next to no bytes."""
    if "CFF " in font:
        found = short_outlines(font.getTableData("CFF "), _SHORT_CHARSTRING)
        return range(font["maxp"].numGlyphs) if found is None else found
    if "loca" in font:
        return shorter(font["loca"], 1)
    return ()  # other outlines, or pictures


def _has_ink(font: Any, glyph: int) -> bool:
    """Return whether a glyph of next to no bytes is drawn all the same; one of CFF may call what draws."""
    return "CFF " in font and _draws(font["CFF "].cff.topDictIndex[0], glyph)


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
    font, glyph = _open(path), _glyphs(path).get(ord(char))
    if glyph is None:
        return 1.0
    return float(font["hmtx"][font.getGlyphName(glyph)][0] / font["head"].unitsPerEm)


def ink_middle(path: Path, char: str) -> float:
    """Return the height in ems above the base line of the middle of a character's ink."""
    return sum(ink_bounds(path, char) or (0.0, 0.0)) / 2


@lru_cache(maxsize=256)
def ink_bounds(path: Path, char: str) -> tuple[float, float] | None:
    """Return the lower and upper end of a character's ink in ems above the base line; None when there is no ink."""
    from fontTools.pens.boundsPen import BoundsPen

    font, glyph = _open(path), _glyphs(path).get(ord(char))
    if glyph is None:
        return None
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
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
