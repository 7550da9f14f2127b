"""Resolves formatting as Word does: document defaults, table style, paragraph style, numbering, run style, direct.

Attributes of w:rFonts, w:ind and w:spacing are taken one by one from the nearest level that has them; a face named
outright hides a theme face of the levels below it; bold is a toggle between styles (ECMA-376 part 1, 17.7.3).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.formats import ParagraphFormat, RunFormat
from planforge.ooxml.levels import Levels, each, flag, is_on, last, merged, named, number_of, present, value_of
from planforge.ooxml.names import w
from planforge.ooxml.numbering import Numbering
from planforge.ooxml.paragraph import is_marked, paragraph_format
from planforge.ooxml.theme import Theme

_DEEPEST_CHAIN = 20
_FONT_SLOTS = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}
_DEFAULT_HALF_POINTS = 20
_WORD_DEFAULT_FACE = {"eastAsia": "宋体", "ascii": "Times New Roman"}
"""What Word sets when no level names a face (Chinese versions)."""


class Resolver:
    """The styles of a document, ready to answer for any paragraph and run."""

    def __init__(self, styles: Element | None, theme: Theme, numbering: Element | None = None) -> None:
        self._theme = theme
        self._styles = {
            (style.get(w("type"), "paragraph"), style.get(w("styleId"), "")): style
            for style in (styles.iter(w("style")) if styles is not None else ())
        }
        self._defaults = {
            kind: name for (kind, name), style in self._styles.items() if is_on(style.get(w("default"), "0"))
        }
        self._run_default = (
            styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if styles is not None else None
        )
        self._paragraph_default = (
            styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}") if styles is not None else None
        )
        self._numbering = Numbering(numbering)
        self._chains: dict[tuple[str, str, str], Levels] = {}

    def paragraph(self, paragraph: Element, table_style: str = "") -> ParagraphFormat:
        """Return the properties of a w:p; `table_style` is the style of the table it stands in."""
        direct = paragraph.find(w("pPr"))
        style = self._paragraph_style(direct)
        own = self._chain("paragraph", style, "pPr")
        levels = present([self._paragraph_default, *self._chain("table", table_style, "pPr"), *own])
        levels = [*levels, *self._numbering.levels([*own, *present([direct])]), *present([direct])]
        return paragraph_format(style, levels)

    def run(self, run: Element, paragraph: Element, table_style: str = "") -> RunFormat:
        """Return the properties of a w:r in `paragraph`."""
        direct = run.find(w("rPr"))
        style = self._paragraph_style(paragraph.find(w("pPr")))
        by_paragraph = self._chain("paragraph", style, "rPr")
        by_character = self._chain("character", named(direct, "rStyle"), "rPr")
        tables = self._chain("table", table_style, "rPr")
        levels = present([self._run_default, *tables, *by_paragraph, *by_character, direct])
        bold = self._bold(tables, by_paragraph, by_character, direct)
        return self._run_format(levels, bold)

    def style_name(self, style: str) -> str:
        """Return the name of a paragraph style as people see it."""
        found = self._styles.get(("paragraph", style))
        name = found.find(w("name")) if found is not None else None
        return name.get(w("val"), style) if name is not None else style

    def _paragraph_style(self, direct: Element | None) -> str:
        return named(direct, "pStyle") or self._defaults.get("paragraph", "")

    def _chain(self, kind: str, name: str, properties: str) -> Levels:
        """Return the properties of a style and what it is based on, the remotest first."""
        key = (kind, name, properties)
        if key not in self._chains:
            self._chains[key] = self._walk(kind, name, properties)
        return self._chains[key]

    def _walk(self, kind: str, name: str, properties: str) -> Levels:
        found: Levels = []
        style = self._styles.get((kind, name))
        for _ in range(_DEEPEST_CHAIN):
            if style is None:
                break
            own = style.find(w(properties))
            if own is not None:
                found.insert(0, own)
            base = style.find(w("basedOn"))
            style = self._styles.get((kind, base.get(w("val"), ""))) if base is not None else None
        return found

    def _bold(self, tables: Levels, by_paragraph: Levels, by_character: Levels, direct: Element | None) -> bool:
        own = _toggle(present([direct]))
        if own is not None:
            return own
        default = _toggle(present([self._run_default])) or False
        set_by = [_toggle(levels) or False for levels in (tables, by_paragraph, by_character)]
        return default or sum(set_by) % 2 == 1

    def _run_format(self, levels: Levels, bold: bool) -> RunFormat:
        faces = self._faces(levels)
        return RunFormat(
            east_asia=faces["eastAsia"],
            ascii=faces["ascii"],
            half_points=number_of(last(levels, "sz"), "val", _DEFAULT_HALF_POINTS),
            bold=bold,
            color=value_of(last(levels, "color"), "val", "auto"),
            spacing=number_of(last(levels, "spacing"), "val", 0),
            hidden=flag(last(levels, "vanish"), False),
            marked=is_marked(levels),
            hint=merged(levels, "rFonts").get("hint", ""),
        )

    def _faces(self, levels: Levels) -> dict[str, str]:
        names: dict[str, str] = {}
        for fonts in each(levels, "rFonts"):
            for slot, themed in _FONT_SLOTS.items():
                of_theme = self._theme.face(fonts.get(w(themed), ""))
                name = of_theme or fonts.get(w(slot))
                if name:
                    names[slot] = name
        return {slot: names.get(slot) or default for slot, default in _WORD_DEFAULT_FACE.items()}


def _toggle(levels: Levels) -> bool | None:
    element = last(levels, "b")
    return None if element is None else flag(element, True)
