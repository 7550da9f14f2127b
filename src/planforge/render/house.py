"""A house format: how an office prints. Page set-ups, fonts by role, text styles, wording.

Plain frozen data; `manifest.py` reads it from YAML, `houses.py` finds it. Lengths carry their unit in the name:
millimetres, points (1/72 inch), characters of the style's own size, lines of the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from planforge.records import record

Align = Literal["justify", "left", "center", "right"]
NumberPlace = Literal["outer", "center"]
FrontNumbers = Literal["none", "roman"]
ImprintPage = Literal["even", "last"]
PT_PER_MM = 72 / 25.4
PAPER_WIDTH_MM = 210.0
PAPER_HEIGHT_MM = 297.0
FINE_PT = 0.75
"""The thinner line of a double rule and the space between the two: what Word draws for ``thickThinSmallGap``."""
STYLE_NAMES = (
    "body", "copy-number", "security", "urgency", "letterhead", "document-number", "notice-title", "recipients",
    "disclosure", "signature", "plan-title", "stage", "heading-1", "heading-2", "heading-3", "heading-4", "box-title",
    "box-text", "table-caption", "table-unit", "table-head", "table-cell", "table-note", "figure-caption", "imprint",
    "page-number", "contents-title", "contents-1", "contents-2", "contents-3", "annex-label", "annex-title",
    "annex-note", "title-note", "cover-title", "cover-note", "cover-by", "header", "footnote",
)  # fmt: skip


@record(frozen=True, slots=True)
class PageProfile:
    """A page set-up: margins in millimetres, line pitch of the body in points."""

    name: str
    title: str
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    line_pt: float

    @property
    def width_pt(self) -> float:
        """Width of the text area in points."""
        return (PAPER_WIDTH_MM - self.left_mm - self.right_mm) * PT_PER_MM

    @property
    def height_pt(self) -> float:
        """Height of the text area in points."""
        return (PAPER_HEIGHT_MM - self.top_mm - self.bottom_mm) * PT_PER_MM


@record(frozen=True, slots=True)
class FontFile:
    """A font under the name DOCX would use, and the file names it is known by."""

    name: str
    files: tuple[str, ...]


@record(frozen=True, slots=True)
class FontRole:
    """The official font of a role, what stands in for it in PDF by priority, and the names a browser may know."""

    role: str
    official: FontFile
    stand_ins: tuple[FontFile, ...]
    web: tuple[str, ...]


@record(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set.

    ``line_pt`` None: the page's line pitch. ``fit``: the size shrinks until one line fits the text area.
    ``gap_lines``: distance in page lines from the ink of the element above to the ink of this one (clauses 7.2 and 7.3
    of GB/T 9704 count that way). ``before_lines``: empty lines above.
    """

    name: str
    title: str
    font: str
    size_pt: float
    line_pt: float | None = None
    align: Align = "justify"
    first_line_chars: float = 0
    spacing_pt: float = 0
    colour: str = "text"
    gap_lines: float = 0
    before_lines: float = 0
    fit: bool = False
    keep_next: bool = False

    @property
    def indent_pt(self) -> float:
        """Indent of the first line in points; lines of the contents are indented as a whole."""
        return self.first_line_chars * (self.size_pt + self.spacing_pt)

    @property
    def indents_all_lines(self) -> bool:
        """Whether the indent holds for every line: an entry of the contents that takes two stays below its like."""
        return self.name.startswith("contents-")


@record(frozen=True, slots=True)
class Frame:
    """A border with its distances, in points, for 专栏 and tables."""

    border_pt: float
    pad_vertical_pt: float
    pad_side_pt: float
    around_pt: float


@record(frozen=True, slots=True)
class TableFrame(Frame):
    """The border of tables; ``least_pt``: to what size their characters may shrink, so that no number is broken."""

    least_pt: float


@record(frozen=True, slots=True)
class Ink:
    """Where the ink of a Chinese character lies, in ems above and below the base line."""

    above_em: float
    below_em: float


@record(frozen=True, slots=True)
class RedRuleStyle:
    """Thickness of the red rule and its distance from the document number's ink."""

    pt: float
    gap_mm: float


@record(frozen=True, slots=True)
class LetterStyle:
    """The red double rules of a letter (GB/T 9704-2012, 10.1) and what hangs on them.

    ``gap_mm``: from the organ's ink to the upper rule; ``below_mm``: from that rule to the ink below it (seven eighths
    of a 3号 character, 4.84 mm by GB/T 33476.2); ``foot_mm``: from the lower rule to the paper's lower edge;
    ``thick_pt``: the thicker line of each, for which the standard has no figure.
    """

    gap_mm: float
    below_mm: float
    width_mm: float
    foot_mm: float
    thick_pt: float

    @property
    def rule_pt(self) -> float:
        """How high a double rule is, in points."""
        return self.thick_pt + 2 * FINE_PT

    @property
    def side_mm(self) -> float:
        """From the paper's edge to the end of a rule: it stands in the middle of the page."""
        return (PAPER_WIDTH_MM - self.width_mm) / 2


@record(frozen=True, slots=True)
class ImprintStyle:
    """Rules of the imprint (first and last thick, between thin; 0 for none), the space at both sides in characters.

    ``foot_mm``: from the last rule to the paper's lower edge (the lower edge of the 版心, whatever the margin is).
    ``page``: where it stands, on an even page (7.4) or on the last one, whichever that is (10.1).
    """

    thick_pt: float
    thin_pt: float
    side_chars: float
    foot_mm: float
    page: ImprintPage


@record(frozen=True, slots=True)
class PageNumberStyle:
    """Centre of the dashes from the paper's top, distance from the outer edge, Word's footer distance.

    ``form``: what is printed, ``{number}`` in its midst; ``front``: how front matter (cover, contents) is numbered.
    """

    form: str
    place: NumberPlace
    front: FrontNumbers
    centre_mm: float
    side_pt: float
    footer_twips: int


@record(frozen=True, slots=True)
class HeaderStyle:
    """The running header of the body, from the paper's top to its line, the rule below it.

    ``text``: what is printed, ``{title}`` stands for the plan's title; empty for no header.
    """

    text: str
    top_mm: float
    rule_pt: float


@record(frozen=True, slots=True)
class CoverStyle:
    """Where the title of a cover starts, from the paper's top, and where organ and date end, from its foot."""

    title_top_mm: float
    foot_mm: float


@record(frozen=True, slots=True)
class ContentsStyle:
    """The title of the contents (目录), and how many levels of headings they list when the plan does not say."""

    title: str
    levels: int


@record(frozen=True, slots=True)
class House:
    """A house format; its template reads nothing but ``folder`` and, behind it, the folders of ``bases``.

    ``bases`` are the house formats this one builds on, the nearest first. ``shipped``: it came with planforge, so its
    template is trusted to end.
    """

    name: str
    title: str
    description: str
    folder: Path
    bases: tuple[Path, ...]
    shipped: bool
    template: str
    language: str
    letterhead: str
    captions: Mapping[str, str]
    numbering: tuple[str, ...]
    pages: Mapping[str, PageProfile]
    default_page: str
    fonts: Mapping[str, FontRole]
    latin: str | None
    ink: Ink
    colours: Mapping[str, str]
    styles: Mapping[str, TextStyle]
    letterhead_top_mm: float
    red_rule: RedRuleStyle
    letter: LetterStyle
    title_page_lines: float
    title_after_lines: float
    title_words: tuple[str, ...]
    signature_right_chars: float
    box: Frame
    table: TableFrame
    imprint: ImprintStyle
    page_number: PageNumberStyle
    header: HeaderStyle
    cover: CoverStyle
    contents: ContentsStyle
