"""List items of the YAML set elsewhere, at the indentation of their new place."""

from __future__ import annotations

from functools import partial

from planforge.review.returned.layout import Region
from planforge.review.returned.operation import Relocation
from planforge.source.place import Span


def relocation_of(region: Region, target: Span, indent: str) -> Relocation:
    """Return how the lines of a list item come to stand at `target`, their dash behind `indent`."""
    source = region.file.span(region.start, region.end)
    own = region.file.span(region.start, region.start + len(source.text.rstrip("\r\n")))
    return Relocation(source, own, target, partial(_indented, old=region.indent, new=indent))


def _indented(words: str, old: str, new: str) -> str:
    """Return the lines of a list item with its dash at another indentation, the last one with its line end."""
    words = words if words.endswith("\n") else f"{words}\n"
    if old == new:
        return words
    lines = words.splitlines(keepends=True)
    return "".join(new + line.removeprefix(old) if line.strip() else line for line in lines)
