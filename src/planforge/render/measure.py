"""How wide a text is, in characters (字) of its own size: enough to share a table's width or centre a signature."""

from __future__ import annotations

import math
import unicodedata
from itertools import pairwise


def width_em(text: str) -> float:
    """Return the width of ``text`` in ems: a Chinese character or mark is one, a Latin letter or digit one half."""
    return sum(_char_em(char) for char in text)


def spaced_em(text: str) -> float:
    """Return the width of ``text`` in ems with a quarter between Chinese and Latin.

    LibreOffice sets it so even where the file says not to.
    """
    latin = ["a" if char.isascii() and char.isalnum() else char if char.isascii() else "一" for char in text]
    return width_em(text) + 0.25 * sum({one, two} == {"a", "一"} for one, two in pairwise(latin))


def lines_needed(text: str, width: float, *, spaced: bool = False) -> int:
    """Return how many lines of ``width`` ems the text takes, with half a character lost a line to forbidden breaks.

    ``spaced``: with a quarter between Chinese and Latin.
    """
    return max(1, math.ceil((spaced_em if spaced else width_em)(text) / max(1.0, width - 0.5)))


def sheets_needed(lines: int, room_pt: float, line_pt: float) -> tuple[int, int]:
    """Return how many pages of ``room_pt`` points so many lines take, and how many lines the first has.

    The pages behind it are full: what ends at a foot begins further down on its first page.
    """
    full = max(1, math.floor(room_pt / line_pt))
    pages = max(1, math.ceil(lines / full))
    return pages, lines - (pages - 1) * full


def _char_em(char: str) -> float:
    if unicodedata.combining(char) or char == "\u200b":
        return 0
    return 0.5 if ord(char) < 0x250 else 1
