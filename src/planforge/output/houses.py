"""The list of house formats as text and as JSON: {"version": 1, "formats": […]}; additive changes only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from planforge.render.house import House
from planforge.render.houses import BrokenHouse

VERSION = 1


def as_text(houses: Sequence[House | BrokenHouse]) -> str:
    """Return a few lines for each house format."""
    return "\n\n".join("\n".join(_lines(house)) for house in houses)


def _lines(house: House | BrokenHouse) -> list[str]:
    if isinstance(house, BrokenHouse):
        return [f"{house.name}  不能用", f"    {house.problem}"]
    pages = [
        f"    页面 {page.name}{'（缺省）' if page.name == house.default_page else ''}：{page.title}"
        for page in house.pages.values()
    ]
    where = "随程序分发" if house.shipped else str(house.folder)
    return [f"{house.name}  {house.title}", *([f"    {house.description}"] if house.description else []), *pages,
            f"    位置 {where}"]  # fmt: skip


def as_json(houses: Sequence[House | BrokenHouse], ascii_only: bool) -> str:
    """Return the house formats as one JSON object."""
    data = {"version": VERSION, "formats": [entry(house) for house in houses]}
    return json.dumps(data, ensure_ascii=ascii_only, indent=2)


def entry(house: House | BrokenHouse) -> dict[str, Any]:
    """Return one house format with the fields of the contract; of a broken one only name, folder and problem."""
    if isinstance(house, BrokenHouse):
        empty = {"title": "", "description": "", "pages": [], "extends": [], "shipped": False}
        return {"name": house.name, **empty, "folder": str(house.folder), "problem": house.problem}
    return {
        "name": house.name,
        "title": house.title,
        "description": house.description,
        "pages": [
            {"name": page.name, "title": page.title, "default": page.name == house.default_page}
            for page in house.pages.values()
        ],
        "extends": [base.name for base in house.bases],
        "shipped": house.shipped,
        "folder": str(house.folder),
        "problem": None,
    }
