"""The packs that come with planforge: the tables in `data/`. Their form is proved by the tests, not on every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from planforge.lint.packs.entry import Entry
from planforge.lint.packs.reading import entry_of
from planforge.tables import read_table


def tables() -> list[Traversable]:
    """Return the files of the shipped packs, by name."""
    folder = files("planforge.lint.packs").joinpath("data")
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def shipped_entries() -> Iterator[Entry]:
    """Yield the entries of all shipped packs."""
    for table in tables():
        yield from (replace(entry_of(item), tried=True) for item in read_table(table)["rules"])
