"""Judges the distance of two paragraphs of a DOCX, which offices make in two ways."""

from __future__ import annotations

from planforge.inspect.judge import verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.units import LINE
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.inspect.word_space import box_gap, ink_gap

_TOLERANCE = 1.5
_EMPTY_LINES = (0.93, 1.05)
"""Heights of an empty line in tenths that pass: 28.95 pt is a little less than 10.39 mm, 30 pt a little more."""


def gap_of(clause: str, file: WordFile, upper: WordParagraph, lower: WordParagraph, lines: int, what: str) -> Measure:
    """Return whether so many empty lines lie between two paragraphs, counted from ink to ink or as empty lines."""
    ink, boxes = ink_gap(file, upper, lower), box_gap(file, upper, lower)
    wanted = lines * LINE
    low, high = (share * wanted for share in _EMPTY_LINES)
    holds = abs(ink - wanted) <= _TOLERANCE or low <= boxes <= high
    expected = f"{what}空{'零一二三'[lines]}行（{wanted:.2f}±{_TOLERANCE:g} 毫米）"
    return verdict(clause, holds, f"{what}{ink:.1f} 毫米", lower.place, expected)
