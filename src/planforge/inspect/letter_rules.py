"""The red double rules of a letter: how a letter is told from other forms, and their look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.inspect.judge import near, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import is_red
from planforge.inspect.pdf_file import PdfFile, Rule, Sheet
from planforge.inspect.units import mm_of_twips
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.inspect.word_runs import colour_of
from planforge.ooxml.formats import Border

_LENGTH = 170.0
_LONG = 140.0
_PAIR = 3.0
_UPPER_END = 120.0
_DOUBLE = ("thickThin", "thinThick", "double")


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


def is_word_letter(file: WordFile) -> bool:
    """Return whether there is a red double border or a pair of red lines 170 mm long."""
    return any(True for _ in _borders(file)) or sum(abs(line.width - _LENGTH) < 3 for line in file.lines) >= 2


def word_double_rules(file: WordFile) -> Iterator[Measure]:
    """Measure the double rules of a DOCX as far as its borders tell."""
    for paragraph, side, border in _borders(file):
        foot = paragraph.place.text == "页脚" or side == "top"
        clause, kind, words = ("10.1-c", "thinThick", "上细下粗") if foot else ("10.1-b", "thickThin", "上粗下细")
        yield verdict(clause, border.val.startswith(kind), border.val, paragraph.place, words)
        section = file.section_of(paragraph)
        width = mm_of_twips(section.text_width - paragraph.format.left - paragraph.format.right)
        yield near("10.1-d", width, _LENGTH, 0.5, paragraph.place, "长 ")
    for line in file.lines:
        if line.width > _LONG:
            yield near("10.1-d", line.width, _LENGTH, 0.5, what="长 ")


def _borders(file: WordFile) -> Iterator[tuple[WordParagraph, str, Border]]:
    footers = [
        one for section in file.sections for kind in ("first", "default") for one in section.footers.get(kind, ())
    ]
    for paragraph in (*file.paragraphs[:12], *footers):
        for side in ("top", "bottom"):
            border = paragraph.format.borders.get(side)
            if border is not None and border.val.startswith(_DOUBLE) and is_red(colour_of(border.color)):
                yield paragraph, side, border


def _close(rules: list[Rule]) -> list[Rule]:
    """Return the first two rules that lie close together."""
    for upper, lower in pairwise(rules):
        if lower.top - upper.bottom < _PAIR:
            return [upper, lower]
    return []
