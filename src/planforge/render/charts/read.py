"""The element `chart` of the vocabulary as a block of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from planforge.render.charts.panel import Panel, Point, Shape
from planforge.render.errors import TemplateError
from planforge.render.page import Chart, Table
from planforge.render.xml_tree import Node


def chart(node: Node, table: Table, clean: Callable[[str], str]) -> Chart:
    """Return the chart; ``table`` is what its ``head``, ``row``, ``note`` and ``caption`` say.

    Args:
        node: the element, which fits the vocabulary.
        table: those of its children that a table has too.
        clean: takes the template's own line breaks out of a text.

    Raises:
        TemplateError: an unknown shape, no panel, panels of unequal length, a value that is no number.
    """
    panels = tuple(_panel(child, clean) for child in node.elements if child.name == "panel")
    if node.attributes["shape"] not in tuple(Shape):
        raise _error(node, f"属性“shape”应为 {' 或 '.join(Shape)}，实为“{node.attributes['shape']}”")
    if not panels or not all(panel.points for panel in panels):
        raise _error(node, "<chart> 里应有 <panel>，<panel> 里应有 <point>，实为没有")
    if len({len(panel.points) for panel in panels}) > 1:
        raise _error(node, "各 <panel> 里的 <point> 应一样多")
    shape = Shape(node.attributes["shape"])
    return Chart(shape, panels, replace(table, caption="", id=""), table.caption, node.attributes["alt"], id=table.id)


def _panel(node: Node, clean: Callable[[str], str]) -> Panel:
    points = tuple(_point(child, clean) for child in node.elements)
    return Panel(node.attributes["title"], node.attributes["alt"], points)


def _point(node: Node, clean: Callable[[str], str]) -> Point:
    given = node.attributes.get("value", "")
    try:
        value = Decimal(given) if given else None
    except InvalidOperation:
        raise _error(node, f"属性“value”应为数字，实为“{given}”") from None
    if value is not None and not value.is_finite():
        raise _error(node, f"属性“value”应为数字，实为“{given}”")
    return Point(node.attributes["at"], clean(node.text).strip(" \t"), value, node.attributes.get("mark", ""))


def _error(node: Node, message: str) -> TemplateError:
    return TemplateError(message, place=node.place, block=node.label)
