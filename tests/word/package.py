"""A Word file taken apart: its parts, their types and what they point at (ISO/IEC 29500-2, open packaging)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

Node = Any  # lxml's elements; its stubs do not know their own iterators
NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True)
class Link:
    """A relationship: its id, the last word of its type, the part it leads to."""

    id: str
    kind: str
    target: str
    external: bool


class WordFile:
    """The parts of a DOCX by name, without the leading slash."""

    def __init__(self, data: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = archive.namelist()
        self.parts = {name: archive.read(name) for name in self.names}
        self._trees: dict[str, Node] = {}

    def tree(self, name: str) -> Node:
        """Return the XML of a part; one that is not well-formed raises."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    @cached_property
    def document(self) -> Node:
        """The main part."""
        return self.tree("word/document.xml")

    @cached_property
    def stories(self) -> list[str]:
        """The parts with WordprocessingML, the main part first."""
        found = [name for name in self.names if name.startswith("word/") and name.endswith(".xml")]
        return sorted((name for name in found if "theme" not in name), key=lambda name: name != "word/document.xml")

    def links(self, part: str) -> list[Link]:
        """Return what a part points at; "" is the package."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.parts:
            return []
        return [
            Link(
                node.get("Id", ""),
                node.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/"),
                node.get("TargetMode") == "External",
            )
            for node in self.tree(rels)
        ]

    def content_type(self, part: str) -> str:
        """Return the type of a part, "" when it has none."""
        types = self.tree("[Content_Types].xml")
        for node in types.iter(f"{_TYPES}Override"):
            if node.get("PartName") == f"/{part}":
                return str(node.get("ContentType"))
        ending = part.rpartition(".")[2].lower()
        for node in types.iter(f"{_TYPES}Default"):
            if node.get("Extension", "").lower() == ending:
                return str(node.get("ContentType"))
        return ""
