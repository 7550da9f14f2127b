"""Lengths of the official page. Millimetres unless the name says otherwise; y from the paper's top, x from its left.

Sources: GB/T 9704-2012 5.1, 5.2.1, 3.1, 3.2 and GB/T 33476.2-2016 (a character is 5.54 mm, a line 10.39 mm).
"""

from __future__ import annotations

PT_PER_MM = 72 / 25.4
TWIPS_PER_PT = 20
TWIPS_PER_MM = PT_PER_MM * TWIPS_PER_PT
EMU_PER_MM = 36_000

PAPER = (210.0, 297.0)
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
"""Edges of the 版心."""
MIDDLE = (LEFT + RIGHT) / 2
WIDTH, HEIGHT = RIGHT - LEFT, BOTTOM - TOP
CHARACTER = 5.54
LINE = 10.39
SEVEN_EIGHTHS = 4.84
INK_ABOVE, INK_BELOW = 0.77, 0.145
"""Where the ink of a Chinese character lies beside the base line, in its size; faces differ by a few hundredths."""


def mm_of_twips(twips: float) -> float:
    """Return twips (twentieths of a point) in millimetres."""
    return twips / TWIPS_PER_MM


def mm_of_pt(points: float) -> float:
    """Return points (1/72 inch) in millimetres."""
    return points / PT_PER_MM
