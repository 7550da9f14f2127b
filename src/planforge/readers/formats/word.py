"""DOCX: paragraphs count as lines, and so do table rows; columns count within the paragraph.

The text that places refer to is made here, one line a paragraph or row, cells parted by tabs: what `line` says is the
number of the paragraph in the document's order.
"""

from __future__ import annotations

from planforge.ooxml.body import WordParagraph, WordTable, body_of
from planforge.ooxml.footnotes import Notes
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
    package = Package(tree.name(path), data)
    blocks, notes = body_of(package), Notes(package)
    file = SourceFile(tree.name(path), "\n".join(_line(block) for block in blocks), original=data)
    pieces, at = [], 0
    for block in blocks:
        piece = _piece(file, block, at, notes)
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


def _piece(file: SourceFile, block: WordParagraph | WordTable, start: int, notes: Notes) -> Piece | None:
    if isinstance(block, WordTable):
        rows = tuple(_rows(file, block, start, notes))
        return Piece((rows[0][0],), rows=rows) if rows and rows[0] else None
    offsets = range(start, start + len(block.text))
    whole = Characters(file, block.text, offsets, notes.within(block.runs)).strip()
    if not whole.value or block.entry or is_contents_line(whole.value):
        return None
    lead = block.lead - (whole.offsets[0] - start)
    return Piece((whole,), level=block.level, lead=max(0, lead))


def _rows(file: SourceFile, table: WordTable, start: int, notes: Notes) -> list[tuple[Characters, ...]]:
    found = []
    for row, runs in zip(table.rows, table.cells, strict=True):
        cells = []
        for cell, inside in zip(row, runs, strict=True):
            flat = _flat(cell)
            cells.append(Characters(file, flat, range(start, start + len(flat)), notes.within(inside)))
            start += len(flat) + 1
        found.append(tuple(cells))
    return found
