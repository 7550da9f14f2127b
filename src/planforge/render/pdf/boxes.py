"""Ends a box that goes on over the page below its last line.

WeasyPrint draws the part on the first page down to the foot of the text area (CSS Fragmentation 3, 4.4), which leaves
up to a line of white inside the frame and looks like a line that is missing. The tree of a laid-out page is private:
where it has another shape nothing is changed.
"""

from __future__ import annotations

from typing import Any

BOX_CLASS = "box"


def end_at_last_line(document: Any) -> None:
    """Shorten every part of a box on the pages of a laid-out document to the lines that stand in it."""
    for sheet in document.pages:
        page = getattr(sheet, "_page_box", None)
        for box in page.descendants() if page is not None else ():
            element = getattr(box, "element", None)
            if element is not None and element.get("class") == BOX_CLASS and getattr(box, "children", None):
                _shorten(box)


def _shorten(box: Any) -> float:
    """Give a box the height of what it holds; return where that ends, from the page's top."""
    from weasyprint.formatting_structure import boxes

    if not isinstance(box, boxes.BlockContainerBox) or not box.children:
        return float(box.position_y + box.margin_height())
    box.height = min(box.height, _shorten(box.children[-1]) - box.content_box_y())
    return float(box.position_y + box.margin_height())
