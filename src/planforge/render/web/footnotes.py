"""Footnotes of the web page: at its end, with links both ways, as the digital publishing roles of ARIA call them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from planforge.render.page import Box, ItemList, Page, Paragraph, Run

_NOTE, _REFERENCE = "pf-note", "pf-note-ref"


def reference_html(run: Run) -> str:
    """Return the raised number that leads to a footnote."""
    number = run.number
    link = f'<a id="{_REFERENCE}-{number}" href="#{_NOTE}-{number}" role="doc-noteref" aria-label="脚注{number}">'
    return f"<sup>{link}{number}</a></sup>"


def notes_html(page: Page) -> list[str]:
    """Return the footnotes of a page, nothing where there are none."""
    items = "".join(
        f'<li id="{_NOTE}-{run.number}" value="{run.number}">{escape(run.note)}'
        f'<a href="#{_REFERENCE}-{run.number}" role="doc-backlink" aria-label="回到正文">↩</a></li>'
        for run in notes_of(page)
    )
    return (
        [f'<section class="footnotes" role="doc-endnotes" aria-label="脚注"><ol>{items}</ol></section>']
        if items
        else []
    )


def notes_of(page: Page) -> Iterator[Run]:
    """Yield the footnotes of a page in their order."""
    for block in page.blocks:
        match block:
            case Paragraph():
                paragraphs: tuple[Paragraph, ...] = (block,)
            case ItemList():
                paragraphs = block.items
            case Box():
                paragraphs = block.paragraphs
            case _:
                continue
        yield from (run for one in paragraphs for run in one.runs if run.note)
