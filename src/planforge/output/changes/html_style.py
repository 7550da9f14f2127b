"""The style sheet of the HTML report: two columns that become one on a phone, filters that need no script."""

from __future__ import annotations

from planforge.review.change import Area

_BASE = """
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top }
th { background: var(--soft) }
article { border: 1px solid var(--line); border-radius: .4rem; margin: .7rem 0; padding: .5rem .8rem }
h3 { font-size: 1rem; margin: 0 }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin-top: .4rem }
.side { background: var(--soft); padding: .3rem .6rem; border-radius: .3rem }
.side p { margin: 0; white-space: pre-wrap }
td .place { display: block }
td:nth-child(2) { white-space: nowrap }
.place, .side b { font-size: .85rem; font-weight: normal; opacity: .85 }
.side b { display: block }
ins { background: var(--ins); text-decoration: underline }
del { background: var(--del); text-decoration: line-through }
.weaker { color: var(--bad); font-weight: bold }
.stronger { color: var(--good); font-weight: bold }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr } }
@media print { fieldset { display: none } article { break-inside: avoid } h2 { break-after: avoid }
  :root { --ink: #000; --paper: #fff; --soft: #fff } .side { border: 1px solid var(--line) } body { font-size: 10pt } }
"""


def style_sheet() -> str:
    """Return the CSS; a box that is not ticked hides its area."""
    names = [*(area.value for area in Area), "finding"]
    hidden = [f"body:has(#show-{name}:not(:checked)) .area-{name} {{ display: none }}" for name in names]
    return "\n".join([_BASE, *hidden, "body:has(#only-weaker:checked) .calm { display: none }"])
