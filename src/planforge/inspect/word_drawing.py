"""Straight lines drawn as shapes (DrawingML and VML): how offices that do not use borders make their rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from planforge.inspect.passage import BLACK, Colour
from planforge.inspect.units import EMU_PER_MM, PT_PER_MM
from planforge.inspect.word_file import DrawnLine
from planforge.inspect.word_runs import colour_of
from planforge.ooxml.levels import whole
from planforge.ooxml.names import w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EMU_PER_PT = 12_700
_BOX_INSET = 45_720
"""What Word leaves at the top of a text box (EMU) when nothing else is set."""
_FLAT = 2.0
"""A shape lower than this many millimetres is a line."""
_UNITS = {"pt": 1 / PT_PER_MM, "mm": 1.0, "cm": 10.0, "in": 25.4, "": 25.4 / 72}


def lines_in(paragraph: Element, number: int) -> Iterator[DrawnLine]:
    """Yield the lines drawn in a paragraph; `number` is the paragraph's, from 0."""
    for tag in (f"{_WP}anchor", f"{_WP}inline"):
        for drawing in paragraph.iter(tag):
            extent = drawing.find(f"{_WP}extent")
            wide, high = (whole(extent.get(name)) or 0 if extent is not None else 0 for name in ("cx", "cy"))
            if wide and high / EMU_PER_MM < _FLAT:
                origin, y = _vertical(drawing)
                weight, colour, compound = _stroke(drawing)
                yield DrawnLine(number, wide / EMU_PER_MM, weight, colour, y, origin, compound)
    for line in paragraph.iter(f"{_V}line"):
        start, end = (_point(line.get(name, "")) for name in ("from", "to"))
        if start and end and abs(start[1] - end[1]) < _FLAT:
            colour = colour_of(line.get("strokecolor", "").lstrip("#"))
            weight = (_length(line.get("strokeweight", "0.75pt")) or 0.0) * PT_PER_MM
            yield DrawnLine(number, abs(end[0] - start[0]), weight, colour, start[1], "paragraph")


def boxes_in(paragraph: Element, top_margin: float) -> Iterator[tuple[Element, float | None]]:
    """Yield the text boxes of a paragraph with the tops of their text (mm from the paper's top).

    The top is None where a program decides.
    """
    for drawing in paragraph.iter(f"{_WP}anchor"):
        origin, y = _vertical(drawing)
        fixed = {"page": 0.0, "margin": top_margin}.get(origin)
        about = drawing.find(f".//{_WPS}bodyPr")
        inset = whole(about.get("tIns")) if about is not None else None
        inside = (_BOX_INSET if inset is None else inset) / EMU_PER_MM
        for content in drawing.iter(w("txbxContent")):
            yield content, None if y is None or fixed is None else fixed + y + inside
    for shape in paragraph.iter(f"{_V}textbox"):
        for content in shape.iter(w("txbxContent")):
            yield content, None


def _vertical(drawing: Element) -> tuple[str, float | None]:
    position = drawing.find(f"{_WP}positionV")
    if position is None:
        return "inline", None
    offset = whole(position.findtext(f"{_WP}posOffset"))
    return position.get("relativeFrom", "paragraph"), None if offset is None else offset / EMU_PER_MM


def _stroke(drawing: Element) -> tuple[float, Colour, str]:
    stroke = drawing.find(f".//{_A}ln")
    if stroke is None:
        return 0.0, BLACK, ""
    colour = stroke.find(f".//{_A}srgbClr")
    shown = colour_of(colour.get("val", "") if colour is not None else "")
    return (whole(stroke.get("w")) or 9525) / _EMU_PER_PT, shown, stroke.get("cmpd", "")


def _point(words: str) -> tuple[float, float] | None:
    parts = words.split(",")
    values = [_length(part) for part in parts]
    if len(values) != 2 or values[0] is None or values[1] is None:
        return None
    return values[0], values[1]


def _length(words: str) -> float | None:
    match = re.fullmatch(r"\s*(-?[\d.]{1,12})\s*(pt|mm|cm|in|)\s*", words)
    try:
        return float(match[1]) * _UNITS[match[2]] if match else None
    except ValueError:
        return None
