"""The paragraphs of 版记 in a DOCX, together with those that are empty and only draw one of its rules."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.inspect.units import mm_of_pt
from planforge.inspect.word_file import WordFile, WordParagraph


def ruled(file: WordFile, imprint: Sequence[WordParagraph]) -> list[WordParagraph]:
    """Return the paragraphs of 版记 and the rules directly above, between and below them, top to bottom."""
    members = {id(one) for one in imprint}
    places = [at for at, one in enumerate(file.paragraphs) if id(one) in members]
    first, last = places[0], places[-1] + 1
    while first and is_rule(file.paragraphs[first - 1]):
        first -= 1
    while last < len(file.paragraphs) and is_rule(file.paragraphs[last]):
        last += 1
    return [one for one in file.paragraphs[first:last] if id(one) in members or is_rule(one)]


def is_rule(paragraph: WordParagraph) -> bool:
    """Return whether a paragraph holds nothing and has a border above or below."""
    drawn = any(border.drawn for side, border in paragraph.format.borders.items() if side in ("top", "bottom"))
    return drawn and not paragraph.bare and paragraph.cell is None


def framed_foot(paragraph: WordParagraph) -> float | None:
    """Return where a rule in a frame ends, in millimetres from the paper's top; None where that is not fixed."""
    if paragraph.float_top is None or paragraph.pitch is None or not is_rule(paragraph):
        return None
    border = paragraph.format.borders.get("bottom")
    thick = border.size / 8 if border is not None and border.drawn else 0.0
    return paragraph.float_top + mm_of_pt(paragraph.pitch + thick)
