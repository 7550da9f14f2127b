"""Several organs that issue together: how their names stand in the head and below the text (7.2.4 and 7.3.5.1)."""

from __future__ import annotations

from planforge.render.measure import width_em
from planforge.render.page import JointHead, JointSignature

JOINT_GAP_EM = 0.25
"""Between the names of several organs and 文件."""
ROW_GAP_MM = 40.0
"""Between two rows of organs that sign: with the line itself 50 mm, the widest seal of a province or ministry.

Seals may neither cut nor touch each other (7.3.5.1); side by side three of them share the 156 mm of a line.
"""


def joint_width(block: JointHead) -> float:
    """Return how wide the letterhead of several organs is, in characters: the widest name, a gap, the ending."""
    gap = JOINT_GAP_EM if block.ending else 0.0
    return max(map(width_em, block.organs)) + gap + width_em(block.ending)


def spread(name: str, block: JointHead) -> float:
    """Return the space between the characters of an organ's name that makes it as wide as the widest, in characters."""
    missing = max(map(width_em, block.organs)) - width_em(name)
    return missing / (len(name) - 1) if len(name) > 1 else 0.0


def signature_columns(block: JointSignature, chars: float) -> int:
    """Return how many organs sign side by side on a line of ``chars`` characters: three at most, where they fit."""
    widest = max(width_em(name) for name in block.names) + 1
    return max(1, min(3, len(block.names), int(chars // widest)))


def signature_rows(block: JointSignature, columns: int) -> list[tuple[str, ...]]:
    """Return the names row by row, each as long as the columns; a row that is short begins further right.

    The last organ thus stands at the right, where the date goes below it and its seal on both (7.3.5.1).
    """
    rows = [block.names[at : at + columns] for at in range(0, len(block.names), columns)]
    return [("",) * (columns - len(row)) + row for row in rows]
