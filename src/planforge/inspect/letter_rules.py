"""The red double rules of a letter on a PDF page, by which it is told from other forms."""

from __future__ import annotations

from itertools import pairwise

from planforge.inspect.passage import is_red
from planforge.inspect.pdf_file import PdfFile, Rule, Sheet

_LONG = 140.0
_PAIR = 3.0
_UPPER_END = 120.0


def double_rules(sheet: Sheet) -> tuple[list[Rule], list[Rule]]:
    """Return the red rules of the upper pair and of the lower pair; empty where there is none."""
    red = [rule for rule in sheet.rules if rule.width > _LONG and is_red(rule.colour)]
    upper = [rule for rule in red if rule.top < _UPPER_END]
    lower = [rule for rule in red if rule.top > 297 - 40]
    return _close(upper), _close(lower)


def is_pdf_letter(file: PdfFile) -> bool:
    """Return whether the first page has red double rules."""
    upper, lower = double_rules(file.sheets[0]) if file.sheets else ([], [])
    return len(upper) == 2 or len(lower) == 2


def _close(rules: list[Rule]) -> list[Rule]:
    """Return the first two rules that lie close together."""
    for upper, lower in pairwise(rules):
        if lower.top - upper.bottom < _PAIR:
            return [upper, lower]
    return []
