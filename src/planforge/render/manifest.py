"""Validates the manifest of a house format and makes the house of it; `manifest_file.py` reads the YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast, get_args

from planforge.render.house import (
    STYLE_NAMES,
    Align,
    ContentsStyle,
    CoverStyle,
    FontFile,
    FontRole,
    Frame,
    FrontNumbers,
    HeaderStyle,
    House,
    ImprintPage,
    ImprintStyle,
    Ink,
    LetterStyle,
    NumberPlace,
    PageNumberStyle,
    PageProfile,
    RedRuleStyle,
    TextStyle,
)
from planforge.render.manifest_file import MANIFEST, BaseOf, merged_manifest
from planforge.render.manifest_node import ManifestNode
from planforge.resources import templates_dir

CAPTIONS = ("table", "figure", "box", "series_box", "unit", "note")
_COLOUR = re.compile(r"[0-9A-F]{6}")
_FONT_NAME = re.compile(r"[\w \-.+()（）]{1,64}")


def read_house(folder: Path, base_of: BaseOf) -> House:
    """Read the house format in ``folder``; ``base_of`` finds the one that it builds on.

    Raises:
        HouseError: no manifest, broken YAML, or a key that is missing, unknown or of the wrong kind.
    """
    file = folder / MANIFEST
    data, bases = merged_manifest(folder, base_of)
    node = ManifestNode(data, file)
    if node.number("planforge_house") != 1:
        node.fail("planforge_house", "应为 1")
    house = _house(node, folder, bases)
    node.finish()
    _check(node, house)
    return house


def _house(node: ManifestNode, folder: Path, bases: tuple[Path, ...]) -> House:
    return House(
        name=folder.name,
        title=node.text("title"),
        description=node.text("description", ""),
        folder=folder,
        bases=bases,
        shipped=folder.resolve().is_relative_to(templates_dir().resolve()),
        template=node.text("template"),
        language=node.text("language"),
        letterhead=node.text("letterhead"),
        captions=_captions(node.node("captions")),
        numbering=node.texts("numbering"),
        pages={name: _profile(name, child) for name, child in node.node("pages").children()},
        default_page=node.text("default_page"),
        fonts={role: _font(role, child) for role, child in node.node("fonts").children()},
        latin=node.optional_text("latin"),
        ink=_ink(node.node("ink")),
        colours=_colours(node.node("colours")),
        styles={name: _style(name, child) for name, child in node.node("styles").children()},
        letterhead_top_mm=node.number("letterhead_top_mm"),
        red_rule=_red_rule(node.node("red_rule")),
        letter=_letter(node.node("letter")),
        title_page_lines=node.number("title_page_lines"),
        title_after_lines=node.number("title_after_lines"),
        title_words=node.texts("title_words"),
        signature_right_chars=node.number("signature_right_chars"),
        box=_frame(node.node("box")),
        table=_frame(node.node("table")),
        imprint=_imprint(node.node("imprint")),
        page_number=_page_number(node.node("page_number")),
        header=_header(node.node("header")),
        cover=_cover(node.node("cover")),
        contents=_contents(node.node("contents")),
    )


def _captions(node: ManifestNode) -> dict[str, str]:
    captions = {key: node.text(key) for key in CAPTIONS}
    node.finish()
    return captions


def _colours(node: ManifestNode) -> dict[str, str]:
    colours = node.all_texts()
    for key, value in colours.items():
        if not _COLOUR.fullmatch(value):
            node.fail(key, f"应为六位十六进制颜色（如 FF0000），实为“{value}”")
    return colours


def _profile(name: str, node: ManifestNode) -> PageProfile:
    numbers = {key: node.number(key) for key in ("top_mm", "bottom_mm", "left_mm", "right_mm", "line_pt")}
    profile = PageProfile(name=name, title=node.text("title"), **numbers)
    node.finish()
    if profile.width_pt < 72 or profile.height_pt < 72 or not 8 <= profile.line_pt <= 72:
        node.fail("", "版心过小或行距不合理，请检查页边距和 line_pt")
    return profile


def _font(role: str, node: ManifestNode) -> FontRole:
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


def _style(name: str, node: ManifestNode) -> TextStyle:
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
    if not 1 <= style.size_pt <= 300 or not 1 <= (style.line_pt or 1) <= 600:
        node.fail("", f"字号应为 1 到 300 磅、行距应为 1 到 600 磅，实为 {style.size_pt:g}、{style.line_pt}")
    return style


def _ink(node: ManifestNode) -> Ink:
    return Ink(node.number("above_em"), node.number("below_em"))


def _red_rule(node: ManifestNode) -> RedRuleStyle:
    return RedRuleStyle(node.number("pt"), node.number("gap_mm"))


def _letter(node: ManifestNode) -> LetterStyle:
    keys = ("gap_mm", "below_mm", "width_mm", "foot_mm", "thick_pt")
    style = LetterStyle(**{key: node.number(key) for key in keys})
    node.finish()
    return style


def _frame(node: ManifestNode) -> Frame:
    frame = Frame(**{key: node.number(key) for key in ("border_pt", "pad_vertical_pt", "pad_side_pt", "around_pt")})
    node.finish()
    return frame


def _imprint(node: ManifestNode) -> ImprintStyle:
    numbers = {key: node.number(key) for key in ("thick_pt", "thin_pt", "side_chars", "foot_mm")}
    style = ImprintStyle(page=cast(ImprintPage, node.one_of("page", get_args(ImprintPage))), **numbers)
    node.finish()
    return style


def _page_number(node: ManifestNode) -> PageNumberStyle:
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


def _header(node: ManifestNode) -> HeaderStyle:
    style = HeaderStyle(node.text("text"), node.number("top_mm"), node.number("rule_pt"))
    node.finish()
    return style


def _cover(node: ManifestNode) -> CoverStyle:
    style = CoverStyle(node.number("title_top_mm"), node.number("foot_mm"))
    node.finish()
    return style


def _contents(node: ManifestNode) -> ContentsStyle:
    style = ContentsStyle(node.text("title"), int(node.number("levels")))
    node.finish()
    if style.levels not in range(4):
        node.fail("levels", f"应为 0、1、2 或 3，实为“{style.levels}”")
    return style


def _check(node: ManifestNode, house: House) -> None:
    """Check what leans on something else: profiles, styles, fonts and colours that are named must exist."""
    if house.default_page not in house.pages:
        node.fail("default_page", f"应为 {'、'.join(house.pages)} 之一，实为“{house.default_page}”")
    styles = node.node("styles")
    for name in STYLE_NAMES:
        if name not in house.styles:
            styles.fail(name, "缺少")
    for name, style in house.styles.items():
        if name not in STYLE_NAMES:
            styles.fail(name, "没有这个键，请检查是否写错")
        if style.font not in house.fonts:
            styles.fail(f"{name}.font", f"应为 {'、'.join(house.fonts)} 之一，实为“{style.font}”")
        if style.colour not in house.colours:
            styles.fail(f"{name}.colour", f"应为 {'、'.join(house.colours)} 之一，实为“{style.colour}”")
    if not any((folder / house.template).is_file() for folder in (house.folder, *house.bases)):
        node.fail("template", f"这个模板文件不存在：{house.template}")
