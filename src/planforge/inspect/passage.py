"""The measured model both kinds of files are turned into: passages of text made of pieces, rules, places."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from functools import cache

from planforge.records import cached_property, record

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
_SHOWN = 16


class Side(Enum):
    """How a passage stands between the edges of the text area."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    INDENTED = "indented"


@record(frozen=True, slots=True)
class Place:
    """Where something was measured: the page of a PDF, the paragraph of a DOCX (both from 1), and its first words."""

    page: int | None = None
    paragraph: int | None = None
    text: str = ""

    def __str__(self) -> str:
        parts = [f"第{self.page}页"] if self.page else []
        parts += [f"第{self.paragraph}段"] if self.paragraph else []
        return "".join(parts) + (f"“{self.text}”" if self.text else "")


NOWHERE = Place()


def is_han(character: str) -> bool:
    """Return whether a character is a Chinese one (extensions included)."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character >= "\U00020000"


@cache
def is_common(character: str) -> bool:
    """Return whether a character is one of the 6763 Chinese ones that every official face has (GB 2312)."""
    try:
        return is_han(character) and bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def is_red(colour: Colour) -> bool:
    """Return whether a colour is the red of a red head (6.2: Y80 M80; on screens FF0000, E60012 and the like)."""
    red, green, blue = colour
    return red >= 200 and green <= 60 and blue <= 60


@record(frozen=True, slots=True)
class Piece:
    """Characters set alike.

    Attributes:
        faces: names the face of the Chinese characters goes by; latin: name of the face of digits and letters.
        size: points.
    """

    text: str
    faces: tuple[str, ...]
    latin: tuple[str, ...]
    size: float
    colour: Colour = BLACK
    bold: bool = False
    marked: bool = False


@record(frozen=True)
class Passage:
    """A paragraph of a DOCX or what looks like one on the pages of a PDF; `boxed`: in a table or a frame."""

    pieces: tuple[Piece, ...]
    place: Place
    side: Side
    starts_page: bool = False
    boxed: bool = False

    @cached_property
    def text(self) -> str:
        """The characters, white space at the ends left out."""
        return "".join(piece.text for piece in self.pieces).strip(" \u3000\t\n\xa0")

    @cached_property
    def bare(self) -> str:
        """The characters without any white space."""
        return "".join(self.text.split())

    @cached_property
    def main(self) -> Piece | None:
        """The piece whose look most of the characters have; Chinese ones count, others when there are none.

        Of the Chinese ones those count that every official face has: others may be set in any that has them.
        """
        weights: Counter[Piece] = Counter()
        for piece in self.pieces:
            look = Piece("", piece.faces, piece.latin, piece.size, piece.colour, piece.bold, piece.marked)
            weights[look] += 1000 * sum(map(is_common, piece.text)) + len(piece.text.strip())
        best = weights.most_common(1)
        return best[0][0] if best and best[0][1] else None

    @property
    def size(self) -> float:
        """Its size in points, 0 when it is empty."""
        return self.main.size if self.main else 0.0

    @property
    def red(self) -> bool:
        """Whether it is set in red."""
        return self.main is not None and is_red(self.main.colour)

    def words(self) -> str:
        """Return its first words, to tell a reader which one it is."""
        return self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 2]}……"
