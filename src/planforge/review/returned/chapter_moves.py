"""Chapters that the reviewer put elsewhere: their entries in the list of chapters, whole or the names of files."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from planforge.plan.model import Block, Chapter
from planforge.review.returned.layout import Layout, Region, item_region, with_comments
from planforge.review.returned.moved import UNSURE
from planforge.review.returned.operation import BLOCK, Operation
from planforge.review.returned.relocating import relocation_of
from planforge.review.returned.splicing import CannotSpliceError
from planforge.source.nodes import Mapping, Scalar
from planforge.source.nodes import Sequence as SequenceNode
from planforge.source.place import Span


def chapters_moved(layout: Layout, blocks: Sequence[Block], behind: int) -> Operation:
    """Return how whole chapters come to stand behind a line (-1: before all chapters).

    Raises:
        CannotSpliceError: when something else moved along, or the line does not end a chapter.
    """
    chapters = [block for block in blocks if isinstance(block, Chapter)]
    inside = {id(block) for chapter in chapters for block in _blocks(chapter)}
    if any(id(block) not in inside for block in blocks):
        raise CannotSpliceError(UNSURE)
    everything = tuple(at for chapter in chapters for at in _slots(layout, chapter))
    place, indent, last = _target(layout, behind)
    regions = [with_comments(_entry(layout, chapter)) for chapter in chapters]
    if any(region.file is place.file and region.start <= place.start <= region.end for region in regions):
        raise CannotSpliceError(UNSURE)  # to where it already is: a heading that was doubled, not moved
    relocations = tuple(relocation_of(region, place, indent) for region in regions)
    return Operation((), relocations, moved=((everything, last),), rank=BLOCK)


def _target(layout: Layout, behind: int) -> tuple[Span, str, int]:
    """Return where chapters go: the place, its indentation, and the text they stand behind."""
    owners = layout.owners(behind)
    if not owners:
        first = layout.present.plan.chapters[0]
        before = with_comments(_entry(layout, first))
        return before.file.span(before.start, before.start), before.indent, layout.slots_of(first)[0] - 1
    holder = next((one for one in layout.present.plan.chapters if any(owners[-1] is it for it in _blocks(one))), None)
    if holder is None or behind != max(line for block in _blocks(holder) for line in layout.lines_of(block)):
        raise CannotSpliceError(UNSURE)
    entry = _entry(layout, holder)
    return entry.file.span(entry.end, entry.end), entry.indent, _slots(layout, holder)[-1]


def _blocks(chapter: Chapter) -> tuple[Block, ...]:
    return (chapter, *chapter.blocks)


def _slots(layout: Layout, chapter: Chapter) -> list[int]:
    return [at for block in _blocks(chapter) for at in layout.slots_of(block)]


def _entry(layout: Layout, chapter: Chapter) -> Region:
    main = layout.present.files[0]
    if chapter.span.file is main:
        return layout.region(chapter)
    places = layout.places(main)
    entry = places.root.get("chapters") if isinstance(places.root, Mapping) else None
    for item in entry.items if isinstance(entry, SequenceNode) else ():
        if isinstance(item, Scalar) and _is_file(layout, item, chapter):
            return item_region(main, item.span.start, places.end(item))
    raise CannotSpliceError(UNSURE)


def _is_file(layout: Layout, item: Scalar, chapter: Chapter) -> bool:
    path = posixpath.normpath(item.value.strip().replace("\\", "/"))
    return layout.present.tree.name(path) == chapter.span.file.path
