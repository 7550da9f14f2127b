"""Which way an indicator is to go: whether less of it is better."""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.book import FactBook
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression


def less_is_better(book: FactBook, indicator: str) -> bool:
    """Return whether a lower figure is the aim: as the ledger says, else by the indicator's name (能耗, 失业率)."""
    own = book.names.own.get(indicator)
    if own is not None and own.direction:
        return own.direction == "降"
    return indicator.endswith(_RANKS) or _falling().search(indicator) is not None


_RANKS = ("排名", "位次", "名次")


@cache
def _falling() -> re.Pattern[str]:
    return expression(alternation(table("roles")["falling"]))
