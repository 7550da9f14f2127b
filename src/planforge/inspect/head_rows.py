"""Two elements of the head on one line, as in letters: 份号, 密级 or 紧急程度 at the left, 发文字号 at the right.

They are told apart here, while a file is read, so that each is a passage of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from planforge.inspect.passage import Piece, Place, Side
from planforge.inspect.pdf_file import Line, PdfPassage
from planforge.inspect.recognise_head import is_corner, number_in
from planforge.inspect.units import CHARACTER
from planforge.inspect.word_file import WordParagraph
from planforge.patterns import expression

_APART = expression(r"[ \u3000\xa0]*\t\s*|[ \u3000\xa0]{2,}")
_WIDE = 3 * CHARACTER
_LONGEST = 80
"""No line of the head has more characters; longer ones are not searched."""


def word_row(row: WordParagraph) -> tuple[WordParagraph, ...]:
    """Return both elements of a row, the number first and out of the flow; another paragraph as it is."""
    text = "".join(piece.text for piece in row.pieces)
    if len(text) > _LONGEST:
        return (row,)
    gap = next((gap for gap in _APART.finditer(text) if _is_row(text[: gap.start()], text[gap.end() :])), None)
    if gap is None:
        return (row,)
    stops = [position for position, kind in row.format.tabs if kind in ("right", "end")]
    ends = stops[-1] if stops and "\t" in gap[0] else None
    number = replace(
        row,
        pieces=tuple(_cut(row.pieces, gap.end(), len(text))),
        place=_place(row.place, text[gap.end() :]),
        side=Side.LEFT if ends is None else Side.RIGHT,
        ends_at=ends,
        floats=True,
    )
    left = replace(
        row, pieces=tuple(_cut(row.pieces, 0, gap.start())), place=_place(row.place, text[: gap.start()]), breaks=()
    )
    return (number, left)


def pdf_row(row: PdfPassage) -> tuple[PdfPassage, ...]:
    """Return both elements of a line with a wide gap, and each line below it that was taken for its continuation.

    Another passage is returned as it is.
    """
    halves = next(_halves(row.first), None)
    if halves is None:
        return (row,)
    left, right = (_of(row, half) for half in halves)
    number = replace(right, side=Side.RIGHT, starts_page=False)
    return (left, number, *(replace(_of(row, line), starts_page=False) for line in row.lines[1:]))


def _halves(line: Line) -> Iterator[tuple[Line, Line]]:
    if len(line.characters) > _LONGEST:
        return
    for at, (one, other) in enumerate(pairwise(line.characters), 1):
        left, right = (Line(line.page, half) for half in (line.characters[:at], line.characters[at:]))
        if other.x0 - one.x1 > _WIDE and _is_row(left.text, right.text):
            yield left, right


def _is_row(left: str, right: str) -> bool:
    bare = "".join(right.split())
    return is_corner("".join(left.split())) and bool(bare) and number_in(bare) == bare


def _of(row: PdfPassage, line: Line) -> PdfPassage:
    text = line.text.strip()
    pieces = tuple(
        Piece(character.text, character.faces, character.faces, character.size, character.colour)
        for character in line.characters
    )
    return replace(row, pieces=pieces, place=_place(row.place, text), lines=(line,))


def _place(place: Place, text: str) -> Place:
    return replace(place, text=text.strip())


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            yield replace(piece, text=text)
