"""Edits of a printed text as splices of the YAML scalar it is written in; references in it stay references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from planforge.outline.characters import characters
from planforge.outline.text import SegmentKind, Text
from planforge.records import record
from planforge.review.returned.copied import as_read, escaped
from planforge.review.returned.hunks import Hunk
from planforge.review.returned.yaml_places import Leaf, YamlPlaces
from planforge.source.edits import Edit
from planforge.source.nodes import Mapping, Scalar
from planforge.source.nodes import Sequence as SequenceNode
from planforge.source.place import SourceFile
from planforge.source.yaml_reading import parse

_EDGES = " \t\u3000"


@record(frozen=True, slots=True)
class Rewrite:
    """The splices, and what the text reads afterwards: one string a paragraph, references as they are written."""

    edits: tuple[Edit, ...]
    written: tuple[str, ...]


class CannotSpliceError(Exception):
    """The scalar cannot hold the new text; the message is a Chinese sentence."""


def rewrite(text: Text, changes: Sequence[Hunk], places: YamlPlaces, *, may_be_empty: bool = False) -> Rewrite:
    """Return how a text is edited; a line break in a hunk parts two paragraphs, a cell may be empty afterwards.

    Raises:
        CannotSpliceError: when the scalar has no room for such a text.
    """
    leaf = places.leaf(text.whole.start) if text.segments else None
    if leaf is None or _is_key(leaf):
        raise CannotSpliceError("这处文字不是规划里直接写的")
    written = tuple(part.strip(_EDGES) for part in written_with(text, changes).split("\n"))
    if not all(written) and not may_be_empty:
        raise CannotSpliceError("改后没有文字了")
    if leaf.scalar.style == "literal":
        return Rewrite(tuple(_literal_edit(text, change) for change in changes), written)
    if len(written) > 1:
        raise CannotSpliceError("这一项应为一段文字，不能分段")
    spans = [(_file_span(text, change), escaped(change.new)) for change in changes]
    return Rewrite((_scalar_edit(leaf, spans),), written)


def written_with(text: Text, changes: Sequence[Hunk]) -> str:
    """Return what the text reads with the changes, references as {…}."""
    found, at = [], 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        found += [*_written(text, at, change.start, deletes=change.start < change.end), as_read(change.new)]
        at = change.end
    return "".join([*found, *_written(text, at, len(text.printed))])


def as_scalar(words: str, style: str = "plain", *, flow: bool = False) -> str:
    """Return words as a YAML scalar on one line, in quotes only where it must be.

    Raises:
        CannotSpliceError: when no style holds them.
    """
    plain = words if style == "plain" else ""
    for candidate in (plain, "'" + words.replace("'", "''") + "'"):
        if candidate and _reads_as(candidate, words, flow):
            return candidate
    raise CannotSpliceError("文字里有 YAML 写不出的字符")


def scalar_edit(leaf: Leaf, words: str) -> Edit:
    """Return the edit that makes a scalar on one line read `words`.

    Raises:
        CannotSpliceError: when no style holds them.
    """
    flow = any(_in_flow(node) for node in leaf.around)
    style = "plain" if leaf.scalar.style == "plain" else "single"
    return Edit(leaf.scalar.span, as_scalar(words, style, flow=flow))


def _scalar_edit(leaf: Leaf, spans: Sequence[tuple[tuple[int, int], str]]) -> Edit:
    value, offsets = leaf.scalar.value, characters(leaf.scalar).offsets
    found, at = [], 0
    for (start, end), words in sorted(spans):
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        found += [value[at:first], words]
        at = last
    return scalar_edit(leaf, "".join([*found, value[at:]]))


def _written(text: Text, start: int, end: int, *, deletes: bool = False) -> Iterator[str]:
    """Yield what is written in [start, end); a footnote at the end stays before what is deleted or exchanged there."""
    at = 0
    for segment in text.segments:
        first, last = max(start, at), min(end, at + len(segment.printed))
        if segment.kind is SegmentKind.NOTE and (
            start <= at < end or (at == end and (deletes or end == len(text.printed)))
        ):
            yield text.file.text[segment.start : segment.end]
        elif first < last:
            whole = segment.kind is SegmentKind.REFERENCE
            yield text.file.text[segment.start : segment.end] if whole else segment.printed[first - at : last - at]
        at += len(segment.printed)


def _file_span(text: Text, change: Hunk) -> tuple[int, int]:
    """Return where the hunk stands in the file; an insertion stands right behind the character before it."""
    if change.start < change.end:
        span = text.span(change.start, change.end)
        return span.start, span.end
    at = text.span(change.start - 1, change.start).end if change.start else text.whole.start
    return at, at


def _literal_edit(text: Text, change: Hunk) -> Edit:
    start, end = _file_span(text, change)
    indent = indent_of(text.file, start)
    words = "\n".join(escaped(part).strip(_EDGES) if "\n" in change.new else escaped(part)
                      for part in change.new.split("\n"))  # fmt: skip
    if not words.strip(_EDGES):
        start, end = _with_line(text, start, end)
    words = words.replace("\n", f"\n\n{indent}")
    if words.endswith(f"\n\n{indent}") and text.file.text.startswith(("\n", "\r\n"), end):
        words = words.removesuffix(f"\n{indent}")  # split where a line of the source ends: it brings its own line end
    return Edit(text.file.span(start, end), words)


def indent_of(file: SourceFile, offset: int) -> str:
    """Return the blanks at the beginning of the line of `offset`."""
    start = file.text.rfind("\n", 0, offset) + 1
    line = file.text[start:offset]
    return line[: len(line) - len(line.lstrip(" "))]


def _with_line(text: Text, start: int, end: int) -> tuple[int, int]:
    """Take the line break away with a line that would be left empty: an empty line would part the paragraph."""
    words = text.file.text
    begin, stop = words.rfind("\n", 0, start) + 1, words.find("\n", end)
    stop = len(words) if stop < 0 else stop
    if words[begin:start].strip() or words[end:stop].strip():
        return start, end
    whole = text.whole
    if begin > whole.start:
        return len(words[:begin].rstrip()), end
    if stop < whole.end:
        return start, stop + 1 + len(words[stop + 1 :]) - len(words[stop + 1 :].lstrip())
    return start, end


def _is_key(leaf: Leaf) -> bool:
    mapping = leaf.around[-1] if leaf.around else None
    return isinstance(mapping, Mapping) and any(entry.key is leaf.scalar for entry in mapping.entries)


def _in_flow(node: Mapping | SequenceNode) -> bool:
    return node.span.file.text[node.span.start : node.span.start + 1] in ("{", "[")


def _reads_as(candidate: str, words: str, flow: bool) -> bool:
    if "\n" in candidate:
        return False
    around = f"{{k: [{candidate}]}}" if flow else f"k:\n  - k: {candidate}\n  - {candidate}\n"
    root, problems = parse(SourceFile("", around))
    if problems or not isinstance(root, Mapping):
        return False
    items = root.entries[0].value
    if not isinstance(items, SequenceNode) or len(items.items) != (1 if flow else 2):
        return False
    return all(_value(item) == words for item in items.items)


def _value(item: object) -> str | None:
    if isinstance(item, Mapping):
        item = item.get("k")
    return item.value if isinstance(item, Scalar) else None
