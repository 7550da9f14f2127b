"""A panel as a chart part (ECMA-376-1, 21.2). The order of elements is the schema's: Word repairs any other."""

from __future__ import annotations

from html import escape

from planforge.render.charts.panel import Panel, Shape
from planforge.render.docx.charts.looks import NOTHING, face, stroke
from planforge.render.docx.charts.series import series
from planforge.render.house import House

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_RELATIONS}"'
_HEADROOM = 1.22  # the axis goes beyond the last figure, so that its label has room
_FORMAT = '<c:numFmt formatCode="General" sourceLinked="0"/>'
_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
WORKBOOK = "rId1"
"""The relation from a chart to the workbook with its figures."""


def chart_part(panel: Panel, shape: Shape, house: House, width: float, size: float) -> bytes:
    """Return the XML of the part.

    Args:
        panel: what is drawn.
        shape: as bars or as a line.
        house: gives the fonts.
        width: the width of the chart in points.
        size: the size of its words in points.
    """
    words = face("defRPr", "table-cell", house, size)
    plot = f"<c:layout/>{_plot(panel, shape, width / len(panel.points) / size)}{_years()}{_values(panel)}"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_SPACES}><c:roundedCorners val="0"/>'
        f'<c:chart>{_title(panel.title, house, size)}<c:autoTitleDeleted val="0"/><c:plotArea>{plot}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}'
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
        f'<c:externalData r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _title(words: str, house: House, size: float) -> str:
    given, own = (face(tag, "table-head", house, size) for tag in ("defRPr", "rPr"))
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{given}</a:pPr>"
        f'<a:r>{own}<a:t>{escape(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _plot(panel: Panel, shape: Shape, slot_em: float) -> str:
    inner, axes = series(panel, shape, slot_em), '<c:axId val="1"/><c:axId val="2"/>'
    if shape is Shape.BARS:
        return (
            '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'<c:ser>{inner}</c:ser><c:gapWidth val="80"/>{axes}</c:barChart>'
        )
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:ser>{inner}<c:smooth val="0"/></c:ser><c:marker val="1"/>{axes}</c:lineChart>'
    )


def _years() -> str:
    """The axis of the years: a line at nought, the words below all bars."""
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/>{_FORMAT}{_TICKS}<c:tickLblPos val="low"/>{stroke()}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(panel: Panel) -> str:
    """The axis of the values, unseen: every figure stands beside its bar."""
    low, high = (_HEADROOM * bound for bound in panel.bounds())
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high:.10g}"/><c:min val="{low:.10g}"/></c:scaling><c:delete val="1"/><c:axPos val="l"/>'
        f'{_FORMAT}{_TICKS}<c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
