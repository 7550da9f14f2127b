"""What planforge must know of a font file: which characters it has and where their ink lies."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from planforge.records import record


@record(frozen=True, slots=True)
class Metrics:
    """Ascent and descent of a face in ems above and below the base line."""

    ascent: float
    descent: float


@lru_cache(maxsize=32)
def characters(path: Path) -> frozenset[int]:
    """Return the code points the first face of the file has."""
    font = _opened(path)
    # nobody asks for the names of the glyphs, and to read them takes longer than all the rest
    font.setGlyphOrder(range(font["maxp"].numGlyphs))
    return frozenset(font.getBestCmap() or {})


@lru_cache(maxsize=32)
def metrics(path: Path) -> Metrics:
    """Return ascent and descent of the first face of the file (hhea table)."""
    font = _open(path)
    units = font["head"].unitsPerEm
    # some fonts write the descent with the wrong sign; Pango takes its size as well
    return Metrics(font["hhea"].ascent / units, abs(font["hhea"].descent) / units)


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
