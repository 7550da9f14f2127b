"""What has been built or won in all up to a year (到2022年，累计建成45座): it can rise, never fall."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Source, Statement
from planforge.facts.times.seasons import without_season
from planforge.patterns import expression

_IN_ALL = expression(
    "(?<![年月])累计(?:已|共)?(?:成功)?(?:建成|建有|建立|创建|创成|设立|培育|认定|评定|获批|获评|拥有|开通|布设|发展)"
)
_ANEW = expression(r"以来|期间|时期|年来|新一轮|本轮|当年|全年|今年|本年|[自从](?:19|20)\d\d年|“十[一二三四五六七]五”")
"""Words with which counting begins anew: what was done since then says nothing of what was there before."""
_FURTHEST = 200


def counts_in_all(one: Statement) -> bool:
    """Whether a figure is what has come about in all by the end of one year, in words that leave no other reading."""
    if one.kind is not Kind.LEVEL or one.years is None or not one.years.single or one.quantity.low is not None:
        return False
    if one.source in (Source.TABLE, Source.LEDGER):
        return _IN_ALL.match(one.indicator) is not None
    words = one.quote.text
    return "累计" in words and one.until and _IN_ALL.search(words) is not None and _counts_from_the_first(one)


def _counts_from_the_first(one: Statement) -> bool:
    """Whether nothing before it in its paragraph lets the count begin anew, and no month cuts the year short."""
    text, at = one.span.file.text, one.span.start
    start = max(text.rfind("\n", max(0, at - _FURTHEST), at) + 1, at - _FURTHEST)
    return without_season(one.scope) == one.scope and _ANEW.search(text, start, at) is None


def surely_below(later: Statement, earlier: Statement) -> bool:
    """Whether a figure lies below an earlier one in comparable units, however both were rounded."""
    low = earlier.interval.low
    top = later.value if later.comparator.one_sided else later.interval.high
    comparable = earlier.quantity.unit.comparable(later.quantity.unit)
    return comparable and top is not None and low is not None and top < low
