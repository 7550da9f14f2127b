"""Which outline level and which boldness a paragraph's or run's style gives, following basedOn."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.names import w

_DEEPEST_CHAIN = 20


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(w("style")) if root is not None else ()
        self._styles = {style.get(w("styleId"), ""): style for style in found}

    def outline_level(self, paragraph: Element) -> int:
        """Return 1 … 9 for a heading, 0 for body text."""
        for properties in self._chain(paragraph.find(w("pPr")), "pStyle", "pPr"):
            level = properties.find(w("outlineLvl"))
            if level is not None:
                value = level.get(w("val"), "9")
                return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0
        return 0

    def is_bold(self, run: Element) -> bool:
        """Return whether a run is set bold, by itself or by its character style."""
        for properties in self._chain(run.find(w("rPr")), "rStyle", "rPr"):
            bold = properties.find(w("b"))
            if bold is not None:
                return bold.get(w("val"), "1") not in ("0", "false", "off")
        return False

    def _chain(self, direct: Element | None, reference: str, kind: str) -> list[Element]:
        """Return the properties that apply, nearest first."""
        if direct is None:
            return []
        found, named = [direct], direct.find(w(reference))
        style = self._styles.get(named.get(w("val"), "")) if named is not None else None
        for _ in range(_DEEPEST_CHAIN):
            if style is None:
                break
            properties = style.find(w(kind))
            if properties is not None:
                found.append(properties)
            base = style.find(w("basedOn"))
            style = self._styles.get(base.get(w("val"), "")) if base is not None else None
        return found
