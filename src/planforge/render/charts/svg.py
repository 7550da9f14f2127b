"""Marks as SVG: paths and words, nothing that refers to anything outside."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from planforge.render.charts.grid import Grid
from planforge.render.charts.marks import INK, Mark, Path, Words, panel_marks
from planforge.render.page import Chart

Faces = tuple[str, str]
"""Attributes that give the words of a drawing their font, and those of a title."""


def chart_svg(block: Chart, grid: Grid, size: float, faces: Faces) -> str:
    """Return all panels of a chart as one SVG file."""
    width, height = grid.extent
    drawn = "".join(
        svg_of(panel_marks(panel, block.shape, grid.width, grid.height, size), size, faces, grid.place(number))
        for number, panel in enumerate(block.panels)
    )
    box = f'width="{width:.2f}pt" height="{height:.2f}pt" viewBox="0 0 {width:.2f} {height:.2f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{drawn}</svg>'


def svg_of(marks: Iterable[Mark], size: float, faces: Faces, offset: tuple[float, float] = (0.0, 0.0)) -> str:
    """Return the elements of some marks, moved by ``offset``."""
    return "".join(
        _words(mark, size, faces[mark.heads], offset) if isinstance(mark, Words) else _path(mark, size, offset)
        for mark in marks
    )


def _words(mark: Words, size: float, face: str, offset: tuple[float, float]) -> str:
    x, y = mark.x + offset[0], mark.y + offset[1]
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="middle" fill="{INK}" {face}>'
        f"{escape(mark.text)}</text>"
    )


def _path(mark: Path, size: float, offset: tuple[float, float]) -> str:
    ends = "Z" if mark.fill else ""
    drawn = "".join(
        "M" + "L".join(f"{x + offset[0]:.2f} {y + offset[1]:.2f}" for x, y in stroke) + ends for stroke in mark.strokes
    )
    dashes = f' stroke-dasharray="{0.4 * size:.2f} {0.3 * size:.2f}"' if mark.dashed else ""
    line = f'stroke="{INK}" stroke-width="{mark.width:.2f}"{dashes}'
    return f'<path d="{drawn}" fill="{mark.fill or "none"}" {line}/>'
