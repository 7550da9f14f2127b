"""The text of an example plan, and copies of it with one edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Edit:
    """One edit of a plan folder and what a comparison must say of it.

    Attributes:
        sort: the sort of edit, for messages.
        file: the file within the folder.
        start: where the replaced stretch begins in the file's text.
        end: where it ends.
        replacement: what stands there afterwards.
        kind: the only kind of change to be told.
        judgement: what the change does to a target.
    """

    sort: str
    file: str
    start: int
    end: int
    replacement: str
    kind: str
    judgement: str = "none"


@cache
def files(example: str) -> dict[str, str]:
    """Return the YAML files of an example by their path in its folder."""
    folder = EXAMPLES / example
    paths = sorted(path for path in folder.rglob("*.yaml") if path.name != "expected-findings.yaml")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write_copy(example: str, folder: Path, edit: Edit | None = None) -> Path:
    """Write an example into `folder`, with an edit if one is given, and return the folder."""
    for name, text in files(example).items():
        if edit is not None and name == edit.file:
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for picture in (EXAMPLES / example).rglob("*.*"):
        if picture.suffix in (".png", ".jpg"):
            target = folder / picture.relative_to(EXAMPLES / example)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture.read_bytes())
    return folder
