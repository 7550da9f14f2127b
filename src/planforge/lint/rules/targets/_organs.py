"""The organs a task or an indicator names, taken apart as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.source.place import Span

_SEPARATOR = expression(r"[、，,；;]")


def organs_in(text: Text) -> Iterator[tuple[str, Span]]:
    """Yield each organ with its place; a separator inside brackets parts nothing: 市国资委（市金融办）."""
    printed, depth, start = text.printed, 0, 0
    for index, character in enumerate(f"{printed}、"):
        depth += (character in "（(") - (character in "）)")
        if depth <= 0 and _SEPARATOR.match(character):
            name = printed[start:index].strip()
            if name:
                at = printed.index(name, start)
                yield name, text.span(at, at + len(name))
            start = index + 1
