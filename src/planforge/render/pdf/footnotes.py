"""Keeps every footnote on the page of its reference.

``footnote-policy: line`` moves a line whose footnote has no room to the next page (CSS GCPM, 2.6). But WeasyPrint makes
room for the first line of a paragraph by sending the footnotes above it away from their references. Here such a line
goes to the next page instead. The function that lays out lines is private: the version is pinned in pyproject.toml, and
where its shape has changed nothing is replaced and the caller told so.
"""

from __future__ import annotations

import inspect
from typing import Any

PARAMETERS = (
    "context", "box", "index", "child", "new_children", "page_is_empty", "absolute_boxes", "fixed_boxes",
    "adjoining_margins", "bottom_space", "position_y", "skip_stack", "first_letter_style", "first_line_style",
    "draw_bottom_decoration", "max_lines",
)  # fmt: skip
_REPLACED = "planforge_replaced"


def install() -> bool:
    """Replace the function; False when this WeasyPrint does not have it in the known shape."""
    from weasyprint.layout import block

    current = getattr(block, "_linebox_layout", None)
    if hasattr(current, _REPLACED):
        return True
    if current is None or tuple(inspect.signature(current).parameters) != PARAMETERS:
        return False
    block._linebox_layout = _keeping(current)
    return True


def _keeping(layout_lines: Any) -> Any:
    """Return the function that lays out lines and drops those that drove footnotes away."""

    def lines_layout(context: Any, box: Any, index: int, child: Any, new_children: list[Any], *rest: Any) -> Any:
        kept, before = list(context.current_page_footnotes), len(new_children)
        result = layout_lines(context, box, index, child, new_children, *rest)
        moved = [note for note in kept if note in context.reported_footnotes]
        if not moved:
            return result
        del new_children[before:]  # the line that stands where the footnotes were; its own are not laid out yet
        for note in moved:
            context.unlayout_footnote(note)
        for note in moved:
            context.layout_footnote(note)
        _abort, _stop, resume_at, *others = result
        return True, False, resume_at, *others

    setattr(lines_layout, _REPLACED, True)
    return lines_layout
