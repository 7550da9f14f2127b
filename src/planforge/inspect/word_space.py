"""Distances in a DOCX as Word and WPS print them: from line to line, and from ink to ink.

Programs set the line boxes below each other; the standard counts between the characters themselves. In a line of exact
height the base line lies at four fifths of it (measured in LibreOffice, as Word does).
"""

from __future__ import annotations

import math

from planforge.inspect.units import INK_ABOVE, INK_BELOW, mm_of_pt
from planforge.inspect.word_file import WordFile, WordParagraph

_BASE = 0.8
_SINGLE = 1.3
"""Height of a single-spaced line in sizes, for Chinese faces."""
_DEFAULT_SIZE = 16.0
_BOX_INSET = 3.6
"""What Word leaves at the top of a text box, in points, when nothing else is set."""


def line_height(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the height of the paragraph's lines in points."""
    form, section = paragraph.format, file.section_of(paragraph)
    size = paragraph.size or _DEFAULT_SIZE
    if form.rule == "exact":
        return form.line / 20
    single = _SINGLE * size
    if form.rule == "atLeast":
        return max(form.line / 20, single)
    if section.grid in ("lines", "linesAndChars", "snapToChars") and form.snap and section.grid_pitch:
        pitch = section.grid_pitch / 20
        return math.ceil(single / pitch) * pitch * form.line / 240
    return single * form.line / 240


def height(file: WordFile, paragraph: WordParagraph) -> float:
    """Return what a paragraph of one line takes, with the space before and after it, in points."""
    if paragraph.floats:
        return 0.0
    return (
        before(file, paragraph) + line_height(file, paragraph) * max(1, len(paragraph.breaks)) + after(file, paragraph)
    )


def before(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the space above a paragraph in points."""
    return _space(file, paragraph, paragraph.format.before, paragraph.format.before_lines)


def after(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the space below a paragraph in points."""
    return _space(file, paragraph, paragraph.format.after, paragraph.format.after_lines)


def _space(file: WordFile, paragraph: WordParagraph, twips: int, lines: int | None) -> float:
    if lines:
        pitch = file.section_of(paragraph).grid_pitch or 240
        return lines / 100 * pitch / 20
    return twips / 20


def above_ink(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the points from the top of the paragraph's first line to its ink."""
    size, line = paragraph.size or _DEFAULT_SIZE, line_height(file, paragraph)
    if paragraph.format.rule == "exact":
        return _BASE * line - INK_ABOVE * size
    return (line - (INK_ABOVE + INK_BELOW) * size) / 2


def below_ink(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the points from the ink of the paragraph's last line to the bottom of that line."""
    size = paragraph.size or _DEFAULT_SIZE
    return line_height(file, paragraph) - above_ink(file, paragraph) - (INK_ABOVE + INK_BELOW) * size


def box_gap(file: WordFile, upper: WordParagraph, lower: WordParagraph) -> float:
    """Return the millimetres between the line boxes of two paragraphs of one page."""
    between = sum(height(file, paragraph) for paragraph in file.between(upper, lower))
    return mm_of_pt(after(file, upper) + between + before(file, lower))


def ink_gap(file: WordFile, upper: WordParagraph, lower: WordParagraph) -> float:
    """Return the millimetres between the ink of two paragraphs of one page."""
    return box_gap(file, upper, lower) + mm_of_pt(below_ink(file, upper) + above_ink(file, lower))


def ink_top(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the millimetres from the paper's top to the ink of a paragraph on the first page."""
    if paragraph.float_top is not None:
        return paragraph.float_top + mm_of_pt(_BOX_INSET + before(file, paragraph) + above_ink(file, paragraph))
    index = next(i for i, one in enumerate(file.paragraphs) if one is paragraph)
    above = sum(height(file, one) for one in file.paragraphs[:index])
    top = file.section_of(paragraph).margins["top"] / 20
    return mm_of_pt(top + above + before(file, paragraph) + above_ink(file, paragraph))
