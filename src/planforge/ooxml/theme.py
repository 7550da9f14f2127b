"""The faces a theme stands for: w:asciiTheme="minorHAnsi" and its like name no face themselves."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = ("Hans", "Hani")


class Theme:
    """Major and minor faces of a document's theme."""

    def __init__(self, root: Element | None) -> None:
        self._faces: dict[str, str] = {}
        for size in ("major", "minor"):
            fonts = root.find(f".//{_A}{size}Font") if root is not None else None
            if fonts is not None:
                self._read(size, fonts)

    def face(self, name: str) -> str | None:
        """Return the face that a theme name such as “minorEastAsia” stands for, None when the theme has none."""
        return self._faces.get(name) or None

    def _read(self, size: str, fonts: Element) -> None:
        latin, asian = _typeface(fonts, "latin"), _typeface(fonts, "ea")
        by_script = {font.get("script", ""): font.get("typeface", "") for font in fonts.findall(f"{_A}font")}
        asian = asian or next((by_script[script] for script in _SCRIPTS if by_script.get(script)), "")
        for name, face in (("Ascii", latin), ("HAnsi", latin), ("EastAsia", asian), ("Bidi", _typeface(fonts, "cs"))):
            self._faces[f"{size}{name}"] = face


def _typeface(fonts: Element, name: str) -> str:
    found = fonts.find(f"{_A}{name}")
    return found.get("typeface", "") if found is not None else ""
