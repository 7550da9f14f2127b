"""The statements of a plan by indicator, by passage and by topic, put in order once for all rules on figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from planforge.facts.book import FactBook
from planforge.facts.linking import Group, groups
from planforge.facts.statement import Statement
from planforge.records import record


@record(frozen=True)
class Index:
    """The statements in document order, by what they share; a name or passage without any has an empty row."""

    by_indicator: Mapping[str, Sequence[Statement]]
    by_passage: Mapping[int, Sequence[Statement]]
    groups: Sequence[Group]


_FOUND: WeakKeyDictionary[FactBook, Index] = WeakKeyDictionary()


def index(book: FactBook) -> Index:
    """Return the index of a plan's statements."""
    if book not in _FOUND:
        names: dict[str, list[Statement]] = defaultdict(list)
        passages: dict[int, list[Statement]] = defaultdict(list)
        for one in book.statements:
            names[one.indicator].append(one)
            passages[one.position.passage].append(one)
        _FOUND[book] = Index(names, passages, tuple(groups(book.statements, book.period)))
    return _FOUND[book]
