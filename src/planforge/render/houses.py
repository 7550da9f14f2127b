"""Finds house formats by walking the templates folder: a new office is a new folder, no code."""

from __future__ import annotations

import difflib
from pathlib import Path

from planforge.render.errors import HouseError
from planforge.render.house import House, PageProfile
from planforge.render.manifest import MANIFEST, read_house
from planforge.resources import templates_dir


def house_names(folder: Path | None = None) -> list[str]:
    """Return the names of all house formats below ``folder`` (default: those that ship with planforge)."""
    root = folder or templates_dir()
    return sorted(path.parent.name for path in root.glob(f"*/{MANIFEST}"))


def find_house(name: str, folder: Path | None = None) -> House:
    """Read the house format ``name``; raises `HouseError` with the nearest name when there is none."""
    names = house_names(folder)
    if name not in names:
        near = difflib.get_close_matches(name, names, 1)
        hint = f"是否想写 {near[0]}" if near else None
        raise HouseError(f"没有名为“{name}”的文种格式，现有：{'、'.join(names) or '（没有）'}", hint=hint)
    return read_house((folder or templates_dir()) / name)


def find_profile(house: House, name: str | None = None) -> PageProfile:
    """Return a page set-up of the house (None: its default); raises `HouseError` when there is none of that name."""
    wanted = name or house.default_page
    if wanted not in house.pages:
        raise HouseError(f"page 应为 {'、'.join(house.pages)} 之一，实为“{wanted}”")
    return house.pages[wanted]
