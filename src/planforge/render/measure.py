"""How wide a text is, in characters (字) of its own size: enough to share a table's width or centre a signature."""

from __future__ import annotations

import math
import unicodedata


def width_em(text: str) -> float:
    """Return the width of ``text`` in ems: a Chinese character or mark is one, a Latin letter or digit one half."""
    return sum(_char_em(char) for char in text)


def lines_needed(text: str, width: float) -> int:
    """Return how many lines of ``width`` ems the text takes, with half a character lost a line to forbidden breaks."""
    return max(1, math.ceil(width_em(text) / max(1.0, width - 0.5)))


def _char_em(char: str) -> float:
    if unicodedata.combining(char) or char == "\u200b":
        return 0
    return 0.5 if ord(char) < 0x250 else 1
