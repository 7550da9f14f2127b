"""The prose and tables of chapters in reading order, each with the headings and roles it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.outline.text import Text
from planforge.plan.body import Block, Box, Chapter, Heading, Table, Task, texts_of
from planforge.records import record


@record(frozen=True)
class Context:
    """Where a passage stands: the roles that hold there and the open headings, chapter first.

    `kind` is "prose", "box" or "table".
    """

    kind: str
    roles: tuple[str, ...]
    headings: tuple[str, ...]


@record(frozen=True)
class Passage:
    """A paragraph, heading or item with its context."""

    text: Text
    context: Context


@record(frozen=True)
class TablePassage:
    """A table with its context."""

    table: Table
    context: Context


def passages_before(preface: Sequence[Text]) -> Iterator[Passage]:
    """Yield the prose before the first chapter; what 1.茶叶。 leads in stands below it."""
    for before, text in zip((None, *preface), preface, strict=False):
        led = before is not None and _begins_line_of(before, text)
        below = Context("prose", (), ("", before.printed) if before is not None and led else ())
        yield from (Passage(one, below) for one in (text, *text.notes))


def _begins_line_of(lead: Text, text: Text) -> bool:
    """Whether `lead` are the first words of the line that goes on with `text`."""
    one, two = lead.whole, text.whole
    same = one.file is two.file and one.end <= two.start and lead.printed.endswith("。")
    return same and "\n" not in one.file.text[one.end : two.start]


def placed_blocks(chapter: Chapter) -> Iterator[tuple[Block, Context]]:
    """Pair each block of a chapter with the headings open above it; a heading's own roles hold below it."""
    open_headings: list[Heading] = []
    roles: tuple[str, ...] = chapter.roles
    names: tuple[str, ...] = (chapter.heading.printed,)
    below: dict[str, Context] = {}
    for block in chapter.blocks:
        if isinstance(block, Heading):
            open_headings = [heading for heading in open_headings if heading.level < block.level]
            open_headings.append(block)
            roles = next((heading.roles for heading in reversed(open_headings) if heading.roles), chapter.roles)
            names = (chapter.heading.printed, *(heading.text.printed for heading in open_headings))
            below = {}
        kind = "box" if isinstance(block, Box) else "table" if isinstance(block, Table) else "prose"
        if kind not in below:
            below[kind] = Context(kind, roles, names)
        yield block, below[kind]


def passages_of(chapter: Chapter) -> Iterator[Passage]:
    """Yield the prose of a chapter in reading order."""
    yield Passage(chapter.heading, Context("prose", chapter.roles, ()))
    for block, context in placed_blocks(chapter):
        for text in texts_of(block):
            below = _below_own_title(block, text, context)
            yield Passage(text, below)
            yield from (Passage(note, below) for note in text.notes)


def _below_own_title(block: Block, text: Text, context: Context) -> Context:
    """The paragraphs of a task or a 专栏 stand below its name as those of a section stand below its heading."""
    title = block.name if isinstance(block, Task) else block.title if isinstance(block, Box) else None
    if title is None or text is title:
        return context
    return Context(context.kind, context.roles, (*context.headings, title.printed))
