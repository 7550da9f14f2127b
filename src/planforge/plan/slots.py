"""Slots: every text of a plan that is printed, with a name that stays when other parts of the plan move.

Whoever must know later which text of the plan a printed paragraph came from (bookmarks, merge) walks the plan here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from planforge.outline.text import Text
from planforge.plan.chart import Chart
from planforge.plan.model import (
    Annex,
    Block,
    Box,
    Chapter,
    DocumentElements,
    Figure,
    Heading,
    ListBlock,
    Plan,
    Prose,
    Signed,
    Table,
    Task,
)
from planforge.records import record

_PRINTED: dict[type[Block], tuple[str, ...]] = {
    Chapter: ("heading",),
    Heading: ("text",),
    Prose: ("paragraphs",),
    ListBlock: ("items",),
    Task: ("name", "paragraphs", "lead", "duty", "assist", "due"),
    Box: ("title", "paragraphs"),
    Table: ("caption", "unit", "head", "rows", "note"),
    Chart: ("head", "rows", "note", "caption"),
    Figure: ("caption",),
}


@record(frozen=True, slots=True)
class Slot:
    """One printed text.

    Attributes:
        owner: the block it belongs to, None for what stands before the chapters.
        field: the attribute of the block, e.g. "paragraphs", or a path such as "document.signature.by".
        index: which paragraph or item (one number), which row and column of a table (two); empty for a single text.
        text: the text, references printed.
    """

    owner: Block | None
    field: str
    index: tuple[int, ...]
    text: Text

    @property
    def key(self) -> str:
        """A name for this text: the same in the next version, as long as its block keeps its id."""
        owner = f"{type(self.owner).__name__.lower()}:{self.owner.id}." if self.owner else ""
        return f"{owner}{self.field}" + "".join(f":{number}" for number in self.index)


Visit = Callable[[Slot], Text]
V = TypeVar("V", bound=Any)


def slots(plan: Plan) -> list[Slot]:
    """Return all slots, block by block; within a block in the order of its attributes."""
    found: list[Slot] = []

    def note(slot: Slot) -> Text:
        found.append(slot)
        return slot.text

    with_texts(plan, note)
    return found


def with_texts(plan: Plan, visit: Visit) -> Plan:
    """Return the plan with every printed text replaced by what `visit` returns for its slot."""
    title = _value(None, "title", (), plan.title, visit)
    document = _elements(plan.document, visit)
    preface = _value(None, "preface", (), plan.preface, visit)
    return replace(plan, title=title, document=document, preface=preface, chapters=tuple(_chapters(plan, visit)))


def _chapters(plan: Plan, visit: Visit) -> Iterator[Chapter]:
    for chapter in plan.chapters:
        named = _block(chapter, visit)
        yield replace(named, blocks=tuple(_block(block, visit) for block in chapter.blocks))


def _block(block: V, visit: Visit) -> V:
    changed = {name: _value(block, name, (), getattr(block, name), visit) for name in _PRINTED[type(block)]}
    replaced: V = replace(block, **changed)
    return replaced


def _elements(document: DocumentElements, visit: Visit) -> DocumentElements:
    changed: dict[str, Any] = {}
    for field in fields(document):
        value = getattr(document, field.name)
        name = f"document.{field.name}"
        if isinstance(value, Signed | Annex):
            parts = {part.name: getattr(value, part.name) for part in fields(value)}
            value = replace(value, **{part: _value(None, f"{name}.{part}", (), parts[part], visit) for part in parts})
        changed[field.name] = _value(None, name, (), value, visit)
    return replace(document, **changed)


def _value(owner: Block | None, field: str, index: tuple[int, ...], value: Any, visit: Visit) -> Any:
    """Return a text visited, a tuple of texts visited one by one, anything else as it is."""
    if isinstance(value, Text):
        return visit(Slot(owner, field, index, value))
    if isinstance(value, tuple):
        return tuple(_value(owner, field, (*index, number), one, visit) for number, one in enumerate(value))
    return value
