"""Which outline level and which boldness a paragraph's or run's style gives, following basedOn."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.names import w

_DEEPEST_CHAIN = 20
_PROPERTIES, _STYLE, _LEVEL, _VALUE = w("pPr"), w("pStyle"), w("outlineLvl"), w("val")


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(w("style")) if root is not None else ()
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._levels: dict[str, int] = {}

    def outline_level(self, paragraph: Element) -> int:
        """Return 1 … 9 for a heading, 0 for body text."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            return 0
        level, style = properties.find(_LEVEL), properties.find(_STYLE)
        if level is not None or style is None:
            return _level(level)
        name = style.get(_VALUE, "")
        if name not in self._levels:  # a document has many paragraphs and few styles
            chain = self._chain(properties, "pStyle", "pPr")
            self._levels[name] = _level(next((found for one in chain if (found := one.find(_LEVEL)) is not None), None))
        return self._levels[name]

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


def _level(element: Element | None) -> int:
    value = "9" if element is None else element.get(_VALUE, "9")
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0
