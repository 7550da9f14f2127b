"""Stretches Chinese lines to both edges.

WeasyPrint shares the room left on a line among its spaces only, and Chinese has none. This module replaces its private
`justify_line` by one that shares the room among all characters, but leaves Latin words and addresses, which have text
boxes of their own (`text.py`), as they are. The function is private: the version is pinned in
pyproject.toml, and when its shape has changed the text is set ragged and the caller told so.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

PARAMETERS = ("context", "line", "extra_width")
_MOST_PER_GAP = 0.5  # em: a line that would need more stays as it is
_NO_WIDTH = "\u200b \u00a0"


def install() -> bool:
    """Replace the function; False when this WeasyPrint does not have it in the known shape."""
    from weasyprint.layout import inline

    current = getattr(inline, "justify_line", None)
    if current is justify_line:
        return True
    if current is None or tuple(inspect.signature(current).parameters) != PARAMETERS:
        return False
    inline.justify_line = justify_line
    return True


def justify_line(_context: Any, line: Any, extra_width: float) -> None:
    """Share ``extra_width`` (CSS pixels) among the gaps between all characters of the line."""
    texts = list(_text_boxes(line))
    if not texts:
        return
    gaps = sum(map(_gaps, texts[:-1])) + (0 if _is_word(texts[-1]) else len(texts[-1].text.rstrip(_NO_WIDTH)) - 1)
    if gaps < 1 or extra_width / gaps > _MOST_PER_GAP * texts[0].style["font_size"]:
        return
    _stretch(line, extra_width / gaps, 0.0)


def _gaps(box: Any) -> int:
    """Return how many gaps a text box has, that behind it counted."""
    return 1 if _is_word(box) else len(box.text)


def _is_word(box: Any) -> bool:
    text = box.text
    return len(text) > 1 and text.isascii() and not any(map(str.isspace, text)) and any(map(str.isalpha, text))


def _text_boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            yield from _text_boxes(child)


def _stretch(box: Any, share: float, moved: float) -> float:
    """Widen every text box by ``share`` a gap and move what follows; returns the distance moved so far."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        return moved + (share if _is_word(box) else _widen(box, share))
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += moved
        after = moved
        for child in box.children:
            if child.is_in_normal_flow():
                after = _stretch(child, share, after)
        box.width += after - moved
        return after
    box.translate(moved, 0)
    return moved


def _widen(box: Any, share: float) -> float:
    """Set the letter spacing of a text box; what draws it lays its text out anew, with the style it then has."""
    if not box.text:
        return 0.0
    style = box.style.copy()
    spacing = style["letter_spacing"]
    style["letter_spacing"] = (0 if spacing == "normal" else spacing) + share
    box.style = style
    box.pango_layout.text = box.text
    extra = share * len(box.text)
    box.width += extra
    return extra
