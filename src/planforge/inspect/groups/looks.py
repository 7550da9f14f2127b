"""What holds everywhere: the default face (5.2.2), the colour (5.2.4), one face for digits and Latin letters (P3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.faces import FANGSONG, shown_face
from planforge.inspect.judge import look, piece_look, verdict
from planforge.inspect.leads import main_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Colour, Passage, Piece, is_red
from planforge.inspect.recognise_head import number_in
from planforge.inspect.subject import PdfSubject, WordSubject

P = TypeVar("P", bound=Passage)
_DARK = 60
_LARGE = 20.0
"""Red is for the red head; smaller red text that is no part of it is a fault."""


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    yield from _all(subject.elements, subject.file.paragraphs)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    yield from _all(subject.elements, subject.file.passages)


def _all(elements: Elements[P], passages: Iterable[P]) -> Iterator[Measure]:
    yield from _defaults(elements)
    yield from _colours(passages, {id(mark) for mark in elements.marks})
    yield from _latin(elements.body)


def _defaults(elements: Elements[P]) -> Iterator[Measure]:
    number = elements.number
    piece = main_of(_number(number)) if number is not None else None
    if number is not None and piece is not None:
        yield piece_look("5.2.2", piece, FANGSONG, 16, number.place)
    single = [elements.date, elements.remark]
    for passage in (*(one for one in single if one is not None), *elements.attachments, *elements.signatures):
        yield look("5.2.2", passage, FANGSONG, 16)


def _number(row: Passage) -> Iterator[Piece]:
    """Yield the pieces of a document number without those of the names that sign for it on the same row."""
    left = len(number_in(row.bare)) or len(row.bare)
    for piece in row.pieces:
        if left > 0:
            yield piece
        left -= len("".join(piece.text.split()))


def _colours(passages: Iterable[Passage], marks: Collection[int]) -> Iterator[Measure]:
    for passage in passages:
        for piece in passage.pieces:
            odd = not _is_dark(piece.colour) and not is_red(piece.colour)
            red_small = is_red(piece.colour) and piece.size < _LARGE and id(passage) not in marks
            if piece.text.strip() and (odd or red_small or piece.marked):
                shown = "底纹或突出显示" if piece.marked else "#{:02X}{:02X}{:02X}".format(*piece.colour)
                yield verdict("5.2.4", False, shown, passage.place)
                break
        else:
            if passage.bare:
                yield verdict("5.2.4", True, "黑色", passage.place)


def _is_dark(colour: Colour) -> bool:
    return max(colour) <= _DARK


def _latin(body: Iterable[Passage]) -> Iterator[Measure]:
    faces: dict[str, Passage] = {}
    for passage in body:
        for piece in passage.pieces:
            if any(character.isascii() and character.isalnum() for character in piece.text):
                faces.setdefault(shown_face(piece.latin), passage)
    if faces:
        place = list(faces.values())[-1].place
        yield verdict("P3", len(faces) == 1, "、".join(faces), place)
