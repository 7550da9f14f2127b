"""The style sheet of the HTML report: two columns that become one on a phone, filters that need no script."""

from __future__ import annotations

from planforge.review.change import Area

_BASE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #c8c8c8; --soft: #f4f4f4;
  --bad: #9b1c1c; --good: #0b6b3a; --ins: #d9f2e0; --del: #fbdcdc }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #191919; --line: #4a4a4a; --soft: #262626;
  --bad: #ff9d9d; --good: #7fdca4; --ins: #17442a; --del: #5a2020 } }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.7 system-ui, "Noto Sans CJK SC",
  "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere }
main, header { max-width: 72rem; margin: 0 auto; padding: 0 1rem }
header { padding-top: 1.5rem }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line) }
.names { margin: .3rem 0 1rem; font-size: .95rem }
fieldset { border: 1px solid var(--line); border-radius: .4rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem;
  padding: .4rem .8rem; margin: 0 }
legend { padding: 0 .4rem }
label { white-space: nowrap }
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
