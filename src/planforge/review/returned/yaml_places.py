"""The nodes of one YAML file by the offset of their characters: which scalar, which list item stands there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from planforge.records import record
from planforge.source.nodes import Mapping, Node, Scalar, Sequence
from planforge.source.place import SourceFile
from planforge.source.yaml_reading import parse


@record(frozen=True)
class Leaf:
    """A scalar and the nodes around it, outermost first."""

    scalar: Scalar
    around: tuple[Mapping | Sequence, ...]


class YamlPlaces:
    """The places of one file."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        root, _ = parse(file)
        self.root = root
        self.leaves = sorted(_leaves(root, ()) if root else (), key=lambda leaf: leaf.scalar.span.start)
        self._starts = [leaf.scalar.span.start for leaf in self.leaves]

    def leaf(self, offset: int) -> Leaf | None:
        """Return the scalar that holds the character at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return self.leaves[at] if at >= 0 and offset <= self.leaves[at].scalar.span.end else None

    def end(self, node: Node) -> int:
        """Return the offset behind the last character of a node; YAML itself counts blank lines and comments in."""
        if isinstance(node, Scalar):
            return node.span.start + len(node.span.text.rstrip())
        if self.file.text[node.span.start : node.span.start + 1] in "[{":
            return node.span.end
        children: list[Node] = list(node.items if isinstance(node, Sequence) else [e.value for e in node.entries])
        if not children:
            return node.span.start
        return self.end(children[-1])

    def column(self, offset: int) -> int:
        """Return how many characters stand before `offset` in its line."""
        return offset - (self.file.text.rfind("\n", 0, offset) + 1)

    def indent(self, offset: int) -> str:
        """Return the blanks that set a line to the column of `offset`."""
        return " " * self.column(offset)


def _leaves(node: Node, around: tuple[Mapping | Sequence, ...]) -> Iterator[Leaf]:
    if isinstance(node, Scalar):
        yield Leaf(node, around)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield Leaf(entry.key, (*around, node))
            yield from _leaves(entry.value, (*around, node))
    else:
        for item in node.items:
            yield from _leaves(item, (*around, node))
