"""The style sheet of the checked text: marks that are told apart without colour, notes beneath their lines."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.lint.finding import Severity

_BASE = """
:root { --error: #9b1c1c; --warning: #7a4b00; --info: #0b4f8a; --error-mark: #fbdcdc; --warning-mark: #fdebc4;
  --info-mark: #dcebfb }
@media (prefers-color-scheme: dark) { :root { --error: #ff9d9d; --warning: #f0c060; --info: #8fc4ff;
  --error-mark: #5a2020; --warning-mark: #4d3800; --info-mark: #173a5c } }
a { color: inherit }
summary { cursor: pointer }
summary h2 { display: inline; border: 0 }
.file { margin-top: 1.5rem; border-top: 2px solid var(--line); padding-top: .5rem }
.contents { margin-top: 1rem }
.contents ol { padding-left: 2.6rem; margin: .3rem 0 }
.row { display: grid; grid-template-columns: 3.2rem 1fr; gap: .6rem; white-space: pre-wrap }
.row:target, .note:target { outline: 2px solid currentColor }
.no { color: var(--ink); opacity: .7; text-align: right; font-size: .85rem; user-select: none }
mark { color: inherit; padding: 0 .1em; border-bottom: 2px solid }
mark.error { background: var(--error-mark); border-color: var(--error) }
mark.warning { background: var(--warning-mark); border-bottom-style: dashed; border-color: var(--warning) }
mark.info { background: var(--info-mark); border-bottom-style: dotted; border-color: var(--info) }
.note { margin: .2rem 0 .5rem 3.8rem; padding: .1rem .7rem; background: var(--soft); border-left: 4px solid }
.note p { margin: 0 }
.note ul { margin: 0; padding-left: 1.2rem; font-size: .92rem }
.note.error { border-color: var(--error) }
.note.warning { border-color: var(--warning) }
.note.info { border-color: var(--info) }
.error > .label, .error > p > .label { color: var(--error) }
.warning > .label, .warning > p > .label { color: var(--warning) }
.info > .label, .info > p > .label { color: var(--info) }
.code { font-size: .85rem; white-space: nowrap }
body:has(#only-found:checked) .row.plain { display: none }
@media (max-width: 40rem) { .row { grid-template-columns: 2.2rem 1fr; gap: .4rem } .note { margin-left: 1rem } }
@media print { fieldset { display: none } .note { break-inside: avoid; break-before: avoid }
  summary { break-after: avoid }
  :root { --ink: #000; --paper: #fff; --soft: #fff; --error: #000; --warning: #000; --info: #000 }
  .note { border: 1px solid } .note.error { border-left-width: 4px } body { font-size: 10pt }
  mark { background: none; font-weight: bold } main, header { max-width: none } a { text-decoration: none } }
"""


def style_sheet(families: Iterable[str]) -> str:
    """Return the CSS; a box that is not ticked hides its findings and takes the colour off their marks."""
    rules = [f"body:has(#show-{name}:not(:checked)) .{name}:not(mark) {{ display: none }}" for name in families]
    for severity in (severity.value for severity in Severity):
        off = f"body:has(#show-{severity}:not(:checked))"
        rules.append(f"{off} .{severity}:not(mark) {{ display: none }}")
        rules.append(f"{off} mark.{severity} {{ background: none; border: 0 }}")
    return "\n".join([_BASE, *rules])
