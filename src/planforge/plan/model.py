"""The plan, typed: document elements, period, chapters and their blocks, ready to be read, checked and printed.

Everything here is a frozen value that knows its place; numbers of headings, tasks, tables and 专栏 are already
computed and references already print (see `numbering` and `references`). Nothing here reads files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planforge.outline.text import Text
from planforge.plan.ledger import Ledger
from planforge.plan.numbering import ATTACHED
from planforge.source.place import Span

ISSUED_STAGE = "印发稿"
"""Printed under a red head, with everything an issued document has."""
PUBLIC_STAGE = "公布稿"
"""The adopted text as it is made public or annexed: final, but without 发文要素 of its own."""


@dataclass(frozen=True)
class Period:
    """The plan's years. `baseline` is the year targets grow from, `previous` the start of the past period."""

    start: int | None = None
    end: int | None = None
    baseline: int | None = None
    previous: int | None = None


@dataclass(frozen=True)
class Signed:
    """An organ and a date: 署名与成文日期, or 印发机关与印发日期."""

    by: Text | None = None
    on: Text | None = None


@dataclass(frozen=True)
class Annex:
    """Which annex of which document the plan is: 发文字号 and 附件顺序号."""

    of: Text | None = None
    number: Text | None = None


@dataclass(frozen=True)
class DocumentElements:
    """发文要素. What the drafter did not give is None and stays absent; nothing is invented.

    `contents` is the number of heading levels the table of contents lists; 0 wants none, None leaves it to the house.
    """

    copy_number: Text | None = None
    security: Text | None = None
    urgency: Text | None = None
    issuer: Text | None = None
    joint: tuple[Text, ...] = ()
    number: Text | None = None
    signatories: tuple[Text, ...] = ()
    title: Text | None = None
    recipients: Text | None = None
    notice: tuple[Text, ...] = ()
    signature: Signed | None = None
    disclosure: Text | None = None
    copies: Text | None = None
    printed: Signed | None = None
    annex: Annex | None = None
    cover: Signed | None = None
    note: Text | None = None
    contents: int | None = None


@dataclass(frozen=True, kw_only=True)
class Block:
    """What all blocks share: a stable id, the place in the source, and open review notes (never printed)."""

    id: str
    span: Span
    review: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Heading(Block):
    """A heading below the chapter: level 2 to 4; `run_in` headings are the first words of the next paragraph."""

    text: Text
    level: int
    number: str
    run_in: bool = False
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Prose(Block):
    """Paragraphs; those of a `point` carry its number before the first one."""

    paragraphs: tuple[Text, ...]
    number: str = ""
    level: int = 0


@dataclass(frozen=True, kw_only=True)
class ListBlock(Block):
    """Items, each a paragraph behind its mark (——, （1）, 一是)."""

    items: tuple[Text, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Task(Block):
    """A task: numbered, named, with the organs that lead, carry and assist it."""

    name: Text
    number: str
    level: int
    paragraphs: tuple[Text, ...]
    lead: Text | None = None
    duty: Text | None = None
    assist: Text | None = None
    due: Text | None = None
    targets: tuple[Text, ...] = ()

    @property
    def deadline(self) -> str:
        """The time limit as printed: a bare year gets its 年; "" for none."""
        due = self.due.printed if self.due else ""
        return f"{due}年" if is_bare_year(due) else due


@dataclass(frozen=True, kw_only=True)
class Box(Block):
    """A 专栏: `label` is its number as printed (专栏14, 八大工程之一)."""

    title: Text
    label: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Block):
    """A table as printed. A cell that prints a ledger figure is a reference and points at the ledger.

    `of_tasks` are the columns of a table that lists the plan's tasks.
    """

    caption: Text
    label: str
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    unit: Text | None = None
    note: Text | None = None
    from_ledger: bool = False
    of_tasks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure(Block):
    """A picture with its caption."""

    caption: Text
    label: str
    file: Text
    alt: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Chapter(Block):
    """A chapter: `number` is printed before the heading (一、 or 第一章)."""

    heading: Text
    number: str
    roles: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def attached(self) -> bool:
        """Whether it is an annex (附件), printed behind the text on a page of its own."""
        return ATTACHED in self.roles


@dataclass(frozen=True)
class Context:
    """Where a passage stands: the roles that hold there and the open headings, chapter first.

    `kind` is "prose", "box" or "table".
    """

    kind: str
    roles: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading or item with its context."""

    text: Text
    context: Context


@dataclass(frozen=True)
class TablePassage:
    """A table with its context."""

    table: Table
    context: Context


@dataclass(frozen=True)
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
        before = (Passage(text, Context("prose", (), ())) for text in self.preface)
        return (*before, *(passage for chapter in self.chapters for passage in _chapter_passages(chapter)))

    def tables(self) -> Iterator[TablePassage]:
        """Yield every table in reading order."""
        return iter(self._tables)

    @cached_property
    def _tables(self) -> tuple[TablePassage, ...]:
        """Many rules ask for them."""
        blocks = (placed for chapter in self.chapters for placed in _with_context(chapter))
        return tuple(TablePassage(block, context) for block, context in blocks if isinstance(block, Table))

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order, chapters included."""
        for chapter in self.chapters:
            yield chapter
            yield from chapter.blocks


def _with_context(chapter: Chapter) -> Iterator[tuple[Block, Context]]:
    """Pair each block of a chapter with the headings open above it; a heading's own roles hold below it."""
    open_headings: list[Heading] = []
    below = {kind: Context(kind, chapter.roles, (chapter.heading.printed,)) for kind in ("prose", "box", "table")}
    for block in chapter.blocks:
        if isinstance(block, Heading):
            open_headings = [heading for heading in open_headings if heading.level < block.level]
            open_headings.append(block)
            roles = next((heading.roles for heading in reversed(open_headings) if heading.roles), chapter.roles)
            names = (chapter.heading.printed, *(heading.text.printed for heading in open_headings))
            below = {kind: Context(kind, roles, names) for kind in below}
        yield block, below["box" if isinstance(block, Box) else "table" if isinstance(block, Table) else "prose"]


def _chapter_passages(chapter: Chapter) -> Iterator[Passage]:
    yield Passage(chapter.heading, Context("prose", chapter.roles, ()))
    for block, context in _with_context(chapter):
        for text in texts_of(block):
            yield Passage(text, _below_own_title(block, text, context))


def _below_own_title(block: Block, text: Text, context: Context) -> Context:
    """The paragraphs of a task or a 专栏 stand below its name as those of a section stand below its heading."""
    title = block.name if isinstance(block, Task) else block.title if isinstance(block, Box) else None
    if title is None or text is title:
        return context
    return Context(context.kind, context.roles, (*context.headings, title.printed))


def texts_of(block: Block) -> tuple[Text, ...]:
    """Return the prose of a block in reading order (cells of tables are not prose)."""
    match block:
        case Heading():
            return (block.text,)
        case Prose():
            return block.paragraphs
        case ListBlock():
            return block.items
        case Task():
            return (block.name, *block.paragraphs)
        case Box():
            return (block.title, *block.paragraphs)
        case Table():
            return (block.caption, *((block.note,) if block.note else ()))
        case Figure():
            return (block.caption,)
    return ()


def is_bare_year(words: str) -> bool:
    """Return whether a time limit is a year without its 年."""
    return words.isdecimal() and len(words) == 4
