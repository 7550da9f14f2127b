"""The paragraphs of a plan with the section, task or 专栏 each stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.outline.text import Text
from planforge.plan.model import Box, Heading, ListBlock, Plan, Prose, Task


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the id of the section, task or 专栏 it stands in, "" for what stands before the chapters."""

    text: Text
    section: str


def paragraphs(plan: Plan) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of a plan in reading order."""
    yield from (Paragraph(text, "") for text in (*plan.document.notice, *plan.preface))
    for chapter in plan.chapters:
        section = chapter.id
        for block in chapter.blocks:
            match block:
                case Task() | Box():
                    yield from (Paragraph(text, block.id) for text in block.paragraphs)
                case Prose():
                    yield from (Paragraph(text, section) for text in block.paragraphs)
                case ListBlock():
                    yield from (Paragraph(text, section) for text in block.items)
                case Heading():
                    section = block.id
