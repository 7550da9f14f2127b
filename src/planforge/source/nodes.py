"""The nodes of a YAML file: scalars, mappings and lists that know their place; every scalar is text.

`2.90` stays 2.90 and a date stays a date: types are for the schema and the plan to read. How a file becomes nodes
is for `yaml_reading` to say.
"""

from __future__ import annotations

from typing import TypeAlias

from planforge.records import cached_property, record
from planforge.source.place import Span

_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@record(frozen=True, eq=False, slots=True)
class Scalar:
    """A text.

    `style` is "plain", "single", "double", "literal" (a `|` block), "folded", or "refused": something stood here that
    is told already, and its want of content is no trouble of its own.
    """

    value: str
    span: Span
    style: str = "plain"

    @property
    def blank(self) -> bool:
        """Whether a reader would see nothing here."""
        return not self.value.translate(_INVISIBLE).strip()


@record(frozen=True, eq=False, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@record(frozen=True, eq=False)
class Mapping:
    """Keys with values, in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key.value: entry for entry in self.entries}

    def entry(self, key: str) -> Entry | None:
        """Return the entry of `key`."""
        return self._by_key.get(key)

    def get(self, key: str) -> Node | None:
        """Return the value of `key`."""
        entry = self.entry(key)
        return entry.value if entry else None


@record(frozen=True, eq=False, slots=True)
class Sequence:
    """A list of YAML, its items in the order of the file."""

    items: tuple[Node, ...]
    span: Span


Node: TypeAlias = Scalar | Mapping | Sequence
