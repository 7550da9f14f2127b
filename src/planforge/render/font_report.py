"""Which fonts a house format asks for, which of them this machine has, and what prints where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planforge.render.coverage import missing_glyphs
from planforge.render.errors import FontError
from planforge.render.font_list import FontReport, RoleFont, Uncovered
from planforge.render.fonts import FontSet, find_fonts, font_folders
from planforge.render.house import House
from planforge.render.page import Page


def report_fonts(house: House, page: Page | None = None, folders: Sequence[Path] | None = None) -> FontReport:
    """Return what prints each role of `house`, and which characters of `page` no font has."""
    searched = tuple(font_folders() if folders is None else folders)
    fonts = _found(house, searched)
    roles = tuple(_role(house, role, fonts) for role in house.fonts)
    missing = None
    if page is not None:
        found = missing_glyphs(page, house, fonts) if fonts is not None else ()
        missing = tuple(Uncovered(glyph.char, glyph.font, glyph.where) for glyph in found)
    return FontReport(house.name, roles, searched, missing)


def _found(house: House, folders: tuple[Path, ...]) -> FontSet | None:
    try:
        return find_fonts(house, folders)
    except FontError:
        return None


def _role(house: House, role: str, fonts: FontSet | None) -> RoleFont:
    faces = fonts.faces[role] if fonts is not None else ()
    return RoleFont(role, house.fonts[role].official.name, faces[0] if faces else None, tuple(faces[1:]))
