"""Finds house formats by walking folders: a new office is a new folder, no code.

The folders of the plan, of its configuration and of ``PLANFORGE_TEMPLATES`` come before those that ship with planforge
(`shelves.py` names them); the first folder that holds a name wins.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from planforge.render.errors import HouseError
from planforge.render.house import House, PageProfile
from planforge.render.manifest import read_house
from planforge.render.manifest_file import MANIFEST
from planforge.resources import templates_dir


def house_folders(shelves: Sequence[Path] = ()) -> list[Path]:
    """Return the folder of every house format on ``shelves`` and of those that ship, in the order they are found.

    A folder that a link places outside its shelf is no house format.
    """
    return [house for shelf in (*shelves, templates_dir()) for house in _on_shelf(shelf)]


def _on_shelf(shelf: Path) -> list[Path]:
    found = sorted(path.parent for path in shelf.glob(f"*/{MANIFEST}"))
    inside = shelf.resolve()
    return [folder for folder in found if (folder / MANIFEST).resolve().is_relative_to(inside)]


def house_names(shelves: Sequence[Path] = ()) -> list[str]:
    """Return the names of all house formats there are."""
    return sorted({folder.name for folder in house_folders(shelves)})


def find_house(name: str, shelves: Sequence[Path] = ()) -> House:
    """Read the house format ``name``; raises `HouseError` with the nearest name when there is none."""
    folders = house_folders(shelves)
    return read_house(_folder(name, (), folders), lambda base, chain: _folder(base, chain, folders))


def _folder(name: str, chain: tuple[Path, ...], folders: Sequence[Path]) -> Path:
    """Return the first folder with this name outside the ``chain`` of house formats that build on it."""
    for folder in folders:
        if folder.name == name and folder not in chain:
            return folder
    names = sorted({folder.name for folder in folders if folder not in chain})
    near = difflib.get_close_matches(name, names, 1)
    hint = f"是否想写 {near[0]}" if near else None
    where = f"文种格式“{chain[-1].name}”的 extends：" if chain else ""
    raise HouseError(f"{where}没有名为“{name}”的文种格式，现有：{'、'.join(names) or '（没有）'}", hint=hint)


def find_profile(house: House, name: str | None = None) -> PageProfile:
    """Return a page set-up of the house (None: its default); raises `HouseError` when there is none of that name."""
    wanted = name or house.default_page
    if wanted not in house.pages:
        raise HouseError(f"page 应为 {'、'.join(house.pages)} 之一，实为“{wanted}”")
    return house.pages[wanted]
