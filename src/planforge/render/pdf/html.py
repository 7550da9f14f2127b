"""Writes the semantic page as HTML for WeasyPrint."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from planforge.render.charts.grid import page_grid, text_size
from planforge.render.charts.svg import chart_svg
from planforge.render.columns import column_centred
from planforge.render.contents import listed_places
from planforge.render.house import House, PageProfile
from planforge.render.notice import Fit, fit_notice, signs_apart
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
)
from planforge.render.pdf.elements import PdfElements, labelled
from planforge.render.pdf.landscape import LANDSCAPE
from planforge.render.pdf.looks import Looks
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import Spacing, line_of
from planforge.render.table_fit import TableFit, fit_table, rows_cut

IMAGE_SCHEME = "pf-image:"
END_ANCHOR = "pf-end"
IMPRINT_ANCHOR = "pf-imprint"
BODY_ANCHOR = "pf-body"
_END = f'<div id="{END_ANCHOR}"></div>'
_BODY = f'<div id="{BODY_ANCHOR}">'


class PdfHtml:
    """Writes the blocks of one page tree; `images` holds the pictures by the address written into the HTML."""

    def __init__(self, house: House, profile: PageProfile, spacing: Spacing, text: PdfText) -> None:
        self._house = house
        self._profile = profile
        self._spacing = spacing
        self._text = text
        self._tight, self._apart = "", False
        self._looks = Looks()
        self._elements = elements = PdfElements(house, profile, spacing, text)
        self.images: dict[str, tuple[bytes, str]] = {}
        self._writers: dict[type[Block], Callable[[Any, str], str]] = {
            Line: elements.line,
            Marks: elements.marks,
            JointHead: elements.joint_head,
            LetterHead: elements.letter_head,
            NumberLine: elements.number_line,
            RedRule: elements.red_rule,
            Cover: elements.cover,
            Contents: elements.contents,
            Heading: self._heading,
            Paragraph: lambda block, above: self._paragraph(block, "body", above),
            ItemList: self._items,
            Signature: elements.signature,
            JointSignature: elements.joint_signature,
            AnnexNote: elements.annex_note,
            Box: self._box,
            Table: self._table,
            Figure: self._figure,
            Chart: self._chart,
        }

    def document(self, page: Page, css: str, body: str) -> str:
        """Return the whole HTML file."""
        date = f'<meta name="dcterms.created" content="{page.date}">' if page.date else ""
        closing = "</div>" if _BODY in body else ""  # the imprint belongs to the body's pages
        author = f'<meta name="author" content="{escape(page.author)}">' if page.author else ""
        return (
            f'<!DOCTYPE html><html lang="{escape(page.language)}"><head><meta charset="utf-8">'
            f"<title>{escape(page.title)}</title>{author}{date}<style>{css}\n{self._tight}\n{self._looks.css()}</style>"
            f"</head><body>{body}{closing}</body></html>"
        )

    def body(self, page: Page) -> str:
        """Return all blocks but the imprint, and the anchor that tells where they end."""
        pieces: list[str] = []
        previous: Block | None = None
        self._elements.listed = listed_places(page)
        fit, self._apart = fit_notice(page, self._spacing), signs_apart(page, self._spacing)
        self._tight = f".tight p, .tight .signature {{ line-height: {fit.line_pt:g}pt }}" if fit else ""
        for index, block in enumerate(page.blocks):
            if not isinstance(block, Imprint | NewPage):
                pieces.append(self._block(block, previous, fit if fit and fit.holds(index) else None))
            if not isinstance(block, Imprint):
                previous = block
            if isinstance(block, NewPage) and block.body:
                pieces = [f'<div class="front">{"".join(pieces)}</div>', _BODY]
        if pieces and f'class="table {LANDSCAPE}"' in pieces[-1]:
            pieces[-1] = pieces[-1].removesuffix("</div>") + f"{_END}</div>"
            return "\n".join(pieces)
        return "\n".join([*pieces, _END])

    def imprint(self, block: Imprint) -> str:
        """Return the imprint, pinned to the foot of the text area."""
        organs = "".join(f'<p class="imprint copies">{self._text.plain(text, "imprint")}</p>' for text in block.organs)
        by, on = (self._text.plain(text, "imprint") for text in (block.by, block.on))
        printed = f'<div class="imprint printed"><span>{by}</span><span>{on}</span></div>' if by or on else ""
        return f'<div class="imprint-foot" id="{IMPRINT_ANCHOR}">{organs}{printed}</div>'

    def _block(self, block: Block, previous: Block | None, fit: Fit | None) -> str:
        if fit is None:
            return self._writers[type(block)](block, self._above(block, previous, self._spacing))
        written = self._writers[type(block)](block, self._above(block, previous, fit.spacing))
        return f'<div class="tight">{written}</div>'

    def _above(self, block: Block, previous: Block | None, spacing: Spacing) -> str:
        """Space above as CSS: padding at the top of a page, where a margin would be dropped."""
        points = spacing.above(previous, block)
        if self._apart and isinstance(block, Signature | JointSignature):
            return f"padding-top: {points:.3f}pt; break-before: auto"  # a margin would be dropped at the head of a page
        if isinstance(previous, NewPage) and not previous.body:
            return f"break-before: page; padding-top: {points:.3f}pt"
        if isinstance(previous, NewPage):
            return f"padding-top: {points:.3f}pt"
        return f"{'padding' if previous is None else 'margin'}-top: {points:.3f}pt"

    def _heading(self, block: Heading, above: str) -> str:
        style = self._house.styles[f"heading-{block.level}"]
        keep = " keep" if style.keep_next else ""
        outline = f" outline-{block.level}" if block.level < 4 else ""
        inner = self._text.runs(block.runs, style.name)
        tag, look = f"h{block.level + 1}", self._looks.name(above)
        place = self._elements.place(block.id)
        return f'<{tag}{place} class="{style.name}{keep}{outline} {look}"{labelled(block.runs, inner)}>{inner}</{tag}>'

    def _paragraph(self, block: Paragraph, style: str, above: str = "") -> str:
        looks = f"{style} {self._looks.name(above)}".rstrip()
        return f'<p{self._elements.place(block.id)} class="{looks}">{self._text.runs(block.runs, style)}</p>'

    def _items(self, block: ItemList, above: str) -> str:
        items = "".join(self._paragraph(item, "body") for item in block.items)
        return f'<div{self._elements.place(block.id)} style="{above}">{items}</div>'

    def _box(self, block: Box, above: str) -> str:
        title = f'<p class="box-title keep">{self._text.runs(block.title, "box-title")}</p>' if block.title else ""
        text = "".join(self._paragraph(paragraph, "box-text") for paragraph in block.paragraphs)
        return f'<div{self._elements.place(block.id)} style="{above}"><div class="box">{title}{text}</div></div>'

    def _table(self, block: Table, above: str, *, upright: bool = False) -> str:
        caption, unit, note = (
            self._elements.optional(text, style)
            for text, style in (
                (block.caption, "table-caption"),
                (block.unit, "table-unit"),
                (block.note, "table-note"),
            )
        )
        fit = fit_table(block, self._house, self._profile, upright=upright)
        place = f'class="table {LANDSCAPE}"' if fit.turned else f'class="table" style="{above}"'
        return f"<div{self._elements.place(block.id)} {place}>{caption}{unit}{self._grid(block, fit)}{note}</div>"

    def _grid(self, block: Table, fit: TableFit) -> str:
        shares = "".join(f'<col style="width: {share:.4%}">' for share in fit.shares)
        sides = ["" if centred else " left" for centred in column_centred(block)]
        head = self._row(block.head, "table-head", 'th scope="col"', [""] * len(block.head), fit.scale)
        thead = f"<thead>{head}</thead>" if block.head else ""
        cut = rows_cut(block, fit, self._house, self._profile)
        rows = "".join(
            self._row(row, "table-cell", "td", sides, fit.scale, cut=one)
            for row, one in zip(block.rows, cut, strict=True)
        )
        return f"<table><colgroup>{shares}</colgroup>{thead}<tbody>{rows}</tbody></table>"

    def _row(
        self, row: tuple[str, ...], style: str, tag: str, sides: list[str], scale: float, *, cut: bool = False
    ) -> str:
        size = self._shrunk(style, scale)
        inner = "".join(
            f'<{tag} class="{style}{side}{size}">{self._text.plain(cell, style)}</{tag.partition(" ")[0]}>'
            for cell, side in zip(row, sides, strict=True)
        )
        return f"<tr{' class=cut' * cut}>{inner}</tr>"

    def _shrunk(self, name: str, scale: float) -> str:
        if scale == 1:
            return ""
        style = self._house.styles[name]
        line = line_of(style, style.size_pt, self._profile) * scale
        return f" {self._looks.name(f'font-size: {style.size_pt * scale:g}pt; line-height: {line:g}pt')}"

    def _figure(self, block: Figure, above: str) -> str:
        address = self._picture(block.image.data, block.image.media_type)
        room = self._profile.height_pt - 3 * self._profile.line_pt
        image = f'<img src="{address}" alt="{escape(block.alt)}" style="max-height: {room:.1f}pt">'
        return f'<figure{self._elements.place(block.id)} style="{above}">{image}{self._caption(block.caption)}</figure>'

    def _chart(self, block: Chart, above: str) -> str:
        families = (f'font-family="{self._text.stack(name)}"' for name in ("table-cell", "table-head"))
        grid = page_grid(block.panels, self._house, self._profile)
        picture = chart_svg(block, grid, text_size(self._house), (next(families), next(families)))
        address = self._picture(picture.encode("utf-8"), "image/svg+xml")
        image = f'<img src="{address}" alt="{escape(block.alt)}">'
        table = self._table(block.table, f"margin: {text_size(self._house) / 2:g}pt 0 0", upright=True)
        inner = f"{image}{table}{self._caption(block.caption)}"
        return f'<figure{self._elements.place(block.id)} style="{above}">{inner}</figure>'

    def _picture(self, data: bytes, media_type: str) -> str:
        address = f"{IMAGE_SCHEME}{len(self.images)}"
        self.images[address] = (data, media_type)
        return address

    def _caption(self, words: str) -> str:
        return f'<figcaption class="figure-caption">{self._text.plain(words, "figure-caption")}</figcaption>'
