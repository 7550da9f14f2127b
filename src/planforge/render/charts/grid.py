"""How the panels of a chart stand: two abreast where their words have room, one below the other where not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planforge.records import record
from planforge.render.charts.panel import Panel
from planforge.render.house import House, PageProfile
from planforge.render.measure import width_em

_SIZE = 7 / 8  # of the cells of tables: 小四 there, 五号 here
_GAP_EM = 1.0
_HEIGHT_EM = 12.0
_LOWEST_EM = 7.5


def text_size(house: House) -> float:
    """Return the size of a chart's words in points."""
    return house.styles["table-cell"].size_pt * _SIZE


@record(frozen=True, slots=True)
class Grid:
    """The size of a panel, how many there are and how many stand abreast; lengths are in the unit of what was asked."""

    width: float
    height: float
    panels: int
    abreast: int
    gap: float

    def place(self, number: int) -> tuple[float, float]:
        """Return the left and the top of a panel; one that is left over stands in the middle."""
        row, column = divmod(number, self.abreast)
        over = max(0, (row + 1) * self.abreast - self.panels) / 2
        return (column + over) * (self.width + self.gap), row * (self.height + self.gap)

    @property
    def extent(self) -> tuple[float, float]:
        """The width and the height of all panels."""
        rows = math.ceil(self.panels / self.abreast)
        return self.abreast * (self.width + self.gap) - self.gap, rows * (self.height + self.gap) - self.gap


def grid_of(panels: Sequence[Panel], width: float, room: float, size: float) -> Grid:
    """Return the grid.

    Args:
        panels: the panels of one chart.
        width: the width of the text area.
        room: the height that a chart may take.
        size: the size of the words, in the unit of the others.
    """
    gap = _GAP_EM * size
    half = (width - gap) / 2
    abreast = 2 if max(map(_needed_em, panels)) * size <= half else 1
    rows = math.ceil(len(panels) / abreast)
    height = max(_LOWEST_EM * size, min(_HEIGHT_EM * size, room / rows - gap))
    return Grid(half if abreast == 2 else width, height, len(panels), abreast, gap)


def page_grid(panels: Sequence[Panel], house: House, profile: PageProfile) -> Grid:
    """Return the grid on a page: the picture leaves room for its caption and a table of as many rows as panels."""
    cell = house.styles["table-cell"]
    row = (cell.line_pt or profile.line_pt) + 2 * house.table.pad_vertical_pt
    room = profile.height_pt - 3 * profile.line_pt - (len(panels) + 2) * row
    return grid_of(panels, profile.width_pt, room, text_size(house))


def _needed_em(panel: Panel) -> float:
    """Return the width at which no figure touches the next one."""
    widest = max(max(width_em(point.printed), width_em(point.at), width_em(point.mark)) for point in panel.points)
    return (widest + 0.5) * len(panel.points)
