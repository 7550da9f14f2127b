"""Writes the elements of the document as HTML for WeasyPrint: head, lines, cover, contents, annexes, signature."""

from __future__ import annotations

from html import escape

from planforge.render.anchors import anchor_name, id_attribute
from planforge.render.house import House, PageProfile
from planforge.render.joint import JOINT_GAP_EM, ROW_GAP_MM, signature_columns, signature_rows, spread
from planforge.render.measure import width_em
from planforge.render.page import (
    TITLES,
    AnnexNote,
    Contents,
    Cover,
    JointHead,
    JointSignature,
    LetterHead,
    Line,
    Marks,
    NumberLine,
    RedRule,
    Run,
    Runs,
    Signature,
    text_of,
)
from planforge.render.pdf.letter import letter_html
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import Spacing, annex_indents, block_size, line_of, size_of


def labelled(runs: Runs, inner: str) -> str:
    """Return as an attribute what the outline says of a heading; "" where that is what stands in it, as `inner`."""
    label = escape(text_of(runs))
    return "" if label == inner else f' data-label="{label}"'


class PdfElements:
    """Writes the elements of one house format; `above` is the room above a block as CSS."""

    def __init__(self, house: House, profile: PageProfile, spacing: Spacing, text: PdfText) -> None:
        self._house = house
        self._profile = profile
        self._spacing = spacing
        self._text = text
        self.listed: frozenset[str] = frozenset()
        """The blocks that the contents list: only these are places of the file, since each place costs a style."""

    def place(self, block_id: str) -> str:
        """Return the place of a block as an attribute, "" for one that the contents do not list."""
        return id_attribute(block_id) if block_id in self.listed else ""

    def red_rule(self, _block: RedRule, above: str) -> str:
        """Return the red rule below the head."""
        rule = f"border-top: {self._house.red_rule.pt}pt solid #{self._house.colours['red']}"
        return f'<div style="{above}"><div style="{rule}"></div></div>'

    def line(self, block: Line, above: str) -> str:
        """Return a line of an element; a title is a heading."""
        style = self._house.styles[block.role.value]
        if style.fit:
            size = size_of(style, text_of(block.runs), self._profile)
            above += (
                f"; font-size: {size}pt; line-height: {line_of(style, size, self._profile):g}pt; white-space: nowrap"
            )
        tag = "h1" if block.role in TITLES else "p"
        lines = "<br>".join(self._text.runs((run,), style.name) for run in block.runs)
        label = labelled(block.runs, lines) if tag == "h1" else ""
        outline = " outline-1" if tag == "h1" else ""
        return f'<{tag}{self.place(block.id)} class="{style.name}{outline}" style="{above}"{label}>{lines}</{tag}>'

    def marks(self, block: Marks, above: str) -> str:
        """Return 份号, 密级 and 紧急程度."""
        lines = "".join(self.optional(text, style) for style, text in block.lines)
        return f'<div style="{above}">{lines}</div>'

    def joint_head(self, block: JointHead, above: str) -> str:
        """Return the head of several organs."""
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

    def letter_head(self, block: LetterHead, _above: str) -> str:
        """Return the head of a letter."""
        return letter_html(block, self._profile, self._spacing.letter(block), self._text)

    def joint_signature(self, block: JointSignature, above: str) -> str:
        """The organs side by side in their order; the date below the last of them."""
        size = self._house.styles["signature"].size_pt
        columns = signature_columns(block, self._profile.width_pt / size)
        rows = signature_rows(block, columns)
        dated = ("",) * (columns - 1) + (block.on,)
        place = "display: flex; break-inside: avoid; break-before: avoid"
        spaced = [(rows[0], f"; {above}"), *((row, f"; margin-top: {ROW_GAP_MM}mm") for row in rows[1:])]
        spaced += [(dated, "")] if block.on else []
        return "".join(self._signed(row, columns, place + space) for row, space in spaced)

    def _signed(self, row: tuple[str, ...], columns: int, place: str) -> str:
        cells = "".join(
            f'<div style="width: {100 / columns:.3f}%; text-align: center">{self._text.plain(words, "signature")}</div>'
            for words in row
        )
        return f'<div class="signature" style="{place}">{cells}</div>'

    def number_line(self, block: NumberLine, above: str) -> str:
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

    def cover(self, block: Cover, above: str) -> str:
        """Return the cover of the plan."""
        before_title, before_signed = self._spacing.cover(block)
        title = "<br>".join(self._text.runs((run,), "cover-title") for run in block.title)
        signed = "".join(self.optional(text, "cover-by") for text in (block.by, block.on))
        return (
            f'<div style="{above}">{self.optional(block.label, "annex-label")}'
            f'<p class="cover-title" style="padding-top: {before_title:.3f}pt">{title}</p>'
            f"{self.optional(block.note, 'cover-note')}"
            f'<div style="padding-top: {before_signed:.3f}pt">{signed}</div></div>'
        )

    def contents(self, block: Contents, above: str) -> str:
        """Return the contents; page numbers are filled in by the style."""
        title = f'<p class="contents-title keep">{self._text.plain(block.title, "contents-title")}</p>'
        gap = self._house.title_after_lines * self._profile.line_pt if block.title else 0.0
        lines = "".join(
            f'<p class="contents-{entry.level}"><a href="#{anchor_name(entry.id)}">'
            f"{self._text.plain(entry.text, f'contents-{entry.level}')}</a></p>"
            for entry in block.entries
        )
        entries = f'<div style="padding-top: {gap:g}pt">{lines}</div>'
        return f'<div style="{above}">{title if block.title else ""}{entries}</div>'

    def annex_note(self, block: AnnexNote, above: str) -> str:
        """Names that run over hang below their own first character."""
        style = self._house.styles["annex-note"]
        lines, dot, spacing = [], self._text.width(".", style.name), style.spacing_pt / style.size_pt
        for index, (before, name) in enumerate(block.lines):
            hang, indent = annex_indents(before, dot, spacing)
            place = f"padding-left: {indent:g}em; text-indent: -{hang:g}em" + (f"; {above}" if not index else "")
            lines.append(f'<p class="annex-note" style="{place}">{self._text.plain(before + name, "annex-note")}</p>')
        return "".join(lines)

    def signature(self, block: Signature, above: str) -> str:
        """Return who signs and when."""
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
        # not alone on a page: 7.3.5.5 wants a line of the text beside it, unless ``above`` says otherwise
        return f'<div style="break-inside: avoid; break-before: avoid; {above}">{"".join(lines)}</div>'

    def optional(self, text: str, style: str) -> str:
        """Return a paragraph, nothing when there are no words."""
        keep = " keep" if self._house.styles[style].keep_next else ""
        return f'<p class="{style}{keep}">{self._text.plain(text, style)}</p>' if text else ""
