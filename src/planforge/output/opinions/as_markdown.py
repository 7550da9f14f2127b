"""意见汇总表 as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.review.returned.opinion import HEAD, Opinion

NAME = "md"


def write(opinions: Sequence[Opinion], title: str) -> bytes:
    """Return a heading and one table, in UTF-8."""
    lines = [f"# {_cell(title)}意见汇总表", "", f"| {' | '.join(HEAD)} |", f"|{' --- |' * len(HEAD)}"]
    for number, one in enumerate(opinions, start=1):
        cells = (str(number), one.who, one.where, one.original, one.opinion, "")
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _cell(words: str) -> str:
    for character in "\\|<>*_`[]":
        words = words.replace(character, f"\\{character}")
    return " ".join(words.split())
