"""What is measured of a PDF: characters with their ink, lines, rules, passages; millimetres from its page's corner."""

from __future__ import annotations

from dataclasses import field

from planforge.inspect.passage import Colour, Passage, is_han, is_red
from planforge.records import cached_property, record


@record(frozen=True, slots=True)
class Character:
    """A character on a page.

    Attributes:
        x0, x1: edges of its body (the width the text moves on); ink: left, top, right, bottom of what is seen.
        y: base line; size: points; faces: names of its font.
        turned: which way it is turned: 1 to the right (as on pages turned sideways), -1 to the left, 0 upright.
    """

    text: str
    x0: float
    x1: float
    y: float
    ink: tuple[float, float, float, float]
    size: float
    faces: tuple[str, ...]
    colour: Colour
    turned: int = 0


@record(frozen=True)
class Line:
    """Characters on one base line of a page."""

    page: int
    characters: tuple[Character, ...]

    @cached_property
    def text(self) -> str:
        """Its characters in printed order, spaces included."""
        return "".join(character.text for character in self.characters)

    @cached_property
    def y(self) -> float:
        """The base line, in millimetres from the paper's upper edge; the mark of a note is raised above it."""
        return max(self._inked, key=lambda character: character.size).y

    @cached_property
    def x0(self) -> float:
        """Left edge of the first character's body, spaces left out."""
        return self._inked[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge of the last character's body."""
        return self._inked[-1].x1

    @cached_property
    def top(self) -> float:
        """Upper edge of the ink of its Chinese characters (of all where there is none)."""
        return min(character.ink[1] for character in self._chinese)

    @cached_property
    def bottom(self) -> float:
        """Lower edge of the ink of its Chinese characters: brackets and commas hang lower."""
        return max(character.ink[3] for character in self._chinese)

    @cached_property
    def size(self) -> float:
        """The largest size, in points."""
        return max(character.size for character in self._inked)

    @property
    def red(self) -> bool:
        """Whether it begins with a red character."""
        return is_red(self._inked[0].colour)

    @property
    def centre(self) -> float:
        """The middle between its edges."""
        return (self.x0 + self.x1) / 2

    @cached_property
    def _chinese(self) -> tuple[Character, ...]:
        return tuple(character for character in self.characters if is_han(character.text)) or self._inked

    @cached_property
    def _inked(self) -> tuple[Character, ...]:
        return tuple(character for character in self.characters if character.text.strip()) or self.characters


@record(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line, or the side of a rectangle; thickness in points."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    colour: Colour

    @property
    def width(self) -> float:
        """Its length from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Its length from top to bottom."""
        return self.bottom - self.top


@record(frozen=True)
class PdfPassage(Passage):
    """A paragraph as it looks on the page: its lines in order."""

    lines: tuple[Line, ...] = field(default=(), repr=False)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


@record(frozen=True)
class Sheet:
    """A page: size in millimetres, lines and rules top to bottom.

    ``head``: where the head of a page turned sideways comes to stand when it is held upright, "left" or "right", ""
    where nothing tells. ``notes``: the lines of its footnotes, which are not among ``lines``. ``turned_number``: on a
    page turned sideways, the page number that is turned with it.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[Rule, ...] = ()
    turned_number: Line | None = None
    head: str = ""
    notes: tuple[Line, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing but a page number."""
        return not (self.lines or self.notes or self.head or self.pictures)


@record(frozen=True)
class PdfFile:
    """A PDF as it was measured: pages as they are, and the paragraphs that their lines make; millimetres throughout."""

    sheets: tuple[Sheet, ...]
    passages: tuple[PdfPassage, ...]
    numbers: tuple[Line | None, ...]
    """The page number of each page."""
    edges: tuple[tuple[float, float], tuple[float, float]]
    """Where the long lines of odd and of even pages begin and end."""

    def left(self, line: Line) -> float:
        """Return the left edge of the text on the page of a line: what an indent is measured from."""
        return self.edges[line.page % 2 == 0][0]

    def right(self, line: Line) -> float:
        """Return the right edge of the text on the page of a line."""
        return self.edges[line.page % 2 == 0][1]
