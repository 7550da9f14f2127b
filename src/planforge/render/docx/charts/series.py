"""The one series of a chart: its names and figures, how each point looks, and the figures beside the points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from planforge.patterns import expression
from planforge.render.charts.marks import EARLIER, LATEST, labelled
from planforge.render.charts.panel import Panel, Point, Shape
from planforge.render.docx.charts.looks import NOTHING, filled, hatched, stroke
from planforge.render.docx.charts.workbook import SHEET, names_of

_NUMBER = expression(r"\d[\d,]*(?:\.(\d+))?")
_LINE_PT = 1.0
_ONE_LINE = '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr/><a:endParaRPr/></a:p></c:txPr>'
_SHOWN = "".join(
    f'<c:show{what} val="{int(what == "Val")}"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)


def series(panel: Panel, shape: Shape, slot_em: float) -> str:
    """Return what stands in ``c:ser`` but the end of a line's; ``slot_em`` is the width of a point in characters."""
    bars = shape is Shape.BARS
    looks = f'{filled(EARLIER)}<c:invertIfNegative val="0"/>' if bars else f"{stroke(_LINE_PT)}{_MARKER}"
    points = "".join((_bar if bars else _turn)(panel, at) for at in range(len(panel.points)))
    last = len(panel.points) + 1
    return (
        f'<c:idx val="0"/><c:order val="0"/><c:tx>{_strings("$B$1", [panel.title])}</c:tx>{looks}{points}'
        f"{_labels(panel, labelled(panel.points, slot_em), bars)}"
        f"<c:cat>{_strings(f'$A$2:$A${last}', names_of(panel))}</c:cat>"
        f"<c:val>{_numbers(panel, f'$B$2:$B${last}')}</c:val>"
    )


_MARKER = '<c:marker><c:symbol val="square"/><c:size val="6"/></c:marker>'


def _bar(panel: Panel, at: int) -> str:
    point = panel.points[at]
    looks = hatched() if point.mark else filled(_grey(panel, point))
    return f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{looks}</c:dPt>'


def _turn(panel: Panel, at: int) -> str:
    """A point of a line; the stroke that leads to a target is dashed."""
    point = panel.points[at]
    symbol, looks = ("diamond", filled("FFFFFF")) if point.mark else ("square", filled(_grey(panel, point)))
    marker = f'<c:marker><c:symbol val="{symbol}"/><c:size val="6"/>{looks}</c:marker>'
    leading = stroke(_LINE_PT, dashed=bool(point.mark))
    return f'<c:dPt><c:idx val="{at}"/>{marker}<c:bubble3D val="0"/>{leading}</c:dPt>'


def _grey(panel: Panel, point: Point) -> str:
    return LATEST if panel.is_latest(point) else EARLIER


def _labels(panel: Panel, shown: frozenset[int], bars: bool) -> str:
    """The figures as the ledger words them: by a number format, so that they follow the data when it is edited."""
    looks = f'{NOTHING}{_ONE_LINE}<c:dLblPos val="{"outEnd" if bars else "t"}"/>{_SHOWN}'
    single = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{escape(number_format(point.printed, point.value))}" '
        f'sourceLinked="0"/>{looks}</c:dLbl>'
        if at in shown
        else f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        for at, point in enumerate(panel.points)
        if point.value is not None
    )
    return f"<c:dLbls>{single}{looks}</c:dLbls>"


def number_format(printed: str, value: Decimal) -> str:
    """Return the number format that shows a figure as it is printed: 约21.50 → ``"约"0.00``."""
    found = _NUMBER.search(printed)
    if found is None or Decimal(found.group().replace(",", "")) != abs(value):
        return _literal(printed)  # written in a way that no format has: as it stands
    digits = ("#,##0" if "," in found.group() else "0") + ("." + "0" * len(found[1]) if found[1] else "")
    return f"{_literal(printed[: found.start()].removesuffix('-'))}{digits}{_literal(printed[found.end() :])}"


def _literal(words: str) -> str:
    plain = words.replace('"', "")
    return f'"{plain}"' if plain else ""


def _strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{SHEET}!{place}</c:f>{cache}</c:strRef>"


def _numbers(panel: Panel, place: str) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{point.value:f}</c:v></c:pt>'
        for at, point in enumerate(panel.points)
        if point.value is not None
    )
    cache = (
        f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(panel.points)}"/>{points}</c:numCache>'
    )
    return f"<c:numRef><c:f>{SHEET}!{place}</c:f>{cache}</c:numRef>"
