"""Fills the contents (目录) with the headings and annexes that follow, and gives each a place of its own to point at.

An annex (附件) is an entry of the first level: its label and its title on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

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
    LineRole,
    Page,
    Paragraph,
    Table,
    text_of,
)

_PLACES = (Heading, Line, Paragraph, Box, Table, ItemList, Figure, Chart)


def with_contents(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, no two with one id; where there are contents, they are filled and what they list has an id."""
    given = tuple(blocks)
    if not any(isinstance(block, Contents) for block in given):
        return tuple(_unique(given, naming=False))
    named = tuple(_unique(given, naming=True))
    entries = tuple(_entries(named))
    return tuple(_filled(block, entries) if isinstance(block, Contents) else block for block in named)


def has_contents(page: Page) -> bool:
    """Return whether the page has contents, whose numbers only a finished layout knows."""
    return any(isinstance(block, Contents) and block.entries for block in page.blocks)


def listed_places(page: Page) -> frozenset[str]:
    """Return the ids of the blocks that the contents of the page list."""
    return frozenset(entry.id for block in page.blocks if isinstance(block, Contents) for entry in block.entries)


def _unique(blocks: Iterable[Block], *, naming: bool) -> Iterator[Block]:
    """Yield the blocks without ids that were used before; ``naming``: what is listed gets another one instead."""
    used: set[str] = set()
    for block in blocks:
        name = getattr(block, "id", "")
        if naming and _is_listed(block) and (not name or name in used):
            count = len(used)
            while (name := f"{text_of(block.runs)}#{count}") in used:
                count += 1
            yield replace(block, id=name)
        elif name in used and isinstance(block, _PLACES):
            yield replace(block, id="")
        else:
            yield block
        used.add(name)


def _is_listed(block: Block) -> TypeGuard[Heading | Line]:
    return isinstance(block, Heading) or (isinstance(block, Line) and block.role is LineRole.ANNEX_TITLE)


def _entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    label = ""
    for block in blocks:
        if _is_listed(block):
            text = text_of(block.runs)
            yield Entry(block.level, text, block.id) if isinstance(block, Heading) else Entry(1, label + text, block.id)
        label = _label(block)


def _label(block: Block) -> str:
    """Return what a label puts before the title that follows it."""
    return f"{text_of(block.runs)}　" if isinstance(block, Line) and block.role is LineRole.ANNEX_LABEL else ""


def _filled(contents: Contents, entries: Iterable[Entry]) -> Contents:
    return replace(contents, entries=tuple(entry for entry in entries if entry.level <= contents.levels))
