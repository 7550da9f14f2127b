"""The statements of a plan by indicator, by passage and by topic, put in order once for all rules on figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planforge.facts.book import FactBook
from planforge.facts.linking import Group, groups
from planforge.facts.statement import Statement
from planforge.lint.judging.once import once_a_book
from planforge.records import record


@record(frozen=True)
class Index:
    """The statements in document order, by what they share; a name or passage without any has an empty row."""

    by_indicator: Mapping[str, Sequence[Statement]]
    by_passage: Mapping[int, Sequence[Statement]]
    groups: Sequence[Group]


@once_a_book
def index(book: FactBook) -> Index:
    """Return the index of a plan's statements."""
    names: dict[str, list[Statement]] = defaultdict(list)
    passages: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        names[one.indicator].append(one)
        passages[one.position.passage].append(one)
    return Index(names, passages, tuple(groups(book.statements, book.period)))
