"""The architecture page and the glossary keep step with the code."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "planforge"


def test_every_room_is_named_in_the_architecture() -> None:
    """A package below src/planforge has its row."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert {room for room in rooms if f"| `{room}/` |" not in page} == set()


def test_identifiers_of_the_glossary_exist() -> None:
    """A class that the glossary names is in the code."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    named = set(re.findall(r"`([A-Z]\w+)`", glossary))
    assert {name for name in named if f"class {name}" not in code} == set()


def test_every_module_says_its_job() -> None:
    """Each module opens with a sentence."""
    silent = [path for path in SOURCE.rglob("*.py") if not path.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []
