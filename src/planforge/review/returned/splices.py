"""The splices of several operations made fit to stand together: moves, insertions at one place, deletions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.errors import SourceError
from planforge.review.returned.operation import Operation
from planforge.source.edits import Edit
from planforge.source.place import Span


def relocated(operations: Sequence[Operation]) -> Iterator[Edit]:
    """Yield all edits in their order; those within something that moves are made in its new place."""
    moving = [one for operation in operations for one in operation.relocations]
    inner: dict[int, list[Edit]] = {id(one): [] for one in moving}
    outer: list[list[Edit]] = []
    for operation in operations:
        outer.append([])
        for edit in operation.edits:
            around = next((one for one in moving if _within(edit.span, one.own)), None)
            (outer[-1] if around is None else inner[id(around)]).append(edit)
    for operation, edits in zip(operations, outer, strict=True):
        yield from edits
        for one in operation.relocations:
            yield Edit(one.target, one.shape(_edited(one.source, list(joined(inner[id(one)])))))
            yield Edit(one.source, "")


def _within(span: Span, around: Span) -> bool:
    return span.file is around.file and around.start <= span.start and span.end <= around.end


def _edited(span: Span, edits: Sequence[Edit]) -> str:
    """Return the characters of a stretch with the edits made.

    Raises:
        SourceError: when two of them overlap.
    """
    found, at = "", span.start
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        if edit.span.start < at:
            raise SourceError(f"“{span.file.path}”的两处修改重叠，没有改动文件")
        found += span.file.text[at : edit.span.start] + edit.replacement
        at = edit.span.end
    return found + span.file.text[at : span.end]


def joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Join insertions at one place, in their order: as separate edits they would be sorted by their words.

    Deletions that overlap are one: neighbours that go both take the gap between them along.
    """
    insertions: dict[tuple[int, int], list[Edit]] = {}
    deletions: list[Edit] = []
    for edit in edits:
        if edit.span.start < edit.span.end and edit.replacement:
            yield edit
        elif edit.span.start < edit.span.end:
            deletions.append(edit)
        else:
            insertions.setdefault((id(edit.span.file), edit.span.start), []).append(edit)
    yield from _united(deletions)
    for several in insertions.values():
        yield Edit(several[0].span, "".join(edit.replacement for edit in several))


def _united(deletions: Iterable[Edit]) -> Iterator[Edit]:
    last: Edit | None = None
    for edit in sorted(deletions, key=lambda one: (one.span.file.path, one.span.start, one.span.end)):
        if last is not None and last.span.file is edit.span.file and edit.span.start < last.span.end:
            last = Edit(last.span.file.span(last.span.start, max(last.span.end, edit.span.end)), "")
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last
