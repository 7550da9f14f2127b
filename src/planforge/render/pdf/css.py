"""The style sheet of the PDF, written from the house format's manifest."""

from __future__ import annotations

from planforge.patterns import expression
from planforge.render.font_file import Metrics, ink_middle, metrics
from planforge.render.fonts import FontSet
from planforge.render.house import PAPER_HEIGHT_MM, PT_PER_MM, House, PageProfile, TextStyle
from planforge.render.pdf.landscape import landscape_css, landscape_number_css
from planforge.render.pdf.letter import letter_css
from planforge.render.pdf.text import PdfText
from planforge.render.spacing import line_of

_CLASSES = expression(r'class="?([^">]*)')
_CLASS = expression(r"\.([a-z][\w-]*)")
_BASE = """
html { font-kerning: none; font-variant-ligatures: none; hyphens: manual; color: #000 }
body { page: upright; margin: 0; widows: 1; orphans: 1; overflow-wrap: anywhere }
p, h1, h2, h3, h4, h5, h6, figure, figcaption { margin: 0; font-weight: normal; font-style: normal }
h1, h2, h3, h4, h5, h6 { bookmark-level: none }
.outline-1 { bookmark-level: 1 }
.outline-2 { bookmark-level: 2 }
.outline-3 { bookmark-level: 3 }
[data-label] { bookmark-label: attr(data-label) }
.keep { break-after: avoid }
.disclosure, .table-note { break-before: avoid }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
tr.cut { break-inside: auto }
th, td { font-weight: normal; vertical-align: middle }
td.left { text-align: left }
figure { break-inside: avoid; text-align: center }
figure img { max-width: 100%; display: block; margin: 0 auto }
.printed, .letter-row { display: flex; justify-content: space-between }
#pf-end { height: 0 }
.footnote { float: footnote; footnote-policy: line; text-indent: 0 }
.footnote::footnote-call { content: counter(footnote); font-size: 10pt; vertical-align: super; line-height: 0 }
.footnote::footnote-marker { content: counter(footnote) "\\a0"; font-size: 8pt; vertical-align: super; line-height: 0 }
@page { @footnote { border-top: 0.5pt solid #000; padding-top: 3pt; margin-top: 6pt } }
.front { page: front }
#pf-body { page: body; break-before: right }
@page :nth(1 of body) { counter-reset: page 1 }
a { color: inherit; text-decoration: none }
a[href]::after { content: leader('…') target-counter(attr(href), page); line-height: 0 }
"""


def pdf_baseline(metric: Metrics, line: float, size: float) -> float:
    """Return the distance from the top of a CSS line box to its base line, in the unit of ``line`` and ``size``."""
    return (line - (metric.ascent + metric.descent) * size) / 2 + metric.ascent * size


def style_sheet(house: House, profile: PageProfile, text: PdfText) -> str:
    """Return the CSS for a document of this house and page set-up; ``text`` knows the fonts."""
    spans = [f".{family} {{ font-family: {family}; line-height: 0 }}" for family in text.families]
    styles = [
        _style(style, house, profile, text)
        for style in house.styles.values()
        if style.name not in ("page-number", "header")
    ]
    leads = [
        f".lead-{level} {{ font-family: {text.family(house.styles[f'heading-{level}'].font)} }}"
        for level in range(1, 5)
    ]
    sides = (profile.top_mm, profile.right_mm, profile.bottom_mm, profile.left_mm)
    page = f"@page {{ size: A4; margin: {' '.join(f'{side:g}mm' for side in sides)} }}"
    framed = [*_frames(house, profile), *letter_css(house, profile), landscape_css(profile)]
    return "\n".join([page, _BASE, *styles, *leads, *spans, *framed])


def needed(css: str, body: str) -> str:
    """Return the style sheet without the rules for classes that do not stand in ``body``, each of which is a line."""
    named = {name for names in _CLASSES.findall(body) for name in names.split()}
    return "\n".join(line for line in css.split("\n") if not line.startswith(".") or named & _selected(line))


def _selected(rule: str) -> set[str]:
    return set(_CLASS.findall(rule.partition("{")[0]))


def font_faces(text: PdfText) -> str:
    """Return the CSS that brings the fonts asked for, of which all text must have been written before."""
    return "\n".join(
        f'@font-face {{ font-family: {family}; src: url("{address}") }}' for family, address in text.asked.items()
    )


def page_number_css(house: House, profile: PageProfile, fonts: FontSet, text: PdfText, content: str) -> str:
    """Return the CSS that prints page numbers where the house wants them: at the outer side, or in the middle.

    Args:
        house: the house format.
        profile: the page set-up.
        fonts: the fonts found.
        text: gives the family names.
        content: the CSS value between the dashes, such as ``counter(page)``.
    """
    style, form = house.styles["page-number"], house.page_number.form
    size, line = style.size_pt, style.line_pt or style.size_pt
    face = fonts.faces[style.font][0]
    dash = pdf_baseline(metrics(face.path), line, size) - ink_middle(face.path, "—") * size
    below = (house.page_number.centre_mm - PAPER_HEIGHT_MM + profile.bottom_mm) * PT_PER_MM
    padding = max(0.0, below - dash)  # a number that would stand in the text area stands right below it
    font = f"font: {size}pt/{line}pt {text.family(style.font)}"
    face_css = f"{font}; vertical-align: top; padding-top: {padding:.3f}pt"
    before, after = (_css_string(part) for part in form.split("{number}"))
    front = "counter(page, lower-roman)" if house.page_number.front == "roman" else ""
    turned = landscape_number_css(house, profile, font, dash, f"{before} {content} {after}") if content else ""
    return (
        "\n".join(
            f"@page {kind}:{side} {{ @bottom-{place} {{ content: {shown}; {face_css}; {aside} }} }}"
            for kind, number in (("", content), ("front", front))
            for side, place, aside in _places(house)
            for shown in (f"{before} {number} {after}" if number else "none",)
        )
        + "".join(
            f"\n@page {kind}:blank {{ @bottom-{place} {{ content: none }} }}"
            for kind in ("", "front")
            for place in ("left", "center", "right")
        )
        + f"\n{turned}"
    )


def header_css(house: House, profile: PageProfile, text: PdfText, words: str) -> str:
    """Return the CSS that prints ``words`` at the head of every page of the body; empty when there are none.

    The box is as high as its line, so that the rule lies below the words; what is left of the margin is below it.
    """
    if not words:
        return ""
    style, rule = house.styles["header"], house.header.rule_pt
    line = style.line_pt or style.size_pt
    face = f"font: {style.size_pt}pt/{line}pt {text.family(style.font)}; text-align: {style.align}"
    edge = f"border-bottom: {rule}pt solid; padding-bottom: 1pt" if rule else ""
    box = f"@top-center {{ content: {_css_string(words)}; {face}; width: 100%; vertical-align: top; {edge};"
    left = (profile.top_mm - house.header.top_mm) * PT_PER_MM - line - (rule + 1 if rule else 0)
    room = f"height: {line}pt; margin-top: {house.header.top_mm:g}mm; margin-bottom: {left:.3f}pt"
    nothing = "@top-center { content: none; border: none }"
    return f"@page {{ {box} {room} }} }}\n@page front {{ {nothing} }}\n@page:blank {{ {nothing} }}"


def _places(house: House) -> list[tuple[str, str, str]]:
    """Return for each side of a sheet the margin box of the page number and how it stands in it."""
    if house.page_number.place == "center":
        return [(side, "center", "text-align: center") for side in ("right", "left")]
    apart = house.page_number.side_pt
    return [(side, side, f"text-align: {side}; margin-{side}: {apart}pt") for side in ("right", "left")]


def _css_string(text: str) -> str:
    """Return a CSS string in which spaces do not shrink; every character is escaped by its number."""
    return '"' + "".join(f"\\{ord(char):x} " for char in text.replace(" ", "\u00a0")) + '"'


def _style(style: TextStyle, house: House, profile: PageProfile, text: PdfText) -> str:
    parts = [
        f"font-family: {text.family(style.font)}",
        f"font-size: {style.size_pt}pt",
        f"line-height: {line_of(style, style.size_pt, profile):g}pt",
        f"text-align: {style.align}",
        f"{'padding-left' if style.indents_all_lines else 'text-indent'}: {style.indent_pt:g}pt",
        f"letter-spacing: {style.spacing_pt:g}pt",
        f"color: #{house.colours[style.colour]}",
    ]
    return f".{style.name} {{ {'; '.join(parts)} }}"


def _frames(house: House, profile: PageProfile) -> list[str]:
    box, table, imprint = house.box, house.table, house.imprint
    foot = imprint.foot_mm - profile.bottom_mm
    side = imprint.side_chars * house.styles["imprint"].size_pt
    hang = 3 * house.styles["imprint"].size_pt  # 抄送： – continuation lines align behind the colon
    return [
        f".box {{ border: {box.border_pt}pt solid #000; padding: {box.pad_vertical_pt}pt {box.pad_side_pt}pt;"
        f" margin-bottom: {box.around_pt}pt; box-decoration-break: clone }}",
        ".box p:first-child, .box-title + p { orphans: 2 }",  # no frame around a title and one line
        ".box p:last-child { widows: 2 }",  # nor around one line
        f".table {{ margin-bottom: {table.around_pt}pt }}",
        f"th, td {{ border: {table.border_pt}pt solid #000;"
        f" padding: {table.pad_vertical_pt}pt {table.pad_side_pt}pt }}",
        f"figure {{ margin-bottom: {box.around_pt}pt }}",
        f".imprint-foot {{ position: absolute; bottom: {foot:g}mm; left: 0; right: 0 }}",
        ".imprint-flow { page: imprint }",
        f".imprint-foot, .imprint-flow {{ border: solid #000; border-width: {imprint.thick_pt}pt 0 }}",
        f".copies {{ padding: 0 {side}pt 0 {side + hang}pt; text-indent: -{hang}pt }}",
        f".printed {{ padding: 0 {side}pt; text-indent: 0 }}",
        ".printed span + span { flex: none; white-space: nowrap; margin-left: 1em }",  # beside a long name
        f".copies + .printed {{ border-top: {imprint.thin_pt}pt solid #000 }}",
    ]
