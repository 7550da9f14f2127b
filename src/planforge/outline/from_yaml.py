"""The YAML tree of a plan as an outline. What the schema refused is left out; nothing here judges."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.block import KINDS, Block, Outline
from planforge.outline.characters import Characters, characters
from planforge.outline.prose import line_text, paragraphs
from planforge.outline.rows import cells_of
from planforge.outline.text import Segment, SegmentKind, Text
from planforge.source.nodes import Mapping, Node, Scalar, Sequence
from planforge.source.problem import Problem

_PROSE_KEYS = frozenset({"text", "point", "list"})
_NOT_FIELDS = frozenset({"text", "rows", "body"})


def outline(root: Mapping, problems: list[Problem]) -> Outline:
    """Return the outline of a plan's tree; what is wrong with references is added to `problems`."""
    chapters = root.get("chapters")
    items = chapters.items if isinstance(chapters, Sequence) else ()
    return Outline(
        preface=prose(root.get("preface"), problems),
        chapters=tuple(_chapter(item, problems) for item in items if isinstance(item, Mapping)),
    )


def prose(node: Node | None, problems: list[Problem]) -> tuple[Text, ...]:
    """Return the paragraphs of a scalar, none for anything else."""
    return paragraphs(characters(node), problems) if isinstance(node, Scalar) else ()


def line(node: Node | None, problems: list[Problem]) -> Text | None:
    """Return a scalar as one line of text, None for anything else or for an empty one."""
    if not isinstance(node, Scalar) or node.blank:
        return None
    whole = characters(node)
    joined = paragraphs(whole, problems) if "\n" in node.value else (line_text(whole, problems),)
    return joined[0] if joined else None


def _chapter(node: Mapping, problems: list[Problem]) -> Block:
    body = node.get("body")
    items = body.items if isinstance(body, Sequence) else ()
    blocks = (_block(item, problems) for item in items if isinstance(item, Mapping))
    heading = node.entry("heading")
    return Block(
        kind="chapter",
        span=heading.value.span if heading else node.span,
        title=line(node.get("heading"), problems),
        fields=dict(_fields(node, "heading", problems)),
        children=tuple(block for block in blocks if block is not None),
    )


def _block(node: Mapping, problems: list[Problem]) -> Block | None:
    entry = next((entry for kind in KINDS if (entry := node.entry(kind)) is not None), None)
    if entry is None:
        return None
    kind = entry.key.value
    prose_node = entry.value if kind in _PROSE_KEYS else node.get("text")
    return Block(
        kind=kind,
        span=entry.key.span if kind in _PROSE_KEYS else entry.value.span,
        title=None if kind in _PROSE_KEYS else line(entry.value, problems),
        paragraphs=prose(prose_node, problems),
        rows=tuple(_rows(node.get("rows"), problems)),
        fields=dict(_fields(node, kind, problems)),
    )


def _rows(node: Node | None, problems: list[Problem]) -> Iterator[tuple[Text, ...]]:
    """Split a `|` block into rows and cells; an empty cell prints nothing, but knows its place."""
    if not isinstance(node, Scalar):
        return
    lines = [stripped for line in characters(node).lines() if (stripped := line.strip()).value]
    for line, cells in zip(lines, cells_of([line.value for line in lines]), strict=True):
        yield tuple(_cell(line, *cell, problems) for cell in cells)


def _cell(row: Characters, start: int, end: int, problems: list[Problem]) -> Text:
    text = line_text(row.cut(start, end), problems)
    if text.segments:
        return text
    at = row.offsets[start] if start < len(row.offsets) else row.offsets[-1] + 1
    return Text(row.file, (Segment(SegmentKind.LITERAL, "", at, at),))


def _fields(node: Mapping, kind: str, problems: list[Problem]) -> Iterator[tuple[str, tuple[Text, ...]]]:
    for entry in node.entries:
        key = entry.key.value
        if key == kind or key in _NOT_FIELDS:
            continue
        if key == "columns":
            yield from _columns(entry.value, problems)
        elif isinstance(entry.value, Mapping):
            for inner in entry.value.entries:
                yield f"{key}.{inner.key.value}", _texts(inner.value, problems)
        else:
            yield key, _texts(entry.value, problems)


def _columns(node: Node, problems: list[Problem]) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Yield what each column shows and, beside it, the words over it (the same when none are given)."""
    items = node.items if isinstance(node, Sequence) else ()
    columns = [(item.get("show"), item.get("head")) if isinstance(item, Mapping) else (item, None) for item in items]
    read = [(line(show, problems), line(head, problems)) for show, head in columns]
    yield "columns", tuple(show for show, _ in read if show is not None)
    yield "heads", tuple(head or show for show, head in read if show is not None)


def _texts(node: Node, problems: list[Problem]) -> tuple[Text, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(text for item in items if (text := line(item, problems)) is not None)
