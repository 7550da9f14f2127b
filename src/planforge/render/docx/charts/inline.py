"""The charts of a block as inline drawings with alternative text, and their parts in the file."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from planforge.render.charts.grid import page_grid, text_size
from planforge.render.docx.charts.part import WORKBOOK, chart_part
from planforge.render.docx.charts.workbook import chart_workbook
from planforge.render.docx.oxml import Element, element
from planforge.render.house import House, PageProfile
from planforge.render.page import Chart

_KIND = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EMU_PER_PT = 12700
_SIDE_PT = 2.0  # a hair less than the text area: two charts abreast that fill it would not stay on one line


class ChartParts:
    """The chart parts of one version of a document; what two versions share is there once."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._written: Counter[bytes] = Counter()

    def related(self, xml: bytes, figures: bytes) -> str:
        """Return the relation to the part with this content; a second drawing of it gets a part of its own."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        self._written[xml + figures] += 1
        name = hashlib.sha256(xml + figures).hexdigest()[:12] + f"-{self._written[xml + figures]}"
        uri = PackURI(f"/word/charts/chart-{name}.xml")
        known = next((key for key, relation in self._part.rels.items() if _target(relation) == uri), None)
        if known is not None:
            return str(known)
        package = self._part.package
        chart = Part(uri, f"{_KIND}.drawingml.chart+xml", xml, package)
        workbook = PackURI(f"/word/embeddings/chart-{name}.xlsx")
        chart.rels.add_relationship(
            f"{_RELATIONS}/package", Part(workbook, f"{_KIND}.spreadsheetml.sheet", figures, package), WORKBOOK
        )
        return str(self._part.relate_to(chart, f"{_RELATIONS}/chart"))

    def next_id(self) -> int:
        """Return a number that no drawing of the document has yet."""
        return int(self._part.next_id)


def chart_runs(block: Chart, parts: ChartParts, house: House, profile: PageProfile) -> list[Element]:
    """Return the runs with the charts of all panels."""
    grid, size = page_grid(block.panels, house, profile), text_size(house)
    first = parts.next_id()
    runs = []
    for number, panel in enumerate(block.panels):
        width = grid.width + grid.gap / 2 - _SIDE_PT
        relation = parts.related(chart_part(panel, block.shape, house, width, size), chart_workbook(panel))
        height = grid.height + grid.gap / 2
        drawing = _inline(relation, first + number, panel.alt, round(width * _EMU_PER_PT), round(height * _EMU_PER_PT))
        runs.append(element("r", None, drawing))
    return runs


def _target(relation: Any) -> object:
    return None if relation.is_external else relation.target_part.partname


def _inline(relation: str, number: int, alt: str, width: int, height: int) -> Element:
    size = {"cx": str(width), "cy": str(height)}
    chart = _plain("c:chart")
    chart.set(f"{{{_RELATIONS}}}id", relation)
    data = _plain("a:graphicData", {"uri": _CHART}, chart)
    about = {"id": str(number), "name": f"Chart {number}", "descr": alt}
    return element(
        "drawing",
        None,
        _plain(
            "wp:inline",
            dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
            _plain("wp:extent", size),
            _plain("wp:effectExtent", dict.fromkeys("ltrb", "0")),
            _plain("wp:docPr", about),
            _plain("wp:cNvGraphicFramePr"),
            _plain("a:graphic", None, data),
        ),
    )


def _plain(tag: str, values: dict[str, str] | None = None, *children: Element) -> Element:
    """Return an element of another namespace, whose attributes have none."""
    made = element(tag, None, *children)
    for name, value in (values or {}).items():
        made.set(name, value)
    return made
