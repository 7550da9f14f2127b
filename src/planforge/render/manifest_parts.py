"""The parts of a house format from the mappings of its manifest: page set-ups, fonts, styles, rules, numbers.

Each raises HouseError when a key is missing, unknown or of the wrong kind, or when a value cannot be printed.
"""

from __future__ import annotations

from typing import cast, get_args

from planforge.patterns import expression
from planforge.render.house import (
    Align,
    ContentsStyle,
    CoverStyle,
    FontFile,
    FontRole,
    Frame,
    FrontNumbers,
    HeaderStyle,
    ImprintPage,
    ImprintStyle,
    Ink,
    LetterStyle,
    NumberPlace,
    PageNumberStyle,
    PageProfile,
    RedRuleStyle,
    TableFrame,
    TextStyle,
)
from planforge.render.manifest_node import ManifestNode

_CAPTIONS = ("table", "figure", "box", "series_box", "unit", "note")
_FRAME = ("border_pt", "pad_vertical_pt", "pad_side_pt", "around_pt")
_MOST_PT = 300
_COLOUR = expression(r"[0-9A-F]{6}")
_FONT_NAME = expression(r"[\w \-.+()（）]{1,64}")


def captions_of(node: ManifestNode) -> dict[str, str]:
    """Return the wording of captions, units and notes."""
    captions = {key: node.text(key) for key in _CAPTIONS}
    node.finish()
    return captions


def colours_of(node: ManifestNode) -> dict[str, str]:
    """Return the colours by name, RRGGBB."""
    colours = node.all_texts()
    for key, value in colours.items():
        if not _COLOUR.fullmatch(value):
            node.fail(key, f"应为六位十六进制颜色（如 FF0000），实为“{value}”")
    return colours


def profile_of(name: str, node: ManifestNode) -> PageProfile:
    """Return a page set-up; its text area must be real."""
    numbers = {key: node.number(key) for key in ("top_mm", "bottom_mm", "left_mm", "right_mm", "line_pt")}
    profile = PageProfile(name=name, title=node.text("title"), **numbers)
    node.finish()
    if profile.width_pt < 72 or profile.height_pt < 72 or not 8 <= profile.line_pt <= 72:
        node.fail("", "版心过小或行距不合理，请检查页边距和 line_pt")
    return profile


def font_of(role: str, node: ManifestNode) -> FontRole:
    """Return a font role with what stands in."""
    stand_ins = []
    for child in node.nodes("stand_ins"):
        stand_ins.append(FontFile(child.text("name"), child.texts("files")))
        child.finish()
    official = FontFile(node.text("official"), node.texts("files"))
    font = FontRole(role, official, tuple(stand_ins), node.texts("web"))
    node.finish()
    for name in (official.name, *font.web):
        if not _FONT_NAME.fullmatch(name):
            node.fail("", f"里的字体名“{name}”含有字体名没有的字符")
    return font


def style_of(name: str, node: ManifestNode) -> TextStyle:
    """Return how one kind of text is set."""
    style = TextStyle(
        name=name,
        title=node.text("title"),
        font=node.text("font"),
        size_pt=node.number("size_pt"),
        line_pt=node.optional_number("line_pt"),
        align=cast(Align, node.one_of("align", get_args(Align), "justify")),
        first_line_chars=node.number("first_line_chars", 0),
        spacing_pt=node.number("spacing_pt", 0),
        colour=node.text("colour", "text"),
        gap_lines=node.number("gap_lines", 0),
        before_lines=node.number("before_lines", 0),
        fit=node.flag("fit"),
        keep_next=node.flag("keep_next"),
    )
    node.finish()
    if not 1 <= style.size_pt <= _MOST_PT or not 1 <= (style.line_pt or 1) <= 600:
        node.fail("", f"字号应为 1 到 {_MOST_PT} 磅、行距应为 1 到 600 磅，实为 {style.size_pt:g}、{style.line_pt}")
    return style


def ink_of(node: ManifestNode) -> Ink:
    """Return where the ink of a Chinese character lies."""
    return Ink(node.number("above_em"), node.number("below_em"))


def red_rule_of(node: ManifestNode) -> RedRuleStyle:
    """Return the red rule of the head."""
    return RedRuleStyle(node.number("pt"), node.number("gap_mm"))


def letter_of(node: ManifestNode) -> LetterStyle:
    """Return the double rules of a letter."""
    keys = ("gap_mm", "below_mm", "width_mm", "foot_mm", "thick_pt")
    style = LetterStyle(**{key: node.number(key) for key in keys})
    node.finish()
    return style


def frame_of(node: ManifestNode) -> Frame:
    """Return a border."""
    frame = Frame(**{key: node.number(key) for key in _FRAME})
    node.finish()
    return frame


def table_of(node: ManifestNode) -> TableFrame:
    """Return the border of tables, and how small their characters may become."""
    frame = TableFrame(**{key: node.number(key) for key in (*_FRAME, "least_pt")})
    node.finish()
    if not 1 <= frame.least_pt <= _MOST_PT:
        node.fail("least_pt", f"应为 1 到 {_MOST_PT} 磅，实为 {frame.least_pt:g}")
    return frame


def imprint_of(node: ManifestNode) -> ImprintStyle:
    """Return the rules and the place of the imprint."""
    numbers = {key: node.number(key) for key in ("thick_pt", "thin_pt", "side_chars", "foot_mm")}
    style = ImprintStyle(page=cast(ImprintPage, node.one_of("page", get_args(ImprintPage))), **numbers)
    node.finish()
    return style


def page_number_of(node: ManifestNode) -> PageNumberStyle:
    """Return how pages are numbered."""
    style = PageNumberStyle(
        form=node.text("form"),
        place=cast(NumberPlace, node.one_of("place", get_args(NumberPlace))),
        front=cast(FrontNumbers, node.one_of("front", get_args(FrontNumbers))),
        centre_mm=node.number("centre_mm"),
        side_pt=node.number("side_pt"),
        footer_twips=int(node.number("footer_twips")),
    )
    node.finish()
    if style.form.count("{number}") != 1:
        node.fail("form", f"里应有一个 {{number}}，实为“{style.form}”")
    return style


def header_of(node: ManifestNode) -> HeaderStyle:
    """Return the running header."""
    style = HeaderStyle(node.text("text"), node.number("top_mm"), node.number("rule_pt"))
    node.finish()
    return style


def cover_of(node: ManifestNode) -> CoverStyle:
    """Return the places on a cover."""
    style = CoverStyle(node.number("title_top_mm"), node.number("foot_mm"))
    node.finish()
    return style


def contents_of(node: ManifestNode) -> ContentsStyle:
    """Return the title and the depth of the contents."""
    style = ContentsStyle(node.text("title"), int(node.number("levels")))
    node.finish()
    if style.levels not in range(4):
        node.fail("levels", f"应为 0、1、2 或 3，实为“{style.levels}”")
    return style
