"""The keys of a block in its file: which mapping they stand in, and how one is added."""

from __future__ import annotations

from planforge.plan.model import Block
from planforge.review.returned.splicing import CannotSpliceError
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.edits import Edit
from planforge.source.nodes import Mapping, Sequence


def mapping_of(block: Block, places: YamlPlaces, trouble: str) -> Mapping:
    """Return the mapping that holds the keys of a block.

    Raises:
        CannotSpliceError: with `trouble`, when it is written in one line.
    """
    leaf = places.leaf(block.span.start)
    around = [node for node in leaf.around if isinstance(node, Mapping)] if leaf else []
    if not around or is_flow(around[-1]):
        raise CannotSpliceError(trouble)
    return around[-1]


def added_entry(mapping: Mapping, written: str, places: YamlPlaces) -> Edit:
    """Return the edit that adds a key as `written`: behind the heading of a chapter, at the end of any other block."""
    body = mapping.entry("body")
    before = [entry for entry in mapping.entries if entry is not body]
    last = before[0] if body and before else mapping.entries[-1]
    at = places.end(last.value)
    line_end = places.file.text.find("\n", at)
    line_end = len(places.file.text) if line_end < 0 else line_end
    return Edit(places.file.span(line_end, line_end), f"\n{places.indent(mapping.span.start)}{written}")


def is_flow(node: Mapping | Sequence) -> bool:
    """Return whether a mapping or list is written in braces or brackets."""
    return node.span.file.text[node.span.start : node.span.start + 1] in ("{", "[")
