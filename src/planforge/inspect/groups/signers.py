"""签发人 of an upward document (7.2.6): place, faces, several names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from planforge.inspect.faces import FANGSONG, KAI
from planforge.inspect.judge import SIDES, near, piece_look, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side, is_han
from planforge.inspect.pdf_file import PdfPassage
from planforge.inspect.recognise_head import number_in
from planforge.inspect.spans import word_span
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, RIGHT
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_NEAR, _NEAR_BY_WIDTH = 0.15, 0.3
"""Characters: how near a row that is set right must end, and one whose end is reckoned by the width of its words."""
_LABEL = expression(r"签发人[:：]")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    signers = subject.elements.signers
    if signers:
        yield from _words(signers)
        yield _at_right(subject.file, signers)


def _at_right(file: WordFile, signers: Sequence[WordParagraph]) -> Measure:
    """Judge where the widest row ends: names stand below each other, so the others end before it."""
    widest, row = max(
        ((word_span(one, file.section_of(one)), one) for one in signers), key=lambda found: found[0].right
    )
    set_right = row.side is Side.RIGHT or any(kind in ("right", "end") for _, kind in row.format.tabs)
    holds = abs(widest.free - 1) <= (_NEAR if set_right else _NEAR_BY_WIDTH)
    return verdict("7.2.6-a", holds, f"右空 {widest.free:.1f} 字", row.place, "右空一字")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    signers = subject.elements.signers
    if not signers:
        return
    yield from _words(signers)
    widest = max(passage.first.x1 for passage in signers)  # names stand below each other, so other rows end before it
    yield near("7.2.6-a", widest, RIGHT - CHARACTER, 0.6, signers[0].place, "右缘距纸左边 ", due=SIDES)
    starts = [start for passage in signers if (start := _first_name(passage)) is not None]
    for passage, start in zip(signers[1:], starts[1:], strict=False):
        yield near("7.2.6-c", start, starts[0], 0.5, passage.place, "姓名左缘距纸左边 ")


def _first_name(passage: PdfPassage) -> float | None:
    """Return the left edge of the first name of a row."""
    characters = [one for one in passage.first.characters if one.text.strip()]
    text = "".join(one.text for one in characters)
    behind = _names_start(text)
    return characters[behind].x0 if behind < len(characters) else None


def _names_start(text: str) -> int:
    label = _LABEL.search(text)
    return label.end() if label else len(number_in(text))


def _words(signers: Sequence[P]) -> Iterator[Measure]:
    for passage in signers:
        yield from _faces(passage)
    names = "".join(passage.text for passage in signers)
    parted = "、" not in names
    yield verdict("7.2.6-c", parted, "姓名之间空格" if parted else "姓名之间用顿号", signers[0].place)


def _faces(passage: Passage) -> Iterator[Measure]:
    """Judge each piece by where it stands: number, label, names."""
    text = "".join(piece.text for piece in passage.pieces)
    bare = "".join(text.split())
    names, label = _names_start(bare), _LABEL.search(bare)
    at = 0
    for piece in passage.pieces:
        length = len("".join(piece.text.split()))
        if sum(map(is_han, piece.text)):
            if at >= names:
                yield piece_look("7.2.6-b", piece, KAI, 16, passage.place)
            elif label is not None and at + length > label.start():
                yield piece_look("7.2.6-b", piece, FANGSONG, 16, passage.place)
        at += length
