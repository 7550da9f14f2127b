"""Puts together paragraphs that a page or a line end has cut: “移动智 / 能终端”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planforge.outline.characters import Characters
from planforge.readers.marks import begins_structure, mark_of
from planforge.readers.piece import Piece

_FINISHED = re.compile(r"[。！？!?；;：:…][”』」’）)\]］]?$")
_PUNCTUATION = re.compile(r"[，。；：、！？,;:]")
_NUMBER_LINE = re.compile(r"〔\d{4}〕\s*\d+\s*号(?:\s*附件\s*\d*)?$")
_LONG_ENOUGH = 18
"""A cut line is nearly as wide as the page; shorter ones are titles, list items or cells."""
_TITLE_END = re.compile(
    r"(?:公报|公報|报告|報告|规划|規劃|纲要|綱要|计划|計劃|方案|意见|意見)(?:[\[〔（(]\d+[\]〕）)])?$"
)
_TITLE_GOES_ON = re.compile("和|及|与|暨|（|的")
_GOES_ON = re.compile(r"^[，。、；：！？）》”,;:)]")


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with cut paragraphs whole again."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is not None and _continues(waiting, piece):
            waiting = Piece((*waiting.lines, *piece.lines), waiting.level, waiting.lead)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def _continues(before: Piece, piece: Piece) -> bool:
    if before.rows or piece.rows or before.level or piece.level or piece.lead:
        return False
    if _GOES_ON.match(piece.text):
        return True
    last: Characters = before.lines[-1]
    if len(last.value) < _LONG_ENOUGH or _FINISHED.search(last.value) or _NUMBER_LINE.search(last.value):
        return False
    if _is_title(before.text) and not _TITLE_GOES_ON.match(piece.text):
        return False
    mark = mark_of(before.text)
    words = before.text[mark.end :] if mark else before.text
    if not _PUNCTUATION.search(words) and _PUNCTUATION.search(piece.text):
        return False  # a title above a paragraph: a cut paragraph has a comma somewhere
    return not begins_structure(piece.text)


def _is_title(text: str) -> bool:
    """Whether a line is the whole title of a document: below it stands who issues it, and when."""
    return _TITLE_END.search(text) is not None and not _PUNCTUATION.search(text)
