"""From where to where a line of text reaches: of a PDF as it stands, of a DOCX as its indents and tabs place it."""

from __future__ import annotations

from planforge.inspect.passage import Side
from planforge.inspect.pdf_file import PdfPassage
from planforge.inspect.units import CHARACTER, RIGHT, mm_of_pt, mm_of_twips
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import Section, WordParagraph
from planforge.records import record


@record(frozen=True, slots=True)
class Span:
    """From where to where a line of text reaches, in millimetres from the paper's left."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2

    @property
    def free(self) -> float:
        """Characters of room to its right within the 版心."""
        return (RIGHT - self.right) / CHARACTER


def word_span(paragraph: WordParagraph, section: Section) -> Span:
    """Return where a paragraph of one line stands: by its indents, or by spaces before the words."""
    left_edge, right_edge = RIGHT - mm_of_twips(section.text_width), RIGHT
    tabbed = _at_tab(paragraph, left_edge)
    if tabbed is not None:
        return tabbed
    wide = _wide(paragraph, paragraph.text)
    character = mm_of_pt(paragraph.size)
    if paragraph.side is Side.RIGHT:
        right = right_edge - paragraph.indent("right") * character
        return Span(right - wide, right)
    left = left_edge + (paragraph.indent("left") + paragraph.indent("first")) * character
    if paragraph.side is Side.CENTRE:
        middle = (left + right_edge - paragraph.indent("right") * character) / 2
        return Span(middle - wide / 2, middle + wide / 2)
    whole = "".join(piece.text for piece in paragraph.pieces)
    left += mm_of_pt(width_of(whole[: len(whole) - len(whole.lstrip())]) * paragraph.size)
    return Span(left, left + wide)


def _wide(paragraph: WordParagraph, text: str) -> float:
    return mm_of_pt(width_of(text, auto_space=paragraph.format.auto_space) * paragraph.size)


def _at_tab(paragraph: WordParagraph, left_edge: float) -> Span | None:
    """Return where the words behind the last tab stand, None when no tab moves them."""
    *before, last = "".join(piece.text for piece in paragraph.pieces).split("\t")
    if not 0 < len(before) <= len(paragraph.format.tabs):
        return None
    position, kind = paragraph.format.tabs[len(before) - 1]
    wide = _wide(paragraph, last.strip())
    left = left_edge + mm_of_twips(position) - {"center": wide / 2, "right": wide}.get(kind, 0.0)
    return Span(left, left + wide)


def pdf_span(passage: PdfPassage) -> Span:
    """Return where a passage of one line stands; of several names side by side the last."""
    inked = [one for one in passage.first.characters if one.text.strip()]
    start = max((at for at in range(1, len(inked)) if inked[at].x0 - inked[at - 1].x1 > 2 * CHARACTER), default=0)
    return Span(inked[start].x0, inked[-1].x1)
