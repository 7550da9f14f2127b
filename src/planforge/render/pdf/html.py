"""Writes the semantic page as HTML for WeasyPrint."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from planforge.render.anchors import anchor_name
from planforge.render.charts.grid import page_grid, text_size
from planforge.render.charts.svg import chart_svg
from planforge.render.columns import column_centred, column_shares, is_landscape
from planforge.render.house import House, PageProfile
from planforge.render.joint import JOINT_GAP_EM, signature_columns, signature_rows, spread
from planforge.render.measure import width_em
from planforge.render.notice import Fit, fit_notice
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
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Run,
    Signature,
    Table,
    text_of,
)
from planforge.render.pdf.landscape import LANDSCAPE
from planforge.render.pdf.letter import letter_html
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import Spacing, annex_indents, block_size, line_of, size_of

IMAGE_SCHEME = "pf-image:"
END_ANCHOR = "pf-end"
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
        self._tight = ""
        self.images: dict[str, tuple[bytes, str]] = {}
        self._writers: dict[type[Block], Callable[[Any, str], str]] = {
            Line: self._line,
            Marks: self._marks,
            JointHead: self._joint_head,
            LetterHead: self._letter_head,
            NumberLine: self._number_line,
            RedRule: self._red_rule,
            Cover: self._cover,
            Contents: self._contents,
            Heading: self._heading,
            Paragraph: lambda block, above: self._paragraph(block, "body", above),
            ItemList: self._items,
            Signature: self._signature,
            JointSignature: self._joint_signature,
            AnnexNote: self._annex_note,
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
            f"<title>{escape(page.title)}</title>{author}{date}<style>{css}\n{self._tight}</style></head><body>{body}{closing}</body></html>"
        )

    def body(self, page: Page) -> str:
        """Return all blocks but the imprint, and the anchor that tells where they end."""
        pieces: list[str] = []
        previous: Block | None = None
        fit = fit_notice(page, self._spacing)
        self._tight = f".tight p {{ line-height: {fit.line_pt:g}pt }}" if fit else ""
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
        copies = f'<p class="imprint copies">{self._text.plain(block.copies, "imprint")}</p>' if block.copies else ""
        by, on = (self._text.plain(text, "imprint") for text in (block.by, block.on))
        printed = f'<div class="imprint printed"><span>{by}</span><span>{on}</span></div>' if by or on else ""
        return f'<div class="imprint-foot">{copies}{printed}</div>'

    def _block(self, block: Block, previous: Block | None, fit: Fit | None) -> str:
        if fit is None:
            return self._writers[type(block)](block, self._above(block, previous, self._spacing))
        written = self._writers[type(block)](block, self._above(block, previous, fit.spacing))
        return f'<div class="tight">{written}</div>'

    def _red_rule(self, _block: RedRule, above: str) -> str:
        rule = f"border-top: {self._house.red_rule.pt}pt solid #{self._house.colours['red']}"
        return f'<div style="{above}"><div style="{rule}"></div></div>'

    def _above(self, block: Block, previous: Block | None, spacing: Spacing) -> str:
        """Space above as CSS: padding at the top of a page, where a margin would be dropped."""
        points = spacing.above(previous, block)
        if isinstance(previous, NewPage) and not previous.body:
            return f"break-before: page; padding-top: {points:.3f}pt"
        if isinstance(previous, NewPage):
            return f"padding-top: {points:.3f}pt"
        return f"{'padding' if previous is None else 'margin'}-top: {points:.3f}pt"

    def _line(self, block: Line, above: str) -> str:
        style = self._house.styles[block.role.value]
        if style.fit:
            size = size_of(style, text_of(block.runs), self._profile)
            above += (
                f"; font-size: {size}pt; line-height: {line_of(style, size, self._profile):g}pt; white-space: nowrap"
            )
        tag = "h1" if block.role in TITLES else "p"
        label = f' data-label="{escape(text_of(block.runs))}"' if tag == "h1" else ""
        lines = "<br>".join(self._text.runs((run,), style.name) for run in block.runs)
        outline = "; bookmark-level: 1; bookmark-label: attr(data-label)" if tag == "h1" else ""
        return f'<{tag}{_id(block.id)} class="{style.name}" style="{above}{outline}"{label}>{lines}</{tag}>'

    def _marks(self, block: Marks, above: str) -> str:
        lines = "".join(self._optional(text, style) for style, text in block.lines)
        return f'<div style="{above}">{lines}</div>'

    def _joint_head(self, block: JointHead, above: str) -> str:
        style = self._house.styles["letterhead"]
        size = block_size(block, style, self._profile)
        names = "".join(
            f'<div><span style="letter-spacing: {spread(name, block):.4f}em">{self._text.plain(name[:-1], style.name)}'
            f"</span>{self._text.plain(name[-1:], style.name)}</div>"
            for name in block.organs
        )
        ending = self._text.plain(block.ending, style.name)
        face = f"font-size: {size}pt; line-height: {line_of(style, size, self._profile):g}pt; white-space: nowrap"
        row = "display: flex; justify-content: center; align-items: center"
        beside = f'<div style="margin-left: {JOINT_GAP_EM}em">{ending}</div>' if ending else ""
        return f'<div class="letterhead" style="{above}; {face}; {row}"><div>{names}</div>{beside}</div>'

    def _letter_head(self, block: LetterHead, _above: str) -> str:
        return letter_html(block, self._profile, self._spacing.letter(block), self._text)

    def _joint_signature(self, block: JointSignature, above: str) -> str:
        """The organs side by side in their order; the date below the last of them."""
        size = self._house.styles["signature"].size_pt
        columns = signature_columns(block, self._profile.width_pt / size)
        rows = signature_rows(block, columns)
        dated = ("",) * (columns - 1) + (block.on,)
        place = f"display: flex; break-inside: avoid; break-before: avoid; {above}"
        return self._signed(rows[0], columns, place) + "".join(
            self._signed(row, columns, place if row is not dated else "display: flex; break-before: avoid")
            for row in (*rows[1:], *((dated,) if block.on else ()))
        )

    def _signed(self, row: tuple[str, ...], columns: int, place: str) -> str:
        cells = "".join(
            f'<div style="width: {100 / columns:.3f}%; text-align: center">{self._text.plain(words, "signature")}</div>'
            for words in row
        )
        return f'<div class="signature" style="{place}">{cells}</div>'

    def _number_line(self, block: NumberLine, above: str) -> str:
        """The number one character from the left; the names at the right, each row below the first name."""
        width = max(width_em(names) for _, _, names in block.rows)
        rows: list[str] = []
        for number, label, names in block.rows:
            named = self._text.runs((Run(names, 2),), "document-number")
            column = f'<span style="display: inline-block; width: {width:g}em; text-align: left">{named}</span>'
            right = f'<span style="float: right">{self._text.plain(label, "document-number")}{column}</span>'
            place = f"text-align: left; padding: 0 1em; {above if not rows else ''}"
            left = self._text.plain(number, "document-number") or "&#8203;"
            rows.append(f'<p class="document-number" style="{place}">{right}{left}</p>')
        return "".join(rows)

    def _heading(self, block: Heading, above: str) -> str:
        style = self._house.styles[f"heading-{block.level}"]
        tag = f"h{block.level + 1}"
        keep = " keep" if style.keep_next else ""
        outline = f"; bookmark-level: {block.level}; bookmark-label: attr(data-label)" if block.level < 4 else ""
        label = escape(text_of(block.runs))
        inner = self._text.runs(block.runs, style.name)
        attributes = f'class="{style.name}{keep}" style="{above}{outline}" data-label="{label}"'
        return f"<{tag}{_id(block.id)} {attributes}>{inner}</{tag}>"

    def _cover(self, block: Cover, above: str) -> str:
        before_title, before_signed = self._spacing.cover(block)
        title = "<br>".join(self._text.runs((run,), "cover-title") for run in block.title)
        signed = "".join(self._optional(text, "cover-by") for text in (block.by, block.on))
        return (
            f'<div style="{above}">{self._optional(block.label, "annex-label")}'
            f'<p class="cover-title" style="padding-top: {before_title:.3f}pt">{title}</p>'
            f"{self._optional(block.note, 'cover-note')}"
            f'<div style="padding-top: {before_signed:.3f}pt">{signed}</div></div>'
        )

    def _contents(self, block: Contents, above: str) -> str:
        title = f'<p class="contents-title keep">{self._text.plain(block.title, "contents-title")}</p>'
        gap = self._house.title_after_lines * self._profile.line_pt if block.title else 0.0
        lines = "".join(
            f'<p class="contents-{entry.level}"><a href="#{anchor_name(entry.id)}">'
            f"{self._text.plain(entry.text, f'contents-{entry.level}')}</a></p>"
            for entry in block.entries
        )
        entries = f'<div style="padding-top: {gap:g}pt">{lines}</div>'
        return f'<div style="{above}">{title if block.title else ""}{entries}</div>'

    def _paragraph(self, block: Paragraph, style: str, above: str = "") -> str:
        space = f' style="{above}"' if above else ""
        return f'<p{_id(block.id)} class="{style}"{space}>{self._text.runs(block.runs, style)}</p>'

    def _items(self, block: ItemList, above: str) -> str:
        items = "".join(self._paragraph(item, "body") for item in block.items)
        return f'<div{_id(block.id)} style="{above}">{items}</div>'

    def _annex_note(self, block: AnnexNote, above: str) -> str:
        """Names that run over hang below their own first character."""
        lines = []
        for index, (before, name) in enumerate(block.lines):
            hang, indent = annex_indents(block, before)
            place = f"padding-left: {indent:g}em; text-indent: -{hang:g}em" + (f"; {above}" if not index else "")
            lines.append(f'<p class="annex-note" style="{place}">{self._text.plain(before + name, "annex-note")}</p>')
        return "".join(lines)

    def _signature(self, block: Signature, above: str) -> str:
        style = self._house.styles["signature"]
        right = self._house.signature_right_chars
        shift = max(0.0, right + (width_em(block.on) - width_em(block.by)) / 2) if block.on else right
        pieces = [(block.by, shift), (block.on, right)]
        lines = [
            f'<p class="signature{keep}" style="padding-right: {chars * style.size_pt:g}pt">'
            f"{self._text.plain(text, 'signature')}</p>"
            for (text, chars), keep in zip(pieces, (" keep", ""), strict=True)
            if text
        ]
        # not alone on a page: 7.3.5.5 wants a line of the text beside it
        return f'<div style="{above}; break-inside: avoid; break-before: avoid">{"".join(lines)}</div>'

    def _box(self, block: Box, above: str) -> str:
        title = f'<p class="box-title keep">{self._text.runs(block.title, "box-title")}</p>' if block.title else ""
        text = "".join(self._paragraph(paragraph, "box-text") for paragraph in block.paragraphs)
        return f'<div{_id(block.id)} style="{above}"><div class="box">{title}{text}</div></div>'

    def _table(self, block: Table, above: str) -> str:
        caption, unit, note = (
            self._optional(text, style)
            for text, style in (
                (block.caption, "table-caption"),
                (block.unit, "table-unit"),
                (block.note, "table-note"),
            )
        )
        size = self._house.styles["table-cell"].size_pt
        turned = is_landscape(block, self._profile.width_pt / size)
        room = (self._profile.height_pt if turned else self._profile.width_pt) / size
        shares = "".join(f'<col style="width: {share:.4%}">' for share in column_shares(block, room))
        head = "".join(
            f'<th scope="col" class="table-head">{self._text.plain(c, "table-head")}</th>' for c in block.head
        )
        sides = ["" if centred else " left" for centred in column_centred(block)]
        rows = "".join(self._row(row, sides) for row in block.rows)
        thead = f"<thead><tr>{head}</tr></thead>" if head else ""
        grid = f"<table><colgroup>{shares}</colgroup>{thead}<tbody>{rows}</tbody></table>"
        place = f'class="table {LANDSCAPE}"' if turned else f'class="table" style="{above}"'
        return f"<div{_id(block.id)} {place}>{caption}{unit}{grid}{note}</div>"

    def _row(self, row: tuple[str, ...], sides: list[str]) -> str:
        cells = zip(row, sides, strict=True)
        inner = "".join(f'<td class="table-cell{side}">{self._text.plain(c, "table-cell")}</td>' for c, side in cells)
        return f"<tr>{inner}</tr>"

    def _optional(self, text: str, style: str) -> str:
        keep = " keep" if self._house.styles[style].keep_next else ""
        return f'<p class="{style}{keep}">{self._text.plain(text, style)}</p>' if text else ""

    def _figure(self, block: Figure, above: str) -> str:
        address = self._picture(block.image.data, block.image.media_type)
        room = self._profile.height_pt - 3 * self._profile.line_pt
        image = f'<img src="{address}" alt="{escape(block.alt)}" style="max-height: {room:.1f}pt">'
        return f'<figure{_id(block.id)} style="{above}">{image}{self._caption(block.caption)}</figure>'

    def _chart(self, block: Chart, above: str) -> str:
        families = (f'font-family="{self._text.stack(name)}"' for name in ("table-cell", "table-head"))
        grid = page_grid(block.panels, self._house, self._profile)
        picture = chart_svg(block, grid, text_size(self._house), (next(families), next(families)))
        address = self._picture(picture.encode("utf-8"), "image/svg+xml")
        image = f'<img src="{address}" alt="{escape(block.alt)}">'
        table = self._table(block.table, f"margin: {text_size(self._house) / 2:g}pt 0 0")
        return f'<figure{_id(block.id)} style="{above}">{image}{table}{self._caption(block.caption)}</figure>'

    def _picture(self, data: bytes, media_type: str) -> str:
        address = f"{IMAGE_SCHEME}{len(self.images)}"
        self.images[address] = (data, media_type)
        return address

    def _caption(self, words: str) -> str:
        return f'<figcaption class="figure-caption">{self._text.plain(words, "figure-caption")}</figcaption>'


def _id(block_id: str) -> str:
    return f' id="{anchor_name(block_id)}"' if block_id else ""
