"""The red double rules of a letter in a DOCX: borders of paragraphs, or lines drawn as shapes, and where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.inspect.passage import NOWHERE, Place, is_red
from planforge.inspect.units import PAPER, mm_of_pt, mm_of_twips
from planforge.inspect.word_file import DrawnLine, Section, WordFile, WordParagraph
from planforge.inspect.word_runs import colour_of
from planforge.inspect.word_space import before, first_page_line, height, line_height, rule_height
from planforge.ooxml.formats import Border
from planforge.ooxml.levels import whole
from planforge.records import record

_HEAD = 12
"""Paragraphs among which the upper rule is looked for."""
_LONG, _PAIR = 140.0, 3.0
_UPPER_END, _LOWER_START = 120.0, 257.0
_DOUBLE = ("thickThin", "thinThick", "double")


@record(frozen=True, slots=True)
class DoubleRule:
    """A double rule in millimetres; what only the program that opens the file knows is None.

    ``kind``: thickThin or thinThick, from top to bottom.
    """

    kind: str
    width: float
    top: float | None
    bottom: float | None
    middle: float | None
    place: Place = NOWHERE


def word_double_rules(file: WordFile) -> tuple[DoubleRule | None, DoubleRule | None]:
    """Return the upper rule and the one at the foot of the first page; None where there is none."""
    section = file.sections[0]
    footer = section.footers.get("first" if section.title_page else "default", ())
    upper = next((_in_text(file, one, side, border) for one, side, border in _borders(file.paragraphs[:_HEAD])), None)
    lower = next((_in_footer(file, footer, *found) for found in _borders(footer)), None)
    drawn = list(_drawn(file))
    upper = upper or next((rule for rule in drawn if rule.top is not None and rule.top < _UPPER_END), None)
    return upper, lower or next((rule for rule in drawn if rule.top is not None and rule.top > _LOWER_START), None)


def has_double_rule(file: WordFile) -> bool:
    """Return whether there is a red double rule: a border, or lines as long as a letter's."""
    footers = [one for section in file.sections for some in section.footers.values() for one in some]
    borders = _borders((*file.paragraphs[:_HEAD], *footers))
    return next(borders, None) is not None or next(_drawn(file), None) is not None


def _borders(paragraphs: Sequence[WordParagraph]) -> Iterator[tuple[WordParagraph, str, Border]]:
    for paragraph in paragraphs:
        for side in ("top", "bottom"):
            border = paragraph.format.borders.get(side)
            if border is not None and border.val.startswith(_DOUBLE) and is_red(colour_of(border.color)):
                yield paragraph, side, border


def _in_text(file: WordFile, paragraph: WordParagraph, side: str, border: Border) -> DoubleRule:
    first = first_page_line(file, paragraph)
    if paragraph.floats and paragraph.float_top is None:
        return _rule(file.section_of(paragraph), paragraph, border, None)
    return _rule(file.section_of(paragraph), paragraph, border, _edge(file, paragraph, side, border, first))


def _in_footer(
    file: WordFile, footer: Sequence[WordParagraph], paragraph: WordParagraph, side: str, border: Border
) -> DoubleRule:
    section = file.sections[0]
    if paragraph.float_top is not None:
        top: float | None = paragraph.float_top + mm_of_pt(before(file, paragraph))
    elif paragraph.floats:
        top = None
    else:
        at = next(index for index, one in enumerate(footer) if one is paragraph)
        below = sum(height(file, one) for one in footer[at + 1 :])
        line = line_height(file, paragraph) + rule_height(border) + border.space
        top = PAPER[1] - mm_of_twips(section.margins["footer"]) - mm_of_pt(below + line)
        top += mm_of_pt(rule_height(border) + border.space) if side == "top" else 0.0
    return _rule(section, paragraph, border, None if top is None else _edge(file, paragraph, side, border, top))


def _edge(file: WordFile, paragraph: WordParagraph, side: str, border: Border, line: float) -> float:
    """Return the upper edge of a border; `line` is the top of the paragraph's first line, all in millimetres."""
    if side == "top":
        return line - mm_of_pt(border.space + rule_height(border))
    return line + mm_of_pt(line_height(file, paragraph) * max(1, len(paragraph.breaks)) + border.space)


def _rule(section: Section, paragraph: WordParagraph, border: Border, top: float | None) -> DoubleRule:
    form, left = paragraph.format, section.margins["left"]
    width = section.text_width - form.left - form.right - min(0, form.first)
    middle: float | None = mm_of_twips(left + form.left + width / 2)
    if framed := whole(form.frame.get("w")):
        width = framed - form.left - form.right
        centred = form.frame.get("xAlign") == "center" and form.frame.get("hAnchor", "page") == "page"
        middle = PAPER[0] / 2 if centred else _framed_middle(section, form.frame, width)
    bottom = None if top is None else top + mm_of_pt(rule_height(border))
    kind = border.val.removesuffix("Gap").removesuffix("Small").removesuffix("Medium").removesuffix("Large")
    return DoubleRule(kind, mm_of_twips(width), top, bottom, middle, paragraph.place)


def _framed_middle(section: Section, frame: dict[str, str], width: float) -> float | None:
    start = {"page": 0, "margin": section.margins["left"]}.get(frame.get("hAnchor", "page"))
    x = whole(frame.get("x"))
    return None if start is None or x is None else mm_of_twips(start + x + width / 2)


def _drawn(file: WordFile) -> Iterator[DoubleRule]:
    """Yield pairs of drawn red lines, and single ones that are double in themselves, at fixed places of the page."""
    lines = [line for line in (*file.lines, *file.footer_lines) if line.width > _LONG and is_red(line.colour)]
    fixed = sorted((line for line in lines if line.origin == "page" and line.y is not None), key=lambda one: one.y or 0)
    for line in fixed:
        if line.compound in _DOUBLE:
            yield _between(line, line, line.compound)
    for upper, lower in pairwise([line for line in fixed if line.compound not in _DOUBLE]):
        if (lower.y or 0) - (upper.y or 0) < _PAIR:
            yield _between(upper, lower, "thickThin" if upper.weight > lower.weight else "thinThick")


def _between(upper: DrawnLine, lower: DrawnLine, kind: str) -> DoubleRule:
    top = (upper.y or 0.0) - mm_of_pt(upper.weight / 2)
    return DoubleRule(kind, upper.width, top, (lower.y or 0.0) + mm_of_pt(lower.weight / 2), None)
