"""The characters a page prints, in reading order: what all outputs must agree on."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.render.page import (
    AnnexNote,
    Block,
    Box,
    Chart,
    Contents,
    Cover,
    Figure,
    Heading,
    Imprint,
    ItemList,
    JointHead,
    JointSignature,
    LetterHead,
    Line,
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Signature,
    Table,
    text_of,
)


def page_text(page: Page) -> str:
    """Return the printed text in reading order, one line a paragraph, table cell or caption."""
    return "\n".join(text for block in page.blocks for text in block_texts(block) if text)


def block_texts(block: Block) -> Iterator[str]:
    """Yield the texts a block prints, in reading order."""
    match block:
        case Line() | Heading() | Paragraph():
            yield text_of(block.runs)
        case (
            Cover()
            | Contents()
            | AnnexNote()
            | Marks()
            | NumberLine()
            | JointHead()
            | Signature()
            | JointSignature()
            | LetterHead()
        ):
            yield from _listed_texts(block)
        case Box():
            yield text_of(block.title)
            yield from (text_of(paragraph.runs) for paragraph in block.paragraphs)
        case ItemList():
            yield from (text_of(item.runs) for item in block.items)
        case Table():
            yield from (block.caption, block.unit, *block.head)
            yield from (cell for row in block.rows for cell in row)
            yield block.note
        case Figure() | Chart():
            yield from block_texts(block.table) if isinstance(block, Chart) else ()
            yield block.caption
        case Imprint():
            yield from (*block.organs, block.by, block.on)
        case RedRule() | NewPage():
            return


def _listed_texts(
    block: Cover | Contents | AnnexNote | Marks | NumberLine | JointHead | Signature | JointSignature | LetterHead,
) -> Iterator[str]:
    match block:
        case AnnexNote():
            yield from (before + name for before, name in block.lines)
        case Marks():
            yield from (text for _, text in block.lines)
        case NumberLine():
            yield from ("".join(row) for row in block.rows)
        case JointHead():
            yield from (*block.organs, block.ending)
        case LetterHead():
            yield from (block.organ, *(left + right for _, left, right in block.rows))
        case Signature():
            yield from (block.by, block.on)
        case JointSignature():
            yield from (*block.names, block.on)
        case _:
            yield from _front_texts(block)


def _front_texts(block: Cover | Contents) -> Iterator[str]:
    if isinstance(block, Cover):
        yield from (block.label, text_of(block.title), block.note, block.by, block.on)
    else:
        yield from (block.title, *(entry.text for entry in block.entries))
