"""A chart for the web: each panel a picture of its own, so that they stand below one another on a narrow screen."""

from __future__ import annotations

import math
from html import escape

from planforge.render.anchors import anchor_name
from planforge.render.charts.grid import Grid, grid_of
from planforge.render.charts.marks import panel_marks
from planforge.render.charts.svg import svg_of
from planforge.render.page import Chart

_FACES = ('class="table-cell"', 'class="table-head"')
_WIDTH_EM = 39.0
"""The width that charts are arranged for, in sizes of their words: half of it fits the screen of a telephone."""
_NARROWEST_EM = 32.0
"""A panel as wide as the chart is made smaller down to this width; on a narrower screen it is scrolled."""


def chart_drawing(block: Chart) -> str:
    """Return the panels as inline SVG, each with its title and with what it shows in words."""
    grid = grid_of(block.panels, _WIDTH_EM, math.inf, 1.0)
    panels = "".join(_panel(block, number, grid) for number in range(len(block.panels)))
    label = f' role="region" aria-label="{escape(block.caption)}：图" tabindex="0"'
    return f'<div class="chart"{label}>{panels}</div>'


def _panel(block: Chart, number: int, grid: Grid) -> str:
    panel, name = block.panels[number], f"{anchor_name(block.id or block.caption)}-{number + 1}"
    drawn = svg_of(panel_marks(panel, block.shape, grid.width, grid.height, 1.0), 1.0, _FACES)
    size = f"width: min(100%, {grid.width:g}em); min-width: {min(grid.width, _NARROWEST_EM):g}em"
    words = f'<title id="{name}-t">{escape(panel.title)}</title><desc id="{name}-d">{escape(panel.alt)}</desc>'
    says = f'role="img" aria-labelledby="{name}-t" aria-describedby="{name}-d"'
    return f'<svg {says} viewBox="0 0 {grid.width:g} {grid.height:g}" style="{size}">{words}{drawn}</svg>'
