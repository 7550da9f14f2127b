"""What the HTML reports share: one self-contained page, no script, nothing fetched, readable in the dark."""

from __future__ import annotations

from html import escape

STYLE = """
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
"""


def page(title: str, style: str, body: str, *, ascii_only: bool) -> str:
    """Return a page.

    Args:
        title: its title, as plain text.
        style: style sheets, after `STYLE`.
        body: what stands in it, as HTML.
        ascii_only: other characters are written as references.
    """
    made = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>"
    )
    return made.encode("ascii", "xmlcharrefreplace").decode() if ascii_only else made


def box(name: str, words: str, *, checked: bool) -> str:
    """Return a box to tick; style sheets ask for `#name:checked`."""
    return f'<label><input type="checkbox" id="{name}"{" checked" if checked else ""}> {escape(words)}</label>'
