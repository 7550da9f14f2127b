"""发文机关标志 of several organs: a table without borders, the names at the left, 文件 in the middle at the right."""

from __future__ import annotations

from planforge.render.docx.oxml import Element, element, hint, run_properties, text, twips
from planforge.render.docx.paragraphs import paragraph
from planforge.render.docx.table import cell, grid, properties
from planforge.render.house import House, PageProfile
from planforge.render.joint import joint_width, spread
from planforge.render.measure import width_em
from planforge.render.page import JointHead
from planforge.render.spacing import block_size, line_of


def joint_head(block: JointHead, house: House, profile: PageProfile) -> list[Element]:
    """Return the table."""
    style = house.styles["letterhead"]
    size = block_size(block, style, profile)
    line = line_of(style, size, profile)
    names = twips(size * (joint_width(block) - width_em(block.ending)))  # the gap stands behind them
    widths = [names + twips(0.1 * size), twips(size * width_em(block.ending) + 0.1 * size)]
    organs = [
        paragraph(style.name, _spread(name, size, spread(name, block)), _placed("left", line)) for name in block.organs
    ]
    cells = [cell(widths[0], organs)]
    if block.ending:
        cells.append(cell(widths[1], [paragraph(style.name, [_run(block.ending, size)], _placed("center", line))]))
    total = sum(widths[: len(cells)])
    about = properties(total, None)
    about.insert(1, element("jc", {"val": "center"}))
    return [element("tbl", None, about, grid(widths[: len(cells)]), element("tr", None, *cells))]


def _placed(side: str, line: float) -> list[Element]:
    """Return what places one line of the head, anew for each: an element stands at one place only."""
    return [element("spacing", {"line": twips(line), "lineRule": "exact"}), element("jc", {"val": side})]


def _spread(name: str, size: float, gap: float) -> list[Element]:
    """Return a name stretched by space between its characters, none behind the last."""
    if not gap:
        return [_run(name, size)]
    return [_run(name[:-1], size, gap * size), _run(name[-1], size)]


def _run(words: str, size: float, gap: float = 0.0) -> Element:
    spacing = [element("spacing", {"val": twips(gap)})] if gap else []
    sizes = [element(tag, {"val": round(2 * size)}) for tag in ("sz", "szCs")]
    return element("r", None, run_properties([hint(), *spacing, *sizes]), text(words))
