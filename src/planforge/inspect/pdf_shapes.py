"""The rules on a PDF page: stroked lines, thin filled boxes, frames filled between two rectangles."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from planforge.inspect.passage import Colour
from planforge.inspect.pdf_file import Rule
from planforge.inspect.units import mm_of_pt

_THIN = 1.6
"""What is thinner than this (mm) in one direction is a rule."""
_HAIR = 0.02
_MOST_POINTS = 400
Box = tuple[float, float, float, float]
Point = tuple[float, float]


def rules_of(shape: Any, height: float, page: int) -> Iterator[Rule]:
    """Yield the rules a path draws; `height` of the page in points."""
    from pypdfium2 import raw

    fill, stroke, wide = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(shape.raw, fill, stroke)
    raw.FPDFPageObj_GetStrokeWidth(shape.raw, wide)
    boxes = [_box(points, height) for points in _outlines(shape)]
    thick = mm_of_pt(wide.value)
    sides = chain.from_iterable(_stroked(box, thick) for box in boxes) if stroke.value else _filled(boxes)
    colour = _colour(shape, raw.FPDFPageObj_GetStrokeColor if stroke.value else raw.FPDFPageObj_GetFillColor)
    for x0, top, x1, bottom in sides if fill.value or stroke.value else ():
        yield Rule(page, x0, x1, top, bottom, colour)


def area_of(shape: Any, height: float, page: int) -> Rule:
    """Return the area of a picture."""
    left, bottom, right, top = shape.get_bounds()
    return Rule(page, mm_of_pt(left), mm_of_pt(right), mm_of_pt(height - top), mm_of_pt(height - bottom), (0, 0, 0))


def _colour(shape: Any, asked: Any) -> Colour:
    paint = [ctypes.c_uint() for _ in range(4)]
    asked(shape.raw, *paint)
    return (paint[0].value, paint[1].value, paint[2].value)


def _outlines(shape: Any) -> list[list[Point]]:
    """Return the points of each closed or open outline, in page coordinates."""
    from pypdfium2 import raw

    matrix = shape.get_matrix()
    container = shape.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    found: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(shape.raw), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(shape.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not found:
            found.append([])
        found[-1].append(matrix.on_point(x.value, y.value))
    return [points for points in found if len(points) > 1]


def _box(points: Sequence[Point], height: float) -> Box:
    xs, ys = [point[0] for point in points], [height - point[1] for point in points]
    return mm_of_pt(min(xs)), mm_of_pt(min(ys)), mm_of_pt(max(xs)), mm_of_pt(max(ys))


def _stroked(box: Box, thick: float) -> Iterator[Box]:
    """Yield a line as thick as its stroke, a rectangle as its four sides."""
    x0, top, x1, bottom = box
    half = thick / 2
    if bottom - top < _HAIR:
        yield x0, top - half, x1, bottom + half
    elif x1 - x0 < _HAIR:
        yield x0 - half, top, x1 + half, bottom
    else:
        for y in (top, bottom):
            yield x0, y - half, x1, y + half
        for x in (x0, x1):
            yield x - half, top, x + half, bottom


def _filled(boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield thin boxes as they are, and the strips between a box and one inside it."""
    inner, outer = sorted(boxes, key=_size) if len(boxes) == 2 else (None, None)
    if inner and outer and _inside(inner, outer):
        (x0, top, x1, bottom), (left, upper, right, lower) = outer, inner
        strips = [(x0, top, x1, upper), (x0, lower, x1, bottom), (x0, top, left, bottom), (right, top, x1, bottom)]
        yield from (strip for strip in strips if strip[2] - strip[0] > _HAIR and strip[3] - strip[1] > _HAIR)
        return
    for box in boxes:
        if box[3] - box[1] <= _THIN or box[2] - box[0] <= _THIN:
            yield box


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer[0] - _HAIR <= inner[0]
        and outer[1] - _HAIR <= inner[1]
        and inner[2] <= outer[2] + _HAIR
        and inner[3] <= outer[3] + _HAIR
    )
