"""The style sheet of the web page: the house's fonts and colours, sizes that follow the reader's."""

from __future__ import annotations

from planforge.render.house import FINE_PT, House, TextStyle
from planforge.render.web.contrast import readable

_BASE = """
:root { color-scheme: light; font-size: 112.5% }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #000; text-align: justify; overflow-wrap: anywhere }
main { max-width: 30em; margin: 0 auto; padding: 2rem 1rem 4rem }
h1, h2, h3, h4, h5, p { margin: 0; font-weight: normal; line-height: 1.8; text-justify: inter-character }
h1 { margin: 2rem 0 1.5rem; line-height: 1.6 }
h2 { margin-top: 1.2rem; font-size: 1.15rem }
h3 { font-size: 1.05rem }
h4, h5 { font-size: 1rem }
article + article { border-top: 1px solid #999; margin-top: 3rem }
.red-rule { border: 0; margin: 0.6rem 0 0 }
.stage { margin: -1rem 0 1.5rem }
.signature { display: table; margin: 2rem 4em 0 auto; text-align: center }
.box { border: 1px solid #000; padding: 0.4rem 0.8rem; margin: 0.8rem 0; font-size: 0.92em }
.table { overflow-x: auto; margin: 0.8rem 0 }
table { width: 100%; border-collapse: collapse; font-size: 0.88em; text-align: center }
caption { padding: 0.3rem 0 }
caption span { display: block }
th, td { border: 1px solid #000; padding: 0.3em 0.5em; font-weight: normal; min-width: 4.2em }
th, td { overflow-wrap: normal }
td.left { text-align: left; min-width: 9em }
.table-unit { text-align: right }
.cover .cover-title { margin: 3rem 0; line-height: 1.6 }
.contents { margin: 2rem 0 }
.contents ol { list-style: none; margin: 0.8rem 0 0; padding: 0; line-height: 1.8 }
.contents a { color: inherit; text-decoration-color: #999 }
figure { margin: 0.8rem 0; text-align: center }
figure img { max-width: 100%; height: auto }
.chart { display: flex; flex-wrap: wrap; gap: 1em; overflow-x: auto; font-size: 0.7em }
.chart svg { flex: none; margin: 0 auto }
figure .table-note { text-align: left }
.footnotes { margin-top: 2rem; border-top: 1px solid #999; padding-top: 0.6rem; font-size: 0.85em }
.footnotes li { margin: 0.3em 0 }
sup { line-height: 0 }
footer { margin-top: 3rem; font-size: 0.92em }
footer p { padding: 0.2em 1em }
.copies { padding-left: 4em; text-indent: -3em }
.copies + .printed { border-top: 1px solid #000 }
.letter-row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em }
.letter-rule { box-sizing: content-box; height: 2px; margin: 0.4rem 0 }
.letter-foot { margin: 2rem 0 0 }
.printed { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em }
@media (max-width: 34em) { h1 br { display: none } .signature { margin-right: 1em } .chart { font-size: 0.82em } }
.skip { position: absolute; left: -99em }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: 0.4em 0.8em }
.skip::before { content: attr(aria-label) }
@page { size: A4; margin: 20mm 22mm }
@media print {
  :root { font-size: 12pt }
  .skip { display: none }
  main { max-width: none; padding: 0 }
  article + article { break-before: page; border: 0; margin: 0 }
  h2, h3, h4, h5, .box-title, caption { break-after: avoid }
  tr, figure { break-inside: avoid }
  .table, .chart { overflow: visible }
  .chart { font-size: 0.85em }
}
"""


def style_sheet(house: House) -> str:
    """Return the CSS of the page."""
    rules = [_rule(style, house) for style in house.styles.values() if style.name not in ("page-number", "header")]
    leads = [f".lead-{level} {{ font-family: {_stack(house, f'heading-{level}')} }}" for level in range(1, 5)]
    red = f".red-rule {{ border-top: {house.red_rule.pt}pt solid #{house.colours['red']} }}"
    return "\n".join([_BASE, *rules, *leads, red, *_rules(house), _on_paper(house)])


def _rules(house: House) -> list[str]:
    """The double rules of a letter, each with its thick line outside, and the rules of the imprint."""
    red = f"solid #{house.colours['red']}"
    thick, fine = f"{house.letter.thick_pt:g}pt {red}", f"{FINE_PT:g}pt {red}"
    return [
        f".letter-rule {{ border: 0; border-top: {thick}; border-bottom: {fine} }}",
        f".letter-foot {{ border-top: {fine}; border-bottom: {thick} }}",
        f"footer {{ border: solid #000; border-width: {2 if house.imprint.thick_pt else 0}px 0 }}",
    ]


def _on_paper(house: House) -> str:
    """Paper has the colours of the house, which a screen may show darker."""
    own = ((style.name, house.colours[style.colour]) for style in house.styles.values())
    rules = " ".join(f".{name} {{ color: #{colour} }}" for name, colour in own if readable(colour) != colour)
    return f"@media print {{ {rules} }}"


def _rule(style: TextStyle, house: House) -> str:
    parts = [f"font-family: {_stack(house, style.name)}"]
    if style.colour != "text":
        parts.append(f"color: #{readable(house.colours[style.colour])}")
    if style.align in ("center", "right") and style.name not in ("signature", "table-cell"):
        parts.append(f"text-align: {style.align}")
    if style.first_line_chars:
        side = "padding-left" if style.indents_all_lines else "text-indent"
        parts.append(f"{side}: {style.first_line_chars:g}em")
    if style.fit:
        parts.append("font-size: clamp(1.2rem, 6vw, 2.2rem); font-weight: bold")
    elif style.font == "title" and style.name != "contents-title":
        parts.append("font-size: 1.35rem; font-weight: bold")
    return f".{style.name} {{ {'; '.join(parts)} }}"


def _stack(house: House, style: str) -> str:
    font = house.fonts[house.styles[style].font]
    generic = ("serif", "sans-serif")
    return ", ".join(name if name in generic else f'"{name}"' for name in (font.official.name, *font.web))
