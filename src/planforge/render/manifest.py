"""Makes the house format of its manifest and checks what leans on something else in it.

`manifest_file.py` reads the YAML, `manifest_parts.py` validates the parts.
"""

from __future__ import annotations

from pathlib import Path

from planforge.render.house import STYLE_NAMES, House
from planforge.render.manifest_file import MANIFEST, BaseOf, merged_manifest
from planforge.render.manifest_node import ManifestNode
from planforge.render.manifest_parts import (
    captions_of,
    colours_of,
    contents_of,
    cover_of,
    font_of,
    frame_of,
    header_of,
    imprint_of,
    ink_of,
    letter_of,
    page_number_of,
    profile_of,
    red_rule_of,
    style_of,
    table_of,
)
from planforge.resources import templates_dir


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
        captions=captions_of(node.node("captions")),
        numbering=node.texts("numbering"),
        pages={name: profile_of(name, child) for name, child in node.node("pages").children()},
        default_page=node.text("default_page"),
        fonts={role: font_of(role, child) for role, child in node.node("fonts").children()},
        latin=node.optional_text("latin"),
        ink=ink_of(node.node("ink")),
        colours=colours_of(node.node("colours")),
        styles={name: style_of(name, child) for name, child in node.node("styles").children()},
        letterhead_top_mm=node.number("letterhead_top_mm"),
        red_rule=red_rule_of(node.node("red_rule")),
        letter=letter_of(node.node("letter")),
        title_page_lines=node.number("title_page_lines"),
        title_after_lines=node.number("title_after_lines"),
        title_words=node.texts("title_words"),
        signature_right_chars=node.number("signature_right_chars"),
        box=frame_of(node.node("box")),
        table=table_of(node.node("table")),
        imprint=imprint_of(node.node("imprint")),
        page_number=page_number_of(node.node("page_number")),
        header=header_of(node.node("header")),
        cover=cover_of(node.node("cover")),
        contents=contents_of(node.node("contents")),
    )


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
