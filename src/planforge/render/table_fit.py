"""How a table is set so that no number of it is broken: turned sideways (横排), in smaller characters, or neither does.

A table is turned first, when its columns need it; then its characters shrink, down to the least size the house format
allows. What does not fit even so is told to whoever builds the document.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from planforge.records import record
from planforge.render.columns import ROOMY, column_shares, columns, narrowest_em, unbroken_em
from planforge.render.house import House, PageProfile
from planforge.render.measure import lines_needed
from planforge.render.page import Chart, Page, Table
from planforge.render.spacing import line_of

_STEP_PT = 0.5  # Word knows half points only
_ROUNDING_PT = 0.5  # programs round widths; a number exactly as wide as its column would be broken


@record(frozen=True, slots=True)
class TableFit:
    """How a table is set.

    Attributes:
        turned: whether it stands on pages turned sideways.
        scale: of the size and line pitch of its cells; 1: as the styles say.
        width_pt: its width.
        shares: the share of the width of each column.
        needed_pt: the width at which no number is broken; more than `width_pt`: some are.
    """

    turned: bool
    scale: float
    width_pt: float
    shares: tuple[float, ...]
    needed_pt: float


def fit_table(table: Table, house: House, profile: PageProfile, *, upright: bool = False) -> TableFit:
    """Return how a table is set; ``upright``: it is part of something that cannot be turned."""
    style, frame = house.styles["table-cell"], house.table
    pad = 2 * frame.pad_side_pt + frame.border_pt + _ROUNDING_PT
    turned = not upright and _is_turned(table, profile.width_pt / style.size_pt)
    width = profile.height_pt if turned else profile.width_pt
    size = style.size_pt
    if _needed(table, size, pad) > width:
        wanted = (width - pad * len(columns(table))) / sum(narrowest_em(cells) for cells in columns(table))
        size = min(size, max(frame.least_pt, math.floor(wanted / _STEP_PT) * _STEP_PT))
    return TableFit(
        turned,
        size / style.size_pt,
        width,
        tuple(column_shares(table, width / size, pad / size)),
        _needed(table, size, pad),
    )


def rows_cut(table: Table, fit: TableFit, house: House, profile: PageProfile) -> tuple[bool, ...]:
    """Return for each row whether it has to be cut: it is higher than what a page has below caption and head."""
    style = house.styles["table-cell"]
    size, line = style.size_pt * fit.scale, line_of(style, style.size_pt, profile) * fit.scale
    above = sum(
        line_of(house.styles[name], house.styles[name].size_pt, profile)
        for name, words in (("table-caption", table.caption), ("table-unit", table.unit))
        if words
    )
    pad = 2 * house.table.pad_side_pt + house.table.border_pt
    rooms = [(share * fit.width_pt - pad) / size for share in fit.shares]

    def height(row: Sequence[str]) -> float:
        lines = max((lines_needed(cell, room) for cell, room in zip(row, rooms, strict=True)), default=1)
        return lines * line + 2 * house.table.pad_vertical_pt

    room = (profile.width_pt if fit.turned else profile.height_pt) - above - (height(table.head) if table.head else 0.0)
    return tuple(height(row) > room for row in table.rows)


def _needed(table: Table, size: float, pad: float) -> float:
    return sum(unbroken_em(cells) * size + pad for cells in columns(table))


def _is_turned(table: Table, room: float) -> bool:
    """Return whether a table is turned: as it says, else when its columns need it.

    They do when even four characters a line, or the longest number, are more than all have room for together.

    Args:
        table: the table.
        room: the width of an upright page in characters of its text.
    """
    if table.landscape is not None:
        return table.landscape
    return sum(narrowest_em(column) + ROOMY for column in columns(table)) > room


def crowded(page: Page, house: House, profile: PageProfile) -> Iterator[tuple[str, str, TableFit]]:
    """Yield id and caption of each table that has to break numbers, and how it is set."""
    for block in page.blocks:
        if isinstance(block, Table | Chart):
            table = block.table if isinstance(block, Chart) else block
            fit = fit_table(table, house, profile, upright=isinstance(block, Chart))
            if fit.needed_pt > fit.width_pt:
                yield block.id, block.caption, fit
