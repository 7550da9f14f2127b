"""DOCX: paragraphs count as lines, and so do table rows; columns count within the paragraph.

The text that places refer to is made here, one line a paragraph or row, cells parted by tabs: what `line` says is the
number of the paragraph in the document's order.
"""

from __future__ import annotations

from planforge.ooxml.body import WordParagraph, WordTable, body_of
from planforge.ooxml.package import Package
from planforge.outline.characters import Characters
from planforge.readers.joining import joined
from planforge.readers.marks import is_contents_line
from planforge.readers.piece import Piece
from planforge.source.place import SourceFile
from planforge.source.tree import Tree

SUFFIXES = (".docx",)


def read(tree: Tree, path: str) -> tuple[SourceFile, list[Piece]]:
    """Return the file and its pieces.

    Raises:
        SourceError: when the file is no DOCX or not safe to open.
    """
    data = tree.read_bytes(path)
    blocks = body_of(Package(tree.name(path), data))
    file = SourceFile(tree.name(path), "\n".join(_line(block) for block in blocks), original=data)
    pieces, at = [], 0
    for block in blocks:
        piece = _piece(file, block, at)
        if piece is not None:
            pieces.append(piece)
        at += len(_line(block)) + 1
    return file, list(joined(pieces))


def _line(block: WordParagraph | WordTable) -> str:
    if isinstance(block, WordTable):
        return "\n".join("\t".join(_flat(cell) for cell in row) for row in block.rows)
    return _flat(block.text)


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _piece(file: SourceFile, block: WordParagraph | WordTable, start: int) -> Piece | None:
    if isinstance(block, WordTable):
        rows = tuple(_rows(file, block, start))
        return Piece((rows[0][0],), rows=rows) if rows and rows[0] else None
    whole = Characters(file, block.text, range(start, start + len(block.text))).strip()
    if not whole.value or is_contents_line(whole.value):
        return None
    lead = block.lead - (whole.offsets[0] - start)
    return Piece((whole,), level=block.level, lead=max(0, lead))


def _rows(file: SourceFile, table: WordTable, start: int) -> list[tuple[Characters, ...]]:
    found = []
    for row in table.rows:
        cells = []
        for cell in row:
            flat = _flat(cell)
            cells.append(Characters(file, flat, range(start, start + len(flat))))
            start += len(flat) + 1
        found.append(tuple(cells))
    return found
