"""How deep headings stand on the web: one below the other without a gap, as WCAG 2.2, 1.3.1 wants the order told.

A plan may leave a level out (1. right below 一、). Its heading looks as the house has it, but a reader who goes from
heading to heading must not look for one that is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.render.page import TITLES, Block, Heading, Line


def heading_depths(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the depth of each heading, 2 for the first below a title, by its place among the blocks."""
    depths: dict[int, int] = {}
    above: list[int] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Line) and block.role in TITLES:
            above = []
        elif isinstance(block, Heading):
            above = [level for level in above if level < block.level]
            above.append(block.level)
            depths[at] = 1 + len(above)
    return depths
