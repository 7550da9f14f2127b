"""Reads a document of any known format into an outline."""

from __future__ import annotations

from pathlib import PurePosixPath

from planforge.errors import SourceError
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


def of_another_kind(name: str) -> SourceError:
    """Return what is wrong with a file that holds no plan and whose name promises none: a web page, a CSV table."""
    suffix = PurePosixPath(name).suffix
    what = f"“{suffix}”文件" if suffix else "没有后缀的文件"
    hint = "请在 Word、WPS 或 Excel 里另存为 DOCX 或 TXT；是规划的源文件，后缀应为 .yaml"
    return SourceError(f"“{name}”应为规划文件夹，或 YAML、DOCX、TXT、Markdown 文件，实为{what}", hint=hint)
