"""The styles part: geometry in Normal, built-in headings restyled, one readable style for each kind of text."""

from __future__ import annotations

from planforge.render.docx.oxml import Element, Values, element, fonts, paragraph_properties, run_properties, twips
from planforge.render.house import House, PageProfile, TextStyle

_JUSTIFY = {"justify": "both", "left": "left", "center": "center", "right": "right"}
# overflowPunct stays on (Word's default): with 0 LibreOffice loses marks at line ends, docs/adr/0022
_PLAIN = ("topLinePunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "widowControl")


REFERENCE_STYLE = "PfFootnoteReference"
"""The character style of the raised numbers of footnotes."""


def style_id(name: str) -> str:
    """Return the style id of a text style: the built-in one for headings and for the lines of the contents."""
    kind, _, level = name.partition("-")
    built_in = {"heading": "Heading", "contents": "TOC"}.get(kind)
    return f"{built_in}{level}" if built_in and level.isdigit() else "Pf" + name.title().replace("-", "")


def _built_in_name(name: str) -> str:
    """Return the name by which Word knows a built-in style, empty for one of our own."""
    kind, _, level = name.partition("-")
    return f"{'toc' if kind == 'contents' else kind} {level}" if level.isdigit() else ""


def lead_id(level: int) -> str:
    """Return the id of the character style of run-in headings."""
    return f"PfLead{level}"


def fill_styles(styles: Element, house: House, profile: PageProfile) -> None:
    """Replace everything in the styles part."""
    for child in list(styles):
        styles.remove(child)
    styles.append(_defaults(house))
    styles.append(_normal(house, profile))
    styles.append(_default("character", "DefaultParagraphFont", "Default Paragraph Font"))
    styles.append(_table_default())
    for style in house.styles.values():
        styles.append(_paragraph_style(style, house, profile))
    for level in range(2, 5):
        styles.append(_lead_style(level, house))
    styles.append(_reference_style())


def _defaults(house: House) -> Element:
    language = element("lang", {"val": "en-US", "eastAsia": house.language, "bidi": "ar-SA"})
    return element("docDefaults", None, element("rPrDefault", None, run_properties([language])))


def _normal(house: House, profile: PageProfile) -> Element:
    body = house.styles["body"]
    official = house.fonts[body.font].official.name
    run = [
        fonts(official, house.latin or official),
        element("spacing", {"val": twips(body.spacing_pt)}),
        element("kern", {"val": 0}),
        *_size(body.size_pt),
    ]
    paragraph = [
        *(element(name, {"val": 0}) for name in _PLAIN),
        element("kinsoku", {"val": 1}),
        element("overflowPunct", {"val": 1}),
        element("spacing", {"before": 0, "after": 0, **_line(profile.line_pt)}),
        element("jc", {"val": "both"}),
    ]
    return element(
        "style",
        {"type": "paragraph", "default": 1, "styleId": "Normal"},
        element("name", {"val": "Normal"}),
        element("qFormat"),
        paragraph_properties(paragraph),
        run_properties(run),
    )


def _default(kind: str, identifier: str, name: str) -> Element:
    values: Values = {"type": kind, "default": 1, "styleId": identifier}
    return element("style", values, element("name", {"val": name}), element("uiPriority", {"val": 1}))


def _table_default() -> Element:
    margins = [element(side, {"w": 0, "type": "dxa"}) for side in ("top", "left", "bottom", "right")]
    style = _default("table", "TableNormal", "Normal Table")
    style.append(element("tblPr", None, element("tblCellMar", None, *margins)))
    return style


def _paragraph_style(style: TextStyle, house: House, profile: PageProfile) -> Element:
    kind, _, level = style.name.partition("-")
    heading = kind == "heading"
    paragraph = [
        element("spacing", {"before": 0, "after": 0, **_line(style.line_pt or profile.line_pt)}),
        element("ind", _indent(style)),
        element("jc", {"val": _JUSTIFY[style.align]}),
    ]
    if style.keep_next:
        paragraph.append(element("keepNext"))
    if heading:
        paragraph.append(element("outlineLvl", {"val": int(level) - 1}))
    if style_id(style.name).startswith("TOC"):
        stop: Values = {"val": "right", "leader": "dot", "pos": twips(profile.width_pt)}
        paragraph.append(element("tabs", None, element("tab", stop)))
    return element(
        "style",
        {"type": "paragraph", "styleId": style_id(style.name)},
        element("name", {"val": _built_in_name(style.name) or style.title}),
        element("basedOn", {"val": "Normal"}),
        element("next", {"val": style_id("body")}),
        element("qFormat"),
        paragraph_properties(paragraph),
        run_properties(_run(style, house)),
    )


def _run(style: TextStyle, house: House) -> list[Element]:
    official = house.fonts[style.font].official.name
    latin = official if style.name in ("page-number", "header") else house.latin or official
    return [
        fonts(official, latin),
        element("color", {"val": house.colours[style.colour]}),
        element("spacing", {"val": twips(style.spacing_pt)}),
        *_size(style.size_pt),
    ]


def _lead_style(level: int, house: House) -> Element:
    style = house.styles[f"heading-{level}"]
    official = house.fonts[style.font].official.name
    return element(
        "style",
        {"type": "character", "styleId": lead_id(level)},
        element("name", {"val": f"段首{style.title}"}),
        element("basedOn", {"val": "DefaultParagraphFont"}),
        run_properties([fonts(official, house.latin or official)]),
    )


def _reference_style() -> Element:
    """Return the character style of the raised numbers."""
    return element(
        "style",
        {"type": "character", "styleId": REFERENCE_STYLE},
        element("name", {"val": "footnote reference"}),
        element("basedOn", {"val": "DefaultParagraphFont"}),
        run_properties([element("vertAlign", {"val": "superscript"})]),
    )


def _line(points: float) -> dict[str, str | int]:
    return {"line": twips(points), "lineRule": "exact"}


def _indent(style: TextStyle) -> dict[str, str | int]:
    if style.indents_all_lines:
        return {"left": twips(style.indent_pt), "right": 0, "firstLine": 0}
    first = twips(style.indent_pt + 0.1 * bool(style.first_line_chars))
    return {"left": 0, "right": 0, "firstLineChars": round(100 * style.first_line_chars), "firstLine": first}


def _size(points: float) -> list[Element]:
    return [element("sz", {"val": round(2 * points)}), element("szCs", {"val": round(2 * points)})]
