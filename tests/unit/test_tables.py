"""Every shipped table is read as the YAML library reads it, text by text."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from planforge.tables import read_table

FOLDERS = (
    files("planforge.facts") / "vocabulary",
    files("planforge.lint") / "packs" / "data",
    files("planforge.inspect"),
)
TABLES = [file for folder in FOLDERS for file in folder.iterdir() if file.name.endswith(".yaml")]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_a_table_is_what_the_library_reads(table: Traversable) -> None:
    assert read_table(table) == YAML(typ="base").load(table.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["- a\n", "a: &one b\nc: *one\n"])
def test_a_list_and_an_alias_are_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "table.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TypeError):
        read_table(file)
