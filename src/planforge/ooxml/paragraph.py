"""The properties of a paragraph from the levels that set them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.formats import Border, ParagraphFormat
from planforge.ooxml.levels import Levels, each, flag, last, merged, number_of, value_of, whole
from planforge.ooxml.names import w


def paragraph_format(style: str, levels: Levels) -> ParagraphFormat:
    """Return what the levels of a paragraph add up to; the remotest level comes first."""
    indent, spacing = merged(levels, "ind"), merged(levels, "spacing")
    first, first_chars = _first_line(levels)
    return ParagraphFormat(
        style=style,
        jc=value_of(last(levels, "jc"), "val", "left"),
        left=whole(indent.get("left", indent.get("start"))) or 0,
        right=whole(indent.get("right", indent.get("end"))) or 0,
        first=first,
        left_chars=whole(indent.get("leftChars", indent.get("startChars"))),
        right_chars=whole(indent.get("rightChars", indent.get("endChars"))),
        first_chars=first_chars,
        before=whole(spacing.get("before")) or 0,
        after=whole(spacing.get("after")) or 0,
        before_lines=whole(spacing.get("beforeLines")),
        after_lines=whole(spacing.get("afterLines")),
        line=whole(spacing.get("line")) or 240,
        rule=spacing.get("lineRule", "auto"),
        page_break_before=flag(last(levels, "pageBreakBefore"), False),
        snap=flag(last(levels, "snapToGrid"), True),
        outline=number_of(last(levels, "outlineLvl"), "val", 9) + 1,
        borders=_borders(levels),
        frame=merged(levels, "framePr"),
        tabs=_tabs(levels),
        marked=_shaded(levels),
        auto_space=flag(last(levels, "autoSpaceDN"), True),
    )


def _first_line(levels: Levels) -> tuple[int, int | None]:
    """Return the indent of the first line in twips and in hundredths of a character (hanging: negative)."""
    twips, chars = 0, None
    for indent in each(levels, "ind"):
        if indent.get(w("hanging")) is not None:
            twips = -(whole(indent.get(w("hanging"))) or 0)
        elif indent.get(w("firstLine")) is not None:
            twips = whole(indent.get(w("firstLine"))) or 0
        if indent.get(w("hangingChars")) is not None:
            chars = -(whole(indent.get(w("hangingChars"))) or 0)
        elif indent.get(w("firstLineChars")) is not None:
            chars = whole(indent.get(w("firstLineChars")))
    return twips, chars


def _borders(levels: Levels) -> dict[str, Border]:
    found: dict[str, Border] = {}
    for borders in each(levels, "pBdr"):
        for side in borders:
            found[side.tag.rpartition("}")[2]] = border_of(side)
    return found


def border_of(side: Element) -> Border:
    """Return the border line of a w:top, w:bottom … element."""
    return Border(
        side.get(w("val"), ""), number_of(side, "sz", 0), number_of(side, "space", 0), side.get(w("color"), "auto")
    )


def _tabs(levels: Levels) -> tuple[tuple[int, str], ...]:
    found: dict[int, str] = {}
    for tabs in each(levels, "tabs"):
        for tab in tabs:
            position = whole(tab.get(w("pos")))
            if position is not None:
                found[position] = tab.get(w("val"), "left")
    return tuple(sorted((position, kind) for position, kind in found.items() if kind != "clear"))


def is_marked(levels: Levels) -> bool:
    """Return whether text is highlighted or shaded."""
    return value_of(last(levels, "highlight"), "val", "none") != "none" or _shaded(levels)


def _shaded(levels: Levels) -> bool:
    shade = last(levels, "shd")
    fill = value_of(shade, "fill", "auto")
    return shade is not None and fill.upper() not in ("AUTO", "FFFFFF")
