"""Where the figures of a row belong whose empty cells left no line: 指标 70.8 >80 预期性 below 2015年 2020年 累计 属性.

Only what can be told is told: as many figures as there are years stand below these, one figure of a row that speaks of
a change, or one in square brackets, stands below the change. Anything else is no row.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, is_amount, is_numeral

_CHANGE = expression("累计|年均|增长|增速|增幅|变化|升降|下降")
_YEAR = expression(r"(?:19|20)\d\d|现状|基期|基准|目标")
_SAYS_CHANGE = expression("(?:增长|增速|增幅|下降|降低|减少|削减|累计|新增|提高)[率度数量额]?(?:[（(]|$)")
_NAMED_SUM = expression(
    "^(?:合计|总计|小计|共计)$|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；，]{1,20}$"
)
"""合计, （一）公路: what a sum is of."""
_BRACKETED = expression(r"^[\[〔［【].*[\]〕］】]")


def places_of(heads: Sequence[str], name: str, figures: Sequence[Characters]) -> tuple[int, ...]:
    """Return at which of the figure columns the figures of a row stand, () when that cannot be told.

    Args:
        heads: the words above the columns of figures.
        name: what the row names.
        figures: fewer figures than there are columns, at least one.
    """
    changes = [at for at, words in enumerate(heads) if _CHANGE.search(words)]
    years = [at for at, words in enumerate(heads) if at not in changes and _YEAR.search(words)]
    if len(changes) != 1 or len(changes) + len(years) != len(heads):
        return ()
    changed = [_BRACKETED.match(figure.value.strip()) is not None for figure in figures]
    if len(figures) == len(years) and not any(changed) and not _SAYS_CHANGE.search(name):
        return tuple(years)
    if len(figures) == 1 and (changed[0] or _SAYS_CHANGE.search(name)):
        return (changes[0],)
    return ()


def total_row(kinds: Sequence[str], lines: Sequence[Characters]) -> tuple[tuple[Characters, ...], int] | None:
    """Return the row of sums that lines begin with, and how many it takes: 一 高速公路 186.2 142.6, 合计 252.4 185.2.

    It numbers and names a group of projects, or is the total of all, and has figures but nothing of what is built.

    Args:
        kinds: what the columns hold.
        lines: as many lines as there are columns, or those that are left.
    """
    words = [line.value.strip() for line in lines]
    if tuple(kinds[:2]) != ("index", "name") or "words" not in kinds or not words:
        return None
    name = 1 if is_numeral(words[0]) else 0
    behind = name + 1 + kinds.count("figure")
    figures = words[name + 1 : behind]
    named = begins_name(words[1]) if name and len(words) > 1 else _NAMED_SUM.match(words[0]) is not None
    more = len(words) > behind and is_amount(words[behind]) and not words[behind].isdigit()
    if len(words) < behind or not named or more or not all(map(is_amount, figures)):
        return None
    empty, given = lines[0].cut(0, 0), iter(lines[name + 1 : behind])
    rest = (next(given) if kind == "figure" else empty for kind in kinds[2:])
    return (lines[0] if name else empty, lines[name], *rest), behind
