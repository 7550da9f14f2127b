"""Resolves formatting as Word does: document defaults, table style, paragraph style, numbering, run style, direct.

Attributes of w:rFonts, w:ind and w:spacing are taken one by one from the nearest level that has them; a face named
outright hides a theme face of the levels below it; bold is a toggle between styles (ECMA-376 part 1, 17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from planforge.ooxml.formats import Border, ParagraphFormat, RunFormat
from planforge.ooxml.names import w
from planforge.ooxml.theme import Theme

_DEEPEST_CHAIN = 20
_OFF = ("0", "false", "off")
_FONT_SLOTS = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}
_DEFAULT_HALF_POINTS = 20
_WORD_DEFAULT_FACE = {"eastAsia": "宋体", "ascii": "Times New Roman"}
"""What Word sets when no level names a face (Chinese versions)."""
Levels = list[Element]


class Resolver:
    """The styles of a document, ready to answer for any paragraph and run."""

    def __init__(self, styles: Element | None, theme: Theme, numbering: Element | None = None) -> None:
        self._theme = theme
        self._styles = {
            (style.get(w("type"), "paragraph"), style.get(w("styleId"), "")): style
            for style in (styles.iter(w("style")) if styles is not None else ())
        }
        self._defaults = {
            kind: name for (kind, name), style in self._styles.items() if _on(style.get(w("default"), "0"))
        }
        self._run_default = (
            styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if styles is not None else None
        )
        self._paragraph_default = (
            styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}") if styles is not None else None
        )
        self._numbering = _Numbering(numbering)

    def paragraph(self, paragraph: Element, table_style: str = "") -> ParagraphFormat:
        """Return the properties of a w:p; `table_style` is the style of the table it stands in."""
        direct = paragraph.find(w("pPr"))
        style = self._paragraph_style(direct)
        own = self._chain("paragraph", style, "pPr")
        levels = _present([self._paragraph_default, *self._chain("table", table_style, "pPr"), *own])
        levels = [*levels, *self._numbering.levels([*own, *_present([direct])]), *_present([direct])]
        return _paragraph_format(style, levels)

    def run(self, run: Element, paragraph: Element, table_style: str = "") -> RunFormat:
        """Return the properties of a w:r in `paragraph`."""
        direct = run.find(w("rPr"))
        style = self._paragraph_style(paragraph.find(w("pPr")))
        by_paragraph = self._chain("paragraph", style, "rPr")
        by_character = self._chain("character", _named(direct, "rStyle"), "rPr")
        tables = self._chain("table", table_style, "rPr")
        levels = _present([self._run_default, *tables, *by_paragraph, *by_character, direct])
        bold = self._bold(tables, by_paragraph, by_character, direct)
        return self._run_format(levels, bold)

    def style_name(self, style: str) -> str:
        """Return the name of a paragraph style as people see it."""
        found = self._styles.get(("paragraph", style))
        name = found.find(w("name")) if found is not None else None
        return name.get(w("val"), style) if name is not None else style

    def _paragraph_style(self, direct: Element | None) -> str:
        return _named(direct, "pStyle") or self._defaults.get("paragraph", "")

    def _chain(self, kind: str, name: str, properties: str) -> Levels:
        """Return the properties of a style and what it is based on, the remotest first."""
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
        own = _toggle(_present([direct]))
        if own is not None:
            return own
        default = _toggle(_present([self._run_default])) or False
        set_by = [_toggle(levels) or False for levels in (tables, by_paragraph, by_character)]
        return default or sum(set_by) % 2 == 1

    def _run_format(self, levels: Levels, bold: bool) -> RunFormat:
        faces = self._faces(levels)
        return RunFormat(
            east_asia=faces["eastAsia"],
            ascii=faces["ascii"],
            half_points=_number(_last(levels, "sz"), "val", _DEFAULT_HALF_POINTS),
            bold=bold,
            color=_value(_last(levels, "color"), "val", "auto"),
            spacing=_number(_last(levels, "spacing"), "val", 0),
            hidden=_flag(_last(levels, "vanish"), False),
            marked=_marked(levels),
        )

    def _faces(self, levels: Levels) -> dict[str, str]:
        names: dict[str, str] = {}
        for fonts in _each(levels, "rFonts"):
            for slot, themed in _FONT_SLOTS.items():
                of_theme = self._theme.face(fonts.get(w(themed), ""))
                name = of_theme or fonts.get(w(slot))
                if name:
                    names[slot] = name
        return {slot: names.get(slot) or default for slot, default in _WORD_DEFAULT_FACE.items()}


class _Numbering:
    """The indents that automatic numbering brings in."""

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
        for item in _each(properties, "numPr"):
            number = _value(item.find(w("numId")), "val", number)
            level = _value(item.find(w("ilvl")), "val", level)
        target = self._lists.get(number)
        for found in target.findall(w("lvl")) if target is not None else ():
            if found.get(w("ilvl")) == level:
                return _present([found.find(w("pPr"))])
        return []


def _paragraph_format(style: str, levels: Levels) -> ParagraphFormat:
    indent, spacing = _merged(levels, "ind"), _merged(levels, "spacing")
    first, first_chars = _first_line(levels)
    return ParagraphFormat(
        style=style,
        jc=_value(_last(levels, "jc"), "val", "left"),
        left=_int(indent.get("left", indent.get("start"))) or 0,
        right=_int(indent.get("right", indent.get("end"))) or 0,
        first=first,
        left_chars=_int(indent.get("leftChars", indent.get("startChars"))),
        right_chars=_int(indent.get("rightChars", indent.get("endChars"))),
        first_chars=first_chars,
        before=_int(spacing.get("before")) or 0,
        after=_int(spacing.get("after")) or 0,
        before_lines=_int(spacing.get("beforeLines")),
        after_lines=_int(spacing.get("afterLines")),
        line=_int(spacing.get("line")) or 240,
        rule=spacing.get("lineRule", "auto"),
        page_break_before=_flag(_last(levels, "pageBreakBefore"), False),
        snap=_flag(_last(levels, "snapToGrid"), True),
        outline=_number(_last(levels, "outlineLvl"), "val", 9) + 1,
        borders=_borders(levels),
        frame=_merged(levels, "framePr"),
        tabs=_tabs(levels),
        marked=_shaded(levels),
    )


def _first_line(levels: Levels) -> tuple[int, int | None]:
    """Return the indent of the first line in twips and in hundredths of a character (hanging: negative)."""
    twips, chars = 0, None
    for indent in _each(levels, "ind"):
        if indent.get(w("hanging")) is not None:
            twips = -(_int(indent.get(w("hanging"))) or 0)
        elif indent.get(w("firstLine")) is not None:
            twips = _int(indent.get(w("firstLine"))) or 0
        if indent.get(w("hangingChars")) is not None:
            chars = -(_int(indent.get(w("hangingChars"))) or 0)
        elif indent.get(w("firstLineChars")) is not None:
            chars = _int(indent.get(w("firstLineChars")))
    return twips, chars


def _borders(levels: Levels) -> dict[str, Border]:
    found: dict[str, Border] = {}
    for borders in _each(levels, "pBdr"):
        for side in borders:
            found[side.tag.rpartition("}")[2]] = border_of(side)
    return found


def border_of(side: Element) -> Border:
    """Return the border line of a w:top, w:bottom … element."""
    return Border(
        side.get(w("val"), ""), _number(side, "sz", 0), _number(side, "space", 0), side.get(w("color"), "auto")
    )


def _tabs(levels: Levels) -> tuple[tuple[int, str], ...]:
    found: dict[int, str] = {}
    for tabs in _each(levels, "tabs"):
        for tab in tabs:
            position = _int(tab.get(w("pos")))
            if position is not None:
                found[position] = tab.get(w("val"), "left")
    return tuple(sorted((position, kind) for position, kind in found.items() if kind != "clear"))


def _marked(levels: Levels) -> bool:
    return _value(_last(levels, "highlight"), "val", "none") != "none" or _shaded(levels)


def _shaded(levels: Levels) -> bool:
    shade = _last(levels, "shd")
    fill = _value(shade, "fill", "auto")
    return shade is not None and fill.upper() not in ("AUTO", "FFFFFF")


def _merged(levels: Levels, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in _each(levels, name):
        found.update({key.rpartition("}")[2]: value for key, value in element.attrib.items()})
    return found


def _each(levels: Levels, name: str) -> Iterable[Element]:
    return (found for level in levels if (found := level.find(w(name))) is not None)


def _last(levels: Levels, name: str) -> Element | None:
    found = None
    for found in _each(levels, name):  # noqa: B007 - the last one is wanted
        pass
    return found


def _toggle(levels: Levels) -> bool | None:
    element = _last(levels, "b")
    return None if element is None else _flag(element, True)


def _flag(element: Element | None, default: bool) -> bool:
    return default if element is None else _on(element.get(w("val"), "1"))


def _on(value: str) -> bool:
    return value not in _OFF


def _value(element: Element | None, name: str, default: str) -> str:
    return default if element is None else element.get(w(name), default)


def _number(element: Element | None, name: str, default: int) -> int:
    found = _int(_value(element, name, ""))
    return default if found is None else found


def _int(value: str | None) -> int | None:
    """Return a whole number; Word writes some lengths as “12.5” or “14pt”, which count as whole twips here."""
    try:
        return round(float(value.removesuffix("pt")) * (20 if value.endswith("pt") else 1)) if value else None
    except (ValueError, OverflowError):
        return None


def _named(direct: Element | None, reference: str) -> str:
    return _value(direct.find(w(reference)), "val", "") if direct is not None else ""


def _present(levels: Iterable[Element | None]) -> Levels:
    return [level for level in levels if level is not None]
