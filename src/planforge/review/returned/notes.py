"""Comments become review notes of the block they are about: not printed, told by PF132 until they are dealt with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.ooxml.comments import Comment
from planforge.plan.model import Block
from planforge.records import record
from planforge.render.trace import TracedLine
from planforge.review.returned.block_keys import added_entry, is_flow, mapping_of
from planforge.review.returned.copied import escaped
from planforge.review.returned.operation import NOTE, Operation
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.splicing import CannotSpliceError, as_scalar
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.edits import Edit
from planforge.source.nodes import Scalar
from planforge.source.nodes import Sequence as SequenceNode
from planforge.source.place import SourceFile

_QUOTED = 30
_HERE = "批注不在正文的块里（如标题、发文要素、引言），review 写不到那里；请人工处理"
_LOST = "找不到批注所在的段落，请人工处理"
_FLOW = "这一块写在一行里，加不上 review，请人工处理"


@record(frozen=True)
class Note:
    """A note for a block; `words` is what stands in the file, before quoting."""

    item: Item
    block: Block
    words: str


def notes(review: Reviewed) -> Iterator[Item | Note]:
    """Yield a note for each comment, or the item that says why it has no place."""
    for comment in review.comments:
        anchor = review.now.anchors.get(comment.number)
        quote = anchor.quote if anchor else ""
        base = _line(review, comment)
        item = review.item(Kind.COMMENT, base, comment.stamp, old=quote, new=comment.text)
        if not comment.text:
            continue
        if base < 0 or base not in review.ours:
            yield replace(item, status=Status.UNPLACED, reason=_LOST)
            continue
        line = review.present.trace.lines[review.ours[base]]
        block = _block(review, line, anchor.start if anchor else 0)
        if block is None:
            yield replace(item, status=Status.UNPLACED, reason=_HERE)
        elif any(_same(note.printed, item) for note in block.review):
            yield replace(item, status=Status.PRESENT)
        else:
            yield Note(item, block, _words(item))


def _line(review: Reviewed, comment: Comment) -> int:
    """Return the line of the base text a comment is about, -1 when it cannot be told.

    A comment on a new paragraph belongs to the one before it; one on a deleted paragraph to that paragraph.
    """
    anchor = review.now.anchors.get(comment.number)
    if anchor is None:
        return -1
    for at in review.pairing.removed:
        if anchor.quote and anchor.quote in review.base[at].text:
            return at
    for at in range(anchor.paragraph, -1, -1):
        group = review.group_of.get(at)
        if group and group.base:
            return group.base[0]
    return -1


def _block(review: Reviewed, line: TracedLine, start: int) -> Block | None:
    """Return the block whose text stands at a character of a line; a run-in heading and its text are two blocks."""
    if not line.parts:
        return None
    part = next((part for part in line.parts if start < part.end), line.parts[-1])
    return review.present.slots[review.present.by_key[part.key]].owner


def _words(item: Item) -> str:
    when = f"（{item.date[:10]}）" if item.date else ""
    quote = " ".join(item.old.split())
    about = f"批注“{quote[:_QUOTED]}{'…' if len(quote) > _QUOTED else ''}”" if quote else "批注"
    return f"{item.author or '审阅人'}{when}{about}：{' '.join(item.new.split())}"


def _same(printed: str, item: Item) -> bool:
    return printed == _words(item)


def note_operation(several: Sequence[Note], places: YamlPlaces) -> Operation:
    """Return what writes the notes of one block into its file.

    Raises:
        CannotSpliceError: when the block has no room for them.
    """
    mapping = mapping_of(several[0].block, places, _FLOW)
    words = [escaped(note.words) for note in several]
    entry = mapping.entry("review")
    if entry is None:
        lines = "".join(f"\n{places.indent(mapping.span.start)}  - {as_scalar(one)}" for one in words)
        value = f" {as_scalar(words[0])}" if len(words) == 1 else lines
        return Operation((added_entry(mapping, f"review:{value}", places),), rank=NOTE)
    if isinstance(entry.value, SequenceNode) and entry.value.items and not is_flow(entry.value):
        at = places.end(entry.value)
        indent = places.indent(_dash(places.file, entry.value.items[0].span.start))
        lines = "".join(f"\n{indent}- {as_scalar(one)}" for one in words)
        return Operation((Edit(places.file.span(at, at), lines),))
    if isinstance(entry.value, SequenceNode) and entry.value.items:
        at = places.end(entry.value) - 1
        added = "".join(f", {as_scalar(one, flow=True)}" for one in words)
        return Operation((Edit(places.file.span(at, at), added),))
    if not isinstance(entry.value, Scalar):
        raise CannotSpliceError(_FLOW)
    indent = places.indent(entry.key.span.start)
    old = [] if entry.value.blank else [" ".join(entry.value.value.split())]
    lines = "".join(f"\n{indent}  - {as_scalar(one)}" for one in [*old, *words])
    return Operation((Edit(places.file.span(_behind_colon(entry.key), places.end(entry.value)), lines),))


def _behind_colon(key: Scalar) -> int:
    return key.span.file.text.index(":", key.span.end) + 1


def _dash(file: SourceFile, offset: int) -> int:
    """Return where the dash of the list item at `offset` stands."""
    return file.text.rindex("-", 0, offset)
