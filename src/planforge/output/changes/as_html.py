"""A comparison as one self-contained page: targets on top, both versions side by side, filters, no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from planforge.lint.finding import Finding
from planforge.output.changes.html_style import style_sheet
from planforge.output.changes.words import ACTIONS, AREAS, JUDGEMENTS
from planforge.output.html_page import box, page
from planforge.review.change import Area, Change, Judgement
from planforge.review.compare import Comparison, is_weaker
from planforge.review.wording import aligned
from planforge.source.place import Place

NAME = "html"
_IN_TABLE = (Area.TARGET, Area.FIGURE)


def format_changes(comparison: Comparison, ascii_only: bool) -> str:
    """Return the page."""
    body = "\n".join([_header(comparison), "<main>", *_sections(comparison), "</main>"])
    return page("版本对照", style_sheet(), body, ascii_only=ascii_only)


def _header(comparison: Comparison) -> str:
    old, new = comparison.names
    weaker = len(comparison.weaker())
    counted = f"共 {len(comparison.changes)} 处变化" + (f"，其中 {weaker} 处目标变弱、推迟或删去" if weaker else "")
    names = f'<p class="names">旧版：{escape(old)}<br>新版：{escape(new)}<br>{counted}。</p>'
    return f"<header>\n<h1>版本对照</h1>\n{names}\n{_filters(comparison)}\n</header>"


def _filters(comparison: Comparison) -> str:
    shown = [(area.value, AREAS[area]) for area in Area if any(change.area is area for change in comparison.changes)]
    if comparison.new_findings or comparison.resolved:
        shown.append(("finding", "核对问题"))
    boxes = [box(f"show-{name}", words, checked=True) for name, words in shown]
    boxes.append(box("only-weaker", "只看变弱的目标", checked=False))
    return f"<fieldset><legend>显示</legend>{''.join(boxes)}</fieldset>"


def _sections(comparison: Comparison) -> Iterator[str]:
    for area, group in groupby(comparison.changes, key=lambda change: change.area):
        changes = list(group)
        calm = "" if any(is_weaker(change) for change in changes) else " calm"
        body = _table(changes, AREAS[area]) if area in _IN_TABLE else "\n".join(_article(change) for change in changes)
        yield (
            f'<section class="area-{area.value}{calm}">\n<h2>{AREAS[area]}（{len(changes)}）</h2>\n{body}\n</section>'
        )
    yield from _findings("新版新出现的问题", comparison.new_findings)
    yield from _findings("已经改正的问题", comparison.resolved)


def _table(changes: Sequence[Change], name: str) -> str:
    heads = "".join(f'<th scope="col">{words}</th>' for words in ("对象", "变化", "旧版", "新版"))
    rows = "\n".join(_row(change) for change in changes)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>"
    return f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{table}</div>'


def _row(change: Change) -> str:
    sides = ((change.old, change.old_place), (change.new, change.new_place))
    cells = "".join(f"<td>{escape(words)}{_place(place)}</td>" for words, place in sides)
    calm = "" if is_weaker(change) else ' class="calm"'
    return f'<tr{calm}><th scope="row">{escape(change.subject)}</th><td>{_action(change)}</td>{cells}</tr>'


def _article(change: Change) -> str:
    detail = f"，{escape(change.detail)}" if change.detail and change.area is not Area.PROSE else ""
    old, new = _marked(change)
    sides = [("旧版", old, change.old_place), ("新版", new, change.new_place)]
    columns = "".join(
        f'<div class="side"><b>{name}{_place(place)}</b><p>{words}</p></div>' for name, words, place in sides
    )
    head = f"{_action(change)}　{escape(change.subject)}{detail}"
    return f'<article><h3>{head}</h3><div class="sides">{columns}</div></article>'


def _marked(change: Change) -> tuple[str, str]:
    """Return both sides with what went and what came marked."""
    if not change.old or not change.new:
        return _mark("del", change.old), _mark("ins", change.new)
    pieces = aligned(change.old, change.new)
    old = "".join(escape(piece.old) if piece.same else _mark("del", piece.old) for piece in pieces)
    new = "".join(escape(piece.new) if piece.same else _mark("ins", piece.new) for piece in pieces)
    return old, new


def _mark(tag: str, words: str) -> str:
    return f"<{tag}>{escape(words)}</{tag}>" if words else ""


def _action(change: Change) -> str:
    word = ACTIONS[change.action]
    if is_weaker(change):
        return f'<span class="weaker">{word}（{JUDGEMENTS[Judgement.WEAKER]}）</span>'
    judged = JUDGEMENTS[change.judgement]
    return f'<span class="{change.judgement.value}">{word}{f"（{judged}）" if judged else ""}</span>'


def _place(place: Place | None) -> str:
    return f' <span class="place">{escape(str(place))}</span>' if place else ""


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        rows = "\n".join(
            f"<li>{escape(finding.message)}（{finding.code}）{_place(finding.place)}</li>" for finding in findings
        )
        head = f"<h2>{title}（{len(findings)}）</h2>"
        yield f'<section class="area-finding calm">\n{head}\n<ul>\n{rows}\n</ul>\n</section>'
