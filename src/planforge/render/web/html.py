"""Writes the page for the web: accessible, in one file, readable on a phone, without any request to a network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from planforge.render.anchors import anchor_name, id_attribute
from planforge.render.columns import column_centred
from planforge.render.house import House
from planforge.render.page import (
    TITLES,
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
    LineRole,
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Run,
    Runs,
    Signature,
    Table,
    text_of,
)
from planforge.render.spacing import annex_indents
from planforge.render.web.chart import chart_drawing
from planforge.render.web.css import style_sheet
from planforge.render.web.footnotes import notes_html, reference_html
from planforge.render.web.headings import heading_depths

_PLAN = "pf-plan"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""A page that is closed in itself may say so: a browser then fetches nothing, whatever a plan's words look like."""


def write_html(page: Page, house: House) -> bytes:
    """Write ``page`` as one HTML file (UTF-8); equal input gives equal bytes."""
    author = f'<meta name="author" content="{escape(page.author)}">\n' if page.author else ""
    date = f'<meta name="dcterms.date" content="{escape(page.date)}">\n' if page.date else ""
    html = (
        f'<!DOCTYPE html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(page.title)}</title>\n{author}{date}<style>{style_sheet(house)}</style>\n</head>\n"
        f"<body>\n{_skip(page)}<main>\n{_body(page)}\n</main>\n</body>\n</html>\n"
    )
    return html.encode("utf-8")


def _skip(page: Page) -> str:
    """Return a link past the notice and the contents; its words are no text of the document, so no text node."""
    title = next((at for at, block in enumerate(page.blocks) if _is_plan_title(block)), 0)
    before = any(isinstance(block, NewPage) for block in page.blocks[:title])
    return f'<a class="skip" href="#{_PLAN}" aria-label="跳到规划正文"></a>\n' if before else ""


def _is_plan_title(block: Block) -> bool:
    return isinstance(block, Line) and block.role is LineRole.PLAN_TITLE


def _body(page: Page) -> str:
    """Every new page of the document starts an article: the notice, then the plan; a letter ends with a rule."""
    pieces, end, start = ["<article>"], "</article>", 0
    depths = heading_depths(page.blocks)
    for at, block in enumerate(page.blocks):
        if _is_plan_title(block):
            pieces[start] = pieces[start].replace("<article>", f'<article id="{_PLAN}" tabindex="-1">')
        if isinstance(block, LetterHead):
            end = '<hr class="letter-rule letter-foot">\n</article>'
        if isinstance(block, NewPage):
            start = len(pieces)
            pieces.append(f"{end}\n<article>")
            end = "</article>"
        else:
            pieces.append(_heading(block, depths[at]) if isinstance(block, Heading) else _block(block))
    return "\n".join([*pieces, *notes_html(page), end])


def _block(block: Block) -> str:
    return _WRITERS[type(block)](block)


def _heading(block: Heading, depth: int) -> str:
    return f'<h{depth}{id_attribute(block.id)} class="heading-{block.level}">{_runs(block.runs)}</h{depth}>'


def _items(block: ItemList) -> str:
    return f"<div{id_attribute(block.id)}>{''.join(_paragraph(item, 'body') for item in block.items)}</div>"


def _joint_head(block: JointHead) -> str:
    return f'<p class="letterhead">{"<br>".join(map(escape, (*block.organs, block.ending)))}</p>'


def _letter_head(block: LetterHead) -> str:
    rows = "".join(
        f'<p class="letter-row"><span class="{style}">{escape(left)}</span>'
        f'<span class="document-number">{escape(right)}</span></p>'
        for style, left, right in block.rows
    )
    return f'<p class="letterhead">{escape(block.organ)}</p>\n<hr class="letter-rule">\n{rows}'


def _number_line(block: NumberLine) -> str:
    """The number at the left, who signs at the right."""
    return "".join(
        f'<p class="letter-row"><span class="document-number">{escape(number)}</span>'
        f'<span class="document-number">{escape(label + names)}</span></p>'
        for number, label, names in block.rows
    )


def _signature(block: Signature) -> str:
    return _signed((block.by, block.on))


def _signed(texts: Iterable[str]) -> str:
    lines = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f'<div class="signature">{lines}</div>'


def _annex_note(block: AnnexNote) -> str:
    """Names stand below each other and hang below their own first character."""
    lines = ((*annex_indents(before), before + name) for before, name in block.lines)
    return "".join(
        f'<p class="annex-note" style="padding-left: {left:g}em; text-indent: -{hang:g}em">{escape(words)}</p>'
        for hang, left, words in lines
    )


def _line(block: Line) -> str:
    if block.role in TITLES:
        lines = "<br>".join(_runs((run,)) for run in block.runs)
        return f'<h1{id_attribute(block.id)} class="{block.role.value}">{lines}</h1>'
    return f'<p class="{block.role.value}">{_runs(block.runs)}</p>'


def _cover(block: Cover) -> str:
    lines = ((block.note, "cover-note"), (block.by, "cover-by"), (block.on, "cover-by"))
    label = f'<p class="annex-label">{escape(block.label)}</p>' if block.label else ""
    title = f'<p class="cover-title">{"<br>".join(_runs((run,)) for run in block.title)}</p>'
    below = "".join(f'<p class="{style}">{escape(text)}</p>' for text, style in lines if text)
    return f'<header class="cover">{label}{title}{below}</header>'


def _contents(block: Contents) -> str:
    lines = "".join(
        f'<li class="contents-{entry.level}"><a href="#{anchor_name(entry.id)}">{escape(entry.text)}</a></li>'
        for entry in block.entries
    )
    title = f'<p class="contents-title">{escape(block.title)}</p>' if block.title else ""
    label = escape("".join(block.title.split()) or "目录")
    return f'<nav class="contents" aria-label="{label}">{title}<ol>{lines}</ol></nav>'


def _paragraph(block: Paragraph, style: str) -> str:
    return f'<p{id_attribute(block.id)} class="{style}">{_runs(block.runs)}</p>'


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.note:
        return reference_html(run)
    return f'<span class="lead-{run.lead_level}">{escape(run.text)}</span>' if run.lead_level else escape(run.text)


def _box(block: Box) -> str:
    title = f'<p class="box-title">{_runs(block.title)}</p>' if block.title else ""
    label = f' aria-label="{escape(text_of(block.title))}"' if block.title else ""
    text = "".join(_paragraph(paragraph, "box-text") for paragraph in block.paragraphs)
    return f'<section{id_attribute(block.id)} class="box"{label}>{title}{text}</section>'


def _table(block: Table, label: str = "") -> str:
    lines = ((block.caption, "table-caption"), (block.unit, "table-unit"))
    spans = "".join(f'<span class="{style}">{escape(text)}</span>' for text, style in lines if text)
    caption = f"<caption>{spans}</caption>" if spans else ""
    cells = "".join(f'<th scope="col" class="table-head">{escape(cell)}</th>' for cell in block.head)
    head = f"<thead><tr>{cells}</tr></thead>" if cells else ""
    sides = ["table-cell" if centred else "table-cell left" for centred in column_centred(block)]
    rows = "".join(_row(row, sides) for row in block.rows)
    note = f'<p class="table-note">{escape(block.note)}</p>' if block.note else ""
    label = label or block.caption
    region = f' role="region" aria-label="{escape(label)}" tabindex="0"' if label else ""
    grid = f'<div class="table"{region}><table>{caption}{head}<tbody>{rows}</tbody></table></div>'
    return f"<div{id_attribute(block.id)}>{grid}{note}</div>"


def _row(row: tuple[str, ...], sides: list[str]) -> str:
    cells = "".join(f'<td class="{side}">{escape(cell)}</td>' for cell, side in zip(row, sides, strict=True))
    return f"<tr>{cells}</tr>"


def _figure(block: Figure) -> str:
    address = f"data:{block.image.media_type};base64,{b64encode(block.image.data).decode('ascii')}"
    image = f'<img src="{address}" alt="{escape(block.alt)}">'
    return f"<figure{id_attribute(block.id)}>{image}{_caption(block.caption)}</figure>"


def _chart(block: Chart) -> str:
    table = _table(block.table, f"{block.caption}：数据")
    return f"<figure{id_attribute(block.id)}>{chart_drawing(block)}{table}{_caption(block.caption)}</figure>"


def _caption(words: str) -> str:
    return f'<figcaption class="figure-caption">{escape(words)}</figcaption>'


def _imprint(block: Imprint) -> str:
    organs = "".join(f'<p class="imprint copies">{escape(text)}</p>' for text in block.organs)
    printed = f"<span>{escape(block.by)}</span><span>{escape(block.on)}</span>"
    printed = f'<p class="imprint printed">{printed}</p>' if block.by or block.on else ""
    return f"<footer>{organs}{printed}</footer>"


_WRITERS: dict[type[Block], Callable[[Any], str]] = {
    Line: _line,
    Marks: lambda block: "".join(f'<p class="{style}">{escape(text)}</p>' for style, text in block.lines),
    JointHead: _joint_head,
    JointSignature: lambda block: _signed((*block.names, block.on)),
    LetterHead: _letter_head,
    NumberLine: _number_line,
    RedRule: lambda block: '<hr class="red-rule">',
    Cover: _cover,
    Contents: _contents,
    Paragraph: lambda block: _paragraph(block, "body"),
    ItemList: _items,
    Signature: _signature,
    AnnexNote: _annex_note,
    Box: _box,
    Table: _table,
    Figure: _figure,
    Chart: _chart,
    Imprint: _imprint,
}
