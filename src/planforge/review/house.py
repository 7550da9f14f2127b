"""The house format of a plan that is printed for a review: found where `build` finds it."""

from __future__ import annotations

from pathlib import Path

from planforge.lint.settings import find_settings
from planforge.render.house import House


def house_of(name: str, folder: Path | None) -> House:
    """Return the house format a plan names; ``folder`` is the plan's, None when only those that ship are wanted.

    Raises:
        HouseError: there is none of that name, or its manifest is broken.
        SourceError: when the configuration cannot be read.
    """
    from planforge.render.houses import find_house
    from planforge.render.shelves import find_shelves

    if folder is None:
        return find_house(name)
    settings = find_settings(folder)
    return find_house(name, find_shelves(folder, settings.file, settings.table), folder)
