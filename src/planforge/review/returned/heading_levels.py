"""A heading that a reviewer gave the style of another level: its `level` in the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from planforge.plan.model import Heading
from planforge.review.returned.block_keys import added_entry, mapping_of
from planforge.review.returned.operation import NOTE, Operation, Pending, pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.pairing import Group
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError, scalar_edit
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.nodes import Scalar
from planforge.source.place import SourceFile

_LEVELS = frozenset(range(2, 5))
"""Of headings that stand alone; one that runs into its text is no heading in Word."""
_BY_HAND = "标题的级别改了（应为{}，实为{}），未能带回，请在规划文件里改"
_FLOW = "这个标题写在一行里，加不上 level，请人工处理"
_BODY = "正文"


def levels_changed(review: Reviewed, places: Callable[[SourceFile], YamlPlaces]) -> Iterator[Item | Pending]:
    """Yield the paragraphs that were made a heading of another level, or none."""
    for group in review.pairing.groups:
        yield from _level(review, group, places)


def _level(review: Reviewed, group: Group, places: Callable[[SourceFile], YamlPlaces]) -> Iterator[Item | Pending]:
    line, now = review.base[group.base[0]], review.now.paragraphs[group.now[0]]
    ours = review.ours.get(group.base[0])
    present = review.present.level(ours) if ours is not None else -1
    if now.level in (line.level, present) or len(group.base) > 1 or now.cell is not None:
        return
    stamp = review.history[now.number].restyled
    named = _named(line.level), _named(now.level)
    item = review.item(Kind.LEVEL, group.base[0], stamp, old=named[0], new=named[1], context=now.text)
    if stamp and not review.accept(stamp):
        yield replace(item, status=Status.DECLINED)
        return
    slot = review.present.slot(ours) if ours is not None else None
    heading = slot.owner if slot else None
    if isinstance(heading, Heading) and present == line.level and {line.level, now.level} <= _LEVELS:
        yield pending(item, lambda: _set(heading, now.level, places(heading.span.file)))
        return
    yield replace(item, status=Status.UNPLACED, reason=_BY_HAND.format(*named))


def _set(heading: Heading, level: int, places: YamlPlaces) -> Operation:
    mapping = mapping_of(heading, places, _FLOW)
    entry = mapping.entry("level")
    if entry is None:
        return Operation((added_entry(mapping, f"level: {level}", places),), rank=NOTE)
    leaf = places.leaf(entry.value.span.start) if isinstance(entry.value, Scalar) else None
    if leaf is None:
        raise CannotSpliceError(_FLOW)
    return Operation((scalar_edit(leaf, str(level)),))


def _named(level: int) -> str:
    return f"{level}级标题" if level else _BODY
