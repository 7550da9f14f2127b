"""The plan, typed, ready to be read, checked and printed; whoever works with plans imports its parts from here.

Everything here is a frozen value that knows its place; numbers of headings, tasks, tables and 专栏 are already
computed and references already print (see `numbering` and `references`). Nothing here reads files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from planforge.outline.text import Text
from planforge.plan.body import (
    Block,
    Box,
    Chapter,
    Figure,
    Heading,
    ListBlock,
    Prose,
    Table,
    Task,
    is_bare_year,
    texts_of,
)
from planforge.plan.document import Annex, DocumentElements, Signed
from planforge.plan.ledger import Ledger
from planforge.plan.passages import Context, Passage, TablePassage, passages_before, passages_of, placed_blocks
from planforge.records import cached_property, record

__all__ = [
    "ISSUED_STAGE", "PUBLIC_STAGE", "Annex", "Block", "Box", "Chapter", "Context", "DocumentElements", "Figure",
    "Heading", "ListBlock", "Passage", "Period", "Plan", "Prose", "Signed", "Table", "TablePassage", "Task",
    "is_bare_year", "texts_of",
]  # fmt: skip

ISSUED_STAGE = "印发稿"
"""Printed under a red head, with everything an issued document has."""
PUBLIC_STAGE = "公布稿"
"""The adopted text as it is made public or annexed: final, but without 发文要素 of its own."""


@record(frozen=True)
class Period:
    """The plan's years. `baseline` is the year targets grow from, `previous` the start of the past period.

    `season` is the part of the year that the title of a report is on (1—9月), "" for none; `stage` whether the years
    are those of one stage of the plan, over which sums are told.
    """

    start: int | None = None
    end: int | None = None
    baseline: int | None = None
    previous: int | None = None
    season: str = ""
    stage: bool = False


@record(frozen=True)
class Plan:
    """A whole plan.

    `labels` are the printed numbers of blocks by (kind, id); `from_source` is false for a document of another format,
    whose headings carry the numbers that were printed.
    """

    title: Text | None
    kind: str
    stage: str
    period: Period
    house: str
    page: str
    document: DocumentElements
    ledger: Ledger
    organs: tuple[Text, ...]
    preface: tuple[Text, ...]
    chapters: tuple[Chapter, ...]
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    predecessor: Text | None = None
    superior: Text | None = None
    from_source: bool = True

    @property
    def is_draft(self) -> bool:
        """Whether the plan is still before issue: no 红头, no number."""
        return self.stage not in (ISSUED_STAGE, PUBLIC_STAGE)

    @property
    def is_issued(self) -> bool:
        """Whether the plan is printed with 发文要素."""
        return self.stage == ISSUED_STAGE

    def passages(self) -> Iterator[Passage]:
        """Yield every stretch of prose in reading order: preface, headings, paragraphs, items, boxes, notes."""
        return iter(self._passages)

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        """Many rules ask for them."""
        before = passages_before(self.preface)
        return (*before, *(passage for chapter in self.chapters for passage in passages_of(chapter)))

    def tables(self) -> Iterator[TablePassage]:
        """Yield every table in reading order."""
        return iter(self._tables)

    @cached_property
    def _tables(self) -> tuple[TablePassage, ...]:
        """Many rules ask for them."""
        holding = (one for one in self.chapters if any(isinstance(block, Table) for block in one.blocks))
        blocks = (placed for chapter in holding for placed in placed_blocks(chapter))
        return tuple(TablePassage(block, context) for block, context in blocks if isinstance(block, Table))

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order, chapters included."""
        for chapter in self.chapters:
            yield chapter
            yield from chapter.blocks
