"""From where to where a line of text reaches: of a PDF as it stands, of a DOCX as its indents and tabs place it."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.inspect.passage import Passage, Side
from planforge.inspect.pdf_file import Character, PdfPassage
from planforge.inspect.units import CHARACTER, RIGHT, mm_of_pt, mm_of_twips
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import Section, WordParagraph
from planforge.patterns import expression
from planforge.records import record

_APART = expression(r"\t|\u3000{3,}| {6,}")


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
    inked = _inked(passage)
    return Span(inked[max(_starts(inked), default=0)].x0, inked[-1].x1)


def is_row(passage: Passage) -> bool:
    """Return whether a line of 署名 holds several names side by side."""
    if isinstance(passage, PdfPassage):
        return any(_starts(_inked(passage)))
    return _APART.search(passage.text) is not None


def _inked(passage: PdfPassage) -> list[Character]:
    return [one for one in passage.first.characters if one.text.strip()]


def _starts(inked: Sequence[Character]) -> list[int]:
    """Return at which characters names begin, but for the first one: behind more than two characters of white."""
    return [at for at in range(1, len(inked)) if inked[at].x0 - inked[at - 1].x1 > 2 * CHARACTER]
