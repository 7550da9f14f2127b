"""Distances in a DOCX as Word and WPS print them: from line to line, and from ink to ink.

Programs set the line boxes below each other; the standard counts between the characters themselves. In a line of exact
height the base line lies at four fifths of it (measured in LibreOffice, as Word does).
"""

from __future__ import annotations

import math
from itertools import islice

from planforge.inspect.units import INK_ABOVE, INK_BELOW, PT_PER_MM, mm_of_pt
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.ooxml.formats import Border
from planforge.ooxml.levels import whole

_BASE = 0.8
_SINGLE = 1.3
"""Height of a single-spaced line in sizes, for Chinese faces."""
_DEFAULT_SIZE = 16.0
_MOST_FRAMES = 20
"""Frames that are heeded; no first page has more."""
_SINGLE_RULES = ("single", "thick", "nil", "none", "")
_FINE = 0.75
"""The thinner line of a double border and the space between the two, in points."""
_BESIDE = 0.9
"""A frame that takes this share of the text's width leaves no room beside it."""


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
        return paragraph.float_top + mm_of_pt(before(file, paragraph) + above_ink(file, paragraph))
    return first_page_line(file, paragraph) + mm_of_pt(above_ink(file, paragraph))


def ink_bottom(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the millimetres from the paper's top to the foot of the ink of a paragraph of one line, there too."""
    return ink_top(file, paragraph) + mm_of_pt((INK_ABOVE + INK_BELOW) * (paragraph.size or _DEFAULT_SIZE))


def first_page_line(file: WordFile, paragraph: WordParagraph) -> float:
    """Return the millimetres from the paper's top to the first line of a paragraph, if it is on the first page.

    Frames at fixed places that leave no room beside them push lines down to their foot.
    """
    if paragraph.float_top is not None:
        return paragraph.float_top + mm_of_pt(before(file, paragraph))
    pushing = (frame for one in file.paragraphs if (frame := _pushes(file, one)) is not None)
    frames = list(islice(pushing, _MOST_FRAMES))
    top = file.section_of(paragraph).margins["top"] / 20
    for one in file.paragraphs:
        line = top + before(file, one)
        for start, end in frames:
            line = end if start < line + line_height(file, one) and line < end - 0.05 and not one.floats else line
        if one is paragraph:
            return mm_of_pt(line)
        if not one.floats:
            edges = sum(rule_height(edge) for edge in one.format.borders.values() if edge.val not in _SINGLE_RULES)
            top = line + line_height(file, one) * max(1, len(one.breaks)) + after(file, one) + edges
    return mm_of_pt(top)


def rule_height(border: Border) -> float:
    """Return how high a border is in points, with all its lines."""
    if not border.drawn:
        return 0.0
    line = border.size / 8
    if border.val == "double":
        return 3 * line
    return line + (2 * _FINE if border.val.startswith(("thickThin", "thinThick")) else 0.0)


def _pushes(file: WordFile, paragraph: WordParagraph) -> tuple[float, float] | None:
    """Return top and foot (points) of a frame that text cannot pass."""
    frame = paragraph.format.frame
    high, wide = (whole(frame.get(name)) or 0 for name in ("h", "w"))
    if paragraph.float_top is None or not high or frame.get("wrap") in ("none", "through"):
        return None
    if wide < _BESIDE * file.section_of(paragraph).text_width:
        return None
    top = PT_PER_MM * paragraph.float_top
    return top, top + high / 20
