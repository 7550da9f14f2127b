"""Where the parts of a package are: the main document and what it refers to."""

from __future__ import annotations

import posixpath

from planforge.ooxml.package import Package

_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relations:
    """The relationships of one part."""

    def __init__(self, package: Package, part: str) -> None:
        folder, name = posixpath.split(part)
        root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        self._targets: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        for relation in root.iter(_NS) if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = _within(folder, relation.get("Target", ""))
            self._targets[relation.get("Id", "")] = target
            self._kinds.setdefault(relation.get("Type", "").rpartition("/")[2], target)

    def target(self, identifier: str) -> str | None:
        """Return the name of the part with this relationship id."""
        return self._targets.get(identifier)

    def first(self, kind: str) -> str | None:
        """Return the first part of a kind such as “styles” or “theme”."""
        return self._kinds.get(kind)


def main_part(package: Package) -> str:
    """Return the name of the main document; offices' programs do not all call it word/document.xml."""
    return Relations(package, "").first("officeDocument") or "word/document.xml"


def _within(folder: str, target: str) -> str:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined)
