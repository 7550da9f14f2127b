"""What is measured of a DOCX: sections, paragraphs with resolved properties, table rows, drawn lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from planforge.inspect.passage import Colour, Passage, Side
from planforge.ooxml.formats import Border, ParagraphFormat
from planforge.records import record


@record(frozen=True, slots=True)
class Cell:
    """The table cell a paragraph stands in: table, row and column from 0, its borders, whether it is the row's last."""

    table: int
    row: int
    column: int
    borders: Mapping[str, Border]
    valign: str = "top"


@record(frozen=True)
class WordParagraph(Passage):
    """A paragraph; `cell` None outside tables, `section` its number from 0.

    Attributes:
        breaks: text of its lines where it is broken by hand.
        has_page_field: whether it holds a PAGE field.
        spaced: what is added to every character, in twips.
        latin_marks: quotes, dashes and the like that are set in the Latin face.
        floats: whether it stands in a text box or a frame beside the flow.
        float_top: top of the text there, in millimetres from the paper's top, if that is fixed.
        ends_at: where a tab ends it, in twips from the left edge of the text; None where none does.
    """

    format: ParagraphFormat = field(default_factory=ParagraphFormat)
    section: int = 0
    cell: Cell | None = None
    breaks: tuple[str, ...] = ()
    has_page_field: bool = False
    spaced: int = 0
    latin_marks: str = ""
    floats: bool = False
    float_top: float | None = None
    ends_at: int | None = None

    @property
    def pitch(self) -> float | None:
        """Its line pitch in points, None when the program that opens the file decides."""
        return self.format.line / 20 if self.format.rule == "exact" else None

    def indent(self, side: str) -> float:
        """Return an indent in characters of its own size: left, right or first."""
        chars: int | None = getattr(self.format, f"{side}_chars")
        if chars:
            return chars / 100
        twips: int = getattr(self.format, side)
        size = self.size or 16.0
        return twips / 20 / size


@record(frozen=True, slots=True)
class DrawnLine:
    """A straight line drawn as a shape: millimetres, points; `y` from `origin` (page, paragraph …), None if unknown.

    `compound`: thickThin and the like when it is several lines in one.
    """

    paragraph: int
    width: float
    weight: float
    colour: Colour
    y: float | None
    origin: str
    compound: str = ""


@record(frozen=True, slots=True)
class TurnedFoot:
    """The cell of a page number that is turned to the right: twips from the paper's left and upper edge."""

    x: int
    y: int
    width: int
    length: int


@record(frozen=True)
class Section:
    """A section: paper and margins in twips, text grid, footers by kind (default, even, first)."""

    paper: tuple[int, int]
    margins: Mapping[str, int]
    landscape: bool
    kind: str
    grid: str
    grid_pitch: int
    title_page: bool
    restarts: bool
    footers: Mapping[str, tuple[WordParagraph, ...]]
    turned: Mapping[str, TurnedFoot] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """Width of the text area in twips."""
        return self.paper[0] - self.margins["left"] - self.margins["right"] - self.margins["gutter"]


@record(frozen=True, slots=True)
class WordTable:
    """A table: place of its first paragraph, width and indent in twips (None: not fixed), rows, repeated heads."""

    paragraph: int
    width: int | None
    indent: int
    rows: int
    heads: int
    section: int
    edges: Mapping[str, Border]
    heights: tuple[tuple[int, str], ...] = ()
    """Height in twips and its rule (exact, atLeast, auto) of each row."""


@record(frozen=True)
class WordFile:
    """A DOCX as it was measured, in document order; paragraphs in tables and text boxes stand in their place."""

    paragraphs: tuple[WordParagraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[WordTable, ...]
    lines: tuple[DrawnLine, ...]
    even_and_odd: bool
    footer_lines: tuple[DrawnLine, ...] = ()

    def between(self, upper: WordParagraph, lower: WordParagraph) -> tuple[WordParagraph, ...]:
        """Return the paragraphs strictly between two others."""
        numbers = {id(paragraph): index for index, paragraph in enumerate(self.paragraphs)}
        return self.paragraphs[numbers[id(upper)] + 1 : numbers[id(lower)]]

    def text_above(self, first: WordParagraph) -> WordParagraph | None:
        """Return the last paragraph with words above another one."""
        before: WordParagraph | None = None
        for paragraph in self.paragraphs:
            if paragraph is first:
                return before
            before = paragraph if paragraph.bare else before
        return None

    def section_of(self, paragraph: WordParagraph) -> Section:
        """Return the section a paragraph belongs to."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]


def side_of(form: ParagraphFormat) -> Side:
    """Return how a paragraph of this format stands."""
    if form.jc == "center":
        return Side.CENTRE
    if form.jc in ("right", "end"):
        return Side.RIGHT
    first = form.first_chars if form.first_chars else form.first
    return Side.INDENTED if first > 0 else Side.LEFT
