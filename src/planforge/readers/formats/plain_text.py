"""TXT: one paragraph a line, or paragraphs parted by blank lines and cut by pages; Markdown marks may be there."""

from __future__ import annotations

from planforge.readers.lines import pieces_of
from planforge.readers.piece import Piece
from planforge.source.place import SourceFile
from planforge.source.tree import Tree

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(tree: Tree, path: str) -> tuple[SourceFile, list[Piece]]:
    """Return the file and its pieces.

    Raises:
        SourceError: when the file cannot be read.
    """
    file = tree.read(path)
    return file, pieces_of(file)
