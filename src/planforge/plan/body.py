"""Chapters and the blocks in them, typed: frozen values whose numbers are computed and whose references print."""

from __future__ import annotations

from planforge.outline.text import Text
from planforge.plan.numbering import ATTACHED
from planforge.records import record
from planforge.source.place import Span


@record(frozen=True, kw_only=True)
class Block:
    """What all blocks share: a stable id, the place in the source, and open review notes (never printed)."""

    id: str
    span: Span
    review: tuple[Text, ...] = ()


@record(frozen=True, kw_only=True)
class Heading(Block):
    """A heading below the chapter: level 2 to 4; `run_in` headings are the first words of the next paragraph."""

    text: Text
    level: int
    number: str
    run_in: bool = False
    roles: tuple[str, ...] = ()


@record(frozen=True, kw_only=True)
class Prose(Block):
    """Paragraphs; those of a `point` carry its number before the first one."""

    paragraphs: tuple[Text, ...]
    number: str = ""
    level: int = 0


@record(frozen=True, kw_only=True)
class ListBlock(Block):
    """Items, each a paragraph behind its mark (——, （1）, 一是); `style` is the mark as the drafter chose it."""

    items: tuple[Text, ...]
    marks: tuple[str, ...]
    style: str = ""


@record(frozen=True, kw_only=True)
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


@record(frozen=True, kw_only=True)
class Box(Block):
    """A 专栏: `label` is its number as printed (专栏14, 八大工程之一), `series` what it is counted in, "" for 专栏."""

    title: Text
    label: str
    paragraphs: tuple[Text, ...]
    series: str = ""


@record(frozen=True, kw_only=True)
class Table(Block):
    """A table as printed. A cell that prints a ledger figure is a reference and points at the ledger.

    `of_tasks` are the columns of a table that lists the plan's tasks; `orientation` is 横排 or 竖排, "" when the
    columns decide.
    """

    caption: Text
    label: str
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    unit: Text | None = None
    note: Text | None = None
    from_ledger: bool = False
    of_tasks: tuple[str, ...] = ()
    orientation: str = ""


@record(frozen=True, kw_only=True)
class Figure(Block):
    """A picture with its caption."""

    caption: Text
    label: str
    file: Text
    alt: Text | None = None


@record(frozen=True, kw_only=True)
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
