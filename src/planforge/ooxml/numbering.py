"""The indents that automatic numbering brings into a paragraph."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.levels import Levels, each, present, value_of
from planforge.ooxml.names import w


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, Element] = {}
        if root is None:
            return
        abstract = {item.get(w("abstractNumId"), ""): item for item in root.findall(w("abstractNum"))}
        for item in root.findall(w("num")):
            link = item.find(w("abstractNumId"))
            target = abstract.get(link.get(w("val"), "")) if link is not None else None
            if target is not None:
                self._lists[item.get(w("numId"), "")] = target

    def levels(self, properties: Levels) -> Levels:
        """Return the paragraph properties of the list level these properties name."""
        number, level = "", "0"
        for item in each(properties, "numPr"):
            number = value_of(item.find(w("numId")), "val", number)
            level = value_of(item.find(w("ilvl")), "val", level)
        target = self._lists.get(number)
        for found in target.findall(w("lvl")) if target is not None else ():
            if found.get(w("ilvl")) == level:
                return present([found.find(w("pPr"))])
        return []
