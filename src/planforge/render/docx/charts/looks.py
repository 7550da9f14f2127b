"""The properties of shapes in DrawingML: fills, strokes, hatching, the face of characters."""

from __future__ import annotations

from html import escape

from planforge.render.charts.marks import HOLLOW, INK
from planforge.render.house import House

NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_EMU_PER_PT = 12700
_THIN_PT = 0.75


def filled(colour: str) -> str:
    """Return the properties of a shape of one grey."""
    return f"<c:spPr>{_solid(colour)}{_line(_THIN_PT)}</c:spPr>"


def hatched() -> str:
    """Return the properties of a hatched shape."""
    colours = f"<a:fgClr>{_colour(INK)}</a:fgClr><a:bgClr>{_colour(HOLLOW)}</a:bgClr>"
    return f'<c:spPr><a:pattFill prst="wdUpDiag">{colours}</a:pattFill>{_line(_THIN_PT)}</c:spPr>'


def stroke(points: float = _THIN_PT, *, dashed: bool = False) -> str:
    """Return the properties of a line."""
    return f"<c:spPr>{_line(points, dashed)}</c:spPr>"


def face(tag: str, style: str, house: House, size: float) -> str:
    """Return the properties of characters: the official font of a text style, not bold, black.

    Args:
        tag: ``rPr`` for a run, ``defRPr`` for what has no properties of its own.
        style: the name of the text style.
        house: the house format.
        size: in points.
    """
    official = house.fonts[house.styles[style].font].official.name
    language = ' lang="zh-CN"' if tag == "rPr" else ""
    names = f'<a:latin typeface="{escape(house.latin or official)}"/><a:ea typeface="{escape(official)}"/>'
    return f'<a:{tag}{language} sz="{round(size * 100)}" b="0">{_solid(INK)}{names}</a:{tag}>'


def _line(points: float, dashed: bool = False) -> str:
    dash = '<a:prstDash val="sysDash"/>' if dashed else ""
    return f'<a:ln w="{round(points * _EMU_PER_PT)}">{_solid(INK)}{dash}</a:ln>'


def _solid(colour: str) -> str:
    return f"<a:solidFill>{_colour(colour)}</a:solidFill>"


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}"/>'
