"""Organs and time limits that the reviewer wrote into the brackets behind a task: each is a field of its own."""

from __future__ import annotations

from collections.abc import Callable

from planforge.patterns import expression
from planforge.plan.model import Task
from planforge.plan.slots import Slot
from planforge.review.returned.copied import escaped
from planforge.review.returned.hunks import Hunk
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Operation, Pending
from planforge.review.returned.outcome import Item, Status
from planforge.review.returned.splicing import CannotSpliceError, as_scalar
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.edits import Edit
from planforge.source.nodes import Mapping
from planforge.source.place import SourceFile

FIELDS = {"牵头单位": "lead", "责任单位": "duty", "配合单位": "assist", "完成时限": "due"}
_ORDER = ("name", "paragraphs", "lead", "duty", "assist", "due")
_NEW = expression(r"；(?P<label>牵头单位|责任单位|配合单位|完成时限)：(?P<words>[^；：（）［］]+)")
_LABEL = expression("(?:牵头单位|责任单位|配合单位|完成时限)：")
_BY_HAND = "单位和时限各有各的键（lead、duty、assist、due），请人工填"


def as_field(found: Item | Pending, layout: Layout) -> Item | Pending:
    """Return an edit as it is, unless it spells out a field of a task: then as what gives the task that field."""
    if isinstance(found, Item) or found.hunk is None:
        return found
    try:
        operation = _new_field(layout.slot(found.slot), found.slot, found.hunk, layout)
    except CannotSpliceError as error:
        return found.settled(Status.UNPLACED, str(error))
    return Pending(found.item, operation=operation) if operation else found


def _new_field(slot: Slot, at: int, hunk: Hunk, layout: Layout) -> Operation | None:
    """Return the operation that gives a task the field which a hunk at the end of another field spells out.

    None when the hunk spells out no field.

    Raises:
        CannotSpliceError: when it does, but in a way that is not certain.
    """
    if not isinstance(slot.owner, Task) or slot.field not in FIELDS.values() or not _LABEL.search(hunk.new):
        return None
    found = _NEW.fullmatch(hunk.new)
    key = FIELDS[found["label"]] if found else ""
    ends = hunk.start == hunk.end == len(slot.text.printed)
    if (
        found is None
        or not ends
        or getattr(slot.owner, key) is not None
        or _ORDER.index(key) < _ORDER.index(slot.field)
    ):
        raise CannotSpliceError(_BY_HAND)
    words = found["words"].removesuffix("年") if key == "due" else found["words"]
    edit = _entry(slot, key, words, layout.places)
    return Operation((edit,), added=((at, (words,)),))


def _entry(slot: Slot, key: str, words: str, places: Callable[[SourceFile], YamlPlaces]) -> Edit:
    """Return the edit that writes `key: words` on a line below that of the field."""
    file, start = slot.text.file, slot.text.whole.start
    leaf = places(file).leaf(start)
    mapping = leaf.around[-1] if leaf and leaf.around else None
    if leaf is None or not isinstance(mapping, Mapping) or file.text[mapping.span.start] == "{":
        raise CannotSpliceError(_BY_HAND)
    end = file.text.find("\n", leaf.scalar.span.end)
    end = len(file.text) if end < 0 else end
    indent = places(file).indent(mapping.span.start)
    return Edit(file.span(end, end), f"\n{indent}{key}: {as_scalar(escaped(words))}")
