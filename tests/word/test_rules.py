"""The check itself bites: every rule finds the file that breaks it, and nothing in one that does not."""

from __future__ import annotations

import io
import re
import zipfile
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.word.faults import faults
from tests.word.made import built, plan_of
from tests.word.package import WordFile

_BROKEN: list[dict[str, Any]] = YAML(typ="safe").load(
    Path(__file__).with_name("broken.yaml").read_text(encoding="utf-8")
)


@cache
def _whole() -> bytes:
    """An example with tables, a box, a picture, bookmarks and page numbers."""
    return built(plan_of("starter"), "panzhengban", "margins-37-35", final=False)


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    """The file that is broken below is right before."""
    assert faults(_whole()) == []


@pytest.mark.parametrize("case", _BROKEN, ids=lambda case: case["name"])
def test_what_is_broken_is_found(case: dict[str, str]) -> None:
    """One change, and it is told."""
    parts = WordFile(_whole()).parts
    part = next(name for name in parts if name == case["part"] or fnmatch(name, case["part"]))
    old = parts[part].decode("utf-8")
    new = re.sub(case["find"], case["put"], old, count=1, flags=re.DOTALL)
    assert new != old, "the case changes nothing"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in parts.items():
            target.writestr(name, new.encode() if name == part else data)
    found = faults(made.getvalue())
    assert any(case["says"] in words for words in found), found
