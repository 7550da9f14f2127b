"""A paragraph that begins with a number of a level: its heading, and the text that may follow it."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.inspect.layers import level_of
from planforge.inspect.passage import NOWHERE, Passage, Piece, Side
from planforge.patterns import expression

_LONGEST_LEAD = 60
_END = expression(r"[。：:]")


def split_lead(passage: Passage) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the pieces of a numbered heading and those of the text behind it; without a number all is text."""
    text = "".join(piece.text for piece in passage.pieces)
    if not level_of(passage.bare):
        return (), passage.pieces
    end = _END.search(text)
    cut = end.end() if end and end.end() <= _LONGEST_LEAD else (len(text) if len(text) <= _LONGEST_LEAD else 0)
    head: list[Piece] = []
    rest: list[Piece] = []
    at = 0
    for piece in passage.pieces:
        here = max(0, min(len(piece.text), cut - at))
        head += [_part(piece, piece.text[:here])] if here else []
        rest += [_part(piece, piece.text[here:])] if here < len(piece.text) else []
        at += len(piece.text)
    return tuple(head), tuple(rest)


def main_of(pieces: Iterable[Piece]) -> Piece | None:
    """Return the look most of these pieces have."""
    kept = tuple(pieces)
    return Passage(kept, NOWHERE, Side.LEFT).main if kept else None


def _part(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.faces, piece.latin, piece.size, piece.colour, piece.bold, piece.marked)
