"""The accounts of all places together, which are those of the country without the centre: 地方一般公共预算支出.

In the budget of a place they are its own, in one that tells of the centre as well they are a part.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.indicators import Name
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.patterns import expression

_LOCAL = "地方"
_CENTRE = expression("中央(?:和|与|、)地方|中央(?:一般公共|公共财政|财政|级|本级|政府性基金)")
_COUNTRY = expression("全国(?:一般公共|公共财政|财政)")


def told_apart(reader: PassageReader, at: int, head: Head, name: Name) -> Name:
    """Return a name narrowed to 地方 where the centre's, or the country's of no one place, is told before `at`."""
    if not head.name.startswith(_LOCAL) or not name.known or name.scope or name.indicator.startswith(_LOCAL):
        return name
    before = max(0, at - LONGEST_SENTENCE)
    centre = _CENTRE.search(reader.words, before, at)
    country = None if reader.situation.home else _COUNTRY.search(reader.words, before, at)
    return replace(name, scope=_LOCAL) if centre or country else name
