"""Reads a document of any known format into an outline."""

from __future__ import annotations

from pathlib import PurePosixPath

from planforge.outline.block import Outline
from planforge.outline.text import Text
from planforge.readers.formats import formats
from planforge.readers.structure import build
from planforge.records import record
from planforge.source.place import SourceFile
from planforge.source.tree import Tree


@record(frozen=True)
class Document:
    """A document that is no plan folder: its file, its title and its 稿次 ("" for none) if seen, its outline."""

    file: SourceFile
    title: Text | None
    stage: str
    outline: Outline


def is_document(path: str) -> bool:
    """Return whether there is a reader for files of this name."""
    return PurePosixPath(path).suffix.lower() in formats()


def read_document(tree: Tree, path: str) -> Document:
    """Return a document's outline.

    Raises:
        SourceError: when the file cannot be read.
    """
    file, pieces = formats()[PurePosixPath(path).suffix.lower()](tree, path)
    front, outline = build(pieces)
    return Document(file, front.title, front.stage, outline)
