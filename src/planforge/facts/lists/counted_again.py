"""Changes that 分别 hands out to the items told just before, by their number: 四项收入分别增长a、b、c、d."""

from __future__ import annotations

from itertools import islice

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.numbers import chinese
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression


def counted_again(reader: PassageReader, around: Around) -> list[str]:
    """Return the items in their order; nothing unless just as many of that sort were told right before."""
    grown = around.grown
    if grown is None or not reader.done:
        return []
    near = max(around.start, around.figure.start - _LONGEST)
    said = _ITEMS.fullmatch(reader.words[near : around.figure.start])
    count = reader.left_in_clause(around.figure) if said is not None else 0
    if said is None or chinese(said["n"].replace("两", "二")) != count:
        return []
    levels = (one for one in reversed(reader.done) if one.kind is Kind.LEVEL)
    items = [one for one in islice(levels, count + 1) if one.indicator.endswith(said["sort"])]
    names = list(dict.fromkeys(one.scope + one.tier + one.indicator for one in reversed(items[:count])))
    one_more = len(items) > count and items[count].position.sentence == items[0].position.sentence
    return names if len(names) == count and not one_more else []


_LONGEST = 40
_ITEMS = expression(
    "[，,。]?(?:其中|上述|以上|这)?(?P<n>[二两三四五六七八九十])(?:项|类|大类|种)(?P<sort>[\u4e00-\u9fff]{2,4}?)"
    "(?:同比|[比较]上年(?:同期)?|名义|实际)*分别[^，。；\\d]{0,6}"
)
"""四项收入: so many, no more, of what ends like that."""
