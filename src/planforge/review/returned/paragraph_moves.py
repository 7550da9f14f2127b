"""Paragraphs that the reviewer put elsewhere: from one scalar of the YAML into another."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.plan.model import Prose
from planforge.review.returned.layout import PARAGRAPHS, Layout
from planforge.review.returned.moved import UNSURE
from planforge.review.returned.operation import PARAGRAPH, Operation, Relocation
from planforge.review.returned.removal import paragraphs_cut
from planforge.review.returned.splicing import CannotSpliceError


def paragraphs_moved(layout: Layout, lines: Sequence[int], behind: int) -> Operation:
    """Return how paragraphs move out of their scalar into that of another, behind or (below a heading) before it.

    Items of a list and paragraphs of a box or a task stay in their own.

    Raises:
        CannotSpliceError: when lines or place are no paragraphs.
    """
    slots = [at for line in lines for at in layout.line_slots[line]]
    if (
        any(layout.slot(at).field not in PARAGRAPHS for at in slots)
        or len(slots) != len(lines)
        or slots != [*range(slots[0], slots[-1] + 1)]
    ):
        raise CannotSpliceError(UNSURE)
    target, first = _neighbour(layout, slots, behind)
    text, indent = layout.slot(target).text, layout.paragraph_indent(target)
    at = text.whole.start if first else text.whole.end
    source = paragraphs_cut(layout, slots).span
    whole = layout.slot(slots[0]).text.whole.to(layout.slot(slots[-1]).text.whole)
    gap = (whole.start - source.start, source.end - whole.end)

    def shape(words: str) -> str:
        return _paragraphs(words[gap[0] : len(words) - gap[1]], indent, before=first)

    relocation = Relocation(source, whole, text.file.span(at, at), shape)
    moved = ((tuple(slots), target - 1 if first else target),)
    return Operation((), (relocation,), moved=moved, rank=PARAGRAPH)


def _neighbour(layout: Layout, slots: Sequence[int], behind: int) -> tuple[int, bool]:
    """Return the paragraph that these go to, and whether they go before it: it is the first below a heading then."""
    target = layout.main(behind)
    if target is not None and target not in slots and _go_together(layout, slots[0], target):
        return target, False
    following = layout.line_slots[behind + 1][:1] if behind + 1 < len(layout.line_slots) else ()
    if not following or following[0] in slots or not _go_together(layout, slots[0], following[0]):
        raise CannotSpliceError(UNSURE)
    return following[0], True


def _go_together(layout: Layout, one: int, two: int) -> bool:
    """Whether a paragraph may stand beside another one: both are of prose, or of one scalar."""
    return all(_is_prose(layout, at) for at in (one, two)) or two in layout.siblings(one)


def _is_prose(layout: Layout, at: int) -> bool:
    slot = layout.slot(at)
    return slot.field in PARAGRAPHS and (slot.owner is None or isinstance(slot.owner, Prose))


def _paragraphs(words: str, indent: str, *, before: bool) -> str:
    """Return paragraphs as they are written, set to another indentation, with the gap to their new neighbour."""
    lines = "\n".join(f"{indent}{line.strip()}" if line.strip() else "" for line in words.splitlines())
    return f"{lines.removeprefix(indent)}\n\n{indent}" if before else f"\n\n{lines}"
