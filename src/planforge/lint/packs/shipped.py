"""The packs that come with planforge: the tables in `data/`. Their form is proved by the tests, not on every run."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from planforge.lint.packs.entry import Entry
from planforge.lint.packs.reading import entry_of
from planforge.source.place import SourceFile
from planforge.source.schema import plain
from planforge.source.yaml_reading import parse


def tables() -> list[Traversable]:
    """Return the files of the shipped packs, by name."""
    folder = files("planforge.lint.packs").joinpath("data")
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def shipped_entries() -> Iterator[Entry]:
    """Yield the entries of all shipped packs."""
    for table in tables():
        node, problems = parse(SourceFile(table.name, table.read_text(encoding="utf-8")))
        if node is None or problems:
            raise ValueError(f"{table.name}: {problems[0].message}")
        yield from map(entry_of, plain(node)["rules"])
