"""Finds house formats by walking folders: a new office is a new folder, no code.

The folders of the plan, of its configuration and of ``PLANFORGE_TEMPLATES`` (see `shelves.py`) come before those that
ship with planforge; the first folder that holds a name wins.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from planforge.records import record
from planforge.render.errors import HouseError
from planforge.render.house import House, PageProfile
from planforge.render.manifest import read_house
from planforge.render.manifest_file import MANIFEST
from planforge.resources import templates_dir
from planforge.source.folders import confined


@record(frozen=True, slots=True)
class BrokenHouse:
    """A folder whose manifest cannot be used, and why."""

    name: str
    folder: Path
    problem: str


def house_folders(shelves: Sequence[Path] = ()) -> list[Path]:
    """Return the folder of every house format on ``shelves`` and of those that ship, in the order they are found.

    A folder that a link places outside its shelf is no house format.
    """
    return [house for shelf in (*shelves, templates_dir()) for house in _on_shelf(shelf)]


def _on_shelf(shelf: Path) -> list[Path]:
    found = sorted(path.parent for path in shelf.glob(f"*/{MANIFEST}"))
    inside = shelf.resolve()
    return [folder for folder in found if (folder / MANIFEST).resolve().is_relative_to(inside)]


def find_house(name: str, shelves: Sequence[Path] = (), plan: Path | None = None) -> House:
    """Read a house format.

    Args:
        name: its name, or a folder in that of the plan (``./house``).
        shelves: the folders to look in before those that ship.
        plan: the folder of the plan.

    Raises:
        HouseError: there is none (names the nearest), or its manifest is broken.
    """
    folders = house_folders(shelves)
    folder = _in_plan(name, plan) if name.startswith("./") else _folder(name, (), folders)
    return house_at(folder, folders)


def house_at(folder: Path, folders: Sequence[Path]) -> House:
    """Read the house format in a folder; ``folders`` are those it may build on."""
    return read_house(folder, lambda base, chain: _folder(base, chain, folders))


def house_list(shelves: Sequence[Path] = ()) -> list[House | BrokenHouse]:
    """Return every house format a plan can name, by name; one that is broken is told with what is wrong."""
    folders = house_folders(shelves)
    first = {folder.name: folder for folder in reversed(folders)}
    found: list[House | BrokenHouse] = []
    for name in sorted(first):
        try:
            found.append(house_at(first[name], folders))
        except HouseError as error:
            found.append(BrokenHouse(name, first[name], error.message))
    return found


def _in_plan(name: str, plan: Path | None) -> Path:
    folder = confined(plan, name) if plan else None
    if folder is None or not (folder / MANIFEST).is_file():
        raise HouseError(f"规划的文件夹里没有版式“{name}”", hint=f"版式是一个文件夹，里面要有 {MANIFEST}")
    return folder


def _folder(name: str, chain: tuple[Path, ...], folders: Sequence[Path]) -> Path:
    """Return the first folder with this name outside the ``chain`` of house formats that build on it."""
    for folder in folders:
        if folder.name == name and folder not in chain:
            return folder
    names = sorted({folder.name for folder in folders if folder not in chain})
    near = difflib.get_close_matches(name, names, 1)
    where = f"版式“{chain[-1].name}”的 extends：" if chain else ""
    raise HouseError(
        f"{where}没有名为“{name}”的版式，现有：{'、'.join(names) or '（没有）'}",
        hint=f"是否想写 {near[0]}" if near else "用 planforge formats 查看",
    )


def profile_or_default(house: House, name: str | None) -> PageProfile:
    """Return the page set-up of that name, the default one where the house has none of it."""
    return find_profile(house, name if name in house.pages else None)


def find_profile(house: House, name: str | None = None) -> PageProfile:
    """Return a page set-up of the house (None: its default); raises `HouseError` when there is none of that name."""
    wanted = name or house.default_page
    if wanted not in house.pages:
        raise HouseError(f"page 应为 {'、'.join(house.pages)} 之一，实为“{wanted}”")
    return house.pages[wanted]
