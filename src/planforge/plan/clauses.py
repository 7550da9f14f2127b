"""What a plan prints, clause by clause in reading order: paragraphs, headings, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text
from planforge.plan.model import Block, Box, Chapter, Heading, ListBlock, Plan, Prose, Table, Task, texts_of
from planforge.records import record

_BEFORE = "发文要素"


@record(frozen=True)
class Clause:
    """A printed paragraph, heading or row.

    Attributes:
        place: the headings above it, as a reader would say where it stands.
        text: the words, without a number that is printed before them.
        number: that number (一、, （二）, ——), "" for none; it may change while the words stay.
    """

    place: str
    text: str
    number: str = ""


def clauses(plan: Plan) -> Iterator[Clause]:
    """Yield all that is printed."""
    yield from (Clause(_BEFORE, text.printed) for text in _before_the_chapters(plan))
    yield from (Clause("", text.printed) for text in plan.preface)
    for chapter in plan.chapters:
        above: list[Heading] = []
        for block in (chapter, *chapter.blocks):
            if isinstance(block, Heading):
                above = [heading for heading in above if heading.level < block.level]
            names = () if block is chapter else (chapter.heading, *(heading.text for heading in above))
            yield from _of_block(block, " / ".join(name.printed for name in names))
            if isinstance(block, Heading):
                above.append(block)


def _before_the_chapters(plan: Plan) -> Iterator[Text]:
    document = plan.document
    signed = [text for one in (document.signature, document.printed) if one for text in (one.by, one.on)]
    texts = (document.issuer, document.number, document.title, document.recipients, *document.notice, *signed)
    yield from (text for text in (*texts, document.disclosure, document.copies, plan.title) if text)


def _of_block(block: Block, place: str) -> Iterator[Clause]:
    match block:
        case Chapter():
            yield Clause(place, block.heading.printed, block.number)
        case Heading():
            yield Clause(place, block.text.printed, block.number)
        case Table():
            yield Clause(place, block.caption.printed, block.label)
            yield from _rows(block)
        case ListBlock():
            pairs = zip(block.items, block.marks, strict=False)
            yield from (Clause(place, item.printed, mark) for item, mark in pairs)
        case _:
            yield from _numbered(block, place)


def _numbered(block: Block, place: str) -> Iterator[Clause]:
    number = block.number if isinstance(block, Prose | Task) else block.label if isinstance(block, Box) else ""
    for index, text in enumerate(texts_of(block)):
        yield Clause(place, text.printed, "" if index else number)
    if isinstance(block, Task):
        fields = (
            ("牵头单位", block.lead),
            ("责任单位", block.duty),
            ("配合单位", block.assist),
            ("完成时限", block.due),
        )
        yield from (Clause(place, f"{name}：{text.printed}") for name, text in fields if text)


def _rows(table: Table) -> Iterator[Clause]:
    place = f"{table.label}　{table.caption.printed}".strip("　")
    for row in (table.head, *table.rows):
        yield Clause(place, " ｜ ".join(cell.printed for cell in row))
    if table.note:
        yield Clause(place, table.note.printed)
