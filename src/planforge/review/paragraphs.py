"""The paragraphs of a plan with the section, task or 专栏 each stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.outline.text import Text
from planforge.plan.model import Block, Box, Heading, ListBlock, Plan, Prose, Task
from planforge.records import record

_PLAIN = "正文"
_NUMBERED = "编号段落"


@record(frozen=True)
class Paragraph:
    """A paragraph, or an item of a list.

    Attributes:
        text: its words.
        section: the id of the section, task or 专栏 it stands in, "" for what stands before the chapters.
        mark: what is printed before it.
        style: how it is set: 正文, 编号段落 or the mark of its list as the drafter chose it.
        position: how many paragraphs stand before it.
    """

    text: Text
    section: str
    mark: str = ""
    style: str = _PLAIN
    position: int = 0

    @property
    def told(self) -> str:
        """The words with those of the footnotes where their numbers are printed."""
        notes = ((one.printed, f"〔脚注：{one.note}〕" if one.note else "") for one in self.text.segments)
        return "".join(part for pair in notes for part in pair)

    @property
    def opening(self) -> str:
        """The first words, to call it by."""
        words = self.text.printed
        return words if len(words) <= 20 else f"{words[:20]}…"


def paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of a plan in reading order."""
    yield from (replace(one, position=at) for at, one in enumerate(_in_order(plan)))


def _in_order(plan: Plan) -> Iterator[Paragraph]:
    yield from (Paragraph(text, "") for text in (*plan.document.notice, *plan.preface))
    for chapter in plan.chapters:
        section = chapter.id
        for block in chapter.blocks:
            if isinstance(block, Heading):
                section = block.id
            yield from _of_block(block, section)


def _of_block(block: Block, section: str) -> Iterator[Paragraph]:
    match block:
        case Task() | Box():
            yield from (Paragraph(text, block.id) for text in block.paragraphs)
        case Prose():
            for at, text in enumerate(block.paragraphs):
                number = "" if at else block.number
                yield Paragraph(text, section, number, _NUMBERED if number else _PLAIN)
        case ListBlock():
            for text, mark in zip(block.items, block.marks, strict=True):
                yield Paragraph(text, section, mark, block.style)
