"""Fills the contents (目录) with the headings that follow, and gives every heading a place of its own to point at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planforge.render.page import (
    Block,
    Box,
    Chart,
    Contents,
    Entry,
    Figure,
    Heading,
    ItemList,
    Line,
    Page,
    Paragraph,
    Table,
    text_of,
)

_PLACES = (Heading, Line, Paragraph, Box, Table, ItemList, Figure, Chart)


def with_contents(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, no two with one id; where there are contents, these are filled and every heading has an id."""
    given = tuple(blocks)
    if not any(isinstance(block, Contents) for block in given):
        return tuple(_unique(given, named=()))
    named = tuple(_unique(given, named=(Heading,)))
    headings = [block for block in named if isinstance(block, Heading)]
    return tuple(_filled(block, headings) if isinstance(block, Contents) else block for block in named)


def has_contents(page: Page) -> bool:
    """Return whether the page has contents, whose numbers only a finished layout knows."""
    return any(isinstance(block, Contents) and block.entries for block in page.blocks)


def _unique(blocks: Iterable[Block], named: tuple[type[Block], ...]) -> Iterable[Block]:
    """Yield the blocks without ids that were used before; those of a kind in ``named`` get another one instead."""
    used: set[str] = set()
    for block in blocks:
        name = getattr(block, "id", "")
        if isinstance(block, Heading) and isinstance(block, named) and (not name or name in used):
            count = len(used)
            while (name := f"{text_of(block.runs)}#{count}") in used:
                count += 1
            yield replace(block, id=name)
        elif name in used and isinstance(block, _PLACES):
            yield replace(block, id="")
        else:
            yield block
        used.add(name)


def _filled(contents: Contents, headings: Iterable[Heading]) -> Contents:
    entries = [Entry(h.level, text_of(h.runs), h.id) for h in headings if h.level <= contents.levels]
    return replace(contents, entries=tuple(entries))
