"""Where the figures of a row belong whose empty cells left no line: 指标 70.8 >80 预期性 below 2015年 2020年 累计 属性.

Only what can be told is told: as many figures as there are years stand below these, one figure of a row that speaks of
a change, or one in square brackets, stands below the change. Anything else is no row.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression

_CHANGE = expression("累计|年均|增长|增速|增幅|变化|升降|下降")
_YEAR = expression(r"(?:19|20)\d\d|现状|基期|基准|目标")
_SAYS_CHANGE = expression("(?:增长|增速|增幅|下降|降低|减少|削减|累计|新增|提高)[率度数量额]?(?:[（(]|$)")
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
